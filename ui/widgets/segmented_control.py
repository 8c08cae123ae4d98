"""A row of choices of which one holds; arrows move, Space selects."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting

HEIGHT = 30
_PAD = 8
_ICON = 15
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Segment(QToolButton):
    """One choice of a row."""

    def __init__(self, text: str, value: object, icon: str, parent: QWidget) -> None:
        """Make a choice that is off."""
        super().__init__(parent)
        self.value = value
        self.reason = ""
        self.first = self.last = True
        self._icon = icon
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fit the words in their strong form, so that choosing moves nothing."""
        width = painting.width_of(self.text(), "strong") + 2 * theme().px(_PAD) + 1
        if self._icon:
            width += theme().px(_ICON + 6)
        return QSize(width, theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """May lose most of the padding, never the words."""
        return self.sizeHint() - QSize(theme().px(12), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one cell; the row paints the outline around all."""
        on, live = self.isChecked(), self.isEnabled()
        hover = "sunken" if self.underMouse() else "surface"
        fill = "accentSoft" if on and live else hover if live else "sunken"
        color = "accentText" if on and live else "text2" if live else "text3"
        font = theme().font("strong" if on else "small")
        with QPainter(self) as painter:
            self._paint_ground(painter, fill)
            if on and live:
                painting.box(painter, self.rect(), "", "accent", 2)
            if self.hasFocus():
                painting.box(painter, self.rect(), "", "accent", 2, 2)
            words = painting.width_of(self.text(), "strong" if on else "small")
            sign = theme().px(_ICON + 6) if self._icon else 0
            x = max(4, (self.width() - words - sign) // 2)
            if self._icon:
                side = theme().px(_ICON)
                place = self.rect().adjusted(x, 0, 0, 0)
                place.setWidth(side)
                icons.paint(painter, place, self._icon, color)
            room = self.rect().adjusted(x + sign, 0, 0, 0)
            painting.line(painter, room, self.text(), font, color)

    def _row_live(self) -> bool:
        row = self.parentWidget()
        return row is not None and row.isEnabled()

    def _paint_ground(self, painter: QPainter, fill: str) -> None:
        # A box that reaches beyond the inner ends, so that the row looks like one piece.
        reach = theme().px(10)
        edge = "inputBorder" if self._row_live() else "border"
        ends = (0 if self.first else -reach, 0, 0 if self.last else reach, 0)
        painting.box(painter, self.rect().adjusted(*ends), fill, edge)
        if not self.first:
            painter.fillRect(0, 1, 1, self.height() - 2, painting.tint("border"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrow keys to the row."""
        if event.key() in _ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Repaint at once."""
        super().focusInEvent(event)
        self.update()


class SegmentedControl(painting.Painted):
    """``SegmentedControl(parent)``; ``add(value, text, icon="")``, ``value()``, ``choose(value)``.

    ``set_allowed(value, allowed, reason)`` disables a choice and keeps why;
    ``reason_changed(str)`` feeds the right end of the label line (LabeledField does it).
    ``chosen(value)`` fires when another choice holds, by person or program.
    """

    chosen = Signal(object)
    reason_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(parent)
        self._parts: list[Segment] = []
        self._held: object = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, value: object, text: str, icon: str = "") -> None:
        """Add a choice."""
        part = Segment(text, value, icon, self)
        part.clicked.connect(self._clicked)
        if self._parts:
            self._parts[-1].last = False
            part.first = False
        self._parts.append(part)
        self._row.addWidget(part)
        self._rove()

    def clear(self) -> None:
        """Take every choice out."""
        for part in self._parts:
            self._row.removeWidget(part)
            # Kept as a hidden child until it is deleted: without a parent it would be a window.
            part.hide()
            part.deleteLater()
        self._parts.clear()

    def value(self) -> object:
        """Return the value that holds, None when none does."""
        return next((part.value for part in self._parts if part.isChecked()), None)

    def values(self) -> list[object]:
        """Return every value in order."""
        return [part.value for part in self._parts]

    def choose(self, value: object) -> None:
        """Let a value hold (None: none of them)."""
        for part in self._parts:
            part.setChecked(value is not None and part.value == value)
        self._rove()
        if self.value() != self._held:
            self._held = self.value()
            self.chosen.emit(self._held)

    def set_allowed(self, value: object, allowed: bool, reason: str = "") -> None:
        """Enable or disable a choice; a choice that is no longer allowed stops holding."""
        for part in self._parts:
            if part.value == value:
                part.setEnabled(allowed)
                part.reason = "" if allowed else reason
                part.setAccessibleDescription(part.reason)
                if not allowed and part.isChecked():
                    self.choose(None)
        self._rove()
        self.reason_changed.emit(self.reason())

    def allowed(self, value: object) -> bool:
        """Say whether a choice may be taken."""
        return any(part.isEnabled() for part in self._parts if part.value == value)

    def reason(self) -> str:
        """Return why a choice is off, the first one that says so."""
        return next((part.reason for part in self._parts if part.reason), "")

    def setAccessibleName(self, name: str) -> None:
        """Name the row and, in front of its own words, every choice."""
        super().setAccessibleName(name)
        for part in self._parts:
            part.setAccessibleName(f"{name}: {part.text()}" if name else part.text())

    @Slot()
    def _clicked(self) -> None:
        part = self.sender()
        if isinstance(part, Segment):
            part.setChecked(False)
            self.choose(part.value)

    def _rove(self) -> None:
        # One stop for Tab: the choice that holds, else the first that may be taken.
        stop = next((part for part in self._parts if part.isChecked()), None)
        stop = stop or next((part for part in self._parts if part.isEnabled()), None)
        for part in self._parts:
            strong = part is stop
            policy = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
            part.setFocusPolicy(policy)
        if stop is not None:
            self.setFocusProxy(stop)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between choices; a tool button hands arrow keys on to its parent."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
            return
        live = [part for part in self._parts if part.isEnabled()]
        here = next((place for place, part in enumerate(live) if part.hasFocus()), None)
        if here is not None:
            live[(here + step) % len(live)].setFocus(Qt.FocusReason.TabFocusReason)
