"""Figures of the month: four counts and the visits of twelve months as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance import display_format as shown
from ui.appearance.theme import theme
from ui.widgets import painting

if TYPE_CHECKING:
    from reception.domain.reporting_periods import Period
    from reception.services.reports.month_overview import Figure, MonthOverview

translate = QCoreApplication.translate
_LEFT = Qt.AlignmentFlag.AlignLeft
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


def days_of(period: Period) -> str:
    """Return the days of a period, e.g. "15/10 – 14/11/2026"."""
    return f"{shown.short_day(period.since)} – {shown.day(period.until)}"


def change_words(figure: Figure) -> str:
    """Return the change since the month before in words."""
    if figure.change == 0:
        return translate("HeadDesk", "unchanged")
    up = figure.change > 0
    words = translate("HeadDesk", "up {count}") if up else translate("HeadDesk", "down {count}")
    return words.format(count=shown.number(abs(figure.change)))


class Figures(painting.Painted):
    """Four counts side by side, each with its change."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._figures: list[tuple[Figure, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_overview(self, overview: MonthOverview) -> None:
        self._figures = [
            (overview.visits, translate("HeadDesk", "visits")),
            (overview.people, translate("HeadDesk", "people")),
            (overview.matters, translate("HeadDesk", "matters")),
            (overview.groups, translate("HeadDesk", "groups")),
        ]
        spoken = [
            f"{shown.number(figure.value)} {name}, {change_words(figure)}"
            for figure, name in self._figures
        ]
        self.setAccessibleName("; ".join(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(82))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._figures:
            return
        px, width = theme().px, self.width() // len(self._figures)
        with QPainter(self) as painter:
            for place, (figure, name) in enumerate(self._figures):
                left = place * width
                if place:
                    painter.fillRect(left, 0, 1, self.height(), painting.tint("border"))
                x = left + (px(14) if place else 0)
                room = QRect(x, px(2), width - px(16), px(32))
                value = shown.number(figure.value)
                painting.line(painter, room, value, theme().font("title"), "text", _LEFT)
                small = theme().font("small")
                lower = QRect(x, px(38), width - px(14), px(20))
                painting.line(painter, lower, name, small, "text2", _LEFT)
                lower.moveTop(lower.y() + px(19))
                painting.line(painter, lower, change_words(figure), small, "text2", _LEFT)


class Bars(painting.Painted):
    """Visits of twelve months, the number on every bar, the present month in the accent colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bars: tuple[tuple[Period, int], ...] = ()
        self.setMinimumHeight(theme().px(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: tuple[tuple[Period, int], ...]) -> None:
        """Show the visits of each period, the oldest first."""
        self._bars = bars
        words = translate("HeadDesk", "Visits by month: {list}")
        spoken = ", ".join(f"{period.part}: {shown.number(count)}" for period, count in bars)
        self.setAccessibleName(words.format(list=spoken))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        px, count = theme().px, len(self._bars)
        most = max(1, *(value for _, value in self._bars))
        foot, head = px(22), px(20)
        room = self.height() - foot - head
        step = self.width() / count
        with QPainter(self) as painter:
            base = self.height() - foot
            painter.fillRect(0, base, self.width(), 1, painting.tint("borderStrong"))
            for place, (period, value) in enumerate(self._bars):
                last = place == count - 1
                wide = min(px(22), int(step * 0.62))
                left = int(place * step + (step - wide) / 2)
                height = round(room * value / most)
                bar = QRect(left, base - height, wide, height)
                painter.fillRect(bar, painting.tint("accent" if last else "barMuted"))
                slot = QRect(int(place * step) - px(4), bar.y() - head, int(step) + px(8), head)
                font = theme().font("strong" if last else "small")
                ink = "text" if last else "text2"
                painting.line(painter, slot, shown.number(value), font, ink, _MIDDLE)
                slot = QRect(int(place * step), base + px(3), int(step), px(19))
                painting.line(painter, slot, str(period.part), font, ink, _MIDDLE)
