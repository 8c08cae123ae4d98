"""An icon and one line of text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting

_ICON_SIZE = 15
_TONES = {
    "": ("text2", "text2"),
    "ok": ("ok", "text2"),
    "okText": ("ok", "okText"),
    "warn": ("warn", "warnText"),
    "error": ("danger", "dangerText"),
    "info": ("accent", "text2"),
}


class IconLine(painting.PaintedWidget):
    """The tone sets the colours: "" (secondary text), ok, okText, warn, error or info."""

    def __init__(self, icon: str, text: str, parent: QWidget | None = None, tone: str = "") -> None:
        super().__init__(parent)
        self._icon, self._text, self._tone = icon, text, tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_line(self, icon: str, text: str, tone: str = "") -> None:
        self._icon, self._text, self._tone = icon, text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(theme().px(24) + painting.text_width(self._text, "small"), theme().px(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_ICON_SIZE), theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        icon_color, text_color = _TONES[self._tone]
        icon_size = theme().px(_ICON_SIZE)
        with QPainter(self) as painter:
            icons.paint(painter, QRect(0, 0, icon_size, self.height()), self._icon, icon_color)
            text_rect = self.rect().adjusted(theme().px(22), 0, 0, 0)
            painting.draw_text(painter, text_rect, self._text, theme().font("small"), text_color)
