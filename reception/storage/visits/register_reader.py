"""Reads the register: pages that begin at a visit's key (without OFFSET), filters, search."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from reception.domain.audit import visit_subject
from reception.domain.text import fold, nfc, words_of
from reception.domain.visit_reading import EVERYTHING, VisitReader
from reception.storage.database import Database
from reception.storage.visits.readable_visits import readable_condition, visits_by_code

_OPENINGS = (
    "SELECT count(*) FROM log WHERE act IN ('revealed', 'protected_revealed') AND subject = ?"
)
_ROW = (
    "SELECT v.visit_id, v.year, v.number, v.received_on, v.mode, v.body, v.kind, "
    "v.series, v.code_year, v.code_number, v.people, v.progress, v.due_on, v.voided, v.protection, "
    "v.officer, v.same_content, v.result, v.note, "
    "p.field, p.field_note, p.summary, p.respondent, p.settled_by, p.outcome, p.competence, "
    "p.handled_by, p.document_number, p.form, p.request, p.place, p.refusal_ground, "
    "l.entered_on, a.answered_on, a.way, a.document_number AS answer_number, "
    "CASE WHEN v.voided THEN (SELECT happened_on || ' ' || ground FROM visit_event e "
    "WHERE e.visit_id = v.visit_id AND e.act = 'voided') END AS void, "
    "EXISTS (SELECT 1 FROM visit_event e WHERE e.visit_id = v.visit_id AND e.checked = 0) "
    "AS unchecked "
    "FROM visit v JOIN petition p ON p.visit_id = v.visit_id AND p.position = 1 "
    "LEFT JOIN late_entry l ON l.visit_id = v.visit_id "
    "LEFT JOIN answer a ON a.visit_id = v.visit_id"
)
# Visits of earlier versions have their hour in the row of the visit.
_ORDINARY_HOURS = (
    "SELECT v.visit_id, coalesce(h.received_at, v.received_at) AS received_at FROM visit v "
    "LEFT JOIN visit_hour h USING (visit_id) "
    "WHERE v.received_on = ? AND v.kind <> 'denunciation' AND v.protection = 0"
)
_NOTHING = '""'  # what a text of signs without a word finds
_SEARCH_JOIN = "visit_search s JOIN visit v ON v.visit_id = s.rowid"
Conditions = tuple[list[str], dict[str, object]]  # SQL over ``visit v``, named parameters


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Filter of visits; an attribute that is empty or None filters nothing.

    ``text`` matches the content of visits that ``reader`` may read; the others are found by their
    whole pseudonym or number.
    """

    since: date | None = None
    until: date | None = None
    kinds: tuple[str, ...] = ()
    progress: tuple[str, ...] = ()
    due_before: date | None = None  # open deadlines up to and including this day
    due_after: date | None = None
    text: str = field(default="", repr=False)
    reader: VisitReader = EVERYTHING


