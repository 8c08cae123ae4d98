"""Nobody but a custodian opens a denouncer, no grant is forged or replayed, no notice is hidden."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from reception.bootstrap import Reception
from reception.domain.audit import Act
from reception.domain.errors import NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.staff import Right
from reception.services.disclosure.identity_opening import names_denouncer, open_protected
from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
from reception.services.papers.letters import LetterText
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.staff import signed_members
from reception.storage.visits.reveal_request_rows import open_explanation
from tests.attacks import old_office as names
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OLD_PASSWORDS, OldOffice
from tests.attacks.outcomes import findings, named, receive_as_officer, signed_in
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER
from tests.fixtures.remote_viewing import simulate_remote_viewing

SUBJECT = f"visit {names.DENUNCIATION}"
WORDS = "Gửi thông báo thụ lý tố cáo, chậm nhất ngày 03/12"
SELECTION = RevealSelection("notice", WORDS, frozenset({IdentityPart.NAME}))
ORDINARY_SELECTION = replace(SELECTION, reason="answer")
REASON = "Trưởng ban quyết định theo phân công"
FACTS = {"reason": "notice", "words": WORDS, "parts": ["name"]}


def ask(office: OldOffice, name: str = OFFICER, visit_id: int = names.DENUNCIATION) -> str:
    with signed_in(office, name) as reception:
        return reception.reveal_requests.ask(visit_id, SELECTION).request_id


def grant(office: OldOffice, request_id: str) -> None:
    with signed_in(office, CUSTODIAN) as custodian:
        custodian.reveal_decisions.grant(request_id, SELECTION.parts)


DOORS: dict[str, Callable[[Reception, str], object]] = {
    "reveal": lambda desk, _: desk.reveals.open(names.DENUNCIATION, ORDINARY_SELECTION),
    "custodian's reveal": lambda desk, name: desk.custodian_reveals.open(
        names.DENUNCIATION, SELECTION, OLD_PASSWORDS[name]
    ),
    "identity for a grant": lambda desk, _: open_protected(
        desk.session, names.DENUNCIATION, SELECTION
    ),
    "comparison of words": lambda desk, _: names_denouncer(
        desk.session, names.DENUNCIATION, "Ông Hoàng Văn N"
    ),
    "citizen's copy": lambda desk, _: desk.reprints.citizen_copy(
        names.DENUNCIATION, ORDINARY_SELECTION
    ),
    "notice of refusal": lambda desk, _: desk.reprints.refusal_notice(
        names.DENUNCIATION, ORDINARY_SELECTION
    ),
    "letter": lambda desk, _: desk.letters.letter(
        names.DENUNCIATION, ORDINARY_SELECTION, LetterText("Kính gửi ông, bà")
    ),
    "identity pages": lambda desk, _: desk.denouncer_identity_pages.identity_pages(
        BulkDisclosureRequest(
            (desk.session.today().replace(day=1), desk.session.today()), "verification", WORDS
        ),
        OLD_PASSWORDS[HEAD],
    ),
}


@pytest.mark.parametrize("name", [OFFICER, HEAD])
@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_no_door_opens_a_denouncer_without_custody(
    office: OldOffice, door: Callable[[Reception, str], object], name: str
) -> None:
    with signed_in(office, name) as reception:
        with pytest.raises(ReceptionError) as refused:
            door(reception, name)
        assert refused.value.code in ("rights.missing", "reveal.denouncer", "reveal.no_key")
    assert named(office) == set()


FORGED: dict[str, tuple[str, Act, dict[str, object], str]] = {
    "an officer's opening": (COLLEAGUE, Act.PROTECTED_REVEALED, FACTS, "act.right"),
    "a head's opening": (HEAD, Act.PROTECTED_REVEALED, FACTS, "act.right"),
    "an ordinary opening by the head": (HEAD, Act.REVEALED, FACTS, "act.subject"),
    "an ordinary request": (COLLEAGUE, Act.REVEAL_ASKED, {}, "act.subject"),
    "an ordinary grant by the head": (HEAD, Act.REVEAL_GRANTED, {}, "act.subject"),
    "a note about nothing": (HEAD, Act.OPENING_NOTED, {"entry": 1}, "act.subject"),
    "an officer's note of an expired request": (
        *(COLLEAGUE, Act.EXPIRED_REQUEST_SEEN),
        *({"request": "0123456789abcdef"}, "act.right"),
    ),
}


@pytest.mark.parametrize(("name", "act", "facts", "code"), FORGED.values(), ids=FORGED)
def test_a_forged_entry_about_a_denouncer_is_named(
    office: OldOffice, name: str, act: Act, facts: dict[str, object], code: str
) -> None:
    with Attacker(office, name).write(act, SUBJECT, **facts):
        pass
    assert code in named(office)


def test_an_opening_by_custody_of_an_ordinary_visit_is_named(office: OldOffice) -> None:
    subject = f"visit {names.LATER_COMPLAINT}"
    with Attacker(office, CUSTODIAN).write(Act.PROTECTED_REVEALED, subject, **FACTS):
        pass
    assert "act.subject" in named(office)


def test_an_entry_is_judged_by_the_protection_of_its_own_time(office: OldOffice) -> None:
    """What was ordinary then was opened rightly, whatever the visit is now."""
    visit_id = receive_as_officer(office, PetitionKind.COMPLAINT)
    with signed_in(office, HEAD) as head:
        head.reveals.open(visit_id, ORDINARY_SELECTION)
    subject = f"visit {visit_id}"
    with signed_in(office, OFFICER) as officer:
        _make_denunciation(officer, visit_id)
    assert named(office) == set()
    with Attacker(office, HEAD).write(Act.REVEALED, subject, **FACTS):
        pass
    assert "act.subject" in named(office)


def _make_denunciation(officer: Reception, visit_id: int) -> None:
    why = ChangeReason("new_content", "Người đến nói thêm nội dung tố cáo cán bộ")
    seen = officer.lifecycle.event_count(visit_id)
    officer.lifecycle.reclassify(visit_id, Reclassification(why, PetitionKind.DENUNCIATION, seen))


def write_grant(database: Any, request_id: str, decided_by: str) -> None:
    """Put a box with a name of one's own choice into a request, as a custodian would."""
    database.execute(
        "INSERT OR REPLACE INTO reveal_grant (request_id, box) VALUES (?, ?)",
        (request_id, b"\x00" * 100),
    )
    database.execute(
        "UPDATE reveal_request SET state = 'granted', decided_by = ?, grant_digest = zeroblob(32) "
        "WHERE request_id = ?",
        (decided_by, request_id),
    )


