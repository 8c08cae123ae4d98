"""A whole number with a minus and a plus beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpinBox, QToolButton, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting


class _Step(QToolButton):
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
        side = theme().px(14)
        with QPainter(self) as painter:
            last = self._icon == "plus"
            reach = theme().px(10)
            box = self.rect().adjusted(-reach, 0, 0 if last else reach, 0)
            painting.box(painter, box, fill, "inputBorder" if self.isEnabled() else "border")
            if last:
                painter.fillRect(0, 1, 1, self.height() - 2, painting.tint("inputBorder"))
            place = self.rect()
            place.setHeight(side)
            place.moveTop((self.height() - side) // 2)
            icons.paint(painter, place, self._icon, "text" if self.isEnabled() else "textDisabled")


class _Number(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a page scrolled past must not change a number


class NumberStepper(QWidget):
    """``Stepper(parent, low=0, high=999)``; ``value()``, ``set_value(n)``, ``changed(int)``."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, low: int = 0, high: int = 999) -> None:
        """Make a number between ``low`` and ``high``."""
        super().__init__(parent)
        self.setObjectName("stepper")
        self.spin = _Number(self)
        self.spin.setObjectName("spin")
        self.spin.setRange(low, high)
        self.spin.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.spin.setMinimumWidth(theme().px(44))
        less = QCoreApplication.translate("Stepper", "One less")
        more = QCoreApplication.translate("Stepper", "One more")
        self._less = _Step("minus", less, self)
        self._more = _Step("plus", more, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.spin, 1)
        row.addWidget(self._less)
        row.addWidget(self._more)
        self.setFocusProxy(self.spin)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._less.clicked.connect(self.spin.stepDown)
        self._more.clicked.connect(self.spin.stepUp)
        self.spin.valueChanged.connect(self._tell)
        theme().changed.connect(self._indent)
        self._indent()

    def value(self) -> int:
        """Return the number."""
        self.spin.interpretText()
        return self.spin.value()

    def set_value(self, value: int) -> None:
        """Set the number."""
        self.spin.setValue(value)

    def setAccessibleName(self, name: str) -> None:
        """Name the number itself."""
        super().setAccessibleName(name)
        self.spin.setAccessibleName(name)

    @Slot()
    def _indent(self) -> None:
        # A spin box without arrows forgets the padding of the style sheet.
        self.spin.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)

    @Slot(int)
    def _tell(self, value: int) -> None:
        self.changed.emit(value)
