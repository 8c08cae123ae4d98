"""A filter that is on or off, with the number of its results."""

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

    ``tone`` is the colour token of a number above 0. Space and Enter toggle it.
    """

    def __init__(self, text: str, parent: QWidget | None, icon: str, tone: str) -> None:
        super().__init__(text, parent, "secondary", icon)
        self._tone = tone
        self._count: int | None = None
        self._highest = 0
        self.setCheckable(True)
        self.toggled.connect(self._toggled_to)

    def set_count(self, count: int | None, most: int = 999) -> None:
        """Show a number, "999+" when it is larger than ``most``."""
        self._count, self._highest = count, most
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
        return f"{self._highest}+" if self._count > self._highest else str(self._count)

    @Slot(bool)
    def _toggled_to(self, on: bool) -> None:
        self.set_kind("chosen" if on else "secondary")

    def _content_width(self) -> int:
        gap = theme().px(GAP)
        width = theme().px(ICON) + gap + painting.text_width(self.text())
        return width + (gap + painting.text_width(self.number(), "strong") if self.number() else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        kind = "chosen" if self.isChecked() else "secondary"
        colours = button_colours(kind, self.isEnabled())
        gap, side = theme().px(GAP), theme().px(ICON)
        with QPainter(self) as painter:
            painting.draw_box(
                painter,
                self.rect(),
                colours.hover if self.underMouse() else colours.fill,
                colours.border,
                6,
            )
            x = self._padding()
            icons.paint(
                painter, QRect(x, (self.height() - side) // 2, side, side), self._icon, colours.text
            )
            x += side + gap
            width = painting.text_width(self.text())
            words = QRect(x, 0, width + 1, self.height())
            painting.draw_text(painter, words, self.text(), theme().font("label"), colours.text)
            x += width + gap
            tone = self._tone if self._count else "text3"
            rest = QRect(x, 0, self.width() - x, self.height())
            painting.draw_text(painter, rest, self.number(), theme().font("strong"), tone)
