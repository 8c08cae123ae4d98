"""Attaches scans to a visit: choice of a file, inspection in the child process, removal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Slot

from reception.domain.petition import PetitionKind
from reception.hardening.regular_files import LARGEST, open_regular
from reception.sandbox.scan_inspection import MAX_BYTES
from reception.sandbox.scan_kinds import ScanFacts
from ui.features.visit_entry.draft_keeping import DraftKeeper
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.entry_tasks import EntryTasks
from ui.features.visit_entry.form_state import ScanForm
from ui.features.visit_entry.scan_dialog import ScanDialog
from ui.widgets.file_chooser import FileChooser

translate = QCoreApplication.translate


class ScanAttacher(QObject):
    def __init__(self, page: EntryPage, drafts: DraftKeeper, tasks: EntryTasks) -> None:
        super().__init__(page)
        self._page, self._drafts, self._tasks = page, drafts, tasks
        self._inspected: tuple[bytes, ScanFacts] | None = None
        page.papers_card.scan_wanted.connect(self.choose_file)
        page.papers_card.scan_removed.connect(self._remove)
        tasks.scan_inspected.connect(self.open_scan_dialog)

    @Slot()
    def choose_file(self) -> None:
        """Ask for the file of a scan."""
        kinds = "PDF, JPEG, PNG (*.pdf *.jpg *.jpeg *.png)"
        dialog = FileChooser(translate("Desk", "Scan file"), kinds, self._page)
        dialog.fileSelected.connect(self.attach_file)
        dialog.open()

    @Slot(str)
    def attach_file(self, path: str) -> None:
        """Read a file and let the child process inspect its bytes."""
        try:
            with open_regular(Path(path), LARGEST, through_links=True) as file:
                data = file.read(MAX_BYTES + 1)
        except OSError:
            self._page.error_banner.show_message(
                translate("Desk", "The file could not be read. Nothing was attached.")
            )
            return
        self._tasks.inspect_scan(data)

    @Slot(object, object)
    def open_scan_dialog(self, data: bytes, facts: ScanFacts) -> None:
        """Ask whether a scan shows the person; in a denunciation every scan is sealed."""
        self._inspected = (data, facts)
        is_denunciation = self._page.content_card.kind() is PetitionKind.DENUNCIATION
        dialog = ScanDialog(facts, is_denunciation, self._page)
        dialog.scan_accepted.connect(self._attach)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot(bool)
    def _attach(self, shows_person: bool) -> None:
        if self._inspected is not None:
            data, facts = self._inspected
            self._inspected = None
            scan = ScanForm(data, facts.kind.value, facts.pages, shows_person)
            self._set_scans((*self._drafts.form.scans, scan))

    @Slot(int)
    def _remove(self, index: int) -> None:
        scans = self._drafts.form.scans
        self._set_scans((*scans[:index], *scans[index + 1 :]))

    def _set_scans(self, scans: tuple[ScanForm, ...]) -> None:
        self._drafts.set_form(replace(self._drafts.form, scans=scans))
        self._page.papers_card.show_scans(scans)
        self._page.edited.emit()