@pytest.mark.parametrize(
    ("name", "act"),
    [
        (COLLEAGUE, Act.PROTECTED_REVEAL_GRANTED),
        (HEAD, Act.PROTECTED_REVEAL_GRANTED),
        (HEAD, Act.REVEAL_GRANTED),
        (OFFICER, Act.PROTECTED_REVEAL_GRANTED),
    ],
)
def test_a_forged_grant_opens_nothing_and_is_named(office: OldOffice, name: str, act: Act) -> None:
    request_id = ask(office)
    attacker = Attacker(office, name)
    facts = {**FACTS, "request": request_id}
    with attacker.write(act, SUBJECT, **facts) as database:
        write_grant(database, request_id, attacker.user_id)
    with signed_in(office, OFFICER) as officer:
        with pytest.raises(ReceptionError) as refused:
            officer.reveal_requests.open(request_id)
        assert refused.value.code.startswith(("request.forged", "log."))
    assert named(office) & {"act.right", "act.owner", "act.subject"}


def test_a_custodian_grants_no_own_request(office: OldOffice) -> None:
    """The officer becomes a custodian after asking, and signs the grant with own tools."""
    request_id = ask(office)
    with signed_in(office, CUSTODIAN) as custodian:
        user_id = office.user_id(OFFICER)
        custodian.staff.custody.grant(user_id, OLD_PASSWORDS[HEAD], REASON)
    office.open_and_close(OFFICER)
    attacker = Attacker(office, OFFICER)
    facts = {**FACTS, "request": request_id}
    with attacker.write(Act.PROTECTED_REVEAL_GRANTED, SUBJECT, **facts) as database:
        write_grant(database, request_id, attacker.user_id)
    assert "act.owner" in named(office)


def test_a_grant_put_back_opens_no_second_time(office: OldOffice) -> None:
    """Row, box and key are kept before the opening and put back after it."""
    request_id = ask(office)
    grant(office, request_id)
    attacker = Attacker(office, OFFICER)
    rows = [attacker.rows(table) for table in ("reveal_request", "reveal_grant")]
    key_file = office.folder / "grants" / f"{request_id}.key"
    kept_key = office.folder.parent / "kept.key"
    shutil.copyfile(key_file, kept_key)
    with signed_in(office, OFFICER) as officer:
        opened = officer.reveal_requests.open(request_id)
        assert opened.revealed.identity.name == names.NAME_OF_DENOUNCER
    office.clock.move(minutes=5)
    with attacker.tamper() as database:
        for kept in rows:
            kept.put_back(database)
    shutil.copyfile(kept_key, key_file)
    with signed_in(office, OFFICER) as officer, pytest.raises(ReceptionError, match="request"):
        officer.reveal_requests.open(request_id)
    assert {item.code for item in findings(office)} & {"record.changed", "state.request"}


def test_a_request_moved_to_another_visit_grants_nothing(office: OldOffice) -> None:
    request_id = ask(office)
    attacker = Attacker(office, OFFICER)
    facts = {"request": request_id, "reason": "notice", "parts": ["name"]}
    moved_to = f"visit {names.SECOND_DENUNCIATION}"
    with attacker.write(Act.PROTECTED_REVEAL_ASKED, moved_to, **facts) as database:
        database.execute(
            "UPDATE reveal_request SET visit_id = ? WHERE request_id = ?",
            (names.SECOND_DENUNCIATION, request_id),
        )
    with signed_in(office, CUSTODIAN) as custodian, pytest.raises(ReceptionError) as refused:
        custodian.reveal_decisions.grant(request_id, SELECTION.parts)
    assert refused.value.code.startswith(("request.forged", "log."))
    assert named(office)


