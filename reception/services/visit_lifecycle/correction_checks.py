"""Checks of a correction: which fields change, and which values and waivers are permitted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reception.domain.errors import InvalidInput
from reception.domain.leak_guard import find_leaks
from reception.domain.leak_hits import Hit, only_names
from reception.domain.petition import FIELDS_OF_KIND, PetitionKind
from reception.domain.reporter import Identity
from reception.domain.text import clean
from reception.domain.visit import Mode
from reception.domain.visit_lifecycle import (
    INTERPRETER,
    PAPER,
    PETITION_FIELDS,
    PETITION_TEXTS,
    VISIT_FIELDS,
    VISIT_TEXTS,
    split_field_path,
)
from reception.domain.written_reason import SHORTEST_WRITTEN_REASON
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visits.visit_form import Waiver
from reception.storage.database import Database
from reception.storage.visits import visit_events

FIELDS_OF_VISIT = (*VISIT_TEXTS, *VISIT_FIELDS)
_PETITIONS = "SELECT position, kind FROM petition WHERE visit_id = ?"


def checked_changes(
    database: Database, visit_id: int, typed_values: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """Return field path → (old value, new value) for the fields whose value changes.

    Errors: InvalidInput ``life.unknown_place``, ``life.wrong_value``, ``life.personal_number`` …
    """
    changes = {}
    kinds = {row["position"]: row["kind"] for row in database.query(_PETITIONS, (visit_id,))}
    visit_row = lifecycle_rules.existing_visit(database, visit_id)
    for path, text in typed_values.items():
        # The name becomes an SQL column: only listed names are accepted.
        old = visit_events.read_field(database, visit_id, path) if _is_field(path) else None
        if old is None or is_sealed_field(visit_row, path):
            raise InvalidInput("life.unknown_place", path)
        new = clean(text)
        if old != new:
            _check_value(path, new, kinds.get(split_field_path(path)[1], ""))
            lifecycle_rules.check_late_text(path, new)
            changes[path] = (old, new)
    return changes


def is_sealed_field(visit_row: Any, path: str) -> bool:
    """Tell whether a field is sealed with the identity, so that its column stays empty."""
    return path == INTERPRETER and lifecycle_rules.is_protected(visit_row)


def check_waiver(
    path: str,
    hits_and_identity: tuple[Sequence[Hit], Identity],
    waiver: Waiver | None,
    *,
    protected: bool,
) -> Waiver:
    """Return the waiver whose reason permits the hits of the leak guard; InvalidInput without one.

    In a protected visit a waiver permits only the name of another person.
    """
    hits, identity = hits_and_identity
    if waiver is None:
        raise InvalidInput("leak.found", path)
    if protected and not (waiver.other_person and only_names(hits)):
        raise InvalidInput("leak.never_here", path)
    reason = clean(waiver.reason)
    if len(reason) < SHORTEST_WRITTEN_REASON:
        raise InvalidInput("leak.reason_short", path, least=SHORTEST_WRITTEN_REASON)
    if find_leaks(reason, identity):
        raise InvalidInput("leak.in_reason", path)
    return waiver


def _is_field(path: str) -> bool:
    name, position = split_field_path(path)
    if name in FIELDS_OF_VISIT:
        return path == name
    return position > 0 and name in (*PETITION_TEXTS, *PETITION_FIELDS, PAPER)


def _check_value(path: str, text: str, kind: str) -> None:
    """Raise InvalidInput for a value that the field does not permit.

    The leak guard and ``lifecycle_rules.check_late_text`` check texts.
    """
    name = split_field_path(path)[0]
    if name in ("people", "same_content", "settled_round"):
        least = 0 if name == "settled_round" else 1
        is_number = text.isdecimal() and len(text) <= 5  # noqa: PLR2004 - digits
        if not is_number or int(text) < least:
            raise InvalidInput("life.wrong_value", path)
    elif name == "mode" and text not in {mode.value for mode in Mode}:
        raise InvalidInput("life.wrong_value", path)
    elif name == "field":
        if text not in {item.value for item in FIELDS_OF_KIND[PetitionKind(kind)]}:
            raise InvalidInput("life.wrong_value", path)
    elif name in ("summary", "body", PAPER) and not text:
        raise InvalidInput("life.text_missing", path)
