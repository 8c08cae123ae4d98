"""Writes visits with their petitions, deadlines and papers; numbers and pseudonyms without gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reception.domain.reporter import Pseudonym
from reception.domain.text import fold, former_fold, nfc
from reception.domain.visit import HandledPetition, PaperReceived, Visit
from reception.storage.database import Database
from reception.storage.office_values import read_office_value
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits.code_series import record_pseudonym
from reception.storage.visits.visit_hours import write_hour

_FIRST_NUMBER = re.compile("[0-9]{1,6}")
_LAST_NUMBER = "SELECT max(number) FROM visit WHERE year = ?"
_LAST_PSEUDONYM = (
    "SELECT max(n) FROM (SELECT max(code_number) AS n FROM visit WHERE series = ? "
    "AND code_year = ? UNION ALL SELECT number FROM code_last WHERE series = ? AND year = ?)"
)
# A series has no gaps, so a number above the count of its rows was written with other tools; the
# verification names it.
_LAST_RECEIPT = (
    "SELECT max(number) FROM receipt WHERE series = ? AND year = ? AND number <= "
    "(SELECT count(*) FROM receipt WHERE series = ? AND year = ?)"
)
_RECEIPT_OF_NUMBER = "SELECT 1 FROM receipt WHERE series = ? AND year = ? AND number = ?"
# A number that no office reaches was written with other tools; the verification names it.
_LAST_PRINT = "SELECT max(number) FROM print WHERE year = ? AND number BETWEEN 0 AND 999999"
_PSEUDONYM_OF_BLIND_INDEX = (
    "SELECT v.series, v.code_year, v.code_number FROM blind_tag t JOIN visit v USING (visit_id) "
    "WHERE t.tag = ? AND t.kind = ? AND v.series = ? ORDER BY t.visit_id DESC LIMIT 1"
)

# The columns of circumstances that are sealed; an empty capacity says so of an ordinary visit too.
SEALED_CIRCUMSTANCES = {"capacity": "", "interpreter": "", "thumb_print": 0}


@dataclass(frozen=True, slots=True)
class Deadline:
    """An open deadline of a visit: code of the term, its article and length, first and last day."""

    term: str
    article: str
    days: int  # in the unit of its term (law.statutory_terms)
    started_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class VisitExtras:
    """Columns of a visit's row that are no part of the domain's Visit."""

    officer: str
    progress: str
    deadlines: tuple[Deadline, ...] = ()
    import_digest: bytes | None = None
    result: str = ""
    note: str = ""


def next_number(database: Database, year: int) -> int:
    """Return the number of the next visit of a year: one more than the last, no gaps.

    The first one is 1, or the number that the office has set for the year.
    """
    text = read_office_value(database, first_number_key(year)) or ""
    first_number = int(text) if _FIRST_NUMBER.fullmatch(text) else 1
    return max(_next_number(database, _LAST_NUMBER, (year,)), first_number)


def first_number_key(year: int) -> str:
    """Return the key in the table ``office`` under which a year's first number is stored."""
    return f"first_number/{year}"


def next_pseudonym(database: Database, series: str, year: int) -> Pseudonym:
    """Return the next pseudonym of a series and year."""
    return Pseudonym(
        series, year, _next_number(database, _LAST_PSEUDONYM, (series, year, series, year))
    )


def next_receipt_number(database: Database, series: str, year: int) -> int:
    """Return the next number of a paper series (BN, PT, NP) of a year."""
    number = _next_number(database, _LAST_RECEIPT, (series, year, series, year))
    # A row deleted with other tools lowers the count. The loop ends: there are only so many rows.
    while database.one(_RECEIPT_OF_NUMBER, (series, year, number)) is not None:
        number += 1
    return number


def next_print_number(database: Database, year: int) -> int:
    """Return the next print number of a year."""
    return _next_number(database, _LAST_PRINT, (year,))


def pseudonym_of_blind_index(
    database: Database, blind_index: bytes, kind: str, series: str
) -> Pseudonym | None:
    """Return the newest pseudonym of a series that was given to the person of a blind index."""
    row = database.one(_PSEUDONYM_OF_BLIND_INDEX, (blind_index, kind, series))
    return None if row is None else Pseudonym(row[0], row[1], row[2])


def write_visit(work: UnitOfWork, visit: Visit, extras: VisitExtras) -> None:
    """Write a visit, its hour, petitions, deadlines and papers, and index its unsealed texts."""
    work.insert("visit", _visit_row(visit, extras))
    if visit.received_at is not None:
        write_hour(work, visit.visit_id, visit.received_at)
    record_pseudonym(work, visit.pseudonym, visit.year)
    for position, entry in enumerate(visit.handled_petitions, start=1):
        work.insert("petition", _petition_row(visit.visit_id, position, entry))
    for position, deadline in enumerate(extras.deadlines, start=1):
        work.insert("deadline", deadline_row(visit.visit_id, position, deadline))
    for position, paper in enumerate(visit.papers, start=1):
        work.insert("paper", _paper_row(visit.visit_id, position, paper))
    index_visit(work.database, visit.visit_id, searchable_text(visit, extras))


