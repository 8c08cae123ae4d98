"""State of machine and register: backup, log, reveals, custodians."""

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
_ICON = 16
Line = tuple[str, str, str, str]  # icon, tone, text, text at the right


class StatusPanel(QWidget):
    """Four lines with an icon each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(8))
        self._grid.setVerticalSpacing(theme().px(8))
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel, QLabel]] = []

    def show_lines(self, overview: MonthOverview, backup: tuple[str, str, str]) -> None:
        """Show the state; ``backup`` is (icon, text, tone) of the status line."""
        icon, text, tone = backup
        lines = [(icon, tone, text, ""), _log(overview), _reveals(overview), _custody(overview)]
        while len(self._rows) < len(lines):
            self._add_row()
        for (picture, label, side), (icon, tone, text, right) in zip(
            self._rows, lines, strict=True
        ):
            size = theme().px(_ICON)
            picture.setPixmap(icons.pixmap(icon, tone, size, self.devicePixelRatioF()))
            label.setText(text)
            side.setText(right)

    def _add_row(self) -> None:
        picture, label, side = QLabel(self), QLabel(self), QLabel(self)
        label.setWordWrap(True)
        side.setProperty("role", "secondary")
        side.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = len(self._rows)
        for column, part in enumerate((picture, label, side)):
            self._grid.addWidget(part, row, column)
        self._rows.append((picture, label, side))


def _log(overview: MonthOverview) -> Line:
    entries = translate("HeadDesk", "{count} entries").format(
        count=display_format.number(overview.entries)
    )
    if overview.checked_at is None:
        return "history", "warn", translate("HeadDesk", "The log was never checked"), entries
    if overview.intact:
        text = translate("HeadDesk", "Log intact on {day}")
        return (
            "shield-check",
            "ok",
            text.format(day=display_format.short_day(overview.checked_at)),
            entries,
        )
    return "shield-alert", "danger", translate("HeadDesk", "The log does not agree"), entries


def _reveals(overview: MonthOverview) -> Line:
    times = translate("HeadDesk", "{count} times").format(
        count=display_format.number(overview.reveals)
    )
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
    is_good = state is CustodyState.GOOD
    icon, tone = ("user-check", "ok") if is_good else ("triangle-alert", "warn")
    return icon, tone, translate("HeadDesk", "Custody of denouncers"), right
