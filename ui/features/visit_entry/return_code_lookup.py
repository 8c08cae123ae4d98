"""Looks up the return code of an earlier visit while a denunciation is entered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Slot

from ui.features.visit_entry.draft_keeping import DraftKeeper
from ui.features.visit_entry.entry_in_progress import EntryInProgress
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.entry_tasks import EntryTasks

translate = QCoreApplication.translate


class ReturnCodeLookup(QObject):
    """Shows whether the code was found, and keeps the reference to its visit in the form.

    References end with the lock: the code of a draft that had one is looked up again when it is
    shown in the next session.
    """

    def __init__(self, page: EntryPage, drafts: DraftKeeper, tasks: EntryTasks) -> None:
        super().__init__(page)
        self._page, self._drafts, self._tasks = page, drafts, tasks
        self._references: set[str] = set()  # of this session
        page.content_card.earlier_return_code_typed.connect(tasks.look_up_return_code)
        page.content_card.earlier_return_code.textEdited.connect(self._forget_visit)
        tasks.earlier_visit_found.connect(self._show_result)
        drafts.entry_shown.connect(self._look_up_again)

    @Slot(str, object)
    def _show_result(self, typed: str, reference: str | None) -> None:
        content = self._page.content_card
        if reference is not None:
            self._references.add(reference)
        if typed != content.earlier_return_code.text():
            return  # another visit is shown, or the code was corrected meanwhile
        self._drafts.set_form(replace(self._drafts.form, earlier_visit=reference or ""))
        self._page.edited.emit()
        if reference is None:
            content.earlier_return_code_field.set_warning(
                translate("Desk", "Not found, check the code on the paper")
            )
        else:
            content.earlier_return_code_field.set_valid(
                translate("Desk", "Found: the code stays the same")
            )

    @Slot(object)
    def _look_up_again(self, entry: EntryInProgress) -> None:
        """Look up the code of a draft from before a lock, whose reference means nothing now."""
        reference, typed = entry.form.earlier_visit, self._page.content_card.earlier_return_code
        if reference and reference not in self._references and typed.text().strip():
            self._tasks.look_up_return_code(typed.text())

    @Slot()
    def _forget_visit(self) -> None:
        """Forget the visit found: it belongs to the text as it was before the edit."""
        self._drafts.set_form(replace(self._drafts.form, earlier_visit=""))
        self._page.content_card.earlier_return_code_field.clear_state()
