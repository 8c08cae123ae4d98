"""Creates the filter controls of the register with their entries."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reception.domain.petition import PetitionKind
from reception.domain.reporting_periods import Period
from reception.law.statutory_words import KIND
from ui.appearance import display_format
from ui.models.register_rows import progress_text
from ui.widgets.count_button import CountButton
from ui.widgets.filter_box import FilterBox

translate = QCoreApplication.translate
ALL, PERIOD, PREVIOUS, YEAR = "", "period", "before", "year"
SPANS = (ALL, PERIOD, PREVIOUS, YEAR)  # the order of the numbers in FilterCounts
STATES = (
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
    box = _box(translate("Register", "Time"), "time", parent)
    for span in (PERIOD, PREVIOUS):
        box.offer("", span)
    name_periods(box, period, previous)
    text = translate("Register", "This year")
    box.offer(text, YEAR, text)
    return box


def name_periods(box: FilterBox, period: Period, previous: Period) -> None:
    """Write the first days of the present and the previous period into their entries."""
    template = translate("Register", "This period, from {day}")
    since = days_from(period.since)
    box.rename(PERIOD, template.format(day=display_format.short_day(period.since)), since)
    template = translate("Register", "Last period, from {day}")
    box.rename(
        PREVIOUS, template.format(day=display_format.short_day(previous.since)), days_of(previous)
    )


def kind_box(parent: QWidget) -> FilterBox:
    box = _box(translate("Register", "Kind"), "kind", parent)
    for kind in KINDS:
        box.offer(KIND[kind], kind.value)
    return box


def progress_box(parent: QWidget) -> FilterBox:
    box = _box(translate("Register", "Handling"), "progress", parent)
    for state in STATES:
        box.offer(progress_text(state), state)
    return box


def overdue_button(parent: QWidget) -> CountButton:
    button = CountButton(translate("Register", "Overdue"), parent, "circle-alert", "dangerText")
    button.setObjectName("overdue")
    return button


def soon_button(parent: QWidget) -> CountButton:
    button = CountButton(translate("Register", "Due soon"), parent, "clock", "warnText")
    button.setObjectName("soon")
    return button


def days_of(period: Period) -> str:
    """Return ``15/10 – 14/11``."""
    return f"{display_format.short_day(period.since)} – {display_format.short_day(period.until)}"


def days_from(since: date) -> str:
    """Return ``from 15/10``."""
    return translate("Register", "from {day}").format(day=display_format.short_day(since))


def _box(name: str, key: str, parent: QWidget) -> FilterBox:
    box = FilterBox(name, parent)
    box.setObjectName(key)
    box.offer(translate("Register", "All"), ALL)
    return box
