"""Figures of the month: four counts, and a bar chart with the visits of each month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets import painting

if TYPE_CHECKING:
    from reception.domain.reporting_periods import Period
    from reception.services.reports.month_overview import CountWithChange, MonthOverview

translate = QCoreApplication.translate
_ALIGN_LEFT = Qt.AlignmentFlag.AlignLeft
_ALIGN_CENTER = Qt.AlignmentFlag.AlignHCenter


def period_days_text(period: Period) -> str:
    """Return the days of a period, e.g. "15/10 – 14/11/2026"."""
    return f"{display_format.short_day(period.since)} – {display_format.day(period.until)}"


def count_text(figure: CountWithChange | None) -> str:
    """Return a count; a dash for one that is told when the month is over."""
    return "–" if figure is None else display_format.number(figure.count)


def change_text(figure: CountWithChange | None) -> str:
    """Return the change since the previous month, e.g. "up 3"."""
    if figure is None:
        return translate("HeadDesk", "after the month")
    if figure.change == 0:
        return translate("HeadDesk", "unchanged")
    is_up = figure.change > 0
    up, down = translate("HeadDesk", "up {count}"), translate("HeadDesk", "down {count}")
    return (up if is_up else down).format(count=display_format.number(abs(figure.change)))


class MonthFigures(painting.PaintedWidget):
    """Four counts side by side, each with its change since the previous month."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._figures: list[tuple[CountWithChange | None, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_overview(self, overview: MonthOverview) -> None:
        self._figures = [
            (overview.visits, translate("HeadDesk", "visits")),
            (overview.people, translate("HeadDesk", "people")),
            (overview.matters, translate("HeadDesk", "matters")),
            (overview.groups, translate("HeadDesk", "groups")),
        ]
        parts = [
            f"{count_text(figure)} {name}, {change_text(figure)}" for figure, name in self._figures
        ]
        self.setAccessibleName("; ".join(parts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(82))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._figures:
            return
        px, width = theme().px, self.width() // len(self._figures)
        with QPainter(self) as painter:
            for index, (figure, name) in enumerate(self._figures):
                left = index * width
                if index:
                    painter.fillRect(left, 0, 1, self.height(), painting.theme_color("border"))
                x = left + (px(14) if index else 0)
                number_rect = QRect(x, px(2), width - px(16), px(32))
                value = count_text(figure)
                painting.draw_text(
                    painter, number_rect, value, theme().font("title"), "text", _ALIGN_LEFT
                )
                small_font = theme().font("small")
                text_rect = QRect(x, px(38), width - px(14), px(20))
                painting.draw_text(painter, text_rect, name, small_font, "text2", _ALIGN_LEFT)
                text_rect.moveTop(text_rect.y() + px(19))
                painting.draw_text(
                    painter, text_rect, change_text(figure), small_font, "text2", _ALIGN_LEFT
                )


class MonthBars(painting.PaintedWidget):
    """Bar chart of the visits of each month; the present month has the accent colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bars: tuple[tuple[Period, int], ...] = ()
        self.setMinimumHeight(theme().px(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: tuple[tuple[Period, int], ...]) -> None:
        """Show the visits of each period, the oldest first."""
        self._bars = bars
        text = translate("HeadDesk", "Visits by month: {list}")
        parts = ", ".join(
            f"{period.part}: {display_format.number(count)}" for period, count in bars
        )
        self.setAccessibleName(text.format(list=parts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        px, count = theme().px, len(self._bars)
        highest = max(1, *(value for _, value in self._bars))
        label_height, value_height = px(22), px(20)
        chart_height = self.height() - label_height - value_height
        column_width = self.width() / count
        with QPainter(self) as painter:
            base_y = self.height() - label_height
            painter.fillRect(0, base_y, self.width(), 1, painting.theme_color("borderStrong"))
            for index, (period, value) in enumerate(self._bars):
                is_present = index == count - 1
                width = min(px(22), int(column_width * 0.62))
                left = int(index * column_width + (column_width - width) / 2)
                height = round(chart_height * value / highest)
                bar = QRect(left, base_y - height, width, height)
                painter.fillRect(bar, painting.theme_color("accent" if is_present else "barMuted"))
                left = int(index * column_width)
                top = bar.y() - value_height
                rect = QRect(left - px(4), top, int(column_width) + px(8), value_height)
                font = theme().font("strong" if is_present else "small")
                color = "text" if is_present else "text2"
                painting.draw_text(
                    painter, rect, display_format.number(value), font, color, _ALIGN_CENTER
                )
                rect = QRect(left, base_y + px(3), int(column_width), px(19))
                painting.draw_text(painter, rect, str(period.part), font, color, _ALIGN_CENTER)
