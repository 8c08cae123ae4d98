"""The expected number, pseudonym and deadlines of a visit, shown while it is entered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.visit import HandledPetition, Outcome
from reception.law.outcome_bases import outcome_basis
from reception.services.visits.visit_form import DeadlineForecast
from ui.appearance import display_format
from ui.features.visit_entry import entry_words
from ui.features.visit_entry.draft_keeping import DraftKeeper
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.entry_tasks import EntryTasks
from ui.features.visit_entry.form_builder import build_entry

translate = QCoreApplication.translate


class ForecastDisplay(QObject):
    """Requests the forecast when kind, outcome or day changed; ``displayed`` afterwards."""

    displayed = Signal()

    def __init__(self, page: EntryPage, drafts: DraftKeeper, tasks: EntryTasks) -> None:
        super().__init__(page)
        self._page, self._drafts, self._tasks = page, drafts, tasks
        self.forecast: DeadlineForecast | None = None
        self._requested: object = None
        tasks.forecast_made.connect(self._show)

    @Slot()
    def invalidate(self) -> None:
        """Make the next request even if nothing changed."""
        self._requested = None

    @Slot()
    def request(self) -> None:
        """Request the forecast unless the last request was the same."""
        kind, late = self._page.content.kind(), self._drafts.form.late
        entry = self._entry()
        handling = entry and entry.handling
        day = late.received_on if late else None
        asked = (
            kind,
            handling and (handling.outcome, handling.competence, handling.refusal_ground),
            day,
        )
        if asked != self._requested:
            self._requested = asked
            self._tasks.forecast(kind, entry, day)

    def _entry(self) -> HandledPetition | None:
        form = self._drafts.form
        return build_entry(form.active_entry, written=form.has_written_petition)

    @Slot(object)
    def _show(self, forecast: DeadlineForecast) -> None:
        self.forecast = forecast
        kind, late = self._page.content.kind(), self._drafts.form.late
        header = self._page.header
        title = translate("Desk", "New visit")
        header.set_title(entry_words.late_title(late.received_on) if late else title)
        entry_began = self._entry_began()
        header.set_subtitle(
            entry_words.headline(forecast, kind, entry_began, late=late is not None)
        )
        tape_text = translate("Desk", "Sealed on saving")
        if kind is not None:
            template = translate("Desk", "Sealed on saving, expected code {code}")
            tape_text = template.format(code=forecast.pseudonym.code())
        self._page.person.fields.tape.set_text(tape_text)
        self._show_due(forecast)
        self.displayed.emit()

    def _show_due(self, forecast: DeadlineForecast) -> None:
        outcome = self._page.outcome.collect()
        parts: list[str] = []
        if outcome.outcome is Outcome.REFUSE and outcome.ground:
            parts.append(entry_words.refusal_line(outcome.ground))
        emphasised = ""
        if forecast.dues and self._page.content.kind() is not None:
            due = forecast.dues[0]
            skipped = self._tasks.skipped(due.started_on, due.due_on)
            emphasised, details = entry_words.deadline(due, skipped)
            parts.insert(0, details)
        elif not parts:
            parts.append(self._basis())
        self._page.outcome.set_deadline(emphasised, " · ".join(parts))

    def _basis(self) -> str:
        """Return the article of an outcome without a deadline, for the officer to quote."""
        entry = self._entry()
        if entry is None:
            return ""
        petition = entry.petition
        return outcome_basis(petition.kind, petition.form, entry.handling.outcome)

    def _entry_began(self) -> str:
        form = self._drafts.form
        if not form.begun:
            form = replace(form, begun=display_format.hour(self._tasks.now()))
            self._drafts.change(form)
        return form.begun
