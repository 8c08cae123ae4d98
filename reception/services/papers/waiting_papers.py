"""Papers that were asked for and not printed: listed, marked as printed, dropped with a reason.

The pages themselves are held by the window until it locks; here is only what is known about them.
What becomes of them is written by the entry that ends the session, for sheets of every kind alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from reception.domain.errors import NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Pseudonym
from reception.domain.requested_paper import (
    CITIZENS_NOTICE,
    LETTER_SHEET,
    NOTICE_FILE_COPY,
    STATEMENT_FILE,
    DropGround,
    PaperForm,
    PaperState,
    RequestedSheet,
    Sheet,
    WaitingPaper,
    WayToPrint,
)
from reception.domain.staff import Right
from reception.domain.visit_lifecycle import LifecycleAct
from reception.printing.forms.receipt_data import ReceiptFormat
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.access.session_sheets import DroppedSheet
from reception.services.papers.drop_grounds import checked_words, drop_ground
from reception.services.visit_lifecycle import lifecycle_rules
from reception.storage.json_shapes import ShapeError, word_of
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import requested_papers, visit_events

DAYS_LISTED = 30  # how long a dropped sheet stays in the list


@rights_checked
class WaitingPapers:
    """Sheets of the visits that the signed-in person received or may see to."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sheets = session.sheets
        session.add_closing_step(self._write_states)

    def waiting(self) -> tuple[WaitingPaper, ...]:
        """Return the sheets that wait for a printer, newest first."""
        rows = requested_papers.read_waiting(self._session.database)
        return self._papers(row for row in rows if not self._sheets.is_settled(row["paper_id"]))

    def unreadable(self) -> int:
        """Return how many sheets :meth:`waiting` leaves out: they hold what no program writes."""
        rows = [
            row
            for row in requested_papers.read_waiting(self._session.database)
            if self._may_see(row) and not self._sheets.is_settled(row["paper_id"])
        ]
        return len(rows) - len(self._papers(rows))

    def dropped(self) -> tuple[WaitingPaper, ...]:
        """Return the sheets that were dropped in the last 30 days, newest first."""
        since = self._session.today() - timedelta(days=DAYS_LISTED)
        database, dropped = self._session.database, self._sheets.dropped
        of_session = [
            r for r in requested_papers.read_waiting(database) if r["paper_id"] in dropped
        ]
        return self._papers([*of_session, *requested_papers.read_dropped_since(database, since)])

    def sheets_by_reveal(self, visit_id: int) -> tuple[RequestedSheet, ...]:
        """Return the office's sheets of a visit that wait and show the person.

        Also those of others: whoever opens the identity may print them.
        """
        self._session.refresh()
        papers = map(self._paper, requested_papers.read_of_visit(self._session.database, visit_id))
        return tuple(
            paper.sheet
            for paper in papers
            if paper.state is PaperState.ASKED
            and paper.sheet.sheet is Sheet.FILE
            and paper.way is WayToPrint.REVEAL
        )

    def paper(self, paper_id: str) -> WaitingPaper:
        """Return one sheet, whatever its state. Errors: NotAllowed ``waiting.unknown``."""
        self._session.refresh()
        row = requested_papers.read_paper(self._session.database, paper_id)
        if row is None or not self._may_see(row):
            raise NotAllowed("waiting.unknown")
        return self._paper(row)

    def remember_printed(self, paper_ids: Iterable[str]) -> None:
        """Remember that these sheets were printed; written with the end of the session.

        Errors: those of :meth:`drop`.
        """
        ids = tuple(paper_ids)
        for paper_id in ids:
            self._row_to_settle(paper_id)
        self._sheets.printed.update(ids)

    def remember_obstacle(self, paper_ids: Iterable[str], code: str) -> None:
        """Remember why these sheets were not printed: ``code`` is that of a sentence.

        Errors: those of :meth:`drop`.
        """
        ids = tuple(paper_ids)
        for paper_id in ids:
            self._row_to_settle(paper_id)
        self._sheets.obstacles.update(dict.fromkeys(ids, code))

    def drop(self, paper_id: str, ground: DropGround, words: str = "") -> None:
        """Give a sheet up, with the ground; written with the end of the session.

        Errors: NotAllowed ``waiting.unknown``, ReceptionError ``waiting.settled``; InvalidInput
        ``waiting.ground``, ``life.reason_short``, ``life.personal_number``.
        """
        reason = checked_words(ground, words)
        self._row_to_settle(paper_id)
        self._sheets.dropped[paper_id] = DroppedSheet(ground, reason)

    def _row_to_settle(self, paper_id: str) -> Any:
        """Return the row of a sheet that waits and that this person may settle."""
        row = requested_papers.read_paper(self._session.database, paper_id)
        if row is None or not self._may_see(row):
            raise NotAllowed("waiting.unknown")
        is_settled = self._sheets.is_settled(paper_id)
        if row["state"] != PaperState.ASKED or row["voided"] or is_settled:
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
        readable = []
        for row in rows:
            with suppress(ShapeError):  # the other sheets can be printed all the same
                if self._may_see(row):
                    readable.append(self._paper(row))
        return tuple(readable)

    def _paper(self, row: Any) -> WaitingPaper:
        asker = self._session.people.get(row["asked_by"])
        receiver = self._session.people.get(row["officer"])
        code = Pseudonym(row["series"], row["code_year"], row["code_number"])
        sheet = RequestedSheet(word_of(PaperForm, row["form"]), word_of(Sheet, row["sheet"]))
        state, ground, changed_on = self._state(row)
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
            changed_on=changed_on,
            obstacle=self._sheets.obstacles.get(row["paper_id"], row["obstacle"]),
            ground=ground,
            way=self._way_to_print(row, sheet),
            successor=bool(row["successor"]),
            sealed_on=requested_papers.day_of(row["sealed_on"]),
            received_by=receiver.name if receiver else "",
            is_small=self._is_small(sheet),
            prints_name=self._prints_name(row, sheet),
        )

    def _state(self, row: Any) -> tuple[PaperState, DropGround | None, date | None]:
        """Return state, ground if dropped, and day of the change, also of this session."""
        if row["paper_id"] in self._sheets.dropped:
            dropped = self._sheets.dropped[row["paper_id"]]
            return PaperState.DROPPED, dropped.ground, self._session.today()
        state = word_of(PaperState, row["state"])
        if row["paper_id"] in self._sheets.printed:
            return PaperState.PRINTED, None, self._session.today()
        day = requested_papers.day_of(row["changed_on"]) if row["changed_on"] else None
        return state, drop_ground(row) if state is PaperState.DROPPED else None, day

    def _way_to_print(self, row: Any, sheet: RequestedSheet) -> WayToPrint:
        """Return how a sheet whose pages are gone can be made again by this person."""
        is_protected = lifecycle_rules.is_protected(row)
        if sheet.is_own_copy:
            return self._way_of_protected_copy(row) if is_protected else WayToPrint.REVEAL
        waits = self._state(row)[0] is PaperState.ASKED
        if self._shows_person(row, sheet):
            if not is_protected:
                can_make = waits or sheet == CITIZENS_NOTICE
                return WayToPrint.REVEAL if can_make else WayToPrint.NOTHING
            if sheet == CITIZENS_NOTICE:  # by hand it would differ from those of everybody else
                return WayToPrint.NOTHING
        return WayToPrint.REPRINT if waits else WayToPrint.NOTHING

    def _shows_person(self, row: Any, sheet: RequestedSheet) -> bool:
        settings = self._session.settings()
        if sheet == CITIZENS_NOTICE:
            return settings.identity_on_citizen_copies
        if row["kind"] == PetitionKind.DENUNCIATION or sheet == NOTICE_FILE_COPY:
            return False
        return sheet in (STATEMENT_FILE, LETTER_SHEET) or settings.file_copy_with_identity

    def _is_small(self, sheet: RequestedSheet) -> bool:
        """Tell whether a sheet is of the size A5."""
        is_receipt = sheet.form is PaperForm.RECEIPT
        is_pair = self._session.settings().receipt_format == ReceiptFormat.A5
        return sheet.form is PaperForm.RETURN_SLIP or (is_receipt and is_pair)

    def _prints_name(self, row: Any, sheet: RequestedSheet) -> bool:
        """Tell whether the person is printed on a sheet, and not written by pen or left out."""
        if sheet.sheet is Sheet.CITIZEN and sheet.form is not PaperForm.LETTER:
            prints = self._session.settings().identity_on_citizen_copies
            return prints and sheet.form is not PaperForm.RETURN_SLIP
        return self._shows_person(row, sheet) and not lifecycle_rules.is_protected(row)

    def _way_of_protected_copy(self, row: Any) -> WayToPrint:
        """A denouncer's own copy: by the receiving officer that day, afterwards by a custodian."""
        return WayToPrint.REMAKE if self._may_remake(row) else WayToPrint.CUSTODIAN

    def _may_remake(self, row: Any) -> bool:
        """Tell whether this person may make a denouncer's own copy again, without the identity."""
        session = self._session
        is_receiver = row["officer"] == session.member.user_id and session.may(Right.RECEIVE)
        is_today = row["sealed_on"] == session.latest_day().isoformat()
        return (is_receiver and is_today) or session.may(Right.CUSTODY)

    def _write_states(self, work: UnitOfWork) -> dict[str, Sequence[str]]:
        """Write what became of the sheets of this session; return the facts of the entry."""
        facts: dict[str, list[str]] = {"printed": [], "dropped_papers": []}
        today, sheets = self._session.today(), self._sheets
        for row in requested_papers.read_waiting(work.database):
            paper_id = row["paper_id"]
            if not self._may_see(row):  # a right was taken back in the meantime
                continue
            if paper_id in sheets.printed:
                requested_papers.set_state(work, paper_id, PaperState.PRINTED, today)
                facts["printed"].append(paper_id)
            elif paper_id in sheets.dropped:
                self._write_dropped(work, row, sheets.dropped[paper_id])
                facts["dropped_papers"].append(paper_id)
            elif sheets.obstacles.get(paper_id, row["obstacle"]) != row["obstacle"]:
                requested_papers.set_obstacle(work, paper_id, sheets.obstacles[paper_id])
        sheets.clear()
        return {name: ids for name, ids in facts.items() if ids}

    def _write_dropped(self, work: UnitOfWork, row: Any, dropped: DroppedSheet) -> None:
        today = self._session.today()
        requested_papers.set_state(work, row["paper_id"], PaperState.DROPPED, today)
        event = visit_events.VisitEvent(
            LifecycleAct.PAPER_DROPPED.value,
            today,
            self._session.member.user_id,
            dropped.ground.value,
            dropped.words,
            {"paper": row["paper_id"], "form": row["form"], "sheet": row["sheet"]},
            checked=not dropped.words,
        )
        visit_events.write_event(work, row["visit_id"], event)
