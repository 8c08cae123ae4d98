"""The widget with the twelve months of a year, four or three in a row."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception.services.working_days.calendar_year import CalendarYear, DayAppearance, YearDay
from ui.appearance.theme import theme
from ui.features.settings.working_days.day_texts import day_description
from ui.widgets import painting

translate = QCoreApplication.translate
_MAX_PER_ROW, _MIN_PER_ROW, _MONTHS = 4, 3, 12  # months in a row, months of a year
_DAYS_PER_WEEK, _WEEKS_PER_MONTH = 7, 6
_HEADING_HEIGHT, _CELL_HEIGHT, _CELL_WIDTH, _GAP = 24, 23, 18, 10
_STEP_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_DAYS_PER_WEEK,
    Qt.Key.Key_Down: _DAYS_PER_WEEK,
}
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class YearView(painting.PaintedWidget):
    """``day_selected(day)``; ``edit_wanted(day)`` on Enter or a double click.

    ``year_wanted(year)`` when a key leads out of the year shown.
    """

    day_selected = Signal(object)
    edit_wanted = Signal(object)
    year_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._year: CalendarYear | None = None
        self._today = date.min
        self._selected_day = date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Settings", "Days of the year"))

    def set_year(self, year: CalendarYear, today: date) -> None:
        """Show a year; the selected day is kept if it is a day of that year."""
        self._year, self._today = year, today
        if self._selected_day.year != year.year:
            self._selected_day = today if today.year == year.year else date(year.year, 1, 1)
        self._report_selection()

    def selected_day(self) -> date:
        return self._selected_day

    def selected_year_day(self) -> YearDay | None:
        """Return the selected day with its kind, or None while its year is not loaded."""
        if self._year is None or self._selected_day.year != self._year.year:
            return None
        return self._year.year_day(self._selected_day)

    def select(self, day: date) -> None:
        """Select a day; ``year_wanted`` if it belongs to another year."""
        self._selected_day = day
        if self._year is not None and day.year != self._year.year:
            self.year_wanted.emit(day.year)
            return
        self._report_selection()

    def _report_selection(self) -> None:
        year_day = self.selected_year_day()
        if year_day is not None:
            self.setAccessibleDescription(day_description(year_day))
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)
        self.update()
        self.day_selected.emit(self._selected_day)

    def sizeHint(self) -> QSize:
        return QSize(self.width_of_months(_MAX_PER_ROW), self._total_height())

    def minimumSizeHint(self) -> QSize:
        """Return the size with three months in a row."""
        return QSize(self.width_of_months(_MIN_PER_ROW), self._total_height())

    def width_of_months(self, months: int = _MAX_PER_ROW) -> int:
        """Return the width in pixels of this number of months in a row."""
        px = theme().px
        return months * _DAYS_PER_WEEK * px(_CELL_WIDTH) + (months - 1) * px(_GAP)

    def _months_per_row(self) -> int:
        return _MAX_PER_ROW if self.width() >= self.width_of_months(_MAX_PER_ROW) else _MIN_PER_ROW

    def _total_height(self) -> int:
        px, rows = theme().px, _MONTHS // self._months_per_row()
        month_height = px(_HEADING_HEIGHT) + _WEEKS_PER_MONTH * px(_CELL_HEIGHT)
        return rows * month_height + (rows - 1) * px(_GAP) // 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Update the height, which depends on the number of months in a row."""
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow and page keys move by day, week or month; Enter emits ``edit_wanted``."""
        key = Qt.Key(event.key())
        if key in _STEP_KEYS:
            self.select(self._selected_day + timedelta(days=_STEP_KEYS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.select(_add_months(self._selected_day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Home:
            self.select(self._selected_day.replace(day=1))
        elif key == Qt.Key.Key_End:
            last_day = monthrange(self._selected_day.year, self._selected_day.month)[1]
            self.select(self._selected_day.replace(day=last_day))
        elif key in _ENTER_KEYS:
            self.edit_wanted.emit(self._selected_day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        if day is not None:
            self.select(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._day_at(event.position().toPoint()) is not None:
            self.edit_wanted.emit(self._selected_day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _month_rect(self, month: int) -> QRect:
        px, columns = theme().px, self._months_per_row()
        width = (self.width() - (columns - 1) * px(_GAP)) // columns
        height = px(_HEADING_HEIGHT) + _WEEKS_PER_MONTH * px(_CELL_HEIGHT)
        row, column = divmod(month - 1, columns)
        return QRect(column * (width + px(_GAP)), row * (height + px(_GAP) // 2), width, height)

    def day_rect(self, day: date) -> QRect:
        """Return the rectangle in which a day of the year is painted."""
        px, month = theme().px, self._month_rect(day.month)
        first_weekday = day.replace(day=1).weekday()
        row, column = divmod(first_weekday + day.day - 1, _DAYS_PER_WEEK)
        left = month.left() + column * month.width() // _DAYS_PER_WEEK
        right = month.left() + (column + 1) * month.width() // _DAYS_PER_WEEK
        top = month.top() + px(_HEADING_HEIGHT) + row * px(_CELL_HEIGHT)
        return QRect(left, top, right - left, px(_CELL_HEIGHT))

    def _day_at(self, point: QPoint) -> date | None:
        if self._year is None:
            return None
        return next(
            (item.day for item in self._year.days if self.day_rect(item.day).contains(point)), None
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._year is None:
            return
        with QPainter(self) as painter:
            for month in range(1, 13):
                self._paint_month_heading(painter, month, self._year)
            for year_day in self._year.days:
                self._paint_day(painter, year_day)
            selected_rect = (
                self.day_rect(self._selected_day)
                if self._selected_day.year == self._year.year
                else QRect()
            )
            if not selected_rect.isNull():
                edge = "text" if self.hasFocus() else "borderStrong"
                painting.draw_box(painter, selected_rect.adjusted(-1, -1, 1, 1), "", edge, 5, 2)

    def _paint_month_heading(self, painter: QPainter, month: int, year: CalendarYear) -> None:
        rect = self._month_rect(month)
        rect.setHeight(theme().px(_HEADING_HEIGHT))
        name = translate("Settings", "Month {month}").format(month=month)
        painting.draw_text(painter, rect, name, theme().font("strong"), "text")
        text = translate("Settings", "{count} days").format(
            count=year.working_day_counts[month - 1]
        )
        right = Qt.AlignmentFlag.AlignRight
        painting.draw_text(painter, rect, text, theme().font("small"), "text2", right)

    def _paint_day(self, painter: QPainter, year_day: YearDay) -> None:
        rect = self.day_rect(year_day.day).adjusted(1, 1, -1, -1)
        fill, edge, color, stroke = _COLORS[year_day.appearance]
        if not year_day.is_certain:
            painting.draw_box(painter, rect, "warnSoft", "", 3)
            _paint_dashes(painter, rect)
            color = "warnText"
        elif fill or edge:
            painting.draw_box(painter, rect, fill, edge, 3, stroke)
        if year_day.day == self._today:
            painting.draw_box(painter, rect, "", "accent", 3, 2)
        is_ordinary = year_day.is_certain and year_day.appearance in (
            DayAppearance.WORKING,
            DayAppearance.WEEKEND,
        )
        font = theme().font("small" if is_ordinary and year_day.day != self._today else "strong")
        center = Qt.AlignmentFlag.AlignHCenter
        painter.setFont(font)
        painter.setPen(painting.theme_color(color))
        painter.drawText(rect, center | Qt.AlignmentFlag.AlignVCenter, str(year_day.day.day))


# Fill, edge, text, and width of the edge in pixels.
_COLORS = {
    DayAppearance.WORKING: ("", "", "text", 1),
    DayAppearance.WEEKEND: ("sunken", "", "text2", 1),
    DayAppearance.HOLIDAY: ("accent", "", "onAccent", 1),
    DayAppearance.SWAP: ("accentSoft", "accentBorder", "accentText", 1),
    DayAppearance.MAKE_UP: ("surface", "text", "text", 2),
}


def _paint_dashes(painter: QPainter, rect: QRect) -> None:
    painter.save()
    pen = QPen(painting.theme_color("warn"), 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), 3, 3)
    painter.restore()


def _add_months(day: date, step: int) -> date:
    months = day.year * 12 + day.month - 1 + step
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
