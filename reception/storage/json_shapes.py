"""JSON that anybody may have written, read into values of the expected kinds.

Everything unexpected is one error, ShapeError, whatever the parser or a conversion would raise. The
module imports little, since the program needs it before unlocking and has to start quickly.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NoReturn

from reception.domain.clock import local_day

LARGEST = (1 << 63) - 1  # of an SQLite integer
_LONGEST_ID = 64
_LONGEST_STATEMENT = 1 << 24  # characters


class ShapeError(ValueError):
    """The text is not JSON, or its values are not of the expected kinds."""


def parsed_json(data: bytes) -> Any:
    """Return the value of a JSON text in UTF-8.

    Errors: ShapeError, also for text that cannot be written again (half of a surrogate pair), for
    numbers that JSON does not have, and for values nested too deeply.
    """
    try:
        value = json.loads(data.decode("utf-8"), parse_constant=_refuse)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, OverflowError, RecursionError, MemoryError) as error:
        raise ShapeError("not readable") from error
    return value


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


def object_of(value: Any) -> Mapping[str, Any]:
    """Return a JSON object. Errors: ShapeError."""
    if not isinstance(value, dict):
        raise ShapeError("no object")
    return value


def list_of(value: Any) -> list[Any]:
    """Return a JSON list. Errors: ShapeError."""
    if not isinstance(value, list):
        raise ShapeError("no list")
    return value


def member_of(document: Mapping[str, Any], name: str) -> Any:
    """Return a required member of an object. Errors: ShapeError."""
    if name not in document:
        raise ShapeError(f"no {name}")
    return document[name]


def text_of(value: Any, longest: int) -> str:
    """Return a text of at most ``longest`` characters, none of them NUL. Errors: ShapeError."""
    if not isinstance(value, str) or len(value) > longest or "\x00" in value:
        raise ShapeError("no text")
    return value


def id_of(value: Any) -> str:
    """Return an id: 1 to 64 ASCII letters and digits, fit for the name of a file.

    Errors: ShapeError.
    """
    text = text_of(value, _LONGEST_ID)
    if not (text.isascii() and text.isalnum()):
        raise ShapeError("no id")
    return text


def number_of(value: Any, least: int = 0, most: int = LARGEST) -> int:
    """Return a whole number between two bounds. Errors: ShapeError."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ShapeError("no number")
    return value


def hex_of(value: Any, length: int | None = None) -> bytes:
    """Return bytes in hexadecimal digits; ``length`` in bytes. Errors: ShapeError."""
    try:
        data = bytes.fromhex(text_of(value, 2 * LARGEST))
    except ValueError as error:
        raise ShapeError("no bytes") from error
    if length is not None and len(data) != length:
        raise ShapeError("no bytes")
    return data


def moment_of(value: Any) -> datetime:
    """Return an ISO 8601 time with its UTC offset, in the years 1970 to 9000.

    Errors: ShapeError.
    """
    try:
        moment = datetime.fromisoformat(text_of(value, _LONGEST_ID))
    except ValueError as error:
        raise ShapeError("no time") from error
    if moment.tzinfo is None or not 1970 <= moment.year <= 9000:  # noqa: PLR2004 - years
        raise ShapeError("no time")
    return moment


def day_of(value: Any) -> date:
    """Return an ISO 8601 day; of a time, as earlier versions stored it, the day in Vietnam.

    Errors: ShapeError.
    """
    text = text_of(value, _LONGEST_ID)
    try:
        return date.fromisoformat(text)
    except ValueError:
        return local_day(moment_of(text))


def signed_roster_of(value: Any) -> dict[str, str]:
    """Return statement and signature of a signed roster as text; nobody has checked them.

    Errors: ShapeError.
    """
    stored = object_of(value)
    return {
        name: text_of(member_of(stored, name), _LONGEST_STATEMENT)
        for name in ("statement", "signature")
    }
