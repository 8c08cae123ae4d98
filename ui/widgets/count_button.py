"""A filter that is on or off, with the number of things it would show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.button_colours import button_colours
from ui.widgets.push_button import GAP, ICON, PushButton


class CountButton(PushButton):
    """``CountButton(text, parent, icon, tone)``: checkable; ``set_count(2)``, None when unknown.

    ``tone`` is the colour token of a number above nought. Space and Enter turn it.
    """

    def __init__(self, text: str, parent: QWidget | None, icon: str, tone: str) -> None:
        """Begin off and without a number."""
        super().__init__(text, parent, "secondary", icon)
        self._tone = tone
        self._count: int | None = None
        self._most = 0
        self.setCheckable(True)
        self.toggled.connect(self._turned)

    def set_count(self, count: int | None, most: int = 999) -> None:
        """Show how many there are, "999+" when there are more than ``most``."""
        self._count, self._most = count, most
        number = self.number()
        if number:
            words = QCoreApplication.translate("CountButton", "{what}, {count}")
            self.setAccessibleName(words.format(what=self.text(), count=number))
        else:
            self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def number(self) -> str:
        """Return the number as it is shown."""
        if self._count is None:
            return ""
        return f"{self._most}+" if self._count > self._most else str(self._count)

    @Slot(bool)
    def _turned(self, on: bool) -> None:
        self.set_kind("chosen" if on else "secondary")

    def _content_width(self) -> int:
        gap = theme().px(GAP)
        width = theme().px(ICON) + gap + painting.width_of(self.text())
        return width + (gap + painting.width_of(self.number(), "strong") if self.number() else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the icon, the words and the number."""
        kind = "chosen" if self.isChecked() else "secondary"
        look = button_colours(kind, self.isEnabled())
        gap, side = theme().px(GAP), theme().px(ICON)
        with QPainter(self) as painter:
            painting.box(
                painter, self.rect(), look.hover if self.underMouse() else look.fill, look.border, 6
            )
            x = self._padding()
            icons.paint(
                painter, QRect(x, (self.height() - side) // 2, side, side), self._icon, look.text
            )
            x += side + gap
            width = painting.width_of(self.text())
            words = QRect(x, 0, width + 1, self.height())
            painting.line(painter, words, self.text(), theme().font("label"), look.text)
            x += width + gap
            tone = self._tone if self._count else "text3"
            rest = QRect(x, 0, self.width() - x, self.height())
            painting.line(painter, rest, self.number(), theme().font("strong"), tone)
