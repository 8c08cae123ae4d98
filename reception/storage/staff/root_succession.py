"""Succession of office roots: root and recovery sign each other; recovery signs the next root.

Every user's encrypted blob holds the public key of the root. When an office is opened with recovery
sheets, a new root is created. The programs of the other users accept it because of a statement in
the database that recovery has signed, with a key that the old root had signed. A new root therefore
always needs two recovery shares.
"""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from typing import Any

from nacl.signing import SigningKey

from reception.domain.errors import StorageError
from reception.storage.crypto.keyring import UserKeys, sign, signed_by
from reception.storage.database import Database
from reception.storage.json_shapes import ShapeError, object_of, parsed_json
from reception.storage.office_values import (
    RECOVERY_KEYS,
    SUCCESSION_PREFIX,
    read_office_value,
    write_office_value,
)
from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import Office
from reception.storage.unit_of_work import UnitOfWork

_MAX_ROOTS = 1000
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
_SUCCESSIONS = "SELECT key, value FROM office WHERE substr(key, 1, ?) = ? ORDER BY key"
_ROOT_SIGNED_TABLES = ("member", "vault", "vault_grant")


def write_recovery_keys(
    work: UnitOfWork, office: Office, root_seed: bytes, recovery: UserKeys
) -> None:
    """Write recovery's public keys: the root signs them, and recovery signs the root."""
    row = {
        "box": recovery.box_public.hex(),
        "sign": recovery.sign_public.hex(),
        "root": office.root.hex(),
    }
    message = _message(office.office_id, "recovery", row)
    row["by_root"] = sign(root_seed, message).hex()
    row["by_recovery"] = sign(recovery.sign_seed, message).hex()
    _write(work, RECOVERY_KEYS, row)


def delete_recovery_keys(work: UnitOfWork) -> None:
    """Delete recovery's public keys: the recovery sheets are invalid from then on."""
    work.delete("office", {"key": RECOVERY_KEYS})


def recovery_box_key(database: Database, office: Office) -> bytes:
    """Return recovery's X25519 public key, or b"" for an office without recovery sheets.

    Errors: ``members.forged`` when the root has not signed it.
    """
    row = _read(database, RECOVERY_KEYS)
    if not row:
        return b""
    message = _message(office.office_id, "recovery", row)
    if _bytes(row, "root") != office.root or not signed_by(
        office.root, message, _bytes(row, "by_root")
    ):
        raise StorageError("members.forged", table=RECOVERY_KEYS)
    return _bytes(row, "box")


def office_of_recovery(database: Database, office_id: str, recovery: UserKeys) -> Office:
    """Return the office with the root that these recovery keys have signed.

    Errors: ``members.forged`` when the row is missing, or the two did not sign each other.
    """
    row = _read(database, RECOVERY_KEYS)
    message = _message(office_id, "recovery", row)
    signed_mutually = (
        signed_by(recovery.sign_public, message, _bytes(row, "by_recovery"))
        and signed_by(_bytes(row, "root"), message, _bytes(row, "by_root"))
        and _bytes(row, "box") == recovery.box_public
    )
    if not signed_mutually:
        raise StorageError("members.forged", table=RECOVERY_KEYS)
    return Office(office_id, _bytes(row, "root"))


def write_succession(
    work: UnitOfWork,
    office: Office,
    recovery: UserKeys,
    new_seed: bytes,
    left_unsigned: Container[tuple[str, str]] = frozenset(),
) -> Office:
    """Write the statement for a new root, and sign with it every row that the old root signed.

    A row that the old root had not signed raises ``members.forged``; nothing is written then.
    ``left_unsigned`` are (table, key) of rows that the caller puts right afterwards.
    """
    recovery_keys = _read(work.database, RECOVERY_KEYS)
    new = Office(office.office_id, bytes(SigningKey(new_seed).verify_key))
    row = {"from": office.root.hex(), "to": new.root.hex(), "vouched": recovery_keys}
    row["by_recovery"] = sign(
        recovery.sign_seed, _message(office.office_id, "root", _transition(row))
    ).hex()
    _write(work, SUCCESSION_PREFIX + office.root.hex(), row)
    for table in _ROOT_SIGNED_TABLES:
        signed_members.sign_rows_with_new_root(work, table, (office, new), new_seed, left_unsigned)
    return new


