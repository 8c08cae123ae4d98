"""Import of an office's existing Excel register: previewed first, then all rows or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import Competence, Petition, PetitionField
from reception.domain.reporter import Capacity, Identity
from reception.domain.staff import Right
from reception.domain.visit import (
    Group,
    HandledPetition,
    Handling,
    Outcome,
    Visit,
    visit_id,
)
from reception.exchange.register_import.column_headings import Column
from reception.exchange.register_import.preview_counts import preview_counts
from reception.exchange.register_import.register_reader import read_register
from reception.exchange.register_import.row_results import ImportRow, RegisterSheet, RowProblem
from reception.services.access.session import Session
from reception.services.papers.print_log import PaperJob
from reception.services.register_import.import_preview import ImportPreview, MaskedRow, mask_row
from reception.services.register_import.rejected_rows_paper import problem_list
from reception.services.visits.blind_index_queue import BlindIndexQueue
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_writer
from reception.storage.visits.sealed_identities import SealedPart
from reception.storage.visits.visit_writer import VisitExtras

Progress = Callable[[int, int], bool]
_Item = TypeVar("_Item")
_PROGRESS_STEP = 50
_IMPORTED_FILE = "SELECT 1 FROM import_file WHERE digest = ?"
_DIGEST_OF_NUMBER = "SELECT import_digest FROM visit WHERE visit_id = ?"
_COMPETENCE = {
    Outcome.ACCEPT: Competence.OURS,
    Outcome.EXPLAIN: Competence.SETTLED,
}


@dataclass(frozen=True, slots=True)
class ParsedRegister:
    """A workbook as read: the sheet, and its importable rows past the leak guard."""

    sheet: RegisterSheet = field(repr=False)
    rows: tuple[MaskedRow, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Counts of an import; ``pending_visits`` get a blind index later, at idle time."""

    rows: int  # imported
    rejected: int
    pending_visits: int = 0


