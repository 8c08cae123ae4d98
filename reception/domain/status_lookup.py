"""Answer of the look-up by return code: the status of a matter, without name or kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reception.domain.errors import InvalidInput

# As printed on the paper and in its QR: "BN-0294", "0294/2025", "BN-0294/2026 K7QF-2MXD-9T4P".
_NUMBER = re.compile(r"^(?:[A-Za-z]{2}[- ]?)?(\d{1,4})(?:/(\d{4}))?$")
_NUMBER_AND_CODE = re.compile(r"^(\S+)\s+(\S.*)$")


class LookupStage(StrEnum):
    """Stage of a matter."""

    HANDLED = "handled"  # being handled
    ANSWERED = "answered"
    ON_THE_DAY = "on_the_day"  # guidance or explanation given during the visit


@dataclass(frozen=True, slots=True)
class LookupStatus:
    """Day of the visit, stage, last day for the answer, and day on which it was given."""

    received_on: date
    stage: LookupStage
    due_on: date | None = None
    answered_on: date | None = None


def read_number(typed: str, present_year: int) -> tuple[int, int]:
    """Return (year, number) of a number as printed on a paper. Errors: ``follow_up.number``."""
    match = _NUMBER.match("".join(typed.split()))
    if match is None:
        raise InvalidInput("follow_up.number", "number")
    return int(match[2] or present_year), int(match[1])


def split_scan(text: str) -> tuple[str, str] | None:
    """Return (number, code) of a scanned QR code; None if the text does not contain both."""
    match = _NUMBER_AND_CODE.match(text.strip())
    return (match[1], match[2]) if match else None
