"""Work of visit entry on the database thread."""

from __future__ import annotations

import re
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
from reception.services.papers.visit_saving import PapersWanted, SavedVisit
from reception.services.register.register import DayFigures, RegisterRow
from reception.services.visits.visit_form import (
    DeadlineForecast,
    VisitForm,
)
from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_entry.entry_in_progress import EntryInProgress
from ui.features.visit_entry.entry_words import skipped_text
from ui.features.visit_entry.form_state import DraftForm

_OLD_CODE = re.compile(r"^(?:[A-Za-z]{2}[- ])?(\d{1,4})(?:/(\d{4}))?[\s,]+(\S.*)$")


class EntryTasks(QObject):
    """Each result is a signal; each method named ``_in_…`` runs on the database thread.

    ``draft_saved(EntryInProgress)``; ``refused(ReceptionError)`` when a visit was not saved;
    ``failed(ReceptionError)`` for any other failure.
    """

    draft_saved = Signal(object)
    saved = Signal(object, object)  # EntryInProgress, SavedVisit
    refused = Signal(object)
    failed = Signal(object)
    day_read = Signal(object, object)
    forecast_made = Signal(object)
    old_visit_found = Signal(str, object)  # as typed, visit or None
    scan_inspected = Signal(object, object)
    repeat_found = Signal(object)  # EntryInProgress

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._reception = reception
        self._runner = runner

    # -- drafts ---------------------------------------------------------------------------

    def save_draft(self, entry: EntryInProgress, form: DraftForm) -> None:
        """Store the form as a draft."""
        job = partial(self._in_save_draft, entry, form)
        self._runner.run(job, then=self._draft_saved, failed=self._fail)

    def _in_save_draft(self, entry: EntryInProgress, form: DraftForm) -> EntryInProgress:
        if entry.draft_id is None:
            entry.draft_id = self._reception.drafts.create()
        entry.draft_saved_at = self._reception.drafts.save(entry.draft_id, form.as_draft())
        return entry

    def delete_draft(self, entry: EntryInProgress) -> None:
        """Delete a draft."""
        self._runner.run(self._in_delete_draft, entry, failed=self._fail, owner=self)

    def _in_delete_draft(self, entry: EntryInProgress) -> None:
        if entry.repeat_searched:
            self._reception.repeat_visitors.log_unused()
        if entry.draft_id is not None:
            self._reception.drafts.delete(entry.draft_id)
            entry.draft_id = None

    @Slot(object)
    def _draft_saved(self, entry: EntryInProgress) -> None:
        self.draft_saved.emit(entry)

    @Slot(object)
    def _fail(self, error: ReceptionError) -> None:
        self.failed.emit(error)

    # -- before and at the save -----------------------------------------------------------

    def prepare(self, entry: EntryInProgress, identity: Identity, protected: bool) -> None:
        """Compute the slow hashes in the background; once for the same identity."""
        prepared_for = (identity, protected)
        if entry.prepared_for == prepared_for or not identity.name.strip():
            return
        entry.prepared_for = prepared_for
        job = partial(self._in_prepare, entry, identity, protected)
        self._runner.run(job, then=self._prepared, failed=self._fail)

    def _in_prepare(
        self, entry: EntryInProgress, identity: Identity, protected: bool
    ) -> EntryInProgress:
        entry.prepared = self._reception.intake.prepare(identity, protected=protected)
        entry.repeat = self._reception.repeat_visitors.find(entry.prepared.blind_index)
        entry.repeat_searched = entry.repeat_searched or not protected
        return entry

    @Slot(object)
    def _prepared(self, entry: EntryInProgress) -> None:
        self.repeat_found.emit(entry)

    def save(self, entry: EntryInProgress, form: VisitForm, papers: PapersWanted) -> None:
        """Save and seal the visit and make its papers: ``saved`` or ``refused`` follows."""
        job = partial(self._in_save, entry, form, papers)
        self._runner.run(job, then=self._saved, failed=self._refused)

    def _in_save(
        self, entry: EntryInProgress, form: VisitForm, papers: PapersWanted
    ) -> tuple[EntryInProgress, SavedVisit]:
        save = self._reception.visit_saving.save
        return entry, save(form, papers, entry.prepared, entry.draft_id)

    @Slot(object)
    def _saved(self, result: tuple[EntryInProgress, SavedVisit]) -> None:
        self.saved.emit(*result)

    @Slot(object)
    def _refused(self, error: ReceptionError) -> None:
        self.refused.emit(error)

    # -- reading --------------------------------------------------------------------------

    def forecast(
        self, kind: PetitionKind | None, entry: HandledPetition | None, late: date | None
    ) -> None:
        """Ask for number, code and deadlines of a visit saved now, or of a past day ``late``."""
        assumed_kind = kind or PetitionKind.COMPLAINT
        job = partial(self._reception.intake.forecast, assumed_kind, entry, late)
        self._runner.run(job, then=self._forecast_read)

    @Slot(object)
    def _forecast_read(self, forecast: DeadlineForecast) -> None:
        self.forecast_made.emit(forecast)

    def read_day(self) -> None:
        """Ask for today's visits and figures."""
        self._runner.run(self._in_read_day, then=self._day_read)

    def _in_read_day(self) -> tuple[list[RegisterRow], DayFigures]:
        register = self._reception.register
        return register.today(), register.figures(self.today())

    @Slot(object)
    def _day_read(self, result: tuple[list[RegisterRow], DayFigures]) -> None:
        self.day_read.emit(*result)

    def look_up(self, typed: str) -> None:
        """Look a return code up, typed as "0294 XXXX-XXXX-XXXX" (a year after a slash)."""
        match = _OLD_CODE.match(typed.strip())
        if match is None:
            self.old_visit_found.emit(typed, None)
            return
        year = int(match[2]) if match[2] else self.today().year
        visit_number = (year, int(match[1]))
        job = partial(self._in_look_up, typed, visit_number, match[3])
        self._runner.run(job, then=self._old_visit_read, failed=self._fail)

    def _in_look_up(
        self, typed: str, visit_number: tuple[int, int], code: str
    ) -> tuple[str, int | None]:
        try:
            return typed, self._reception.intake.old_visit(visit_number, code)
        except InvalidInput:  # a malformed code is answered like an unknown one
            return typed, None

    @Slot(object)
    def _old_visit_read(self, result: tuple[str, int | None]) -> None:
        self.old_visit_found.emit(*result)

    def inspect(self, data: bytes) -> None:
        """Let the child process inspect a scan."""
        self._runner.run(self._in_inspect, data, then=self._inspected, failed=self._fail)

    @staticmethod
    def _in_inspect(data: bytes) -> tuple[bytes, ScanFacts]:
        return data, inspect_scan(data)

    @Slot(object)
    def _inspected(self, result: tuple[bytes, ScanFacts]) -> None:
        self.scan_inspected.emit(*result)

    def today(self) -> date:
        """Return the present day of the office; does not use the database."""
        return self._reception.session.today()

    def now(self) -> datetime:
        return self._reception.session.environment.clock.now()

    def counts_refused(self) -> bool:
        """Tell whether the office counts refused visits in Biểu 01/TCD (TT 06/2025)."""
        return self._reception.session.settings().count_refused

    def notice_day(self) -> tuple[date | None, str]:
        """Return (last day of a notice of refusal, its holidays as text)."""
        today = self.today()
        due = self._reception.office_calendar.due(REFUSAL_NOTICE, today)
        if due is None:
            return None, ""
        skipped = skipped_text(self.skipped(today, due.due_on))
        return due.due_on, f"({skipped})" if skipped else ""

    def skipped(self, start: date, due: date) -> tuple[tuple[date, str], ...]:
        """Return the holidays between two days, each with its name: they are not counted."""
        return self._reception.office_calendar.calendar().skipped_holidays(start, due)
