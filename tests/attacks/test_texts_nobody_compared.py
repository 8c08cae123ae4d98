"""Texts written after the sealing: none passes as compared, and none goes into the log unread."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.visit_lifecycle import Answer, AnswerChannel
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.services.visits.visit_form import Waiver
from tests.fixtures.office import CUSTODIAN, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form, with_summary

REASON = ChangeReason("mistyped", "Sửa theo lời người đến kể lại")
NAMING = f"Ông {PERSON.name} xin sửa lại"


@pytest.fixture
def officer(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The officer's session."""
    reception = create_services(office.open())
    yield reception
    reception.session.database.close()


def denunciation(officer: Reception) -> int:
    return officer.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION)).visit.visit_id


def test_a_body_that_the_office_does_not_have_stands_in_no_report(officer: Reception) -> None:
    visit = denunciation(officer)
    with pytest.raises(InvalidInput, match="life.wrong_value"):
        officer.lifecycle.correct(visit, Correction(REASON, {"body": NAMING}, 0))


@pytest.mark.parametrize(
    "write",
    [
        lambda office, visit: office.lifecycle.correct(
            visit, Correction(REASON, {"note": NAMING}, 0)
        ),
        lambda office, visit: office.lifecycle.correct(
            visit, Correction(ChangeReason("mistyped", NAMING), {"people": "2"}, 0)
        ),
        lambda office, visit: office.lifecycle.void(visit, ChangeReason("twice", NAMING), 0),
        lambda office, visit: office.lifecycle.answer(
            visit,
            Answer(office.session.today(), AnswerChannel.LETTER, f"Thư gửi {PERSON.name}"),
            0,
        ),
    ],
    ids=["note", "reason", "void", "answer"],
)
def test_a_custodians_run_finds_what_an_officer_wrote_later(
    office: ThrowAwayOffice, officer: Reception, write
) -> None:
    visit = denunciation(officer)
    write(officer, visit)
    officer.session.close()
    custodian = create_services(office.open(CUSTODIAN))
    assert visit in custodian.late_text_checks.unchecked_visits()
    (hit,) = custodian.late_text_checks.run().hits
    assert hit[0] == visit
    custodian.session.close()


def test_the_reason_of_a_reclassification_is_unchecked(officer: Reception) -> None:
    visit = officer.intake.seal_visit(visit_form(protection_asked=True)).visit.visit_id
    reason = ChangeReason("content", f"{NAMING} thành tố cáo")
    officer.lifecycle.reclassify(
        visit, Reclassification(reason, PetitionKind.DENUNCIATION, event_count=0)
    )
    (row,) = officer.register.rows([visit])
    assert row.unchecked


def test_the_number_of_a_document_needs_no_comparison(officer: Reception) -> None:
    visit = denunciation(officer)
    answer = Answer(officer.session.today(), AnswerChannel.LETTER, "15/UBND-TD")
    officer.lifecycle.answer(visit, answer, 0)
    (row,) = officer.register.rows([visit])
    assert not row.unchecked


def test_a_waiver_that_nothing_needs_is_in_no_log_entry(officer: Reception) -> None:
    visit = officer.intake.seal_visit(visit_form()).visit.visit_id
    waiver = Waiver("summary.1", f"{PERSON.name} bảo thế", other_person=True)
    officer.lifecycle.correct(
        visit, Correction(REASON, {"summary.1": "Chi trả chậm ba tháng"}, 0, waivers=(waiver,))
    )
    rows = officer.session.database.query("SELECT facts FROM log WHERE act = 'visit_corrected'")
    assert all("waived" not in json.loads(row["facts"]) for row in rows)


@pytest.mark.parametrize(
    "name",
    [
        *("Luật sư Trần Văn Bá", "Luật gia Trần Văn Bá", "Cựu chiến binh Trần Văn Bá"),
        *("Nguyên Chủ tịch xã Trần Văn Bá", "HỌC SINH TRẦN VĂN BÁ", "Trần văn Bá"),
        *("Trần Văn Bá Lò Thị Mẫu", "Trần Văn Bá. Lò Thị Mẫu"),
    ],
)
def test_a_post_before_the_name_or_a_second_name_switches_nothing_off(
    officer: Reception, name: str
) -> None:
    form = visit_form(PetitionKind.DENUNCIATION)
    for text in ("Trần Văn Bá tố cáo việc chi sai", "Việc chi sai do ông Bá kể"):
        typed = with_summary(form, text)
        with pytest.raises(ReceptionError, match="leak"):
            officer.intake.seal_visit(
                visit_form(
                    PetitionKind.DENUNCIATION,
                    identity=PERSON.__class__(name=name, birth_year=1968),
                    handled_petitions=typed.handled_petitions,
                )
            )