class RegisterImport:
    """Reads, previews and imports register workbooks.

    Each ``progress(done, total)`` returns False to stop: ``exchange.stopped``, and nothing is
    written.
    """

    def __init__(self, session: Session, queue: BlindIndexQueue) -> None:
        self._session = session
        self._queue = queue

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
        """Read a workbook and mask its texts; without the database, so on any thread."""
        if not self._session.may(Right.IMPORT):  # checked again by ``preview_parsed``
            raise NotAllowed("rights.missing", right=Right.IMPORT.value)
        sheet = read_register(data, self._session.today(), reading)
        rows = _with_progress(sheet.rows, checking)
        return ParsedRegister(sheet, tuple(mask_row(row) for row in rows if row.is_importable))

    def preview_parsed(self, parsed: ParsedRegister) -> ImportPreview:
        """Return the effect of importing a read file into the present register."""
        self._session.require(Right.IMPORT)
        if self._session.database.one(_IMPORTED_FILE, (parsed.sheet.digest,)) is not None:
            raise InvalidInput("exchange.already_imported", "file")
        new, already_imported, problems = self._classify(parsed)
        counts = preview_counts(parsed.sheet, [masked_row.row for masked_row in new])
        return ImportPreview(parsed.sheet, counts, new, problems, already_imported)

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
        ``exchange.already_imported``, ``exchange.changed_meanwhile``.
        """
        self._session.require(Right.IMPORT)
        rejected = preview.rejected
        if rejected and not skip_problem_rows:
            raise InvalidInput("exchange.problems_left", "file", count=rejected)
        if not preview.rows:
            raise InvalidInput("exchange.nothing_new", "file")
        batch = ""
        try:
            with self._session.act() as work:
                to_index = self._write_all(work, preview, progress)
                batch = self._queue.add_visits(work, to_index)
                self._log(work, preview, rejected)
        except BaseException:
            self._queue.discard(batch)
            raise
        return ImportResult(len(preview.rows), rejected, self._queue.pending_visits())

    def problem_list(self, preview: ImportPreview) -> PaperJob:
        """Return the printed list of the rows with problems: sheet, line, column and reason."""
        self._session.require(Right.IMPORT)
        return problem_list(self._session, preview)

    def _write_all(
        self, work: UnitOfWork, preview: ImportPreview, progress: Progress | None
    ) -> list[tuple[int, Identity]]:
        """Write the rows; return visit id and identity of those that get a blind index."""
        if work.database.one(_IMPORTED_FILE, (preview.sheet.digest,)) is not None:
            raise InvalidInput("exchange.already_imported", "file")
        body = self._session.settings().bodies[0]
        to_index: list[tuple[int, Identity]] = []
        for masked_row in _with_progress(preview.rows, progress):
            if self._digest_of(masked_row.row) is not None:
                raise InvalidInput("exchange.changed_meanwhile", "file")
            visit = self._write(work, masked_row, body)
            if not visit.main_petition.petition.kind.protected:
                to_index.append((visit.visit_id, masked_row.row.identity))
        return to_index

    def _classify(
        self, parsed: ParsedRegister
    ) -> tuple[
        tuple[MaskedRow, ...],
        tuple[ImportRow, ...],
        tuple[tuple[ImportRow, RowProblem], ...],
    ]:
        new: list[MaskedRow] = []
        already_imported: list[ImportRow] = []
        problems = [(row, problem) for row in parsed.sheet.rows for problem in row.problems]
        for masked_row in parsed.rows:
            row, known_digest = masked_row.row, self._digest_of(masked_row.row)
            if known_digest is None:
                new.append(masked_row)
            elif known_digest == masked_row.digest:
                already_imported.append(row)
            else:
                shown = f"{row.number:04d}"
                problem = RowProblem("exchange.row.number_taken", Column.NUMBER, shown)
                problems.append((row, problem))
        return tuple(new), tuple(already_imported), tuple(problems)

    def _digest_of(self, row: ImportRow) -> bytes | None:
        """Return the digest of the visit with the number of the row; None if there is none."""
        if row.number is None or row.received_on is None:
            return None
        key = visit_id(row.received_on.year, row.number)
        visit = self._session.database.one(_DIGEST_OF_NUMBER, (key,))
        return None if visit is None else bytes(visit["import_digest"] or b"")

    def _write(self, work: UnitOfWork, masked_row: MaskedRow, body: str) -> Visit:
        row = masked_row.row
        visit = self._visit(work, masked_row, body)
        extras = VisitExtras(
            officer=self._session.member.user_id,
            progress=_progress(row),
            import_digest=masked_row.digest,
            result=masked_row.texts["result"],
            note=masked_row.texts["note"],
        )
        visit_writer.write_visit(work, visit, extras)
        protected = visit.main_petition.petition.kind.protected
        part = SealedPart(row.identity)
        self._session.seals.seal_identity(work, visit.visit_id, part, protected=protected)
        return visit

    def _visit(self, work: UnitOfWork, masked_row: MaskedRow, body: str) -> Visit:
        row, texts = masked_row.row, masked_row.texts
        day, number, kind, mode = row.received_on, row.number, row.kind, row.mode
        if day is None or number is None or kind is None or mode is None:
            raise AssertionError("an importable row has day, number, kind and mode")
        outcome = row.outcome or Outcome.GUIDE
        petition = Petition(
            kind=kind,
            field=PetitionField.OTHER,
            summary=texts["summary"],
            settled_by=texts["settled_by"],
        )
        guided = outcome is Outcome.GUIDE
        handling = Handling(
            outcome=outcome,
            competence=_COMPETENCE.get(outcome, Competence.OTHER),
            handled_by=texts["guided_to"] if guided else texts["handled_by"],
            document_number=texts["guidance_document" if guided else "transfer_document"],
        )
        return Visit(
            year=day.year,
            number=number,
            received_on=day,
            received_at=None,
            mode=mode,
            receiving_body=body,
            pseudonym=visit_writer.next_pseudonym(work.database, kind.series, day.year),
            capacity=Capacity.SELF,
            handled_petitions=(HandledPetition(petition, handling),),
            group=Group(people=row.people, same_content=row.same_content),
        )

    def _log(self, work: UnitOfWork, preview: ImportPreview, rejected: int) -> None:
        work.insert(
            "import_file",
            {
                "digest": preview.sheet.digest,
                "imported_on": self._session.today().isoformat(),
                "imported_by": self._session.member.user_id,
                "rows": len(preview.rows),
            },
        )
        work.log(
            Act.IMPORTED,
            preview.sheet.digest.hex()[:16],
            rows=len(preview.rows),
            left=rejected,
            masked=sum(1 for row in preview.rows if row.masked_count),
        )


def _progress(row: ImportRow) -> str:
    if row.outcome is Outcome.TRANSFER:
        return "transferred"
    if row.outcome is Outcome.ACCEPT:
        return "accepted"
    return {Outcome.REFUSE: "refused", Outcome.EXPLAIN: "explained"}.get(
        row.outcome or Outcome.GUIDE, "guided"
    )


def _with_progress(items: Sequence[_Item], progress: Progress | None) -> Iterator[_Item]:
    """Yield the items and report progress. Errors: ``exchange.stopped``."""
    for done, item in enumerate(items):
        if progress is not None and done % _PROGRESS_STEP == 0 and not progress(done, len(items)):
            raise ReceptionError("exchange.stopped")
        yield item
    if progress is not None and not progress(len(items), len(items)):
        raise ReceptionError("exchange.stopped")
