"""The story of a visit as the register shows it, without any part of the identity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reception.services.register.register_row import RegisterRow


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """One event in the story of a visit.

    ``code`` selects the sentence that the window shows; ``facts`` are (name, text) put into it.
    """

    code: str
    day: date
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class VisitStory:
    """All events of a visit with its petitions, papers and deadlines, without the identity."""

    row: RegisterRow
    petitions: tuple[tuple[str, str, str], ...]  # kind, field, summary
    papers: tuple[tuple[str, int, str], ...]  # name, pages, state
    deadlines: tuple[tuple[str, str, date, date | None], ...]  # term, article, due, closed
    events: tuple[StoryEvent, ...]
    reveal_count: int = 0  # how often the identity was revealed


# What the facts of an event may still say to somebody who may not read the visit.
_PLAIN_FACTS = frozenset({"by", "late"})
_PAPER_CODES = frozenset(
    {"number_given", "papers_asked", "papers_printed", "papers_replaced", "paper_dropped"}
)


def without_content(events: tuple[StoryEvent, ...]) -> tuple[StoryEvent, ...]:
    """Return what was done with a visit, when and by whom, without papers, grounds and words."""
    return tuple(
        StoryEvent(
            event.code,
            event.day,
            tuple((name, text) for name, text in event.facts if name in _PLAIN_FACTS),
        )
        for event in events
        if event.code not in _PAPER_CODES
    )
