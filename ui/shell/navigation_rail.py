"""Navigation rail at the left: items, the person who is signed in, the status of the office."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton
from ui.widgets.rail_item import RailItem

WIDE = 216
NARROW = 60


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One item: number, words, icon, and whether a line is drawn before it."""

    id: int
    text: str
    icon: str
    line_before: bool = False


class _Names(painting.Painted):
    """A square picture and two lines: the office at the top, the officer at the bottom."""

    def __init__(self, mark: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = mark
        self._title = ""
        self._below = ""
        self.compact = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_names(self, title: str, below: str) -> None:
        self._title, self._below = title, below
        self.setAccessibleName(", ".join(filter(None, (title, below))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(36), theme().px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        side = px(34 if self._mark else 32)
        inset = px(8 if self._mark else 4)
        left = (self.width() - side) // 2 if self.compact else inset
        square = QRect(left, (self.height() - side) // 2, side, side)
        with QPainter(self) as painter:
            if self._mark:
                icons.paint(painter, square, "app-mark", "accent")
            else:
                painting.box(painter, square, "accent", "", 6)
                letter = self._title.split(" ")[-1][:1].upper()
                center = Qt.AlignmentFlag.AlignHCenter
                painting.line(painter, square, letter, theme().font("strong"), "onAccent", center)
            if self.compact:
                return
            x = inset + side + px(10)
            high, low = px(19), px(17)
            top = (self.height() - high - low) // 2
            role = "subheading" if self._mark else "strong"
            room = QRect(x, top, self.width() - x, high)
            painting.line(painter, room, self._title, theme().font(role), "text")
            room = QRect(x, top + high, self.width() - x, low)
            painting.line(painter, room, self._below, theme().font("small"), "text2")


class NavigationRail(QFrame):
    """``NavigationRail(entries, parent)``; ``chosen(id)``, ``lock_wanted``.

    ``set_office(name)``, ``set_user(name, role)``, ``set_status([(icon, text, tone)])``,
    ``set_badge(id, n)``, ``set_current(id)``, ``set_visible(ids)``, ``set_compact(bool)``.
    """

    chosen = Signal(int)
    lock_wanted = Signal()

    def __init__(self, entries: tuple[RailEntry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._compact = False
        self._items: dict[int, RailItem] = {}
        self._lines: dict[int, QFrame] = {}
        self._status: list[IconLine] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._office = _Names(True, self)
        self._user = _Names(False, self)
        lock = QCoreApplication.translate("Rail", "Lock")
        self.lock = PushButton(lock, self, "secondary", "lock", "Ctrl+L")
        self.lock.setObjectName("lock")
        self.lock.set_spread(True)
        self.lock.clicked.connect(self.lock_wanted)
        self._build(entries)
        self.set_office("")
        self.set_compact(False)
        theme().changed.connect(self._measure)

    def _build(self, entries: tuple[RailEntry, ...]) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(14), px(9), px(12))
        column.setSpacing(px(2))
        self._column = column
        column.addWidget(self._office)
        column.addSpacing(px(13))
        for entry in entries:
            if entry.line_before:
                self._lines[entry.id] = self._line(column)
            item = RailItem(entry.text, entry.icon, self)
            item.setObjectName(f"rail_{entry.id}")
            self._items[entry.id] = item
            self._group.addButton(item, entry.id)
            column.addWidget(item)
        column.addStretch(1)
        column.addWidget(self._user)
        column.addSpacing(px(6))
        hold = QHBoxLayout()
        hold.setContentsMargins(px(4), 0, px(3), 0)
        hold.addWidget(self.lock)
        column.addLayout(hold)
        column.addSpacing(px(4))
        self._foot = QVBoxLayout()
        self._foot.setSpacing(px(1))
        column.addLayout(self._foot)

    def _line(self, column: QVBoxLayout) -> QFrame:
        line = QFrame(self)
        line.setFixedHeight(theme().px(17))
        column.addWidget(line)
        return line

    def set_office(self, name: str) -> None:
        """Show the name of the office under the name of the program."""
        program = QCoreApplication.translate("Rail", "Citizen reception")
        self._office.set_names(program, name)

    def set_user(self, name: str, role: str) -> None:
        """Show who is signed in."""
        self._user.set_names(name, role)

    def set_status(self, lines: list[tuple[str, str, str]]) -> None:
        """Show lines of (icon, text, tone) at the foot; tones as in IconLine."""
        for old in self._status:
            self._foot.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._status = []
        for icon, text, tone in lines:
            line = IconLine(icon, text, self, tone)
            line.setToolTip(text if self._compact else "")
            self._foot.addWidget(line)
            self._status.append(line)
        self._measure()

    def set_badge(self, place: int, count: int) -> None:
        """Show a number beside an item."""
        self._items[place].set_badge(count)

    def set_current(self, place: int) -> None:
        """Mark the current item."""
        self._items[place].setChecked(True)

    def set_visible(self, places: tuple[int, ...]) -> None:
        """Show these items only; a line stays while an item of its group is shown."""
        for number, item in self._items.items():
            item.setVisible(number in places)
        starts = sorted(self._lines)
        for start in starts:
            ends = [other for other in starts if other > start]
            last = ends[0] if ends else max(self._items) + 1
            self._lines[start].setVisible(any(start <= number < last for number in places))

    def set_compact(self, compact: bool) -> None:
        """Show icons alone (60 px wide), or words too (216 px)."""
        self._compact = compact
        for item in self._items.values():
            item.set_compact(compact)
        self._office.compact = self._user.compact = compact
        self._measure()

    @property
    def compact(self) -> bool:
        """True while only icons are shown."""
        return self._compact

    @Slot()
    def _measure(self) -> None:
        px = theme().px
        self.setFixedWidth(px(NARROW if self._compact else WIDE))
        self._column.setContentsMargins(px(8), px(14), px(9), px(12))
        name = QCoreApplication.translate("Rail", "Lock")
        self.lock.setText("" if self._compact else name)
        self.lock.setAccessibleName(name)
        self.lock.setToolTip(name if self._compact else "")
        self.lock.set_key("" if self._compact else "Ctrl+L")
        self.lock.set_spread(not self._compact)
        for line in self._status:
            line.setFixedWidth(px(22) if self._compact else px(WIDE - 20 - 8))
            line.setToolTip(line.text() if self._compact else "")
        flag = Qt.AlignmentFlag.AlignHCenter if self._compact else Qt.AlignmentFlag.AlignLeft
        self._foot.setContentsMargins(0 if self._compact else px(4), 0, 0, 0)
        for line in self._status:
            self._foot.setAlignment(line, flag)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide status lines in a low window, to leave room for the items."""
        super().resizeEvent(event)
        self._fold_status()

    def _fold_status(self) -> None:
        lines = sum(line.sizeHint().height() + 1 for line in self._status)
        shown = sum(line.height() + 1 for line in self._status if not line.isHidden())
        needed = self._column.minimumSize().height() - shown + lines
        for line in self._status:
            line.setVisible(needed <= self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.tint("rail"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), painting.tint("border"))
            for line in self._lines.values():
                if line.isVisible():
                    y = line.geometry().center().y()
                    painter.fillRect(
                        px(18), y, self.width() - 2 * px(18), 1, painting.tint("borderStrong")
                    )
            y = self._user.y() - px(11)
            painter.fillRect(0, y, self.width() - 1, 1, painting.tint("borderStrong"))
