"""Drop-down filter of a list: name, selected entry, and the number of results of each entry."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.appearance import display_format, icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.button_colours import button_colours
from ui.widgets.choice_box import ChoiceBox

SHORT_TEXT_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
_HEIGHT, _PADDING, _GAP, _ICON_SIDE = 32, 12, 6, 16
_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEARING_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FilterBox(ChoiceBox):
    """``FilterBox("Loại", parent)`` shows "Loại **Tất cả**"; the first entry means no filter.

    Enter opens the list; Delete, or a click on the cross, resets the filter.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(name)
        self.setItemDelegate(_EntryDelegate(self))
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.currentIndexChanged.connect(self._update_size)

    def add_entry(self, text: str, value: object, short: str = "") -> None:
        """Add an entry; ``short`` is the text in the closed box."""
        self.add(text, value)
        self.setItemData(self.count() - 1, short or text, SHORT_TEXT_ROLE)

    def set_entry_text(self, value: object, text: str, short: str = "") -> None:
        """Change the texts of an entry."""
        row = next((row for row in range(self.count()) if self.itemData(row) == value), -1)
        if row >= 0:
            self.setItemText(row, text)
            self.setItemData(row, short or text, SHORT_TEXT_ROLE)
            self._update_size(row)

    def set_counts(self, counts: dict[object, int | None]) -> None:
        """Set the number of results of each entry by its value; None where it is unknown."""
        for row in range(self.count()):
            number = counts.get(self.itemData(row))
            text = self.itemText(row)
            if number is not None:
                with_count = QCoreApplication.translate("FilterBox", "{what}, {count}")
                text = with_count.format(what=text, count=display_format.number(number))
            self.setItemData(row, number, COUNT_ROLE)
            self.setItemData(row, text, Qt.ItemDataRole.AccessibleTextRole)

    def count_of(self, value: object) -> int | None:
        """Return the number of results of an entry."""
        matching_rows = (row for row in range(self.count()) if self.itemData(row) == value)
        number = self.itemData(next(matching_rows, -1), COUNT_ROLE)
        return number if isinstance(number, int) else None

    def is_filtering(self) -> bool:
        """Tell whether a filter is selected."""
        return self.currentIndex() > 0

    @Slot()
    def clear_choice(self) -> None:
        self.setCurrentIndex(0)

    @Slot(int)
    def _update_size(self, _row: int) -> None:
        self.updateGeometry()
        self.update()

    def _short_text(self) -> str:
        return str(self.currentData(SHORT_TEXT_ROLE) or "")

    def sizeHint(self) -> QSize:
        text_width = painting.text_width(self._name) + painting.text_width(
            self._short_text(), "strong"
        )
        px = theme().px
        return QSize(text_width + 2 * px(_PADDING) + 2 * px(_GAP) + px(_ICON_SIDE) + 2, px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showPopup(self) -> None:
        """Open the list as wide as its entries with their numbers."""
        widths = [
            painting.text_width(self.itemText(row), "body")
            + painting.text_width(
                display_format.number(self.itemData(row, COUNT_ROLE) or 0), "body"
            )
            for row in range(self.count())
        ]
        list_width = max(widths, default=0) + theme().px(64)
        self.view().setMinimumWidth(max(list_width, self.width()))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = button_colours("chosen" if self.is_filtering() else "secondary", self.isEnabled())
        px = theme().px
        with QPainter(self) as painter:
            focused = self.hasFocus()
            edge = "accent" if focused else colours.border
            fill = colours.hover if self.underMouse() else colours.fill
            painting.draw_box(painter, self.rect(), fill, edge, 6, 2 if focused else 1)
            x = px(_PADDING)
            width = painting.text_width(self._name)
            name_rect = QRect(x, 0, width + 1, self.height())
            name_tone = colours.text if self.is_filtering() else "text2"
            painting.draw_text(painter, name_rect, self._name, theme().font("label"), name_tone)
            x += width + px(_GAP)
            text_rect = QRect(x, 0, self._icon_rect().left() - x, self.height())
            painting.draw_text(
                painter, text_rect, self._short_text(), theme().font("strong"), colours.text
            )
            icon = "x" if self.is_filtering() else "chevron-down"
            icons.paint(painter, self._icon_rect(), icon, colours.text)

    def _icon_rect(self) -> QRect:
        side = theme().px(_ICON_SIDE)
        left = self.width() - theme().px(_PADDING) + 2 - side
        return QRect(left, (self.height() - side) // 2, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Reset the filter at the cross, open the list elsewhere."""
        if self.is_filtering() and event.position().x() >= self._icon_rect().left() - theme().px(4):
            self.clear_choice()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter; reset the filter by Delete."""
        if event.key() in _CLEARING_KEYS and not event.modifiers():
            self.clear_choice()
        elif event.key() in _OPENING_KEYS and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)


class _EntryDelegate(QStyledItemDelegate):
    """Paints the number of results at the right end of an entry."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        number = index.data(COUNT_ROLE)
        if not isinstance(number, int):
            return
        rect: QRect = option.rect.adjusted(0, 0, -theme().px(12), 0)
        tone = "text2" if number else "text3"
        right = Qt.AlignmentFlag.AlignRight
        painting.draw_text(
            painter, rect, display_format.number(number), theme().font("label"), tone, right
        )
