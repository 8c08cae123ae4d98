"""The cards beside the preview: the file, its valid rows, and what to do with the others."""

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
from ui.appearance import display_format, icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.card import Card

translate = QCoreApplication.translate
WIDTH = 296
_ROW = 38
_LONGEST_NAME = 32
_EXPECTED = (
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


class CountRow(painting.PaintedWidget):
    """An icon, a large number and its caption, below a line."""

    def __init__(self, icon: str, tone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self._number, self._words = "0", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, text: str) -> None:
        self._number, self._words = display_format.number(count), text
        self.setAccessibleName(f"{self._number} {text}")
        self.update()

    def text(self) -> str:
        return f"{self._number} {self._words}"

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH - 30), theme().px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        side, number_width = theme().px(17), theme().px(92)
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, painting.theme_color("border"))
            icons.paint(painter, QRect(0, 0, side, self.height()), self._icon, self._tone)
            number_rect = QRect(0, 0, number_width, self.height())
            right = Qt.AlignmentFlag.AlignRight
            painting.draw_line(
                painter, number_rect, self._number, theme().font("title"), "text", right
            )
            text_rect = QRect(number_width + theme().px(12), 0, self.width(), self.height())
            text_rect.setRight(self.width() - 1)
            painting.draw_line(painter, text_rect, self._words, theme().font("small"), "text2")


class ImportSide(QWidget):
    """``changed`` when ``leave_out`` is toggled: then rows with problems are left out."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.file = Card("", self)
        self.rows = Card("", self)
        self.rule = Card(translate("Import", "All rows or none"), self)
        for card in (self.file, self.rows, self.rule):
            card.set_follows_focus(False)
        self._fill_file()
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.setColumnStretch(0, 1)
        self.rows.body.addLayout(self._grid)
        self._fill_rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.setSpacing(theme().px(10))
        self._top.addWidget(self.file)
        self._top.addWidget(self.rows)
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
        self.advice = _label("secondary", self)
        self.leave_out = QCheckBox("", self)
        self.leave_out.setObjectName("leave_out")
        self.leave_out.toggled.connect(self.changed)
        for widget in (self.advice, self.leave_out):
            self.rule.body.addWidget(widget)

    def width_beside(self) -> int:
        """Return the width in pixels when the cards are beside the table."""
        return theme().px(WIDTH)

    def set_spread(self, spread: bool) -> None:
        """Put the first two cards side by side, for a narrow page."""
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if spread else direction.TopToBottom)

    def show_preview(self, name: str, preview: ImportPreview) -> None:
        """Show the counts of the file ``name``."""
        counts, rejected = preview.counts, preview.rejected
        self.file.set_title(_short(name))
        self.span.setText(_span(preview))
        missing = [TITLES[column] for column in _EXPECTED if column not in preview.sheet.columns]
        text = translate("Import", "without: {titles}").format(titles=", ".join(missing))
        self.columns.setText(text)
        self.columns.setVisible(bool(missing))
        left_out = counts.skipped + len(preview.already_imported)
        self.counts[0].show_count(len(preview.rows), translate("Import", "rows can come in"))
        self.counts[1].show_count(rejected, translate("Import", "rows to mend"))
        text = translate("Import", "left out: months, totals")
        if preview.already_imported:
            text = translate("Import", "left out, {count} known").format(
                count=display_format.number(len(preview.already_imported))
            )
        self.counts[2].show_count(left_out, text)
        self._show_rows(preview)
        self._show_rule(rejected)

    def _show_rows(self, preview: ImportPreview) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        counts = preview.counts
        title = translate("Import", "{count} rows hold")
        self.rows.set_title(title.format(count=display_format.number(len(preview.rows))))
        lines = [
            (_kind_words(KIND[kind], kind.protected), count)
            for kind, count in counts.by_kind.items()
        ]
        lines.append((translate("Import", "People received"), counts.people))
        lines.append((translate("Import", "Large groups"), counts.large_groups))
        for row, (text, count) in enumerate(lines):
            figure = _label("strong", self, display_format.number(count))
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(_label("secondary", self, text), row, 0)
            self._grid.addWidget(figure, row, 1)

    def _show_rule(self, rejected: int) -> None:
        if rejected:
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
        self.advice.setText(text.format(count=display_format.number(rejected)))
        template = translate("Import", "Leave {count} rows, print the list")
        self.leave_out.setText(template.format(count=display_format.number(rejected)))
        self.leave_out.setChecked(False)
        self.leave_out.setVisible(rejected > 0)


def _label(role: str, parent: QWidget, text: str = "") -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _short(name: str) -> str:
    """Return a file name of at most 32 characters, shortened in its middle."""
    if len(name) <= _LONGEST_NAME:
        return name
    half = _LONGEST_NAME // 2 - 1
    return f"{name[:half]}…{name[-half:]}"


def _span(preview: ImportPreview) -> str:
    counts = preview.counts
    lines = display_format.number(counts.lines)
    if counts.first_day is None or counts.last_day is None:
        return translate("Import", "{lines} lines").format(lines=lines)
    text = translate("Import", "{lines} lines, {first} to {last}")
    first = display_format.day(counts.first_day)
    if counts.first_day.year == counts.last_day.year:
        first = first[:5]
    return text.format(lines=lines, first=first, last=display_format.day(counts.last_day))


def _kind_words(kind_name: str, protected: bool) -> str:
    if protected:
        return translate("Import", "{kind}, sealed apart").format(kind=kind_name)
    return kind_name
