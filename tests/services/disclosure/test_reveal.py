"""Opening an ordinary reporter's name: who may, what is logged first, and who never can."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Address, Identity
from reception.domain.reveal import IdentityPart, RevealRoute, RevealSelection, with_parts_only
from reception.domain.staff import Right
from reception.law.reveal_reasons import reveal_reasons
from reception.services.access.session import Session
from reception.services.audit.log_verification import LogVerification
from reception.services.disclosure.reveal import Reveals
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.working_days.office_calendar import OfficeCalendar
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form

REPORTER = replace(
    PERSON,
    address=Address("Bản Nà B", "", "Xã Nậm A", "Lai Châu"),
    phone="0912345678",
    contact_wish="gọi sau 17 giờ",
)
SELECTION = RevealSelection(
    "answer", "Gửi thông báo kết quả, hạn còn hai ngày", frozenset({IdentityPart.NAME})
)


@pytest.fixture
def seal(office: ThrowAwayOffice) -> Callable[..., int]:
    """Return ``seal(kind, **form)``: a visit that the officer entered; its key."""

    def make(kind: PetitionKind = PetitionKind.COMPLAINT, **changes: object) -> int:
        session = office.open(OFFICER)
        intake = Intake(session, OfficeCalendar(session), Drafts(session))
        sealed = intake.seal_visit(visit_form(kind, identity=REPORTER, **changes))
        session.close()
        return sealed.visit.visit_id

    return make


@pytest.fixture
def opened(office: ThrowAwayOffice) -> Iterator[Callable[[str], Session]]:
    """Return ``opened(name)``: a session, closed at the end."""
    sessions: list[Session] = []

    def open_as(name: str) -> Session:
        sessions.append(office.open(name))
        return sessions[-1]

    yield open_as
    for session in sessions:
        session.database.close()


def last(session: Session) -> tuple[str, dict[str, object]]:
    """Return act and facts of the newest entry."""
    row = session.database.one("SELECT act, subject, facts FROM log ORDER BY seq DESC LIMIT 1")
    return row["act"], {"subject": row["subject"], **json.loads(row["facts"])}


def test_with_the_right_the_requested_parts_are_shown_and_logged(seal, opened) -> None:
    visit = seal()
    head = opened(HEAD)
    reveals = Reveals(head)
    assert reveals.route_of(visit) is RevealRoute.OPEN
    found = reveals.open(visit, SELECTION)
    assert found.revealed.identity == Identity(
        name=REPORTER.name,
        birth_year=1968,
        sex=REPORTER.sex,
        representation=REPORTER.representation,
    )
    act, facts = last(head)
    assert act == "revealed"
    assert facts == {
        "subject": f"visit {visit}",  # no code: the log would keep it for good
        "reason": "answer",
        "words": "Gửi thông báo kết quả, hạn còn hai ngày",
        "parts": ["name"],
    }
    assert found.log_entry == head.database.one("SELECT max(seq) FROM log")[0]
    assert reveals.reveal_count(visit) == 1
    assert LogVerification(head).verify().intact
    assert "Nguyễn" not in f"{found!r} {found.revealed!r}"


def test_without_the_right_nothing_opens(seal, opened) -> None:
    visit = seal()
    officer = opened(OFFICER)
    assert Reveals(officer).route_of(visit) is RevealRoute.ASK
    with pytest.raises(NotAllowed):
        Reveals(officer).open(visit, SELECTION)
    assert last(officer)[0] == "opened"


@pytest.mark.parametrize("name", [HEAD, CUSTODIAN, OFFICER])
@pytest.mark.parametrize(
    ("kind", "changes"),
    [(PetitionKind.DENUNCIATION, {}), (PetitionKind.COMPLAINT, {"protection_asked": True})],
)
def test_a_protected_name_opens_to_nobody_here(seal, opened, name, kind, changes) -> None:
    visit = seal(kind, **changes)
    session = opened(name)
    for_custodians = (RevealRoute.OPEN_PROTECTED, RevealRoute.ASK_CUSTODIAN)
    assert Reveals(session).route_of(visit) is for_custodians[name != CUSTODIAN]
    refusal = "reveal.denouncer" if session.may(Right.REVEAL) else "rights.missing"
    with pytest.raises(ReceptionError, match=refusal):
        Reveals(session).open(visit, SELECTION)
    assert Reveals(session).reveal_count(visit) == 0


def test_a_right_without_a_key_opens_nothing(seal, opened) -> None:
    visit = seal()
    officer = opened(OFFICER)
    # Rights on paper alone: the member's row says more than the keys can do.
    officer.member = replace(officer.member, rights=officer.member.rights | {Right.REVEAL})
    with pytest.raises(ReceptionError, match="reveal.no_key"):
        Reveals(officer).open(visit, SELECTION)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (replace(SELECTION, reason="curiosity"), "reveal.unknown_reason"),
        (replace(SELECTION, explanation="cần xem   "), "reveal.reason_short"),
        (replace(SELECTION, parts=frozenset()), "reveal.no_part"),
        (
            replace(SELECTION, explanation="Trả lời cho ông Nguyễn Văn A ở xã"),
            "reveal.reason_names",
        ),
        (
            replace(SELECTION, explanation="Gọi số 0912 345 678 để hẹn ngày trả lời"),
            "reveal.reason_names",
        ),
    ],
)
def test_an_invalid_selection_reveals_nothing(seal, opened, wish, code) -> None:
    visit = seal()
    head = opened(HEAD)
    with pytest.raises(InvalidInput, match=code):
        Reveals(head).open(visit, wish)
    assert Reveals(head).reveal_count(visit) == 0
    act, facts = last(head)
    assert act == ("reveal_stopped" if code == "reveal.reason_names" else "opened")
    assert "0912" not in str(facts)


@pytest.mark.parametrize("table", ["sealed_value", "sealed_box"])
def test_a_sealed_value_that_differs_from_the_log_is_not_opened(seal, opened, table) -> None:
    visit = seal()
    other = seal()
    head = opened(HEAD)
    database = head.database
    database.execute("DROP TRIGGER IF EXISTS seal_no_update")
    if table == "sealed_value":
        body = database.one("SELECT body FROM sealed_value WHERE owner_row = ?", (str(other),))[
            "body"
        ]
        database.execute("UPDATE sealed_value SET body = ? WHERE owner_row = ?", (body, str(visit)))
    else:
        database.execute("UPDATE sealed_box SET box = zeroblob(length(box))")
    with pytest.raises(ReceptionError, match="reveal.seal_changed"):
        Reveals(head).open(visit, SELECTION)


def test_a_visit_that_is_not_there_is_a_sentence(opened) -> None:
    with pytest.raises(ReceptionError, match="reveal.no_visit"):
        Reveals(opened(HEAD)).open(2026000001, SELECTION)


def test_every_reason_asks_for_something() -> None:
    reasons = reveal_reasons()
    assert len({reason.code for reason in reasons}) == len(reasons) >= 4
    assert all(reason.parts and reason.basis and reason.english for reason in reasons)


@given(st.frozensets(st.sampled_from(IdentityPart)))
def test_only_requested_parts_are_returned(parts: frozenset[IdentityPart]) -> None:
    shown = with_parts_only(REPORTER, parts)
    assert bool(shown.name) is (IdentityPart.NAME in parts)
    assert bool(shown.paper.number) is (IdentityPart.NUMBER in parts)
    assert bool(shown.phone or shown.contact_wish) is (IdentityPart.CONTACT in parts)
    assert (shown.address == Address()) is (IdentityPart.ADDRESS not in parts)
    assert not shown.occupation
    assert not shown.workplace
