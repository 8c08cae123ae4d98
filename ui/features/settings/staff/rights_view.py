"""The table of rights: arrow keys move, Space gives or takes a right."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reception.services.staff.account_list import AccountSummary
from ui.appearance import icons
from ui.appearance.theme import theme
from ui.features.settings.staff.rights_model import (
    FIRST_RIGHT,
    LAST,
    NAME,
    TICK_ROLE,
    RightsTable,
    Tick,
)
from ui.widgets import painting

ROW_HEIGHT, HEADER_HEIGHT = 44, 62
_NAME_WIDTH, _TICK_WIDTH, _LAST_WIDTH = 180, 70, 126
_BOX, _SEAL, _LETTER = 16, 22, 30
_PAD, _BAR = 8, 3
_CENTER = Qt.AlignmentFlag.AlignHCenter
Index = QModelIndex | QPersistentModelIndex


class _Head(QHeaderView):
    """A header whose words wrap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(HEADER_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.fillRect(rect, painting.tint("surface"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, painting.tint("border"))
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        painter.setFont(theme().font("label"))
        painter.setPen(painting.tint("text2"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        pad = theme().px(_PAD if logicalIndex in (NAME, LAST) else 2)
        side = {NAME: Qt.AlignmentFlag.AlignLeft, LAST: Qt.AlignmentFlag.AlignRight}
        painter.drawText(
            rect.adjusted(pad, 0, -pad, 0), side.get(logicalIndex, _CENTER) | middle, text
        )
        painter.restore()


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        rect, model = QRect(option.rect), index.model()
        if not isinstance(model, RightsTable):
            return
        person = model.person(index.row())
        if person is None:
            return
        self._paint_background(painter, rect, option, index)
        tick = index.data(TICK_ROLE)
        if isinstance(tick, Tick):
            _paint_tick(painter, rect, tick)
        elif index.column() == NAME:
            _paint_person(painter, rect, person)
        else:
            inner = rect.adjusted(theme().px(_PAD), 0, -theme().px(_PAD), 0)
            right = Qt.AlignmentFlag.AlignRight
            color = "text" if person.active else "text2"
            painting.line(
                painter, inner, model.last_opened_text(person), theme().font("small"), color, right
            )

    def _paint_background(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        current = self._view.currentIndex()
        is_chosen = current.row() == index.row()
        has_focus = self._view.hasFocus()
        fill = ("selection" if has_focus else "sunken") if is_chosen else "surface"
        painter.fillRect(rect, painting.tint(fill))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, painting.tint("border"))
        if is_chosen and index.column() == NAME:
            color = painting.tint("accent" if has_focus else "borderStrong")
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height(), color)
        if has_focus and index == current and index.column() != NAME:
            inner = rect.adjusted(2, 2, -2, -3)
            painting.box(painter, inner, "", "accent", 4, 2)
        del option

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(theme().px(_TICK_WIDTH), theme().px(ROW_HEIGHT))


class RightsView(QTableView):
    """``changed`` after a tick; ``refused(row)`` where it cannot be changed; ``picked(row)``.

    ``custody_wanted(row)`` for the column of custody, which is not ticked but signed.
    """

    changed = Signal()
    custody_wanted = Signal(int)
    refused = Signal(int)
    picked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rights_view")
        self.setHorizontalHeader(_Head(self))
        self.setItemDelegate(_Delegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        theme().changed.connect(self.measure)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and current.row() != previous.row():
            self.picked.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Enter gives or takes a right; nothing is copied."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a cell has the effect of Space."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(QPoint(round(event.position().x()), round(event.position().y())))
        if index.isValid() and index == self.currentIndex():
            self.press()

    @Slot()
    def press(self) -> None:
        """Give or take the right of the current cell."""
        model, index = self.model(), self.currentIndex()
        if not isinstance(model, RightsTable) or not FIRST_RIGHT <= index.column() < LAST:
            return
        tick = model.tick(index.row(), index.column())
        if tick is None:
            return
        if tick.is_custody:
            self.custody_wanted.emit(index.row())
        elif model.toggle(index.row(), index.column()):
            self.changed.emit()
        else:
            self.refused.emit(index.row())

    @Slot()
    def measure(self) -> None:
        """Set the widths of the columns, and the height of the table to that of its rows."""
        model, px = self.model(), theme().px
        if model is None:
            return
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        ticks = LAST - FIRST_RIGHT
        name_width = max(
            px(_NAME_WIDTH), self.viewport().width() - ticks * px(_TICK_WIDTH) - px(_LAST_WIDTH)
        )
        self.setColumnWidth(NAME, name_width)
        for column in range(FIRST_RIGHT, LAST):
            self.setColumnWidth(column, px(_TICK_WIDTH))
        self.setColumnWidth(LAST, px(_LAST_WIDTH))
        needed = name_width + ticks * px(_TICK_WIDTH) + px(_LAST_WIDTH)
        scroll_bar_height = 0
        if needed > self.viewport().width():
            scroll_bar_height = self.horizontalScrollBar().sizeHint().height()
        rows_height = model.rowCount() * px(ROW_HEIGHT)
        self.setFixedHeight(
            px(HEADER_HEIGHT) + rows_height + 2 * self.frameWidth() + scroll_bar_height
        )

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.measure()

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow table: it scrolls sideways."""
        return QSize(theme().px(300), theme().px(HEADER_HEIGHT))


def _paint_person(painter: QPainter, rect: QRect, person: AccountSummary) -> None:
    px = theme().px
    side = px(_LETTER)
    square = QRect(rect.left() + px(_PAD), rect.center().y() - side // 2, side, side)
    painting.box(painter, square, "sunken", "", 6)
    letter = person.name.split()[-1][:1] if person.name else ""
    painting.line(painter, square, letter, theme().font("strong"), "text2", _CENTER)
    left = square.right() + px(_PAD)
    half = rect.height() // 2
    name_rect = QRect(left, rect.top() + px(3), rect.right() - left, half - px(2))
    color = "text" if person.active else "text2"
    painting.line(painter, name_rect, person.name, theme().font("strong"), color)
    title_rect = QRect(left, rect.top() + half - px(1), name_rect.width(), half - px(3))
    painting.line(painter, title_rect, person.title, theme().font("small"), "text2")


def _paint_tick(painter: QPainter, rect: QRect, tick: Tick) -> None:
    px = theme().px
    side = px(_SEAL if tick.is_custody and tick.on else _BOX)
    box = QRect(rect.center().x() - side // 2, rect.center().y() - side // 2, side, side)
    if tick.is_custody and tick.on:
        fill, icon_name, icon_color = (
            ("warnSoft", "seal-line", "warn")
            if tick.key_missing
            else (
                "seal",
                "seal",
                "onSeal",
            )
        )
        painting.box(painter, box, fill, "warn" if tick.key_missing else "", 4)
        inner = box.adjusted(px(4), px(4), -px(4), -px(4))
        icons.paint(painter, inner, icon_name, icon_color)
        return
    if tick.on:
        painting.box(painter, box, "accent" if tick.changeable else "borderStrong", "", 4)
        inner = box.adjusted(px(2), px(2), -px(2), -px(2))
        icons.paint(painter, inner, "check", "onAccent" if tick.changeable else "surface")
    else:
        painting.box(painter, box, "surface" if tick.changeable else "sunken", "borderStrong", 4)
    if tick.changed:
        painting.box(painter, box.adjusted(-px(4), -px(4), px(4), px(4)), "", "warn", 6, 2)
