"""What visit entry does on the database thread, and the signals with the results."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from reception.bootstrap import Reception
from reception.domain.deadlines import REFUSAL_NOTICE
from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.visit import HandledPetition
from reception.sandbox.scan_inspection import inspect_scan
from reception.sandbox.scan_kinds import ScanFacts
from reception.services.papers.visit_saving import RequestedPapers, SavedVisit
from reception.services.register.register import DayFigures
from reception.services.register.register_row import RegisterRow
from reception.services.visits.visit_form import (
    DeadlineForecast,
    VisitForm,
)
from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_entry.entry_in_progress import EntryInProgress
from ui.features.visit_entry.entry_texts import skipped_text
from ui.features.visit_entry.form_state import DraftForm


class EntryTasks(QObject):
    """Each result is a signal; each method named ``_…_job`` runs on the database thread.

    ``draft_saved(EntryInProgress)``; ``save_refused(ReceptionError)`` when a visit was not saved;
    ``task_failed(ReceptionError)`` for any other failure.
    """

    draft_saved = Signal(object)
    visit_saved = Signal(object, object)  # EntryInProgress, SavedVisit
    save_refused = Signal(object)
    task_failed = Signal(object)
    day_read = Signal(object, object)
    forecast_made = Signal(object)
    earlier_visit_found = Signal(str, object)  # as typed, visit or None
    scan_inspected = Signal(object, object)
    repeat_found = Signal(object)  # EntryInProgress

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._reception = reception
        self._runner = runner

    # -- drafts ---------------------------------------------------------------------------

    def save_draft(self, entry: EntryInProgress, form: DraftForm) -> None:
        """Store the form as a draft."""
        job = partial(self._save_draft_job, entry, form)
        self._runner.run(job, then=self._draft_saved, failed=self._emit_failure)

    def _save_draft_job(self, entry: EntryInProgress, form: DraftForm) -> EntryInProgress:
        if entry.draft_id is None:
            entry.draft_id = self._reception.drafts.create()
        entry.draft_saved_at = self._reception.drafts.save(entry.draft_id, form.as_draft())
        return entry

    def delete_draft(self, entry: EntryInProgress) -> None:
        """Delete a draft."""
        self._runner.run(self._delete_draft_job, entry, failed=self._emit_failure, owner=self)

    def _delete_draft_job(self, entry: EntryInProgress) -> None:
        if entry.repeat_searched:
            self._reception.repeat_visitors.log_unused()
        if entry.draft_id is not None:
            self._reception.drafts.delete(entry.draft_id)
            entry.draft_id = None

    @Slot(object)
    def _draft_saved(self, entry: EntryInProgress) -> None:
        self.draft_saved.emit(entry)

    @Slot(object)
    def _emit_failure(self, error: ReceptionError) -> None:
        self.task_failed.emit(error)

    # -- before and at the save -----------------------------------------------------------

    def prepare(self, entry: EntryInProgress, identity: Identity, protected: bool) -> None:
        """Compute the slow hashes in the background; once for the same identity."""
        prepared_for = (identity, protected)
        if entry.prepared_for == prepared_for or not identity.name.strip():
            return
        entry.prepared_for = prepared_for
        job = partial(self._prepare_job, entry, identity, protected)
        self._runner.run(job, then=self._prepared, failed=self._emit_failure)

    def _prepare_job(
        self, entry: EntryInProgress, identity: Identity, protected: bool
    ) -> EntryInProgress:
        entry.prepared = self._reception.intake.prepare(identity, protected=protected)
        entry.repeat_visit = self._reception.repeat_visitors.find(entry.prepared.blind_index)
        entry.repeat_searched = entry.repeat_searched or not protected
        return entry

    @Slot(object)
    def _prepared(self, entry: EntryInProgress) -> None:
        self.repeat_found.emit(entry)

    def save(self, entry: EntryInProgress, form: VisitForm, papers: RequestedPapers) -> None:
        """Save and seal the visit and make its papers; emit ``visit_saved`` or ``save_refused``."""
        job = partial(self._save_job, entry, form, papers)
        self._runner.run(job, then=self._emit_saved, failed=self._emit_refusal)

    def _save_job(
        self, entry: EntryInProgress, form: VisitForm, papers: RequestedPapers
    ) -> tuple[EntryInProgress, SavedVisit]:
        save = self._reception.visit_saving.save
        return entry, save(form, papers, entry.prepared, entry.draft_id)

    @Slot(object)
    def _emit_saved(self, result: tuple[EntryInProgress, SavedVisit]) -> None:
        self.visit_saved.emit(*result)

    @Slot(object)
    def _emit_refusal(self, error: ReceptionError) -> None:
        self.save_refused.emit(error)

    # -- reading --------------------------------------------------------------------------

    def forecast(
        self, kind: PetitionKind | None, entry: HandledPetition | None, late_day: date | None
    ) -> None:
        """Ask for number, code and deadlines of a visit of today, or of ``late_day``."""
        assumed_kind = kind or PetitionKind.COMPLAINT
        job = partial(self._reception.intake.forecast, assumed_kind, entry, late_day)
        self._runner.run(job, then=self._forecast_read)

    @Slot(object)
    def _forecast_read(self, forecast: DeadlineForecast) -> None:
        self.forecast_made.emit(forecast)

    def read_day(self) -> None:
        """Ask for today's visits and figures."""
        self._runner.run(self._read_day_job, then=self._day_read)

    def _read_day_job(self) -> tuple[list[RegisterRow], DayFigures]:
        register = self._reception.register
        return register.today(), register.figures(self.today())

    @Slot(object)
    def _day_read(self, result: tuple[list[RegisterRow], DayFigures]) -> None:
        self.day_read.emit(*result)

    def look_up_return_code(self, typed: str) -> None:
        """Look a return code up; of an older paper the number is typed before it."""
        job = partial(self._look_up_job, typed)
        self._runner.run(job, then=self._earlier_visit_read, failed=self._emit_failure)

    def _look_up_job(self, typed: str) -> tuple[str, str | None]:
        try:
            return typed, self._reception.intake.find_earlier_visit(typed)
        except InvalidInput:  # what is no number of a paper is answered like an unknown code
            return typed, None

    @Slot(object)
    def _earlier_visit_read(self, result: tuple[str, str | None]) -> None:
        self.earlier_visit_found.emit(*result)

    def inspect_scan(self, data: bytes) -> None:
        """Let the child process inspect the bytes of a scan."""
        self._runner.run(self._inspect_job, data, then=self._inspected, failed=self._emit_failure)

    @staticmethod
    def _inspect_job(data: bytes) -> tuple[bytes, ScanFacts]:
        return data, inspect_scan(data)

    @Slot(object)
    def _inspected(self, result: tuple[bytes, ScanFacts]) -> None:
        self.scan_inspected.emit(*result)

    def today(self) -> date:
        """Return the present day of the office; does not use the database."""
        return self._reception.session.today()

    def now(self) -> datetime:
        return self._reception.session.environment.clock.now()

    def counts_refused_visits(self) -> bool:
        """Tell whether the office counts refused visits in Biểu 01/TCD (TT 06/2025)."""
        return self._reception.session.settings().count_refused

    def notice_deadline(self, day: date) -> tuple[date | None, str]:
        """Return the last day for a notice of refusal, and a text with the holidays not counted.

        ``day`` is that of the refused visit.
        """
        due = self._reception.office_calendar.deadline(REFUSAL_NOTICE, day)
        if due is None:
            return None, ""
        skipped = skipped_text(self.holidays_between(day, due.due_on))
        return due.due_on, f"({skipped})" if skipped else ""

    def holidays_between(self, start: date, due: date) -> tuple[tuple[date, str], ...]:
        """Return the holidays between two days, each with its name: they are not counted."""
        return self._reception.office_calendar.calendar().skipped_holidays(start, due)
