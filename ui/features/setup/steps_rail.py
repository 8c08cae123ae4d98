"""The left part of the set-up wizard: the four steps and which of them are done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.icon_line import IconLine

WIDTH = 296


class _ProgramTitle(painting.PaintedWidget):
    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        with QPainter(self) as painter:
            icons.paint(painter, QRect(px(12), 0, px(40), self.height()), "app-mark", "accent")
            title = QCoreApplication.translate("MainWindow", "Citizen reception register")
            text_rect = QRect(px(64), 0, self.width() - px(64), px(21))
            painting.draw_text(painter, text_rect, title, theme().font("heading"), "text")
            text = QCoreApplication.translate("Wizard", "First set-up")
            text_rect.moveTop(text_rect.top() + px(21))
            painting.draw_text(painter, text_rect, text, theme().font("small"), "text2")


class StepRow(painting.PaintedWidget):
    """One step: number or tick, title and explanation; its state is "done", "now" or "later"."""

    def __init__(self, number: int, texts: tuple[str, str], parent: QWidget | None = None) -> None:
        """``texts`` are title and explanation."""
        super().__init__(parent)
        self._number, self._texts = number, texts
        self.state = "later"
        self.setAccessibleName(f"{number}. {texts[0]}")

    def set_state(self, state: str) -> None:
        self.state = state
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(263), theme().px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        with QPainter(self) as painter:
            if self.state == "now":
                painting.draw_box(painter, self.rect(), "surface", "border", 6)
            square = QRect(px(13), (self.height() - px(28)) // 2, px(28), px(28))
            fill, edge = {"done": ("ok", ""), "now": ("accent", "")}.get(
                self.state, ("", "borderStrong")
            )
            painting.draw_box(painter, square, fill, edge, 4)
            if self.state == "done":
                inner = square.adjusted(px(6), px(6), -px(6), -px(6))
                icons.paint(painter, inner, "check", "onAccent")
            else:
                color = "onAccent" if self.state == "now" else "text2"
                center = Qt.AlignmentFlag.AlignHCenter
                font = theme().font("strong")
                painting.draw_text(painter, square, str(self._number), font, color, center)
            text_rect = QRect(px(53), px(10), self.width() - px(58), px(20))
            painting.draw_text(
                painter, text_rect, self._texts[0], theme().font("subheading"), "text"
            )
            text_rect.moveTop(text_rect.top() + px(20))
            painting.draw_text(painter, text_rect, self._texts[1], theme().font("small"), "text2")


class StepsRail(QWidget):
    def __init__(self, steps: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``steps`` are pairs of title and explanation."""
        super().__init__(parent)
        px = theme().px
        self.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(26), px(16), px(18))
        column.setSpacing(px(3))
        column.addWidget(_ProgramTitle(self))
        column.addSpacing(px(18))
        self.rows = [StepRow(number, texts, self) for number, texts in enumerate(steps, start=1)]
        for row in self.rows:
            column.addWidget(row)
        column.addStretch(1)
        text = QCoreApplication.translate("Wizard", "No step needs a network")
        offline_line = IconLine("wifi-off", text, self, "ok")
        offline_line.setContentsMargins(px(12), 0, 0, 0)
        column.addWidget(offline_line)

    def show_step(self, index: int) -> None:
        """Mark a step as the present one, and those before it as done."""
        for number, row in enumerate(self.rows):
            row.set_state("done" if number < index else "now" if number == index else "later")

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.theme_color("rail"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), painting.theme_color("border"))
