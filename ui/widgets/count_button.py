"""A filter that is on or off, with the number of its results."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.button_colours import button_colours
from ui.widgets.push_button import GAP, ICON_SIZE, PushButton


class CountButton(PushButton):
    """Checkable button with icon, text and a count. Space and Enter toggle it.

    ``tone`` is the colour token of a count above 0.
    """

    def __init__(self, text: str, parent: QWidget | None, icon: str, tone: str) -> None:
        super().__init__(text, parent, "secondary", icon)
        self._tone = tone
        self._count: int | None = None
        self._maximum = 0
        self.setCheckable(True)
        self.toggled.connect(self._update_kind)

    def set_count(self, count: int | None, maximum: int = 999) -> None:
        """Show the count, None for unknown; "999+" when it is larger than ``maximum``."""
        self._count, self._maximum = count, maximum
        count_text = self.count_text()
        if count_text:
            name_format = QCoreApplication.translate("CountButton", "{what}, {count}")
            self.setAccessibleName(name_format.format(what=self.text(), count=count_text))
        else:
            self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def count_text(self) -> str:
        """Return the count as it is shown, "" while it is unknown."""
        if self._count is None:
            return ""
        return f"{self._maximum}+" if self._count > self._maximum else str(self._count)

    @Slot(bool)
    def _update_kind(self, is_checked: bool) -> None:
        self.set_kind("chosen" if is_checked else "secondary")

    def _content_width(self) -> int:
        gap = theme().px(GAP)
        width = theme().px(ICON_SIZE) + gap + painting.text_width(self.text())
        return width + (
            gap + painting.text_width(self.count_text(), "strong") if self.count_text() else 0
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        kind = "chosen" if self.isChecked() else "secondary"
        colours = button_colours(kind, self.isEnabled())
        gap, icon_size = theme().px(GAP), theme().px(ICON_SIZE)
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
                painter,
                QRect(x, (self.height() - icon_size) // 2, icon_size, icon_size),
                self._icon,
                colours.text,
            )
            x += icon_size + gap
            width = painting.text_width(self.text())
            text_rect = QRect(x, 0, width + 1, self.height())
            painting.draw_text(painter, text_rect, self.text(), theme().font("label"), colours.text)
            x += width + gap
            tone = self._tone if self._count else "text3"
            count_rect = QRect(x, 0, self.width() - x, self.height())
            painting.draw_text(painter, count_rect, self.count_text(), theme().font("strong"), tone)
