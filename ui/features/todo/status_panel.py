"""The state of machine and register in four lines: backup, log, reveals, custodians."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reception.domain.staff import CustodyState, custody_state
from ui.appearance import display_format, icons
from ui.appearance.theme import theme

if TYPE_CHECKING:
    from reception.services.reports.month_overview import MonthOverview

translate = QCoreApplication.translate
_ICON_SIZE = 16
StatusLine = tuple[str, str, str, str]  # icon, tone, text, text at the right


class StatusPanel(QWidget):
    """Empty until ``show_lines``; each line has an icon, a text, and a text at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(8))
        self._grid.setVerticalSpacing(theme().px(8))
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel, QLabel]] = []

    def show_lines(self, overview: MonthOverview, backup: tuple[str, str, str]) -> None:
        """Show the four lines; ``backup`` is (icon, text, tone) of the last backup."""
        icon, text, tone = backup
        lines = [
            (icon, tone, text, ""),
            _log_line(overview),
            _reveals_line(overview),
            _custody_line(overview),
        ]
        while len(self._rows) < len(lines):
            self._add_row()
        for (icon_label, text_label, right_label), (icon, tone, text, right_text) in zip(
            self._rows, lines, strict=True
        ):
            size = theme().px(_ICON_SIZE)
            icon_label.setPixmap(icons.pixmap(icon, tone, size, self.devicePixelRatioF()))
            text_label.setText(text)
            right_label.setText(right_text)

    def _add_row(self) -> None:
        icon_label, text_label, right_label = QLabel(self), QLabel(self), QLabel(self)
        text_label.setWordWrap(True)
        right_label.setProperty("role", "secondary")
        right_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = len(self._rows)
        labels = (icon_label, text_label, right_label)
        for column, label in enumerate(labels):
            self._grid.addWidget(label, row, column)
        self._rows.append(labels)


def _log_line(overview: MonthOverview) -> StatusLine:
    entries = translate("HeadDesk", "{count} entries").format(
        count=display_format.number(overview.log_entries)
    )
    if overview.log_verified_on is None:
        return "history", "warn", translate("HeadDesk", "The log was never checked"), entries
    if overview.log_is_intact:
        text = translate("HeadDesk", "Log intact on {day}")
        return (
            "shield-check",
            "ok",
            text.format(day=display_format.short_day(overview.log_verified_on)),
            entries,
        )
    return "shield-alert", "danger", translate("HeadDesk", "The log does not agree"), entries


def _reveals_line(overview: MonthOverview) -> StatusLine:
    times = translate("HeadDesk", "{count} times").format(
        count=display_format.number(overview.reveals)
    )
    return "seal", "seal", translate("HeadDesk", "Identities opened this month"), times


def _custody_line(overview: MonthOverview) -> StatusLine:
    state = custody_state(overview.custodians)
    people = translate("HeadDesk", "{count} people").format(count=overview.custodians)
    right_text = {
        CustodyState.NOBODY: translate("HeadDesk", "nobody"),
        CustodyState.ONE: translate("HeadDesk", "one, better two"),
        CustodyState.GOOD: people,
        CustodyState.MANY: translate("HeadDesk", "{people}, too many").format(people=people),
    }[state]
    is_good = state is CustodyState.GOOD
    icon, tone = ("user-check", "ok") if is_good else ("triangle-alert", "warn")
    return icon, tone, translate("HeadDesk", "Custody of denouncers' identities"), right_text
