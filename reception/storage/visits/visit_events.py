"""Rows of a sealed visit's lifecycle: events, fields, old texts and late entries.

Also the fields whose hits of the leak guard were kept, and the visit's texts in the search index.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reception.domain.reporter import Pseudonym
from reception.domain.visit_lifecycle import (
    PAPER,
    VISIT_FIELDS,
    VISIT_TEXTS,
    LateEntry,
    split_field_path,
)
from reception.storage.crypto import hash_chain
from reception.storage.database import Database
from reception.storage.json_shapes import ShapeError, object_of, parsed_json
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits.visit_writer import index_visit, joined_text

_EVENTS = "SELECT * FROM visit_event WHERE visit_id = ? ORDER BY position"
_LAST_EVENT = "SELECT coalesce(max(position), 0) FROM visit_event WHERE visit_id = ?"
_OLD_TEXTS = "SELECT event, place, content FROM old_text WHERE visit_id = ? AND content IS NOT NULL"
_CHANGED_FIELDS = "SELECT event, place FROM old_text WHERE visit_id = ?"
_RECLASSIFICATIONS_OF = (
    "SELECT visit_id, facts FROM visit_event WHERE act = 'reclassified' AND visit_id IN ({})"
)
_HAS_IMPORT_DIGEST = "SELECT 1 FROM visit WHERE visit_id = ? AND length(import_digest) > 0"
_LATE_WORDS = "SELECT source, reason FROM late_entry WHERE visit_id = ?"
_PETITIONS = "SELECT * FROM petition WHERE visit_id = ? ORDER BY position"
_ENTRIES_OF_VISIT = (
    "SELECT l.act, l.facts FROM log_row r JOIN log l USING (seq) "
    "WHERE r.record = 'visit' AND r.key = ? ORDER BY l.seq"
)


@dataclass(frozen=True, slots=True)
class VisitEvent:
    """One event as stored; ``facts`` are unsealed and identify nobody."""

    act: str
    happened_on: date
    officer: str
    ground: str = ""
    reason: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    checked: bool = True  # False: no comparison with the identity has cleared the texts


def read_events(database: Database, visit_id: int) -> list[Any]:
    """Return the events of a visit, oldest first."""
    return database.query(_EVENTS, (visit_id,))


def event_count(database: Database, visit_id: int) -> int:
    """Return the number of events of a visit; a different number shows a concurrent change."""
    row = database.one(_LAST_EVENT, (visit_id,))
    return int(row[0]) if row is not None else 0


def write_event(work: UnitOfWork, visit_id: int, event: VisitEvent) -> int:
    """Append an event to a visit; return its position."""
    position = event_count(work.database, visit_id) + 1
    row = {
        "visit_id": visit_id,
        "position": position,
        "act": event.act,
        "happened_on": event.happened_on.isoformat(),
        "officer": event.officer,
        "ground": event.ground,
        "reason": event.reason,
        "facts": hash_chain.facts_text(dict(event.facts)),
        "checked": int(event.checked),
    }
    work.insert("visit_event", row)
    return position


def facts_of(row: Any) -> dict[str, Any]:
    """Return an event's facts; none where somebody has written what cannot be read."""
    try:
        return dict(object_of(parsed_json(row["facts"])))
    except ShapeError:  # the verification names the row
        return {}


def raised_among(database: Database, visit_ids: Sequence[int]) -> set[int]:
    """Return those of some visits whose protection was raised after they had been sealed.

    Numbers of their papers stand beside the name on what was printed before, so that nothing shows
    them with the visit any more.
    """
    placeholders = ", ".join("?" for _ in visit_ids)
    rows = database.query(_RECLASSIFICATIONS_OF.format(placeholders), tuple(visit_ids))
    return {int(row["visit_id"]) for row in rows if facts_of(row).get("up")}


def read_field(database: Database, visit_id: int, path: str) -> str | None:
    """Return the content of a field of a visit as text; None when there is no such field."""
    table, key, column = _column_of(visit_id, path)
    condition = " AND ".join(f"{name} = ?" for name in key)
    row = database.one(f"SELECT {column} FROM {table} WHERE {condition}", tuple(key.values()))
    return None if row is None else str(row[0])


