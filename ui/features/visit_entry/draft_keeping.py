"""The visits being entered: one of them is on the page, each is kept as a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reception.services.visits.drafts import Draft
from ui.features.visit_entry.entry_in_progress import EntryInProgress
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.entry_tasks import EntryTasks
from ui.features.visit_entry.form_state import DraftForm
from ui.widgets.input_method_commit import commit_composition

DRAFT_DELAY_MS = 1200  # a draft is saved within two seconds of the last key


class DraftKeeper(QObject):
    """Holds the visits being entered and keeps the current one as a draft while it is typed.

    Emits ``entry_shown(EntryInProgress)`` when the page shows another visit, ``petition_shown``
    when it shows another petition of the same visit, and ``entries_changed`` when a visit or a
    draft was added, saved or removed.
    """

    entry_shown = Signal(object)
    petition_shown = Signal()
    entries_changed = Signal()

    def __init__(self, page: EntryPage, tasks: EntryTasks, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._tasks = page, tasks
        self.current_entry = EntryInProgress()
        self.entries: list[EntryInProgress] = [self.current_entry]
        self._is_saving = self._has_unsaved_edits = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_DELAY_MS)
        self._timer.timeout.connect(self.save_now)
        page.edited.connect(self._mark_edited)
        tasks.draft_saved.connect(self._draft_saved)

    # -- the form on the page -------------------------------------------------------------

    @property
    def form(self) -> DraftForm:
        """Return the current form as it was last collected."""
        return self.current_entry.form

    def collect(self) -> DraftForm:
        """Read the current form from the page and return it."""
        self.current_entry.form = self._page.collect(self.current_entry.form)
        return self.current_entry.form

    def set_form(self, form: DraftForm) -> None:
        """Set the form after a change of fields that no card shows."""
        self.current_entry.form = form

    def show_edited_form(self, form: DraftForm) -> None:
        """Set and show a form that was changed, and save it as a draft like an edit."""
        self.current_entry.form = form
        self._page.show_form(form)
        self._mark_edited()

    @Slot(int)
    def show_petition(self, index: int) -> None:
        """Show another petition of the current visit."""
        self.current_entry.form = replace(self.collect(), active_index=index)
        self._page.show_petition(self.current_entry.form)
        self.petition_shown.emit()

    # -- drafts ---------------------------------------------------------------------------

    @Slot()
    def _mark_edited(self) -> None:
        """Save the draft after a pause in typing."""
        self._has_unsaved_edits = True
        self._timer.start()

    @Slot()
    def save_now(self) -> None:
        """Save the draft if something changed since the last time."""
        self._timer.stop()
        if not self._has_unsaved_edits or self._is_saving:
            return
        self._has_unsaved_edits = False
        form = self.collect()
        if form.has_input or self.current_entry.draft_id is not None:
            self._tasks.save_draft(self.current_entry, form)

    @Slot(object)
    def _draft_saved(self, entry: EntryInProgress) -> None:
        if entry is self.current_entry:
            self._page.action_row.show_draft_time(entry.draft_saved_at)
        self.entries_changed.emit()

    def offer_drafts(self, drafts: Sequence[Draft], after_lock: bool) -> None:
        """List this person's drafts; show the newest one after a lock."""
        self.entries += [EntryInProgress.of_draft(draft) for draft in drafts]
        if after_lock and drafts:
            self.show_draft(drafts[0])
        self.entries_changed.emit()

    def show_draft(self, draft: Draft) -> None:
        """Show a draft on the page; the visit shown before is kept as a draft."""
        known_entries = (entry for entry in self.entries if entry.draft_id == draft.draft_id)
        self.switch_to(next(known_entries, None) or EntryInProgress.of_draft(draft))

    # -- switching between visits ---------------------------------------------------------

    def switch_to(self, entry: EntryInProgress) -> None:
        """Keep the current visit as a draft and show another one."""
        commit_composition()
        if entry is self.current_entry:
            return
        self.collect()
        self.save_now()
        if not self.form.has_input and self.current_entry.draft_id is None:
            self.entries.remove(self.current_entry)
        self._show_entry(entry)

    @Slot()
    def start_new_visit(self) -> None:
        """Keep the current visit as a draft and show an empty form."""
        self.switch_to(EntryInProgress())

    @Slot()
    def discard_current(self) -> None:
        """Discard the current visit and show an empty form."""
        self._timer.stop()
        self._has_unsaved_edits = False
        entry = self.current_entry
        self.entries.remove(entry)
        self._tasks.delete_draft(entry)
        self._show_entry(EntryInProgress())

    def _show_entry(self, entry: EntryInProgress) -> None:
        if entry not in self.entries:
            self.entries.insert(0, entry)
        self.current_entry = entry
        self._page.show_form(entry.form)
        self._page.action_row.show_draft_time(entry.draft_saved_at)
        self._has_unsaved_edits = False
        self.entry_shown.emit(entry)

    # -- saving ---------------------------------------------------------------------------

    @property
    def is_saving(self) -> bool:
        """Tell whether the current visit is being saved; no draft is saved during that time."""
        return self._is_saving

    def start_saving(self) -> None:
        """Save no draft until the save of the visit has ended."""
        self._is_saving = True
        self._timer.stop()

    def finish_saving(self, entry: EntryInProgress) -> None:
        """Remove a saved visit from the list and show an empty form."""
        self._is_saving = self._has_unsaved_edits = False
        self.entries.remove(entry)
        self._show_entry(EntryInProgress())

    def keep_after_failed_save(self) -> None:
        """Keep the draft of a visit that could not be saved."""
        self._is_saving, self._has_unsaved_edits = False, True
        self.save_now()
