"""Finds every hour in a value that a service returned, or a screen shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

# A time of day in a text, and the time in the name of a folder.
_HOUR_IN_TEXT = re.compile(r"\b[0-2]?[0-9](:|h|g| giờ )[0-5][0-9]\b|\b20[0-9]{6}-[0-9]{6}\b")


def hours_in(value: Any, path: str = "") -> Iterator[str]:
    """Yield where a value has an hour: the way to it, and the hour."""
    if _is_hour(value):
        yield f"{path} {value}"
    for name, part in _parts(value):
        yield from hours_in(part, f"{path}.{name}")


def _is_hour(value: Any) -> bool:
    if isinstance(value, datetime):
        return value.time() != time()
    if isinstance(value, str | Path):
        return _HOUR_IN_TEXT.search(str(value)) is not None
    return isinstance(value, time)


def _parts(value: Any) -> Iterator[tuple[object, Any]]:
    if is_dataclass(value) and not isinstance(value, type):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))
    elif isinstance(value, Mapping):
        yield from enumerate(value)
        yield from value.items()
    elif isinstance(value, tuple | list | set | frozenset):
        yield from enumerate(value)
