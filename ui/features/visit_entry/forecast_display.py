"""Number, code and deadlines that a visit would get, shown while it is entered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.visit import HandledPetition, Outcome
from reception.law.outcome_bases import outcome_basis
from reception.services.visits.visit_form import DeadlineForecast
from ui.appearance import display_format as shown
from ui.features.visit_entry import entry_words
from ui.features.visit_entry.draft_keeping import DraftKeeper
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.entry_tasks import EntryTasks
from ui.features.visit_entry.form_builder import build_entry

translate = QCoreApplication.translate


class ForecastDisplay(QObject):
    """Asks for the forecast when kind, outcome or day changed; ``shown`` once it is on the page."""

    shown = Signal()

    def __init__(self, page: EntryPage, drafts: DraftKeeper, tasks: EntryTasks) -> None:
        super().__init__(page)
        self._page, self._drafts, self._tasks = page, drafts, tasks
        self.forecast: DeadlineForecast | None = None
        self._asked: object = None
        tasks.forecast_made.connect(self._show)

    @Slot()
    def forget(self) -> None:
        """Ask again at the next occasion, whatever changed."""
        self._asked = None

    @Slot()
    def ask(self) -> None:
        """Ask for the forecast unless the same was asked before."""
        kind, late = self._page.content.kind(), self._drafts.form.late
        entry = self._entry()
        handling = entry and entry.handling
        day = late.received_on if late else None
        asked = (
            kind,
            handling and (handling.outcome, handling.competence, handling.refusal_ground),
            day,
        )
        if asked != self._asked:
            self._asked = asked
            self._tasks.forecast(kind, entry, day)

    def _entry(self) -> HandledPetition | None:
        form = self._drafts.form
        return build_entry(form.shown, written=form.has_written_petition)

    @Slot(object)
    def _show(self, forecast: DeadlineForecast) -> None:
        self.forecast = forecast
        kind, late = self._page.content.kind(), self._drafts.form.late
        header = self._page.header
        title = translate("Desk", "New visit")
        header.set_title(entry_words.late_title(late.received_on) if late else title)
        begun = self._begun()
        header.set_subtitle(entry_words.headline(forecast, kind, begun, late=late is not None))
        tape = translate("Desk", "Sealed on saving")
        if kind is not None:
            words = translate("Desk", "Sealed on saving, expected code {code}")
            tape = words.format(code=forecast.pseudonym.code())
        self._page.person.fields.tape.set_text(tape)
        self._show_due(forecast)
        self.shown.emit()

    def _show_due(self, forecast: DeadlineForecast) -> None:
        outcome = self._page.outcome.collect()
        parts: list[str] = []
        if outcome.outcome is Outcome.REFUSE and outcome.ground:
            parts.append(entry_words.refusal_line(outcome.ground))
        strong = ""
        if forecast.dues and self._page.content.kind() is not None:
            due = forecast.dues[0]
            skipped = self._tasks.skipped(due.started_on, due.due_on)
            strong, rest = entry_words.deadline(due, skipped)
            parts.insert(0, rest)
        elif not parts:
            parts.append(self._basis())
        self._page.outcome.set_deadline(strong, " · ".join(parts))

    def _basis(self) -> str:
        """Return the article of an outcome that starts no deadline: the officer quotes it."""
        entry = self._entry()
        if entry is None:
            return ""
        petition = entry.petition
        return outcome_basis(petition.kind, petition.form, entry.handling.outcome)

    def _begun(self) -> str:
        form = self._drafts.form
        if not form.begun:
            form = replace(form, begun=shown.hour(self._tasks.now()))
            self._drafts.change(form)
        return form.begun
