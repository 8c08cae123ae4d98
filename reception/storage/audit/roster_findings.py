"""Verification of the rosters: each names the one before, and entries name rosters that exist."""

from __future__ import annotations

from collections.abc import Iterator

from reception.domain.audit import Finding
from reception.storage.database import Database
from reception.storage.staff.roster_check import statements_of_chain
from reception.storage.staff.roster_rows import latest_statement

_UNKNOWN = (
    "SELECT seq FROM log WHERE roster > 0 AND roster NOT IN (SELECT number FROM roster) ORDER BY 1"
)
_NUMBERS = "SELECT number FROM roster ORDER BY number"


def check_rosters(database: Database) -> Iterator[Finding]:
    """Yield rosters that the chain of the latest one does not reach, and entries of unknown ones.

    The signature of the latest roster, and the rows that it covers, are compared at every refresh
    of a session. A roster that the head confirmed may follow another one than it names.
    """
    latest = latest_statement(database)
    if latest is not None:
        chain = statements_of_chain(database, latest)
        reached = {roster.number for roster in chain}
        for row in database.iterate(_NUMBERS):
            if row["number"] not in reached:
                yield Finding("roster.link_broken", None, "roster", str(row["number"]))
    for row in database.iterate(_UNKNOWN):
        yield Finding("roster.unknown_number", int(row["seq"]))
