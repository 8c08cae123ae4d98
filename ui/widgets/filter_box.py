"""A filter of a list: its name, what is chosen, and how many things each choice would leave."""

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

from ui.appearance import display_format as shown
from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.button_colours import button_colours
from ui.widgets.choice_box import ChoiceBox

SHORT = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2
_HEIGHT, _PAD, _GAP, _SIGN = 32, 12, 6, 16
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FilterBox(ChoiceBox):
    """``FilterBox("Loại", parent)`` reads "Loại **Tất cả**"; the first entry leaves nothing out.

    ``offer(text, value, short)`` adds an entry, ``short`` being what the closed box says;
    ``set_counts({value: number})`` writes numbers into the list, None where none is known.
    Enter opens the list, Delete and the cross give everything back.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a filter without entries."""
        super().__init__(parent)
        self._name = name
        self._over_cross = False
        self.setAccessibleName(name)
        self.setItemDelegate(_Entries(self))
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.currentIndexChanged.connect(self._fit)

    def offer(self, text: str, value: object, short: str = "") -> None:
        """Add an entry."""
        self.add(text, value)
        self.setItemData(self.count() - 1, short or text, SHORT)

    def rename(self, value: object, text: str, short: str = "") -> None:
        """Give an entry other words."""
        place = next((p for p in range(self.count()) if self.itemData(p) == value), -1)
        if place >= 0:
            self.setItemText(place, text)
            self.setItemData(place, short or text, SHORT)
            self._fit(place)

    def set_counts(self, counts: dict[object, int | None]) -> None:
        """Say how many things each entry would leave."""
        for place in range(self.count()):
            number = counts.get(self.itemData(place))
            words = self.itemText(place)
            if number is not None:
                both = QCoreApplication.translate("FilterBox", "{what}, {count}")
                words = both.format(what=words, count=shown.number(number))
            self.setItemData(place, number, COUNT)
            self.setItemData(place, words, Qt.ItemDataRole.AccessibleTextRole)

    def count_of(self, value: object) -> int | None:
        """Return the number beside an entry."""
        found = (p for p in range(self.count()) if self.itemData(p) == value)
        number = self.itemData(next(found, -1), COUNT)
        return number if isinstance(number, int) else None

    def narrows(self) -> bool:
        """Tell whether anything is left out."""
        return self.currentIndex() > 0

    @Slot()
    def clear_choice(self) -> None:
        """Leave nothing out."""
        self.setCurrentIndex(0)

    @Slot(int)
    def _fit(self, _place: int) -> None:
        self.updateGeometry()
        self.update()

    def _said(self) -> str:
        return str(self.currentData(SHORT) or "")

    def sizeHint(self) -> QSize:
        """Fit the name and what is chosen."""
        words = painting.width_of(self._name) + painting.width_of(self._said(), "strong")
        px = theme().px
        return QSize(words + 2 * px(_PAD) + 2 * px(_GAP) + px(_SIGN) + 2, px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def showPopup(self) -> None:
        """Open the list as wide as its entries with their numbers."""
        widths = [
            painting.width_of(self.itemText(p), "body")
            + painting.width_of(shown.number(self.itemData(p, COUNT) or 0), "body")
            for p in range(self.count())
        ]
        wide = max(widths, default=0) + theme().px(64)
        self.view().setMinimumWidth(max(wide, self.width()))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the name, what is chosen, and an arrow or a cross."""
        look = button_colours("chosen" if self.narrows() else "secondary", self.isEnabled())
        px = theme().px
        with QPainter(self) as painter:
            focused = self.hasFocus()
            edge = "accent" if focused else look.border
            fill = look.hover if self.underMouse() else look.fill
            painting.box(painter, self.rect(), fill, edge, 6, 2 if focused else 1)
            x = px(_PAD)
            width = painting.width_of(self._name)
            place = QRect(x, 0, width + 1, self.height())
            name_tone = look.text if self.narrows() else "text2"
            painting.line(painter, place, self._name, theme().font("label"), name_tone)
            x += width + px(_GAP)
            room = QRect(x, 0, self._cross().left() - x, self.height())
            painting.line(painter, room, self._said(), theme().font("strong"), look.text)
            sign = "x" if self.narrows() else "chevron-down"
            icons.paint(painter, self._cross(), sign, look.text)

    def _cross(self) -> QRect:
        side = theme().px(_SIGN)
        left = self.width() - theme().px(_PAD) + 2 - side
        return QRect(left, (self.height() - side) // 2, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give everything back at the cross, open the list elsewhere."""
        if self.narrows() and event.position().x() >= self._cross().left() - theme().px(4):
            self.clear_choice()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter; give everything back by Delete."""
        if event.key() in _CLEARING and not event.modifiers():
            self.clear_choice()
        elif event.key() in _OPENING and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)


class _Entries(QStyledItemDelegate):
    """Writes the number of an entry at its right end."""

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
        place: QRect = option.rect.adjusted(0, 0, -theme().px(12), 0)
        tone = "text2" if number else "text3"
        right = Qt.AlignmentFlag.AlignRight
        painting.line(painter, place, shown.number(number), theme().font("label"), tone, right)
