"""Reads workbooks on a thread of their own, and seals their rows on the database thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.hardening.regular_files import LARGEST, open_regular
from ui.database_thread.job_progress import JobProgress
from ui.database_thread.task_runner import TaskRunner

if TYPE_CHECKING:
    from reception.services.register_import.import_preview import ImportPreview
    from reception.services.register_import.register_import import ParsedRegister, RegisterImport

translate = QCoreApplication.translate
_MAX_BYTES = 100 << 20  # the checks of the workbook reader refuse larger files


class ImportTasks(QObject):
    """Reads a workbook, or imports the rows of its preview.

    ``read`` ends with ``previewed(ImportPreview)``, ``import_rows`` with
    ``imported(ImportResult)``; both may end with ``failed(error)`` instead. Until then
    ``progressed(activity, rows done, total)`` is emitted. ``stop()`` ends the running job, and
    nothing is written. Reading does not occupy the database thread, so that drafts are saved and
    the session can be locked while a long file is read.
    """

    previewed = Signal(object)
    imported = Signal(object)
    failed = Signal(object)
    progressed = Signal(str, object, object)

    def __init__(self, imports: RegisterImport, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._imports = imports
        self._runner = runner
        self._reading_runner = TaskRunner(self)
        self._jobs: list[JobProgress] = []

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return bool(self._jobs)

    def read(self, path: Path) -> None:
        """Read a workbook and compare it with the register; nothing is written."""
        reading = self._new_job(self._report_reading)
        checking = self._new_job(self._report_checking)
        self.progressed.emit(translate("Import", "Opening the file"), 0, 0)
        self._reading_runner.run(
            self._read_workbook,
            path,
            reading,
            checking,
            then=self._compare,
            failed=self._end_with_error,
        )

    def import_rows(self, preview: ImportPreview, skip_problem_rows: bool) -> None:
        """Seal every valid row in one transaction."""
        job = self._new_job(self._report_sealing)
        self._runner.run(
            self._seal,
            preview,
            skip_problem_rows,
            job,
            then=self._end_import,
            failed=self._end_with_error,
        )

    @Slot()
    def stop(self) -> None:
        """Stop the running job."""
        for job in self._jobs:
            job.stop()

    def close(self) -> None:
        """Stop the running job and end the reading thread."""
        self.stop()
        self._reading_runner.stop()

    def _new_job(self, report_progress: object) -> JobProgress:
        job = JobProgress(self)
        job.advanced.connect(report_progress)
        self._jobs.append(job)
        return job

    def _read_workbook(
        self, path: Path, reading: JobProgress, checking: JobProgress
    ) -> ParsedRegister:
        try:
            with open_regular(path, LARGEST, through_links=True) as file:
                data = file.read(_MAX_BYTES + 1)
        except OSError as error:
            raise ReceptionError("exchange.file_missing", name=path.name) from error
        return self._imports.read(data, reading, checking)

    @Slot(object)
    def _compare(self, parsed: ParsedRegister) -> None:
        self._runner.run(
            self._imports.preview_parsed,
            parsed,
            then=self._end_preview,
            failed=self._end_with_error,
        )

    def _seal(self, preview: ImportPreview, skip_problem_rows: bool, job: JobProgress) -> object:
        return self._imports.import_rows(preview, skip_problem_rows=skip_problem_rows, progress=job)

    @Slot(object)
    def _end_preview(self, preview: object) -> None:
        self._delete_jobs()
        self.previewed.emit(preview)

    @Slot(object)
    def _end_import(self, result: object) -> None:
        self._delete_jobs()
        self.imported.emit(result)

    @Slot(object)
    def _end_with_error(self, error: object) -> None:
        self._delete_jobs()
        self.failed.emit(error)

    def _delete_jobs(self) -> None:
        for job in self._jobs:
            job.deleteLater()
        self._jobs.clear()

    @Slot(object, object)
    def _report_reading(self, done: int, total: int) -> None:
        self.progressed.emit(translate("Import", "Reading the file"), done, total)

    @Slot(object, object)
    def _report_checking(self, done: int, total: int) -> None:
        self.progressed.emit(translate("Import", "Looking for names in the content"), done, total)

    @Slot(object, object)
    def _report_sealing(self, done: int, total: int) -> None:
        self.progressed.emit(translate("Import", "Sealing"), done, total)
