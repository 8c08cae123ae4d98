"""The section for the rules of counting in reports and the first day of a reporting month."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from reception.domain.reporting_periods import month_period_of
from reception.law.tables.statutory_table import CountingChoice
from reception.law.tables.table_01tcd import TABLE_01TCD
from ui.appearance import display_format
from ui.features.settings.next_number_card import NextNumberCard
from ui.features.settings.settings_section import CardColumns, SettingsContext, SettingsSection
from ui.widgets.card import Card
from ui.widgets.labeled_field import LabeledField
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from reception.services.office.office_settings import OfficeSettings

translate = QCoreApplication.translate
_LAST_DAY = 28  # every month has this day


class CountingSection(SettingsSection):
    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.month_start = self._segmented_control(
            (15, translate("Settings", "15th to 14th")),
            (1, translate("Settings", "Calendar month")),
        )
        each_visit = translate("Settings", "Each visit")
        once_a_period = translate("Settings", "Once a period")
        self.people_counting = self._segmented_control((False, each_visit), (True, once_a_period))
        self.matters_counting = self._segmented_control((False, each_visit), (True, once_a_period))
        self.refused_counting = self._segmented_control(
            (False, translate("Settings", "Not counted")), (True, translate("Settings", "Counted"))
        )
        self.head_day = NumberStepper(self, 1, _LAST_DAY)
        self.head_day.setEnabled(context.may_manage())
        self.period_label, self.note_label = self._secondary_label(), self._secondary_label()
        periods, counting = self._cards()
        self.number_card = NextNumberCard(context, self)
        self.number_card.number_set.connect(self.toast_wanted)
        self.number_card.failed.connect(self.failed)
        self.column.addWidget(CardColumns(((periods, self.number_card), (counting,)), self))
        self.column.addStretch(1)
        self._fill(context.reception.session.settings())
        counting_controls = (self.people_counting, self.matters_counting, self.refused_counting)
        for control in (self.month_start, *counting_controls):
            control.chosen.connect(self._show_effect)

    def _segmented_control(self, *entries: tuple[object, str]) -> SegmentedControl:
        control = SegmentedControl(self)
        for value, text in entries:
            control.add(value, text)
        control.setEnabled(self.context.may_manage())
        return control

    def _secondary_label(self) -> QLabel:
        label = QLabel("", self)
        label.setWordWrap(True)
        label.setProperty("role", "secondary")
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _cards(self) -> tuple[Card, Card]:
        periods = self.new_card(translate("Settings", "Periods of reports"))
        text = translate("Settings", "Window of the month")
        self.month_start_field = LabeledField(text, self.month_start, self)
        periods.body.addWidget(self.month_start_field)
        periods.body.addWidget(self.period_label)
        text = translate("Settings", "Day of the month the chairman receives")
        periods.body.addWidget(LabeledField(text, self.head_day, self))
        counting = self.new_card(translate("Settings", "Counting"))
        for text, control in (
            (translate("Settings", "People"), self.people_counting),
            (translate("Settings", "Matters"), self.matters_counting),
            (translate("Settings", "Visitors refused"), self.refused_counting),
        ):
            counting.body.addWidget(LabeledField(text, control, self))
        label = QLabel(translate("Settings", "Note under table 01/TCD"), self)
        label.setProperty("role", "label")
        counting.body.addWidget(label)
        counting.body.addWidget(self.note_label)
        return periods, counting

    def _fill(self, settings: OfficeSettings) -> None:
        self.month_start.choose(settings.month_starts_on)
        self.people_counting.choose(settings.people_distinct)
        self.matters_counting.choose(settings.matters_distinct)
        self.refused_counting.choose(settings.count_refused)
        self.head_day.set_value(settings.head_day)
        self._show_effect()

    @Slot()
    def _show_effect(self) -> None:
        """Show the effect of the choices: the present period, and the note below table 01/TCD."""
        controls = (self.month_start, self.people_counting, self.matters_counting)
        if None in [control.value() for control in controls]:
            return
        today = self.context.reception.session.today()
        period = month_period_of(today, int(str(self.month_start.value())))
        template = translate("Settings", "This period: {since} to {until}, month {part}/{year}.")
        self.period_label.setText(
            template.format(
                since=display_format.day(period.since),
                until=display_format.day(period.until),
                part=period.part,
                year=period.year,
            )
        )
        chosen = {
            CountingChoice.PEOPLE_DISTINCT: self.people_counting.value(),
            CountingChoice.MATTERS_DISTINCT: self.matters_counting.value(),
            CountingChoice.REFUSED_COUNTED: self.refused_counting.value(),
        }
        choices = frozenset(choice for choice, is_on in chosen.items() if is_on)
        self.note_label.setText(TABLE_01TCD.note(choices))

    @property
    def can_save(self) -> bool:
        return self.context.may_manage()

    def subtitle(self) -> str:
        return translate("Settings", "monthly report and table 01/TCD follow at once")

    def on_entered(self) -> None:
        self.month_start.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        session = self.context.reception.session
        settings = session.settings().changed(
            month_starts_on=int(str(self.month_start.value())),
            people_distinct=bool(self.people_counting.value()),
            matters_distinct=bool(self.matters_counting.value()),
            count_refused=bool(self.refused_counting.value()),
            head_day=self.head_day.value(),
        )
        job = partial(session.change_settings, settings)
        self.context.runner.run(job, then=self._confirm_saved, owner=self, failed=self.failed.emit)

    def _confirm_saved(self, _result: object) -> None:
        self.toast_wanted.emit(translate("Settings", "Settings saved"))
