"""JSON and single values that anybody may have written, read into values of the expected kinds.

Files, rows of the register and opened seals are read by these functions: whoever has the database
key can write any row, and anybody can seal anything to a public key. Everything unexpected is one
error, ShapeError, whatever the parser or a conversion would raise; where nobody catches it, people
read its sentence. The module imports little, since the program needs it before unlocking and has to
start quickly.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import Any, NoReturn, TypeVar

from reception.domain.clock import local_day
from reception.domain.errors import StorageError

LARGEST = (1 << 63) - 1  # of an SQLite integer
_LONGEST_ID = 64
_LONGEST_STATEMENT = 1 << 24  # characters


_MOST_NESTED = 32  # lists and objects within each other
_FIRST_YEAR, _LAST_YEAR = 1970, 9000  # of a time
_FIRST_YEAR_OF_DAY, _LAST_YEAR_OF_DAY = 1900, 2199  # working days are counted one by one
_Word = TypeVar("_Word", bound=Enum)


class ShapeError(StorageError, ValueError):
    """The text is not JSON, or a value is not of the expected kind.

    The code of its sentence is ``database.unreadable_value``.
    """

    def __init__(self, reason: str) -> None:
        """``reason`` is for engineers, and never contains the value."""
        super().__init__("database.unreadable_value", reason=reason)


def parsed_json(data: bytes | str) -> Any:
    """Return the value of a JSON text, as bytes in UTF-8.

    Errors: ShapeError, also for text that cannot be written again (half of a surrogate pair), for
    numbers that JSON does not have or that are too large, for two members of one name, and for
    values nested too deeply.
    """
    try:
        text = data if isinstance(data, str) else data.decode("utf-8")
        value = _DECODER.decode(text)
        if text.count("[") + text.count("{") > _MOST_NESTED:
            _require_flat(value)
        if "\\u" in text:  # only an escape can be half of a pair, once the text was bytes
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, OverflowError, RecursionError, MemoryError) as error:
        raise ShapeError("not readable") from error
    return value


def _require_flat(value: Any) -> None:
    """Refuse values nested so deeply that a function calling itself for each level could fail."""
    level = [value]
    for _ in range(_MOST_NESTED):
        holders = (item.values() if isinstance(item, dict) else item for item in level)
        level = [item for holder in holders for item in holder if isinstance(item, dict | list)]
        if not level:
            return
    raise ValueError("nested too deeply")


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("not finite")
    return number


def _distinct(members: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(members)
    if len(values) != len(members):
        raise ValueError("two members of one name")
    return values


_DECODER = json.JSONDecoder(
    parse_constant=_refuse, parse_float=_finite, object_pairs_hook=_distinct
)


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
    if moment.tzinfo is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ShapeError("no time")
    return moment


def day_of(value: Any) -> date:
    """Return an ISO 8601 day of the years 1900 to 2199.

    Of a time, as earlier versions stored it, this is the day in Vietnam. Errors: ShapeError.
    """
    text = text_of(value, _LONGEST_ID)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = local_day(moment_of(text))
    if not _FIRST_YEAR_OF_DAY <= day.year <= _LAST_YEAR_OF_DAY:
        raise ShapeError("no day")
    return day


def optional_day_of(value: Any) -> date | None:
    """Return a day as :func:`day_of`; None for None or an empty text. Errors: ShapeError."""
    return day_of(value) if value not in (None, "") else None


def readable_day(value: Any) -> date | None:
    """Return a day as :func:`day_of`; None for anything else, which no program wrote."""
    try:
        return day_of(value)
    except ShapeError:
        return None


def hour_of(value: Any) -> time:
    """Return an ISO 8601 time of day without offset. Errors: ShapeError."""
    try:
        hour = time.fromisoformat(text_of(value, _LONGEST_ID))
    except ValueError as error:
        raise ShapeError("no hour") from error
    if hour.tzinfo is not None:
        raise ShapeError("no hour")
    return hour


def word_of(kind: type[_Word], value: Any) -> _Word:
    """Return the member of an enumeration that has this value. Errors: ShapeError."""
    try:
        return kind(value)
    except ValueError as error:
        raise ShapeError(f"no {kind.__name__}") from error


def signed_roster_of(value: Any) -> dict[str, str]:
    """Return statement and signature of a signed roster as text; nobody has checked them.

    Errors: ShapeError.
    """
    stored = object_of(value)
    return {
        name: text_of(member_of(stored, name), _LONGEST_STATEMENT)
        for name in ("statement", "signature")
    }
