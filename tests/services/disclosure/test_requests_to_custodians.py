"""An officer asks for a denouncer's identity: custodians alone read and answer, one day, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reception.bootstrap import Reception
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Address
from reception.domain.reveal import IdentityPart, RevealRoute
from reception.domain.reveal_request import RefusalNote, RequestState
from reception.domain.staff import Right
from reception.domain.todo_item import (
    ExpiredRequest,
    RequestExpired,
    RequestToDecide,
    TodoGroup,
    group_of,
)
from reception.services.papers.letters import LetterText
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice
from tests.fixtures.protected_visits import (
    DENOUNCER,
    SELECTION,
    WORDS,
    dump,
    entries,
    seal_denunciation,
    seal_protected_complaint,
)
from tests.fixtures.remote_viewing import simulate_remote_viewing
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import visit_form

REASON = "Trưởng ban quyết định theo phân công tháng này"


@pytest.fixture
def visit(machine: SharedMachine) -> int:
    """A denunciation, sealed by the officer."""
    return seal_denunciation(machine.sign_in(OFFICER))


def keys(office: ThrowAwayOffice) -> list[Path]:
    return sorted((office.folder / "grants").glob("*.key"))


def asked(machine: SharedMachine, visit: int) -> str:
    return machine.sign_in(OFFICER).reveal_requests.ask(visit, SELECTION).request_id


def granted(machine: SharedMachine, visit: int) -> str:
    request_id = asked(machine, visit)
    machine.sign_in(CUSTODIAN).reveal_decisions.grant(request_id, SELECTION.parts)
    return request_id


def test_asked_granted_opened_once_on_one_day(machine: SharedMachine, visit: int) -> None:
    officer = machine.sign_in(OFFICER)
    assert officer.reveals.route_of(visit) is RevealRoute.ASK_CUSTODIAN
    request = officer.reveal_requests.ask(visit, SELECTION)
    assert (request.state, request.is_protected) == (RequestState.WAITING, True)
    assert request.ends_on == officer.session.today()
    assert WORDS not in dump(officer)

    assert machine.sign_in(HEAD).reveal_decisions.requests_to_decide() == ()
    custodian = machine.sign_in(CUSTODIAN)
    (item,) = [i for i in custodian.todo_list.read().items if isinstance(i, RequestToDecide)]
    assert (group_of(item), item.request) == (TodoGroup.CUSTODY, request)
    assert custodian.reveal_decisions.explanation(request.request_id) == WORDS
    custodian.reveal_decisions.grant(request.request_id, frozenset({IdentityPart.NAME}))

    officer = machine.sign_in(OFFICER)
    opened = officer.reveal_requests.open(request.request_id)
    identity = opened.revealed.identity
    assert (identity.name, identity.phone, identity.address) == (DENOUNCER.name, "", Address())
    with pytest.raises(ReceptionError, match=r"request\.ended"):
        officer.reveal_requests.open(request.request_id)
    assert keys(machine.office) == []
    assert not officer.session.database.query("SELECT * FROM reveal_grant")
    acts = [act for act, _ in entries(officer) if act.startswith("protected")]
    assert acts == ["protected_asked", "protected_granted", "protected_revealed"]
    assert DENOUNCER.name not in dump(officer)
    assert machine.sign_in(HEAD).opening_notices.unseen() == ()  # a custodian approved it
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_a_reporter_who_asked_for_protection_is_asked_for_like_this(machine: SharedMachine) -> None:
    visit = seal_protected_complaint(machine.sign_in(OFFICER))
    wish = replace(SELECTION, reason="protected_contact")
    request = machine.sign_in(OFFICER).reveal_requests.ask(visit, wish)
    machine.sign_in(CUSTODIAN).reveal_decisions.grant(request.request_id, wish.parts)
    opened = machine.sign_in(OFFICER).reveal_requests.open(request.request_id)
    assert opened.revealed.identity.phone == DENOUNCER.phone


def test_the_head_reads_and_answers_nothing(machine: SharedMachine, visit: int) -> None:
    request_id = asked(machine, visit)
    decisions = machine.sign_in(HEAD).reveal_decisions
    attempts: tuple[Callable[[], object], ...] = (
        lambda: decisions.explanation(request_id),
        lambda: decisions.grant(request_id, SELECTION.parts),
        lambda: decisions.refuse(request_id, RefusalNote.DISCUSS),
    )
    for attempt in attempts:
        with pytest.raises(NotAllowed, match=r"request\.for_others"):
            attempt()
    with pytest.raises(NotAllowed, match=r"rights\.missing"):
        decisions.note_expired(request_id)


def test_words_that_name_the_reporter_are_not_shown_and_decide_nothing(
    machine: SharedMachine, visit: int
) -> None:
    wish = replace(SELECTION, explanation="Báo cho ông Hoàng Văn Nhẫn biết kết quả")
    officer = machine.sign_in(OFFICER)
    request_id = officer.reveal_requests.ask(visit, wish).request_id
    custodian = machine.sign_in(CUSTODIAN)
    with pytest.raises(InvalidInput, match=r"request\.words_name"):
        custodian.reveal_decisions.explanation(request_id)
    # No answer, and no entry of the log, tells the officer that the guess was right.
    assert not [act for act, _ in entries(custodian) if act == "reveal_stopped"]
    with pytest.raises(InvalidInput, match=r"request\.note_tells"):
        custodian.reveal_decisions.refuse(request_id, RefusalNote.EXPLANATION_NAMES_PERSON)
    custodian.reveal_decisions.refuse(request_id, RefusalNote.DISCUSS)
    assert "Nhẫn" not in dump(custodian)
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_without_a_custodian_the_answer_is_no(machine: SharedMachine, visit: int) -> None:
    custodian = machine.sign_in(CUSTODIAN)
    user_id = custodian.session.member.user_id
    machine.sign_in(HEAD).staff.accounts.suspend(user_id)
    officer = machine.sign_in(OFFICER)
    with pytest.raises(ReceptionError, match=r"request\.no_custodian"):
        officer.reveal_requests.ask(visit, SELECTION)
    assert keys(machine.office) == []


def test_nobody_without_reception_asks_or_opens(machine: SharedMachine, visit: int) -> None:
    request_id = granted(machine, visit)
    head = machine.sign_in(HEAD)
    user_id = machine.office.user_id(OFFICER)
    before = head.session.people[user_id].rights
    head.staff.rights.change(user_id, before - {Right.RECEIVE}, before)
    officer = machine.sign_in(OFFICER)
    with pytest.raises(NotAllowed, match=r"rights\.missing"):
        officer.reveal_requests.open(request_id)
    other = seal_denunciation(machine.sign_in(COLLEAGUE))
    with pytest.raises(NotAllowed, match=r"rights\.missing"):
        machine.sign_in(OFFICER).reveal_requests.ask(other, SELECTION)


def test_a_custodian_opens_without_asking(machine: SharedMachine, visit: int) -> None:
    with pytest.raises(ReceptionError, match=r"request\.has_right"):
        machine.sign_in(CUSTODIAN).reveal_requests.ask(visit, SELECTION)


def test_a_new_custodian_does_not_approve_an_own_request(
    machine: SharedMachine, visit: int
) -> None:
    request_id = asked(machine, visit)
    custodian = machine.sign_in(CUSTODIAN)
    user_id = machine.office.user_id(OFFICER)
    custodian.staff.custody.grant(user_id, PASSWORDS[HEAD], REASON)
    officer = machine.sign_in(OFFICER)
    assert officer.reveal_decisions.requests_to_decide() == ()
    with pytest.raises(ReceptionError, match=r"request\.own"):
        officer.reveal_decisions.grant(request_id, SELECTION.parts)


def test_the_second_custodian_reads_who_has_answered(machine: SharedMachine, visit: int) -> None:
    custodian = machine.sign_in(CUSTODIAN)
    custodian.staff.custody.grant(machine.office.user_id(COLLEAGUE), PASSWORDS[HEAD], REASON)
    first, second = asked(machine, visit), seal_denunciation(machine.sign_in(OFFICER))
    other = asked(machine, second)
    custodian = machine.sign_in(CUSTODIAN)
    custodian.reveal_decisions.grant(first, SELECTION.parts)
    custodian.reveal_decisions.refuse(other, RefusalNote.NOT_NEEDED)
    colleague = machine.sign_in(COLLEAGUE)
    for request_id, code in ((first, "request.was_granted"), (other, "request.was_refused")):
        with pytest.raises(ReceptionError) as late:
            colleague.reveal_decisions.grant(request_id, SELECTION.parts)
        assert (late.value.code, late.value.facts["who"]) == (code, CUSTODIAN)


def test_an_unanswered_request_ends_with_its_day_and_stays_until_seen(
    machine: SharedMachine, visit: int
) -> None:
    request_id = asked(machine, visit)
    machine.office.clock.move(days=1)
    for _ in range(2):
        custodian = machine.sign_in(CUSTODIAN)
        (item,) = [i for i in custodian.todo_list.read().items if isinstance(i, ExpiredRequest)]
        assert (group_of(item), item.request.request_id) == (TodoGroup.CUSTODY, request_id)
    with pytest.raises(ReceptionError, match=r"request\.ended"):
        custodian.reveal_decisions.grant(request_id, SELECTION.parts)
    custodian.reveal_decisions.note_expired(request_id)
    assert custodian.reveal_decisions.unseen_expired_requests() == ()
    with pytest.raises(ReceptionError, match=r"request\.ended"):
        custodian.reveal_decisions.note_expired(request_id)
    officer = machine.sign_in(OFFICER)
    (mine,) = [i for i in officer.todo_list.read().items if isinstance(i, RequestExpired)]
    assert mine.request.state is RequestState.EXPIRED
    assert keys(machine.office) == []
    officer.reveal_requests.ask(visit, SELECTION)  # again
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_a_grant_ends_with_its_day(machine: SharedMachine, visit: int) -> None:
    request_id = granted(machine, visit)
    machine.office.clock.move(days=1)
    officer = machine.sign_in(OFFICER)
    with pytest.raises(ReceptionError, match=r"request\.ended"):
        officer.reveal_requests.open(request_id)
    officer.todo_list.read()
    assert keys(machine.office) == []
    assert not officer.session.database.query("SELECT * FROM reveal_grant")
    assert machine.sign_in(CUSTODIAN).reveal_decisions.unseen_expired_requests() == ()
    machine.sign_out()
    assert is_log_intact(machine.office)


@pytest.mark.parametrize("up", [True, False], ids=["raised", "lowered"])
def test_a_change_of_protection_ends_every_request(machine: SharedMachine, up: bool) -> None:
    officer = machine.sign_in(OFFICER)
    if up:
        (visit, wish) = (_ordinary(officer), replace(SELECTION, reason="answer"))
    else:
        visit = seal_protected_complaint(officer)
        wish = replace(SELECTION, reason="protected_contact")
    request_id = officer.reveal_requests.ask(visit, wish).request_id
    custodian = machine.sign_in(CUSTODIAN)
    why = ChangeReason("wrong_kind", "Xem lại thì lượt này thuộc loại khác")
    kind = PetitionKind.DENUNCIATION if up else PetitionKind.COMPLAINT
    seen = custodian.lifecycle.event_count(visit)
    custodian.lifecycle.reclassify(visit, Reclassification(why, kind, seen))
    for name in (CUSTODIAN, HEAD):
        decisions = machine.sign_in(name).reveal_decisions
        assert decisions.requests_to_decide() == ()
        with pytest.raises(
            ReceptionError, match=r"request\.ended|request\.for_others|rights\.missing"
        ):
            decisions.grant(request_id, wish.parts)
    machine.sign_out()
    assert is_log_intact(machine.office)


def _ordinary(officer: Reception) -> int:
    return officer.intake.seal_visit(visit_form(identity=DENOUNCER)).visit.visit_id


def test_a_grant_about_a_denouncer_becomes_no_paper(machine: SharedMachine, visit: int) -> None:
    request_id = granted(machine, visit)
    officer = machine.sign_in(OFFICER)
    text = LetterText("Kính mời ông, bà đến trụ sở nhận kết quả.")
    for attempt in (
        lambda: officer.reprints.paper_for_request(request_id),
        lambda: officer.letters.letter_for_request(request_id, text),
    ):
        with pytest.raises(ReceptionError, match=r"reveal\.denouncer"):
            attempt()
    officer.reveal_requests.open(request_id)


def test_the_identity_is_not_opened_twice_in_sixty_seconds(
    machine: SharedMachine, visit: int
) -> None:
    request_id = granted(machine, visit)
    custodian = machine.sign_in(CUSTODIAN)
    custodian.custodian_reveals.open(visit, SELECTION, PASSWORDS[CUSTODIAN])
    officer = machine.sign_in(OFFICER)
    with pytest.raises(ReceptionError, match=r"reveal\.still_open"):
        officer.reveal_requests.open(request_id)
    machine.office.clock.move(seconds=60)
    officer.reveal_requests.open(request_id)


def test_a_screen_viewed_from_elsewhere_shows_no_words_and_opens_nothing(
    machine: SharedMachine, visit: int
) -> None:
    request_id = asked(machine, visit)
    custodian = machine.sign_in(CUSTODIAN)
    simulate_remote_viewing(custodian)
    for attempt in (
        lambda: custodian.reveal_decisions.explanation(request_id),
        lambda: custodian.reveal_decisions.grant(request_id, SELECTION.parts),
    ):
        with pytest.raises(ReceptionError, match=r"reveal\.looked_on"):
            attempt()
    machine.sign_in(CUSTODIAN).reveal_decisions.grant(request_id, SELECTION.parts)
    officer = machine.sign_in(OFFICER)
    simulate_remote_viewing(officer)
    with pytest.raises(ReceptionError, match=r"reveal\.looked_on"):
        officer.reveal_requests.open(request_id)
