"""The reasons for printing many reporters' names on one paper, read from a data file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reception.domain.errors import InvalidInput
from resources import table


@dataclass(frozen=True, slots=True)
class BulkReason:
    """A reason; ``protected`` is True for those of the pages with denouncers' identities."""

    code: str
    vietnamese: str
    english: str
    basis: str  # the article of law
    protected: bool


@cache
def bulk_reasons(*, protected: bool) -> tuple[BulkReason, ...]:
    """Return the reasons, in the order in which the dialog shows them."""
    reasons = (
        BulkReason(item["code"], item["vi"], item["en"], item["basis"], item["protected"])
        for item in table("data/bulk_reasons.json")["reasons"]
    )
    return tuple(reason for reason in reasons if reason.protected is protected)


def bulk_reason(code: str, *, protected: bool) -> BulkReason:
    """Return a reason by its code. Errors: InvalidInput ``reveal.unknown_reason``."""
    for reason in bulk_reasons(protected=protected):
        if reason.code == code:
            return reason
    raise InvalidInput("reveal.unknown_reason", "reason")
