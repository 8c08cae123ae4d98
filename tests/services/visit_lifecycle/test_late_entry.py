"""Visits entered late, the number a year begins with, and the turn of a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.clock import VIETNAM
from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.petition import Competence, PetitionKind
from reception.domain.visit import Group, Handling, Outcome
from reception.domain.visit_lifecycle import LateEntry
from reception.messages.catalogue import sentence
from reception.services.visits.visit_form import VisitForm
from reception.storage.visits.register_reader import RegisterFilter
from tests.fixtures.lifecycle import desk, is_log_intact
from tests.fixtures.office import HEAD, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form

__all__ = ["desk"]


def late_of(day: date) -> VisitForm:
    """Return a form of a visit received on an earlier day."""
    late = LateEntry(day, "Phiếu ghi tay số 03", "Mất điện chiều hôm đó, tiếp bằng giấy")
    return visit_form(late_entry=late)


def refused_on(day: date | None, ground: str) -> VisitForm:
    """Return a refused complaint, received on an earlier day or today."""
    told = Handling(Outcome.REFUSE, Competence.OURS, refusal_ground=ground, explanation="Đã nói")
    refused = visit_form() if day is None else late_of(day)
    return replace(
        refused, handled_petitions=(replace(refused.handled_petitions[0], handling=told),)
    )


def test_a_ground_must_be_in_force_on_the_day_of_the_visit(desk: Reception) -> None:
    """NĐ 154/2026 is in force since 01/07/2026; the Law of 2013 since 2014."""
    with pytest.raises(InvalidInput) as refused:
        desk.intake.seal_visit(refused_on(date(2026, 6, 30), "4.1.b"))
    assert (refused.value.code, refused.value.field) == ("desk.ground_not_in_force", "outcome.1")
    assert sentence(refused.value.code, **refused.value.facts) == (
        "Căn cứ từ chối điểm b không có hiệu lực vào ngày tiếp 30/06/2026. Chọn căn cứ khác."
    )
    for day, ground in ((date(2026, 6, 30), "9.2"), (date(2026, 7, 1), "4.1.b"), (None, "4.1.b")):
        assert desk.intake.seal_visit(refused_on(day, ground)).numbers is None


def test_an_outcome_must_be_lawful_on_the_day_of_the_visit(desk: Reception) -> None:
    """A complaint of another body is transferred at the desk since 01/07/2026 (Luật 136/2025)."""
    transfer = Handling(Outcome.TRANSFER, Competence.OTHER, "Sở Nông nghiệp và Môi trường")

    def transferred_on(day: date | None, people: int = 1) -> VisitForm:
        form = visit_form() if day is None else late_of(day)
        entry = replace(form.handled_petitions[0], handling=transfer)
        group = Group(people, people, representatives=1 if people > 1 else 0)
        return replace(form, handled_petitions=(entry,), group=group)

    with pytest.raises(InvalidInput) as refused:
        desk.intake.seal_visit(transferred_on(date(2026, 6, 30)))
    assert (refused.value.code, refused.value.field) == ("desk.outcome_unlawful", "outcome.1")
    for day, people in ((date(2026, 6, 30), 6), (date(2026, 7, 1), 1), (None, 1)):
        sealed = desk.intake.seal_visit(transferred_on(day, people))
        assert sealed.visit.main_petition.handling.outcome is Outcome.TRANSFER


@pytest.mark.parametrize(
    ("day", "due_on"),
    [
        (date(2026, 6, 19), date(2026, 6, 29)),  # 10 days, Luật Khiếu nại Điều 27 as it stood
        (date(2026, 6, 17), date(2026, 6, 29)),  # the tenth day is a Saturday
        (date(2026, 7, 1), date(2026, 7, 10)),  # 7 working days since Luật 136/2025/QH15
    ],
)
def test_a_complaint_entered_late_has_the_term_of_its_day(
    desk: Reception, day: date, due_on: date
) -> None:
    sealed = desk.intake.seal_visit(late_of(day))
    due_days = {due.term: due.due_on for due in sealed.deadlines}
    assert due_days["complaint_acceptance"] == due_on


def test_a_late_entry_of_every_month_since_2025_has_its_terms_and_an_article(
    desk: Reception,
) -> None:
    for month in range(23):
        day = date(2025 + month // 12, month % 12 + 1, 16)
        form = late_of(day)
        started = desk.office_calendar.started_deadlines(form.handled_petitions, day)
        assert {due.term for due in started} == {"answer", "complaint_acceptance"}
        for due in started:
            assert due.article
            assert day < due.due_on <= day + timedelta(days=40)


def test_a_late_entry_has_its_true_day_a_number_of_that_year_and_a_mark(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    desk.intake.seal_visit(visit_form())
    made = desk.intake.seal_visit(late_of(date(2026, 11, 17)))
    assert (made.visit.number, made.visit.received_on) == (2, date(2026, 11, 17))
    assert made.visit.received_at is None
    answer = next(due for due in made.deadlines if due.term == "answer")
    assert (answer.started_on, answer.due_on) == (date(2026, 11, 17), date(2026, 12, 2))
    row = desk.register.page(RegisterFilter())[0]
    assert (row.number, row.entered_on) == (2, date(2026, 11, 19))
    story = desk.register.story(row.visit_id)
    assert story is not None
    assert [event.code for event in story.events] == ["due", "entered_late", "sealed"]
    office.clock.at = datetime(2027, 1, 5, 9, 0, tzinfo=VIETNAM)
    old = desk.intake.seal_visit(late_of(date(2026, 12, 30)))
    assert (old.visit.year, old.visit.number) == (2026, 3)
    assert (
        desk.reports.count("01/TCD", (date(2026, 12, 15), date(2027, 1, 14))).column_totals[1] == 1
    )
    assert is_log_intact(office)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 11, 19), r"late\.not_past"),
        (date(2026, 11, 20), r"late\.not_past"),
        (date(2024, 12, 31), r"late\.too_old"),
    ],
)
def test_a_late_entry_is_of_a_past_day(desk: Reception, day: date, code: str) -> None:
    with pytest.raises(InvalidInput, match=code):
        desk.intake.seal_visit(late_of(day))


def test_why_a_visit_is_late_names_nobody(desk: Reception) -> None:
    late = LateEntry(date(2026, 11, 17), "Phiếu của ông A", "Nguyễn Văn A đến lúc mất điện")
    with pytest.raises(InvalidInput, match=r"late\.names_person"):
        desk.intake.seal_visit(visit_form(late_entry=late))


def test_the_first_number_of_a_year_can_be_set(office: ThrowAwayOffice, desk: Reception) -> None:
    with pytest.raises(NotAllowed):
        desk.lifecycle.set_next_number(2026, 500)
    head = create_services(office.open(HEAD))
    head.lifecycle.set_next_number(2026, 500)
    assert desk.intake.forecast(PetitionKind.COMPLAINT, None).number == 500
    assert desk.intake.seal_visit(visit_form()).visit.number == 500
    with pytest.raises(InvalidInput, match=r"life\.number_used"):
        head.lifecycle.set_next_number(2026, 500, "Nối tiếp sổ giấy đang dùng")
    with pytest.raises(InvalidInput, match=r"life\.reason_short"):
        head.lifecycle.set_next_number(2026, 600)
    head.lifecycle.set_next_number(2026, 600, "Nối tiếp sổ giấy đang dùng")
    numbers = [desk.intake.seal_visit(visit_form()).visit.number for _ in range(2)]
    assert numbers == [600, 601]
    assert desk.intake.forecast(PetitionKind.COMPLAINT, None, date(2027, 1, 4)).number == 1
    head.session.close()
    assert is_log_intact(office)


def test_the_year_changes_while_the_program_is_open(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    office.clock.at = datetime(2026, 12, 31, 23, 58, tzinfo=VIETNAM)
    draft = desk.drafts.create()
    prepared = desk.intake.prepare(PERSON, protected=False)
    assert desk.intake.seal_visit(visit_form(PetitionKind.FEEDBACK)).visit.number == 1
    office.clock.move(minutes=5)
    forecast = desk.intake.forecast(PetitionKind.FEEDBACK, None)
    assert (forecast.number, forecast.received_on) == (1, date(2027, 1, 1))
    made = desk.intake.seal_visit(visit_form(PetitionKind.COMPLAINT), prepared, draft)
    assert (made.visit.year, made.visit.number) == (2027, 1)
    assert made.visit.pseudonym.code(2027) == "KN-0001"
    rows = desk.register.page(RegisterFilter())
    assert [(row.year, row.number, row.code) for row in rows] == [
        (2027, 1, "KN-0001"),
        (2026, 1, "PA-0001/2026"),
    ]
    assert [row.visit_id for row in desk.register.today()] == [made.visit.visit_id]
    assert is_log_intact(office)
