"""A row of choices, one of them selected; arrow keys move, Space selects."""

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
    """One choice of a segmented control."""

    def __init__(self, text: str, value: object, icon: str, parent: QWidget) -> None:
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
        """Fit the text in bold, so that selecting changes no size."""
        width = painting.text_width(self.text(), "strong") + 2 * theme().px(_PAD) + 1
        if self._icon:
            width += theme().px(_ICON + 6)
        return QSize(width, theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Most of the padding may be cut, never the text."""
        return self.sizeHint() - QSize(theme().px(12), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cell and its part of the outline of the row."""
        is_on, is_enabled = self.isChecked(), self.isEnabled()
        hover = "sunken" if self.underMouse() else "surface"
        fill = "accentSoft" if is_on and is_enabled else hover if is_enabled else "sunken"
        color = "accentText" if is_on and is_enabled else "text2" if is_enabled else "text3"
        font = theme().font("strong" if is_on else "small")
        with QPainter(self) as painter:
            self._paint_background(painter, fill)
            if is_on and is_enabled:
                painting.draw_box(painter, self.rect(), "", "accent", 2)
            if self.hasFocus():
                painting.draw_box(painter, self.rect(), "", "accent", 2, 2)
            words = painting.text_width(self.text(), "strong" if is_on else "small")
            sign = theme().px(_ICON + 6) if self._icon else 0
            x = max(4, (self.width() - words - sign) // 2)
            if self._icon:
                side = theme().px(_ICON)
                place = self.rect().adjusted(x, 0, 0, 0)
                place.setWidth(side)
                icons.paint(painter, place, self._icon, color)
            text_rect = self.rect().adjusted(x + sign, 0, 0, 0)
            painting.draw_text(painter, text_rect, self.text(), font, color)

    def _row_enabled(self) -> bool:
        row = self.parentWidget()
        return row is not None and row.isEnabled()

    def _paint_background(self, painter: QPainter, fill: str) -> None:
        # The box extends beyond inner ends, so that only the ends of the row are rounded.
        overlap = theme().px(10)
        edge = "inputBorder" if self._row_enabled() else "border"
        ends = (0 if self.first else -overlap, 0, 0 if self.last else overlap, 0)
        painting.draw_box(painter, self.rect().adjusted(*ends), fill, edge)
        if not self.first:
            painter.fillRect(0, 1, 1, self.height() - 2, painting.theme_color("border"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrow keys to the row."""
        if event.key() in _ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


class SegmentedControl(painting.PaintedWidget):
    """``chosen(value)`` when another choice is selected, by the user or by the program.

    ``reason_changed(str)``: why a choice is disabled; LabeledField shows it.
    """

    chosen = Signal(object)
    reason_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Segment] = []
        self._selected: object = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, value: object, text: str, icon: str = "") -> None:
        part = Segment(text, value, icon, self)
        part.clicked.connect(self._clicked)
        if self._parts:
            self._parts[-1].last = False
            part.first = False
        self._parts.append(part)
        self._row.addWidget(part)
        self._set_tab_stop()

    def clear(self) -> None:
        """Remove every choice."""
        for part in self._parts:
            self._row.removeWidget(part)
            # Hidden but still a child until it is deleted: without a parent it would be a window.
            part.hide()
            part.deleteLater()
        self._parts.clear()

    def value(self) -> object:
        """Return the selected value, None for no selection."""
        return next((part.value for part in self._parts if part.isChecked()), None)

    def values(self) -> list[object]:
        return [part.value for part in self._parts]

    def choose(self, value: object) -> None:
        """Select a value (None: no selection)."""
        for part in self._parts:
            part.setChecked(value is not None and part.value == value)
        self._set_tab_stop()
        if self.value() != self._selected:
            self._selected = self.value()
            self.chosen.emit(self._selected)

    def set_allowed(self, value: object, allowed: bool, reason: str = "") -> None:
        """Enable or disable a choice; a selected choice that is disabled is deselected."""
        for part in self._parts:
            if part.value == value:
                part.setEnabled(allowed)
                part.reason = "" if allowed else reason
                part.setAccessibleDescription(part.reason)
                if not allowed and part.isChecked():
                    self.choose(None)
        self._set_tab_stop()
        self.reason_changed.emit(self.reason())

    def allowed(self, value: object) -> bool:
        """Tell whether a choice is enabled."""
        return any(part.isEnabled() for part in self._parts if part.value == value)

    def reason(self) -> str:
        """Return the first reason why a choice is disabled."""
        return next((part.reason for part in self._parts if part.reason), "")

    def setAccessibleName(self, name: str) -> None:
        """Set the name of the row, also as a prefix of the name of every choice."""
        super().setAccessibleName(name)
        for part in self._parts:
            part.setAccessibleName(f"{name}: {part.text()}" if name else part.text())

    @Slot()
    def _clicked(self) -> None:
        part = self.sender()
        if isinstance(part, Segment):
            part.setChecked(False)
            self.choose(part.value)

    def _set_tab_stop(self) -> None:
        # One stop for Tab: the selected choice, else the first enabled one.
        stop = next((part for part in self._parts if part.isChecked()), None)
        stop = stop or next((part for part in self._parts if part.isEnabled()), None)
        for part in self._parts:
            is_stop = part is stop
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            part.setFocusPolicy(policy)
        if stop is not None:
            self.setFocusProxy(stop)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between choices; the buttons pass arrow keys on to this parent."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
            return
        enabled = [part for part in self._parts if part.isEnabled()]
        current = next((index for index, part in enumerate(enabled) if part.hasFocus()), None)
        if current is not None:
            enabled[(current + step) % len(enabled)].setFocus(Qt.FocusReason.TabFocusReason)
