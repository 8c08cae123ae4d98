"""Cards that show the progress of copying the recovery sheets by hand, one for each sheet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting


class SheetCard(painting.PaintedWidget):
    """One sheet with its holder; ``state`` is "done", "now" (being copied) or "later"."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._holder = ""
        self.state = "later"

    def show_progress(self, holder: str, state: str) -> None:
        self._holder, self.state = holder, state
        self.setAccessibleName(f"{self._title()}, {self._state_text()}")
        self.update()

    def _title(self) -> str:
        text = QCoreApplication.translate("Wizard", "Sheet {number} · {holder}")
        return text.format(number=self._number, holder=self._holder)

    def _state_text(self) -> str:
        return {
            "done": QCoreApplication.translate("Wizard", "Copied and tried"),
            "now": QCoreApplication.translate("Wizard", "Being copied"),
        }.get(self.state, QCoreApplication.translate("Wizard", "Not yet its turn"))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(56))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        px, is_current = theme().px, self.state == "now"
        with QPainter(self) as painter:
            fill = "sunken" if self.state == "later" else "surface"
            edge = "accent" if is_current else "border"
            painting.draw_box(painter, self.rect(), fill, edge, 4, 2 if is_current else 1)
            icons_by_state = {"done": ("circle-check", "ok"), "now": ("circle-dot", "accent")}
            name, color = icons_by_state.get(self.state, ("minus", "text3"))
            icon_rect = QRect(px(13), 0, px(18), self.height())
            icons.paint(painter, icon_rect, name, color)
            text_rect = QRect(px(43), px(8), self.width() - px(50), px(20))
            painting.draw_text(
                painter, text_rect, self._title(), theme().font("subheading"), "text"
            )
            text_rect = text_rect.translated(0, px(20))
            painting.draw_text(
                painter, text_rect, self._state_text(), theme().font("small"), "text2"
            )


class SheetCards(QWidget):
    """The cards of all sheets in a row, numbered from 1."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        self.cards = [SheetCard(number, self) for number in range(1, count + 1)]
        for card in self.cards:
            row.addWidget(card)

    def show_progress(self, holders: list[str], current: int) -> None:
        """Show sheet ``current`` (from 1) as being copied, those before it as done."""
        for number, (card, holder) in enumerate(zip(self.cards, holders, strict=True), start=1):
            card.show_progress(
                holder, "done" if number < current else "now" if number == current else "later"
            )
