"""The panel of a dialog."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.widgets import painting


class DialogPanel(QWidget):
    """Paints a rounded box with a shaded footer of ``footer_height``."""

    footer_height = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.draw_box(painter, self.rect(), "surface", "borderStrong", 8)
            top = self.height() - self.footer_height
            if self.footer_height:
                painter.save()
                painter.setClipRect(1, top, self.width() - 2, self.footer_height)
                painting.draw_box(painter, self.rect(), "surfaceAlt", "borderStrong", 8)
                painter.fillRect(1, top, self.width() - 2, 1, painting.theme_color("border"))
                painter.restore()
