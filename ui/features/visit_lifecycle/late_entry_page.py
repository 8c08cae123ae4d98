"""Late entry: a visit received before today that is not in the register yet (20c)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.visit_lifecycle import LateEntry
from reception.services.visit_lifecycle.lifecycle_rules import SHORTEST_REASON
from reception.services.visit_lifecycle.lifecycle_state import LateForecast
from ui.appearance import display_format as shown
from ui.features.visit_lifecycle import lifecycle_words
from ui.features.visit_lifecycle.consequence_list import ConsequenceList, Line
from ui.features.visit_lifecycle.lifecycle_page import LifecyclePage, PageContext, Subject
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class LateEntryPage(LifecyclePage):
    """Asks for day, mode, source and reason; the other fields are typed in visit entry.

    ``day_wanted(day)`` asks for the forecast of a day.
    """

    day_wanted = Signal(object)

    def __init__(self, subject: Subject, parent: QWidget) -> None:
        super().__init__(subject, parent)
        self._asked: date | None = None
        self.day = DateField(self._today, self)
        self.mode = ChoiceBox(self)
        for value, text in lifecycle_words.modes():
            self.mode.add(text, value)
        self.source = TextField(self)
        self.reason = TextField(self)
        self._build()
        for field in (self.day, self.source, self.reason):
            field.textChanged.connect(self.emit_changed)
        self.day.textChanged.connect(self._day_typed)

    def _build(self) -> None:
        self.row(
            (self.put("received_on", translate("Life", "Day of the visit"), self.day), 3),
            (self.put("mode", translate("Life", "Mode of reception"), self.mode), 4),
            (self.put("late.source", translate("Life", "Entered from"), self.source), 6),
        )
        label = translate("Life", "Why it is late")
        hint = translate("Life", "At least {count} characters, without a name")
        field = self.put("late.reason", label, self.reason, hint.format(count=SHORTEST_REASON))
        self.row((field, 1))
        self.after = ConsequenceList(translate("Life", "Visit entered late"), self)
        self.after.hide()
        self.column.addWidget(self.after)
        self.next = Banner("info", self)
        self.next.say("", translate("Life", "Write the day first, like 5/8 or h-1."))
        self.column.addWidget(self.next)

    def _today(self) -> date:
        return self.subject.state.today

    def typed_day(self) -> date | None:
        """Return the day if it lies before today."""
        day = self.day.day()
        return day if day is not None and day < self._today() else None

    @Slot()
    def _day_typed(self) -> None:
        day = self.typed_day()
        self.fields["received_on"].clear_state()
        if self.day.day() is not None and day is None:
            self.fields["received_on"].set_error(translate("Life", "Before today only"))
        if day is not None and day != self._asked:
            self._asked = day
            self.day_wanted.emit(day)

    @Slot(object)
    def show_forecast(self, found: LateForecast) -> None:
        """Show number, reporting period and deadline of the day."""
        if found.day != self._asked:
            return
        since, until = (shown.short_day(day) for day in found.period)
        facts = {
            "number": f"{found.number:04d}",
            "since": since,
            "until": until,
            "day": shown.short_day(found.day),
            "due": shown.day(found.answer_due) if found.answer_due else "",
        }
        lines: list[Line] = [
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
        done = [(icon, text.format(**facts), note.format(**facts)) for icon, text, note in lines]
        self.after.show_lines(done)
        self.after.show()
        then = translate(
            "Life", "The desk opens next with {day}. A denunciation too; no hour is written."
        )
        self.next.say("", then.format(**facts))
        self.emit_changed()

    def late(self) -> LateEntry | None:
        """Return the late entry, None while something is missing."""
        day, reason = self.typed_day(), self.reason.value().strip()
        if day is None or len(reason) < SHORTEST_REASON:
            return None
        return LateEntry(day, self.source.value().strip(), reason)

    def context(self) -> PageContext:
        return PageContext(
            translate("Life", "Enter a late visit"),
            "calendar-plus",
            translate("Life", "The log has the day of the visit and that of the entry"),
            translate("Life", "Open the form"),
            sign="arrow-right",
        )

    def valid(self) -> bool:
        """Require day and reason."""
        return self.late() is not None

    def job(self) -> Callable[[], object]:
        """Check the day before visit entry opens."""
        return partial(self.subject.reception.lifecycle.late_forecast, self.typed_day() or date.min)

    def first_field(self) -> QWidget:
        return self.day
