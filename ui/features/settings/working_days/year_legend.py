"""The legend of the calendar, and the list of special days until the end of the year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from reception.services.working_days.calendar_year import DayAppearance, YearDay
from ui.appearance import display_format
from ui.appearance.display_format import TagKind
from ui.appearance.theme import theme
from ui.features.settings.working_days.day_texts import day_kind_text
from ui.widgets import painting
from ui.widgets.clear_layout import clear_layout
from ui.widgets.tag import Tag

translate = QCoreApplication.translate
_SQUARE_SIZE = 16
_MAX_DAYS = 7


class _LegendEntry(painting.PaintedWidget):
    def __init__(self, text: str, colors: tuple[str, str, int], parent: QWidget) -> None:
        """``colors`` are fill, edge and width of the edge in pixels."""
        super().__init__(parent)
        self._text, self._colors = text, colors
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(
            theme().px(_SQUARE_SIZE + 8) + painting.text_width(self._text, "small"), theme().px(22)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        size = theme().px(_SQUARE_SIZE)
        square = QRect(0, (self.height() - size) // 2, size, size)
        fill, edge, stroke = self._colors
        with QPainter(self) as painter:
            painting.draw_box(painter, square, fill, edge, 3, stroke)
            text_rect = self.rect().adjusted(size + theme().px(7), 0, 0, 0)
            painting.draw_text(painter, text_rect, self._text, theme().font("small"), "text2")


class Legend(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        for text, colors in (
            (translate("Settings", "Holiday"), ("accent", "", 1)),
            (translate("Settings", "Off by swap"), ("accentSoft", "accentBorder", 1)),
            (translate("Settings", "Worked instead"), ("surface", "text", 2)),
            (translate("Settings", "Not sure"), ("warnSoft", "warn", 1)),
            (translate("Settings", "Weekend"), ("sunken", "", 1)),
        ):
            row.addWidget(_LegendEntry(text, colors, self))
        row.addStretch(1)


class SpecialDays(QWidget):
    """Days off and worked weekend days, a row for each: weekday, name, how certain it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(10))
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.setColumnStretch(1, 1)

    def show_days(self, days: Sequence[YearDay]) -> None:
        """Show at most seven days."""
        clear_layout(self._grid)
        for row, year_day in enumerate(days[:_MAX_DAYS]):
            name_label = QLabel(_day_name(year_day), self)
            name_label.setTextFormat(Qt.TextFormat.PlainText)
            name_label.setWordWrap(True)
            name_label.setProperty("role", "small")
            day_label = QLabel(_weekday_text(year_day), self)
            day_label.setProperty("role", "small")
            self._grid.addWidget(day_label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(name_label, row, 1)
            self._grid.addWidget(_certainty_tag(year_day, self), row, 2, Qt.AlignmentFlag.AlignTop)
        if not days:
            self._grid.addWidget(QLabel(translate("Settings", "None."), self), 0, 0)


def _weekday_text(year_day: YearDay) -> str:
    names = (
        translate("Settings", "Mon"),
        translate("Settings", "Tue"),
        translate("Settings", "Wed"),
        translate("Settings", "Thu"),
        translate("Settings", "Fri"),
        translate("Settings", "Sat"),
        translate("Settings", "Sun"),
    )
    return f"{names[year_day.day.weekday()]} {display_format.short_day(year_day.day)}"


def _day_name(year_day: YearDay) -> str:
    swap = year_day.proposal
    if swap is not None:
        if year_day.day == swap.day_off:
            template = translate("Settings", "Off, for {day}")
            return template.format(day=display_format.short_day(swap.make_up_day))
        template = translate("Settings", "Worked for {day}")
        return template.format(day=display_format.short_day(swap.day_off))
    if (
        year_day.appearance is DayAppearance.MAKE_UP
        and year_day.override is not None
        and year_day.override.make_up_day == year_day.day
    ):
        template = translate("Settings", "Worked for {day}")
        return template.format(day=display_format.short_day(year_day.override.day))
    return year_day.name or day_kind_text(year_day)


def _certainty_tag(year_day: YearDay, parent: QWidget) -> Tag:
    if year_day.is_proposed:
        return Tag(translate("Settings", "Proposed"), parent, TagKind.SOON)
    if not year_day.is_certain:
        return Tag(translate("Settings", "Estimate"), parent)
    if year_day.override is not None:
        return Tag(translate("Settings", "By document"), parent)
    return Tag(translate("Settings", "Certain"), parent)
