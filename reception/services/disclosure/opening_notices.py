"""Notices of identities that a custodian opened alone, until somebody who manages has seen them."""

from __future__ import annotations

from typing import Any

from reception.domain.audit import Act, entry_time, visit_of_subject, visit_subject
from reception.domain.clock import VIETNAM
from reception.domain.errors import ReceptionError
from reception.domain.opening_notice import OpeningNotice
from reception.domain.reporter import Pseudonym
from reception.domain.reveal import IdentityPart
from reception.domain.staff import Right
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.opened_identity import read_visit_to_open
from reception.storage.audit.entry_facts import fact_list, parsed_facts
from reception.storage.audit.log_verification import verifier_of
from reception.storage.visits import opening_queries


@rights_checked
class OpeningNotices:
    """The openings by others, derived from the log; seeing one is an entry of its own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._trusted_notes: dict[int, bool] = {}  # entries of the log never change

    def unseen(self) -> tuple[OpeningNotice, ...]:
        """Return the notices that nobody has noted, oldest first; () without the right to manage.

        One's own openings are left out: another member notes them.
        """
        session = self._session
        if not session.may(Right.MANAGE):
            return ()
        openings, notes = opening_queries.read_openings_and_notes(session.database)
        noted = self._noted(notes)
        notices = (
            self._notice(row)
            for row in openings
            if row["seq"] not in noted and row["actor"] != session.member.user_id
        )
        return tuple(notice for notice in notices if notice is not None)

    def note(self, entry: int) -> None:
        """Log that a notice was seen.

        Errors: NotAllowed ``rights.missing``; ReceptionError ``notice.gone`` if it is no opening by
        somebody else, or was noted.
        """
        with self._session.act() as work:
            notice = next((item for item in self.unseen() if item.entry == entry), None)
            if notice is None:
                raise ReceptionError("notice.gone")
            work.log(Act.OPENING_NOTED, visit_subject(notice.visit_id), entry=entry)

    def _noted(self, notes: list[tuple[int, int]]) -> set[int]:
        """Return the openings of which a member with the right to manage has signed a note."""
        session = self._session
        unknown = [seq for seq, _ in notes if seq not in self._trusted_notes]
        if unknown:
            verifier = verifier_of(session.database, session.office)
            self._trusted_notes |= {seq: verifier.is_trusted(seq) for seq in unknown}
        return {opening for seq, opening in notes if self._trusted_notes[seq]}

    def _notice(self, row: Any) -> OpeningNotice | None:
        """Return the notice of an entry; None if other tools wrote one about no visit."""
        session, visit_id = self._session, visit_of_subject(row["subject"])
        if visit_id is None:
            return None
        try:
            visit = read_visit_to_open(session.database, visit_id)
        except ReceptionError:
            return None
        facts = parsed_facts(row["facts"]) or {}
        person = session.people.get(row["actor"])
        pseudonym = Pseudonym(visit["series"], visit["code_year"], visit["code_number"])
        parts = fact_list(facts, "parts")
        return OpeningNotice(
            entry=int(row["seq"]),
            visit_id=visit_id,
            code=pseudonym.code(session.today().year),
            opened_by=person.name if person else str(row["actor"]),
            opened_on=entry_time(row["at"]).astimezone(VIETNAM).date(),
            ground=str(facts.get("reason", "")),
            words=str(facts.get("words", "")),
            parts=frozenset(part for part in IdentityPart if part.value in parts),
        )
