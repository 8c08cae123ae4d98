"""Rows of reveal requests and their grants; only a key outside the database opens a grant."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Any

from nacl.public import PrivateKey

from reception.domain.errors import StorageError
from reception.domain.petition import is_protected
from reception.domain.reporter import Identity
from reception.domain.reveal_request import RequestState
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import sign, signed_by
from reception.storage.crypto.sealing import Binding, VaultKey
from reception.storage.database import Database
from reception.storage.json_shapes import readable_day
from reception.storage.staff.signed_members import DESK, PROTECTED
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits.sealed_part import SealedPart, pack, unpack

_SELECT = (
    "SELECT r.*, v.series, v.code_year, v.code_number, v.kind, v.protection "
    "FROM reveal_request r JOIN visit v USING (visit_id)"
)
_EXPIRED = (
    f"{_SELECT} WHERE r.state = ? AND r.ends_on >= ? AND 'reveal_expired' = (SELECT l.act FROM "
    "log_row e JOIN log l USING (seq) WHERE e.record = 'reveal_request' AND e.key = r.request_id "
    "ORDER BY e.seq DESC LIMIT 1) ORDER BY r.asked_at"
)
_SEEN = (
    "SELECT CASE WHEN json_valid(facts) THEN json_extract(facts, '$.request') END AS request "
    "FROM log WHERE act = 'protected_expiry_seen'"
)
_OPEN_STATES = f"'{RequestState.WAITING}', '{RequestState.GRANTED}'"
_GRANT = "SELECT box FROM reveal_grant WHERE request_id = ?"
_DIGEST_BYTES = 32
_EXPLANATION_STEP = 512  # padding, so that the length of an explanation reveals little


@dataclass(frozen=True, slots=True)
class NewRequest:
    """A new request; ``explanation``, in free text, is stored sealed."""

    request_id: str
    visit_id: int
    asker: tuple[str, int]  # user id, generation of the signing key
    asked_at: str
    ends_on: date
    reason: str  # code of the reason
    parts: tuple[str, ...]
    explanation: str = field(repr=False)
    box_key: bytes  # public key to which a grant is sealed


def public_key_of(private: bytes) -> bytes:
    """Return the public key of a request's private key."""
    return bytes(PrivateKey(private).public_key)


def write_request(
    work: UnitOfWork, new: NewRequest, office_id: str, vault: VaultKey, seed: bytes
) -> None:
    """Write a request, signed by the asker, so that nobody can put another key into it.

    ``vault`` opens the explanation: that of :func:`vault_of_request`.
    """
    sealed_explanation = sealing.box_bound_to(
        vault.public,
        sealing.pad(new.explanation.encode(), _EXPLANATION_STEP),
        _explanation_binding(office_id, new.visit_id, new.request_id, new.asker[0]),
    )
    row: dict[str, Any] = {
        "request_id": new.request_id,
        "visit_id": new.visit_id,
        "asker": new.asker[0],
        "asker_key": new.asker[1],
        "asked_at": new.asked_at,
        "ends_on": new.ends_on.isoformat(),
        "reason": new.reason,
        "parts": " ".join(new.parts),
        "words": sealed_explanation,
        "generation": vault.generation,
        "box_key": new.box_key,
        "state": RequestState.WAITING.value,
    }
    work.insert("reveal_request", {**row, "signature": sign(seed, _message(row))})


def is_signed_by_asker(row: Any, keys: Mapping[tuple[str, int], bytes]) -> bool:
    """Tell whether the asker's signature of a request is valid."""
    public = keys.get((row["asker"], row["asker_key"]))
    return public is not None and signed_by(public, _message(row), bytes(row["signature"]))


def open_explanation(row: Any, office_id: str, private: bytes) -> str:
    """Return the explanation of a request, opened by a private key of its vault.

    Errors: ``seal.broken`` with the key of another generation, and for an explanation copied
    from another request or written before explanations were bound to their request.
    """
    binding = _explanation_binding(office_id, row["visit_id"], row["request_id"], row["asker"])
    padded = sealing.unbox_bound(private, bytes(row["words"]), binding)
    return sealing.unpad(padded, _EXPLANATION_STEP).decode()


def vault_of_request(row: Any) -> str:
    """Return the vault of the visit of a request: its keys open the explanation."""
    return PROTECTED if is_protected(row["kind"], row["protection"]) else DESK


def read_request(database: Database, request_id: str) -> Any | None:
    """Return the row of a request, or None."""
    return database.one(f"{_SELECT} WHERE r.request_id = ?", (request_id,))


def read_open_requests(database: Database) -> list[Any]:
    """Return the requests that are waiting or granted and not yet used, oldest first."""
    return database.query(f"{_SELECT} WHERE r.state IN ({_OPEN_STATES}) ORDER BY r.asked_at")


