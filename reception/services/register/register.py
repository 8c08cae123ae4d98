"""Reading the register: masked rows by page, the story of a visit, today's list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from reception.domain.audit import Act
from reception.domain.filter_counts import FilterCounts
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Pseudonym
from reception.domain.staff import Right
from reception.domain.visit_lifecycle import LifecycleAct
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.register.visit_story import StoryEvent, VisitStory
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.visits import visit_events
from reception.storage.visits.filter_count_query import FilterCountRequest, count_filters
from reception.storage.visits.register_reader import RegisterFilter, RegisterReader

PAGE_SIZE = 200  # rows
_DENUNCIATION = PetitionKind.DENUNCIATION.value


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row of the register, without any part of an identity.

    ``days_left`` counts working days to the last allowed day, as ``WorkingCalendar.days_left``;
    None without an open deadline.
    """

    visit_id: int
    year: int
    number: int
    received_on: date
    received_at: time | None  # of an ordinary visit of today
    mode: str
    body: str
    kind: str
    code: str
    field: str
    field_note: str
    summary: str
    respondent: str
    people: int
    same_content: int
    settled_by: str
    outcome: str
    competence: str
    handled_by: str
    document_number: str
    refusal_ground: str
    progress: str
    due_on: date | None
    days_left: int | None
    voided: bool
    protection: bool
    result: str
    note: str
    entered_on: date | None = None  # of a visit entered late
    answered_on: date | None = None
    void_ground: str = ""
    unchecked: bool = False  # has texts that no comparison with the identity has cleared
    officer: str = ""  # name of the officer who received the visit


@dataclass(frozen=True, slots=True)
class DayFigures:
    """Totals below the list of a day."""

    visits: int
    people: int
    groups: int