def index_visit(database: Database, visit_id: int, text: str) -> None:
    """Add a visit's unsealed texts to the search index, folded and with their accents."""
    database.execute(
        "INSERT INTO visit_search (rowid, folded, exact) VALUES (?, ?, ?)",
        (visit_id, *search_columns(text)),
    )


def search_columns(text: str) -> tuple[str, str]:
    """Return the two columns of the search index for a text: folded, and with its accents."""
    return fold(text), nfc(text).casefold()


def former_search_columns(text: str) -> tuple[str, str]:
    """Return the columns as written by versions that knew no letters that look alike."""
    return former_fold(text), nfc(text).casefold()


def joined_text(parts: Sequence[str]) -> str:
    """Join the texts of a visit, one on each line, without the empty ones."""
    return "\n".join(part for part in parts if part)


def searchable_text(visit: Visit, extras: VisitExtras) -> str:
    """Return every unsealed text of a visit that search covers."""
    parts: list[str] = [
        visit.pseudonym.code(),
        f"{visit.number:04d}",
        visit.receiving_body,
        extras.note,
    ]
    for entry in visit.handled_petitions:
        petition, handling = entry.petition, entry.handling
        parts += [petition.summary, petition.request, petition.respondent, petition.place]
        parts += [petition.settled_by, petition.field_note]
        parts += [handling.handled_by, handling.document_number]
    return joined_text(parts)


def earliest_due(deadlines: Sequence[Deadline]) -> date | None:
    """Return the earliest due day of open deadlines; None if there are none."""
    return min((deadline.due_on for deadline in deadlines), default=None)


def _next_number(database: Database, sql: str, parameters: tuple[Any, ...]) -> int:
    row = database.one(sql, parameters)
    return 1 if row is None or row[0] is None else int(row[0]) + 1


def _visit_row(visit: Visit, extras: VisitExtras) -> dict[str, Any]:
    due_on = earliest_due(extras.deadlines)
    group = visit.group
    return {
        "visit_id": visit.visit_id,
        "year": visit.year,
        "number": visit.number,
        "received_on": visit.received_on.isoformat(),
        "mode": visit.mode.value,
        "body": visit.receiving_body,
        "kind": visit.main_petition.petition.kind.value,
        "series": visit.pseudonym.series,
        "code_year": visit.pseudonym.year,
        "code_number": visit.pseudonym.number,
        **_circumstances(visit),
        "people": group.people,
        "same_content": group.same_content,
        "representatives": group.representatives,
        "appointment": int(group.appointment_present),
        "counted_once": 0,  # only earlier versions marked visits that another one counts
        "protection": int(visit.protection_asked),
        "read_back": int(visit.read_back),
        "officer": extras.officer,
        "progress": extras.progress,
        "due_on": due_on and due_on.isoformat(),
        "import_digest": extras.import_digest,
        "result": extras.result,
        "note": extras.note,
    }


def _circumstances(visit: Visit) -> dict[str, Any]:
    """Return how the reporter came; of a protected one it would tell who among few it was."""
    if visit.protected or visit.capacity is None:
        return dict(SEALED_CIRCUMSTANCES)
    return {
        "capacity": visit.capacity.value,
        "interpreter": visit.interpreter_language or "",
        "thumb_print": int(visit.thumb_print or False),
    }


def _petition_row(visit_id: int, position: int, entry: HandledPetition) -> dict[str, Any]:
    petition, handling = entry.petition, entry.handling
    return {
        "visit_id": visit_id,
        "position": position,
        "kind": petition.kind.value,
        "field": petition.field.value,
        "field_note": petition.field_note,
        "respondent": petition.respondent,
        "place": petition.place,
        "summary": petition.summary,
        "request": petition.request,
        "settled_by": petition.settled_by,
        "settled_round": petition.settled_round,
        "form": petition.form.value,
        "outcome": handling.outcome.value,
        "competence": handling.competence.value,
        "handled_by": handling.handled_by,
        "document_number": handling.document_number,
        "refusal_ground": handling.refusal_ground,
        "explanation": handling.explanation,
    }


def deadline_row(visit_id: int, position: int, deadline: Deadline) -> dict[str, Any]:
    """Return a deadline as a row."""
    return {
        "visit_id": visit_id,
        "position": position,
        "term": deadline.term,
        "article": deadline.article,
        "days": deadline.days,
        "started_on": deadline.started_on.isoformat(),
        "due_on": deadline.due_on.isoformat(),
    }


def _paper_row(visit_id: int, position: int, paper: PaperReceived) -> dict[str, Any]:
    return {
        "visit_id": visit_id,
        "position": position,
        "name": paper.name,
        "pages": paper.pages,
        "state": paper.state.value,
    }
