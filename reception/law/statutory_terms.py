"""Statutory terms (thời hạn): their length, article, and the dates between which each applies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from reception.domain.working_calendar import DayUnit
from resources import table


@dataclass(frozen=True, slots=True)
class StatutoryTerm:
    """A length of time that the law allows, in working days or in calendar days.

    The day of the event is not counted (Bộ luật Dân sự Điều 147). ``longest_days`` is the length
    with the extension, equal to ``days`` if the law allows no extension.
    """

    code: str
    days: int
    longest_days: int
    unit: DayUnit
    start_event: str  # the event from which it is counted, e.g. "ngày nhận được tố cáo"
    article: str
    since: date
    until: date | None
    is_certain: bool  # False: the office should confirm the term; ``note`` gives the reason
    note: str = ""


@cache
def all_terms() -> tuple[StatutoryTerm, ...]:
    """Return every term: past, present and announced ones."""
    return tuple(_parse_term(item) for item in table("data/terms.json"))


def term_in_force(code: str, on: date) -> StatutoryTerm | None:
    """Return the term with a code that is in force on a day; None if there is none."""
    for term in all_terms():
        if term.code == code and term.since <= on and (term.until is None or on <= term.until):
            return term
    return None


def unit_of_term(code: str, started_on: date) -> DayUnit:
    """Return the unit in which the term with a code is counted that started on a day.

    Working days if no such term was in force; all terms of earlier versions were counted so.
    """
    term = term_in_force(code, started_on)
    return term.unit if term is not None else DayUnit.WORKING


def _parse_term(item: dict[str, Any]) -> StatutoryTerm:
    until = item["until"]
    return StatutoryTerm(
        item["code"],
        int(item["days"]),
        int(item["longest"] or item["days"]),
        DayUnit(item["unit"]),
        item["starts"],
        item["article"],
        date.fromisoformat(item["since"]),
        date.fromisoformat(until) if until else None,
        bool(item["sure"]),
        item["note"],
    )
