"""What the leak guard finds: spans of a text that show a part of an identity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reception.domain.personal_numbers import NumberKind

NUMBER_LABEL = "[số]"  # stands for a number, whosever it is


class LeakedPart(StrEnum):
    """Which part of an identity was found; the value names no one.

    ``IDENTITY_NUMBER``, ``MOBILE`` and ``CARD`` are shaped like one person's number and may be
    anybody's; ``NUMBER`` and ``PHONE`` are the reporter's own.
    """

    CARD = "card"
    NUMBER = "number"
    IDENTITY_NUMBER = "identity_number"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    BIRTH = "birth"
    STREET = "street"
    HAMLET = "hamlet"
    WORKPLACE = "workplace"
    NAME = "name"
    RELATED = "related"
    OCCUPATION = "occupation"
    COMMUNE = "commune"


_ORDER = {part: order for order, part in enumerate(LeakedPart)}
# Parts that other people may have too; a number, a home or a workplace identifies one person.
_SHAREABLE_PARTS = frozenset(
    [LeakedPart.NAME, LeakedPart.RELATED, LeakedPart.COMMUNE, LeakedPart.OCCUPATION]
)
NUMBERS_OF_ANYBODY = {
    NumberKind.CARD: LeakedPart.CARD,
    NumberKind.IDENTITY: LeakedPart.IDENTITY_NUMBER,
    NumberKind.MOBILE: LeakedPart.MOBILE,
}
_NUMBER_PARTS = frozenset(
    [*NUMBERS_OF_ANYBODY.values(), LeakedPart.NUMBER, LeakedPart.PHONE, LeakedPart.EMAIL]
)


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A span of a text, ``text[start:end]``, that shows a part of the identity."""

    start: int
    end: int
    part: LeakedPart


@dataclass(frozen=True, slots=True)
class ParagraphHits:
    """What one paragraph shows: hits, and words that count only beside a hit in the same text."""

    hits: tuple[Hit, ...] = ()
    dependent_hits: tuple[Hit, ...] = ()  # the commune, an occupation, the birth year

    def __bool__(self) -> bool:
        return bool(self.hits or self.dependent_hits)


def only_names(hits: Sequence[Hit]) -> bool:
    """Tell whether all hits are names or communes, which other people may have too."""
    return all(hit.part in _SHAREABLE_PARTS for hit in hits)


def of_identity(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the hits that show the identity, without numbers that may be anybody's.

    For papers and letters, which bear the office's own numbers.
    """
    anybody = frozenset(NUMBERS_OF_ANYBODY.values())
    return tuple(hit for hit in hits if hit.part not in anybody)


def replacement_for(hit: Hit, label: str) -> str:
    """Return what stands for a hit: ``[số]`` for numbers, else the label, "[người tố cáo]"."""
    return NUMBER_LABEL if hit.part in _NUMBER_PARTS else label


def joined_hits(paragraphs: Iterable[tuple[int, ParagraphHits]]) -> tuple[Hit, ...]:
    """Return the hits of a text: (position of its first character, hits) for each paragraph.

    Communes, occupations and birth years count if any paragraph has a hit.
    """
    found = list(paragraphs)
    hits = [_moved(hit, offset) for offset, part in found for hit in part.hits]
    if hits:
        hits += [_moved(hit, offset) for offset, part in found for hit in part.dependent_hits]
    return merged_hits(hits)


def replace_hits(text: str, hits: Sequence[Hit], replacement: str) -> str:
    """Return the text with every hit replaced, by ``[người tố cáo]`` or, for a number, ``[số]``."""
    pieces: list[str] = []
    end = 0
    for hit in sorted(hits):
        pieces += [text[end : hit.start], replacement_for(hit, replacement)]
        end = hit.end
    return "".join([*pieces, text[end:]])


def _moved(hit: Hit, offset: int) -> Hit:
    return replace(hit, start=hit.start + offset, end=hit.end + offset) if offset else hit


def merged_hits(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return the hits in order; of those that overlap one, with the part that tells the most."""
    merged: list[Hit] = []
    for hit in sorted(set(hits)):
        if merged and hit.start < merged[-1].end:
            last = merged[-1]
            part = min(last.part, hit.part, key=_ORDER.__getitem__)
            merged[-1] = Hit(last.start, max(last.end, hit.end), part)
        else:
            merged.append(hit)
    return tuple(merged)
