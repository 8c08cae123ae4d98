"""Texts about who wrote the versions of an opened identity: names of members, days, no hours."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from reception.services.disclosure.version_writers import IdentityCorrections, VersionWriter
from ui.appearance import display_format

translate = QCoreApplication.translate


def writers_text(writers: tuple[VersionWriter, ...], today: date) -> str:
    """Return one line, e.g. "Recorded by Trần Thị B, 19/11 · Version 2 by Phạm Thị D, 21/11".

    Days of another year than ``today`` show their year.
    """
    first = translate("VersionWriters", "Recorded by {name}, {day}")
    later = translate("VersionWriters", "Version {number} by {name}, {day}")
    return " · ".join(
        (first if writer.version == 1 else later).format(
            number=writer.version, name=writer.name, day=_day_text(writer.written_on, today)
        )
        for writer in writers
    )


def corrections_text(corrections: IdentityCorrections) -> str:
    """Return how many identities on a paper were corrected, and by whom; "" if none was."""
    if not corrections.visits:
        return ""
    text = translate(
        "VersionWriters", "%n identities were corrected, by {names}", "", corrections.visits
    )
    return text.format(names=", ".join(corrections.writers))


def _day_text(day: date, today: date) -> str:
    is_this_year = day.year == today.year
    return display_format.short_day(day) if is_this_year else display_format.day(day)