def present_root(database: Database, office_id: str, root: bytes) -> bytes:
    """Return the present root for a user who trusts ``root``, by recovery's statements.

    Errors: ``members.forged`` when a statement is not validly signed.
    """
    return last_root(read_successions(database), office_id, root)


def read_successions(database: Database) -> dict[str, str]:
    """Return recovery's statements about new roots, unchecked, by their key."""
    rows = database.query(_SUCCESSIONS, (len(SUCCESSION_PREFIX), SUCCESSION_PREFIX))
    return {row["key"]: row["value"] for row in rows}


def last_root(successions: Mapping[str, str], office_id: str, root: bytes) -> bytes:
    """Return the last root to which recovery's statements lead from ``root``.

    Errors: ``members.forged`` when a statement is not validly signed.
    """
    for _ in range(_MAX_ROOTS):
        statement = successions.get(SUCCESSION_PREFIX + root.hex())
        if statement is None:
            return root
        try:
            root = _next_root(dict(object_of(parsed_json(statement))), office_id, root)
        except _UNREADABLE as error:  # anybody may have written it
            raise StorageError("members.forged", table="root") from error
    raise StorageError("members.forged", table="root")


def _next_root(row: dict[str, Any], office_id: str, root: bytes) -> bytes:
    """Return the root that a statement leads to; ValueError if it is not validly signed."""
    recovery_keys = row["vouched"]
    same_root = _bytes(recovery_keys, "root") == root == _bytes(row, "from")
    by_root = _message(office_id, "recovery", recovery_keys)
    by_recovery = _message(office_id, "root", _transition(row))
    signer = _bytes(recovery_keys, "sign")
    if not (
        same_root
        and signed_by(root, by_root, _bytes(recovery_keys, "by_root"))
        and signed_by(signer, by_recovery, _bytes(row, "by_recovery"))
    ):
        raise ValueError("not signed")
    return _bytes(row, "to")


def roots_until(database: Database, office: Office) -> frozenset[bytes]:
    """Return the present root and every earlier one that recovery's statements lead from to it."""
    roots = {office.root}
    start, end = SUCCESSION_PREFIX, SUCCESSION_PREFIX[:-1] + ";"
    for row in database.query("SELECT key FROM office WHERE key >= ? AND key < ?", (start, end)):
        try:
            root = bytes.fromhex(row["key"].removeprefix(SUCCESSION_PREFIX))
            if present_root(database, office.office_id, root) == office.root:
                roots.add(root)
        except (StorageError, ValueError):
            continue  # somebody has written it without the keys of recovery
    return frozenset(roots)


def _transition(row: dict[str, Any]) -> dict[str, Any]:
    return {"from": row["from"], "to": row["to"]}


def _message(office_id: str, purpose: str, row: dict[str, Any]) -> bytes:
    plain = {key: value for key, value in row.items() if not key.startswith("by_")}
    text = json.dumps([office_id, purpose, plain], sort_keys=True)
    return b"reception/succession/1 " + text.encode("utf-8")


def _write(work: UnitOfWork, key: str, row: dict[str, Any]) -> None:
    write_office_value(work, key, json.dumps(row, sort_keys=True))


def _read(database: Database, key: str) -> dict[str, Any]:
    """Return a stored row; an empty one if somebody has written anything else."""
    try:
        return dict(object_of(parsed_json(read_office_value(database, key) or "{}")))
    except ShapeError:
        return {}


def _bytes(row: dict[str, Any], name: str) -> bytes:
    return bytes.fromhex(str(row.get(name, "")))
