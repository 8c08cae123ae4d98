"""Looks up the return code of an earlier visit while a denunciation is entered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Slot

from ui.features.visit_entry.draft_keeping import DraftKeeper
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.entry_tasks import EntryTasks

translate = QCoreApplication.translate


class ReturnCodeLookup(QObject):
    """Shows whether the code was found, and keeps the id of its visit in the form."""

    def __init__(self, page: EntryPage, drafts: DraftKeeper, tasks: EntryTasks) -> None:
        super().__init__(page)
        self._page, self._drafts = page, drafts
        page.content_card.earlier_return_code_typed.connect(tasks.look_up_return_code)
        page.content_card.earlier_return_code.textEdited.connect(self._forget_visit)
        tasks.earlier_visit_found.connect(self._show_result)

    @Slot(str, object)
    def _show_result(self, typed: str, visit_id: int | None) -> None:
        content = self._page.content_card
        if typed != content.earlier_return_code.text():
            return  # another visit is shown, or the code was corrected meanwhile
        self._drafts.set_form(replace(self._drafts.form, earlier_visit_id=visit_id))
        self._page.edited.emit()
        if visit_id is None:
            content.earlier_return_code_field.set_warning(
                translate("Desk", "Not found, check the code on the paper")
            )
        else:
            content.earlier_return_code_field.set_valid(
                translate("Desk", "Found: the code stays the same")
            )

    @Slot()
    def _forget_visit(self) -> None:
        """Forget the visit found: it belongs to the text as it was before the edit."""
        self._drafts.set_form(replace(self._drafts.form, earlier_visit_id=None))
        self._page.content_card.earlier_return_code_field.clear_state()
