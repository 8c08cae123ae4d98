"""Seal icon and pseudonym instead of a name: as a chip, as text, as a replaced word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting

HEIGHT = 26
SMALL_HEIGHT = 22


class SealState(Enum):
    """State of the seal of an identity."""

    SEALED = "sealed"
    PENDING = "pending"
    OPEN = "open"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class _SealStyle:
    """Colour tokens and the icon; without ``icon_box`` the chip is text only."""

    icon_box: str
    icon: str
    fill: str
    border: str
    text: str


_SEALED_STYLE = _SealStyle("seal", "seal", "sealSoft", "sealBorder", "sealText")
_STYLES = {
    SealState.SEALED: _SEALED_STYLE,
    SealState.PENDING: _SEALED_STYLE,
    SealState.OPEN: _SealStyle("warn", "seal-open", "warnSoft", "warnBorder", "warnText"),
    SealState.WAIVED: _SealStyle("", "", "surfaceAlt", "border", "text2"),
}


def paint_icon_box(painter: QPainter, rect: QRect, fill: str, icon: str, icon_size: int) -> None:
    """Fill ``rect``, the left end of a chip or tape, and draw the icon in its middle."""
    painter.fillRect(rect, painting.theme_color(fill))
    square = QRect(0, 0, icon_size, icon_size)
    square.moveCenter(rect.center())
    icons.paint(painter, square, icon, "onSeal" if fill == "seal" else "surface")


def paint_sealed_text(painter: QPainter, rect: QRect, text: str, color: str = "sealText") -> None:
    """Draw the seal icon and a pseudonym, e.g. in a table row."""
    icon_size = theme().px(14)
    icons.paint(painter, QRect(rect.x(), rect.y(), icon_size, rect.height()), "seal", "seal")
    text_rect = rect.adjusted(icon_size + theme().px(6), 0, 0, 0)
    painting.draw_text(painter, text_rect, text, theme().font("label"), color)


class SealChip(painting.PaintedWidget):
    """A box with the seal icon and a pseudonym, e.g. "Người tố cáo · TC-0012"."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        small: bool = False,
        state: SealState = SealState.SEALED,
    ) -> None:
        """``text`` is the masked text, never a name."""
        super().__init__(parent)
        self._small = small
        self._text, self._state = text, state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._update_accessible_name()

    def set_chip(self, text: str, state: SealState = SealState.SEALED) -> None:
        self._text, self._state = text, state
        self._update_accessible_name()
        self.updateGeometry()
        self.update()

    def _update_accessible_name(self) -> None:
        sealed_format = QCoreApplication.translate("SealChip", "{text}, identity sealed")
        name_format = (
            sealed_format if self._state in (SealState.SEALED, SealState.PENDING) else "{text}"
        )
        self.setAccessibleName(name_format.format(text=self._text.replace(" · ", ", ")))

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        height = theme().px(SMALL_HEIGHT if self._small else HEIGHT)
        box_width = height if _STYLES[self._state].icon_box else 0
        padding = theme().px(6 if self._small else 9)
        return QSize(box_width + painting.text_width(self._text, "strong") + 2 * padding, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = _STYLES[self._state]
        padding = theme().px(6 if self._small else 9)
        with QPainter(self) as painter:
            path = painting.draw_box(painter, self.rect(), style.fill, style.border)
            box_width = self.height() if style.icon_box else 0
            if box_width:
                painter.save()
                painter.setClipPath(path)
                icon_size = theme().px(13 if self._small else 15)
                rect = QRect(0, 0, box_width - 1, self.height())
                paint_icon_box(painter, rect, style.icon_box, style.icon, icon_size)
                painter.restore()
            text_rect = QRect(
                box_width + padding,
                0,
                self.width() - box_width - padding - padding + 3,
                self.height(),
            )
            painting.draw_text(painter, text_rect, self._text, theme().font("strong"), style.text)


class SealText(painting.PaintedWidget):
    """Seal icon and code without a box, as in lists."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(22) + painting.text_width(self._text), theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_sealed_text(painter, self.rect(), self._text)


class RedactedWord(painting.PaintedWidget):
    """The word that replaced a name: ``[người tố cáo]``."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = f"[{text}]"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(painting.text_width(self._text, "strong") + theme().px(12), theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.draw_box(painter, self.rect(), "sealSoft", "sealBorder", 3)
            rect = self.rect().adjusted(theme().px(6), 0, 0, 0)
            painting.draw_text(painter, rect, self._text, theme().font("strong"), "sealText")
