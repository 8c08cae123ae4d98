"""The register as a person reads it: masked rows by page, the story of a visit, today's list."""

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
from reception.services.access.session import Session
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.visits import visit_events
from reception.storage.visits.filter_count_query import CountedFilters, count_filters
from reception.storage.visits.register_reader import RegisterFilter, RegisterReader

STEP = 200  # rows between two page starts
_DENUNCIATION = PetitionKind.DENUNCIATION.value


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row of the register, without any part of an identity.

    ``days_left`` counts working days to the last allowed day: 0 is today, negative is late,
    None when nothing runs.
    """

    visit_id: int
    year: int
    number: int
    received_on: date
    received_at: time | None
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
    unchecked: bool = False  # holds words that were never compared with the identity
    officer: str = ""  # account name of who received


@dataclass(frozen=True, slots=True)
class Event:
    """One step in the story of a visit: a code for the sentence, the day, and plain facts."""

    code: str
    on: date
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class VisitStory:
    """What the side panel shows: the row, its petitions, papers, deadlines and events."""

    row: RegisterRow
    petitions: tuple[tuple[str, str, str], ...]  # kind, field, summary
    papers: tuple[tuple[str, int, str], ...]  # name, pages, state
    deadlines: tuple[tuple[str, str, date, date | None], ...]  # term, article, due, closed
    events: tuple[Event, ...]
    opened: int = 0  # how often the identity was opened


@dataclass(frozen=True, slots=True)
class DayFigures:
    """The line under today's list."""

    visits: int
    people: int
    groups: int


