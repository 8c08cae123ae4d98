"""Importing an office's Excel register: preview by line, then all rows or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from ui.database_thread.task_runner import TaskRunner
from ui.features.register_import.import_page import ImportPage
from ui.features.register_import.import_tasks import ImportTasks
from ui.shell import actions
from ui.widgets.file_chooser import FileChooser
from ui.widgets.fill_layout import fill_with

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register_import.import_preview import ImportPreview
    from reception.services.register_import.register_import import ImportResult

translate = QCoreApplication.translate


class ImportScreen(QWidget):
    """``closed`` when it is left, ``imported(rows)``, ``problem_list_made(PaperJob)`` to print.

    ``read(path)`` reads a file as if it had been chosen. No name is ever shown.
    """

    shortcut_scope = actions.ShortcutScope.IMPORT
    closed = Signal()
    imported = Signal(object)
    problem_list_made = Signal(object)

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._imports = reception.register_import
        self._runner = runner
        self.tasks = ImportTasks(reception.register_import, runner, self)
        self._path: Path | None = None
        self._preview: ImportPreview | None = None
        self._print_problems_afterwards = False
        self.page = ImportPage(self)
        fill_with(self, self.page)
        self._wire()
        self._show(self.page.start)

    def _wire(self) -> None:
        page = self.page
        page.leave_wanted.connect(self.leave)
        page.choose_wanted.connect(self.choose)
        page.again_button.clicked.connect(self.read_again)
        page.start.typed.connect(self.read)
        page.wait.stop_button.clicked.connect(self.stop)
        page.side.changed.connect(self._show_readiness)
        page.list_button.clicked.connect(self.print_problem_list)
        page.import_button.clicked.connect(self.import_rows)
        self.tasks.previewed.connect(self._previewed)
        self.tasks.imported.connect(self._imported)
        self.tasks.failed.connect(self._failed)
        self.tasks.progressed.connect(page.wait.show_progress)
        actions.create("import.choose", self, self.choose)
        actions.create("import.again", self, self.read_again)
        actions.create("import.list", self, self.print_problem_list)
        actions.create("import.bring", self, self.import_rows)

    def entered(self) -> None:
        self.page.focus_current()

    def about_to_lock(self) -> None:
        """Stop the job under way, so that the session closes at once with nothing written."""
        self.tasks.close()

    @Slot()
    def choose(self) -> None:
        """Ask for a file (Ctrl+O)."""
        if self.tasks.busy:
            return
        dialog = FileChooser(translate("Import", "Choose a register"), "Excel (*.xlsx)", self)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    @Slot(str)
    def _chosen(self, name: str) -> None:
        self.read(Path(name))

    @Slot(object)
    def read(self, path: Path) -> None:
        """Read a workbook; nothing is written."""
        if self.tasks.busy:
            return
        self._path, self._preview = path, None
        self.page.clear()
        self._show(self.page.wait)
        self.tasks.read(path)

    @Slot()
    def read_again(self) -> None:
        """Read the same file again (F5), after it was corrected in Excel."""
        if self._path is not None and not self.page.shows(self.page.done):
            self.read(self._path)

    @Slot()
    def import_rows(self) -> None:
        """Seal every good row, in one transaction (Ctrl+Enter)."""
        if self._preview is None or self.tasks.busy or not self.page.import_button.isEnabled():
            return
        self._print_problems_afterwards = self._preview.rejected > 0
        self.page.banner.hide()
        self._show(self.page.wait)
        self.tasks.import_rows(self._preview, self.page.side.leave_out.isChecked())

    @Slot()
    def print_problem_list(self) -> None:
        """Make the list of rows with problems and pass it to the print preview (Ctrl+P)."""
        if self._preview is not None and self._preview.rejected and not self.tasks.busy:
            self._make_problem_list(self._preview)

    def _make_problem_list(self, preview: ImportPreview) -> None:
        make = self._imports.problem_list
        self._runner.run(make, preview, then=self._problem_list_made, failed=self.page.show_error)

    @Slot(object)
    def _problem_list_made(self, job: object) -> None:
        self.problem_list_made.emit(job)

    @Slot()
    def stop(self) -> None:
        """Stop reading or sealing."""
        self.page.wait.show_stopping()
        self.tasks.stop()

    @Slot()
    def leave(self) -> None:
        """Stop the job under way; without one, go back to the register."""
        if self.tasks.busy:
            self.stop()
            return
        self.tasks.close()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops, or goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _show(self, part: QWidget) -> None:
        rejected = self._preview.rejected if self._preview is not None else 0
        can_read = not self.tasks.busy and part is not self.page.wait
        self.page.show_part(part, rejected, has_file=self._path is not None)
        self.page.again_button.setEnabled(can_read)
        if self.isVisible():
            self.entered()

    @Slot(object)
    def _previewed(self, preview: ImportPreview) -> None:
        self._preview = preview
        self.page.show_preview(self._file_name(), preview)
        self._show(self.page.preview)
        self._show_readiness()

    def _file_name(self) -> str:
        return self._path.name if self._path is not None else ""

    @Slot()
    def _show_readiness(self) -> None:
        if self._preview is not None:
            self.page.show_readiness(len(self._preview.rows), self._preview.rejected)

    @Slot(object)
    def _imported(self, result: ImportResult) -> None:
        preview, self._preview = self._preview, None
        self.page.lines.clear()
        self.page.done.show_result(result.rows, result.rejected, result.waiting, self._file_name())
        self._show(self.page.done)
        self.imported.emit(result.rows)
        if self._print_problems_afterwards and preview is not None:
            self._make_problem_list(preview)

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        """Show the error: above the preview if there is one, else above the choice of a file."""
        self._show(self.page.preview if self._preview is not None else self.page.start)
        self.page.show_error(error)
