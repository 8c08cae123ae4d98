"""Shortcuts of visit entry, except those that save."""

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
    """Creates the actions on the screen ``holder``; has the slots that choose a kind."""

    def __init__(
        self,
        page: EntryPage,
        dialogs: EntryDialogs,
        checker: LeakChecker,
        scans: ScanAttacher,
        holder: QWidget,
    ) -> None:
        super().__init__(holder)
        self._page = page
        for name, slot in {
            "entry.section_1": page.to_person,
            "entry.section_2": page.to_content,
            "entry.section_3": page.to_papers,
            "entry.section_4": page.to_outcome,
            "entry.scan": page.person.open_qr,
            "entry.read_back": dialogs.read_back,
            "entry.cover": page.person.toggle.toggle,
            "entry.add_paper": page.papers.add_paper,
            "entry.attach": scans.choose_file,
            "entry.more": dialogs.more,
            "entry.replace": checker.replace_leak,
            "entry.complaint": self._complaint,
            "entry.denunciation": self._denunciation,
            "entry.recommendation": self._recommendation,
            "entry.feedback": self._feedback,
        }.items():
            actions.create(name, holder, slot)

    @Slot()
    def _complaint(self) -> None:
        self._choose(PetitionKind.COMPLAINT)

    @Slot()
    def _denunciation(self) -> None:
        self._choose(PetitionKind.DENUNCIATION)

    @Slot()
    def _recommendation(self) -> None:
        self._choose(PetitionKind.RECOMMENDATION)

    @Slot()
    def _feedback(self) -> None:
        self._choose(PetitionKind.FEEDBACK)

    def _choose(self, kind: PetitionKind) -> None:
        commit_composition()
        content = self._page.content
        content.choose_kind(kind)
        if not content.isAncestorOf(self._page.window().focusWidget() or self._page):
            content.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
