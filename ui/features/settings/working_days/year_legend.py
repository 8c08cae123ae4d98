"""The legend of the calendar, and the list of special days until the end of the year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from reception.services.working_days.calendar_year import DayAppearance, YearDay
from ui.appearance import display_format as shown
from ui.appearance.display_format import TagKind
from ui.appearance.theme import theme
from ui.features.settings.working_days.year_view import look_words
from ui.widgets import painting
from ui.widgets.tag import Tag

translate = QCoreApplication.translate
_SIDE = 16
_MOST = 7


class _Sample(painting.Painted):
    def __init__(self, words: str, look: tuple[str, str, int], parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._look = words, look
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(
            theme().px(_SIDE + 8) + painting.width_of(self._words, "small"), theme().px(22)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        side = theme().px(_SIDE)
        place = QRect(0, (self.height() - side) // 2, side, side)
        fill, edge, stroke = self._look
        with QPainter(self) as painter:
            painting.box(painter, place, fill, edge, 3, stroke)
            room = self.rect().adjusted(side + theme().px(7), 0, 0, 0)
            painting.line(painter, room, self._words, theme().font("small"), "text2")


class Legend(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        for words, look in (
            (translate("Settings", "Holiday"), ("accent", "", 1)),
            (translate("Settings", "Off by swap"), ("accentSoft", "accentBorder", 1)),
            (translate("Settings", "Worked instead"), ("surface", "text", 2)),
            (translate("Settings", "Not sure"), ("warnSoft", "warn", 1)),
            (translate("Settings", "Weekend"), ("sunken", "", 1)),
        ):
            row.addWidget(_Sample(words, look, self))
        row.addStretch(1)


class SpecialDays(QWidget):
    """A row for each day: weekday, name, certainty."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(10))
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.setColumnStretch(1, 1)

    def show_days(self, days: Sequence[YearDay]) -> None:
        """Show at most seven days."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, one in enumerate(days[:_MOST]):
            words = QLabel(_name(one), self)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            words.setProperty("role", "small")
            day = QLabel(_weekday(one), self)
            day.setProperty("role", "small")
            self._grid.addWidget(day, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
            self._grid.addWidget(_tag(one, self), row, 2, Qt.AlignmentFlag.AlignTop)
        if not days:
            self._grid.addWidget(QLabel(translate("Settings", "None."), self), 0, 0)


def _weekday(one: YearDay) -> str:
    names = (
        translate("Settings", "Mon"),
        translate("Settings", "Tue"),
        translate("Settings", "Wed"),
        translate("Settings", "Thu"),
        translate("Settings", "Fri"),
        translate("Settings", "Sat"),
        translate("Settings", "Sun"),
    )
    return f"{names[one.day.weekday()]} {shown.short_day(one.day)}"


def _name(one: YearDay) -> str:
    swap = one.proposal
    if swap is not None:
        if one.day == swap.off:
            words = translate("Settings", "Off, for {day}")
            return words.format(day=shown.short_day(swap.made_up))
        words = translate("Settings", "Worked for {day}")
        return words.format(day=shown.short_day(swap.off))
    if (
        one.appearance is DayAppearance.MADE_UP
        and one.override is not None
        and one.override.made_up == one.day
    ):
        words = translate("Settings", "Worked for {day}")
        return words.format(day=shown.short_day(one.override.day))
    return one.name or look_words(one)


def _tag(one: YearDay, parent: QWidget) -> Tag:
    if one.proposed:
        return Tag(translate("Settings", "Proposed"), parent, TagKind.SOON)
    if not one.sure:
        return Tag(translate("Settings", "Estimate"), parent)
    if one.override is not None:
        return Tag(translate("Settings", "By document"), parent)
    return Tag(translate("Settings", "Certain"), parent)
