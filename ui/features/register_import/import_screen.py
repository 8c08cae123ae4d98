"""The screen that imports an office's Excel register: preview by line, then all rows or none."""

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
from ui.shell.screen import Screen
from ui.shell.shortcut import ShortcutScope
from ui.widgets.file_chooser import FileChooser
from ui.widgets.fill_layout import fill_with

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register_import.import_preview import ImportPreview
    from reception.services.register_import.register_import import ImportResult

translate = QCoreApplication.translate


class ImportScreen(Screen):
    """Previews a workbook and imports its valid rows; no name is ever shown.

    ``closed`` when the screen is left; ``imported(count)``: the number of new visits;
    ``problem_list_made(PaperJob)`` when the list of rows with problems is ready to be printed.
    """

    shortcut_scope = ShortcutScope.IMPORT
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
        self._prints_problem_list = False
        self.page = ImportPage(self)
        fill_with(self, self.page)
        self._wire()
        self._show_stage(self.page.start)

    def _wire(self) -> None:
        page = self.page
        page.leave_wanted.connect(self.leave)
        page.choose_wanted.connect(self.choose)
        page.read_again_button.clicked.connect(self.read_again)
        page.start.path_entered.connect(self.read)
        page.progress.stop_button.clicked.connect(self.stop)
        page.cards.leave_out_changed.connect(self._show_import_allowed)
        page.problem_list_button.clicked.connect(self.print_problem_list)
        page.import_button.clicked.connect(self.import_rows)
        self.tasks.previewed.connect(self._show_preview)
        self.tasks.imported.connect(self._show_result)
        self.tasks.failed.connect(self._show_error)
        self.tasks.progressed.connect(page.progress.show_progress)
        actions.create("import.choose", self, self.choose)
        actions.create("import.again", self, self.read_again)
        actions.create("import.list", self, self.print_problem_list)
        actions.create("import.bring", self, self.import_rows)

    def on_entered(self) -> None:
        self.page.focus_current()

    def about_to_lock(self) -> None:
        """Stop the running job, so that the session closes at once; nothing is written."""
        self.tasks.close()

    @Slot()
    def choose(self) -> None:
        """Ask for a file (Ctrl+O)."""
        if self.tasks.busy:
            return
        dialog = FileChooser(translate("Import", "Choose a register"), "Excel (*.xlsx)", self)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    @Slot(str)
    def _file_chosen(self, path: str) -> None:
        self.read(Path(path))

    @Slot(object)
    def read(self, path: Path) -> None:
        """Read a workbook and show its preview; nothing is written to the register."""
        if self.tasks.busy:
            return
        self._path, self._preview = path, None
        self.page.clear()
        self._show_stage(self.page.progress)
        self.tasks.read(path)

    @Slot()
    def read_again(self) -> None:
        """Read the same file again (F5), after it was corrected in Excel."""
        if self._path is not None and not self.page.is_shown(self.page.result):
            self.read(self._path)

    @Slot()
    def import_rows(self) -> None:
        """Seal every valid row in one transaction (Ctrl+Enter)."""
        if self._preview is None or self.tasks.busy or not self.page.import_button.isEnabled():
            return
        self._prints_problem_list = self._preview.rejected > 0
        self.page.banner.hide()
        self._show_stage(self.page.progress)
        self.tasks.import_rows(self._preview, self.page.cards.leave_out.isChecked())

    @Slot()
    def print_problem_list(self) -> None:
        """Make the list of rows with problems and hand it to the print preview (Ctrl+P)."""
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
        self.page.progress.show_stopping()
        self.tasks.stop()

    @Slot()
    def leave(self) -> None:
        """Stop the running job; if none is running, go back to the register."""
        if self.tasks.busy:
            self.stop()
            return
        self.tasks.close()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops the running job, or goes back to the register."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _show_stage(self, stage: QWidget) -> None:
        rejected = self._preview.rejected if self._preview is not None else 0
        can_read = not self.tasks.busy and stage is not self.page.progress
        self.page.show_stage(stage, rejected, has_file=self._path is not None)
        self.page.read_again_button.setEnabled(can_read)
        if self.isVisible():
            self.on_entered()

    @Slot(object)
    def _show_preview(self, preview: ImportPreview) -> None:
        self._preview = preview
        self.page.show_preview(self._file_name(), preview)
        self._show_stage(self.page.preview)
        self._show_import_allowed()

    def _file_name(self) -> str:
        return self._path.name if self._path is not None else ""

    @Slot()
    def _show_import_allowed(self) -> None:
        if self._preview is not None:
            self.page.show_import_allowed(len(self._preview.rows), self._preview.rejected)

    @Slot(object)
    def _show_result(self, result: ImportResult) -> None:
        preview, self._preview = self._preview, None
        self.page.preview_table.clear()
        self.page.result.show_result(
            result.rows, result.rejected, result.pending_visits, self._file_name()
        )
        self._show_stage(self.page.result)
        self.imported.emit(result.rows)
        if self._prints_problem_list and preview is not None:
            self._make_problem_list(preview)

    @Slot(object)
    def _show_error(self, error: ReceptionError) -> None:
        """Show the error: above the preview if there is one, else above the choice of a file."""
        self._show_stage(self.page.preview if self._preview is not None else self.page.start)
        self.page.show_error(error)
