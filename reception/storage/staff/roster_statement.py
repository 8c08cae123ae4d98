"""The signed form of a roster: canonical JSON, its signature by the office root, its digest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from reception.domain.errors import StorageError
from reception.domain.roster import LogEnd, Roster, RosterMark, RosterMember
from reception.domain.staff import Right
from reception.storage.crypto.keyring import sign, signed_by
from reception.storage.json_shapes import number_of, object_of, parsed_json

_DIGEST_BYTES = 32
_PREFIX = b"reception/roster/1 "
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True, slots=True)
class SignedRoster:
    """A roster as text, and the signature (64 bytes) of the root that the text names."""

    statement: str
    signature: bytes

    @property
    def digest(self) -> bytes:
        """Return the digest (BLAKE2b, 32 bytes) by which later statements and marks name it."""
        return blake2b(
            self.statement.encode(), digest_size=_DIGEST_BYTES, person=b"reception-roster"
        ).digest()

    def roster(self) -> Roster:
        """Return the content. Errors: StorageError ``roster.forged`` when it is not readable."""
        try:
            return _from_json(dict(object_of(parsed_json(self.statement))))
        except _UNREADABLE as error:
            raise StorageError("roster.forged") from error

    def mark(self) -> RosterMark:
        """Return number and digest."""
        return RosterMark(self.roster().number, self.digest)

    def is_signed_by(self, root: bytes) -> bool:
        """Tell whether ``root`` has signed the text, and the text names that root."""
        message = _PREFIX + self.statement.encode()
        return signed_by(root, message, self.signature) and self.roster().root == root

    def to_json(self) -> dict[str, str]:
        """Return the form in which files outside the database hold it."""
        return {"statement": self.statement, "signature": self.signature.hex()}


def sign_roster(roster: Roster, root_seed: bytes) -> SignedRoster:
    """Sign a roster with the seed of the office root."""
    statement = json.dumps(_to_json(roster), sort_keys=True, separators=(",", ":"))
    return SignedRoster(statement, sign(root_seed, _PREFIX + statement.encode()))


def signed_roster_from_json(item: Mapping[str, Any] | None) -> SignedRoster | None:
    """Undo :meth:`SignedRoster.to_json`; None if the item is missing or not readable.

    The signature is not checked.
    """
    if item is None:
        return None
    try:
        signed = SignedRoster(str(item["statement"]), bytes.fromhex(item["signature"]))
        signed.roster()
    except (KeyError, TypeError, ValueError, StorageError):
        return None
    return signed


def _to_json(roster: Roster) -> dict[str, Any]:
    return {
        "office": roster.office_id,
        "root": roster.root.hex(),
        "number": roster.number,
        "previous": roster.previous.hex(),
        "members": {
            user_id: [item.key_generation, int(item.is_active), sorted(item.rights)]
            for user_id, item in roster.members.items()
        },
        "rows": [
            [table, key, digest.hex()] for (table, key), digest in sorted(roster.rows.items())
        ],
        "confirmed": int(roster.is_confirmed),
        "log_end": [roster.log_end.seq, roster.log_end.digest.hex()],
        "successions": dict(roster.successions),
    }


def _from_json(item: dict[str, Any]) -> Roster:
    seq, digest = item["log_end"]
    return Roster(
        office_id=str(item["office"]),
        root=bytes.fromhex(item["root"]),
        number=number_of(item["number"]),
        previous=bytes.fromhex(item["previous"]),
        members={
            user_id: RosterMember(
                number_of(generation), bool(active), frozenset(Right(right) for right in rights)
            )
            for user_id, (generation, active, rights) in item["members"].items()
        },
        rows={(table, key): bytes.fromhex(digest) for table, key, digest in item["rows"]},
        is_confirmed=bool(item["confirmed"]),
        log_end=LogEnd(number_of(seq), bytes.fromhex(digest)),
        successions={str(key): str(value) for key, value in item["successions"].items()},
    )
