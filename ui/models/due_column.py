"""The text of a due column: days left, or days overdue."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from reception.domain.deadlines import SOON_DAYS
from ui.appearance.display_format import TagKind, short_day


class TimeLeft(NamedTuple):
    """Text of the column and the kind of its tag (None: plain text)."""

    text: str
    tag: TagKind | None


def time_left(due: date | None, working_days: int | None, *, done: bool = False) -> TimeLeft:
    """Return text and tag of the due column.

    ``working_days`` is the result of ``WorkingCalendar.days_left`` for the last allowed day: 0 on
    that day and on the days off right after it, negative from the next working day on.
    """
    if done:
        return TimeLeft(QCoreApplication.translate("Format", "Done"), None)
    if due is None or working_days is None:
        return TimeLeft("", None)
    if working_days < 0:
        text = QCoreApplication.translate("Format", "{days} days overdue")
        return TimeLeft(text.format(days=-working_days), TagKind.OVERDUE)
    if working_days == 0:
        return TimeLeft(QCoreApplication.translate("Format", "Due today"), TagKind.SOON)
    if working_days <= SOON_DAYS:
        text = QCoreApplication.translate("Format", "{days} days left")
        return TimeLeft(text.format(days=working_days), TagKind.SOON)
    return TimeLeft(short_day(due), None)
