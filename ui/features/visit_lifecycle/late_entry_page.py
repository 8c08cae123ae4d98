"""Page for a late entry: a visit received before today that is not in the register yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.visit_lifecycle import LateEntry
from reception.domain.written_reason import SHORTEST_WRITTEN_REASON
from reception.services.visit_lifecycle.lifecycle_state import LateEntryForecast
from ui.appearance import display_format
from ui.features.visit_lifecycle import lifecycle_texts
from ui.features.visit_lifecycle.lifecycle_page import LifecyclePage, PageLabels, VisitToChange
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.consequence_list import ConsequenceLine, ConsequenceList
from ui.widgets.date_field import DateField
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class LateEntryPage(LifecyclePage):
    """Asks for day, mode, source and reason; the other fields are typed in visit entry.

    Emits ``forecast_wanted(day)`` when a day was typed.
    """

    forecast_wanted = Signal(object)

    def __init__(self, visit: VisitToChange, parent: QWidget) -> None:
        super().__init__(visit, parent)
        self._requested_day: date | None = None
        self.day = DateField(self._today, self)
        self.mode = ChoiceBox(self)
        for value, text in lifecycle_texts.reception_modes():
            self.mode.add(text, value)
        self.source = TextField(self)
        self.reason = TextField(self)
        self._add_fields()
        for field in (self.day, self.source, self.reason):
            field.textChanged.connect(self.emit_changed)
        self.day.textChanged.connect(self._day_typed)

    def _add_fields(self) -> None:
        self.add_row(
            (self.labeled_field("received_on", translate("Life", "Day of the visit"), self.day), 3),
            (self.labeled_field("mode", translate("Life", "Mode of reception"), self.mode), 4),
            (self.labeled_field("late.source", translate("Life", "Entered from"), self.source), 6),
        )
        label = translate("Life", "Why it is late")
        hint = translate("Life", "At least {count} characters, without a name")
        labeled_reason = self.labeled_field(
            "late.reason", label, self.reason, hint.format(count=SHORTEST_WRITTEN_REASON)
        )
        self.add_row((labeled_reason, 1))
        self.consequence_list = ConsequenceList(translate("Life", "Visit entered late"), self)
        self.consequence_list.hide()
        self.column.addWidget(self.consequence_list)
        self.next_step_banner = Banner("info", self)
        self.next_step_banner.show_message(
            "", translate("Life", "Write the day first, like 5/8 or h-1.")
        )
        self.column.addWidget(self.next_step_banner)

    def _today(self) -> date:
        return self.visit.present.today

    def typed_day(self) -> date | None:
        """Return the day if it is before today."""
        day = self.day.day()
        return day if day is not None and day < self._today() else None

    @Slot()
    def _day_typed(self) -> None:
        day = self.typed_day()
        self.fields["received_on"].clear_state()
        if self.day.day() is not None and day is None:
            self.fields["received_on"].set_error(translate("Life", "Before today only"))
        if day is not None and day != self._requested_day:
            self._requested_day = day
            self.forecast_wanted.emit(day)

    @Slot(object)
    def show_forecast(self, forecast: LateEntryForecast) -> None:
        """Show number, reporting period and deadline of the day; ignored for an earlier request."""
        if forecast.day != self._requested_day:
            return
        values = self._forecast_values(forecast)
        self.consequence_list.show_lines(self._forecast_lines(values))
        self.consequence_list.show()
        next_step = translate(
            "Life", "The desk opens next with {day}. A denunciation too; no hour is written."
        )
        self.next_step_banner.show_message("", next_step.format(**values))
        self.emit_changed()

    def _forecast_values(self, forecast: LateEntryForecast) -> dict[str, str]:
        since, until = (display_format.short_day(day) for day in forecast.period)
        return {
            "number": f"{forecast.number:04d}",
            "since": since,
            "until": until,
            "day": display_format.short_day(forecast.day),
            "due": display_format.day(forecast.answer_due) if forecast.answer_due else "",
        }

    def _forecast_lines(self, values: dict[str, str]) -> list[ConsequenceLine]:
        lines: list[ConsequenceLine] = [
            (
                "book-open",
                translate("Life", 'Expected number {number}, marked "entered late"'),
                translate("Life", "no number goes in between"),
            ),
            (
                "chart-column",
                translate("Life", "Counted in {since} – {until}, by the day of the visit"),
                "",
            ),
            (
                "calendar-clock",
                translate("Life", "The answer is due from the day of the visit, {day}"),
                translate("Life", "by {due} at the latest"),
            ),
        ]
        return [(icon, text.format(**values), note.format(**values)) for icon, text, note in lines]

    def late_entry(self) -> LateEntry | None:
        """Return the late entry; None without a day before today and a long enough reason."""
        day, reason = self.typed_day(), self.reason.value().strip()
        if day is None or len(reason) < SHORTEST_WRITTEN_REASON:
            return None
        return LateEntry(day, self.source.value().strip(), reason)

    def page_labels(self) -> PageLabels:
        return PageLabels(
            translate("Life", "Enter a late visit"),
            "calendar-plus",
            translate("Life", "The log has the day of the visit and that of the entry"),
            translate("Life", "Open the form"),
            button_icon="arrow-right",
        )

    def valid(self) -> bool:
        """Require a day before today and a reason."""
        return self.late_entry() is not None

    def job(self) -> Callable[[], object]:
        """Return the check of the day, which runs before visit entry opens."""
        return partial(
            self.visit.reception.lifecycle.late_entry_forecast, self.typed_day() or date.min
        )

    def first_field(self) -> QWidget:
        return self.day