class RegisterReader:
    """Reads pages of the register, newest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, register_filter: RegisterFilter, before: int | None, size: int) -> list[Any]:
        """Return up to ``size`` rows whose key is smaller than ``before`` (None: from the top)."""
        where, parameters = _conditions(register_filter)
        parameters["size"] = size
        if before is not None:
            where.append("v.visit_id < :before")
            parameters["before"] = before
        if register_filter.text.strip():
            found = matching_visits(self._database, register_filter, (where, parameters))
            sql = f"{found} ORDER BY 1 DESC LIMIT :size"
            return self.rows([int(row[0]) for row in self._database.query(sql, parameters)])
        sql = f"{_ROW}{_where(where)} ORDER BY v.visit_id DESC LIMIT :size"
        return self._database.query(sql, parameters)

    def page_starts(self, register_filter: RegisterFilter, step: int) -> tuple[int, list[int]]:
        """Return (number of rows, key of every ``step``-th row from the top)."""
        where, parameters = _conditions(register_filter)
        source = f"SELECT v.visit_id FROM visit v{_where(where)}"
        if register_filter.text.strip():
            source = matching_visits(self._database, register_filter, (where, parameters))
        total, keys = 0, []
        for row in self._database.iterate(f"{source} ORDER BY 1 DESC", parameters):
            if total % step == 0:
                keys.append(int(row[0]))
            total += 1
        return total, keys

    def row(self, visit_id: int) -> Any | None:
        """Return the row of a visit with its first petition, or None."""
        return self._database.one(f"{_ROW} WHERE v.visit_id = ?", (visit_id,))

    def petitions(self, visit_id: int) -> list[Any]:
        """Return the petitions of a visit in order."""
        return self._database.query(
            "SELECT * FROM petition WHERE visit_id = ? ORDER BY position", (visit_id,)
        )

    def deadlines(self, visit_id: int) -> list[Any]:
        """Return the deadlines of a visit, the earliest first."""
        return self._database.query(
            "SELECT * FROM deadline WHERE visit_id = ? ORDER BY due_on", (visit_id,)
        )

    def papers(self, visit_id: int) -> list[Any]:
        """Return the papers taken in with a visit."""
        return self._database.query(
            "SELECT * FROM paper WHERE visit_id = ? ORDER BY position", (visit_id,)
        )

    def prints(self, visit_id: int) -> list[Any]:
        """Return the rows of the print log that name a visit."""
        return self._database.query(
            "SELECT * FROM print WHERE subject = ? ORDER BY label", (visit_subject(visit_id),)
        )

    def count_openings(self, visit_id: int) -> int:
        """Return how many log entries are about an opened identity of a visit, singly."""
        row = self._database.one(_OPENINGS, (visit_subject(visit_id),))
        return int(row[0]) if row else 0

    def ordinary_hours(self, day: date) -> dict[int, time]:
        """Return visit id -> hour of the ordinary visits received on a day."""
        hours = {}
        for row in self._database.query(_ORDINARY_HOURS, (day.isoformat(),)):
            with suppress(TypeError, ValueError):  # none, or none that anybody can read
                hours[row["visit_id"]] = time.fromisoformat(row["received_at"])
        return hours

    def visits_of_day(self, day: date) -> list[Any]:
        """Return all visits of a day, newest first."""
        return self._database.query(
            f"{_ROW} WHERE v.received_on = ? ORDER BY v.visit_id DESC", (day.isoformat(),)
        )

    def visits_between(self, since: date, until: date) -> Iterator[Any]:
        """Yield the visits of a period in the order of the register book, oldest first."""
        return self._database.iterate(
            f"{_ROW} WHERE v.received_on BETWEEN ? AND ? ORDER BY v.visit_id",
            (since.isoformat(), until.isoformat()),
        )

    def rows(self, keys: list[int]) -> list[Any]:
        """Return the rows of some visits, newest first."""
        if not keys:
            return []
        placeholders = ", ".join("?" for _ in keys)
        return self._database.query(
            f"{_ROW} WHERE v.visit_id IN ({placeholders}) ORDER BY v.visit_id DESC", keys
        )


def match_expression(text: str) -> str:
    """Return the FTS5 query of a search text: all words must occur.

    ``+word`` must occur with its accents and as a whole; other words may be beginnings of words.
    """
    parts: list[str] = []
    for piece in text.split():
        exact = piece.startswith("+") and len(piece) > 1
        column = "exact" if exact else "folded"
        terms = words_of(nfc(piece).casefold()) if exact else words_of(fold(piece))
        suffix = "" if exact else "*"
        parts += [f'{column} : "{word}"{suffix}' for word in terms]
    return " AND ".join(parts)


def matching_visits(
    database: Database, register_filter: RegisterFilter, conditions: Conditions
) -> str:
    """Return a query for the keys of the visits that match the text of a filter.

    ``conditions`` are those of the rest of the filter; the parameters of the query are added to
    them. The content of a visit that the reader may not read is not compared.
    """
    where, parameters = conditions
    readable, of_reader = readable_condition(register_filter.reader)
    parameters |= {**of_reader, "match": match_expression(register_filter.text) or _NOTHING}
    matched = ["visit_search MATCH :match", readable, *where]
    query = f"SELECT s.rowid AS visit_id FROM {_SEARCH_JOIN}{_where(matched)}"
    by_code = (
        ()
        if register_filter.reader.reads_everything
        else visits_by_code(database, register_filter.text)
    )
    if not by_code:
        return query
    keys = ", ".join(str(key) for key in by_code)
    others = [f"v.visit_id IN ({keys})", f"NOT {readable}", *where]
    return f"{query} UNION ALL SELECT v.visit_id FROM visit v{_where(others)}"


def _conditions(register_filter: RegisterFilter) -> Conditions:
    where: list[str] = []
    parameters: dict[str, object] = {}
    for name, value, condition in (
        ("since", register_filter.since, "v.received_on >= :since"),
        ("until", register_filter.until, "v.received_on <= :until"),
        ("due_before", register_filter.due_before, "v.due_on <= :due_before"),
        ("due_after", register_filter.due_after, "v.due_on >= :due_after"),
    ):
        if value is not None:
            where.append(condition)
            parameters[name] = value.isoformat()
    for name, values in (("kind", register_filter.kinds), ("progress", register_filter.progress)):
        if values:
            names = [f"{name}{index}" for index in range(len(values))]
            where.append(f"v.{name} IN ({', '.join(f':{item}' for item in names)})")
            parameters |= dict(zip(names, values, strict=True))
    if register_filter.due_before is not None or register_filter.due_after is not None:
        where.append("v.voided = 0")  # a voided visit is never overdue
    return where, parameters


def _where(conditions: list[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""
