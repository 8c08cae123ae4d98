"""An office's existing Excel register, brought in: previewed first, then all rows or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.leak_guard import find_leaks, replace_hits
from reception.domain.petition import Competence, Petition, PetitionField, PetitionKind
from reception.domain.reporter import Capacity
from reception.domain.staff import Right
from reception.domain.visit import (
    Group,
    HandledPetition,
    Handling,
    Outcome,
    Visit,
    visit_id,
)
from reception.exchange.register_columns import Column
from reception.exchange.register_preview import PreviewCounts, preview_counts
from reception.exchange.register_rows import ImportRow, RegisterSheet, RowProblem
from reception.exchange.register_workbook import read_register
from reception.law.words import masked
from reception.messages.book import say
from reception.services.import_tags import TagQueue
from reception.services.session import Session
from reception.storage import visits
from reception.storage.identities import SealedPart
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import VisitExtras

Progress = Callable[[int, int], bool]
_PROGRESS_STEP = 50
_KNOWN = "SELECT 1 FROM import_file WHERE digest = ?"
_NUMBERED = "SELECT import_digest FROM visit WHERE visit_id = ?"
_COMPETENCE = {
    Outcome.ACCEPT: Competence.OURS,
    Outcome.EXPLAIN: Competence.SETTLED,
}


@dataclass(frozen=True, slots=True)
class MaskedRow:
    """A good row after the leak guard: texts hold no part of its own identity."""

    row: ImportRow = field(repr=False)
    texts: dict[str, str] = field(repr=False)
    places: int  # how often the identity stood in a text
    digest: bytes = b""  # 16 bytes over what is kept unsealed, for finding doubles


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do; nothing of it is an identity but the rows in hand."""

    sheet: RegisterSheet = field(repr=False)
    counts: PreviewCounts
    rows: tuple[MaskedRow, ...] = field(repr=False)
    problems: tuple[tuple[ImportRow, RowProblem], ...] = field(repr=False)
    doubles: tuple[ImportRow, ...] = field(repr=False, default=())  # already in the register

    def lines(self, language: str) -> tuple[str, ...]:
        """Return the preview in sentences: what comes in, what cannot and why, by row."""
        text = [
            say(
                "exchange.summary",
                language,
                good=len(self.rows),
                stuck=len({row.line for row, _ in self.problems}),
                skipped=self.counts.skipped,
                doubles=len(self.doubles),
            )
        ]
        for row, problem in self.problems:
            why = say(problem.code, language, **problem.facts)
            text.append(say("exchange.line", language, line=row.line, why=why))
        return tuple(text)

    def facts(self) -> dict[str, Any]:
        """Return the preview for a program."""
        return {
            "rows": len(self.rows),
            "skipped": self.counts.skipped,
            "doubles": len(self.doubles),
            "masked": sum(1 for row in self.rows if row.places),
            "by_kind": {kind.value: n for kind, n in self.counts.by_kind.items()},
            "people": self.counts.people,
            "large_groups": self.counts.large_groups,
            "problems": [
                {"line": row.line, "code": problem.code, "column": problem.column.value}
                for row, problem in self.problems
            ],
        }


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What an import did."""

    rows: int
    left: int


class Imports:
    """Reads, previews and brings in register workbooks."""

    def __init__(self, session: Session) -> None:
        """Work in one session."""
        self._session = session
        self._tags = TagQueue(session)

    def preview(self, data: bytes, progress: Progress | None = None) -> ImportPreview:
        """Read a workbook and say what would come in; nothing is written.

        Errors: ``exchange.*`` for the file as a whole, ``exchange.already_imported``.
        """
        self._session.require(Right.IMPORT)
        sheet = read_register(data, self._session.today(), progress)
        if self._session.database.one(_KNOWN, (sheet.digest,)) is not None:
            raise InvalidInput("exchange.already_imported", "file")
        good, doubles, problems = self._sorted(sheet)
        return ImportPreview(sheet, preview_counts(sheet), good, problems, doubles)

    def bring_in(
        self,
        preview: ImportPreview,
        *,
        leave_problems: bool = False,
        progress: Progress | None = None,
    ) -> ImportDone:
        """Write every good row, sealed, in one transaction; or nothing.

        With problems left, ``leave_problems`` must say that they stay out. ``progress`` returns
        False to stop: ``exchange.stopped``, nothing written. Tags follow by ``tag_some``.
        """
        self._session.require(Right.IMPORT)
        stuck = len({row.line for row, _ in preview.problems})
        if stuck and not leave_problems:
            raise InvalidInput("exchange.problems_left", "file", count=stuck)
        if not preview.rows:
            raise InvalidInput("exchange.nothing_new", "file")
        body = self._session.settings().bodies[0]
        with self._session.act() as work:
            written = [
                (self._write(work, row, body), row) for row in _counted(preview.rows, progress)
            ]
            self._log(work, preview, stuck)
        for visit, row in written:
            if not visit.main.petition.kind.protected:
                self._tags.add(visit.visit_id, row.row.identity)
        return ImportDone(len(preview.rows), stuck)

    def tag_some(self, most: int = 1) -> int:
        """Make blind tags of visits brought in, when nobody waits; return how many remain."""
        return self._tags.step(most)

    def _sorted(
        self, sheet: RegisterSheet
    ) -> tuple[
        tuple[MaskedRow, ...],
        tuple[ImportRow, ...],
        tuple[tuple[ImportRow, RowProblem], ...],
    ]:
        good: list[MaskedRow] = []
        doubles: list[ImportRow] = []
        problems: list[tuple[ImportRow, RowProblem]] = []
        for row in sheet.rows:
            problems.extend((row, problem) for problem in row.problems)
            if not row.good:
                continue
            masked_row, taken = mask_row(row), self._taken(row)
            if taken is None:
                good.append(masked_row)
            elif taken == masked_row.digest:
                doubles.append(row)
            else:
                problem = RowProblem(
                    "exchange.row.number_taken", Column.NUMBER, f"{row.number:04d}"
                )
                problems.append((row, problem))
        return tuple(good), tuple(doubles), tuple(problems)

    def _taken(self, row: ImportRow) -> bytes | None:
        if row.number is None or row.received_on is None:
            return None
        key = visit_id(row.received_on.year, row.number)
        found = self._session.database.one(_NUMBERED, (key,))
        return None if found is None else bytes(found["import_digest"] or b"")

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
        visits.write_visit(work, visit, extras)
        protected = visit.main.petition.kind.protected
        part = SealedPart(row.identity)
        self._session.seals.seal_identity(work, visit.visit_id, part, protected=protected)
        return visit

    def _visit(self, work: UnitOfWork, masked_row: MaskedRow, body: str) -> Visit:
        row, texts = masked_row.row, masked_row.texts
        day, number, kind, mode = row.received_on, row.number, row.kind, row.mode
        if day is None or number is None or kind is None or mode is None:
            raise AssertionError("a good row has day, number, kind and mode")
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
            body=texts["guided_to"] if guided else texts["handled_by"],
            document_number=texts["guidance_document" if guided else "transfer_document"],
        )
        return Visit(
            year=day.year,
            number=number,
            received_on=day,
            received_at=None,
            mode=mode,
            body=body,
            pseudonym=visits.next_code(work.database, kind.series, day.year),
            capacity=Capacity.SELF,
            entries=(HandledPetition(petition, handling),),
            group=Group(people=row.people, same_content=row.same_content),
        )

    def _log(self, work: UnitOfWork, preview: ImportPreview, left: int) -> None:
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
            left=left,
            masked=sum(1 for row in preview.rows if row.places),
        )


def _counted(rows: tuple[MaskedRow, ...], progress: Progress | None) -> Iterator[MaskedRow]:
    for place, row in enumerate(rows):
        if progress and place % _PROGRESS_STEP == 0 and not progress(place, len(rows)):
            raise ReceptionError("exchange.stopped")
        yield row


def mask_row(row: ImportRow) -> MaskedRow:
    """Return a row whose texts have passed the leak guard with its own identity."""
    word = masked(row.kind or PetitionKind.FEEDBACK)
    texts: dict[str, str] = {}
    places = 0
    for name, text in _texts(row):
        hits = find_leaks(text, row.identity)
        places += len(hits)
        texts[name] = replace_hits(text, hits, word) if hits else text
    return MaskedRow(row, texts, places, _digest(row, texts))


def _digest(row: ImportRow, texts: dict[str, str]) -> bytes:
    """Digest what stays readable anyway: a hash over unguarded words could be guessed at."""
    parts = (row.number, row.received_on, row.kind, row.mode, row.people, row.same_content)
    plain = "\x1f".join(str(part) for part in (*parts, row.ours, *texts.values()))
    return blake2b(plain.encode("utf-8"), digest_size=16).digest()


def _texts(row: ImportRow) -> Iterator[tuple[str, str]]:
    yield "summary", row.summary
    yield "settled_by", row.settled_by
    yield "guided_to", row.guided_to
    yield "handled_by", row.handled_by
    yield "result", row.result
    yield "note", row.note
    # A document's number too: "số 012…" in that column is as often the person's own number.
    yield "guidance_document", row.guidance_document
    yield "transfer_document", row.transfer_document


def _progress(row: ImportRow) -> str:
    if row.outcome is Outcome.TRANSFER:
        return "transferred"
    if row.outcome is Outcome.ACCEPT:
        return "accepted"
    return {Outcome.REFUSE: "refused", Outcome.EXPLAIN: "explained"}.get(
        row.outcome or Outcome.GUIDE, "guided"
    )
