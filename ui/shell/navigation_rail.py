"""Navigation rail at the left: items, the person who is signed in, the status of the office."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton
from ui.widgets.rail_item import RailItem

WIDTH = 216  # px at scale 1.0
COMPACT_WIDTH = 60


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One item of the rail: its number is ``id``; ``separator_before`` draws a line above it."""

    id: int
    text: str
    icon: str
    separator_before: bool = False


class _NameBlock(painting.PaintedWidget):
    """A square picture and two lines of text, for the office and for the signed-in person.

    The picture is the mark of the program, or (``has_mark`` False) the initial of the name.
    """

    def __init__(self, has_mark: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._has_mark = has_mark
        self._title = ""
        self._subtitle = ""
        self.compact = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_names(self, title: str, subtitle: str) -> None:
        self._title, self._subtitle = title, subtitle
        self.setAccessibleName(", ".join(filter(None, (title, subtitle))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(36), theme().px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        side = px(34 if self._has_mark else 32)
        inset = px(8 if self._has_mark else 4)
        left = (self.width() - side) // 2 if self.compact else inset
        square = QRect(left, (self.height() - side) // 2, side, side)
        with QPainter(self) as painter:
            if self._has_mark:
                icons.paint(painter, square, "app-mark", "accent")
            else:
                painting.draw_box(painter, square, "accent", "", 6)
                letter = self._title.split(" ")[-1][:1].upper()
                center = Qt.AlignmentFlag.AlignHCenter
                painting.draw_text(
                    painter, square, letter, theme().font("strong"), "onAccent", center
                )
            if self.compact:
                return
            x = inset + side + px(10)
            title_height, subtitle_height = px(19), px(17)
            top = (self.height() - title_height - subtitle_height) // 2
            role = "subheading" if self._has_mark else "strong"
            rect = QRect(x, top, self.width() - x, title_height)
            painting.draw_text(painter, rect, self._title, theme().font(role), "text")
            rect = QRect(x, top + title_height, self.width() - x, subtitle_height)
            painting.draw_text(painter, rect, self._subtitle, theme().font("small"), "text2")


class NavigationRail(QFrame):
    """``chosen(id)`` when an item is clicked; ``lock_wanted`` when the lock button is clicked."""

    chosen = Signal(int)
    lock_wanted = Signal()

    def __init__(self, entries: tuple[RailEntry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._compact = False
        self._items: dict[int, RailItem] = {}
        self._separators: dict[int, QFrame] = {}
        self._status_lines: list[IconLine] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._office_block = _NameBlock(True, self)
        self._person_block = _NameBlock(False, self)
        lock = QCoreApplication.translate("Rail", "Lock")
        self.lock_button = PushButton(lock, self, "secondary", "lock", "Ctrl+L")
        self.lock_button.setObjectName("lock")
        self.lock_button.set_justified(True)
        self.lock_button.clicked.connect(self.lock_wanted)
        self._build(entries)
        self.set_office_name("")
        self.set_compact(False)
        theme().changed.connect(self._apply_sizes)

    def _build(self, entries: tuple[RailEntry, ...]) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(14), px(9), px(12))
        column.setSpacing(px(2))
        self._column = column
        column.addWidget(self._office_block)
        column.addSpacing(px(13))
        for entry in entries:
            if entry.separator_before:
                self._separators[entry.id] = self._add_separator(column)
            item = RailItem(entry.text, entry.icon, self)
            item.setObjectName(f"rail_{entry.id}")
            self._items[entry.id] = item
            self._group.addButton(item, entry.id)
            column.addWidget(item)
        column.addStretch(1)
        column.addWidget(self._person_block)
        column.addSpacing(px(6))
        lock_row = QHBoxLayout()
        lock_row.setContentsMargins(px(4), 0, px(3), 0)
        lock_row.addWidget(self.lock_button)
        column.addLayout(lock_row)
        column.addSpacing(px(4))
        self._status_layout = QVBoxLayout()
        self._status_layout.setSpacing(px(1))
        column.addLayout(self._status_layout)

    def _add_separator(self, column: QVBoxLayout) -> QFrame:
        separator = QFrame(self)
        separator.setFixedHeight(theme().px(17))
        column.addWidget(separator)
        return separator

    def set_office_name(self, name: str) -> None:
        """Show the name of the office under the name of the program."""
        program = QCoreApplication.translate("Rail", "Citizen reception")
        self._office_block.set_names(program, name)

    def set_signed_in_person(self, name: str, title: str) -> None:
        """Show name and title of the person who is signed in."""
        self._person_block.set_names(name, title)

    def set_status(self, lines: list[tuple[str, str, str]]) -> None:
        """Show lines of (icon, text, tone) at the bottom; tones as in IconLine."""
        for old in self._status_lines:
            self._status_layout.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._status_lines = []
        for icon, text, tone in lines:
            line = IconLine(icon, text, self, tone)
            line.setToolTip(text if self._compact else "")
            self._status_layout.addWidget(line)
            self._status_lines.append(line)
        self._apply_sizes()

    def set_badge(self, item: int, count: int) -> None:
        """Show a number beside an item; 0 hides it."""
        self._items[item].set_badge(count)

    def set_current(self, item: int) -> None:
        """Mark an item as the one whose screen is shown."""
        self._items[item].setChecked(True)

    def set_visible_items(self, numbers: tuple[int, ...]) -> None:
        """Show these items only, and separators before groups that have a visible item."""
        for number, item in self._items.items():
            item.setVisible(number in numbers)
        group_starts = sorted(self._separators)
        for start, end in pairwise([*group_starts, max(self._items) + 1]):
            self._separators[start].setVisible(any(start <= number < end for number in numbers))

    def set_compact(self, compact: bool) -> None:
        """Show only icons (60 px wide), or icons and text (216 px)."""
        self._compact = compact
        for item in self._items.values():
            item.set_compact(compact)
        self._office_block.compact = self._person_block.compact = compact
        self._apply_sizes()

    @property
    def compact(self) -> bool:
        """True while only icons are shown."""
        return self._compact

    @Slot()
    def _apply_sizes(self) -> None:
        px = theme().px
        self.setFixedWidth(px(COMPACT_WIDTH if self._compact else WIDTH))
        self._column.setContentsMargins(px(8), px(14), px(9), px(12))
        name = QCoreApplication.translate("Rail", "Lock")
        self.lock_button.setText("" if self._compact else name)
        self.lock_button.setAccessibleName(name)
        self.lock_button.setToolTip(name if self._compact else "")
        self.lock_button.set_key("" if self._compact else "Ctrl+L")
        self.lock_button.set_justified(not self._compact)
        for line in self._status_lines:
            line.setFixedWidth(px(22) if self._compact else px(WIDTH - 20 - 8))
            line.setToolTip(line.text() if self._compact else "")
        alignment = Qt.AlignmentFlag.AlignHCenter if self._compact else Qt.AlignmentFlag.AlignLeft
        self._status_layout.setContentsMargins(0 if self._compact else px(4), 0, 0, 0)
        for line in self._status_lines:
            self._status_layout.setAlignment(line, alignment)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide status lines in a low window, to leave room for the items."""
        super().resizeEvent(event)
        self._hide_status_if_low()

    def _hide_status_if_low(self) -> None:
        full_height = sum(line.sizeHint().height() + 1 for line in self._status_lines)
        shown_height = sum(line.height() + 1 for line in self._status_lines if not line.isHidden())
        needed = self._column.minimumSize().height() - shown_height + full_height
        for line in self._status_lines:
            line.setVisible(needed <= self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.theme_color("rail"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), painting.theme_color("border"))
            for separator in self._separators.values():
                if separator.isVisible():
                    y = separator.geometry().center().y()
                    painter.fillRect(
                        px(18),
                        y,
                        self.width() - 2 * px(18),
                        1,
                        painting.theme_color("borderStrong"),
                    )
            y = self._person_block.y() - px(11)
            painter.fillRect(0, y, self.width() - 1, 1, painting.theme_color("borderStrong"))
