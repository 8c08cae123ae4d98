"""Bringing an Excel register in (screen 19): preview by line, then all rows or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence, sentence
from ui.appearance import display_format as shown
from ui.database_thread.task_runner import TaskRunner
from ui.features.register_import.import_page import ImportPage
from ui.features.register_import.import_tasks import ImportTasks
from ui.shell import actions
from ui.widgets.file_chooser import FileChooser

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register_import.import_preview import ImportPreview
    from reception.services.register_import.register_import import ImportResult

translate = QCoreApplication.translate


class ImportScreen(ImportPage):
    """``closed()`` asks to go back; ``brought_in(rows)``; ``list_made(PaperJob)`` for the preview.

    ``read(path)`` reads a file as if it had been chosen. No name is ever shown.
    """

    keys = actions.Screen.IMPORT
    closed = Signal()
    brought_in = Signal(object)
    list_made = Signal(object)

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QWidget) -> None:
        """Begin without a file."""
        super().__init__(parent)
        self._imports = reception.register_import
        self._runner = runner
        self._work = ImportTasks(reception.register_import, runner, self)
        self._path: Path | None = None
        self._preview: ImportPreview | None = None
        self._list_after = False
        self._wire()
        self._show_start()

    def _wire(self) -> None:
        for button in (self.back_button, self.cancel_button, self.done.close_button):
            button.clicked.connect(self.leave)
        self.start.choose_wanted.connect(self.choose)
        self.choose_button.clicked.connect(self.choose)
        self.again_button.clicked.connect(self.read_again)
        self.start.typed.connect(self.read)
        self.wait.stop_button.clicked.connect(self.stop)
        self.side.changed.connect(self._judge)
        self.list_button.clicked.connect(self.print_list)
        self.import_button.clicked.connect(self.bring_in)
        self._work.previewed.connect(self._shown)
        self._work.brought.connect(self._brought)
        self._work.failed.connect(self._failed)
        self._work.told.connect(self._told)
        actions.create("import.choose", self, self.choose)
        actions.create("import.again", self, self.read_again)
        actions.create("import.list", self, self.print_list)
        actions.create("import.bring", self, self.bring_in)

    def entered(self) -> None:
        """Put the focus where the work goes on."""
        page = self.stack.currentWidget()
        if page is self.start:
            self.start.path.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is self.wait:
            self.wait.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is self.done:
            self.done.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.lines.look()

    def about_to_lock(self) -> None:
        """Stop what is under way, so that the session closes at once with nothing written."""
        self._work.close()

    @Slot()
    def choose(self) -> None:
        """Ask for a file."""
        if self._work.busy:
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
        if self._work.busy:
            return
        self._path, self._preview = path, None
        self.lines.forget()
        self.banner.hide()
        self.notes.hide()
        self._show(self.wait)
        self._work.read(path)

    @Slot()
    def read_again(self) -> None:
        """Read the same file anew (F5), after it was mended in Excel."""
        if self._path is not None and self.stack.currentWidget() is not self.done:
            self.read(self._path)

    @Slot()
    def bring_in(self) -> None:
        """Seal every good row, in one transaction (Ctrl+Enter)."""
        if self._preview is None or self._work.busy or not self.import_button.isEnabled():
            return
        self._list_after = self._preview.rejected > 0
        self.banner.hide()
        self._show(self.wait)
        self._work.bring_in(self._preview, self.side.leave.isChecked())

    @Slot()
    def print_list(self) -> None:
        """Make the list of rows with problems and hand it to the print preview (Ctrl+P)."""
        if self._preview is not None and self._preview.rejected and not self._work.busy:
            self._runner.run(
                self._imports.problem_list,
                self._preview,
                then=self._listed,
                failed=self._failed_list,
            )

    @Slot()
    def stop(self) -> None:
        """Stop reading or sealing."""
        self.wait.show_stopping()
        self._work.stop()

    @Slot()
    def leave(self) -> None:
        """Stop the job under way; without one, go back to the register."""
        if self._work.busy:
            self.stop()
            return
        self._work.close()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops, or goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _show(self, page: QWidget) -> None:
        stuck = self._preview.rejected if self._preview is not None else 0
        self.show_page(page, stuck, again=self._path is not None)
        self.again_button.setEnabled(not self._work.busy and page is not self.wait)
        if self.isVisible():
            self.entered()

    def _show_start(self) -> None:
        self._show(self.start)

    @Slot(str, object, object)
    def _told(self, verb: str, done: int, total: int) -> None:
        self.wait.show_step(verb, done, total)

    @Slot(object)
    def _shown(self, preview: ImportPreview) -> None:
        self._preview = preview
        name = self._path.name if self._path is not None else ""
        self.side.tell(name, preview)
        self.lines.tell(preview)
        self._say_notes(preview)
        years = ", ".join(str(year) for year in preview.counts.years)
        words = translate("Import", "The numbers of the file stay the visit numbers of {years}")
        self.numbers.setText(words.format(years=years) if years else "")
        words = translate("Import", "Bring {count} rows in")
        self.import_button.set_text(words.format(count=shown.number(len(preview.rows))))
        self._show(self.body)
        self._judge()

    def _say_notes(self, preview: ImportPreview) -> None:
        notes = [sentence(note.code, "", **note.facts) for note in preview.sheet.notes]
        if notes:
            self.notes.say("", ". ".join(notes), "warn")
        self.notes.setVisible(bool(notes))

    @Slot()
    def _judge(self) -> None:
        preview = self._preview
        if preview is None:
            return
        stuck = preview.rejected
        left = self.side.leave.isChecked()
        self.import_button.setEnabled(bool(preview.rows) and (not stuck or left))
        if not preview.rows:
            self.rest.setText(translate("Import", "No new row to bring in"))
        elif stuck and not left:
            words = translate("Import", "{count} rows still to mend")
            self.rest.setText(words.format(count=shown.number(stuck)))
        else:
            self.rest.setText("")

    @Slot(object)
    def _brought(self, done: ImportResult) -> None:
        preview, self._preview = self._preview, None
        self.lines.forget()
        name = self._path.name if self._path is not None else ""
        self.done.tell(done.rows, done.rejected, done.waiting, name)
        self._show(self.done)
        self.brought_in.emit(done.rows)
        if self._list_after and preview is not None:
            self._runner.run(
                self._imports.problem_list, preview, then=self._listed, failed=self._failed_list
            )

    @Slot(object)
    def _listed(self, job: object) -> None:
        self.list_made.emit(job)

    @Slot(object)
    def _failed_list(self, error: ReceptionError) -> None:
        self.banner.say("", error_sentence(error), "error")

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        """Say why; a preview that is still good stays, else another file may be chosen."""
        stopped = error.code == "exchange.stopped"
        self._show(self.body if self._preview is not None else self.start)
        self.banner.say("", error_sentence(error), "info" if stopped else "error")
