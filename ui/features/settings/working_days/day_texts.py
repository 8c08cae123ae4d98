"""Texts about a day of the calendar: its kind, and the description for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reception.services.working_days.calendar_year import DayAppearance, YearDay
from ui.appearance import display_format

translate = QCoreApplication.translate


def day_kind_text(year_day: YearDay) -> str:
    """Return the kind of a day as text."""
    if year_day.is_proposed:
        if year_day.appearance is DayAppearance.WEEKEND:
            return translate("Settings", "Worked instead, proposed")
        return translate("Settings", "Day off by swap, proposed")
    return {
        DayAppearance.WORKING: translate("Settings", "Working day"),
        DayAppearance.WEEKEND: translate("Settings", "Weekend"),
        DayAppearance.HOLIDAY: translate("Settings", "Holiday"),
        DayAppearance.SWAP: translate("Settings", "Day off by swap"),
        DayAppearance.MAKE_UP: translate("Settings", "Worked instead"),
    }[year_day.appearance]


def day_description(year_day: YearDay) -> str:
    """Return the text for screen readers: date, kind, name, certainty."""
    parts = [display_format.long_day(year_day.day), day_kind_text(year_day), year_day.name]
    if not year_day.is_certain and not year_day.is_proposed:
        parts.append(translate("Settings", "estimate"))
    return ", ".join(filter(None, parts))
