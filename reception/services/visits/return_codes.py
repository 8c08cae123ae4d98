"""Return codes: on the citizen's paper in clear, in the file only as a slow salted hash."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

from reception.domain.errors import InvalidInput
from reception.domain.return_code import make_code, parse_code
from reception.storage.crypto.password_hashing import SALT_BYTES, KdfParameters, derive
from reception.storage.database import Database
from reception.storage.unit_of_work import UnitOfWork

_CANDIDATES = (
    "SELECT visit_id, salt, hash FROM return_code "
    "WHERE year = ? AND number = ? AND cancelled = 0 ORDER BY code_id"
)
_TRIED = 2  # hashes per look-up, whatever is found: every answer costs the same
_LARGEST = 9999


@dataclass(frozen=True, slots=True)
class PreparedCode:
    """A code drawn and hashed before the save."""

    text: str
    salt: bytes
    hash: bytes

    def __repr__(self) -> str:
        """Never print a code."""
        return "PreparedCode(…)"


def prepare_code(cost: KdfParameters) -> PreparedCode:
    """Draw a fresh code and hash it slowly under its own salt."""
    text = make_code(secrets.token_bytes(16))
    salt = secrets.token_bytes(SALT_BYTES)
    return PreparedCode(text, salt, derive(text, salt, cost))


def write_code(
    work: UnitOfWork, code: PreparedCode, number: tuple[str, int, int], visit_id: int
) -> None:
    """Keep a code's hash beside the number on the paper: (series, year, number)."""
    series, year, place = number
    work.insert(
        "return_code",
        {
            "code_id": secrets.token_hex(16),
            "series": series,
            "year": year,
            "number": place,
            "visit_id": visit_id,
            "salt": code.salt,
            "hash": code.hash,
            "cancelled": 0,
        },
    )


def random_number(database: Database, year: int) -> int:
    """Return a look-up number that is not of the series and free in its year.

    It stands on a denouncer's copy, so that this copy and the file's copy cannot be paired.
    """
    row = database.one("SELECT max(number) FROM receipt WHERE year = ?", (year,))
    used = int(row[0] or 0) if row else 0
    while True:
        number = 1 + secrets.randbelow(max(used * 2, 500) if used < _LARGEST // 2 else _LARGEST)
        taken = database.one(
            "SELECT 1 FROM return_code WHERE year = ? AND number = ?", (year, number)
        )
        if taken is None:
            return number


def visit_of(
    database: Database, number: tuple[int, int], typed: str, cost: KdfParameters
) -> int | None:
    """Return the visit id behind (year, number) and a code, or None; both cost the same."""
    try:
        text = parse_code(typed)
    except InvalidInput:
        text = ""
    rows = database.query(_CANDIDATES, number)
    found: int | None = None
    for index in range(max(_TRIED, len(rows))):
        row = rows[index] if index < len(rows) else None
        salt = bytes(row["salt"]) if row else bytes(SALT_BYTES)
        tried = derive(text, salt, cost)
        if row is not None and text and hmac.compare_digest(tried, bytes(row["hash"])):
            found = int(row["visit_id"])
    return found
