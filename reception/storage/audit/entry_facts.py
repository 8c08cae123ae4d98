"""The facts of a log entry as read back; whoever signed the entry may have written anything."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def parsed_facts(text: str) -> dict[str, Any] | None:
    """Return the facts of an entry; None for anything but a JSON object."""
    try:
        facts = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return None
    return facts if isinstance(facts, dict) else None


def fact_list(facts: Mapping[str, Any], name: str) -> list[Any]:
    """Return a fact that should be a list; [] for anything else."""
    value = facts.get(name)
    return value if isinstance(value, list) else []


def fact_number(facts: Mapping[str, Any], name: str) -> int:
    """Return a fact that should be a whole number; 0 for anything else."""
    value = facts.get(name)
    return value if isinstance(value, int) else 0
