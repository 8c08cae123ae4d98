"""Verification of the rosters: each names the one before, and the entries name them in order."""

from __future__ import annotations

from collections.abc import Iterator

from reception.domain.audit import Finding
from reception.storage.database import Database
from reception.storage.staff.roster_check import statements_of_chain
from reception.storage.staff.roster_rows import latest_statement

_FELL = (
    "SELECT l.seq FROM log l JOIN log p ON p.seq = l.seq - 1 WHERE l.roster < p.roster ORDER BY 1"
)
_UNKNOWN = (
    "SELECT seq FROM log WHERE roster > 0 AND roster NOT IN (SELECT number FROM roster) ORDER BY 1"
)
_NUMBERS = "SELECT number FROM roster ORDER BY number"


def check_rosters(database: Database) -> Iterator[Finding]:
    """Yield rosters that the chain of the latest one does not reach, and entries out of order.

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
    for code, query in (("roster.fell", _FELL), ("roster.unknown_number", _UNKNOWN)):
        for row in database.iterate(query):
            yield Finding(code, int(row["seq"]))
