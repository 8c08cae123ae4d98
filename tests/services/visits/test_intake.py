"""Save and seal: numbers without gaps, codes, what the desk can no longer read."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception.domain.errors import InvalidInput, NotAllowed, StorageError
from reception.domain.petition import Competence, Form, Petition, PetitionKind
from reception.domain.reporter import Capacity, Identity, IdentityPaper, PaperKind
from reception.domain.visit import (
    CopyState,
    Group,
    HandledPetition,
    Handling,
    Outcome,
    PaperReceived,
)
from reception.services.access.session import Session
from reception.services.audit.log_verification import LogVerification
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.visits.visit_form import InspectedScan
from reception.storage.staff.signed_members import DESK, PROTECTED, granted_private_keys
from reception.storage.visits.sealed_identities import open_part
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, ThrowAwayOffice
from tests.fixtures.polling import PROCESS_PATIENCE
from tests.fixtures.visit_forms import ACCEPT, PERSON, visit_form, with_summary


def test_the_officer_gets_the_visit_back_and_cannot_read_the_identity(
    office: ThrowAwayOffice, session: Session, intake: Intake
) -> None:
    sealed = intake.seal_visit(visit_form(papers=(PaperReceived("Đơn", 3, CopyState.ORIGINAL),)))
    assert sealed.visit.pseudonym.code() == "KN-0001"
    assert [(due.term, str(due.due_on)) for due in sealed.deadlines] == [
        ("complaint_acceptance", "2026-12-01"),
        ("answer", "2026-12-04"),
    ]
    assert sealed.numbers is not None
    assert (sealed.numbers.series, sealed.numbers.number) == ("BN", 1)
    mine = granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )
    assert mine == {}
    assert open_part(session.database, session.office.office_id, 2026000001, mine) is None
    head = office.open(HEAD)
    desk = granted_private_keys(head.database, head.office, head.member.user_id, head.keys)
    part = open_part(head.database, head.office.office_id, 2026000001, desk)
    assert part is not None
    assert part.identity == PERSON
    head.close()


def test_a_denouncers_identity_opens_only_for_the_custodian(
    office: ThrowAwayOffice, session: Session, intake: Intake
) -> None:
    sealed = intake.seal_visit(visit_form(PetitionKind.DENUNCIATION))
    key = sealed.visit.visit_id
    assert sealed.visit.received_at is None
    assert sealed.numbers is not None
    assert sealed.numbers.envelope == 1
    opened = {}
    for name in (HEAD, COLLEAGUE, CUSTODIAN):
        person = office.open(name)
        private_keys = granted_private_keys(
            person.database, person.office, person.member.user_id, person.keys
        )
        opened[name] = open_part(person.database, person.office.office_id, key, private_keys)
        person.close()
    assert opened[HEAD] is None
    assert opened[COLLEAGUE] is None
    assert opened[CUSTODIAN] is not None
    boxes = session.database.query("SELECT DISTINCT vault FROM sealed_box")
    assert [row["vault"] for row in boxes] == [PROTECTED]
    assert session.database.one("SELECT count(*) FROM blind_tag")[0] == 0


def test_protection_asked_for_seals_a_complaint_like_a_denunciation(
    session: Session, intake: Intake
) -> None:
    intake.seal_visit(visit_form(protection_asked=True))
    boxes = session.database.query("SELECT DISTINCT vault FROM sealed_box")
    assert [row["vault"] for row in boxes] == [PROTECTED]
    assert session.database.one("SELECT count(*) FROM blind_tag")[0] == 0


def test_an_ordinary_reporter_is_sealed_to_both_vaults_and_keeps_the_code(
    session: Session, intake: Intake
) -> None:
    first = intake.seal_visit(visit_form())
    again = intake.seal_visit(visit_form())
    other = intake.seal_visit(
        visit_form(identity=replace(PERSON, paper=IdentityPaper(PaperKind.NUMBER, "012068000124")))
    )
    feedback = intake.seal_visit(visit_form(PetitionKind.FEEDBACK))
    codes = [s.visit.pseudonym.code() for s in (first, again, other, feedback)]
    assert codes == ["KN-0001", "KN-0001", "KN-0002", "PA-0001"]
    assert [s.visit.number for s in (first, again, other, feedback)] == [1, 2, 3, 4]
    boxes = session.database.query("SELECT DISTINCT vault FROM sealed_box ORDER BY vault")
    assert [row["vault"] for row in boxes] == [DESK, PROTECTED]


def test_a_denouncer_keeps_the_code_only_by_showing_the_return_code(intake: Intake) -> None:
    first = intake.seal_visit(visit_form(PetitionKind.DENUNCIATION))
    unknown = intake.seal_visit(visit_form(PetitionKind.DENUNCIATION))
    old = intake.find_earlier_visit(first.return_code.lower())
    assert old is not None
    again = intake.seal_visit(visit_form(PetitionKind.DENUNCIATION, earlier_visit=old))
    codes = [s.visit.pseudonym.code() for s in (first, unknown, again)]
    assert codes == ["TC-0001", "TC-0002", "TC-0001"]
    assert intake.find_earlier_visit("K7QF-2MXD-9T4P") is None
    with_number = intake.find_earlier_visit(f"0001 {first.return_code}")
    assert with_number is not None
    assert with_number != old  # another reference to the same visit


def test_a_large_group_that_names_nobody_is_registered_all_the_same(intake: Intake) -> None:
    """NĐ 154/2026 Điều 27(1) makes no exception."""
    sealed = intake.seal_visit(visit_form(group=Group(people=12, same_content=12)))
    assert (sealed.visit.group.people, sealed.visit.group.representatives) == (12, 0)


UNLAWFUL = {
    "desk.name_missing": visit_form(identity=Identity()),
    "desk.proxy_denunciation": visit_form(PetitionKind.DENUNCIATION, capacity=Capacity.AUTHORISED),
    "desk.occupation_denunciation": visit_form(
        PetitionKind.DENUNCIATION, identity=replace(PERSON, occupation="Giáo viên")
    ),
    "desk.representatives_wrong": visit_form(
        group=Group(people=7, same_content=7, representatives=3)
    ),
    "desk.summary_missing": with_summary(visit_form(), "  "),
    "desk.outcome_unlawful": visit_form(
        handled_petitions=(
            HandledPetition(
                Petition(PetitionKind.COMPLAINT, summary="x"),
                Handling(Outcome.TRANSFER, Competence.OURS, "Sở Nội vụ"),
            ),
        )
    ),
    "desk.body_missing": visit_form(
        handled_petitions=(
            HandledPetition(
                Petition(PetitionKind.COMPLAINT, summary="x"),
                Handling(Outcome.GUIDE, Competence.OTHER),
            ),
        )
    ),
    "desk.ground_document_missing": visit_form(
        handled_petitions=(
            HandledPetition(
                Petition(PetitionKind.COMPLAINT, summary="x"),
                Handling(
                    Outcome.REFUSE,
                    Competence.OURS,
                    refusal_ground="9.3",
                    explanation="Đã được thông báo",
                ),
            ),
        )
    ),
    "desk.ground_missing": visit_form(
        handled_petitions=(
            HandledPetition(
                Petition(PetitionKind.COMPLAINT, summary="x"),
                Handling(Outcome.REFUSE, Competence.OURS),
            ),
        )
    ),
    "desk.ground_unlawful": visit_form(
        handled_petitions=(
            HandledPetition(
                Petition(PetitionKind.COMPLAINT, summary="x"),
                Handling(Outcome.REFUSE, Competence.OURS, refusal_ground="4.1.h"),
            ),
        )
    ),
    "desk.denunciation_alone": visit_form(
        handled_petitions=(
            HandledPetition(Petition(PetitionKind.COMPLAINT, summary="x"), ACCEPT),
            HandledPetition(Petition(PetitionKind.DENUNCIATION, summary="y"), ACCEPT),
        )
    ),
    "desk.paper_name_missing": visit_form(papers=(PaperReceived(" ", 1),)),
}


@pytest.mark.parametrize("code", UNLAWFUL)
def test_an_unlawful_form_is_refused_by_name_and_nothing_is_stored(
    session: Session, intake: Intake, code: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        intake.seal_visit(UNLAWFUL[code])
    assert caught.value.code == code
    assert session.database.one("SELECT count(*) FROM visit")[0] == 0


def test_a_refused_visit_is_kept_with_its_notice_date_and_without_a_receipt(
    session: Session, intake: Intake
) -> None:
    petition = Petition(PetitionKind.FEEDBACK, summary="Bãi rác gần nguồn nước")
    refusal = Handling(Outcome.REFUSE, Competence.OURS, refusal_ground="4.1.h")
    sealed = intake.seal_visit(visit_form(handled_petitions=(HandledPetition(petition, refusal),)))
    assert sealed.numbers is None
    assert [(due.term, str(due.due_on)) for due in sealed.deadlines] == [
        ("refusal_notice", "2026-11-25")
    ]


def test_scans_that_show_the_person_are_sealed(session: Session, intake: Intake) -> None:
    shown = InspectedScan(b"%PDF-handwriting" * 100, "pdf", 2, shows_person=True)
    plain = InspectedScan(b"%PDF-decision" * 100, "pdf", 1, shows_person=False)
    intake.seal_visit(visit_form(scans=(shown, plain)))
    intake.seal_visit(visit_form(PetitionKind.DENUNCIATION, scans=(plain,)))
    rows = session.database.query("SELECT sealed, content FROM attachment ORDER BY 1")
    assert [(row["sealed"], row["content"] is None) for row in rows] == [
        (0, False),
        (1, True),
        (1, True),
    ]
    bodies = session.database.query("SELECT body FROM sealed_value WHERE field_group = 'scan1'")
    assert all(b"handwriting" not in bytes(row["body"]) for row in bodies)


def test_mixed_ordinary_content_is_one_visit_with_a_petition_a_kind(
    session: Session, intake: Intake
) -> None:
    entries = (
        HandledPetition(Petition(PetitionKind.COMPLAINT, summary="Đất"), ACCEPT),
        HandledPetition(
            Petition(PetitionKind.FEEDBACK, summary="Đường", form=Form.SPOKEN),
            Handling(Outcome.GUIDE, Competence.OTHER, "UBND xã Nậm A"),
        ),
    )
    sealed = intake.seal_visit(visit_form(handled_petitions=entries))
    assert sealed.visit.pseudonym.series == "KN"
    kinds = session.database.query("SELECT kind FROM petition ORDER BY position")
    assert [row["kind"] for row in kinds] == ["complaint", "feedback"]


def test_a_failed_save_leaves_nothing_half_written(
    session: Session, intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake.seal_visit(visit_form())
    real = session.seals.seal_identity

    def full(*_: object, **__: object) -> None:
        raise StorageError("database.disk_full")

    monkeypatch.setattr(session.seals, "seal_identity", full)
    drafts = Drafts(session)
    draft = drafts.create()
    drafts.save(draft, {"name": "Nguyễn Văn A"})
    with pytest.raises(StorageError, match="database.disk_full"):
        intake.seal_visit(visit_form(), None, draft)
    monkeypatch.setattr(session.seals, "seal_identity", real)
    assert [d.draft_id for d in Drafts(session).own_drafts()] == [draft]
    assert intake.seal_visit(visit_form(), None, draft).visit.number == 2
    assert Drafts(session).own_drafts() == []
    assert LogVerification(session).verify().intact


def test_a_clerk_without_the_right_cannot_seal_a_visit(session: Session, intake: Intake) -> None:
    session.member = replace(session.member, rights=frozenset())
    with pytest.raises(NotAllowed, match="rights.missing"):
        intake.seal_visit(visit_form())


_RACE = """
import sys
from pathlib import Path
from tests.fixtures.office import FrozenClock, PASSWORDS
from tests.fixtures.visit_forms import visit_form
from reception.services.working_days.office_calendar import OfficeCalendar as Calendars
from reception.services.visits.drafts import Drafts
from reception.services.office.environment import Environment
from reception.services.visits.intake import Intake
from reception.services.access.unlocking import unlock
from reception.storage.crypto.password_hashing import DEMO_POLICY
folder, state, user, name = sys.argv[1:]
world = Environment(FrozenClock(), DEMO_POLICY, Path(state))
session = unlock(Path(folder), user, PASSWORDS[name], world)
intake = Intake(session, Calendars(session), Drafts(session))
for _ in range(25):
    intake.seal_visit(visit_form())
session.database.close()
"""


def test_two_processes_give_every_number_once(office: ThrowAwayOffice) -> None:
    runs = [
        subprocess.Popen(  # noqa: S603 - our own code
            [
                sys.executable,
                "-c",
                _RACE,
                str(office.folder),
                str(office.environment.state_folder),
                office.user_id(name),
                name,
            ],
            cwd=Path(__file__).parents[3],
            stderr=subprocess.PIPE,
        )
        for name in (HEAD, COLLEAGUE)
    ]
    for run in runs:
        _, problems = run.communicate(timeout=PROCESS_PATIENCE)
        assert run.returncode == 0, problems.decode()
    session = office.open()
    rows = session.database.query("SELECT number FROM visit ORDER BY number")
    assert [row["number"] for row in rows] == list(range(1, 51))
    assert LogVerification(session).verify().intact
    session.close()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=400))
def test_any_text_is_saved_or_refused_with_a_sentence(intake: Intake, text: str) -> None:
    code = ""
    try:
        intake.seal_visit(with_summary(visit_form(), text))
    except InvalidInput as error:
        code = error.code
    assert code in {"", "desk.summary_missing", "leak.found"}