def write_field(work: UnitOfWork, visit_id: int, path: str, text: str) -> None:
    """Replace the text of a field; the caller stores the old one."""
    table, key, column = _column_of(visit_id, path)
    work.update(table, key, {column: text})


def old_texts(database: Database, visit_id: int) -> list[Any]:
    """Return the unsealed old texts of a visit: event, place (field path), content."""
    return database.query(_OLD_TEXTS, (visit_id,))


def changed_fields(database: Database, visit_id: int) -> list[Any]:
    """Return which event replaced which field: event, place (field path)."""
    return database.query(_CHANGED_FIELDS, (visit_id,))


def store_old_text(
    work: UnitOfWork,
    visit_id: int,
    event_and_path: tuple[int, str],
    content: str | None,
    version: int,
) -> None:
    """Store the old text of a field: its content, or the version of the sealed value."""
    row = {
        "visit_id": visit_id,
        "event": event_and_path[0],
        "place": event_and_path[1],
        "content": content,
        "sealed_version": None if content is not None else version,
    }
    work.upsert("old_text", row)


def write_late_entry(work: UnitOfWork, visit_id: int, late: LateEntry, entered_on: date) -> None:
    """Mark a visit as entered late: day of entry, source and reason."""
    row = {
        "visit_id": visit_id,
        "entered_on": entered_on.isoformat(),
        "source": late.source,
        "reason": late.reason,
    }
    work.insert("late_entry", row)


def forget_removed_words(work: UnitOfWork, visit_id: int) -> None:
    """Leave no digest by which somebody could try out words that an act removes from a visit.

    An act that removes a text calls this first. The digest of an imported row stays as an empty
    value, which still says that the number came from a workbook.
    """
    work.renew_salt(visit_id)
    if work.database.one(_HAS_IMPORT_DIGEST, (visit_id,)) is not None:
        work.update("visit", {"visit_id": visit_id}, {"import_digest": b""})


def read_late_words(database: Database, visit_id: int) -> dict[str, str]:
    """Return source and reason of a visit that was entered late; nothing for another one."""
    row = database.one(_LATE_WORDS, (visit_id,))
    return {} if row is None else {"source": row["source"], "reason": row["reason"]}


def waived_fields(database: Database, visit_id: int) -> set[str]:
    """Return the paths of fields in which a hit of the leak guard was kept, with a reason."""
    paths: set[str] = set()
    for row in database.query(_ENTRIES_OF_VISIT, (str(visit_id),)):
        facts = facts_of(row)
        paths -= set(facts.get("places", ()))
        paths |= {waived[0] for waived in facts.get("waived", ())}
    return paths


def reindex(database: Database, visit_id: int) -> None:
    """Replace the texts of a visit in the search index by its present ones."""
    database.execute("DELETE FROM visit_search WHERE rowid = ?", (visit_id,))
    index_visit(database, visit_id, joined_text(list(_texts(database, visit_id))))


def _texts(database: Database, visit_id: int) -> Iterator[str]:
    visit = database.one("SELECT * FROM visit WHERE visit_id = ?", (visit_id,))
    if visit is None:
        return
    yield Pseudonym(visit["series"], visit["code_year"], visit["code_number"]).code()
    yield f"{visit['number']:04d}"
    yield visit["body"]
    yield visit["note"]
    for row in database.query(_PETITIONS, (visit_id,)):
        for name in ("summary", "request", "respondent", "place", "settled_by", "field_note"):
            yield row[name]
        yield row["handled_by"]
        yield row["document_number"]


def _column_of(visit_id: int, path: str) -> tuple[str, dict[str, Any], str]:
    name, position = split_field_path(path)
    if name in (*VISIT_TEXTS, *VISIT_FIELDS):
        return "visit", {"visit_id": visit_id}, name
    if name == PAPER:
        return "paper", {"visit_id": visit_id, "position": position}, "name"
    return "petition", {"visit_id": visit_id, "position": position}, name
