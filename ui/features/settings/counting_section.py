"""The section for the rules of counting and the days of a monthly report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from reception.domain.reporting_periods import month_of
from reception.law.tables.statutory_table import CountingChoice
from reception.law.tables.table_01tcd import TABLE_01TCD
from ui.appearance import display_format
from ui.features.settings.next_number_card import NextNumberCard
from ui.features.settings.settings_section import Columns, SettingsContext, SettingsSection
from ui.widgets.card import Card
from ui.widgets.labeled_field import LabeledField
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from reception.services.office.office_settings import OfficeSettings

translate = QCoreApplication.translate
_LAST_DAY = 28


class CountingSection(SettingsSection):
    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.month = self._choice(
            (15, translate("Settings", "15th to 14th")),
            (1, translate("Settings", "Calendar month")),
        )
        each = translate("Settings", "Each visit")
        once = translate("Settings", "Once a period")
        self.people = self._choice((False, each), (True, once))
        self.matters = self._choice((False, each), (True, once))
        self.refused = self._choice(
            (False, translate("Settings", "Not counted")), (True, translate("Settings", "Counted"))
        )
        self.head_day = NumberStepper(self, 1, _LAST_DAY)
        self.head_day.setEnabled(context.may_manage())
        self.window_line, self.note_line = self._line(), self._line()
        periods, counting = self._cards()
        self.number_card = NextNumberCard(context, self)
        self.number_card.done.connect(self.toast_wanted)
        self.number_card.failed.connect(self.failed)
        self.column.addWidget(Columns(((periods, self.number_card), (counting,)), self))
        self.column.addStretch(1)
        self._fill(context.reception.session.settings())
        for part in (self.month, self.people, self.matters, self.refused):
            part.chosen.connect(self._show)

    def _choice(self, *entries: tuple[object, str]) -> SegmentedControl:
        row = SegmentedControl(self)
        for value, text in entries:
            row.add(value, text)
        row.setEnabled(self.context.may_manage())
        return row

    def _line(self) -> QLabel:
        label = QLabel("", self)
        label.setWordWrap(True)
        label.setProperty("role", "secondary")
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _cards(self) -> tuple[Card, Card]:
        periods = self.card(translate("Settings", "Periods of reports"))
        text = translate("Settings", "Window of the month")
        self.month_field = LabeledField(text, self.month, self)
        periods.body.addWidget(self.month_field)
        periods.body.addWidget(self.window_line)
        text = translate("Settings", "Day of the month the chairman receives")
        periods.body.addWidget(LabeledField(text, self.head_day, self))
        counting = self.card(translate("Settings", "Counting"))
        for text, row in (
            (translate("Settings", "People"), self.people),
            (translate("Settings", "Matters"), self.matters),
            (translate("Settings", "Visitors refused"), self.refused),
        ):
            counting.body.addWidget(LabeledField(text, row, self))
        label = QLabel(translate("Settings", "Note under table 01/TCD"), self)
        label.setProperty("role", "label")
        counting.body.addWidget(label)
        counting.body.addWidget(self.note_line)
        return periods, counting

    def _fill(self, settings: OfficeSettings) -> None:
        self.month.choose(settings.month_starts_on)
        self.people.choose(settings.people_distinct)
        self.matters.choose(settings.matters_distinct)
        self.refused.choose(settings.count_refused)
        self.head_day.set_value(settings.head_day)
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show the effect of the choices: the present period, and the note below table 01/TCD."""
        if None in (self.month.value(), self.people.value(), self.matters.value()):
            return
        period = month_of(self.context.reception.session.today(), int(str(self.month.value())))
        template = translate("Settings", "This period: {since} to {until}, month {part}/{year}.")
        self.window_line.setText(
            template.format(
                since=display_format.day(period.since),
                until=display_format.day(period.until),
                part=period.part,
                year=period.year,
            )
        )
        chosen = {
            CountingChoice.PEOPLE_DISTINCT: self.people.value(),
            CountingChoice.MATTERS_DISTINCT: self.matters.value(),
            CountingChoice.REFUSED_COUNTED: self.refused.value(),
        }
        choices = frozenset(choice for choice, is_on in chosen.items() if is_on)
        self.note_line.setText(TABLE_01TCD.note(choices))

    @property
    def savable(self) -> bool:
        return self.context.may_manage()

    def subtitle(self) -> str:
        return translate("Settings", "monthly report and table 01/TCD follow at once")

    def entered(self) -> None:
        self.month.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        session = self.context.reception.session
        settings = session.settings().changed(
            month_starts_on=int(str(self.month.value())),
            people_distinct=bool(self.people.value()),
            matters_distinct=bool(self.matters.value()),
            count_refused=bool(self.refused.value()),
            head_day=self.head_day.value(),
        )
        job = partial(session.change_settings, settings)
        self.context.runner.run(job, then=self._saved, owner=self, failed=self.failed.emit)

    def _saved(self, _result: object) -> None:
        self.toast_wanted.emit(translate("Settings", "Settings kept"))
