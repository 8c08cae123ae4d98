"""A row of the register: whole, masked for somebody who may not read the visit, or unreadable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from reception.domain.petition import PetitionField, PetitionKind
from reception.domain.reporter import Pseudonym
from reception.domain.visit import Outcome
from reception.domain.working_calendar import WorkingCalendar
from reception.storage.json_shapes import (
    ShapeError,
    day_of,
    optional_day_of,
    readable_day,
    word_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One row of the register, without any part of an identity.

    A row that is ``masked`` has number, day, kind, pseudonym, progress, due day, day of the answer
    and officer only; every other text is empty and ``people`` is 0.
    A row that is ``unreadable`` holds a value that no program writes; it is masked too, and has the
    number and the day only, which is the first of all days where nobody can read it. It stands in
    lists, so that the others can be used; nothing may be counted from it.
    ``days_left`` counts working days to the last allowed day, as ``WorkingCalendar.days_left``;
    None without an open deadline.
    """

    visit_id: int
    year: int
    number: int
    received_on: date
    received_at: time | None = None  # of an ordinary visit of today
    mode: str = ""
    body: str = ""
    kind: str
    code: str
    field: str = ""
    field_note: str = ""
    summary: str = ""
    respondent: str = ""
    people: int = 0
    same_content: int = 0
    settled_by: str = ""
    outcome: str = ""
    competence: str = ""
    handled_by: str = ""
    document_number: str = ""
    refusal_ground: str = ""
    progress: str
    due_on: date | None
    days_left: int | None = None
    voided: bool
    protection: bool = False
    result: str = ""
    note: str = ""
    entered_on: date | None = None  # of a visit entered late
    answered_on: date | None = None
    void_ground: str = ""
    unchecked: bool = False  # has texts that no comparison with the identity has cleared
    officer: str = ""  # name of the officer who received the visit
    masked: bool = False  # the reader may not read the visit
    unreadable: bool = False


def register_row(item: Any, today: date, calendar: WorkingCalendar) -> RegisterRow:
    """Return the row of a visit of ``RegisterReader``, without the name of the officer.

    The row is ``unreadable`` if a day or word of the visit is none.
    """
    try:
        return _whole_row(item, today, calendar)
    except ShapeError:
        return unreadable_row(item)


def unreadable_row(item: Any) -> RegisterRow:
    """Return the row of a visit that holds a value that no program writes."""
    return RegisterRow(
        visit_id=item["visit_id"],
        year=item["year"],
        number=item["number"],
        received_on=readable_day(item["received_on"]) or date.min,
        kind="",
        code="",
        progress="",
        due_on=None,
        voided=False,
        masked=True,
        unreadable=True,
    )


def _whole_row(item: Any, today: date, calendar: WorkingCalendar) -> RegisterRow:
    """Return the row of a visit. Errors: ShapeError."""
    due = optional_day_of(item["due_on"])
    return RegisterRow(
        visit_id=item["visit_id"],
        year=item["year"],
        number=item["number"],
        received_on=day_of(item["received_on"]),
        received_at=None,
        mode=item["mode"],
        body=item["body"],
        kind=word_of(PetitionKind, item["kind"]).value,
        code=Pseudonym(item["series"], item["code_year"], item["code_number"]).code(today.year),
        field=word_of(PetitionField, item["field"]).value,
        field_note=item["field_note"],
        summary=item["summary"],
        respondent=item["respondent"],
        people=item["people"],
        same_content=item["same_content"],
        settled_by=item["settled_by"],
        outcome=word_of(Outcome, item["outcome"]).value if item["outcome"] else "",
        competence=item["competence"],
        handled_by=item["handled_by"],
        document_number=item["document_number"],
        refusal_ground=item["refusal_ground"],
        progress=item["progress"],
        due_on=due,
        days_left=calendar.days_left(today, due)
        if due is not None and not item["voided"]
        else None,
        voided=bool(item["voided"]),
        protection=bool(item["protection"]),
        result=item["result"],
        note=item["note"],
        entered_on=optional_day_of(item["entered_on"]),
        answered_on=optional_day_of(item["answered_on"]),
        void_ground=(item["void"] or "").partition(" ")[2],
        unchecked=bool(item["unchecked"]),
    )


def masked_row(row: RegisterRow) -> RegisterRow:
    """Return a row without what tells something about the content of the visit, or who came.

    The day of the answer stands in what a status look-up tells the citizen: beside the code it
    would lead whoever has found a citizen's copy to the row.
    """
    return RegisterRow(
        visit_id=row.visit_id,
        year=row.year,
        number=row.number,
        received_on=row.received_on,
        kind=row.kind,
        code=row.code,
        progress=row.progress,
        due_on=row.due_on,
        days_left=row.days_left,
        voided=row.voided,
        entered_on=row.entered_on,
        officer=row.officer,
        masked=True,
    )
