"""Lines of a visit's story (events or papers) below one another, each with an icon."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting

_ICON_SIZE = 15


class StoryLines(QWidget):
    """Each line is an icon and a text that wraps; ``joined`` draws a rule between the icons."""

    def __init__(self, parent: QWidget, joined: bool = True) -> None:
        super().__init__(parent)
        self._joined = joined
        self._icons: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(10))
        self._grid.setVerticalSpacing(theme().px(12 if joined else 6))
        self._grid.setColumnStretch(1, 1)

    def add_line(self, icon: str, text: str) -> None:
        icon_label = QLabel(self)
        tone = "seal" if icon == "seal" else "text2"
        icon_label.setPixmap(
            icons.pixmap(icon, tone, theme().px(_ICON_SIZE), self.devicePixelRatioF())
        )
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "small")
        row = len(self._icons)
        self._icons.append(icon_label)
        self._grid.addWidget(icon_label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, 1)

    def line_count(self) -> int:
        return len(self._icons)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._joined:
            return
        gap = theme().px(4)
        with QPainter(self) as painter:
            painter.setPen(QPen(painting.theme_color("borderStrong"), 1))
            for upper, lower in zip(self._icons, self._icons[1:], strict=False):
                x = upper.geometry().center().x()
                painter.drawLine(x, upper.geometry().bottom() + gap, x, lower.y() - gap)
