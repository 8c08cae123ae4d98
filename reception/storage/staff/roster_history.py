"""Everybody's rights by the number of the roster, for the verification of log entries."""

from __future__ import annotations

from reception.domain.rights_history import NOBODY, Standing
from reception.domain.roster import Roster
from reception.storage.database import Database
from reception.storage.staff.roster_check import statements_of_chain
from reception.storage.staff.roster_rows import latest_statement
from reception.storage.staff.signed_members import Office


class RosterHistory:
    """The rosters that the chain of the latest one reaches; read once."""

    def __init__(self, database: Database, office: Office) -> None:
        """Without a latest roster that the office root has signed, nobody's rights are known."""
        latest = latest_statement(database)
        chain: list[Roster] = []
        if latest is not None and latest.is_signed_by(office.root):
            chain = statements_of_chain(database, latest)
        self._rosters = {roster.number: roster for roster in chain}

    def standing_at(self, roster_number: int, user_id: str) -> Standing | None:
        """Return a member's standing in a roster; None for number 0, from before the rosters.

        A roster that is not in the chain gives nobody any right.
        """
        if roster_number == 0:
            return None
        roster = self._rosters.get(roster_number)
        member = roster.members.get(user_id) if roster is not None else None
        if roster is None or member is None or not member.is_active:
            return NOBODY
        return Standing(True, member.rights, member.key_generation)
