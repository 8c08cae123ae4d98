"""The section of the working calendar: a year, its special days, the day being edited."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.papers.office_papers import calendar_sheet
from reception.services.working_days.calendar_year import CalendarYear, build_calendar_year
from ui.appearance.rescaling import NO_SIZE_LIMIT
from ui.appearance.theme import theme
from ui.features.settings.settings_section import SettingsContext, SettingsSection
from ui.features.settings.working_days.day_editor import DayEditor
from ui.features.settings.working_days.effect_card import EffectCard
from ui.features.settings.working_days.effect_preview import DayChange, EffectPreview
from ui.features.settings.working_days.estimate_banner import EstimateBanner
from ui.features.settings.working_days.year_card import YearCard
from ui.features.settings.working_days.year_legend import SpecialDays
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.working_days.calendar_changes import CalendarEffect

translate = QCoreApplication.translate
_SIDE_WIDTH = 304
_GAP = 12
_MIN_WIDTH = 570


class CalendarSection(SettingsSection):
    """Everybody may read the calendar; before a day is saved, the moved deadlines are shown."""

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._today = context.reception.session.today()
        self._year: CalendarYear | None = None
        self._removes_override = False  # whether saving removes the office's setting of the day
        self.estimate_banner = EstimateBanner(context, self)
        self.column.addWidget(self.estimate_banner)
        self._cards_layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards_layout.setSpacing(theme().px(_GAP))
        self.year_card = YearCard(self)
        self.year_view = self.year_card.year_view
        self._cards_layout.addWidget(self.year_card, 1)
        self._cards_layout.addWidget(self._side_cards())
        self.column.addLayout(self._cards_layout)
        self.column.addStretch(1)
        text = translate("Settings", "Print the calendar")
        self.print_button = PushButton(text, self, "secondary", "printer", "Ctrl+P")
        self.print_button.setObjectName("print_button")
        self._wire()

    def _side_cards(self) -> QWidget:
        side_column = self._side_column = QWidget(self)
        column = QVBoxLayout(side_column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        special_days_card = self.new_card(translate("Settings", "To the end of the year"))
        self.special_days = SpecialDays(self)
        special_days_card.body.addWidget(self.special_days)
        self.day_editor = DayEditor(self._today, self)
        self.effect_card = EffectCard(self)
        self.effect_preview = EffectPreview(self.context, self.effect_card, self._pending_change)
        for card in (special_days_card, self.day_editor, self.effect_card):
            column.addWidget(card)
        column.addStretch(1)
        for card in (self.day_editor, self.effect_card):
            card.setVisible(self.context.may_manage())
        side_column.setFixedWidth(theme().px(_SIDE_WIDTH))
        return side_column

    def _wire(self) -> None:
        self.estimate_banner.announcement_saved.connect(self._confirm_announcement)
        self.estimate_banner.announcement_refused.connect(self.failed)
        self.print_button.clicked.connect(self.print_page)
        self.year_view.day_selected.connect(self._show_selected_day)
        self.year_card.year_wanted.connect(self.read_year)
        self.year_view.edit_wanted.connect(self.edit_day)
        self.day_editor.changed.connect(self._handle_input)
        self.day_editor.reset_wanted.connect(self.reset_day)
        self.effect_card.save_button.clicked.connect(self.save)
        self.effect_card.discard_button.clicked.connect(self.discard_input)

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

    def on_entered(self) -> None:
        self.year_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        if self._pending_change() is None:
            self.read_year(self._year.year if self._year else self._today.year)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the year alone: the cards may be shown below it."""
        minimum = super().minimumSizeHint()
        return QSize(min(minimum.width(), theme().px(_MIN_WIDTH)), minimum.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below the year if the page is too narrow."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.year_card.full_width() + theme().px(_GAP + _SIDE_WIDTH)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._cards_layout.setDirection(below if is_narrow else beside)
        # Below the year, the cards are as wide as the year. If they had a fixed width there, Qt
        # would compute their height for another width, and the year would get too little height.
        self._side_column.setMinimumWidth(0 if is_narrow else theme().px(_SIDE_WIDTH))
        self._side_column.setMaximumWidth(NO_SIZE_LIMIT if is_narrow else theme().px(_SIDE_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc discards the input and returns to the year."""
        if event.key() == Qt.Key.Key_Escape and self._pending_change() is not None:
            self.discard_input()
            return
        super().keyPressEvent(event)

    @Slot(int)
    def read_year(self, year: int) -> None:
        job = partial(_read_year, self.context.reception, year)
        self.context.runner.run(job, then=self._show_year, owner=self, failed=self.failed.emit)

    def _show_year(self, year: CalendarYear) -> None:
        self._year = year
        focus = QApplication.focusWidget()
        if focus is not None and self.estimate_banner.isAncestorOf(focus):
            # The banner replaces its links, and one of them has the focus.
            self.year_view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.estimate_banner.show_year(year, self._today)
        first_day = self._today if year.year == self._today.year else date(year.year, 1, 1)
        self.special_days.show_days(year.special_days(first_day))
        self.year_card.show_year(year, self._today)

    @Slot()
    def _confirm_announcement(self) -> None:
        self.toast_wanted.emit(translate("Settings", "Settings saved"))
        self.read_year(self.year_view.selected_day().year)

    @Slot(object)
    def _show_selected_day(self, _day: date) -> None:
        year_day = self.year_view.selected_year_day()
        if year_day is None:
            return
        if self.year_view.hasFocus():
            QTimer.singleShot(0, self, self._scroll_to_day)  # after the layout has settled
        if self.context.may_manage():
            self._removes_override = False
            self.day_editor.set_day(year_day)

    @Slot(object)
    def edit_day(self, _day: date) -> None:
        """Edit the selected day (Enter)."""
        if self.context.may_manage():
            self.day_editor.focus_kind()
            scroll_to_editor = partial(self.scroll_to, self.day_editor)
            QTimer.singleShot(0, self, scroll_to_editor)  # after the layout has settled

    @Slot()
    def _scroll_to_day(self) -> None:
        self.scroll_to(self.year_view, self.year_view.day_rect(self.year_view.selected_day()))

    def _pending_change(self) -> DayChange | None:
        """Return the change typed so far, None if nothing differs from the present setting."""
        day, year_day = self.day_editor.day(), self.year_view.selected_year_day()
        if day is None or year_day is None:
            return None
        if self._removes_override:
            return (day, None)
        override = self.day_editor.changed_override(year_day)
        return (day, override) if override is not None else None

    @Slot()
    def _handle_input(self) -> None:
        self._removes_override = False
        self.day_editor.clear_errors()
        self.effect_preview.update()

    @Slot()
    def reset_day(self) -> None:
        """Show the effect of removing the office's own setting of the day."""
        self._removes_override = True
        self.effect_preview.update()
        self.effect_card.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Save the day if its effect is shown, else show the effect first (Ctrl+S)."""
        change = self._pending_change()
        if change is None or self.effect_card.save_button.busy:
            return
        effect = self.effect_preview.effect(change)
        if effect is None:
            self.effect_preview.compute_now()
            return
        self.effect_card.save_button.set_busy(translate("Settings", "Saving…"))
        job = partial(self.context.reception.calendar_changes.save, *change, effect)
        self.context.runner.run(job, then=self._confirm_saved, owner=self, failed=self._show_error)

    def _confirm_saved(self, effect: CalendarEffect) -> None:
        self.effect_card.save_button.set_busy("")
        self.discard_input()
        template = translate("Settings", "Calendar kept, {count} deadlines moved")
        self.toast_wanted.emit(template.format(count=len(effect.moved_deadlines)))

    def _show_error(self, error: ReceptionError) -> None:
        self.effect_card.save_button.set_busy("")
        if isinstance(error, InvalidInput) and error.field in self.day_editor.labeled_fields:
            self.day_editor.show_error(error.field, error_sentence(error))
            return
        self.failed.emit(error)
        self.effect_preview.recompute()

    @Slot()
    def discard_input(self) -> None:
        """Discard the input (Esc)."""
        self._removes_override = False
        self.effect_preview.clear()
        self.year_view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read_year(self.year_view.selected_day().year)


def _read_year(reception: Reception, year: int) -> CalendarYear:
    calendar = reception.office_calendar
    return build_calendar_year(calendar.calendar_of_year(year), calendar.overrides(), year)
