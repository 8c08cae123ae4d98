"""Papers that were asked for and not printed: listed, marked as printed, dropped with a reason.

The pages themselves are held by the window until it locks; here is only what is known about them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.reporter import Pseudonym
from reception.domain.requested_paper import (
    DropGround,
    PaperForm,
    PaperState,
    RequestedSheet,
    Sheet,
    WaitingPaper,
    WayToPrint,
)
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.domain.visit_lifecycle import LifecycleAct
from reception.domain.written_reason import SHORTEST_WRITTEN_REASON
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.visit_lifecycle import lifecycle_rules
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import requested_papers, visit_events

DAYS_LISTED = 30  # how long a dropped sheet stays in the list
_CHOSEN_GROUNDS = frozenset(DropGround) - {DropGround.REMADE}
_FORMS_WITH_REVEAL = (PaperForm.RECEIPT, PaperForm.RETURN_SLIP, PaperForm.REFUSAL_NOTICE)


@rights_checked
class WaitingPapers:
    """Sheets of the visits that the signed-in person received or may see to."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._printed: set[str] = set()
        self._obstacles: dict[str, str] = {}
        session.add_closing_step(self._write_what_was_printed)

    def waiting(self) -> tuple[WaitingPaper, ...]:
        """Return the sheets that wait for a printer, newest first."""
        rows = requested_papers.read_waiting(self._session.database)
        return self._papers(row for row in rows if row["paper_id"] not in self._printed)

    def dropped(self) -> tuple[WaitingPaper, ...]:
        """Return the sheets that were dropped in the last 30 days, newest first."""
        since = self._session.today() - timedelta(days=DAYS_LISTED)
        return self._papers(requested_papers.read_dropped_since(self._session.database, since))

    def paper(self, paper_id: str) -> WaitingPaper:
        """Return one sheet, whatever its state. Errors: NotAllowed ``waiting.unknown``."""
        self._session.refresh()
        row = requested_papers.read_paper(self._session.database, paper_id)
        if row is None or not self._may_see(row):
            raise NotAllowed("waiting.unknown")
        return self._paper(row)

    def remember_printed(self, paper_ids: Iterable[str]) -> None:
        """Remember that a printer has taken these sheets; written with the end of the session.

        A citizen's own copy has no entry of its own: entries would show when each visitor left.
        Errors: those of :meth:`drop`.
        """
        ids = tuple(paper_ids)
        for paper_id in ids:
            self._row_to_settle(paper_id)
        self._printed.update(ids)

    def remember_obstacle(self, paper_ids: Iterable[str], code: str) -> None:
        """Remember why these sheets were not printed: ``code`` is that of a sentence.

        Errors: those of :meth:`drop`.
        """
        ids = tuple(paper_ids)
        for paper_id in ids:
            self._row_to_settle(paper_id)
        self._obstacles.update(dict.fromkeys(ids, code))

    def mark_printed(self, paper_id: str) -> None:
        """Record now that a sheet was printed, e.g. before a power cut.

        Errors: those of :meth:`drop`.
        """
        self._row_to_settle(paper_id)
        with self._session.act() as work:
            row = self._row_to_settle(paper_id)
            requested_papers.set_state(work, paper_id, PaperState.PRINTED, self._session.today())
            work.log(Act.PAPERS_PRINTED, visit_subject(row["visit_id"]), papers=[paper_id])
        self._forget(paper_id)

    def drop(self, paper_id: str, ground: DropGround, words: str = "") -> None:
        """Give a sheet up; its visit's story and the log tell it, with the ground.

        Errors: NotAllowed ``waiting.unknown``, ReceptionError ``waiting.settled``; InvalidInput
        ``waiting.ground``, ``life.reason_short``, ``life.personal_number``.
        """
        reason = _checked_words(ground, words)
        self._row_to_settle(paper_id)
        with self._session.act() as work:
            row = self._row_to_settle(paper_id)
            requested_papers.set_state(work, paper_id, PaperState.DROPPED, self._session.today())
            facts = {"paper": paper_id, "form": row["form"], "sheet": row["sheet"]}
            event = visit_events.VisitEvent(
                LifecycleAct.PAPER_DROPPED.value,
                self._session.today(),
                self._session.member.user_id,
                ground.value,
                reason,
                facts,
                checked=not reason,
            )
            visit_events.write_event(work, row["visit_id"], event)
            named = {"form": row["form"], "sheet": row["sheet"], "ground": ground.value}
            work.log(Act.PAPER_DROPPED, visit_subject(row["visit_id"]), **named)
        self._forget(paper_id)

    def _forget(self, paper_id: str) -> None:
        self._printed.discard(paper_id)
        self._obstacles.pop(paper_id, None)

    def _row_to_settle(self, paper_id: str) -> Any:
        """Return the row of a sheet that waits and that this person may settle."""
        row = requested_papers.read_paper(self._session.database, paper_id)
        if row is None or not self._may_see(row):
            raise NotAllowed("waiting.unknown")
        if row["state"] != PaperState.ASKED or row["voided"]:
            raise ReceptionError("waiting.settled")
        return row

    def _may_see(self, row: Any) -> bool:
        """Tell whether a sheet is the officer's own, a custodian's task, or for the head to see."""
        session = self._session
        if session.may(Right.MANAGE):
            return True
        if session.may(Right.CUSTODY) and lifecycle_rules.is_protected(row):
            return True
        return session.member.user_id in (row["asked_by"], row["officer"])

    def _papers(self, rows: Iterable[Any]) -> tuple[WaitingPaper, ...]:
        self._session.refresh()
        return tuple(self._paper(row) for row in rows if self._may_see(row))

    def _paper(self, row: Any) -> WaitingPaper:
        asker = self._session.people.get(row["asked_by"])
        code = Pseudonym(row["series"], row["code_year"], row["code_number"])
        sheet = RequestedSheet(PaperForm(row["form"]), Sheet(row["sheet"]))
        state = PaperState(row["state"])
        ground = DropGround(row["ground"]) if row["ground"] else DropGround.REMADE
        return WaitingPaper(
            paper_id=row["paper_id"],
            visit_id=row["visit_id"],
            number=row["number"],
            code=code.code(self._session.today().year),
            kind=row["kind"],
            sheet=sheet,
            asked_on=requested_papers.day_of(row["asked_on"]),
            asked_by=asker.name if asker else "",
            state=state,
            changed_on=requested_papers.day_of(row["changed_on"]) if row["changed_on"] else None,
            obstacle=self._obstacles.get(row["paper_id"], row["obstacle"]),
            ground=ground if state is PaperState.DROPPED else None,
            way=self._way_to_print(row, sheet),
            successor=bool(row["successor"]),
        )

    def _way_to_print(self, row: Any, sheet: RequestedSheet) -> WayToPrint:
        """Return how a sheet whose pages are gone can be made again by this person."""
        if lifecycle_rules.is_protected(row):
            return self._way_of_protected(row, sheet)
        if sheet.sheet is Sheet.CITIZEN and sheet.form in _FORMS_WITH_REVEAL:
            return WayToPrint.REVEAL
        return WayToPrint.NOTHING

    def _way_of_protected(self, row: Any, sheet: RequestedSheet) -> WayToPrint:
        """A denouncer's own copy: by the receiving officer that day, afterwards by a custodian."""
        if not sheet.is_own_copy:
            return WayToPrint.NOTHING
        return WayToPrint.REMAKE if self._may_remake(row) else WayToPrint.CUSTODIAN

    def _may_remake(self, row: Any) -> bool:
        """Tell whether this person may make a denouncer's own copy again, without the identity."""
        session = self._session
        is_receiver = row["officer"] == session.member.user_id and session.may(Right.RECEIVE)
        is_today = row["received_on"] == session.today().isoformat()
        return (is_receiver and is_today) or session.may(Right.CUSTODY)

    def _write_what_was_printed(self, work: UnitOfWork) -> dict[str, Sequence[str]]:
        """Write the states of the sheets of this session; return the facts of the entry."""
        today, printed = self._session.today(), []
        for row in requested_papers.read_waiting(work.database):
            paper_id = row["paper_id"]
            if paper_id in self._printed:
                requested_papers.set_state(work, paper_id, PaperState.PRINTED, today)
                printed.append(paper_id)
            elif self._obstacles.get(paper_id, row["obstacle"]) != row["obstacle"]:
                requested_papers.set_obstacle(work, paper_id, self._obstacles[paper_id])
        self._printed.clear()
        return {"printed": printed} if printed else {}


def _checked_words(ground: DropGround, words: str) -> str:
    """Return the words as stored; they are needed only for another ground than the listed ones."""
    if ground not in _CHOSEN_GROUNDS:
        raise InvalidInput("waiting.ground", "ground")
    reason = clean(words)
    if ground is DropGround.OTHER and len(reason) < SHORTEST_WRITTEN_REASON:
        raise InvalidInput("life.reason_short", "reason", least=SHORTEST_WRITTEN_REASON)
    lifecycle_rules.check_late_text("reason", reason)
    return reason
