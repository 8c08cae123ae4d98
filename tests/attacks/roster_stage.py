"""An office whose roster has just changed, and an attacker who kept everything from before."""

from __future__ import annotations

from reception.domain.staff import Right
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import KeptCopy
from tests.attacks.old_office import ACTIVE, OldOffice
from tests.attacks.outcomes import signed_in
from tests.fixtures.office import COLLEAGUE, HEAD

COVERED_TABLES = ("member", "vault", "vault_grant", "office", "roster")


def change_rights(office: OldOffice, name: str, *, reveal: bool) -> int:
    """Give or take the right to reveal, as the head; return the number of the roster then."""
    user_id = office.user_id(name)
    with signed_in(office, HEAD) as head:
        rights = head.session.people[user_id].rights
        wanted = rights | {Right.REVEAL} if reveal else rights - {Right.REVEAL}
        head.staff.rights.change(user_id, wanted, rights)
        return head.session.roster.number


class Revocation:
    """The colleague could reveal, and may no longer; an attacker kept everything from before."""

    def __init__(self, office: OldOffice) -> None:
        """Give the right, let everybody open, keep a copy, take the right."""
        self.office = office
        self.kept_number = change_rights(office, COLLEAGUE, reveal=True)
        office.open_and_close(*ACTIVE)
        self.copy = KeptCopy(office)
        attacker = Attacker(office, COLLEAGUE)
        self.kept_rows = {table: attacker.rows(table) for table in COVERED_TABLES}
        assert change_rights(office, COLLEAGUE, reveal=False) == self.kept_number + 1

    def remove_statement(self, *, entry_roster: int | None = None) -> None:
        """Delete the statement, and put back all rows that the one before covers."""
        attacker = Attacker(self.office, COLLEAGUE)
        attacker.entry_roster = entry_roster
        with attacker.write() as database:
            for table, rows in self.kept_rows.items():
                database.execute(f"DELETE FROM {table}")  # noqa: S608 - names above
                rows.put_back(database)
