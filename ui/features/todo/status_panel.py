"""State of machine and register: backup, log, reveals, custodians."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reception.domain.staff import CustodyState, custody_state
from ui.appearance import display_format as shown
from ui.appearance import icons
from ui.appearance.theme import theme

if TYPE_CHECKING:
    from reception.services.reports.month_overview import MonthOverview

translate = QCoreApplication.translate
_ICON = 16
Line = tuple[str, str, str, str]  # icon, tone, words, words at the right


class StatusPanel(QWidget):
    """``show_lines(overview, backup)``: four lines, each with words and an icon."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(8))
        self._grid.setVerticalSpacing(theme().px(8))
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel, QLabel]] = []

    def show_lines(self, overview: MonthOverview, backup: tuple[str, str, str]) -> None:
        """Show the state; ``backup`` is (icon, words, tone) of the status line."""
        icon, words, tone = backup
        lines = [(icon, tone, words, ""), _log(overview), _openings(overview), _custody(overview)]
        while len(self._rows) < len(lines):
            self._add_row()
        for (sign, label, side), (icon, tone, words, right) in zip(self._rows, lines, strict=True):
            side_px = theme().px(_ICON)
            sign.setPixmap(icons.pixmap(icon, tone, side_px, self.devicePixelRatioF()))
            label.setText(words)
            side.setText(right)

    def _add_row(self) -> None:
        sign, label, side = QLabel(self), QLabel(self), QLabel(self)
        label.setWordWrap(True)
        side.setProperty("role", "secondary")
        side.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = len(self._rows)
        for column, part in enumerate((sign, label, side)):
            self._grid.addWidget(part, row, column)
        self._rows.append((sign, label, side))


def _log(overview: MonthOverview) -> Line:
    entries = translate("HeadDesk", "{count} entries").format(count=shown.number(overview.entries))
    if overview.checked_at is None:
        return "history", "warn", translate("HeadDesk", "The log was never checked"), entries
    if overview.intact:
        words = translate("HeadDesk", "Log intact on {day}")
        return "shield-check", "ok", words.format(day=shown.short_day(overview.checked_at)), entries
    return "shield-alert", "danger", translate("HeadDesk", "The log does not agree"), entries


def _openings(overview: MonthOverview) -> Line:
    times = translate("HeadDesk", "{count} times").format(count=shown.number(overview.reveals))
    return "seal", "seal", translate("HeadDesk", "Identities opened this month"), times


def _custody(overview: MonthOverview) -> Line:
    state = custody_state(overview.custodians)
    people = translate("HeadDesk", "{count} people").format(count=overview.custodians)
    right = {
        CustodyState.NOBODY: translate("HeadDesk", "nobody"),
        CustodyState.ONE: translate("HeadDesk", "one, better two"),
        CustodyState.GOOD: people,
        CustodyState.MANY: translate("HeadDesk", "{people}, too many").format(people=people),
    }[state]
    good = state is CustodyState.GOOD
    icon, tone = ("user-check", "ok") if good else ("triangle-alert", "warn")
    return icon, tone, translate("HeadDesk", "Custody of denouncers"), right
