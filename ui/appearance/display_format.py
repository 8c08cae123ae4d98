"""Formats dates, times of day, numbers and card numbers for display."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from enum import Enum

from PySide6.QtCore import QCoreApplication

from reception.domain.shown_times import ShownTime

VIETNAM = timezone(timedelta(hours=7))
_CARD_DIGITS = 12
_CARD_GROUP = 3


class TagKind(Enum):
    """Colours of a tag; its text or icon has the same meaning."""

    NEUTRAL = "neutral"
    ACTIVE = "active"
    SOON = "soon"
    OVERDUE = "overdue"
    ERROR = "error"
    VERIFIED = "verified"


def day(value: date) -> str:
    """Return dd/MM/yyyy."""
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def short_day(value: date) -> str:
    """Return dd/MM, for tables of one year."""
    return f"{value.day:02d}/{value.month:02d}"


def time_of_day(value: datetime) -> str:
    """Return HH:mm; a value with a time zone is converted to Vietnam time."""
    local = value.astimezone(VIETNAM) if value.tzinfo is not None else value
    return f"{local.hour:02d}:{local.minute:02d}"


def moment(shown: ShownTime) -> str:
    """Return dd/MM/yyyy, with HH:mm behind it if this reader may see the hour."""
    return day(shown.day) + _hour(shown)


def short_moment(shown: ShownTime) -> str:
    """Return dd/MM, with HH:mm behind it if this reader may see the hour."""
    return short_day(shown.day) + _hour(shown)


def hour_or_day(shown: ShownTime) -> str:
    """Return HH:mm if this reader may see the hour, else dd/MM."""
    return short_day(shown.day) if shown.time_of_day is None else f"{shown.time_of_day:%H:%M}"


def _hour(shown: ShownTime) -> str:
    return "" if shown.time_of_day is None else f" {shown.time_of_day:%H:%M}"


def long_day(value: date) -> str:
    """Return the day with its weekday, e.g. "Thứ Năm, 19/11/2026"."""
    names = (
        QCoreApplication.translate("Format", "Monday"),
        QCoreApplication.translate("Format", "Tuesday"),
        QCoreApplication.translate("Format", "Wednesday"),
        QCoreApplication.translate("Format", "Thursday"),
        QCoreApplication.translate("Format", "Friday"),
        QCoreApplication.translate("Format", "Saturday"),
        QCoreApplication.translate("Format", "Sunday"),
    )
    return f"{names[value.weekday()]}, {day(value)}"


def number(value: int) -> str:
    """Return a whole number with a point between thousands: 1.000.000."""
    return f"{value:,}".replace(",", ".")


def decimal(value: float, places: int = 1) -> str:
    """Return a number with a decimal comma and thousands points: 1.234,5."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def card_number(digits: str) -> str:
    """Return twelve digits as 3-3-3-3; anything else is returned unchanged."""
    if len(digits) != _CARD_DIGITS or not digits.isdecimal():
        return digits
    groups = range(0, _CARD_DIGITS, _CARD_GROUP)
    return " ".join(digits[start : start + _CARD_GROUP] for start in groups)
