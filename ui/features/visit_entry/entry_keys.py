"""Shortcuts of visit entry, except those that save or scan."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.petition import PetitionKind
from ui.features.visit_entry.entry_dialogs import EntryDialogs
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.leak_checking import LeakChecker
from ui.features.visit_entry.scan_attaching import ScanAttacher
from ui.shell import actions
from ui.widgets.input_method_commit import commit_composition


class EntryKeys(QObject):
    """Creates the actions of the screen and connects them; chooses the kind of a petition."""

    def __init__(
        self,
        page: EntryPage,
        dialogs: EntryDialogs,
        checker: LeakChecker,
        scans: ScanAttacher,
        screen: QWidget,
    ) -> None:
        super().__init__(screen)
        self._page = page
        for name, slot in {
            "entry.section_1": page.focus_person,
            "entry.section_2": page.focus_content,
            "entry.section_3": page.focus_papers,
            "entry.section_4": page.focus_outcome,
            "entry.read_back": dialogs.open_read_back_dialog,
            "entry.cover": page.person_card.cover_toggle.toggle,
            "entry.add_paper": page.papers_card.add_paper,
            "entry.attach": scans.choose_file,
            "entry.more": dialogs.open_details_dialog,
            "entry.replace": checker.replace_leak,
            "entry.complaint": self._complaint,
            "entry.denunciation": self._denunciation,
            "entry.recommendation": self._recommendation,
            "entry.feedback": self._feedback,
        }.items():
            actions.create(name, screen, slot)

    @Slot()
    def _complaint(self) -> None:
        self._choose_kind(PetitionKind.COMPLAINT)

    @Slot()
    def _denunciation(self) -> None:
        self._choose_kind(PetitionKind.DENUNCIATION)

    @Slot()
    def _recommendation(self) -> None:
        self._choose_kind(PetitionKind.RECOMMENDATION)

    @Slot()
    def _feedback(self) -> None:
        self._choose_kind(PetitionKind.FEEDBACK)

    def _choose_kind(self, kind: PetitionKind) -> None:
        commit_composition()
        content = self._page.content_card
        content.choose_kind(kind)
        if not content.isAncestorOf(self._page.window().focusWidget() or self._page):
            content.petition_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
