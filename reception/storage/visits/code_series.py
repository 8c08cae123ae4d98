"""The last number given in each series of pseudonyms and year, as the log covers it.

A visit that is reclassified loses its pseudonym, and no entry may tell which it was. Every write
of a row draws a new salt, so that digests in older entries confirm no guess of the number.
"""

from __future__ import annotations

from typing import Any

from nacl.utils import random as random_bytes

from reception.domain.reporter import Pseudonym
from reception.storage.crypto import hash_chain
from reception.storage.database import Database
from reception.storage.unit_of_work import UnitOfWork

_TABLE = "code_last"
_SALT_BYTES = 32
_READ = "SELECT * FROM code_last WHERE series = ? AND year = ?"
_READ_ALL = "SELECT * FROM code_last ORDER BY series, year"
_ANY_ROSTER = "SELECT 1 FROM roster LIMIT 1"
_WRITE_WITHOUT_DIGEST = "INSERT OR REPLACE INTO code_last VALUES (?, ?, ?, ?)"


def record_pseudonym(work: UnitOfWork, code: Pseudonym, visit_year: int) -> None:
    """Record that a visit has a pseudonym, so that its number is never given again.

    The row of the visit's year is written even if the person got the pseudonym earlier: the log
    must not show who has come before, nor in which year.
    """
    number = code.number if code.year == visit_year else 0
    renew_series(work, code.series, visit_year, number)


def renew_series(work: UnitOfWork, series: str, year: int, number: int = 0) -> None:
    """Write the row of a series under a new salt; its number rises to ``number``, never falls.

    A row that is not as the log has it is written without a digest: verification goes on finding
    it after the next visits.
    """
    row = work.database.one(_READ, (series, year))
    last = number if row is None else max(number, int(row["number"]))
    values = {"series": series, "year": year, "number": last, "salt": random_bytes(_SALT_BYTES)}
    if _is_as_logged(work, hash_chain.key_text((series, year)), row):
        work.upsert(_TABLE, values)
    else:
        work.database.execute(_WRITE_WITHOUT_DIGEST, tuple(values.values()))


def cover_earlier_series(work: UnitOfWork) -> None:
    """Write every row of an earlier version under a salt, so that the act's entry covers it.

    Called before the first roster is signed: from then on an uncovered row is a finding.
    """
    for row in work.database.query(_READ_ALL):
        key = hash_chain.key_text((row["series"], row["year"]))
        if not work.logged_digest(_TABLE, key) and is_of_earlier_version(work.database, row):
            renew_series(work, row["series"], row["year"])


def is_of_earlier_version(database: Database, row: Any) -> bool:
    """Tell whether a row that no entry covers may have been written by an earlier version.

    Earlier versions wrote no salt; an office that has a roster has no such row any more.
    """
    return not row["salt"] and database.one(_ANY_ROSTER) is None


def _is_as_logged(work: UnitOfWork, key: str, row: Any) -> bool:
    logged = work.logged_digest(_TABLE, key)
    if row is None:
        return not logged
    if not logged:
        return is_of_earlier_version(work.database, row)
    return hash_chain.row_digest(_TABLE, tuple(row)) == logged
