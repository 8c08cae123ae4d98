"""Return codes: readable on the paper of the citizen, stored only as a slow salted hash."""

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
_VALID_CODES = "SELECT code_id FROM return_code WHERE visit_id = ? AND cancelled = 0"
_MIN_HASHES = 2  # in each look-up, so that a wrong code takes as long as a right one
_LARGEST_NUMBER = 9999
_MIN_RANGE = 500  # so that the first papers of a year do not all have small numbers
_ALL_NUMBERS = range(1, _LARGEST_NUMBER + 1)
_NUMBERS_OF_VISIT = "SELECT number FROM receipt WHERE visit_id = ?"
_USED_NUMBERS = "SELECT number FROM return_code WHERE year = ?"
_LAST_NUMBER = "SELECT max(number) FROM receipt WHERE year = ?"


@dataclass(frozen=True, slots=True)
class PreparedCode:
    """A return code that was made and hashed before the visit is saved.

    ``text`` is the code itself; ``hash`` is made from it and ``salt``.
    """

    text: str
    salt: bytes
    hash: bytes

    def __repr__(self) -> str:
        """Never print a code."""
        return "PreparedCode(…)"


def prepare_code(cost: KdfParameters, source: RandomSource) -> PreparedCode:
    """Make a random code, and hash it slowly with a salt of its own."""
    text = make_code(source.random_bytes(16))
    salt = secrets.token_bytes(SALT_BYTES)
    return PreparedCode(text, salt, derive(text, salt, cost))


def write_code(
    work: UnitOfWork, code: PreparedCode, paper_number: tuple[str, int, int], visit_id: int
) -> None:
    """Store the hash of a code for the paper with this (series, year, look-up number)."""
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


def cancel_codes(work: UnitOfWork, visit_id: int) -> None:
    """Cancel every return code of a visit: the codes on its papers no longer find it."""
    for row in work.database.query(_VALID_CODES, (visit_id,)):
        work.update("return_code", {"code_id": row["code_id"]}, {"cancelled": 1})


def draw_lookup_number(work: UnitOfWork, source: RandomSource, visit_id: int, year: int) -> int:
    """Return a random look-up number for the denouncer's copy of a paper.

    Called in the transaction that seals the visit. The number differs from every number of the
    visit's other papers, so that nobody can match this copy with the copy in the file. It also
    differs from every look-up number of the year, as long as an unused one exists; after that,
    two papers have the same number and only their return codes distinguish them.
    """
    own_numbers = {
        int(row["number"]) for row in work.database.query(_NUMBERS_OF_VISIT, (visit_id,))
    }
    used = own_numbers.union(
        int(row["number"]) for row in work.database.query(_USED_NUMBERS, (year,))
    )
    last_number = work.database.one(_LAST_NUMBER, (year,))
    small_range_end = max(2 * int(last_number[0] or 0) if last_number else 0, _MIN_RANGE)
    number = draw_free(
        source, used, (range(1, min(small_range_end, _LARGEST_NUMBER) + 1), _ALL_NUMBERS)
    )
    if number is None:
        number = draw_free(source, own_numbers, (_ALL_NUMBERS,))
    if number is None:
        raise AssertionError("a visit has fewer papers than there are numbers")
    return number


def find_visit(
    database: Database, paper_number: tuple[int, int], typed_code: str, cost: KdfParameters
) -> int | None:
    """Return the visit to which a paper's (year, number) and return code belong, or None.

    A wrong code takes as long as a right one.
    """
    try:
        text = parse_code(typed_code)
    except InvalidInput:
        text = ""
    rows = database.query(_CANDIDATES, paper_number)
    visit_id: int | None = None
    for index in range(max(_MIN_HASHES, len(rows))):
        row = rows[index] if index < len(rows) else None
        salt = bytes(row["salt"]) if row else bytes(SALT_BYTES)
        digest = derive(text, salt, cost)
        if row is not None and text and hmac.compare_digest(digest, bytes(row["hash"])):
            visit_id = int(row["visit_id"])
    return visit_id
