"""Creates the filter controls of the register with their entries."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reception.domain.petition import PetitionKind
from reception.domain.reporting_periods import Period
from reception.law.statutory_words import KIND_WORDS
from ui.appearance import display_format
from ui.models.register_rows import progress_text
from ui.widgets.count_button import CountButton
from ui.widgets.filter_box import FilterBox

translate = QCoreApplication.translate
# Time spans: no limit, the present reporting period, the previous one, this year.
ALL, PERIOD, PREVIOUS, YEAR = "", "period", "before", "year"
SPANS = (ALL, PERIOD, PREVIOUS, YEAR)  # in the order of FilterCounts
PROGRESS_CODES = (
    "accepted",
    "reported",
    "transfer_waiting",
    "transferred",
    "guided",
    "explained",
    "answered",
    "refused",
)
KINDS = (
    PetitionKind.COMPLAINT,
    PetitionKind.DENUNCIATION,
    PetitionKind.RECOMMENDATION,
    PetitionKind.FEEDBACK,
)


def time_box(period: Period, previous: Period, parent: QWidget) -> FilterBox:
    box = _filter_box(translate("Register", "Time"), "time", parent)
    for span in (PERIOD, PREVIOUS):
        box.add_entry("", span)
    set_period_texts(box, period, previous)
    text = translate("Register", "This year")
    box.add_entry(text, YEAR, text)
    return box


def set_period_texts(box: FilterBox, period: Period, previous: Period) -> None:
    """Write the days of the present and the previous period into their entries."""
    template = translate("Register", "This period, from {day}")
    since = since_text(period.since)
    box.set_entry_text(PERIOD, template.format(day=display_format.short_day(period.since)), since)
    template = translate("Register", "Last period, from {day}")
    box.set_entry_text(
        PREVIOUS,
        template.format(day=display_format.short_day(previous.since)),
        period_days_text(previous),
    )


def kind_box(parent: QWidget) -> FilterBox:
    box = _filter_box(translate("Register", "Kind"), "kind", parent)
    for kind in KINDS:
        box.add_entry(KIND_WORDS[kind], kind.value)
    return box


def progress_box(parent: QWidget) -> FilterBox:
    box = _filter_box(translate("Register", "Handling"), "progress", parent)
    for progress in PROGRESS_CODES:
        box.add_entry(progress_text(progress), progress)
    return box


def overdue_button(parent: QWidget) -> CountButton:
    button = CountButton(translate("Register", "Overdue"), parent, "circle-alert", "dangerText")
    button.setObjectName("overdue")
    return button


def due_soon_button(parent: QWidget) -> CountButton:
    button = CountButton(translate("Register", "Due soon"), parent, "clock", "warnText")
    button.setObjectName("soon")
    return button


def period_days_text(period: Period) -> str:
    """Return first and last day, like ``15/10 – 14/11``."""
    return f"{display_format.short_day(period.since)} – {display_format.short_day(period.until)}"


def since_text(since: date) -> str:
    """Return a text like ``from 15/10``."""
    return translate("Register", "from {day}").format(day=display_format.short_day(since))


def visits_text(count: int, days: str) -> str:
    """Return a text like ``56 visits from 15/10``; without days when ``days`` is empty."""
    text = translate("Register", "{count} visits").format(count=display_format.number(count))
    return f"{text} {days}" if days else text


def _filter_box(name: str, object_name: str, parent: QWidget) -> FilterBox:
    """Return a filter with the one entry "All"."""
    box = FilterBox(name, parent)
    box.setObjectName(object_name)
    box.add_entry(translate("Register", "All"), ALL)
    return box
