"""A visit entered late as the desk keeps it: in the draft, in the form, in the headline."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from reception.domain.visit_lifecycle import LateEntry
from ui.appearance import display_format as shown
from ui.features.visit_entry.form_state import State

translate = QCoreApplication.translate


def late_state(late: LateEntry) -> State:
    """Return a late entry as a draft keeps it."""
    day = late.received_on.isoformat()
    return {"received_on": day, "source": late.source, "reason": late.reason}


def late_day(state: State) -> date | None:
    """Return the true day of a visit entered late, None for one of today."""
    kept = state.get("late")
    return date.fromisoformat(kept["received_on"]) if kept else None


def late_words(day: date) -> str:
    """Return the title of the desk while a visit is entered late."""
    return translate("Desk", "Late entry of {day}").format(day=shown.day(day))
