"""The result of the look-up by return code: the status of a matter, without name or kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reception.domain.errors import InvalidInput

# As printed on the paper and in its QR: "BN-0294", "0294/2025", "BN-0294/2026 K7QF-2MXD-9T4P".
_PAPER_NUMBER = re.compile(r"^(?:[A-Za-z]{2}[- ]?)?(\d{1,4})(?:/(\d{4}))?$")
_NUMBER_AND_RETURN_CODE = re.compile(r"^(\S+)\s+(\S.*)$")


class LookupStage(StrEnum):
    """How far a matter has come, as the office tells the reporter."""

    IN_PROGRESS = "handled"
    ANSWERED = "answered"
    ANSWERED_AT_VISIT = "on_the_day"  # guidance or explanation given during the visit


@dataclass(frozen=True, slots=True)
class LookupStatus:
    """Day of the visit and stage; the last day for the answer, or the day of the answer.

    ``due_on`` is set for ``IN_PROGRESS`` only, None without a deadline; ``answered_on`` is set for
    ``ANSWERED`` only.
    """

    received_on: date
    stage: LookupStage
    due_on: date | None = None
    answered_on: date | None = None


def parse_paper_number(typed: str, present_year: int) -> tuple[int, int]:
    """Return (year, number) of a number as printed on a paper, e.g. ``BN-0294/2025``.

    Without a typed year, the year is ``present_year``. Errors: InvalidInput ``follow_up.number``.
    """
    match = _PAPER_NUMBER.match("".join(typed.split()))
    if match is None:
        raise InvalidInput("follow_up.number", "number")
    return int(match[2] or present_year), int(match[1])


def split_scan(text: str) -> tuple[str, str] | None:
    """Return (paper number, return code) of a scanned QR code; None unless it contains both."""
    match = _NUMBER_AND_RETURN_CODE.match(text.strip())
    return (match[1], match[2]) if match else None
