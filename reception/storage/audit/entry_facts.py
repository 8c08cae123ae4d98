"""The facts of a log entry as read back; whoever signed the entry may have written anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reception.storage.json_shapes import LARGEST, ShapeError, number_of, object_of, parsed_json


def parsed_facts(text: str) -> dict[str, Any] | None:
    """Return the facts of an entry; None for anything but a JSON object."""
    try:
        return dict(object_of(parsed_json(text or "{}")))
    except ShapeError:
        return None


def fact_list(facts: Mapping[str, Any], name: str) -> list[Any]:
    """Return a fact that should be a list; [] for anything else."""
    value = facts.get(name)
    return value if isinstance(value, list) else []


def fact_number(facts: Mapping[str, Any], name: str) -> int:
    """Return a fact that should be a whole number of the register; 0 for anything else."""
    try:
        return number_of(facts.get(name), -LARGEST)
    except ShapeError:
        return 0
