"""The comparison of a backup with the present register, a line for each kind of record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.card import Card

if TYPE_CHECKING:
    from reception.domain.backup import RowCounts
    from reception.services.backup.backup_inspection import PresentOffice

translate = QCoreApplication.translate
_NO_COUNT = "…"  # not read yet, or it could not be read
_ROW_HEIGHT = 38


def _line_titles() -> tuple[tuple[str, str], ...]:
    """Return the field of ``RowCounts`` and the title of each line."""
    return (
        ("visits", translate("Restore", "Visits")),
        ("petitions", translate("Restore", "Petitions")),
        ("identities", translate("Restore", "Identities sealed")),
        ("scans", translate("Restore", "Scans")),
        ("entries", translate("Restore", "Log entries")),
        ("accounts", translate("Restore", "Accounts")),
    )


class ComparisonTable(Card):
    """Columns: kind of record, count on this machine, count in the backup, difference."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("Restore", "What is inside"), parent)
        self.set_follows_focus(False)
        self._cells: dict[tuple[str, int], QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(24))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(3, 5)
        headings = (
            "",
            translate("Restore", "This machine"),
            translate("Restore", "Backup"),
            translate("Restore", "Difference"),
        )
        for column, text in enumerate(headings):
            grid.addWidget(self._label(text, "label", column), 0, column)
        for index, (name, text) in enumerate(_line_titles()):
            line = QFrame(self)
            line.setProperty("line", True)
            grid.addWidget(line, 2 * index + 1, 0, 1, 4)
            grid.addWidget(self._label(text, "", 0), 2 * index + 2, 0)
            for column in (1, 2, 3):
                cell = self._label("", "strong" if column in (1, 2) else "secondary", column)
                cell.setAccessibleName(f"{text}, {headings[column]}")
                self._cells[name, column] = cell
                grid.addWidget(cell, 2 * index + 2, column)
            grid.setRowMinimumHeight(2 * index + 2, theme().px(_ROW_HEIGHT))
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def _label(self, text: str, role: str, column: int) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        if column in (1, 2):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return label

    def show_backup(self, counts: RowCounts | None) -> None:
        """Show the counts of the manifest of a backup that is not opened; None if there is none."""
        for name, _ in _line_titles():
            number = (
                display_format.number(getattr(counts, name)) if counts is not None else _NO_COUNT
            )
            self._set_line_texts(name, (_NO_COUNT, number, ""))

    def show_comparison(self, present: PresentOffice | None, counts: RowCounts) -> None:
        """Show the counts of both registers and their difference.

        ``present`` is None when the present register could not be opened.
        """
        for name, _ in _line_titles():
            in_backup = getattr(counts, name)
            if present is None:
                self._set_line_texts(name, (_NO_COUNT, display_format.number(in_backup), ""))
                continue
            in_present = getattr(present.counts, name)
            difference = _difference(name, in_present - in_backup, present)
            self._set_line_texts(
                name,
                (display_format.number(in_present), display_format.number(in_backup), difference),
            )

    def _set_line_texts(self, name: str, texts: tuple[str, str, str]) -> None:
        for column, text in enumerate(texts, 1):
            self._cells[name, column].setText(text)

    def cell_text(self, name: str, column: int) -> str:
        """Return the text of a cell; column 1 is this machine, 2 the backup, 3 the difference."""
        return self._cells[name, column].text()


def _difference(name: str, lost: int, present: PresentOffice) -> str:
    """Return the difference as text; ``lost`` is how many fewer the backup has.

    For visits the text has the days of those that would be lost.
    """
    if lost == 0:
        return translate("Restore", "The same")
    if lost < 0:
        return translate("Restore", "{count} more").format(count=display_format.number(-lost))
    text = translate("Restore", "{count} lost").format(count=display_format.number(lost))
    if name != "visits" or present.lost_from is None or present.lost_to is None:
        return text
    if present.lost_from == present.lost_to:
        days = display_format.short_day(present.lost_from)
    else:
        first, last = map(display_format.short_day, (present.lost_from, present.lost_to))
        days = f"{first} - {last}"
    return f"{text}, {days}"
