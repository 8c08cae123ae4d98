"""A row of choices, one of them selected; arrow keys move, Space selects."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting

HEIGHT = 30
_PADDING = 8
_ICON_SIZE = 15
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Segment(QToolButton):
    """One choice of a segmented control; ``reason`` says why it is disabled, else it is ""."""

    def __init__(self, text: str, value: object, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self.reason = ""
        self.is_first = self.is_last = True
        self._icon = icon
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fit the text in bold, so that selecting changes no size."""
        width = painting.text_width(self.text(), "strong") + 2 * theme().px(_PADDING) + 1
        if self._icon:
            width += theme().px(_ICON_SIZE + 6)
        return QSize(width, theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a width without most of the padding, in which the text still fits."""
        return self.sizeHint() - QSize(theme().px(12), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the choice and its part of the outline of the row."""
        is_checked, is_enabled = self.isChecked(), self.isEnabled()
        enabled_fill = "sunken" if self.underMouse() else "surface"
        fill = (
            "accentSoft" if is_checked and is_enabled else enabled_fill if is_enabled else "sunken"
        )
        color = "accentText" if is_checked and is_enabled else "text2" if is_enabled else "text3"
        font = theme().font("strong" if is_checked else "small")
        with QPainter(self) as painter:
            self._paint_background(painter, fill)
            if is_checked and is_enabled:
                painting.draw_box(painter, self.rect(), "", "accent", 2)
            if self.hasFocus():
                painting.draw_box(painter, self.rect(), "", "accent", 2, 2)
            text_width = painting.text_width(self.text(), "strong" if is_checked else "small")
            icon_width = theme().px(_ICON_SIZE + 6) if self._icon else 0
            x = max(4, (self.width() - text_width - icon_width) // 2)
            if self._icon:
                icon_size = theme().px(_ICON_SIZE)
                icon_rect = self.rect().adjusted(x, 0, 0, 0)
                icon_rect.setWidth(icon_size)
                icons.paint(painter, icon_rect, self._icon, color)
            text_rect = self.rect().adjusted(x + icon_width, 0, 0, 0)
            painting.draw_text(painter, text_rect, self.text(), font, color)

    def _is_row_enabled(self) -> bool:
        row = self.parentWidget()
        return row is not None and row.isEnabled()

    def _paint_background(self, painter: QPainter, fill: str) -> None:
        # The box extends beyond the edges between two choices, so that only the row is rounded.
        overlap = theme().px(10)
        edge = "inputBorder" if self._is_row_enabled() else "border"
        adjustment = (0 if self.is_first else -overlap, 0, 0 if self.is_last else overlap, 0)
        painting.draw_box(painter, self.rect().adjusted(*adjustment), fill, edge)
        if not self.is_first:
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

    ``reason_changed(reason)`` when the reason why a choice is disabled changes; LabeledField
    shows this reason.
    """

    chosen = Signal(object)
    reason_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: list[Segment] = []
        self._selected: object = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, value: object, text: str, icon: str = "") -> None:
        """Add a choice at the right end of the row."""
        segment = Segment(text, value, icon, self)
        segment.clicked.connect(self._choose_clicked)
        if self._segments:
            self._segments[-1].is_last = False
            segment.is_first = False
        self._segments.append(segment)
        self._row.addWidget(segment)
        self._update_tab_stop()

    def clear(self) -> None:
        """Remove every choice."""
        for segment in self._segments:
            self._row.removeWidget(segment)
            # Hidden but still a child until it is deleted: without a parent it would be a window.
            segment.hide()
            segment.deleteLater()
        self._segments.clear()

    def value(self) -> object:
        """Return the selected value, None for no selection."""
        return next((segment.value for segment in self._segments if segment.isChecked()), None)

    def values(self) -> list[object]:
        return [segment.value for segment in self._segments]

    def choose(self, value: object) -> None:
        """Select a value (None: no selection)."""
        for segment in self._segments:
            segment.setChecked(value is not None and segment.value == value)
        self._update_tab_stop()
        if self.value() != self._selected:
            self._selected = self.value()
            self.chosen.emit(self._selected)

    def set_allowed(self, value: object, allowed: bool, reason: str = "") -> None:
        """Enable or disable a choice; a selected choice that is disabled is deselected."""
        for segment in self._segments:
            if segment.value == value:
                segment.setEnabled(allowed)
                segment.reason = "" if allowed else reason
                segment.setAccessibleDescription(segment.reason)
                if not allowed and segment.isChecked():
                    self.choose(None)
        self._update_tab_stop()
        self.reason_changed.emit(self.reason())

    def is_allowed(self, value: object) -> bool:
        """Tell whether a choice is enabled."""
        return any(segment.isEnabled() for segment in self._segments if segment.value == value)

    def reason(self) -> str:
        """Return the first reason why a choice is disabled."""
        return next((segment.reason for segment in self._segments if segment.reason), "")

    def setAccessibleName(self, name: str) -> None:
        """Set the name of the row, also as a prefix of the name of every choice."""
        super().setAccessibleName(name)
        for segment in self._segments:
            segment.setAccessibleName(f"{name}: {segment.text()}" if name else segment.text())

    @Slot()
    def _choose_clicked(self) -> None:
        segment = self.sender()
        if isinstance(segment, Segment):
            segment.setChecked(False)
            self.choose(segment.value)

    def _update_tab_stop(self) -> None:
        # Tab stops at one choice only: the selected one, else the first enabled one.
        stop = next((segment for segment in self._segments if segment.isChecked()), None)
        stop = stop or next((segment for segment in self._segments if segment.isEnabled()), None)
        for segment in self._segments:
            is_stop = segment is stop
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)
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
        enabled = [segment for segment in self._segments if segment.isEnabled()]
        current = next((index for index, segment in enumerate(enabled) if segment.hasFocus()), None)
        if current is not None:
            enabled[(current + step) % len(enabled)].setFocus(Qt.FocusReason.TabFocusReason)
