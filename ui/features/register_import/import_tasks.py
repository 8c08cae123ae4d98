"""The work behind the page: files are read on a thread of their own, rows sealed on the worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from ui.database_thread.job_progress import JobProgress
from ui.database_thread.task_runner import TaskRunner

if TYPE_CHECKING:
    from reception.services.register_import.import_preview import ImportPreview
    from reception.services.register_import.register_import import ReadRegister, RegisterImport

translate = QCoreApplication.translate
MOST_BYTES = 100 << 20  # what the gate of the reader lets in


class ImportTasks(QObject):
    """``read(path)`` ends in ``previewed``, ``bring_in(preview, leave)`` in ``brought``.

    Either may end in ``failed(error)``; ``told(verb, done, total)`` meanwhile. ``stop()`` ends
    the job under way without anything written. Reading does not hold the database's thread, so
    that drafts are kept and the lock comes while a long file is read.
    """

    previewed = Signal(object)
    brought = Signal(object)
    failed = Signal(object)
    told = Signal(str, object, object)

    def __init__(self, imports: RegisterImport, runner: TaskRunner, parent: QObject) -> None:
        """Have nothing to do."""
        super().__init__(parent)
        self._imports = imports
        self._runner = runner
        self._reader = TaskRunner(self)
        self._steps: list[JobProgress] = []

    @property
    def busy(self) -> bool:
        """Tell whether a job is under way."""
        return bool(self._steps)

    def read(self, path: Path) -> None:
        """Read a workbook; nothing is written."""
        reading = self._new_steps(self._tell_reading)
        checking = self._new_steps(self._tell_checking)
        self.told.emit(translate("Import", "Opening the file"), 0, 0)
        job = (path, reading, checking)
        self._reader.run(self._read, *job, then=self._compare, failed=self._fail)

    def bring_in(self, preview: ImportPreview, leave: bool) -> None:
        """Seal every good row, in one transaction."""
        steps = self._new_steps(self._tell_sealing)
        self._runner.run(self._bring, preview, leave, steps, then=self._done, failed=self._fail)

    @Slot()
    def stop(self) -> None:
        """Ask the job to end."""
        for steps in self._steps:
            steps.stop()

    def close(self) -> None:
        """End the reading thread."""
        self.stop()
        self._reader.stop()

    def _new_steps(self, told: object) -> JobProgress:
        steps = JobProgress(self)
        steps.told.connect(told)
        self._steps.append(steps)
        return steps

    def _read(self, path: Path, reading: JobProgress, checking: JobProgress) -> ReadRegister:
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise ReceptionError("exchange.file_missing", name=path.name) from error
        return self._imports.read(data, reading, checking)

    @Slot(object)
    def _compare(self, read: ReadRegister) -> None:
        self._runner.run(self._imports.compare, read, then=self._previewed, failed=self._fail)

    def _bring(self, preview: ImportPreview, leave: bool, steps: JobProgress) -> object:
        return self._imports.import_rows(preview, leave_problems=leave, progress=steps)

    @Slot(object)
    def _previewed(self, preview: object) -> None:
        self._end()
        self.previewed.emit(preview)

    @Slot(object)
    def _done(self, done: object) -> None:
        self._end()
        self.brought.emit(done)

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        for steps in self._steps:
            steps.deleteLater()
        self._steps.clear()

    @Slot(object, object)
    def _tell_reading(self, done: int, total: int) -> None:
        self.told.emit(translate("Import", "Reading the file"), done, total)

    @Slot(object, object)
    def _tell_checking(self, done: int, total: int) -> None:
        self.told.emit(translate("Import", "Looking for names in the content"), done, total)

    @Slot(object, object)
    def _tell_sealing(self, done: int, total: int) -> None:
        self.told.emit(translate("Import", "Sealing"), done, total)
