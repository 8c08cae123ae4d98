"""What became of the papers of a visit, as events of its story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from reception.domain.requested_paper import PaperForm, PaperState, Sheet
from reception.domain.visit_lifecycle import LifecycleAct
from reception.services.access.session import Session
from reception.services.register.visit_story import StoryEvent
from reception.storage.json_shapes import word_of
from reception.storage.visits import requested_papers


def paper_events(session: Session, visit_id: int) -> Iterator[StoryEvent]:
    """Yield when sheets were asked for, printed, and dropped because others took their place.

    One event for all sheets of a day; ``sheets`` in its facts has ``form/sheet`` of each. A sheet
    that somebody dropped has an event of its own, written with the visit's other events; until the
    session ends it is made here.
    """
    sheets_of: dict[tuple[str, date], list[str]] = {}
    for row in requested_papers.read_of_visit(session.database, visit_id):
        name = f"{word_of(PaperForm, row['form'])}/{word_of(Sheet, row['sheet'])}"
        asked_on = requested_papers.day_of(row["asked_on"])
        sheets_of.setdefault(("papers_asked", asked_on), []).append(name)
        if row["paper_id"] in session.sheets.dropped:
            yield _dropped_in_session(session, row)
            continue
        settled = _settled(session, row)
        if settled is not None:
            sheets_of.setdefault(settled, []).append(name)
    for (code, day), names in sheets_of.items():
        yield StoryEvent(code, day, (("sheets", " ".join(names)),))


def _settled(session: Session, row: Any) -> tuple[str, date] | None:
    """Return code and day of what became of a sheet; None if it waits or has its own event."""
    if row["paper_id"] in session.sheets.printed:
        return "papers_printed", session.today()
    day = requested_papers.day_of(row["changed_on"] or "")
    if row["state"] == PaperState.PRINTED:
        return "papers_printed", day
    if row["state"] == PaperState.DROPPED and not row["ground"]:
        return "papers_replaced", day
    return None


def _dropped_in_session(session: Session, row: Any) -> StoryEvent:
    dropped = session.sheets.dropped[row["paper_id"]]
    facts = {"by": session.member.name, "ground": dropped.ground.value, "reason": dropped.words}
    facts |= {"checked": "" if dropped.words else "yes"}
    facts |= {"paper": row["paper_id"], "form": row["form"], "sheet": row["sheet"]}
    return StoryEvent(LifecycleAct.PAPER_DROPPED.value, session.today(), tuple(facts.items()))
