"""One of a list, by arrow keys, by first letters, or from the opened list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from reception.domain.text import fold
from ui.appearance import icons
from ui.appearance.theme import theme

_ARROW, _ARROW_ROOM = 16, 28  # as wide as the style sheet's, in logical pixels at scale 1.0


class ChoiceBox(QComboBox):
    """``ChoiceBox(parent)``; ``add(text, value)``, ``value()``, ``choose(value)``, ``empty()``.

    F4 and Alt+Down open it; letters find an entry without accents (``d`` finds "Đất đai");
    ``chosen(value)`` fires on every change, by person or program.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(self._tell)

    def add(self, text: str, value: object = None) -> None:
        """Add an entry; without ``value`` the text is the value."""
        self.addItem(text, text if value is None else value)

    def value(self) -> object:
        """Return the value of the entry shown, None when nothing is chosen."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Show the entry with this value; nothing when there is none."""
        # findData compares Qt variants; enum members and dataclasses need Python's ==.
        places = (place for place in range(self.count()) if self.itemData(place) == value)
        self.setCurrentIndex(next(places, -1))

    def empty(self) -> None:
        """Choose nothing."""
        self.setCurrentIndex(-1)

    def set_state(self, state: str) -> None:
        """Show "error", "warning" or "" by the outline."""
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)

    def sizeHint(self) -> QSize:
        """Fit the longest entry beside the arrow; Fusion forgets our padding."""
        return super().sizeHint() + QSize(theme().px(10), 0)

    @Slot(int)
    def _tell(self, place: int) -> None:
        self.chosen.emit(self.itemData(place))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow ourselves: an image of the style sheet loads two plugins at the start."""
        super().paintEvent(event)
        room, side = theme().px(_ARROW_ROOM), theme().px(_ARROW)
        left = self.width() - 1 - room + (room - side) // 2
        place = QRect(left, (self.height() - side) // 2, side, side)
        with QPainter(self) as painter:
            ink = "text2" if self.isEnabled() else "textDisabled"
            icons.paint(painter, place, "chevron-down", ink)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find entries by their first letter, accents aside; let Enter go to the form."""
        text = event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if len(text) == 1 and text.isalnum() and plain:
            self._jump(fold(text))
            return
        super().keyPressEvent(event)

    def _jump(self, letter: str) -> None:
        after = range(self.currentIndex() + 1, self.count())
        before = range(0, max(0, self.currentIndex()))
        for place in (*after, *before):
            if fold(self.itemText(place)).startswith(letter):
                self.setCurrentIndex(place)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel over a closed list must not change it."""
        event.ignore()
