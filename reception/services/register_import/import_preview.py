"""The preview of an import: masked rows, problems, and rows already in the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from reception.domain.leak_guard import LeakGuard
from reception.domain.leak_hits import NUMBER_LABEL, replace_hits
from reception.domain.personal_numbers import is_only_a_number
from reception.domain.petition import PetitionKind
from reception.exchange.register_import.preview_counts import PreviewCounts
from reception.exchange.register_import.row_results import ImportRow, RegisterSheet, RowProblem
from reception.law.statutory_words import masked_label
from reception.messages.catalogue import sentence


@dataclass(frozen=True, slots=True)
class MaskedRow:
    """An importable row after the leak guard: its texts contain no part of its identity."""

    row: ImportRow = field(repr=False)
    texts: dict[str, str] = field(repr=False)
    masked_count: int  # how often a part of an identity was replaced in the texts
    digest: bytes = b""  # 16 bytes over the unsealed columns, to find duplicates


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """The effect of an import; identities are in ``sheet`` and in the rows, not in the counts."""

    sheet: RegisterSheet = field(repr=False)
    counts: PreviewCounts
    rows: tuple[MaskedRow, ...] = field(repr=False)
    problems: tuple[tuple[ImportRow, RowProblem], ...] = field(repr=False)
    already_imported: tuple[ImportRow, ...] = field(repr=False, default=())

    @property
    def rejected(self) -> int:
        """The number of rows with problems."""
        return len({(row.sheet, row.line) for row, _ in self.problems})

    def lines(self, language: str) -> tuple[str, ...]:
        """Return the preview in sentences: a summary, then each problem."""
        sentences = [
            sentence(
                "exchange.summary",
                language,
                importable=len(self.rows),
                rejected=self.rejected,
                skipped=self.counts.skipped,
                doubles=len(self.already_imported),
            )
        ]
        for row, problem in self.problems:
            reason = sentence(problem.code, language, **problem.facts)
            sentences.append(sentence("exchange.line", language, line=row.line, why=reason))
        return tuple(sentences)

    def facts(self) -> dict[str, Any]:
        """Return the preview as values for JSON."""
        return {
            "rows": len(self.rows),
            "skipped": self.counts.skipped,
            "doubles": len(self.already_imported),
            "masked": sum(1 for row in self.rows if row.masked_count),
            "by_kind": {kind.value: n for kind, n in self.counts.by_kind.items()},
            "people": self.counts.people,
            "large_groups": self.counts.large_groups,
            "problems": [
                {"line": row.line, "code": problem.code, "column": problem.column.value}
                for row, problem in self.problems
            ],
        }


def mask_row(row: ImportRow) -> MaskedRow:
    """Return a row whose texts have passed the leak guard with its own identity."""
    label = masked_label(row.kind or PetitionKind.FEEDBACK)
    texts: dict[str, str] = {}
    masked_count = 0
    guard = LeakGuard(row.identity)
    for name, text in _named_texts(row):
        hits = guard.find(text)
        texts[name] = replace_hits(text, hits, label)
        masked_count += len(hits)
        if is_only_a_number(texts[name]):  # in a shifted row it may be the reporter's own
            texts[name] = NUMBER_LABEL
            masked_count += 1
    return MaskedRow(row, texts, masked_count, _unsealed_digest(row, texts))


def _unsealed_digest(row: ImportRow, texts: dict[str, str]) -> bytes:
    """Return a digest of unsealed values: one of an identity could be found by trying names.

    It ends with the first change of the visit, because the words it covers may be removed then.
    """
    parts = (row.number, row.received_on, row.kind, row.mode, row.people, row.same_content)
    joined = "\x1f".join(str(part) for part in (*parts, row.own_competence, *texts.values()))
    return blake2b(joined.encode("utf-8"), digest_size=16).digest()


def _named_texts(row: ImportRow) -> Iterator[tuple[str, str]]:
    """Yield (name of the field, its text) of every free text of a row."""
    yield "summary", row.summary
    yield "settled_by", row.settled_by
    yield "guided_to", row.guided_to
    yield "handled_by", row.handled_by
    yield "result", row.result
    yield "note", row.note
    # In these columns "số 012…" may be the person's own identity number.
    yield "guidance_document", row.guidance_document
    yield "transfer_document", row.transfer_document
