"""The visits being entered: one of them is on the page, each is kept as a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reception.services.visits.drafts import Draft
from reception.services.visits.visit_form import SealedVisit
from ui.features.visit_entry.entry_in_progress import EntryInProgress
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.entry_tasks import EntryTasks
from ui.features.visit_entry.form_state import DraftForm
from ui.widgets.input_method_commit import commit_composition

DRAFT_DELAY_MS = 1200  # a draft is saved within two seconds of the last key


class DraftKeeper(QObject):
    """Holds the visits being entered and keeps the current one as a draft while it is typed.

    ``entry_shown(EntryInProgress)`` when the page shows another visit, ``petition_shown`` when it
    shows another petition of the same visit, ``listed`` when the list of visits changed.
    """

    entry_shown = Signal(object)
    petition_shown = Signal()
    listed = Signal()

    def __init__(self, page: EntryPage, tasks: EntryTasks, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._tasks = page, tasks
        self.current = EntryInProgress()
        self.entries: list[EntryInProgress] = [self.current]
        self._saving = self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_DELAY_MS)
        self._timer.timeout.connect(self.save_now)
        page.edited.connect(self._edited)
        tasks.draft_saved.connect(self._draft_saved)

    # -- the form on the page -------------------------------------------------------------

    @property
    def form(self) -> DraftForm:
        """Return the current form as it was last collected."""
        return self.current.form

    def collect(self) -> DraftForm:
        """Read the current form from the page and return it."""
        self.current.form = self._page.collect(self.current.form)
        return self.current.form

    def change(self, form: DraftForm) -> None:
        """Set the form after a change of fields that no card shows."""
        self.current.form = form

    def show_changed(self, form: DraftForm) -> None:
        """Set and show a changed form, as an edit that is to be kept."""
        self.current.form = form
        self._page.show_form(form)
        self._edited()

    @Slot(int)
    def show_petition(self, number: int) -> None:
        """Show another petition of the current visit, by its index."""
        self.current.form = replace(self.collect(), active=number)
        self._page.show_petition(self.current.form)
        self.petition_shown.emit()

    # -- drafts ---------------------------------------------------------------------------

    @Slot()
    def _edited(self) -> None:
        self._dirty = True
        self._timer.start()

    @Slot()
    def save_now(self) -> None:
        """Save the draft if something changed since the last time."""
        self._timer.stop()
        if not self._dirty or self._saving:
            return
        self._dirty = False
        form = self.collect()
        if form.typed or self.current.draft_id is not None:
            self._tasks.save_draft(self.current, form)

    @Slot(object)
    def _draft_saved(self, entry: EntryInProgress) -> None:
        if entry is self.current:
            self._page.bar.show_draft_time(entry.draft_saved_at)
        self.listed.emit()

    def offer_drafts(self, drafts: Sequence[Draft], returning: bool) -> None:
        """List this person's drafts; show the newest when they return after a lock."""
        self.entries += [EntryInProgress.of_draft(draft) for draft in drafts]
        if returning and drafts:
            self.restore(drafts[0])
        self.listed.emit()

    def restore(self, draft: Draft) -> None:
        """Show a draft."""
        known = (entry for entry in self.entries if entry.draft_id == draft.draft_id)
        self.take_up(next(known, None) or EntryInProgress.of_draft(draft))

    # -- one visit after the other --------------------------------------------------------

    def take_up(self, entry: EntryInProgress) -> None:
        """Keep the current visit as a draft and show another."""
        commit_composition()
        if entry is self.current:
            return
        self.collect()
        self.save_now()
        if not self.form.typed and self.current.draft_id is None:
            self.entries.remove(self.current)
        self._show(entry)

    @Slot()
    def begin(self) -> None:
        """Keep the current visit as a draft and show an empty form."""
        self.take_up(EntryInProgress())

    @Slot()
    def drop_current(self) -> None:
        """Discard the current visit and show an empty form."""
        self._timer.stop()
        self._dirty = False
        entry = self.current
        self.entries.remove(entry)
        self._tasks.delete_draft(entry)
        self._show(EntryInProgress())

    def _show(self, entry: EntryInProgress) -> None:
        if entry not in self.entries:
            self.entries.insert(0, entry)
        self.current = entry
        self._page.show_form(entry.form)
        self._page.bar.show_draft_time(entry.draft_saved_at)
        self._dirty = False
        self.entry_shown.emit(entry)

    # -- saving ---------------------------------------------------------------------------

    @property
    def saving(self) -> bool:
        """Tell whether the current visit is being saved: no draft is kept meanwhile."""
        return self._saving

    def start_saving(self) -> None:
        """Keep no draft until the save is over."""
        self._saving = True
        self._timer.stop()

    def finish_saving(self, entry: EntryInProgress, sealed: SealedVisit) -> None:
        """Remove a saved visit from the list and show an empty form."""
        self._saving = self._dirty = False
        self.entries.remove(entry)
        self._link_pair(entry, sealed.visit.visit_id)
        self._show(EntryInProgress())

    def fail_saving(self) -> None:
        """Keep the draft of a visit that could not be saved."""
        self._saving, self._dirty = False, True
        self.save_now()

    def _link_pair(self, entry: EntryInProgress, visit_id: int) -> None:
        """Record in visits split off a saved one that both are of the same person."""
        for other in self.entries:
            if entry.form.pair and other.form.pair == entry.form.pair:
                visit_ids = (*other.form.same_person, visit_id)
                other.form = replace(other.form, same_person=visit_ids)
                self._tasks.save_draft(other, other.form)
