"""The result of the look-up by return code: the status of a matter, without name or kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
