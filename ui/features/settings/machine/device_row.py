"""A row of the cards of printers and backup locations: icon, name, description, tag, controls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.appearance.theme import theme
from ui.widgets.glyph_label import glyph_label


class DeviceRow(QWidget):
    """``add`` appends the tag and the controls on the right."""

    def __init__(self, icon: str, name: str, description: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(10))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        center = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(glyph_label(icon, "text2", self), 0, 0, 2, 1, center)
        for line, (text, role) in enumerate(((name, "strong"), (description, "hint"))):
            label = QLabel(text, self)
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._grid.addWidget(label, line, 1)

    def add(self, widget: QWidget) -> None:
        """Append a widget, centred between both lines of text."""
        column = self._grid.columnCount()
        self._grid.addWidget(widget, 0, column, 2, 1, Qt.AlignmentFlag.AlignVCenter)
