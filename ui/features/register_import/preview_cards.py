"""The cards beside the import preview: the file, its valid rows, the choice about the others."""

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
from reception.law.statutory_words import KIND_WORDS
from reception.services.register_import.import_preview import ImportPreview
from ui.appearance import display_format, icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.card import Card
from ui.widgets.clear_layout import clear_layout

translate = QCoreApplication.translate
_WIDTH = 296
_ROW_HEIGHT = 38
_MAX_NAME_LENGTH = 32
_EXPECTED_COLUMNS = (
    Column.NUMBER,
    Column.DATE,
    Column.PERSON,
    Column.PAPER,
    Column.SUMMARY,
    Column.SETTLED_BY,
    Column.OWN_COMPETENCE,
    Column.GUIDED,
    Column.TRANSFERRED,
    Column.RESULT,
    Column.NOTE,
    Column.MODE,
)


class CountRow(painting.PaintedWidget):
    """An icon, a large number and its caption, with a separator line above them."""

    def __init__(self, icon: str, tone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self._number, self._caption = "0", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, caption: str) -> None:
        self._number, self._caption = display_format.number(count), caption
        self.setAccessibleName(f"{self._number} {caption}")
        self.update()

    def text(self) -> str:
        return f"{self._number} {self._caption}"

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH - 30), theme().px(_ROW_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        icon_width, number_width = theme().px(17), theme().px(92)
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, painting.theme_color("border"))
            icons.paint(painter, QRect(0, 0, icon_width, self.height()), self._icon, self._tone)
            number_rect = QRect(0, 0, number_width, self.height())
            right = Qt.AlignmentFlag.AlignRight
            painting.draw_text(
                painter, number_rect, self._number, theme().font("title"), "text", right
            )
            caption_rect = QRect(number_width + theme().px(12), 0, self.width(), self.height())
            caption_rect.setRight(self.width() - 1)
            painting.draw_text(painter, caption_rect, self._caption, theme().font("small"), "text2")


class PreviewCards(QWidget):
    """Three cards: the file with its counts, the valid rows, and the choice about the others.

    While ``leave_out`` is checked, rows with problems are left out; ``leave_out_changed`` when it
    is toggled.
    """

    leave_out_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.file_card = Card("", self)
        self.valid_rows_card = Card("", self)
        self.choice_card = Card(translate("Import", "All rows or none"), self)
        for card in (self.file_card, self.valid_rows_card, self.choice_card):
            card.set_follows_focus(False)
        self._fill_file_card()
        self._valid_rows_grid = QGridLayout()
        self._valid_rows_grid.setVerticalSpacing(theme().px(4))
        self._valid_rows_grid.setColumnStretch(0, 1)
        self.valid_rows_card.body.addLayout(self._valid_rows_grid)
        self._fill_choice_card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        self._upper_cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._upper_cards.setSpacing(theme().px(10))
        self._upper_cards.addWidget(self.file_card)
        self._upper_cards.addWidget(self.valid_rows_card)
        column.addLayout(self._upper_cards)
        column.addWidget(self.choice_card)
        column.addStretch(1)

    def _fill_file_card(self) -> None:
        self.line_range = _label("secondary", self)
        self.missing_columns = _label("hint", self)
        self.count_rows = [
            CountRow("circle-check", "ok", self),
            CountRow("circle-x", "danger", self),
            CountRow("minus", "text3", self),
        ]
        body = self.file_card.body
        body.setSpacing(theme().px(2))
        for widget in (self.line_range, self.missing_columns):
            body.addWidget(widget)
        body.addSpacing(theme().px(6))
        for count_row in self.count_rows:
            body.addWidget(count_row)

    def _fill_choice_card(self) -> None:
        self.advice = _label("secondary", self)
        self.leave_out = QCheckBox("", self)
        self.leave_out.setObjectName("leave_out")
        self.leave_out.toggled.connect(self.leave_out_changed)
        for widget in (self.advice, self.leave_out):
            self.choice_card.body.addWidget(widget)

    def width_beside(self) -> int:
        """Return the width in pixels when the cards are beside the table."""
        return theme().px(_WIDTH)

    def set_side_by_side(self, is_side_by_side: bool) -> None:
        """Place the first two cards side by side, for a narrow page, or one below the other."""
        direction = QBoxLayout.Direction
        self._upper_cards.setDirection(
            direction.LeftToRight if is_side_by_side else direction.TopToBottom
        )

    def show_preview(self, name: str, preview: ImportPreview) -> None:
        """Show the counts of a file with the name ``name``."""
        counts, rejected = preview.counts, preview.rejected
        self.file_card.set_title(_shorten(name))
        self.line_range.setText(_line_range_text(preview))
        missing_titles = [
            TITLES[column] for column in _EXPECTED_COLUMNS if column not in preview.sheet.columns
        ]
        text = translate("Import", "without: {titles}").format(titles=", ".join(missing_titles))
        self.missing_columns.setText(text)
        self.missing_columns.setVisible(bool(missing_titles))
        left_out = counts.skipped + len(preview.already_imported)
        self.count_rows[0].show_count(len(preview.rows), translate("Import", "rows can come in"))
        self.count_rows[1].show_count(rejected, translate("Import", "rows to mend"))
        text = translate("Import", "left out: months, totals")
        if preview.already_imported:
            text = translate("Import", "left out, {count} known").format(
                count=display_format.number(len(preview.already_imported))
            )
        self.count_rows[2].show_count(left_out, text)
        self._show_valid_rows(preview)
        self._show_choice(rejected)

    def _show_valid_rows(self, preview: ImportPreview) -> None:
        clear_layout(self._valid_rows_grid)
        counts = preview.counts
        title = translate("Import", "{count} rows hold")
        self.valid_rows_card.set_title(title.format(count=display_format.number(len(preview.rows))))
        lines = [
            (_kind_text(KIND_WORDS[kind], kind.protected), count)
            for kind, count in counts.by_kind.items()
        ]
        lines.append((translate("Import", "People received"), counts.people))
        lines.append((translate("Import", "Large groups"), counts.large_groups))
        for row, (text, count) in enumerate(lines):
            count_label = _label("strong", self, display_format.number(count))
            count_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._valid_rows_grid.addWidget(_label("secondary", self, text), row, 0)
            self._valid_rows_grid.addWidget(count_label, row, 1)

    def _show_choice(self, rejected: int) -> None:
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


def _shorten(name: str) -> str:
    """Return a file name of at most 32 characters, shortened in its middle."""
    if len(name) <= _MAX_NAME_LENGTH:
        return name
    half_length = _MAX_NAME_LENGTH // 2 - 1
    return f"{name[:half_length]}…{name[-half_length:]}"


def _line_range_text(preview: ImportPreview) -> str:
    """Return the number of lines with the first and the last day, if the file has days."""
    counts = preview.counts
    lines = display_format.number(counts.lines)
    if counts.first_day is None or counts.last_day is None:
        return translate("Import", "{lines} lines").format(lines=lines)
    text = translate("Import", "{lines} lines, {first} to {last}")
    first = display_format.day(counts.first_day)
    if counts.first_day.year == counts.last_day.year:
        first = first[:5]
    return text.format(lines=lines, first=first, last=display_format.day(counts.last_day))


def _kind_text(kind_name: str, protected: bool) -> str:
    """Return the kind of petition, with a remark if its identities are in the other vault."""
    if protected:
        return translate("Import", "{kind}, sealed apart").format(kind=kind_name)
    return kind_name
