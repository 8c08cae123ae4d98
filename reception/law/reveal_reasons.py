"""The reasons for revealing an ordinary reporter's identity, read from a data file."""

from __future__ import annotations

from functools import cache

from reception.domain.errors import InvalidInput
from reception.domain.reveal import IdentityPart, RevealReason
from resources import table


@cache
def reveal_reasons() -> tuple[RevealReason, ...]:
    """Return the reasons, in the order in which the dialog shows them."""
    return tuple(
        RevealReason(
            code=item["code"],
            vietnamese=item["vi"],
            english=item["en"],
            basis=item["basis"],
            paper=item.get("paper", ""),
            parts=tuple(IdentityPart(part) for part in item["parts"]),
        )
        for item in table("data/reveal_reasons.json")["reasons"]
    )


def reveal_reason(code: str) -> RevealReason:
    """Return a reason by its code. Errors: InvalidInput ``reveal.unknown_reason``."""
    for reason in reveal_reasons():
        if reason.code == code:
            return reason
    raise InvalidInput("reveal.unknown_reason", "reason")
