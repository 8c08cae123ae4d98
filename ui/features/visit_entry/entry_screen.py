"""Visit entry: connects page, drafts, checks and dialogs; saving and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception.bootstrap import Reception
from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.visit import Mode
from reception.domain.visit_lifecycle import LateEntry
from reception.messages.catalogue import error_sentence
from reception.services.papers.visit_saving import RequestedPapers, SavedVisit
from reception.services.visits.drafts import Draft
from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_entry.card_reading import CardReader
from ui.features.visit_entry.draft_keeping import DraftKeeper
from ui.features.visit_entry.entry_context import EntryContext
from ui.features.visit_entry.entry_day_list import EntryDayList
from ui.features.visit_entry.entry_dialogs import EntryDialogs
from ui.features.visit_entry.entry_in_progress import EntryInProgress
from ui.features.visit_entry.entry_keys import EntryKeys
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.entry_tasks import EntryTasks
from ui.features.visit_entry.entry_texts import repeat_visit_text
from ui.features.visit_entry.error_placement import clear_field_errors, show_error_at_field
from ui.features.visit_entry.forecast_display import ForecastDisplay
from ui.features.visit_entry.leak_checking import LeakChecker
from ui.features.visit_entry.return_code_lookup import ReturnCodeLookup
from ui.features.visit_entry.scan_attaching import ScanAttacher
from ui.shell import actions
from ui.shell.screen import Screen
from ui.widgets.input_method_commit import commit_composition

translate = QCoreApplication.translate
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class VisitEntryScreen(Screen):
    """Enters, saves and seals one visit after another.

    Emits ``visit_sealed(SealedVisit)`` after each save, ``papers_made(tuple of PaperJob)`` when
    papers were asked for, ``papers_failed(ReceptionError)`` for each that could not be made, and
    ``toast_wanted(sentence)``.
    """

    visit_sealed = Signal(object)
    papers_made = Signal(object)
    papers_failed = Signal(object)
    toast_wanted = Signal(str)

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self.tasks = EntryTasks(reception, runner, self)
        context = EntryContext(self.tasks.today)
        self.page = page = EntryPage(context, reception.session.settings(), self)
        self.drafts = DraftKeeper(page, self.tasks, self)
        self.cards = CardReader(page)
        self.checker = LeakChecker(page, self.drafts)
        self.forecasts = ForecastDisplay(page, self.drafts, self.tasks)
        self.dialogs = EntryDialogs(page, self.drafts, self.checker, self.forecasts, self.tasks)
        self.day_list = EntryDayList(page, self.drafts, self.forecasts, self.tasks)
        self.scans = ScanAttacher(page, self.drafts, self.tasks)
        self.code_lookup = ReturnCodeLookup(page, self.drafts, self.tasks)
        self._wants_papers = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(page)
        self._connect_signals()
        actions.create("entry.save", self, self.save)
        actions.create("entry.save_print", self, self.save_and_print)
        actions.create("entry.scan", self, self.cards.open_box)
        self._keys = EntryKeys(page, self.dialogs, self.checker, self.scans, self)
        page.day_panel.set_day(context.today())
        page.show_form(self.drafts.form)
        self.tasks.read_day()
        self.checker.check()

    def _connect_signals(self) -> None:
        tasks, page = self.tasks, self.page
        tasks.visit_saved.connect(self._visit_saved)
        tasks.save_refused.connect(self._save_refused)
        tasks.task_failed.connect(self._show_error)
        tasks.repeat_found.connect(self._repeat_found)
        tasks.day_read.connect(self._check_shown_form)
        self.drafts.entry_shown.connect(self._entry_shown)
        self.drafts.petition_shown.connect(self._check_shown_form)
        self.checker.checked.connect(self.forecasts.request)
        self.dialogs.visit_started.connect(page.focus_person)
        page.content_card.petition_wanted.connect(self.drafts.show_petition)
        page.content_card.summary.submitted.connect(self.focusNextChild)
        page.person_card.focus_lost.connect(self._prepare_hashes)
        page.action_row.save_button.clicked.connect(self.save)
        page.action_row.save_and_print_button.clicked.connect(self.save_and_print)
        page.action_row.read_back_button.clicked.connect(self.dialogs.open_read_back_dialog)

    # -- called by the window -------------------------------------------------------------

    def on_entered(self) -> None:
        """Read the day again and set the focus.

        In an empty form the cursor goes to the unmasked name; otherwise it stays where it was.
        """
        self.page.day_panel.set_day(self.page.context.today())
        self.tasks.read_day()
        is_focus_elsewhere = not self.isAncestorOf(self.window().focusWidget() or self.window())
        if is_focus_elsewhere or not self.drafts.collect().has_input:
            self.page.focus_person()

    @Slot()
    def focus_next_person(self) -> None:
        """Put the cursor on the name once the papers of the last visit are done."""
        if self.isVisible() and not self.drafts.form.has_input:
            self.page.focus_person()

    @Slot()
    def new_visit(self) -> None:
        """Start a new visit."""
        self.dialogs.new_visit()

    def about_to_lock(self) -> None:
        """Keep the draft at once, including text being composed, and cover the person."""
        commit_composition()
        self.drafts.save_now()
        self.page.person_card.fields.mask_group.mask()

    def offer_drafts(self, drafts: Sequence[Draft], after_lock: bool) -> None:
        """List this person's drafts; show the newest one after a lock."""
        self.drafts.offer_drafts(drafts, after_lock)

    @Slot(object, str)
    def start_late_entry(self, late: LateEntry, mode: str) -> None:
        """Start a late entry; one that is already shown gets the new day, source and reason."""
        if self.drafts.form.late_entry is None:
            self.drafts.start_new_visit()
        self.drafts.show_edited_form(
            replace(self.drafts.collect(), late_entry=late, mode=Mode(mode))
        )
        self.checker.check()
        self.page.focus_person()

    @Slot(object)
    def _entry_shown(self, entry: EntryInProgress) -> None:
        self.cards.discard()
        self.page.error_banner.hide()
        clear_field_errors(self.page)
        self.page.person_card.show_repeat(repeat_visit_text(entry.repeat_visit))
        self._check_shown_form()

    @Slot()
    def _check_shown_form(self) -> None:
        self.forecasts.invalidate()
        self.checker.check()

    @Slot()
    def _prepare_hashes(self) -> None:
        form = self.checker.form()
        self.tasks.prepare(self.drafts.current_entry, form.identity, form.protected)

    @Slot(object)
    def _repeat_found(self, entry: EntryInProgress) -> None:
        if entry is self.drafts.current_entry:
            self.page.person_card.show_repeat(repeat_visit_text(entry.repeat_visit))

    # -- saving ---------------------------------------------------------------------------

    @Slot()
    def save(self) -> None:
        """Save and seal."""
        self._save(with_papers=False)

    @Slot()
    def save_and_print(self) -> None:
        """Save and seal, then ask for the paper."""
        self._save(with_papers=True)

    def _save(self, *, with_papers: bool) -> None:
        if self.drafts.is_saving:
            return
        commit_composition()
        if self.cards.stops_saving():
            return
        clear_field_errors(self.page)
        self.page.error_banner.hide()
        self.checker.check()
        self._wants_papers = with_papers
        self.drafts.start_saving()
        self.page.action_row.set_saving(True)
        form, wants_statement_record = self.checker.form(), self.drafts.form.wants_statement_record
        self.tasks.save(
            self.drafts.current_entry, form, RequestedPapers(with_papers, wants_statement_record)
        )

    @Slot(object, object)
    def _visit_saved(self, entry: EntryInProgress, saved: SavedVisit) -> None:
        self.page.action_row.set_saving(False)
        self.drafts.finish_saving(entry)
        self.tasks.read_day()
        self.page.focus_person()
        template = translate("Desk", "Saved and sealed, code {code}")
        self.toast_wanted.emit(template.format(code=saved.sealed.visit.pseudonym.code()))
        self.visit_sealed.emit(saved.sealed)
        if saved.papers or (self._wants_papers and not saved.failures):
            self.papers_made.emit(saved.papers)
        for failure in saved.failures:
            if not isinstance(failure, ReceptionError):
                raise failure  # a bug: reported as any other, the visit is saved
            self.papers_failed.emit(failure)

    @Slot(object)
    def _save_refused(self, error: ReceptionError) -> None:
        self.page.action_row.set_saving(False)
        self.drafts.keep_after_failed_save()
        sentence = error_sentence(error, self.page.context.language)
        active_index = self.drafts.form.active_index
        if isinstance(error, InvalidInput) and show_error_at_field(
            self.page, active_index, error, sentence
        ):
            return
        self.page.error_banner.show_message(sentence)

    @Slot(object)
    def _show_error(self, error: ReceptionError) -> None:
        self.page.error_banner.show_message(error_sentence(error, self.page.context.language))

    # -- keys -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves to the next field; Esc ends a scan, or else leaves the visit."""
        if event.key() in _ENTER and not event.modifiers():
            commit_composition()
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            if not self.cards.close():
                self.dialogs.new_visit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the draft when the window is left."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.drafts.save_now()
        return super().event(event)
