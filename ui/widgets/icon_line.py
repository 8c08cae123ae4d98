"""An icon and a short line beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting

_ICON = 15
_TONES = {
    "": ("text2", "text2"),
    "ok": ("ok", "text2"),
    "okText": ("ok", "okText"),
    "warn": ("warn", "warnText"),
    "error": ("danger", "dangerText"),
    "info": ("accent", "text2"),
}


class IconLine(painting.Painted):
    """An icon and a short line: ``IconLine("save", "Nháp đã mã hoá 14:11", parent, tone="")``.

    Tones: "" (secondary text), ok, warn, error, info. ``set_line(icon, text, tone)``.
    """

    def __init__(self, icon: str, text: str, parent: QWidget | None = None, tone: str = "") -> None:
        """Show a line."""
        super().__init__(parent)
        self._icon, self._text, self._tone = icon, text, tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_line(self, icon: str, text: str, tone: str = "") -> None:
        """Change icon, words and tone."""
        self._icon, self._text, self._tone = icon, text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the words."""
        return self._text

    def sizeHint(self) -> QSize:
        """Fit the words."""
        return QSize(theme().px(24) + painting.width_of(self._text, "small"), theme().px(22))

    def minimumSizeHint(self) -> QSize:
        """Keep at least the icon."""
        return QSize(theme().px(_ICON), theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words."""
        sign, words = _TONES[self._tone]
        side = theme().px(_ICON)
        with QPainter(self) as painter:
            icons.paint(painter, QRect(0, 0, side, self.height()), self._icon, sign)
            room = self.rect().adjusted(theme().px(22), 0, 0, 0)
            painting.line(painter, room, self._text, theme().font("small"), words)
