"""Return codes: in clear on the paper of the citizen, in the file only as a slow salted hash."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

from reception.domain.errors import InvalidInput
from reception.domain.random_numbers import RandomSource, draw_free
from reception.domain.return_code import make_code, parse_code
from reception.storage.crypto.password_hashing import SALT_BYTES, KdfParameters, derive
from reception.storage.database import Database
from reception.storage.unit_of_work import UnitOfWork

_CANDIDATES = (
    "SELECT visit_id, salt, hash FROM return_code "
    "WHERE year = ? AND number = ? AND cancelled = 0 ORDER BY code_id"
)
_LEAST_HASHES = 2  # per look-up, found or not, so that every answer takes equally long
_LARGEST_NUMBER = 9999
_LEAST_RANGE = 500  # so that the first papers of a year do not all have small numbers
_ALL_NUMBERS = range(1, _LARGEST_NUMBER + 1)
_NUMBERS_OF_VISIT = "SELECT number FROM receipt WHERE visit_id = ?"
_USED_NUMBERS = "SELECT number FROM return_code WHERE year = ?"
_LAST_NUMBER = "SELECT max(number) FROM receipt WHERE year = ?"


@dataclass(frozen=True, slots=True)
class PreparedCode:
    """A code drawn and hashed before the save."""

    text: str
    salt: bytes
    hash: bytes

    def __repr__(self) -> str:
        """Never print a code."""
        return "PreparedCode(…)"


def prepare_code(cost: KdfParameters, source: RandomSource) -> PreparedCode:
    """Draw a fresh code and hash it slowly under its own salt."""
    text = make_code(source.random_bytes(16))
    salt = secrets.token_bytes(SALT_BYTES)
    return PreparedCode(text, salt, derive(text, salt, cost))


def write_code(
    work: UnitOfWork, code: PreparedCode, paper_number: tuple[str, int, int], visit_id: int
) -> None:
    """Write the hash of a code for a paper by its (series, year, number)."""
    series, year, number = paper_number
    work.insert(
        "return_code",
        {
            "code_id": secrets.token_hex(16),
            "series": series,
            "year": year,
            "number": number,
            "visit_id": visit_id,
            "salt": code.salt,
            "hash": code.hash,
            "cancelled": 0,
        },
    )


def draw_lookup_number(work: UnitOfWork, source: RandomSource, visit_id: int, year: int) -> int:
    """Return the look-up number for a denouncer's copy, drawn in the transaction that seals.

    It differs from every number of the visit's other papers, so that this copy and the file's
    cannot be paired, and from every look-up number of the year as long as one is left; after
    that two papers share a number and only their return codes tell them apart.
    """
    own_numbers = {
        int(row["number"]) for row in work.database.query(_NUMBERS_OF_VISIT, (visit_id,))
    }
    used = own_numbers.union(
        int(row["number"]) for row in work.database.query(_USED_NUMBERS, (year,))
    )
    last = work.database.one(_LAST_NUMBER, (year,))
    likely = max(2 * int(last[0] or 0) if last else 0, _LEAST_RANGE)
    number = draw_free(source, used, (range(1, min(likely, _LARGEST_NUMBER) + 1), _ALL_NUMBERS))
    if number is None:
        number = draw_free(source, own_numbers, (_ALL_NUMBERS,))
    if number is None:
        raise AssertionError("a visit has fewer papers than there are numbers")
    return number


def find_visit(
    database: Database, number: tuple[int, int], typed: str, cost: KdfParameters
) -> int | None:
    """Return the visit of (year, number) and a code, or None; both take equally long."""
    try:
        text = parse_code(typed)
    except InvalidInput:
        text = ""
    rows = database.query(_CANDIDATES, number)
    found: int | None = None
    for index in range(max(_LEAST_HASHES, len(rows))):
        row = rows[index] if index < len(rows) else None
        salt = bytes(row["salt"]) if row else bytes(SALT_BYTES)
        digest = derive(text, salt, cost)
        if row is not None and text and hmac.compare_digest(digest, bytes(row["hash"])):
            found = int(row["visit_id"])
    return found
