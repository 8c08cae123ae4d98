"""Seal glyph and pseudonym instead of a name: as a chip, as text, as a replaced word."""

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
SMALL = 22


class SealState(Enum):
    """State of the seal of an identity."""

    SEALED = "sealed"
    PENDING = "pending"
    OPEN = "open"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class _Look:
    cell: str
    glyph: str
    body: str
    border: str
    text: str


_SEALED = _Look("seal", "seal", "sealSoft", "sealBorder", "sealText")
_LOOKS = {
    SealState.SEALED: _SEALED,
    SealState.PENDING: _SEALED,
    SealState.OPEN: _Look("warn", "seal-open", "warnSoft", "warnBorder", "warnText"),
    SealState.WAIVED: _Look("", "", "surfaceAlt", "border", "text2"),
}


def paint_cell(painter: QPainter, rect: QRect, cell: str, glyph: str, side: int) -> None:
    """Draw the solid cell with the glyph at the left end of a seal shape."""
    painter.fillRect(rect, painting.theme_color(cell))
    square = QRect(0, 0, side, side)
    square.moveCenter(rect.center())
    icons.paint(painter, square, glyph, "onSeal" if cell == "seal" else "surface")


def paint_sealed_text(painter: QPainter, rect: QRect, text: str, color: str = "sealText") -> None:
    """Draw the seal glyph and a pseudonym, e.g. in a table row."""
    side = theme().px(14)
    icons.paint(painter, QRect(rect.x(), rect.y(), side, rect.height()), "seal", "seal")
    text_rect = rect.adjusted(side + theme().px(6), 0, 0, 0)
    painting.draw_text(painter, text_rect, text, theme().font("label"), color)


class SealChip(painting.PaintedWidget):
    """``SealChip("Người tố cáo · TC-0012", parent, small=False, state=SealState.SEALED)``."""

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
        self._update_name()

    def set_chip(self, text: str, state: SealState = SealState.SEALED) -> None:
        self._text, self._state = text, state
        self._update_name()
        self.updateGeometry()
        self.update()

    def _update_name(self) -> None:
        sealed = QCoreApplication.translate("SealChip", "{text}, identity sealed")
        name = sealed if self._state in (SealState.SEALED, SealState.PENDING) else "{text}"
        self.setAccessibleName(name.format(text=self._text.replace(" · ", ", ")))

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        height = theme().px(SMALL if self._small else HEIGHT)
        cell = height if _LOOKS[self._state].cell else 0
        pad = theme().px(6 if self._small else 9)
        return QSize(cell + painting.text_width(self._text, "strong") + 2 * pad, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = _LOOKS[self._state]
        pad = theme().px(6 if self._small else 9)
        with QPainter(self) as painter:
            path = painting.draw_box(painter, self.rect(), style.body, style.border)
            cell = self.height() if style.cell else 0
            if cell:
                painter.save()
                painter.setClipPath(path)
                side = theme().px(13 if self._small else 15)
                rect = QRect(0, 0, cell - 1, self.height())
                paint_cell(painter, rect, style.cell, style.glyph, side)
                painter.restore()
            text_rect = QRect(cell + pad, 0, self.width() - cell - pad - pad + 3, self.height())
            painting.draw_text(painter, text_rect, self._text, theme().font("strong"), style.text)


class SealText(painting.PaintedWidget):
    """Seal glyph and code without a box, as in lists."""

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
