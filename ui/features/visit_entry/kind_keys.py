"""Keys that choose the kind of the petition."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot

from reception.domain.petition import PetitionKind
from ui.features.visit_entry.entry_page import EntryPage
from ui.widgets.input_method_commit import commit_composition


class KindKeys(QObject):
    """One slot a kind, for the keys of the screen."""

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page)
        self._page = page

    @Slot()
    def complaint(self) -> None:
        self._choose(PetitionKind.COMPLAINT)

    @Slot()
    def denunciation(self) -> None:
        self._choose(PetitionKind.DENUNCIATION)

    @Slot()
    def recommendation(self) -> None:
        self._choose(PetitionKind.RECOMMENDATION)

    @Slot()
    def feedback(self) -> None:
        self._choose(PetitionKind.FEEDBACK)

    def _choose(self, kind: PetitionKind) -> None:
        commit_composition()
        content = self._page.content
        content.choose_kind(kind)
        if not content.isAncestorOf(self._page.window().focusWidget() or self._page):
            content.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
