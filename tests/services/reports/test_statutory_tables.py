"""Biểu 01/TCD: which visits count, how they count, and the note about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from reception.domain.errors import InvalidInput
from reception.domain.petition import Competence, Petition, PetitionKind
from reception.domain.visit import Group, HandledPetition, Handling, Mode, Outcome
from reception.exchange.table_json import table_document
from reception.law.tables.statutory_table import CountingChoice
from reception.services.access.session import Session
from reception.services.reports.statutory_tables import CountedTable, StatutoryTables
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.working_days.office_calendar import OfficeCalendar
from tests.fixtures.office import HEAD, ThrowAwayOffice
from tests.fixtures.visit_forms import visit_form

PERIOD = (date(2026, 11, 15), date(2026, 12, 14))
REFUSED = HandledPetition(
    Petition(PetitionKind.FEEDBACK, summary="Đường"),
    Handling(Outcome.REFUSE, Competence.OURS, refusal_ground="4.1.b", explanation="Đã nói rõ"),
)


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Session]:
    """The head's session."""
    session = office.open(HEAD)
    yield session
    session.database.close()


def _day(session: Session) -> None:
    intake = Intake(session, OfficeCalendar(session), Drafts(session))
    intake.seal_visit(visit_form())
    intake.seal_visit(visit_form(group=Group(people=7, same_content=7, representatives=2)))
    intake.seal_visit(visit_form(PetitionKind.DENUNCIATION))
    intake.seal_visit(visit_form(PetitionKind.FEEDBACK, mode=Mode.SCHEDULED_HEAD))
    intake.seal_visit(
        visit_form(PetitionKind.FEEDBACK, mode=Mode.DELEGATE, receiving_body="Ban Nội chính")
    )
    intake.seal_visit(visit_form(handled_petitions=(REFUSED,)))


def _table(session: Session, **settings: object) -> CountedTable:
    session.change_settings(session.settings().changed(**settings))
    return StatutoryTables(session).count("01/TCD", PERIOD)


def test_each_visit_is_counted_under_its_mode(head: Session) -> None:
    _day(head)
    table = _table(head)
    columns = table.column_totals
    assert [columns[n] for n in (1, 2, 3, 4)] == [5, 11, 5, 1]
    assert [columns[n] for n in (5, 6, 7, 8, 9)] == [3, 9, 3, 1, 7]
    assert [columns[n] for n in (10, 11, 12, 13)] == [1, 1, 1, 1]
    assert [columns[n] for n in (16, 17, 18, 19)] == [1, 1, 1, 1]
    assert table.sheet.breakdowns["by_kind"] == {
        "complaint": 2,
        "denunciation": 1,
        "feedback": 2,
        "recommendation": 0,
    }
    assert table.is_consistent
    assert "Ban Nội chính" in [row.unit for row in table.sheet.units]


def test_a_refused_visit_counts_only_by_the_setting(head: Session) -> None:
    _day(head)
    assert _table(head).column_totals[1] == 5
    counted = _table(head, count_refused=True)
    assert counted.column_totals[1] == 6
    assert "từ chối" in counted.sheet.note


def test_distinct_counting_leaves_denunciations_separate(head: Session) -> None:
    _day(head)
    intake = Intake(head, OfficeCalendar(head), Drafts(head))
    intake.seal_visit(visit_form())  # the same complainant again
    intake.seal_visit(visit_form(PetitionKind.DENUNCIATION))
    intake.seal_visit(visit_form(PetitionKind.DENUNCIATION))
    visits = _table(head)
    distinct = _table(head, people_distinct=True, matters_distinct=True)
    assert (
        visits.column_totals[6] - distinct.column_totals[6] == 2
    )  # 1 + 7 + 1 people of one code: 7
    assert "không đếm trùng" in distinct.sheet.note
    assert "Tố cáo luôn đếm theo lượt tiếp" in distinct.sheet.note
    assert distinct.column_totals[7] >= 3


def test_a_mark_of_an_earlier_version_counts_as_it_did(head: Session) -> None:
    """It said that another visit counts this one; the tables with it were sent."""
    _day(head)
    with head.act() as work:
        work.update("visit", {"visit_id": 2026000003}, {"counted_once": 1})
        work.log("visit_corrected")
    columns = _table(head).column_totals
    assert [columns[n] for n in (1, 2, 3, 4)] == [4, 10, 5, 1]


def test_announced_days_count_without_visits(head: Session) -> None:
    _day(head)
    assert CountingChoice.DAYS_FROM_VISITS in _table(head).sheet.choices
    with head.act() as work:
        for day in ("2026-11-20", "2026-12-10"):
            work.insert("announced_day", {"day": day, "mode": "head", "body": ""})
        work.log("announced")
    table = _table(head)
    assert (table.column_totals[10], table.column_totals[16]) == (2, 0)
    assert "Cột 10, 16" not in table.sheet.note


def test_voided_and_other_periods_are_left_out(head: Session) -> None:
    _day(head)
    with head.act() as work:
        work.update("visit", {"visit_id": 2026000001}, {"voided": 1})
        work.log("visit_voided")
    assert _table(head).column_totals[1] == 4
    assert (
        StatutoryTables(head)
        .count("01/TCD", (date(2026, 1, 1), date(2026, 1, 31)))
        .column_totals[1]
        == 0
    )
    with pytest.raises(InvalidInput, match="report.period_wrong"):
        StatutoryTables(head).count("01/TCD", (date(2026, 2, 1), date(2026, 1, 31)))


def test_the_json_document(head: Session) -> None:
    _day(head)
    table = _table(head)
    document = table_document(table.sheet, table.checks)
    assert document["form"] == "01/TCD"
    assert document["period"] == {"from": "2026-11-15", "to": "2026-12-14"}
    assert set(document["columns"]) == {str(n) for n in range(1, 22)}
    assert {"rule": "4=8+14+20", "holds": True} in document["checks"]
