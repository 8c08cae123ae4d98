"""Parses a day or a year as people type it."""

from __future__ import annotations

import re
from datetime import date, timedelta

_RELATIVE = re.compile(r"h(?:\s*([+-])\s*(\d{1,4}))?", re.IGNORECASE)
_PARTS = re.compile(r"(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{2}|\d{4}))?")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})?")
_YEAR = re.compile(r"(1[89]|20)\d{2}")


def read_day(text: str, today: date) -> date | None:
    """Return the day that a text names, the day before the month; None if it names none.

    ``5/8``, ``5.8.1968``, ``5-8-68``, ``5 8``: separated by "/", ".", "-" or a space. ``0508``,
    ``050868``, ``05081968``: without a separator, two digits each. A missing year is this year; a
    year of two digits is the latest such year that is not in the future. ``h`` is today (hôm nay),
    ``h-1`` yesterday, ``h+1`` tomorrow.
    """
    plain = text.strip()
    relative = _RELATIVE.fullmatch(plain)
    if relative is not None:
        sign, days = relative.groups()
        return today + timedelta(days=int(f"{sign or '+'}{days or 0}"))
    match = _PARTS.fullmatch(plain) or _DIGITS.fullmatch(plain)
    if match is None:
        return None
    day, month, year = match.groups()
    return _day(int(day), int(month), _year(year, today))


def read_year(text: str) -> int | None:
    """Return the year that a text of four digits names, from 1800 to 2099; else None."""
    plain = text.strip()
    return int(plain) if _YEAR.fullmatch(plain) else None


def _year(text: str | None, today: date) -> int:
    if text is None:
        return today.year
    year = int(text)
    if len(text) == len("1968"):
        return year
    century = today.year // 100 * 100
    return century + year if century + year <= today.year else century - 100 + year


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
