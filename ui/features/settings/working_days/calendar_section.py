"""The section of the working calendar: a year, its special days, the day being edited."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.papers.office_papers import calendar_sheet
from reception.services.working_days.calendar_year import CalendarYear, build_calendar_year
from ui.appearance.theme import theme
from ui.features.settings.settings_section import SettingsContext, SettingsSection
from ui.features.settings.working_days.day_editor import DayEditor
from ui.features.settings.working_days.effect_card import EffectCard
from ui.features.settings.working_days.effect_preview import EffectPreview, Target
from ui.features.settings.working_days.estimate_banner import EstimateBanner
from ui.features.settings.working_days.year_card import YearCard
from ui.features.settings.working_days.year_legend import SpecialDays
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reception.bootstrap import Reception
    from reception.services.working_days.calendar_changes import CalendarEffect

translate = QCoreApplication.translate
_SIDE_WIDTH = 304
_GAP = 12
_MIN_WIDTH = 570
_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX, which has no name in Python


class CalendarSection(SettingsSection):
    """Everybody may read it; before a day is saved, the deadlines that it moves are shown."""

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._today = context.reception.session.today()
        self._year: CalendarYear | None = None
        self._is_reset = False  # the office's own setting of the day is removed
        self.banner = EstimateBanner(context, self)
        self.column.addWidget(self.banner)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme().px(_GAP))
        self.year_card = YearCard(self)
        self.view = self.year_card.view
        self._row.addWidget(self.year_card, 1)
        self._row.addWidget(self._side())
        self.column.addLayout(self._row)
        self.column.addStretch(1)
        text = translate("Settings", "Print the calendar")
        self.print_button = PushButton(text, self, "secondary", "printer", "Ctrl+P")
        self.print_button.setObjectName("print_button")
        self._wire()

    def _side(self) -> QWidget:
        side = self._side_column = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        special = self.new_card(translate("Settings", "To the end of the year"))
        self.special = SpecialDays(self)
        special.body.addWidget(self.special)
        self.editor = DayEditor(self._today, self)
        self.effect_card = EffectCard(self)
        self.preview = EffectPreview(self.context, self.effect_card, self._target)
        for card in (special, self.editor, self.effect_card):
            column.addWidget(card)
        column.addStretch(1)
        for card in (self.editor, self.effect_card):
            card.setVisible(self.context.may_manage())
        side.setFixedWidth(theme().px(_SIDE_WIDTH))
        return side

    def _wire(self) -> None:
        self.banner.kept.connect(self._announced)
        self.banner.refused.connect(self.failed)
        self.print_button.clicked.connect(self.print_page)
        self.view.day_selected.connect(self._day_selected)
        self.year_card.year_wanted.connect(self.read)
        self.view.edit_wanted.connect(self.edit)
        self.editor.changed.connect(self._typed)
        self.editor.reset_wanted.connect(self.reset_day)
        self.effect_card.save_button.clicked.connect(self.save)
        self.effect_card.drop_button.clicked.connect(self.drop)

    @property
    def can_save(self) -> bool:
        return self.context.may_manage()

    @property
    def has_own_save_button(self) -> bool:
        return True

    def header_buttons(self) -> tuple[QWidget, ...]:
        return (self.print_button,)

    @Slot()
    def print_page(self) -> None:
        """Print the calendar of the year shown (Ctrl+P)."""
        if self._year is not None:
            reception, year = self.context.reception, self._year.year
            job = partial(calendar_sheet, reception.session, reception.office_calendar, year)
            self.context.runner.run(
                job, then=self.print_wanted.emit, owner=self, failed=self.failed.emit
            )

    def subtitle(self) -> str:
        return translate("Settings", "counts every deadline in working days")

    def entered(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        if self._target() is None:
            self.read(self._year.year if self._year else self._today.year)

    def minimumSizeHint(self) -> QSize:
        """The width of the year alone: the cards may be shown below it."""
        minimum = super().minimumSizeHint()
        return QSize(min(minimum.width(), theme().px(_MIN_WIDTH)), minimum.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below the year if the page is too narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self.year_card.width_for() + theme().px(_GAP + _SIDE_WIDTH)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        # As wide as the year when they are below it: with a width of their own, Qt computes their
        # height for another width and takes the difference from the year.
        self._side_column.setMinimumWidth(0 if narrow else theme().px(_SIDE_WIDTH))
        self._side_column.setMaximumWidth(_NO_LIMIT if narrow else theme().px(_SIDE_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc drops the input and returns to the year."""
        if event.key() == Qt.Key.Key_Escape and self._target() is not None:
            self.drop()
            return
        super().keyPressEvent(event)

    @Slot(int)
    def read(self, year: int) -> None:
        job = partial(_read, self.context.reception, year)
        self.context.runner.run(job, then=self._read, owner=self, failed=self.failed.emit)

    def _read(self, year: CalendarYear) -> None:
        self._year = year
        if self.banner.isAncestorOf(self.focusWidget()):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # its links are replaced
        self.banner.show_year(year, self._today)
        since = self._today if year.year == self._today.year else date(year.year, 1, 1)
        self.special.show_days(year.special(since))
        self.year_card.show_year(year, self._today)

    @Slot()
    def _announced(self) -> None:
        self.toast_wanted.emit(translate("Settings", "Settings kept"))
        self.read(self.view.day().year)

    @Slot(object)
    def _day_selected(self, _day: date) -> None:
        year_day = self.view.year_day()
        if year_day is None:
            return
        if self.view.hasFocus():
            QTimer.singleShot(0, self, self._show_day)  # after the layout has settled
        if self.context.may_manage():
            self._is_reset = False
            self.editor.set_day(year_day)

    @Slot(object)
    def edit(self, _day: date) -> None:
        """Edit the selected day (Enter)."""
        if self.context.may_manage():
            self.editor.focus_first()
            show = partial(self.scroll_to, self.editor)
            QTimer.singleShot(0, self, show)  # after the layout has settled

    @Slot()
    def _show_day(self) -> None:
        self.scroll_to(self.view, self.view.day_rect(self.view.day()))

    def _target(self) -> Target | None:
        """Return the change to be saved, or None."""
        day, year_day = self.editor.day(), self.view.year_day()
        if day is None or year_day is None:
            return None
        if self._is_reset:
            return (day, None)
        override = self.editor.changed_override(year_day)
        return (day, override) if override is not None else None

    @Slot()
    def _typed(self) -> None:
        self._is_reset = False
        self.editor.clear_errors()
        self.preview.update()

    @Slot()
    def reset_day(self) -> None:
        """Show the effect of removing the office's own setting of the day."""
        self._is_reset = True
        self.preview.update()
        self.effect_card.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Save the day if its effect is shown, else show the effect first (Ctrl+S)."""
        target = self._target()
        if target is None or self.effect_card.save_button.busy:
            return
        effect = self.preview.effect(target)
        if effect is None:
            self.preview.count()
            return
        self.effect_card.save_button.set_busy(translate("Settings", "Saving…"))
        job = partial(self.context.reception.calendar_changes.save, *target, effect)
        self.context.runner.run(job, then=self._saved, owner=self, failed=self._refused)

    def _saved(self, effect: CalendarEffect) -> None:
        self.effect_card.save_button.set_busy("")
        self.drop()
        template = translate("Settings", "Calendar kept, {count} deadlines moved")
        self.toast_wanted.emit(template.format(count=len(effect.moves)))

    def _refused(self, error: ReceptionError) -> None:
        self.effect_card.save_button.set_busy("")
        if isinstance(error, InvalidInput) and error.field in self.editor.fields:
            self.editor.show_error(error.field, error_sentence(error))
            return
        self.failed.emit(error)
        self.preview.count_again()

    @Slot()
    def drop(self) -> None:
        """Drop the input (Esc)."""
        self._is_reset = False
        self.preview.clear()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read(self.view.day().year)


def _read(reception: Reception, year: int) -> CalendarYear:
    calendar = reception.office_calendar
    return build_calendar_year(calendar.of_year(year), calendar.overrides(), year)
