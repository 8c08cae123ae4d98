"""Tags: small coloured boxes with a word for a state, e.g. "Quá hạn"; some have an icon."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance import icons
from ui.appearance.display_format import TagKind
from ui.appearance.theme import theme
from ui.widgets import painting

HEIGHT = 22
_PADDING = 8
_ICON_SIZE = 14
_GAP = 5


@dataclass(frozen=True, slots=True)
class _TagStyle:
    """The colour tokens of a tag and its icon, "" for none."""

    fill: str
    text: str
    border: str
    icon: str = ""


_STYLES = {
    TagKind.NEUTRAL: _TagStyle("surfaceAlt", "text2", "border"),
    TagKind.ACTIVE: _TagStyle("accentSoft", "accentText", "accentBorder", "circle-dot"),
    TagKind.SOON: _TagStyle("warnSoft", "warnText", "warnBorder"),
    TagKind.OVERDUE: _TagStyle("danger", "onDanger", ""),
    TagKind.ERROR: _TagStyle("dangerSoft", "dangerText", "dangerBorder", "x"),
    TagKind.VERIFIED: _TagStyle("okSoft", "okText", "okBorder", "check"),
}


def tag_width(text: str, kind: TagKind, icon: str | None = None) -> int:
    """Return the width of a tag in logical pixels; ``icon=""`` leaves its icon out."""
    icon_name = _STYLES[kind].icon if icon is None else icon
    icon_width = theme().px(_ICON_SIZE + _GAP) if icon_name else 0
    return painting.text_width(text, "strong") + 2 * theme().px(_PADDING) + icon_width


def paint_tag(
    painter: QPainter, rect: QRect, text: str, kind: TagKind, icon: str | None = None
) -> None:
    """Draw a tag into ``rect``, which should be ``tag_width`` wide and HEIGHT high."""
    style = _STYLES[kind]
    painting.draw_box(painter, rect, style.fill, style.border)
    x = rect.x() + theme().px(_PADDING)
    icon_name = style.icon if icon is None else icon
    if icon_name:
        icon_size = theme().px(_ICON_SIZE)
        icons.paint(painter, QRect(x, rect.y(), icon_size, rect.height()), icon_name, style.text)
        x += icon_size + theme().px(_GAP)
    font = theme().font("label" if kind is TagKind.NEUTRAL else "strong")
    text_rect = QRect(x, rect.y(), rect.right() - x - theme().px(_PADDING) + 3, rect.height())
    painting.draw_text(painter, text_rect, text, font, style.text)


class Tag(painting.PaintedWidget):
    """``icon=None`` shows the icon of the kind, ``icon=""`` none."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        kind: TagKind = TagKind.NEUTRAL,
        icon: str | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._kind, self._icon = text, kind, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._text

    def set_tag(self, text: str, kind: TagKind) -> None:
        self._text, self._kind = text, kind
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tag_width(self._text, self._kind, self._icon), theme().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_tag(painter, self.rect(), self._text, self._kind, self._icon)
