"""How a protected reporter came stands in no row: it would pick out few people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity
from reception.domain.visit import PaperReceived
from reception.domain.visit_lifecycle import LateEntry
from reception.services.papers.visit_saving import RequestedPapers
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.services.visits.visit_form import VisitForm
from reception.storage.staff.signed_members import granted_private_keys
from reception.storage.visits.sealed_identities import open_part, open_texts
from reception.storage.visits.sealed_part import Circumstances, SealedPart
from reception.storage.visits.visit_reader import read_visit
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import CUSTODIAN, ThrowAwayOffice, office
from tests.fixtures.visit_forms import visit_form
from tests.printing.pdf_text import words

__all__ = ["office"]

COMPLAINT, DENUNCIATION = PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION
LANGUAGE = "Tiếng Cống"
LATE = LateEntry(date(2026, 11, 17), "Phiếu ghi tay số 03", "Mất điện cả buổi chiều")
CAME = Circumstances("group_representative", LANGUAGE, True, LATE.source, LATE.reason)
REASON = ChangeReason("content", "Nội dung là tố cáo hành vi")
_COLUMNS = "SELECT capacity, interpreter, thumb_print FROM visit WHERE visit_id = ?"
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"


@pytest.fixture
def officer(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The officer's session."""
    reception = create_services(office.open())
    yield reception
    reception.session.database.close()


def form(kind: PetitionKind = COMPLAINT, **changes: object) -> VisitForm:
    """Return the form of somebody who spoke a rare language and did not write."""
    return visit_form(
        kind,
        **{
            "capacity": Capacity.GROUP_REPRESENTATIVE,
            "interpreter_language": LANGUAGE,
            "thumb_print": True,
            "late_entry": LATE,
            **changes,
        },
    )


PROTECTED = (form(DENUNCIATION), form(protection_asked=True))
IDS = ("denunciation", "protected complaint")


def stored_in_clear(reception: Reception) -> str:
    """Return every row of the file, with its indexes, as one text."""
    database = reception.session.database
    tables = [row[0] for row in database.query(_TABLES)]
    rows = (tuple(row) for table in tables for row in database.query(f"SELECT * FROM {table}"))  # noqa: S608 - tables of the schema
    return "\n".join(map(str, rows))


def opened_by_custodian(
    office: ThrowAwayOffice, visit: int
) -> tuple[SealedPart | None, dict[str, str]]:
    """Return the sealed part of a visit and the texts sealed last, as a custodian opens them."""
    session = office.open(CUSTODIAN)
    keys = granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )
    place = (session.database, session.office.office_id, visit, keys)
    part, texts = open_part(*place), open_texts(*place)
    session.database.close()
    return part, texts[0] if texts else {}


def assert_nothing_is_told(reception: Reception, visit: int) -> None:
    stored = stored_in_clear(reception)
    for text in (LANGUAGE, LATE.source, LATE.reason, CAME.capacity):
        assert text not in stored, text
    row = reception.session.database.one(_COLUMNS, (visit,))
    assert tuple(row or ()) == ("", "", 0)
    context = reception.lifecycle.change_context(visit)
    assert context.capacity is None
    assert "interpreter" not in context.field_values


@pytest.mark.parametrize("typed", PROTECTED, ids=IDS)
def test_the_circumstances_of_a_protected_visit_are_in_its_seal_alone(
    office: ThrowAwayOffice, officer: Reception, typed: VisitForm
) -> None:
    visit = officer.intake.seal_visit(typed).visit.visit_id
    assert_nothing_is_told(officer, visit)
    part, _ = opened_by_custodian(office, visit)
    assert part is not None
    assert part.circumstances == CAME
    assert is_log_intact(office)


def test_the_sheets_of_one_visit_give_two_visits_nothing_in_common(officer: Reception) -> None:
    """Whoever complains and denounces on a day without power is noted on one sheet."""
    visits = [officer.intake.seal_visit(form(kind)) for kind in (COMPLAINT, DENUNCIATION)]
    sources = [
        officer.session.database.one(
            "SELECT source FROM late_entry WHERE visit_id = ?", (sealed.visit.visit_id,)
        )
        for sealed in visits
    ]
    assert [row[0] for row in sources if row] == [LATE.source, ""]


@pytest.mark.parametrize("typed", PROTECTED, ids=IDS)
def test_a_correction_writes_no_language_into_a_protected_visit(
    office: ThrowAwayOffice, officer: Reception, typed: VisitForm
) -> None:
    visit = officer.intake.seal_visit(typed).visit.visit_id
    mistyped = ChangeReason("mistyped", "Ghi nhầm số người đến")
    with pytest.raises(InvalidInput, match=r"life\.unknown_place"):
        officer.lifecycle.correct(visit, Correction(mistyped, {"interpreter": "Tiếng Mảng"}, 1))
    officer.lifecycle.correct(visit, Correction(mistyped, {"people": "2"}, 1))
    assert_nothing_is_told(officer, visit)
    assert is_log_intact(office)


@pytest.mark.parametrize(
    ("kind", "protection"), [(DENUNCIATION, False), (COMPLAINT, True)], ids=IDS
)
def test_a_visit_that_becomes_protected_keeps_them_in_its_seal_alone(
    office: ThrowAwayOffice, officer: Reception, kind: PetitionKind, protection: bool
) -> None:
    visit = officer.intake.seal_visit(form()).visit.visit_id
    assert LANGUAGE in stored_in_clear(officer)
    officer.lifecycle.reclassify(visit, Reclassification(REASON, kind, 1, protection))
    assert_nothing_is_told(officer, visit)
    _, texts = opened_by_custodian(office, visit)
    kept = {name.split("@")[0]: text for name, text in texts.items()}
    assert kept == {
        "capacity": CAME.capacity,
        "interpreter": LANGUAGE,
        "thumb_print": "1",
        "source": LATE.source,
        "reason": LATE.reason,
    }
    assert is_log_intact(office)


def test_a_visit_that_becomes_ordinary_again_leaves_them_sealed(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    visit = officer.intake.seal_visit(form(protection_asked=True)).visit.visit_id
    custodian = create_services(office.open(CUSTODIAN))
    custodian.lifecycle.reclassify(visit, Reclassification(REASON, COMPLAINT, 1))
    read = read_visit(custodian.session.database, visit)
    assert read is not None
    assert not read.protected
    assert (read.capacity, read.interpreter_language, read.thumb_print) == (None, None, None)
    mistyped = ChangeReason("mistyped", "Ghi thiếu tiếng phiên dịch")
    custodian.lifecycle.correct(visit, Correction(mistyped, {"interpreter": "Tiếng Mảng"}, 2))
    read = read_visit(custodian.session.database, visit)
    assert read is not None
    assert read.interpreter_language == "Tiếng Mảng"
    custodian.session.close()
    assert is_log_intact(office)


@pytest.mark.parametrize("typed", PROTECTED, ids=IDS)
def test_a_record_made_again_leaves_them_to_the_pen(officer: Reception, typed: VisitForm) -> None:
    """It must not say "no interpreter" of somebody who was heard with one."""
    typed = replace(typed, papers=(PaperReceived("Đơn viết tay", 2),))
    first = officer.visit_saving.save(typed, RequestedPapers(False, True))
    assert any(f"Phiên dịch: {LANGUAGE}." in words(job.pdf) for job in first.papers)
    waiting = officer.waiting_papers.waiting()
    texts = [words(officer.office_copies.make_again(paper.paper_id).pdf) for paper in waiting]
    assert any("Phiên dịch: ……" in text for text in texts)
    assert not [text for text in texts if "Phiên dịch: không" in text or LANGUAGE in text]
