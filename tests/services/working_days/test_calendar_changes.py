"""Setting a day of the calendar: previewed, saved in one act, printed days not shortened."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.calendar_overrides import CalendarOverride, DayKind
from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.petition import PetitionKind
from reception.domain.visit_lifecycle import Answer, AnswerChannel, VoidGround
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visits.visit_form import SealedVisit
from reception.services.working_days.calendar_year import DayAppearance, build_calendar_year
from tests.fixtures.office import HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import visit_form

CULTURE, MONDAY, SATURDAY = date(2026, 11, 24), date(2026, 11, 23), date(2026, 11, 28)
WORKED = CalendarOverride(CULTURE, DayKind.WORKING, "15/TB-VP")
SWAP = CalendarOverride(MONDAY, DayKind.SWAP, "12/TB-VP", SATURDAY)
OFF = CalendarOverride(MONDAY, DayKind.HOLIDAY, "13/TB-VP", name="Nghỉ chống bão")


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The head's services."""
    reception = create_services(office.open(HEAD))
    yield reception
    reception.session.database.close()


def sealed(head: Reception, kind: PetitionKind = PetitionKind.COMPLAINT) -> SealedVisit:
    """Seal a visit whose answer is due on 4 December."""
    return head.intake.seal_visit(visit_form(kind))


def due(head: Reception, visit: SealedVisit, term: str = "answer") -> date:
    """Return the due day of a deadline in the register."""
    row = head.session.database.one(
        "SELECT due_on FROM deadline WHERE visit_id = ? AND term = ?",
        (visit.visit.visit_id, term),
    )
    assert row is not None
    return date.fromisoformat(row["due_on"])


def set_day(head: Reception, edit: CalendarOverride) -> None:
    """Preview the effect of a day, then set it."""
    head.calendar_changes.save(edit.day, edit, head.calendar_changes.preview(edit.day, edit))


def test_an_officer_sets_no_day(office: ThrowAwayOffice) -> None:
    officer = create_services(office.open(OFFICER))
    with pytest.raises(NotAllowed):
        officer.calendar_changes.preview(MONDAY, OFF)
    officer.session.database.close()


def test_a_day_off_moves_open_deadlines_and_later_ones(head: Reception) -> None:
    visit = sealed(head)
    assert due(head, visit) == date(2026, 12, 4)
    effect = head.calendar_changes.preview(MONDAY, OFF)
    (move,) = [move for move in effect.moved_deadlines if move.term == "answer"]
    assert (move.old_due_on, move.new_due_on) == (date(2026, 12, 4), date(2026, 12, 7))
    assert move.code == "KN-0001"
    assert due(head, visit) == date(2026, 12, 4)  # only previewed
    head.calendar_changes.save(MONDAY, OFF, effect)
    assert due(head, visit) == date(2026, 12, 7)
    assert not head.office_calendar.calendar().is_working_day(MONDAY)
    assert due(head, sealed(head)) == date(2026, 12, 7)
    row = head.register.story(visit.visit.visit_id)
    assert row is not None
    earliest = min(d for _, _, d, closed in row.deadlines if closed is None)
    assert row.row.due_on == earliest
    assert head.log_verification.verify().intact


def test_the_log_has_the_day_and_the_numbers(head: Reception) -> None:
    sealed(head)
    set_day(head, SWAP)
    row = head.session.database.one("SELECT act, subject, facts FROM log ORDER BY seq DESC LIMIT 1")
    assert row is not None
    facts = json.loads(row["facts"])
    assert (row["act"], row["subject"]) == ("calendar_changed", "2026-11-23")
    assert facts["document"] == "12/TB-VP"
    assert facts["made_up"] == "2026-11-28"
    assert facts["moved"] + facts["kept"] <= 3


def test_a_printed_day_is_not_shortened(head: Reception) -> None:
    made = [sealed(head), sealed(head, PetitionKind.DENUNCIATION)]
    effect = head.calendar_changes.preview(CULTURE, WORKED)
    answers = {move.number: move for move in effect.affected if move.term == "answer"}
    assert all(answers[one.visit.number].keeps_printed_day for one in made)
    head.calendar_changes.save(CULTURE, WORKED, effect)
    assert [due(head, one) for one in made] == [date(2026, 12, 4)] * 2
    back = head.calendar_changes.preview(CULTURE, None)
    assert not [move for move in back.affected if move.term == "answer"]
    head.calendar_changes.save(CULTURE, None, back)
    assert head.office_calendar.overrides() == ()


def test_closed_deadlines_and_voided_visits_do_not_move(head: Reception) -> None:
    answered, voided = sealed(head), sealed(head)
    state = head.lifecycle.change_context(answered.visit.visit_id)
    given = Answer(date(2026, 11, 19), AnswerChannel.LETTER, "1/TB", closed_terms=())
    head.lifecycle.answer(answered.visit.visit_id, given, state.event_count)
    seen = head.lifecycle.change_context(voided.visit.visit_id).event_count
    why = ChangeReason(VoidGround.ENTERED_TWICE.value, "Trùng lượt trước, hai cán bộ cùng ghi")
    head.lifecycle.void(voided.visit.visit_id, why, seen)
    effect = head.calendar_changes.preview(MONDAY, OFF)
    assert effect.open_count == 0
    assert effect.affected == ()


