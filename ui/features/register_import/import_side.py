"""Beside the table: the file, what comes in, and what to do about rows with problems."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reception.exchange.register_import.column_headings import TITLES, Column
from reception.law.statutory_words import KIND
from reception.services.register_import.import_preview import ImportPreview
from ui.appearance import display_format as shown
from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.card import Card

translate = QCoreApplication.translate
WIDTH = 296
_ROW = 38
_LONGEST_NAME = 32
_WANTED = (
    Column.NUMBER,
    Column.DATE,
    Column.PERSON,
    Column.PAPER,
    Column.SUMMARY,
    Column.SETTLED_BY,
    Column.OURS,
    Column.GUIDED,
    Column.TRANSFERRED,
    Column.RESULT,
    Column.NOTE,
    Column.MODE,
)


class CountRow(painting.Painted):
    """An icon, a large number, and what it counts, under a line."""

    def __init__(self, icon: str, tone: str, parent: QWidget) -> None:
        """Begin at zero."""
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self._number, self._words = "0", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def tell(self, count: int, words: str) -> None:
        """Show a number and its words."""
        self._number, self._words = shown.number(count), words
        self.setAccessibleName(f"{self._number} {words}")
        self.update()

    def text(self) -> str:
        """Return what is seen."""
        return f"{self._number} {self._words}"

    def sizeHint(self) -> QSize:
        """Fit one line."""
        return QSize(theme().px(WIDTH - 30), theme().px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above, icon, number and words."""
        side, number = theme().px(17), theme().px(92)
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, painting.tint("border"))
            icons.paint(painter, QRect(0, 0, side, self.height()), self._icon, self._tone)
            place = QRect(0, 0, number, self.height())
            right = Qt.AlignmentFlag.AlignRight
            painting.line(painter, place, self._number, theme().font("title"), "text", right)
            rest = QRect(number + theme().px(12), 0, self.width(), self.height())
            rest.setRight(self.width() - 1)
            painting.line(painter, rest, self._words, theme().font("small"), "text2")


class ImportSide(QWidget):
    """``tell(name, preview)``; ``leave`` is the tick."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make the three cards."""
        super().__init__(parent)
        self.file = Card("", self)
        self.what = Card("", self)
        self.rule = Card(translate("Import", "All rows or none"), self)
        for card in (self.file, self.what, self.rule):
            card.set_follow(False)
        self._fill_file()
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.setColumnStretch(0, 1)
        self.what.body.addLayout(self._grid)
        self._fill_rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.setSpacing(theme().px(10))
        self._top.addWidget(self.file)
        self._top.addWidget(self.what)
        column.addLayout(self._top)
        column.addWidget(self.rule)
        column.addStretch(1)

    def _fill_file(self) -> None:
        self.span = _label("secondary", self)
        self.columns = _label("hint", self)
        self.counts = [
            CountRow("circle-check", "ok", self),
            CountRow("circle-x", "danger", self),
            CountRow("minus", "text3", self),
        ]
        body = self.file.body
        body.setSpacing(theme().px(2))
        for widget in (self.span, self.columns):
            body.addWidget(widget)
        body.addSpacing(theme().px(6))
        for row in self.counts:
            body.addWidget(row)

    def _fill_rule(self) -> None:
        self.words = _label("secondary", self)
        self.leave = QCheckBox("", self)
        self.leave.setObjectName("leave")
        self.leave.toggled.connect(self.changed)
        for widget in (self.words, self.leave):
            self.rule.body.addWidget(widget)

    def width_beside(self) -> int:
        """Return the width beside the table."""
        return theme().px(WIDTH)

    def set_spread(self, spread: bool) -> None:
        """Stand the first two cards side by side where the page is narrow."""
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if spread else direction.TopToBottom)

    def tell(self, name: str, preview: ImportPreview) -> None:
        """Show the figures of a preview."""
        counts, stuck = preview.counts, preview.rejected
        self.file.set_title(_short(name))
        self.span.setText(_span(preview))
        missing = [TITLES[one] for one in _WANTED if one not in preview.sheet.columns]
        words = translate("Import", "without: {titles}").format(titles=", ".join(missing))
        self.columns.setText(words)
        self.columns.setVisible(bool(missing))
        left = counts.skipped + len(preview.doubles)
        self.counts[0].tell(len(preview.rows), translate("Import", "rows can come in"))
        self.counts[1].tell(stuck, translate("Import", "rows to mend"))
        words = translate("Import", "left out: months, totals")
        if preview.doubles:
            words = translate("Import", "left out, {count} known").format(
                count=shown.number(len(preview.doubles))
            )
        self.counts[2].tell(left, words)
        self._tell_what(preview)
        self._tell_rule(stuck)

    def _tell_what(self, preview: ImportPreview) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        counts = preview.counts
        title = translate("Import", "{count} rows hold")
        self.what.set_title(title.format(count=shown.number(len(preview.rows))))
        lines = [
            (_kind_words(KIND[kind], kind.protected), count)
            for kind, count in counts.by_kind.items()
        ]
        lines.append((translate("Import", "People received"), counts.people))
        lines.append((translate("Import", "Large groups"), counts.large_groups))
        for place, (words, count) in enumerate(lines):
            figure = _label("strong", self, shown.number(count))
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(_label("secondary", self, words), place, 0)
            self._grid.addWidget(figure, place, 1)

    def _tell_rule(self, stuck: int) -> None:
        if stuck:
            text = translate(
                "Import",
                "Mend the {count} rows in Excel and read again; or tick to leave them out, with "
                "the list on paper. Afterwards the Excel file still holds every name: lock it "
                "away or destroy it.",
            )
        else:
            text = translate(
                "Import",
                "Every row can be read. Afterwards the Excel file still holds every name: lock "
                "it away or destroy it.",
            )
        self.words.setText(text.format(count=shown.number(stuck)))
        words = translate("Import", "Leave {count} rows, print the list")
        self.leave.setText(words.format(count=shown.number(stuck)))
        self.leave.setChecked(False)
        self.leave.setVisible(stuck > 0)


def _label(role: str, parent: QWidget, text: str = "") -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _short(name: str) -> str:
    """Return a file name that fits the card, cut in its middle."""
    if len(name) <= _LONGEST_NAME:
        return name
    half = _LONGEST_NAME // 2 - 1
    return f"{name[:half]}…{name[-half:]}"


def _span(preview: ImportPreview) -> str:
    counts = preview.counts
    lines = shown.number(counts.lines)
    if counts.first_day is None or counts.last_day is None:
        return translate("Import", "{lines} lines").format(lines=lines)
    text = translate("Import", "{lines} lines, {first} to {last}")
    first = shown.day(counts.first_day)
    if counts.first_day.year == counts.last_day.year:
        first = first[:5]
    return text.format(lines=lines, first=first, last=shown.day(counts.last_day))


def _kind_words(words: str, protected: bool) -> str:
    if protected:
        return translate("Import", "{kind}, sealed apart").format(kind=words)
    return words
