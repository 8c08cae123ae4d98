"""The reasons and grounds for revealing an identity, read from data files."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from reception.domain.errors import InvalidInput
from reception.domain.petition import PetitionKind
from reception.domain.reveal import IdentityPart, RevealReason
from resources import table

_DENOUNCER, _REPORTER = "denouncer", "reporter"  # keys of the file of grounds


@cache
def reveal_reasons() -> tuple[RevealReason, ...]:
    """Return the reasons for ordinary reporters, in the order in which the dialog shows them."""
    return tuple(map(_reason, table("data/reveal_reasons.json")["reasons"]))


def protected_reveal_grounds(kind: PetitionKind, on: date) -> tuple[RevealReason, ...]:
    """Return the grounds in force on a day for identities that only custodians may open.

    ``kind`` is that of the visit: of a denunciation, or of another petition whose reporter asked
    for protection.
    """
    list_name = _DENOUNCER if kind.protected else _REPORTER
    return tuple(ground for ground in _grounds(list_name) if ground.in_force(on))


def all_reveal_reasons() -> tuple[RevealReason, ...]:
    """Return every reason and ground, past and present."""
    return (*reveal_reasons(), *_grounds(_DENOUNCER), *_grounds(_REPORTER))


def reveal_reason(code: str) -> RevealReason:
    """Return a reason or ground, past or present, by its code.

    Errors: InvalidInput ``reveal.unknown_reason``.
    """
    for reason in all_reveal_reasons():
        if reason.code == code:
            return reason
    raise InvalidInput("reveal.unknown_reason", "reason")


@cache
def _grounds(list_name: str) -> tuple[RevealReason, ...]:
    return tuple(map(_reason, table("data/protected_reveal_grounds.json")[list_name]))


def _reason(item: dict[str, Any]) -> RevealReason:
    return RevealReason(
        code=item["code"],
        vietnamese=item["vi"],
        english=item["en"],
        basis=item["basis"],
        parts=tuple(IdentityPart(part) for part in item["parts"]),
        paper=item.get("paper", ""),
        since=_day(item.get("since")),
        until=_day(item.get("until")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