@rights_checked
class Register:
    """Reads the register for the signed-in person, without visits that they may not read."""

    def __init__(self, session: Session, office_calendar: OfficeCalendar) -> None:
        self._session = session
        self._office_calendar = office_calendar
        self._reader = RegisterReader(session.database)

    def page(
        self, register_filter: RegisterFilter, before: int | None = None, size: int = PAGE_SIZE
    ) -> list[RegisterRow]:
        """Return up to ``size`` rows older than the key ``before``, newest first."""
        return self._rows(self._reader.page(self._readable(register_filter), before, size))

    def page_starts(
        self, register_filter: RegisterFilter, step: int = PAGE_SIZE
    ) -> tuple[int, list[int]]:
        """Return (number of rows, key of every ``step``-th row) of a filter."""
        return self._reader.page_starts(self._readable(register_filter), step)

    def rows(self, visit_ids: list[int]) -> list[RegisterRow]:
        """Return the rows of some visits, in this order, without those that may not be read."""
        hidden = self._readable(RegisterFilter()).kinds_hidden
        by_id = {row["visit_id"]: row for row in self._reader.rows(visit_ids)}
        known = [by_id[key] for key in visit_ids if key in by_id]
        return self._rows([row for row in known if row["kind"] not in hidden])

    def filter_counts(self, counted_filters: FilterCountRequest) -> FilterCounts:
        """Return for each choice in the filters how many visits match it."""
        hidden = self._readable(RegisterFilter()).kinds_hidden
        return count_filters(self._session.database, replace(counted_filters, kinds_hidden=hidden))

    def today(self) -> list[RegisterRow]:
        """Return today's visits, newest first; denunciations have no time of day."""
        return self.day(self._session.today())

    def day(self, day: date) -> list[RegisterRow]:
        """Return the visits of a day, newest first."""
        rows = self._reader.visits_of_day(day)
        hidden = self._readable(RegisterFilter()).kinds_hidden
        return self._rows([row for row in rows if row["kind"] not in hidden])

    def figures(self, day: date) -> DayFigures:
        """Return visits, people and large groups of a day, voided and refused ones left out."""
        rows = [r for r in self.day(day) if not r.voided and r.progress != "refused"]
        groups = sum(1 for row in rows if row.people >= 5)  # noqa: PLR2004 - Biểu 01/TCD
        return DayFigures(len(rows), sum(row.people for row in rows), groups)

    def story(self, visit_id: int) -> VisitStory | None:
        """Return the story of a visit, newest event first; None when it may not be read."""
        record = self._reader.row(visit_id)
        if record is None or record["kind"] in self._readable(RegisterFilter()).kinds_hidden:
            return None
        row = self._rows([record])[0]
        petitions = tuple(
            (p["kind"], p["field"], p["summary"]) for p in self._reader.petitions(visit_id)
        )
        papers = tuple((p["name"], p["pages"], p["state"]) for p in self._reader.papers(visit_id))
        deadlines = tuple(
            (d["term"], d["article"], date.fromisoformat(d["due_on"]), _date(d["closed_on"]))
            for d in self._reader.deadlines(visit_id)
        )
        reveal_count = self._reader.count_entries(visit_id, Act.REVEALED.value)
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
        # Papers printed before a visit became a denunciation show the name beside the print number.
        if not any(visit_events.facts_of(item).get("up") for item in lifecycle_rows):
            for item in self._reader.prints(row.visit_id):
                facts = (("label", item["label"]), ("form", item["form"]))
                events.append(StoryEvent("printed", date.fromisoformat(item["printed_on"]), facts))
        events += [self._lifecycle_event(item, record) for item in lifecycle_rows]
        events.sort(key=lambda event: event.day)
        if row.due_on is not None:
            events.append(StoryEvent("due", row.due_on))
        return tuple(reversed(events))

    def _lifecycle_event(self, item: Any, record: Any) -> StoryEvent:
        officer = self._session.people.get(item["officer"])
        facts = {"by": officer.name if officer else "", "ground": item["ground"]}
        facts |= {"reason": item["reason"], "checked": "yes" if item["checked"] else ""}
        if item["act"] == LifecycleAct.ANSWERED.value:
            late = self._days_late(record)
            facts |= {"number": record["answer_number"] or "", "late": str(late) if late else ""}
        facts |= {k: v for k, v in visit_events.facts_of(item).items() if isinstance(v, str)}
        return StoryEvent(
            item["act"], date.fromisoformat(item["happened_on"]), tuple(facts.items())
        )

    def _days_late(self, record: Any) -> int:
        """Return how many working days after the last allowed day the person was answered."""
        on = _date(record["answered_on"])
        days = [
            date.fromisoformat(item["due_on"])
            for item in self._reader.deadlines(record["visit_id"])
            if item["closed_on"] == record["answered_on"]
        ]
        if on is None or not days or min(days) >= on:
            return 0
        return -self._office_calendar.calendar().days_left(on, min(days))

    def _readable(self, register_filter: RegisterFilter) -> RegisterFilter:
        self._session.refresh()  # a right taken away counts from now on
        if self._session.may(Right.READ_DENUNCIATION):
            return register_filter
        return replace(register_filter, kinds_hidden=(_DENUNCIATION,))

    def _rows(self, records: list[Any]) -> list[RegisterRow]:
        day = self._session.today()
        calendar = self._office_calendar.calendar()
        names = {user: person.name for user, person in self._session.people.items()}
        hours = self._reader.ordinary_hours(day)  # nobody sees those of other days
        rows = [_row(item, day, calendar.days_left) for item in records]
        return [
            replace(
                row, officer=names.get(item["officer"], ""), received_at=hours.get(row.visit_id)
            )
            for row, item in zip(rows, records, strict=True)
        ]


def _row(item: Any, today: date, days_left: Any) -> RegisterRow:
    due = _date(item["due_on"])
    is_open = due is not None and not item["voided"]
    return RegisterRow(
        visit_id=item["visit_id"],
        year=item["year"],
        number=item["number"],
        received_on=date.fromisoformat(item["received_on"]),
        received_at=None,
        mode=item["mode"],
        body=item["body"],
        kind=item["kind"],
        code=Pseudonym(item["series"], item["code_year"], item["code_number"]).code(today.year),
        field=item["field"],
        field_note=item["field_note"],
        summary=item["summary"],
        respondent=item["respondent"],
        people=item["people"],
        same_content=item["same_content"],
        settled_by=item["settled_by"],
        outcome=item["outcome"],
        competence=item["competence"],
        handled_by=item["handled_by"],
        document_number=item["document_number"],
        refusal_ground=item["refusal_ground"],
        progress=item["progress"],
        due_on=due,
        days_left=days_left(today, due) if is_open else None,
        voided=bool(item["voided"]),
        protection=bool(item["protection"]),
        result=item["result"],
        note=item["note"],
        entered_on=_date(item["entered_on"]),
        answered_on=_date(item["answered_on"]),
        void_ground=(item["void"] or "").partition(" ")[2],
        unchecked=bool(item["unchecked"]),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
