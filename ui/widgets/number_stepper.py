"""A whole number with buttons to decrease and increase it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpinBox, QToolButton, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting


class _StepButton(QToolButton):
    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(30), theme().px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        fill = "border" if self.isDown() else "sunken" if self.underMouse() else "surface"
        icon_size = theme().px(14)
        with QPainter(self) as painter:
            is_last = self._icon == "plus"
            overlap = theme().px(10)  # the outer corners are rounded, the inner ones are cut off
            box = self.rect().adjusted(-overlap, 0, 0 if is_last else overlap, 0)
            painting.draw_box(painter, box, fill, "inputBorder" if self.isEnabled() else "border")
            if is_last:
                painter.fillRect(0, 1, 1, self.height() - 2, painting.theme_color("inputBorder"))
            rect = self.rect()
            rect.setHeight(icon_size)
            rect.moveTop((self.height() - icon_size) // 2)
            icons.paint(painter, rect, self._icon, "text" if self.isEnabled() else "textDisabled")


class _SpinBox(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must not change a number


class NumberStepper(QWidget):
    """A spin box with two buttons; ``changed(int)`` when its value changes."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, minimum: int = 0, maximum: int = 999) -> None:
        super().__init__(parent)
        self.setObjectName("stepper")
        self.spin = _SpinBox(self)
        self.spin.setObjectName("spin")
        self.spin.setRange(minimum, maximum)
        self.spin.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.spin.setMinimumWidth(theme().px(44))
        decrease_name = QCoreApplication.translate("Stepper", "One less")
        increase_name = QCoreApplication.translate("Stepper", "One more")
        self._decrease_button = _StepButton("minus", decrease_name, self)
        self._increase_button = _StepButton("plus", increase_name, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.spin, 1)
        row.addWidget(self._decrease_button)
        row.addWidget(self._increase_button)
        self.setFocusProxy(self.spin)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._decrease_button.clicked.connect(self.spin.stepDown)
        self._increase_button.clicked.connect(self.spin.stepUp)
        self.spin.valueChanged.connect(self._emit_changed)
        theme().changed.connect(self._set_text_margin)
        self._set_text_margin()

    def value(self) -> int:
        self.spin.interpretText()
        return self.spin.value()

    def set_value(self, value: int) -> None:
        self.spin.setValue(value)

    def setAccessibleName(self, name: str) -> None:
        """Set the name of the spin box too."""
        super().setAccessibleName(name)
        self.spin.setAccessibleName(name)

    @Slot()
    def _set_text_margin(self) -> None:
        # A spin box without arrows ignores the padding of the style sheet.
        self.spin.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)

    @Slot(int)
    def _emit_changed(self, value: int) -> None:
        self.changed.emit(value)
