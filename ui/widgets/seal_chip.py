"""The chip that stands for a person: a seal and a code, never a name."""

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
    """What the seal of an identity is doing."""

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


def paint_cell(painter: QPainter, place: QRect, cell: str, glyph: str, side: int) -> None:
    """Draw the solid cell with the glyph at the left end of a seal shape."""
    painter.fillRect(place, painting.tint(cell))
    square = QRect(0, 0, side, side)
    square.moveCenter(place.center())
    icons.paint(painter, square, glyph, "onSeal" if cell == "seal" else "surface")


def paint_sealed_text(painter: QPainter, place: QRect, text: str, color: str = "sealText") -> None:
    """Draw the seal glyph and a pseudonym as they stand inside a table row."""
    side = theme().px(14)
    icons.paint(painter, QRect(place.x(), place.y(), side, place.height()), "seal", "seal")
    room = place.adjusted(side + theme().px(6), 0, 0, 0)
    painting.line(painter, room, text, theme().font("label"), color)


class SealChip(painting.Painted):
    """``SealChip("Người tố cáo · TC-0012", parent, small=False, state=SealState.SEALED)``."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        small: bool = False,
        state: SealState = SealState.SEALED,
    ) -> None:
        """Show a code; the text is the masked one and nothing else."""
        super().__init__(parent)
        self._small = small
        self._text, self._state = text, state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def set_chip(self, text: str, state: SealState = SealState.SEALED) -> None:
        """Change code and state."""
        self._text, self._state = text, state
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        sealed = QCoreApplication.translate("SealChip", "{text}, identity sealed")
        words = sealed if self._state in (SealState.SEALED, SealState.PENDING) else "{text}"
        self.setAccessibleName(words.format(text=self._text.replace(" · ", ", ")))

    def text(self) -> str:
        """Return the masked text."""
        return self._text

    def sizeHint(self) -> QSize:
        """Fit the text."""
        height = theme().px(SMALL if self._small else HEIGHT)
        cell = height if _LOOKS[self._state].cell else 0
        pad = theme().px(6 if self._small else 9)
        return QSize(cell + painting.width_of(self._text, "strong") + 2 * pad, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint cell, body and text."""
        look = _LOOKS[self._state]
        pad = theme().px(6 if self._small else 9)
        with QPainter(self) as painter:
            path = painting.box(painter, self.rect(), look.body, look.border)
            cell = self.height() if look.cell else 0
            if cell:
                painter.save()
                painter.setClipPath(path)
                side = theme().px(13 if self._small else 15)
                place = QRect(0, 0, cell - 1, self.height())
                paint_cell(painter, place, look.cell, look.glyph, side)
                painter.restore()
            room = QRect(cell + pad, 0, self.width() - cell - pad - pad + 3, self.height())
            painting.line(painter, room, self._text, theme().font("strong"), look.text)


class SealText(painting.Painted):
    """Seal glyph and code without a box, as in lists: ``SealText(text, parent)``."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show a masked text."""
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Change the text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Fit the text."""
        return QSize(theme().px(22) + painting.width_of(self._text), theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint glyph and text."""
        with QPainter(self) as painter:
            paint_sealed_text(painter, self.rect(), self._text)


class RedactedWord(painting.Painted):
    """The word that replaced a name: ``[người tố cáo]``."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show the word in brackets."""
        super().__init__(parent)
        self._text = f"[{text}]"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Fit the word."""
        return QSize(painting.width_of(self._text, "strong") + theme().px(12), theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the word."""
        with QPainter(self) as painter:
            painting.box(painter, self.rect(), "sealSoft", "sealBorder", 3)
            place = self.rect().adjusted(theme().px(6), 0, 0, 0)
            painting.line(painter, place, self._text, theme().font("strong"), "sealText")
