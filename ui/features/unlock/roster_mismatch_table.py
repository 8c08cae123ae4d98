"""Tables of the mismatch page: the differing rows, and all people as the register has them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from reception.domain.roster_mismatch import DifferingRow, PersonNow
from reception.messages.roster_mismatch import person_texts, row_texts
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.card import Card

MAX_ROWS_SHOWN = 300  # with more the file is not to be confirmed but to be replaced by a backup
translate = QCoreApplication.translate


class TextTable(Card):
    """A card with headings and lines of wrapped text; the first column is bold."""

    def __init__(
        self, title: str, headings: Sequence[str], stretches: Sequence[int], parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self.set_follows_focus(False)
        self._headings = headings
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(20))
        self._grid.setVerticalSpacing(theme().px(6))
        for column, (text, stretch) in enumerate(zip(headings, stretches, strict=True)):
            self._grid.setColumnStretch(column, stretch)
            self._grid.addWidget(self._label(text, "label"), 0, column)
        self.body.addLayout(self._grid)

    def add_line(self, texts: Sequence[str]) -> None:
        """Add a line with one text for each column."""
        index = self._grid.rowCount()
        line = QFrame(self)
        line.setProperty("line", True)
        self._grid.addWidget(line, index, 0, 1, len(self._headings))
        for column, text in enumerate(texts):
            cell = self._label(text, "strong" if column == 0 else "secondary")
            cell.setAccessibleName(f"{self._headings[column]}: {text}")
            self._grid.addWidget(cell, index + 1, column, Qt.AlignmentFlag.AlignTop)

    def add_note(self, text: str) -> None:
        """Add a sentence below the lines."""
        self.body.addWidget(self._label(text, "secondary"))

    def texts(self) -> list[str]:
        """Return all texts, line by line."""
        return [label.text() for label in self.findChildren(QLabel) if label.text()]

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)  # a name in a changed row is anybody's text
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label


def rows_table(rows: Sequence[DifferingRow], parent: QWidget) -> TextTable:
    """Return the table of the differing rows."""
    headings = (
        translate("RosterMismatch", "What"),
        translate("RosterMismatch", "In the register now"),
        translate("RosterMismatch", "In the roster you signed"),
        translate("RosterMismatch", "When you sign"),
    )
    title = translate("RosterMismatch", "{count} rows differ").format(
        count=display_format.number(len(rows))
    )
    table = TextTable(title, headings, (3, 4, 4, 3), parent)
    table.setObjectName("rows_table")
    for row in rows[:MAX_ROWS_SHOWN]:
        table.add_line(row_texts(row))
    if len(rows) > MAX_ROWS_SHOWN:
        text = translate(
            "RosterMismatch",
            "Only the first {count} are shown. So many were never made by hand: lock, and restore "
            "a backup instead of signing.",
        )
        table.add_note(text.format(count=display_format.number(MAX_ROWS_SHOWN)))
    return table


def people_table(people: Sequence[PersonNow], parent: QWidget) -> TextTable:
    """Return the table of all people."""
    headings = (
        translate("RosterMismatch", "Name"),
        translate("RosterMismatch", "Rights"),
        translate("RosterMismatch", "Has the key of"),
    )
    title = translate("RosterMismatch", "All people in the register now")
    table = TextTable(title, headings, (3, 6, 3), parent)
    table.setObjectName("people_table")
    for person in people:
        table.add_line(person_texts(person))
    return table
