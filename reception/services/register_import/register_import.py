"""Import of an office's existing Excel register: previewed first, then all rows or none."""

from __future__ import annotations

from dataclasses import dataclass, field

from reception.domain.errors import InvalidInput
from reception.exchange.register_import.column_headings import Column
from reception.exchange.register_import.preview_counts import preview_counts
from reception.exchange.register_import.register_reader import read_register
from reception.exchange.register_import.row_results import ImportRow, RegisterSheet, RowProblem
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.papers.print_log import PaperJob
from reception.services.register_import.import_preview import ImportPreview, MaskedRow, mask_row
from reception.services.register_import.import_writer import ImportWriter
from reception.services.register_import.imported_rows import imported_digest, is_file_imported
from reception.services.register_import.progress import Progress, report_progress
from reception.services.register_import.rejected_rows_paper import problem_list
from reception.services.visits.blind_index_queue import BlindIndexQueue


@dataclass(frozen=True, slots=True)
class ParsedRegister:
    """A workbook that was read: the sheet, and its importable rows after the leak guard."""

    sheet: RegisterSheet = field(repr=False)
    rows: tuple[MaskedRow, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Counts of an import; ``pending_visits`` get a blind index later, at idle time."""

    rows: int  # imported
    rejected: int
    pending_visits: int = 0


@rights_checked
class RegisterImport:
    """Reads, previews and imports register workbooks.

    Each ``progress(done, total)`` returns False to stop: then ReceptionError ``exchange.stopped``
    is raised and nothing is written.
    """

    def __init__(self, session: Session, queue: BlindIndexQueue) -> None:
        self._session = session
        self._queue = queue
        self._writer = ImportWriter(session)

    def preview(
        self, data: bytes, reading: Progress | None = None, checking: Progress | None = None
    ) -> ImportPreview:
        """Read a workbook and return the effect of its import; nothing is written.

        ``reading`` counts lines, ``checking`` the rows that passed the leak guard.
        Errors: ``exchange.*`` for the file as a whole, ``exchange.already_imported``.
        """
        return self.preview_parsed(self.read(data, reading, checking))

    def read(
        self, data: bytes, reading: Progress | None = None, checking: Progress | None = None
    ) -> ParsedRegister:
        """Read a workbook and mask its texts; needs no database, so any thread may call it."""
        sheet = read_register(data, self._session.today(), reading)
        rows = report_progress(sheet.rows, checking)
        return ParsedRegister(sheet, tuple(mask_row(row) for row in rows if row.is_importable))

    def preview_parsed(self, parsed: ParsedRegister) -> ImportPreview:
        """Return the effect of importing a read file into the present register."""
        if is_file_imported(self._session.database, parsed.sheet.digest):
            raise InvalidInput("exchange.already_imported", "file")
        new_rows, already_imported, problems = self._classify(parsed)
        counts = preview_counts(parsed.sheet, [masked_row.row for masked_row in new_rows])
        return ImportPreview(parsed.sheet, counts, new_rows, problems, already_imported)

    def import_rows(
        self,
        preview: ImportPreview,
        *,
        skip_problem_rows: bool = False,
        progress: Progress | None = None,
    ) -> ImportResult:
        """Write all importable rows, sealed, in one transaction, or none.

        ``skip_problem_rows`` confirms that rows with problems are not imported.
        Errors: ``exchange.problems_left``, ``exchange.nothing_new``,
        ``exchange.already_imported``, ``exchange.changed_meanwhile``; for a file with
        denunciations those of :meth:`Session.require_walked_log`.
        """
        rejected = preview.rejected
        if rejected and not skip_problem_rows:
            raise InvalidInput("exchange.problems_left", "file", count=rejected)
        if not preview.rows:
            raise InvalidInput("exchange.nothing_new", "file")
        if any(item.row.kind is not None and item.row.kind.protected for item in preview.rows):
            self._session.require_walked_log()
        batch_id = ""
        try:
            with self._session.act() as work:
                to_index = self._writer.write_rows(work, preview, progress)
                batch_id = self._queue.add_visits(work, to_index)
                queued = batch_id, self._queue.chunks_of(batch_id)
                self._writer.log_import(work, preview, rejected, queued)
        except BaseException:
            self._queue.discard(batch_id)
            raise
        return ImportResult(len(preview.rows), rejected, self._queue.pending_visits())

    def problem_list(self, preview: ImportPreview) -> PaperJob:
        """Return the printed list of the rows with problems: sheet, line, column and reason."""
        return problem_list(self._session, preview)

    def _classify(
        self, parsed: ParsedRegister
    ) -> tuple[
        tuple[MaskedRow, ...],
        tuple[ImportRow, ...],
        tuple[tuple[ImportRow, RowProblem], ...],
    ]:
        """Return (new rows, rows imported before, problems), problems of numbers included."""
        new_rows: list[MaskedRow] = []
        already_imported: list[ImportRow] = []
        problems = [(row, problem) for row in parsed.sheet.rows for problem in row.problems]
        for masked_row in parsed.rows:
            row = masked_row.row
            known_digest = imported_digest(self._session.database, row)
            if known_digest is None:
                new_rows.append(masked_row)
            elif known_digest == masked_row.digest:
                already_imported.append(row)
            else:
                cell_text = f"{row.number:04d}"
                problem = RowProblem("exchange.row.number_taken", Column.NUMBER, cell_text)
                problems.append((row, problem))
        return tuple(new_rows), tuple(already_imported), tuple(problems)
