"""The card that edits one day of the calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception.domain.calendar_overrides import CalendarOverride, DayKind
from reception.domain.text import clean
from reception.services.working_days.calendar_year import DayAppearance, YearDay
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.segmented_control import SegmentedControl
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class DayEditor(Card):
    """Kind, document, make-up day and name of one day.

    Emits ``changed`` on input and once after ``set_day``, and ``reset_wanted`` to remove the
    office's own setting of the day.
    """

    changed = Signal()
    reset_wanted = Signal()

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__("", parent)
        self.set_follows_focus(False)
        self._today = today
        self._day: date | None = None
        self._is_filling = False
        self.kind = SegmentedControl(self)
        self.kind.add(DayKind.WORKING, translate("Settings", "Working"))
        self.kind.add(DayKind.SWAP, translate("Settings", "Swap"))
        self.kind.add(DayKind.HOLIDAY, translate("Settings", "Holiday"))
        self.document = TextField(self)
        self.document.setObjectName("document")
        self.make_up_day = DateField(self._edited_day_or_today, self)
        self.make_up_day.setObjectName("make_up_day")
        self.name = TextField(self)
        self.name.setObjectName("name")
        self.labeled_fields = {
            "kind": LabeledField(translate("Settings", "This day is"), self.kind, self),
            "document": LabeledField(translate("Settings", "Document"), self.document, self),
            "make_up_day": LabeledField(translate("Settings", "Worked on"), self.make_up_day, self),
            "name": LabeledField(translate("Settings", "Name of the day"), self.name, self),
        }
        self.reset_button = PushButton(translate("Settings", "As computed"), self, "link")
        self.reset_button.setObjectName("reset_button")
        self.reset_button.setMinimumHeight(theme().px(28))
        self.add_at_right(self.reset_button)
        self._lay_out()
        self._wire()

    def _edited_day_or_today(self) -> date:
        return self._day or self._today

    def _lay_out(self) -> None:
        self.body.addWidget(self.labeled_fields["kind"])
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        for name in ("document", "make_up_day", "name"):
            row.addWidget(self.labeled_fields[name], 1)
        self.body.addLayout(row)

    def _wire(self) -> None:
        self.kind.chosen.connect(self._show_fields_of_kind)
        for field in (self.document, self.make_up_day, self.name):
            field.textChanged.connect(self._report_input)
        self.make_up_day.day_changed.connect(self._report_input)
        self.reset_button.clicked.connect(self.reset_wanted)

    def day(self) -> date | None:
        """Return the day being edited."""
        return self._day

    def set_day(self, year_day: YearDay) -> None:
        """Show a day; for a make-up day, also a proposed one, the day off that it belongs to."""
        self._is_filling = True
        override = year_day.override
        self._day = (
            override.day
            if override
            else year_day.proposal.day_off
            if year_day.proposal
            else year_day.day
        )
        self.set_title(translate("Settings", "Day {day}").format(day=display_format.day(self._day)))
        self.reset_button.setVisible(override is not None)
        self.kind.choose(override.kind if override else default_kind(year_day))
        self.document.setText(override.document if override else "")
        self.name.setText(override.name if override else "")
        make_up_day = (
            override.make_up_day
            if override
            else year_day.proposal.make_up_day
            if year_day.proposal
            else None
        )
        self.make_up_day.set_day(make_up_day)
        self.clear_errors()
        self._is_filling = False
        self._show_fields_of_kind()

    def changed_override(self, year_day: YearDay) -> CalendarOverride | None:
        """Return the setting as typed; None if saving it would change nothing.

        That is so before a kind is chosen, if the setting equals the present one of ``year_day``,
        and if neither the office nor a proposal sets the day and its default kind is chosen.
        """
        override = self._typed_override()
        if override is None or override == year_day.override:
            return None
        is_unset = year_day.override is None and not year_day.is_proposed
        return None if is_unset and override.kind is default_kind(year_day) else override

    def _typed_override(self) -> CalendarOverride | None:
        """Return the setting as typed; None before a kind is chosen."""
        kind = self.kind.value()
        if self._day is None or not isinstance(kind, DayKind):
            return None
        is_swap, is_holiday = kind is DayKind.SWAP, kind is DayKind.HOLIDAY
        return CalendarOverride(
            self._day,
            kind,
            clean(self.document.value()),
            self.make_up_day.day() if is_swap else None,
            clean(self.name.value()) if is_holiday else "",
        )

    def focus_kind(self) -> None:
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, field: str, sentence: str) -> None:
        """Show an error at the field of a key of ``labeled_fields``, else at the kind; focus it."""
        labeled_field = self.labeled_fields.get(field, self.labeled_fields["kind"])
        labeled_field.set_error(sentence)
        labeled_field.input_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_errors(self) -> None:
        for labeled_field in self.labeled_fields.values():
            labeled_field.clear_state()

    @Slot()
    def _show_fields_of_kind(self) -> None:
        kind = self.kind.value()
        self.labeled_fields["make_up_day"].setVisible(kind is DayKind.SWAP)
        self.labeled_fields["name"].setVisible(kind is DayKind.HOLIDAY)
        self._report_input()

    @Slot()
    def _report_input(self) -> None:
        if not self._is_filling:
            self.changed.emit()


def default_kind(year_day: YearDay) -> DayKind:
    """Return the kind to preselect for a day that the office has not set itself.

    WORKING is preselected for a working day, a weekend day and a computed make-up day.
    """
    if year_day.is_proposed or year_day.appearance is DayAppearance.SWAP:
        return DayKind.SWAP
    return DayKind.HOLIDAY if year_day.appearance is DayAppearance.HOLIDAY else DayKind.WORKING
