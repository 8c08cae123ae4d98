"""The expected number, pseudonym and deadlines of a visit, shown while it is entered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.visit import HandledPetition, Outcome
from reception.law.lawful_outcomes import OutcomeCase, outcome_basis
from reception.services.visits.visit_form import DeadlineForecast
from ui.appearance import display_format
from ui.features.visit_entry import entry_texts
from ui.features.visit_entry.draft_keeping import DraftKeeper
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.entry_tasks import EntryTasks
from ui.features.visit_entry.form_builder import build_handled_petition
from ui.features.visit_entry.form_state import VisitFacts

translate = QCoreApplication.translate


class ForecastDisplay(QObject):
    """Requests the forecast when kind, outcome or day changed, and displays it."""

    forecast_shown = Signal()

    def __init__(self, page: EntryPage, drafts: DraftKeeper, tasks: EntryTasks) -> None:
        super().__init__(page)
        self._page, self._drafts, self._tasks = page, drafts, tasks
        self.forecast: DeadlineForecast | None = None
        self._last_request: object = None
        tasks.forecast_made.connect(self._show_forecast)

    @Slot()
    def invalidate(self) -> None:
        """Make the next request even if nothing changed."""
        self._last_request = None

    @Slot()
    def request(self) -> None:
        """Request the forecast unless the last request was the same."""
        kind, late = self._page.content_card.kind(), self._drafts.form.late_entry
        entry = self._handled_petition()
        handling = entry and entry.handling
        day = late.received_on if late else None
        request = (
            kind,
            handling and (handling.outcome, handling.competence, handling.refusal_ground),
            day,
        )
        if request != self._last_request:
            self._last_request = request
            self._tasks.forecast(kind, entry, day)

    def _handled_petition(self) -> HandledPetition | None:
        return build_handled_petition(self._drafts.form.active_petition, self._facts())

    def _facts(self) -> VisitFacts:
        return self._drafts.form.facts(self._page.context.today())

    @Slot(object)
    def _show_forecast(self, forecast: DeadlineForecast) -> None:
        self.forecast = forecast
        kind, late = self._page.content_card.kind(), self._drafts.form.late_entry
        header = self._page.header
        title = translate("Desk", "New visit")
        header.set_title(entry_texts.late_entry_title(late.received_on) if late else title)
        start_time = self._start_time()
        header.set_subtitle(
            entry_texts.page_subtitle(forecast, kind, start_time, late=late is not None)
        )
        seal_text = translate("Desk", "Sealed on saving")
        if kind is not None:
            template = translate("Desk", "Sealed on saving, expected code {code}")
            seal_text = template.format(code=forecast.code())
        self._page.person_card.fields.seal_tape.set_text(seal_text)
        self._show_deadline(forecast)
        self.forecast_shown.emit()

    def _show_deadline(self, forecast: DeadlineForecast) -> None:
        outcome = self._page.outcome_card.collect()
        parts: list[str] = []
        if outcome.outcome is Outcome.REFUSE and outcome.refusal_ground:
            parts.append(entry_texts.refusal_ground_text(outcome.refusal_ground))
        due_day = ""
        if forecast.deadlines and self._page.content_card.kind() is not None:
            due = forecast.deadlines[0]
            skipped = self._tasks.holidays_between(due.started_on, due.due_on)
            due_day, details = entry_texts.deadline_texts(due, skipped)
            parts.insert(0, details)
        elif not parts:
            parts.append(self._outcome_basis())
        self._page.outcome_card.deadline_line.show_deadline(due_day, " · ".join(parts))

    def _outcome_basis(self) -> str:
        """Return the article of an outcome without a deadline, for the officer to quote."""
        entry = self._handled_petition()
        if entry is None:
            return ""
        petition, handling, facts = entry.petition, entry.handling, self._facts()
        case = OutcomeCase(
            petition.kind, handling.competence, petition.form, facts.day, facts.is_large_group
        )
        return outcome_basis(case, handling.outcome)

    def _start_time(self) -> str:
        form = self._drafts.form
        if not form.start_time:
            form = replace(form, start_time=display_format.time_of_day(self._tasks.now()))
            self._drafts.set_form(form)
        return form.start_time