def test_another_persons_grant_does_not_open(office: OldOffice) -> None:
    request_id = ask(office)
    grant(office, request_id)
    for name in (COLLEAGUE, HEAD, CUSTODIAN):
        with signed_in(office, name) as other, pytest.raises(NotAllowed, match="not_yours"):
            other.reveal_requests.open(request_id)


def test_the_custodian_hides_no_opening_from_the_head(office: OldOffice) -> None:
    with signed_in(office, CUSTODIAN) as custodian:
        password = OLD_PASSWORDS[CUSTODIAN]
        entry = custodian.custodian_reveals.open(names.DENUNCIATION, SELECTION, password).log_entry
    with Attacker(office, CUSTODIAN).write(Act.OPENING_NOTED, SUBJECT, entry=entry):
        pass
    with signed_in(office, HEAD) as head:
        assert [notice.entry for notice in head.opening_notices.unseen()] == [entry]
    assert named(office) == {"act.right", "act.subject"}


def test_a_custodian_who_lost_custody_opens_nothing_in_a_running_session(
    office: OldOffice,
) -> None:
    request_id = ask(office)
    with signed_in(office, CUSTODIAN) as first:
        user_id = office.user_id(COLLEAGUE)
        first.staff.custody.grant(user_id, OLD_PASSWORDS[HEAD], REASON)
        with signed_in(office, COLLEAGUE) as second:
            first.staff.custody.revoke(user_id, OLD_PASSWORDS[HEAD], REASON)
            for attempt in (
                lambda: second.custodian_reveals.open(
                    names.DENUNCIATION, SELECTION, OLD_PASSWORDS[COLLEAGUE]
                ),
                lambda: second.reveal_decisions.grant(request_id, SELECTION.parts),
                lambda: second.reveal_decisions.explanation(request_id),
            ):
                with pytest.raises(NotAllowed, match=r"rights\.missing"):
                    attempt()
    assert named(office) == set()


def test_an_asker_who_lost_reception_opens_nothing_with_own_tools(office: OldOffice) -> None:
    request_id = ask(office)
    grant(office, request_id)
    attacker = Attacker(office, OFFICER)
    with signed_in(office, HEAD) as head:
        rights = head.session.people[attacker.user_id].rights
        head.staff.rights.change(attacker.user_id, rights - {Right.RECEIVE}, rights)
    granted_by = office.user_id(CUSTODIAN)
    facts = {"request": request_id, "approved": granted_by, "reason": "notice", "parts": ["name"]}
    with attacker.write(Act.PROTECTED_REVEALED, SUBJECT, **facts) as database:
        database.execute(
            "UPDATE reveal_request SET state = 'opened' WHERE request_id = ?", (request_id,)
        )
    assert "act.right" in named(office)


def test_a_screen_viewed_from_elsewhere_opens_nothing(office: OldOffice) -> None:
    with signed_in(office, CUSTODIAN) as custodian:
        simulate_remote_viewing(custodian)
        with pytest.raises(ReceptionError, match=r"reveal\.looked_on"):
            custodian.custodian_reveals.open(
                names.DENUNCIATION, SELECTION, OLD_PASSWORDS[CUSTODIAN]
            )


def test_a_replaced_identity_of_a_denouncer_is_not_opened(office: OldOffice) -> None:
    with Attacker(office, COLLEAGUE).tamper() as database:
        database.execute(
            "UPDATE sealed_value SET body = x'00' WHERE owner_row = ?", (str(names.DENUNCIATION),)
        )
    with signed_in(office, CUSTODIAN) as custodian:
        with pytest.raises(ReceptionError, match=r"reveal\.seal_changed"):
            custodian.custodian_reveals.open(
                names.DENUNCIATION, SELECTION, OLD_PASSWORDS[CUSTODIAN]
            )
        rows = custodian.session.database.query("SELECT act FROM log")
        assert Act.PROTECTED_REVEALED.value not in {row["act"] for row in rows}


def test_words_of_a_request_are_in_no_box_for_the_desk(office: OldOffice) -> None:
    """Whoever holds the keys of ``desk`` reads no words about a denouncer."""
    request_id = ask(office)
    with signed_in(office, HEAD) as head:
        session = head.session
        row = session.database.one(
            "SELECT * FROM reveal_request WHERE request_id = ?", (request_id,)
        )
        desk_keys = signed_members.granted_private_keys(
            session.database, session.office, session.member.user_id, session.keys
        )
        assert desk_keys
        for private in desk_keys.values():
            with pytest.raises(ReceptionError, match=r"seal\.broken"):
                open_explanation(row, session.office.office_id, private)
        facts = [item["facts"] for item in session.database.query("SELECT facts FROM log")]
    assert WORDS not in "".join(facts)
