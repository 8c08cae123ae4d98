"""Dialogs of visit entry: refusal, details, split, read back, and leaving a visit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity
from reception.law.refusal_grounds import grounds_for, legal_basis
from ui.features.identity_fields.person_detail_fields import PersonContext
from ui.features.visit_entry import entry_texts
from ui.features.visit_entry.draft_keeping import DraftKeeper
from ui.features.visit_entry.entry_in_progress import EntryInProgress
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.entry_tasks import EntryTasks
from ui.features.visit_entry.forecast_display import ForecastDisplay
from ui.features.visit_entry.form_state import ContentForm, DraftForm, PetitionForm
from ui.features.visit_entry.leak_checking import LeakChecker
from ui.features.visit_entry.leave_draft_dialog import LeaveDraftDialog
from ui.features.visit_entry.person_details_dialog import PersonDetailsDialog
from ui.features.visit_entry.readback_dialog import ReadBackDialog
from ui.features.visit_entry.refusal_dialog import RefusalDialog, RefusalFacts
from ui.features.visit_entry.split_dialog import SplitDialog
from ui.widgets.dialog import Dialog
from ui.widgets.input_method_commit import commit_composition


class EntryDialogs(QObject):
    """Opens the dialogs and applies their results to the current visit.

    Emits ``visit_started`` after a new visit was started by key or dialog.
    """

    visit_started = Signal()

    def __init__(
        self,
        page: EntryPage,
        drafts: DraftKeeper,
        checker: LeakChecker,
        forecasts: ForecastDisplay,
        tasks: EntryTasks,
    ) -> None:
        super().__init__(page)
        self._page, self._drafts, self._tasks = page, drafts, tasks
        self._checker, self._forecasts = checker, forecasts
        page.content_card.split_wanted.connect(self.open_split_dialog)
        page.outcome_card.refusal_wanted.connect(self.open_refusal_dialog)
        page.person_card.details_wanted.connect(self.open_details_dialog)
        page.day_panel.new_visit_wanted.connect(self.new_visit)

    def _open_dialog(self, dialog: Dialog) -> None:
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def open_refusal_dialog(self) -> None:
        """Ask for the ground of a refusal."""
        kind = self._page.content_card.kind() or PetitionKind.COMPLAINT
        forecast = self._forecasts.forecast
        day = forecast.received_on if forecast else self._page.context.today()
        notice_due, skipped_holidays = self._tasks.notice_deadline(day)
        facts = RefusalFacts(
            grounds=grounds_for(kind, day),
            legal_basis=legal_basis(day),
            expected_code=forecast.code() if forecast else "",
            notice_due=notice_due,
            skipped_holidays=skipped_holidays,
            counts_refused=self._tasks.counts_refused_visits(),
        )
        dialog = RefusalDialog(facts, self._page)
        dialog.ground_chosen.connect(self._set_refusal_ground)
        dialog.rejected.connect(self._page.outcome_card.cancel_refusal)
        dialog.select_ground(self._page.outcome_card.collect().refusal_ground)
        self._open_dialog(dialog)

    @Slot(str)
    def _set_refusal_ground(self, code: str) -> None:
        self._page.outcome_card.set_ground(code)
        self._page.outcome_card.explanation.setFocus()

    @Slot()
    def open_details_dialog(self) -> None:
        """Ask for the details of the person."""
        person = self._page.person_card.collect()
        kind, today = self._page.content_card.kind(), self._page.context.today
        context = PersonContext(kind, person.capacity, today)
        dialog = PersonDetailsDialog(person.details, context, self._page)
        dialog.details_accepted.connect(self._page.person_card.set_details)
        self._open_dialog(dialog)

    # -- split ----------------------------------------------------------------------------

    @Slot()
    def open_split_dialog(self) -> None:
        """Ask for the kind of a further petition."""
        dialog = SplitDialog(self._drafts.collect().kinds, self._page)
        dialog.kind_chosen.connect(self.add_petition)
        self._open_dialog(dialog)

    @Slot(object)
    def add_petition(self, kind: PetitionKind) -> None:
        """Add a petition, or start a separate visit when one of them is a denunciation."""
        form = self._drafts.collect()
        if kind is PetitionKind.DENUNCIATION or PetitionKind.DENUNCIATION in form.kinds:
            self._split_visit(kind)
            return
        added = PetitionForm(ContentForm(kind))
        self._drafts.set_form(replace(form, petitions=(*form.petitions, added)))
        self._drafts.show_petition(len(form.petitions))
        self._page.content_card.petition_field.setFocus()
        self._page.edited.emit()

    def _split_visit(self, kind: PetitionKind) -> None:
        """Start a visit of the same person that no row, seal or draft joins to this one."""
        form = self._drafts.form
        details = replace(form.person.details, occupation="")
        person = replace(form.person, capacity=Capacity.SELF, details=details)
        petitions = (PetitionForm(ContentForm(kind)),)
        separate_form = DraftForm(person, petitions, late_entry=form.late_entry)
        self._drafts.switch_to(EntryInProgress(separate_form))
        self._page.content_card.petition_field.setFocus()

    # -- read back ------------------------------------------------------------------------

    @Slot()
    def open_read_back_dialog(self) -> None:
        """Show the text of this visit for reading back."""
        commit_composition()
        self._checker.check()
        form, forecast = self._checker.form(), self._forecasts.forecast
        content = entry_texts.read_back_content(form, forecast.deadlines if forecast else ())
        content = replace(content, wants_statement_record=self._drafts.form.wants_statement_record)
        dialog = ReadBackDialog(content, self._page)
        dialog.reading_finished.connect(self._store_read_back)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot(bool, bool, bool)
    def _store_read_back(
        self, agreed: bool, thumb_print: bool, wants_statement_record: bool
    ) -> None:
        form = self._drafts.form
        form = replace(
            form,
            read_back=agreed,
            thumb_print=thumb_print,
            wants_statement_record=wants_statement_record,
        )
        self._drafts.set_form(form)
        self._page.edited.emit()

    # -- leave ----------------------------------------------------------------------------

    @Slot()
    def new_visit(self) -> None:
        """Start a new visit; a dialog opens only if something was typed."""
        commit_composition()
        form = self._drafts.collect()
        if not form.has_input:
            # The next visit is of today, even if the empty form was opened for a late entry.
            if form.late_entry is not None:
                self._drafts.set_form(replace(form, late_entry=None))
                self._checker.check()
            self.visit_started.emit()
            return
        dialog = LeaveDraftDialog(self._page)
        dialog.accepted.connect(self.keep_and_start_new)
        dialog.discarded.connect(self.discard_and_start_new)
        self._open_dialog(dialog)

    @Slot()
    def keep_and_start_new(self) -> None:
        """Keep the current visit as a draft and start another."""
        self._drafts.start_new_visit()
        self.visit_started.emit()

    @Slot()
    def discard_and_start_new(self) -> None:
        """Discard the current visit and start another."""
        self._drafts.discard_current()
        self.visit_started.emit()