def last_day(row: Any) -> date:
    """Return the last day of a request; the first of all days, which is over, for no day."""
    return readable_day(row["ends_on"]) or date.min


def is_over(row: Any, today: date) -> bool:
    """Tell whether the last day of a request is over; also if nobody can read it."""
    return last_day(row) < today


def requests_refused_since(database: Database, asker: str, day: date) -> list[Any]:
    """Return the requests of an asker that were refused on ``day`` or later."""
    return database.query(
        f"{_SELECT} WHERE r.state = ? AND r.asker = ? AND r.decided_at >= ? ORDER BY r.asked_at",
        (RequestState.REFUSED.value, asker, day.isoformat()),
    )


def requests_ended_early(database: Database, asker: str, today: date) -> list[Any]:
    """Return an asker's requests that ended before their last day, without an answer to open."""
    rows = database.query(
        f"{_SELECT} WHERE r.state = ? AND r.asker = ? AND r.ends_on >= ? ORDER BY r.asked_at",
        (RequestState.EXPIRED.value, asker, today.isoformat()),
    )
    return [row for row in rows if not is_over(row, today)]


def protected_requests_expired_since(database: Database, day: date) -> list[Any]:
    """Return the requests to custodians whose last day was over, oldest first.

    ``day`` is the earliest last day. Those that ended with a change of the visit or of an account
    are left out.
    """
    rows = database.query(_EXPIRED, (RequestState.EXPIRED.value, day.isoformat()))
    return [row for row in rows if vault_of_request(row) == PROTECTED and not is_over(row, day)]


def requests_seen_as_expired(database: Database) -> frozenset[str]:
    """Return the ids of the expired requests that a custodian has seen."""
    return frozenset(str(row["request"]) for row in database.query(_SEEN))


def write_grant(
    work: UnitOfWork, row: Any, identity: Identity, decision: Mapping[str, str]
) -> None:
    """Seal the granted parts of the identity to the request's key.

    ``decision`` holds the columns of the decision: who decided, when.
    """
    plain = sealing.pad(pack(SealedPart(identity)), sealing.TEXT_STEP)
    box = sealing.box_to(bytes(row["box_key"]), plain)
    work.database.execute(
        "INSERT OR REPLACE INTO reveal_grant (request_id, box) VALUES (?, ?)",
        (row["request_id"], box),
    )
    values = {**decision, "state": RequestState.GRANTED.value, "grant_digest": _digest(box)}
    work.update("reveal_request", {"request_id": row["request_id"]}, values)


def has_grant(database: Database, request_id: str) -> bool:
    """Tell whether the box of a granted request is here; no backup takes it along."""
    return database.one(_GRANT, (request_id,)) is not None


def open_grant(database: Database, row: Any, private: bytes) -> Identity:
    """Return the granted parts of the identity.

    Errors: ``seal.broken`` when the grant is not the one recorded with the decision.
    """
    stored = database.one(_GRANT, (row["request_id"],))
    if stored is None or _digest(bytes(stored["box"])) != bytes(row["grant_digest"]):
        raise StorageError("seal.broken")
    padded = sealing.unbox(private, bytes(stored["box"]))
    return unpack(sealing.unpad(padded, sealing.TEXT_STEP)).identity


def end_request(
    work: UnitOfWork,
    request_id: str,
    state: RequestState,
    decision: Mapping[str, str] | None = None,
) -> None:
    """End a request and delete its grant."""
    work.database.execute("DELETE FROM reveal_grant WHERE request_id = ?", (request_id,))
    values = {**(decision or {}), "state": state.value}
    work.update("reveal_request", {"request_id": request_id}, values)


def end_requests_of_visit(work: UnitOfWork, visit_id: int) -> int:
    """End every open request about a visit whose protection changes; return how many."""
    rows = work.database.query(
        f"SELECT request_id FROM reveal_request WHERE visit_id = ? AND state IN ({_OPEN_STATES})",
        (visit_id,),
    )
    for row in rows:
        end_request(work, row["request_id"], RequestState.EXPIRED)
    return len(rows)


def _explanation_binding(office_id: str, visit_id: int, request_id: str, asker: str) -> Binding:
    return Binding(office_id, "visit", str(visit_id), request_id, 1, f"explanation of {asker}")


def _digest(box: bytes) -> bytes:
    return blake2b(box, digest_size=_DIGEST_BYTES, person=b"reception-grant").digest()


def _message(row: Any) -> bytes:
    names = ("request_id", "visit_id", "asker", "asked_at", "reason", "parts", "words", "box_key")
    plain = {name: _plain(row[name]) for name in names}
    return b"reception/request/1 " + json.dumps(plain, sort_keys=True).encode()


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value
