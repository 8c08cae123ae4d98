"""Writes the rows of an import: visits whose identities are sealed as if they were entered."""

from __future__ import annotations

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.domain.petition import Competence, Petition, PetitionField
from reception.domain.reporter import Capacity, Identity
from reception.domain.visit import Group, HandledPetition, Handling, Outcome, Visit
from reception.exchange.register_import.row_results import ImportRow
from reception.services.access.session import Session
from reception.services.register_import.import_preview import ImportPreview, MaskedRow
from reception.services.register_import.imported_rows import imported_digest, is_file_imported
from reception.services.register_import.progress import Progress, report_progress
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_writer
from reception.storage.visits.sealed_part import SealedPart
from reception.storage.visits.visit_writer import VisitExtras

_COMPETENCE = {
    Outcome.ACCEPT: Competence.OURS,
    Outcome.EXPLAIN: Competence.SETTLED,
}


class ImportWriter:
    """Writes the rows of a preview inside one act of the signed-in person."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def write_rows(
        self, work: UnitOfWork, preview: ImportPreview, progress: Progress | None
    ) -> list[tuple[int, Identity]]:
        """Write the rows; return visit id and identity of those that get a blind index.

        Errors: InvalidInput ``exchange.already_imported``, ``exchange.changed_meanwhile``;
        ReceptionError ``exchange.stopped``.
        """
        if is_file_imported(work.database, preview.sheet.digest):
            raise InvalidInput("exchange.already_imported", "file")
        body = self._session.settings().bodies[0]
        to_index: list[tuple[int, Identity]] = []
        for masked_row in report_progress(preview.rows, progress):
            if imported_digest(work.database, masked_row.row) is not None:
                raise InvalidInput("exchange.changed_meanwhile", "file")
            visit = self._write_row(work, masked_row, body)
            if not visit.main_petition.petition.kind.protected:
                to_index.append((visit.visit_id, masked_row.row.identity))
        return to_index

    def log_import(
        self, work: UnitOfWork, preview: ImportPreview, rejected: int, queued: tuple[str, int]
    ) -> None:
        """Store the digest of the file and log the import with its counts.

        ``queued`` is (batch id, number of chunks) of the queue of blind indexes.
        """
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
            **({"queued": list(queued)} if queued[1] else {}),
        )

    def _write_row(self, work: UnitOfWork, masked_row: MaskedRow, body: str) -> Visit:
        row = masked_row.row
        visit = _visit(work, masked_row, body)
        extras = VisitExtras(
            officer=self._session.member.user_id,
            progress=_progress_code(row),
            import_digest=masked_row.digest,
            result=masked_row.texts["result"],
            note=masked_row.texts["note"],
        )
        visit_writer.write_visit(work, visit, extras)
        protected = visit.main_petition.petition.kind.protected
        part = SealedPart(row.identity)
        self._session.seals.seal_identity(work, visit.visit_id, part, protected=protected)
        return visit


def _visit(work: UnitOfWork, masked_row: MaskedRow, body: str) -> Visit:
    row, texts = masked_row.row, masked_row.texts
    day, number, kind, mode = row.received_on, row.number, row.kind, row.mode
    if day is None or number is None or kind is None or mode is None:
        raise AssertionError("an importable row has day, number, kind and mode")
    petition = Petition(
        kind=kind,
        field=PetitionField.OTHER,
        summary=texts["summary"],
        settled_by=texts["settled_by"],
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
        handled_petitions=(HandledPetition(petition, _handling(row, texts)),),
        group=Group(people=row.people, same_content=row.same_content),
    )


def _handling(row: ImportRow, texts: dict[str, str]) -> Handling:
    outcome = row.outcome or Outcome.GUIDE
    is_guided = outcome is Outcome.GUIDE
    return Handling(
        outcome=outcome,
        competence=_COMPETENCE.get(outcome, Competence.OTHER),
        handled_by=texts["guided_to"] if is_guided else texts["handled_by"],
        document_number=texts["guidance_document" if is_guided else "transfer_document"],
    )


def _progress_code(row: ImportRow) -> str:
    """Return the code stored for how far the matter of the visit has come."""
    if row.outcome is Outcome.TRANSFER:
        return "transferred"
    if row.outcome is Outcome.ACCEPT:
        return "accepted"
    return {Outcome.REFUSE: "refused", Outcome.EXPLAIN: "explained"}.get(
        row.outcome or Outcome.GUIDE, "guided"
    )
