"""What an import would do: each row past the leak guard, what stops it, what is known already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from reception.domain.leak_guard import LeakGuard, replace_hits
from reception.domain.petition import PetitionKind
from reception.exchange.register_import.preview_counts import PreviewCounts
from reception.exchange.register_import.row_results import ImportRow, RegisterSheet, RowProblem
from reception.law.statutory_words import masked_label
from reception.messages.catalogue import sentence

# An identity number or a mobile phone is a person's, and in a row where cells changed places it
# is the reporter's own: it stays in no text, whoever's it is.
_PERSONAL_NUMBER = re.compile(r"(?<!\d)(?:0(?:[ .]?\d){11}|0[35789](?:[ .-]?\d){8})(?!\d)")

# An old card (CMND) has nine digits, as sums of money have: it is known by standing alone.
_ONLY_A_NUMBER = re.compile(r"[^\d\n]{0,20}\d(?:[ .]?\d){7,11}\W*")


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

    @property
    def stuck(self) -> int:
        """Return how many rows have problems."""
        return len({(row.sheet, row.line) for row, _ in self.problems})

    def lines(self, language: str) -> tuple[str, ...]:
        """Return the preview in sentences: what comes in, what cannot and why, by row."""
        text = [
            sentence(
                "exchange.summary",
                language,
                good=len(self.rows),
                stuck=self.stuck,
                skipped=self.counts.skipped,
                doubles=len(self.doubles),
            )
        ]
        for row, problem in self.problems:
            why = sentence(problem.code, language, **problem.facts)
            text.append(sentence("exchange.line", language, line=row.line, why=why))
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


def mask_row(row: ImportRow) -> MaskedRow:
    """Return a row whose texts have passed the leak guard with its own identity."""
    word = masked_label(row.kind or PetitionKind.FEEDBACK)
    texts: dict[str, str] = {}
    places = 0
    guard = LeakGuard(row.identity)
    for name, text in _texts(row):
        hits = guard.find(text)
        guarded = replace_hits(text, hits, word) if hits else text
        texts[name], numbers = _PERSONAL_NUMBER.subn(word, guarded)
        if _ONLY_A_NUMBER.fullmatch(texts[name]):
            texts[name], numbers = word, numbers + 1
        places += len(hits) + numbers
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
