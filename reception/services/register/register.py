"""Reading the register: masked rows by page, the story of a visit, today's list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reception.domain.filter_counts import FilterCounts
from reception.domain.petition import is_protected
from reception.domain.visit_lifecycle import LifecycleAct
from reception.domain.visit_reading import VisitReader
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.register.paper_story import paper_events
from reception.services.register.register_row import (
    RegisterRow,
    masked_row,
    register_row,
    unreadable_row,
)
from reception.services.register.visit_story import StoryEvent, VisitStory, without_content
from reception.services.visit_reading.present_reader import may_read_record, present_reader
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.json_shapes import ShapeError, day_of, optional_day_of
from reception.storage.visits import visit_events
from reception.storage.visits.filter_count_query import FilterCountRequest, count_filters
from reception.storage.visits.register_reader import RegisterFilter, RegisterReader

PAGE_SIZE = 200  # rows


@dataclass(frozen=True, slots=True)
class DayFigures:
    """Totals below the list of a day; they count nothing of ``unreadable`` rows."""

    visits: int
    people: int
    groups: int
    unreadable: int = 0


@rights_checked
class Register:
    """Reads the register for the signed-in person; visits that they may not read are masked."""

    def __init__(self, session: Session, office_calendar: OfficeCalendar) -> None:
        self._session = session
        self._office_calendar = office_calendar
        self._reader = RegisterReader(session.database)

    def page(
        self, register_filter: RegisterFilter, before: int | None = None, size: int = PAGE_SIZE
    ) -> list[RegisterRow]:
        """Return up to ``size`` rows older than the key ``before``, newest first."""
        reader = present_reader(self._session)
        return self._rows(
            self._reader.page(replace(register_filter, reader=reader), before, size), reader
        )

    def page_starts(
        self, register_filter: RegisterFilter, step: int = PAGE_SIZE
    ) -> tuple[int, list[int]]:
        """Return (number of rows, key of every ``step``-th row) of a filter."""
        reader = present_reader(self._session)
        return self._reader.page_starts(replace(register_filter, reader=reader), step)

    def rows(self, visit_ids: list[int]) -> list[RegisterRow]:
        """Return the rows of some visits, in this order."""
        by_id = {row["visit_id"]: row for row in self._reader.rows(visit_ids)}
        return self._rows(
            [by_id[key] for key in visit_ids if key in by_id], present_reader(self._session)
        )

    def filter_counts(self, counted_filters: FilterCountRequest) -> FilterCounts:
        """Return for each choice in the filters how many visits match it."""
        request = replace(counted_filters, reader=present_reader(self._session))
        return count_filters(self._session.database, request)

    def today(self) -> list[RegisterRow]:
        """Return today's visits, newest first; denunciations have no time of day."""
        return self.day(self._session.today())

    def day(self, day: date) -> list[RegisterRow]:
        """Return the visits of a day, newest first."""
        return self._rows(self._reader.visits_of_day(day), present_reader(self._session))

    def figures(self, day: date) -> DayFigures:
        """Return visits, people and large groups of a day, voided and refused ones left out.

        People of visits that may not be read are not counted.
        """
        listed = self.day(day)
        unreadable = sum(1 for row in listed if row.unreadable)
        rows = [
            row for row in listed if not (row.unreadable or row.voided or row.progress == "refused")
        ]
        groups = sum(1 for row in rows if row.people >= 5)  # noqa: PLR2004 - Biểu 01/TCD
        return DayFigures(len(rows), sum(row.people for row in rows), groups, unreadable)

    def story(self, visit_id: int) -> VisitStory | None:
        """Return the story of a visit, newest event first; None when there is no such visit.

        A visit that may not be read has no texts, papers and prints in its story. One that holds a
        value that no program writes has an ``unreadable`` row and nothing else.
        """
        record = self._reader.row(visit_id)
        if record is None:
            return None
        try:
            story = self._story(visit_id, record)
        except ShapeError:
            return VisitStory(unreadable_row(record), (), (), (), ())
        return story

    def _story(self, visit_id: int, record: Any) -> VisitStory:
        reader = present_reader(self._session)
        row = self._rows([record], reader)[0]
        if row.unreadable:
            return VisitStory(row, (), (), (), ())
        deadlines = tuple(
            (d["term"], d["article"], day_of(d["due_on"]), optional_day_of(d["closed_on"]))
            for d in self._reader.deadlines(visit_id)
        )
        if row.masked:
            return VisitStory(row, (), (), (), without_content(self._events(row, record)))
        petitions = tuple(
            (p["kind"], p["field"], p["summary"]) for p in self._reader.petitions(visit_id)
        )
        papers = tuple((p["name"], p["pages"], p["state"]) for p in self._reader.papers(visit_id))
        reveal_count = self._reader.count_openings(visit_id)
        return VisitStory(
            row, petitions, papers, deadlines, self._events(row, record), reveal_count
        )

    def _events(self, row: RegisterRow, record: Any) -> tuple[StoryEvent, ...]:
        officer = self._session.people.get(record["officer"])
        name = officer.name if officer else ""
        events = [
            StoryEvent("sealed", row.received_on, (("number", f"{row.number:04d}"), ("by", name)))
        ]
        lifecycle_rows = visit_events.read_events(self._session.database, row.visit_id)
        # A number given before a visit became a denunciation stands beside the name on its paper.
        if not visit_events.raised_among(self._session.database, [row.visit_id]):
            for item in self._reader.prints(row.visit_id):
                facts = (("label", item["label"]), ("form", item["form"]))
                events.append(StoryEvent("number_given", day_of(item["printed_on"]), facts))
        events += paper_events(self._session, row.visit_id)
        events += [self._lifecycle_event(item, record) for item in lifecycle_rows]
        events.sort(key=lambda event: event.day)
        if row.due_on is not None:
            events.append(StoryEvent("due", row.due_on))
        return tuple(reversed(events))

    def _lifecycle_event(self, item: Any, record: Any) -> StoryEvent:
        officer = self._session.people.get(item["officer"])
        facts = {"by": officer.name if officer else "", "ground": item["ground"]}
        facts |= {"reason": item["reason"], "checked": _comparison_of(item, record)}
        if item["act"] == LifecycleAct.ANSWERED.value:
            late = self._days_late(record)
            facts |= {"number": record["answer_number"] or "", "late": str(late) if late else ""}
        facts |= {k: v for k, v in visit_events.facts_of(item).items() if isinstance(v, str)}
        return StoryEvent(item["act"], day_of(item["happened_on"]), tuple(facts.items()))

    def _days_late(self, record: Any) -> int:
        """Return how many working days after the last allowed day the person was answered."""
        on = optional_day_of(record["answered_on"])
        days = [
            day_of(item["due_on"])
            for item in self._reader.deadlines(record["visit_id"])
            if item["closed_on"] == record["answered_on"]
        ]
        if on is None or not days or min(days) >= on:
            return 0
        return -self._office_calendar.calendar().days_left(on, min(days))

    def _rows(self, records: list[Any], reader: VisitReader) -> list[RegisterRow]:
        day = self._session.today()
        calendar = self._office_calendar.calendar()
        names = {user: person.name for user, person in self._session.people.items()}
        hours = self._reader.ordinary_hours(day)  # nobody sees those of other days
        rows = []
        for item in records:
            row = register_row(item, day, calendar)
            if row.unreadable:  # without hour and officer: it may be a denunciation
                rows.append(row)
                continue
            row = replace(
                row,
                officer=names.get(item["officer"], ""),
                received_at=hours.get(item["visit_id"]),
            )
            rows.append(row if may_read_record(reader, item) else masked_row(row))
        return rows


def _comparison_of(event: Any, record: Any) -> str:
    """Return what everybody may know: "yes" checked, "" not yet, "withheld" after the sealing.

    Whether late words of a protected visit were compared is told to custodians only.
    """
    if event["checked"]:
        return "yes"
    return "withheld" if is_protected(record["kind"], record["protection"]) else ""
