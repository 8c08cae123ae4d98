"""Return codes: readable on the paper of the citizen, stored only as a slow keyed hash.

A code alone finds its row: the hash under the office's pepper is divided into a key, by which the
row is found, and a second half, which is compared. Papers of earlier versions have a number of up
to four digits beside their code, whose hash has a salt of its own; they are found by both.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, ReceptionError, StorageError
from reception.domain.paper_code import PaperCode
from reception.domain.random_numbers import RandomSource
from reception.domain.return_code import make_code, parse_code
from reception.services.access.session import Session
from reception.storage.crypto.password_hashing import SALT_BYTES, KdfParameters, derive
from reception.storage.database import Database
from reception.storage.office_values import read_office_value
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits.return_code_ids import keyed_code_id

_KEYED = (
    "SELECT c.code_id, c.visit_id, c.check_hash AS hash "
    "FROM keyed_return_code c JOIN visit v USING (visit_id) "
    "WHERE c.lookup_key = ? AND c.cancelled = 0 AND v.voided = 0"
)
_BY_NUMBER = (
    "SELECT c.visit_id, c.salt, c.hash FROM return_code c JOIN visit v USING (visit_id) "
    "WHERE c.number = ? AND c.year = coalesce(?, c.year) AND c.cancelled = 0 AND v.voided = 0 "
    "ORDER BY c.code_id LIMIT 16"  # more of one number are no papers: each costs a slow hash
)
_KEY_IS_USED = "SELECT 1 FROM keyed_return_code WHERE lookup_key = ?"
_VALID_CODES = {
    table: f"SELECT code_id FROM {table} WHERE visit_id = ? AND cancelled = 0"  # noqa: S608 - two tables
    for table in ("return_code", "keyed_return_code")
}
# For older papers in each look-up, so that a wrong code takes as long as a right one.
_MIN_HASHES = 2
_MOST_DRAWS = 3
_NO_NUMBER = (None, 0)
_KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class PreparedCode:
    """A return code that was made and hashed before the visit is saved."""

    text: str = field(repr=False)
    lookup_key: bytes = field(repr=False)
    check_hash: bytes = field(repr=False)


class ReturnCodes:
    """Makes, stores and finds return codes of one office.

    A hash takes about 50 ms, so :meth:`prepare` is called before the transaction.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def prepare(self) -> PreparedCode:
        """Draw a random code and hash it slowly."""
        return self._draw(self._session.environment.randomness)

    def write(self, work: UnitOfWork, prepared: PreparedCode, visit_id: int) -> str:
        """Store the hash of a new code of a visit, and return the code as text.

        Another code is drawn if this one is already used, which no office will ever see by chance.
        Errors: ``papers.code_repeated`` if the draws repeat codes.
        """
        for _ in range(_MOST_DRAWS):
            if work.database.one(_KEY_IS_USED, (prepared.lookup_key,)) is None:
                break
            prepared = self.prepare()
        else:
            raise ReceptionError("papers.code_repeated")
        work.insert(
            "keyed_return_code",
            {
                "code_id": keyed_code_id(visit_id, prepared.lookup_key, prepared.check_hash),
                "visit_id": visit_id,
                "lookup_key": prepared.lookup_key,
                "check_hash": prepared.check_hash,
                "cancelled": 0,
            },
        )
        return prepared.text

    def look_up(self, paper: PaperCode) -> int | None:
        """Return the visit to which a return code belongs, None if there is none. Logged.

        Unknown, wrong and cancelled codes, and those of voided visits, take as long as right ones.
        Errors: ReceptionError ``follow_up.wait`` after three or more failed attempts in a row,
        wherever in this session they were made.
        """
        session = self._session
        session.lookup_brake.require_ready()
        visit_id = self._find(paper)
        with session.act() as work:
            work.log(Act.LOOKED_UP, "return code", found=visit_id is not None)
        session.lookup_brake.count(failed=visit_id is None)
        return visit_id

    def _find(self, paper: PaperCode) -> int | None:
        try:
            text = parse_code(paper.code)
        except InvalidInput:
            text = ""
        database, cost = self._session.database, self._session.environment.policy.blind_index
        lookup_key, check_hash = _halves(text, _key_salt(database), cost)
        rows = database.query(_KEYED, (lookup_key,))
        visits = {
            int(row["visit_id"])
            for row in rows
            if hmac.compare_digest(check_hash, bytes(row["hash"]))
            and row["code_id"] == keyed_code_id(row["visit_id"], lookup_key, check_hash)
        }
        visits.update(_visits_of_number(database, paper.old_number or _NO_NUMBER, text, cost))
        # Two visits of one code: somebody has written rows with other tools, which tells nothing.
        return visits.pop() if text and len(visits) == 1 else None

    def _draw(self, source: RandomSource) -> PreparedCode:
        text = make_code(source.random_bytes(16))
        cost = self._session.environment.policy.blind_index
        return PreparedCode(text, *_halves(text, _key_salt(self._session.database), cost))


def cancel_codes(work: UnitOfWork, visit_id: int) -> None:
    """Cancel every return code of a visit: the codes on its papers no longer find it."""
    for table, statement in _VALID_CODES.items():
        for row in work.database.query(statement, (visit_id,)):
            work.update(table, {"code_id": row["code_id"]}, {"cancelled": 1})


def _visits_of_number(
    database: Database, number: tuple[int | None, int], text: str, cost: KdfParameters
) -> Iterator[int]:
    """Yield the visits of older papers with this (year, number) and code; None: of any year."""
    year, digits = number
    rows = database.query(_BY_NUMBER, (digits, year))
    for index in range(max(_MIN_HASHES, len(rows))):
        row = rows[index] if index < len(rows) else None
        salt = bytes(row["salt"]) if row else bytes(SALT_BYTES)
        digest = derive(text, salt, cost)
        if row is not None and hmac.compare_digest(digest, bytes(row["hash"])):
            yield int(row["visit_id"])


def _halves(text: str, salt: bytes, cost: KdfParameters) -> tuple[bytes, bytes]:
    """Return the key by which a code is found and the half that is compared."""
    digest = derive(text, salt, cost)
    return digest[:_KEY_BYTES], digest[_KEY_BYTES:]


def _key_salt(database: Database) -> bytes:
    """Return the salt of the keyed hash, made from the office's pepper for this use alone."""
    stored_pepper = read_office_value(database, "pepper")
    try:
        pepper = bytes.fromhex(stored_pepper or "")
    except ValueError as error:  # somebody has written it with other tools
        raise StorageError("database.damaged") from error
    return blake2b(pepper, digest_size=SALT_BYTES, person=b"return-code").digest()