class Register:
    """Reads the register for one person; what they may not read is not asked for."""

    def __init__(self, session: Session, calendars: OfficeCalendar) -> None:
        """Work in one session."""
        self._session = session
        self._calendars = calendars
        self._reader = RegisterReader(session.database)

    def page(
        self, chosen: RegisterFilter, before: int | None = None, size: int = STEP
    ) -> list[RegisterRow]:
        """Return up to ``size`` rows older than the key ``before``, newest first."""
        return self._rows(self._reader.page(self._allowed(chosen), before, size))

    def page_starts(self, chosen: RegisterFilter, step: int = STEP) -> tuple[int, list[int]]:
        """Return (number of rows, key of every ``step``-th row) of a filter."""
        return self._reader.page_starts(self._allowed(chosen), step)

    def rows(self, visit_ids: list[int]) -> list[RegisterRow]:
        """Return the rows of some visits, in this order; what may not be read is left out."""
        hidden = self._allowed(RegisterFilter()).kinds_hidden
        found = {row["visit_id"]: row for row in self._reader.rows(visit_ids)}
        known = [found[key] for key in visit_ids if key in found]
        return self._rows([row for row in known if row["kind"] not in hidden])

    def tally(self, asked: CountedFilters) -> FilterCounts:
        """Return how many visits each choice in the filters leaves."""
        hidden = self._allowed(RegisterFilter()).kinds_hidden
        return count_filters(self._session.database, replace(asked, kinds_hidden=hidden))

    def today(self) -> list[RegisterRow]:
        """Return today's visits, newest first; denunciations carry no hour."""
        return self.day(self._session.today())

    def day(self, day: date) -> list[RegisterRow]:
        """Return the visits of a day, newest first."""
        rows = self._reader.day(day)
        hidden = self._allowed(RegisterFilter()).kinds_hidden
        return self._rows([row for row in rows if row["kind"] not in hidden])

    def figures(self, day: date) -> DayFigures:
        """Return visits, people and large groups of a day, voided and refused ones left out."""
        rows = [r for r in self.day(day) if not r.voided and r.progress != "refused"]
        groups = sum(1 for row in rows if row.people >= 5)  # noqa: PLR2004 - Biểu 01/TCD
        return DayFigures(len(rows), sum(row.people for row in rows), groups)

    def story(self, visit_id: int) -> VisitStory | None:
        """Return the story of a visit, newest event first; None when it may not be read."""
        found = self._reader.row(visit_id)
        if found is None or found["kind"] in self._allowed(RegisterFilter()).kinds_hidden:
            return None
        row = self._rows([found])[0]
        petitions = tuple(
            (p["kind"], p["field"], p["summary"]) for p in self._reader.petitions(visit_id)
        )
        papers = tuple((p["name"], p["pages"], p["state"]) for p in self._reader.papers(visit_id))
        deadlines = tuple(
            (d["term"], d["article"], date.fromisoformat(d["due_on"]), _date(d["closed_on"]))
            for d in self._reader.deadlines(visit_id)
        )
        opened = self._reader.reveals(visit_id, Act.REVEALED.value)
        return VisitStory(row, petitions, papers, deadlines, self._events(row, found), opened)

    def _events(self, row: RegisterRow, found: Any) -> tuple[Event, ...]:
        officer = self._session.people.get(found["officer"])
        name = officer.name if officer else ""
        events = [Event("sealed", row.received_on, (("number", f"{row.number:04d}"), ("by", name)))]
        lived = visit_events.events(self._session.database, row.visit_id)
        # What was printed before a visit became a denunciation bears the name beside its number.
        if not any(visit_events.facts_of(item).get("up") for item in lived):
            for item in self._reader.prints(row.visit_id):
                facts = (("label", item["label"]), ("form", item["form"]))
                events.append(Event("printed", date.fromisoformat(item["printed_on"]), facts))
        events += [self._lived(item, found) for item in lived]
        events.sort(key=lambda event: event.on)
        if row.due_on is not None:
            events.append(Event("due", row.due_on))
        return tuple(reversed(events))

    def _lived(self, item: Any, found: Any) -> Event:
        officer = self._session.people.get(item["officer"])
        facts = {"by": officer.name if officer else "", "ground": item["ground"]}
        facts |= {"reason": item["reason"], "checked": "yes" if item["checked"] else ""}
        if item["act"] == LifecycleAct.ANSWERED.value:
            late = self._days_late(found)
            facts |= {"number": found["answer_number"] or "", "late": str(late) if late else ""}
        facts |= {k: v for k, v in visit_events.facts_of(item).items() if isinstance(v, str)}
        return Event(item["act"], date.fromisoformat(item["happened_on"]), tuple(facts.items()))

    def _days_late(self, found: Any) -> int:
        """Return by how many working days the answer came after the last allowed day."""
        on = _date(found["answered_on"])
        days = [
            date.fromisoformat(item["due_on"])
            for item in self._reader.deadlines(found["visit_id"])
            if item["closed_on"] == found["answered_on"]
        ]
        if on is None or not days or min(days) >= on:
            return 0
        return -self._calendars.calendar().days_left(on, min(days))

    def _allowed(self, chosen: RegisterFilter) -> RegisterFilter:
        self._session.refresh()  # a right taken away counts from now on
        if self._session.may(Right.READ_DENUNCIATION):
            return chosen
        return replace(chosen, kinds_hidden=(_DENUNCIATION,))

    def _rows(self, found: list[Any]) -> list[RegisterRow]:
        day = self._session.today()
        calendar = self._calendars.calendar()
        names = {user: person.name for user, person in self._session.people.items()}
        rows = [_row(item, day, calendar.days_left) for item in found]
        return [
            replace(row, officer=names.get(item["officer"], ""))
            for row, item in zip(rows, found, strict=True)
        ]


def _row(item: Any, today: date, days_left: Any) -> RegisterRow:
    due = _date(item["due_on"])
    open_ = due is not None and not item["voided"]
    return RegisterRow(
        visit_id=item["visit_id"],
        year=item["year"],
        number=item["number"],
        received_on=date.fromisoformat(item["received_on"]),
        received_at=time.fromisoformat(item["received_at"]) if item["received_at"] else None,
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
        days_left=days_left(today, due) if open_ else None,
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
