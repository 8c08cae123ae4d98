"""Tracing a citizen's copy that was found: by the number printed on it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_DIGITS = 10
_SEPARATORS = frozenset("-.–")


class TracingGround(StrEnum):
    """Why a paper is traced; the list is closed, because free words could name somebody."""

    HANDED_IN = "handed_in"  # somebody found it and handed it in
    AUTHORITY = "authority"  # a competent body asks whether the office has issued it
    DOUBTED = "doubted"  # it may be forged, or somebody else's


@dataclass(frozen=True, slots=True)
class TracedCopy:
    """The visit of a copy; not ``is_newest`` if it was made again since: its code has ended."""

    visit_id: int
    number: int  # of the visit in its year
    code: str  # the reporter's pseudonym
    received_on: date
    is_newest: bool
    voided: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """Two copies may bear one number. ``unreadable`` is how many sealed numbers did not open."""

    copies: tuple[TracedCopy, ...]
    unreadable: int


def read_copy_number(text: str) -> str | None:
    """Return a number as it is sealed, ``072-415-9036``; None if the text is none of ten digits.

    Blanks, dots and hyphens are ignored; digits of other widths count.
    """
    plain = unicodedata.normalize("NFKC", text)
    digits = "".join(sign for sign in plain if not sign.isspace() and sign not in _SEPARATORS)
    if len(digits) != _DIGITS or not (digits.isascii() and digits.isdigit()):
        return None
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
