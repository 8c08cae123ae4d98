"""What a citizen's paper bears, as somebody types or scans it: a return code, perhaps a number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reception.domain.errors import InvalidInput
from reception.domain.return_code import CHECK_LENGTH, RANDOM_LENGTH

# A number on papers of earlier versions: "BN-0294", "0294/2025".
_OLD_NUMBER = re.compile(r"(?:[A-Za-z]{2}[- ]?)?([0-9]{1,4})(?:/([0-9]{4}))?")
_COPY_NUMBER = re.compile("[0-9]{5,12}")  # of a present paper, ten digits, or some of them missing
_BLANKS = " \t\u00a0"
_SEPARATORS = _BLANKS + "-\u2013"
_CODE_LENGTH = RANDOM_LENGTH + CHECK_LENGTH


@dataclass(frozen=True, slots=True)
class PaperCode:
    """A return code as typed, and (year, number) of an older paper, which its code needs.

    Older papers show their number without its year; it is None unless it was typed or scanned.
    """

    code: str = field(repr=False)
    old_number: tuple[int | None, int] | None = None


def read_paper_code(typed: str, typed_number: str) -> PaperCode:
    """Return what was typed: ``K7QF-2MXD-9T4P``, or ``BN-0294/2025 K7QF-2MXD-9T4P`` together.

    ``typed_number`` is the number if it was typed on its own, or "". The number of a present paper
    is left out: nothing is found by it.
    Errors: InvalidInput ``follow_up.number`` for what is no number of a paper.
    """
    before, code = split_paper_code(typed)
    return PaperCode(code, _old_number(typed_number or before))


def split_paper_code(typed: str) -> tuple[str, str]:
    """Return (what stands before the return code, return code) of a typed or scanned text.

    Blanks are between them; any other text is returned whole, as the code.
    """
    typed = typed.strip()
    characters = 0
    for index in range(len(typed) - 1, -1, -1):
        if typed[index] in _SEPARATORS:
            continue
        characters += 1
        if characters == _CODE_LENGTH and typed[:index].endswith(tuple(_BLANKS)):
            return typed[:index].strip(), typed[index:]
    return "", typed


def _old_number(typed: str) -> tuple[int | None, int] | None:
    text = "".join(typed.split())
    if not text or _COPY_NUMBER.fullmatch(text.translate({ord("-"): None, ord("–"): None})):
        return None
    match = _OLD_NUMBER.fullmatch(text)
    if match is None:
        raise InvalidInput("follow_up.number", "number")
    return int(match[2]) if match[2] else None, int(match[1])
