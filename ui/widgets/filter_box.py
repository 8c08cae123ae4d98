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

SHORT = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2
_HEIGHT, _PAD, _GAP, _ICON = 32, 12, 6, 16
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FilterBox(ChoiceBox):
    """``FilterBox("Loại", parent)`` shows "Loại **Tất cả**"; the first entry means no filter.

    Enter opens the list; Delete and the cross reset the filter.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._over_cross = False
        self.setAccessibleName(name)
        self.setItemDelegate(_Entries(self))
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.currentIndexChanged.connect(self._fit)

    def offer(self, text: str, value: object, short: str = "") -> None:
        """Add an entry; ``short`` is the text in the closed box."""
        self.add(text, value)
        self.setItemData(self.count() - 1, short or text, SHORT)

    def rename(self, value: object, text: str, short: str = "") -> None:
        """Change the texts of an entry."""
        row = next((p for p in range(self.count()) if self.itemData(p) == value), -1)
        if row >= 0:
            self.setItemText(row, text)
            self.setItemData(row, short or text, SHORT)
            self._fit(row)

    def set_counts(self, counts: dict[object, int | None]) -> None:
        """Set value → number of results, None where it is unknown."""
        for row in range(self.count()):
            number = counts.get(self.itemData(row))
            text = self.itemText(row)
            if number is not None:
                with_count = QCoreApplication.translate("FilterBox", "{what}, {count}")
                text = with_count.format(what=text, count=display_format.number(number))
            self.setItemData(row, number, COUNT)
            self.setItemData(row, text, Qt.ItemDataRole.AccessibleTextRole)

    def count_of(self, value: object) -> int | None:
        """Return the number of results of an entry."""
        rows = (p for p in range(self.count()) if self.itemData(p) == value)
        number = self.itemData(next(rows, -1), COUNT)
        return number if isinstance(number, int) else None

    def narrows(self) -> bool:
        """Tell whether a filter is selected."""
        return self.currentIndex() > 0

    @Slot()
    def clear_choice(self) -> None:
        self.setCurrentIndex(0)

    @Slot(int)
    def _fit(self, _row: int) -> None:
        self.updateGeometry()
        self.update()

    def _short_text(self) -> str:
        return str(self.currentData(SHORT) or "")

    def sizeHint(self) -> QSize:
        words = painting.text_width(self._name) + painting.text_width(self._short_text(), "strong")
        px = theme().px
        return QSize(words + 2 * px(_PAD) + 2 * px(_GAP) + px(_ICON) + 2, px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showPopup(self) -> None:
        """Open the list as wide as its entries with their numbers."""
        widths = [
            painting.text_width(self.itemText(p), "body")
            + painting.text_width(display_format.number(self.itemData(p, COUNT) or 0), "body")
            for p in range(self.count())
        ]
        wide = max(widths, default=0) + theme().px(64)
        self.view().setMinimumWidth(max(wide, self.width()))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = button_colours("chosen" if self.narrows() else "secondary", self.isEnabled())
        px = theme().px
        with QPainter(self) as painter:
            focused = self.hasFocus()
            edge = "accent" if focused else colours.border
            fill = colours.hover if self.underMouse() else colours.fill
            painting.draw_box(painter, self.rect(), fill, edge, 6, 2 if focused else 1)
            x = px(_PAD)
            width = painting.text_width(self._name)
            name_rect = QRect(x, 0, width + 1, self.height())
            name_tone = colours.text if self.narrows() else "text2"
            painting.draw_line(painter, name_rect, self._name, theme().font("label"), name_tone)
            x += width + px(_GAP)
            text_rect = QRect(x, 0, self._cross().left() - x, self.height())
            painting.draw_line(
                painter, text_rect, self._short_text(), theme().font("strong"), colours.text
            )
            icon = "x" if self.narrows() else "chevron-down"
            icons.paint(painter, self._cross(), icon, colours.text)

    def _cross(self) -> QRect:
        side = theme().px(_ICON)
        left = self.width() - theme().px(_PAD) + 2 - side
        return QRect(left, (self.height() - side) // 2, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Reset the filter at the cross, open the list elsewhere."""
        if self.narrows() and event.position().x() >= self._cross().left() - theme().px(4):
            self.clear_choice()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter; reset the filter by Delete."""
        if event.key() in _CLEARING and not event.modifiers():
            self.clear_choice()
        elif event.key() in _OPENING and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)


class _Entries(QStyledItemDelegate):
    """Paints the number of results at the right end of an entry."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        number = index.data(COUNT)
        if not isinstance(number, int):
            return
        rect: QRect = option.rect.adjusted(0, 0, -theme().px(12), 0)
        tone = "text2" if number else "text3"
        right = Qt.AlignmentFlag.AlignRight
        painting.draw_line(
            painter, rect, display_format.number(number), theme().font("label"), tone, right
        )
