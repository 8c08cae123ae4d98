"""Statutory terms (thời hạn): their length, article, and the dates between which each applies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from resources import table


@dataclass(frozen=True, slots=True)
class Term:
    """A term in working days (ngày làm việc).

    The day of the event is not counted (Bộ luật Dân sự Điều 147). ``longest_days`` is the length
    with the extension, equal to ``days`` if the law allows no extension.
    """

    code: str
    days: int
    longest_days: int
    start_event: str  # the event, "ngày nhận được tố cáo"
    article: str
    since: date
    until: date | None
    is_certain: bool  # False: the office should confirm it; ``note`` gives the reason
    note: str = ""


@cache
def all_terms() -> tuple[Term, ...]:
    """Return every term, past and present."""
    return tuple(_term(item) for item in table("data/terms.json"))


def term(code: str, on: date) -> Term | None:
    """Return the term with a code that is in force on a day; None if there is none."""
    for item in all_terms():
        if item.code == code and item.since <= on and (item.until is None or on <= item.until):
            return item
    return None


def _term(item: dict[str, Any]) -> Term:
    until = item["until"]
    return Term(
        item["code"],
        int(item["days"]),
        int(item["longest"] or item["days"]),
        item["starts"],
        item["article"],
        date.fromisoformat(item["since"]),
        date.fromisoformat(until) if until else None,
        bool(item["sure"]),
        item["note"],
    )