def test_an_effect_that_changed_meanwhile_is_not_saved(head: Reception) -> None:
    sealed(head)
    effect = head.calendar_changes.preview(MONDAY, OFF)
    late = sealed(head)
    with pytest.raises(InvalidInput, match="calendar.moved_meanwhile"):
        head.calendar_changes.save(MONDAY, OFF, effect)
    assert due(head, late) == date(2026, 12, 4)
    assert head.office_calendar.overrides() == ()


def test_the_days_are_kept_after_the_next_unlock(office: ThrowAwayOffice, head: Reception) -> None:
    set_day(head, SWAP)
    set_day(head, WORKED)
    again = create_services(office.open(HEAD))
    assert again.office_calendar.overrides() == (SWAP, WORKED)
    assert again.office_calendar.calendar().is_working_day(SATURDAY)
    again.session.database.close()


def test_an_override_replaces_the_one_before(head: Reception) -> None:
    set_day(head, SWAP)
    set_day(head, OFF)
    assert head.office_calendar.overrides() == (OFF,)
    assert not head.office_calendar.calendar().is_working_day(SATURDAY)


def test_a_day_without_a_document_is_previewed_but_not_saved(head: Reception) -> None:
    sealed(head)
    bare = replace(OFF, document="  ")
    effect = head.calendar_changes.preview(MONDAY, bare)
    assert effect.moved_deadlines
    with pytest.raises(InvalidInput, match="calendar.document_missing"):
        head.calendar_changes.save(MONDAY, bare, effect)
    assert head.office_calendar.overrides() == ()


def test_a_year_too_far_is_refused(head: Reception) -> None:
    far = replace(OFF, day=date(2028, 11, 20))
    with pytest.raises(InvalidInput, match="calendar.too_far"):
        head.calendar_changes.preview(far.day, far)


def test_a_year_shows_the_kind_of_each_day(head: Reception) -> None:
    year = build_calendar_year(
        head.office_calendar.calendar_of_year(2026), head.office_calendar.overrides(), 2026
    )
    looks = {
        date(2026, 1, 1): DayAppearance.HOLIDAY,
        date(2026, 1, 2): DayAppearance.SWAP,
        date(2026, 1, 10): DayAppearance.MAKE_UP,
        date(2026, 8, 22): DayAppearance.MAKE_UP,
        date(2026, 8, 31): DayAppearance.SWAP,
        date(2026, 11, 21): DayAppearance.WEEKEND,
        CULTURE: DayAppearance.HOLIDAY,
    }
    assert {day: year.year_day(day).appearance for day in looks} == looks
    assert sum(year.working_day_counts) == 249
    assert not year.is_estimated
    assert (year.year_day(MONDAY).is_proposed, year.year_day(MONDAY).is_certain) == (True, False)
    assert year.year_day(SATURDAY).is_proposed
    set_day(head, SWAP)
    year = build_calendar_year(
        head.office_calendar.calendar_of_year(2026), head.office_calendar.overrides(), 2026
    )
    assert (year.year_day(MONDAY).appearance, year.year_day(SATURDAY).appearance) == (
        DayAppearance.SWAP,
        DayAppearance.MAKE_UP,
    )
    assert not year.year_day(MONDAY).is_proposed
    assert year.year_day(SATURDAY).override == SWAP
    ahead = build_calendar_year(head.office_calendar.calendar_of_year(2027), (), 2027)
    assert ahead.is_estimated
    assert not ahead.year_day(date(2027, 1, 1)).is_certain
    assert ahead.year_day(date(2027, 1, 2)).is_certain
    assert ahead.year_day(date(2027, 1, 4)).is_certain  # a working day is no estimate


def test_an_announced_year_is_no_estimate_any_more(head: Reception) -> None:
    with pytest.raises(InvalidInput, match="calendar.document_missing"):
        head.calendar_changes.record_announcement(2027, " ")
    with pytest.raises(InvalidInput, match="calendar.too_far"):
        head.calendar_changes.record_announcement(2029, "1/TB")
    head.calendar_changes.record_announcement(2027, "4567/TB-BNV")
    assert head.office_calendar.calendar().estimated_years == frozenset()
    ahead = build_calendar_year(head.office_calendar.calendar_of_year(2027), (), 2027)
    assert not ahead.is_estimated
    assert ahead.year_day(date(2027, 1, 1)).is_certain
    row = head.session.database.one("SELECT subject, facts FROM log ORDER BY seq DESC LIMIT 1")
    assert row is not None
    assert row["subject"] == "2027"
    assert json.loads(row["facts"]) == {"day": "announced", "document": "4567/TB-BNV"}
