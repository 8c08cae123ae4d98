"""Members, vaults and grants: rows signed by the office root.

Reading members, vaults and keys checks the signature; ``generation_of`` and ``holders`` do not.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from nacl.public import PrivateKey

from reception.domain.errors import StorageError
from reception.domain.staff import Member, Right, Role
from reception.storage.crypto import sealing
from reception.storage.crypto.hash_chain import LOGGED_TABLES, key_text
from reception.storage.crypto.keyring import UserKeys, sign, signed_by
from reception.storage.crypto.sealing import VaultKey
from reception.storage.database import Database
from reception.storage.json_shapes import word_of
from reception.storage.unit_of_work import UnitOfWork

DESK = "desk"
PROTECTED = "protected"
VAULTS = (DESK, PROTECTED)
# Holder of the vault key kept for the head until recovery sheets are made.
PENDING_RECOVERY = "pending"
RIGHT_OF_VAULT = {DESK: Right.REVEAL, PROTECTED: Right.CUSTODY}

_MEMBERS = "SELECT * FROM member ORDER BY user_id, generation"
_VAULTS = "SELECT * FROM vault ORDER BY name, generation"
_LAST_MEMBER_ENTRY = "SELECT max(seq) FROM log_row WHERE record IN ('member', 'vault')"


@dataclass(frozen=True, slots=True)
class Office:
    """Trusted facts of an unlocked session: the office's id and its root's public key."""

    office_id: str
    root: bytes


def fingerprint(root: bytes) -> str:
    """Return the office root's fingerprint, as printed on papers: ``7E41 09BC D2A8``."""
    text = blake2b(root, digest_size=6).hexdigest().upper()
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def write_member(
    work: UnitOfWork, office: Office, root_seed: bytes, member: Member, generation: int = 1
) -> None:
    """Write a member's row, signed by the office root.

    A member who gets new keys gets a new row with the next ``generation``.
    """
    row = _member_row(member, generation)
    row["signature"] = sign(root_seed, _message(office, "member", row))
    work.upsert("member", row)


def rewrite_member_row(
    work: UnitOfWork, office: Office, root_seed: bytes, row: Any, values: dict[str, Any]
) -> None:
    """Write a member's row again with other values for some columns, signed by the office root."""
    work.upsert("member", signed_again(office, "member", row, values, root_seed))


def signed_again(
    office: Office, table: str, row: Any, values: dict[str, Any], root_seed: bytes
) -> dict[str, Any]:
    """Return a row with other values for some columns, signed; the columns in their order."""
    changed = {name: row[name] for name in row.keys() if name != "signature"} | values  # noqa: SIM118 - a Row
    changed["signature"] = sign(root_seed, _message(office, table, changed))
    return changed


def read_members(
    database: Database, office: Office, *, skip_forged: bool = False
) -> dict[str, Member]:
    """Return everybody who ever had an account, by user id, with the newest keys.

    Suspended and offboarded people are included. A row that the root has not signed raises
    StorageError ``members.forged``, or is left out with ``skip_forged``.
    """
    members: dict[str, Member] = {}
    for row in database.query(_MEMBERS):
        if skip_forged and not is_signed(row, office, "member"):
            continue
        _require_signature(row, office, "member")
        members[row["user_id"]] = _member(row)
    return members


def last_member_entry(database: Database) -> int:
    """Return the number of the last log entry that wrote a member or a vault; 0 if none did."""
    row = database.one(_LAST_MEMBER_ENTRY)
    return int(row[0] or 0) if row else 0


def generation_of(database: Database, user_id: str) -> int:
    """Return the newest generation of a member's keys; 0 for an unknown user id."""
    row = database.one("SELECT max(generation) FROM member WHERE user_id = ?", (user_id,))
    return int(row[0] or 0) if row else 0


def sign_rows_with_new_root(
    work: UnitOfWork,
    table: str,
    offices: tuple[Office, Office],
    seed: bytes,
    left_unsigned: Container[tuple[str, str]],
) -> None:
    """Sign every row of a table for a new root; ``offices`` are (old, new).

    A row that the old root has not signed raises ``members.forged``, unless its (table, key) is in
    ``left_unsigned``: then it stays as it is.
    """
    old, new = offices
    for row in work.database.query(f"SELECT * FROM {table}"):
        key = {name: row[name] for name in LOGGED_TABLES[table]}
        if (table, key_text(key.values())) in left_unsigned and not is_signed(row, old, table):
            continue
        _require_signature(row, old, table)
        plain = {name: row[name] for name in row.keys() if name != "signature"}  # noqa: SIM118 - a Row
        work.update(table, key, {"signature": sign(seed, _message(new, table, plain))})


def signing_keys(database: Database, office: Office) -> dict[tuple[str, int], bytes]:
    """Return every signing key that was ever valid, by (user id, generation).

    The log is verified with them, so rows that the root has not signed are left out.
    """
    keys: dict[tuple[str, int], bytes] = {}
    for row in database.query(_MEMBERS):
        if is_signed(row, office, "member"):
            keys[(row["user_id"], row["generation"])] = bytes(row["sign_key"])
    return keys


def write_vault(work: UnitOfWork, office: Office, root_seed: bytes, key: VaultKey) -> None:
    """Write the public key of a vault's generation, signed by the office root."""
    row: dict[str, Any] = {
        "name": key.vault,
        "generation": key.generation,
        "public_key": key.public,
    }
    row["signature"] = sign(root_seed, _message(office, "vault", row))
    work.insert("vault", row)


def write_grant(
    work: UnitOfWork, office: Office, root_seed: bytes, grant: tuple[VaultKey, str, bytes]
) -> None:
    """Write a vault's private key sealed to a holder; ``grant`` is (vault key, holder, box)."""
    key, holder, box = grant
    row: dict[str, Any] = {
        "name": key.vault,
        "generation": key.generation,
        "holder": holder,
        "sealed_private": box,
    }
    row["signature"] = sign(root_seed, _message(office, "vault_grant", row))
    work.upsert("vault_grant", row)


def new_vault_key_pair(vault: str, generation: int) -> tuple[VaultKey, bytes]:
    """Return the public and the private key of a vault's new generation; nothing is written."""
    private = PrivateKey.generate()
    return VaultKey(vault, generation, bytes(private.public_key)), bytes(private)


def read_vaults(
    database: Database, office: Office, *, skip_forged: bool = False
) -> dict[str, VaultKey]:
    """Return the newest generation of each vault, checked against the root.

    Errors: as of :func:`read_members`.
    """
    vaults: dict[str, VaultKey] = {}
    for row in database.query(_VAULTS):
        if skip_forged and not is_signed(row, office, "vault"):
            continue
        _require_signature(row, office, "vault")
        vaults[row["name"]] = VaultKey(row["name"], row["generation"], bytes(row["public_key"]))
    return vaults


def granted_private_keys(
    database: Database, office: Office, holder: str, keys: UserKeys
) -> dict[tuple[str, int], bytes]:
    """Return the private keys granted to a holder, by (vault, generation)."""
    private_keys: dict[tuple[str, int], bytes] = {}
    for row in database.query("SELECT * FROM vault_grant WHERE holder = ?", (holder,)):
        _require_signature(row, office, "vault_grant")
        private = sealing.unbox(keys.box_private, bytes(row["sealed_private"]))
        private_keys[(row["name"], row["generation"])] = private
    return private_keys


def _member_row(member: Member, generation: int) -> dict[str, Any]:
    return {
        "user_id": member.user_id,
        "generation": generation,
        "name": member.name,
        "title": member.title,
        "role": member.role.value,
        "rights": " ".join(sorted(member.rights)),
        "box_key": member.box_key,
        "sign_key": member.sign_key,
        "active": int(member.active),
    }


def _member(row: Any) -> Member:
    return Member(
        user_id=row["user_id"],
        name=row["name"],
        title=row["title"],
        role=word_of(Role, row["role"]),
        rights=frozenset(Right(item) for item in row["rights"].split()),
        box_key=bytes(row["box_key"]),
        sign_key=bytes(row["sign_key"]),
        active=bool(row["active"]),
    )


def _require_signature(row: Any, office: Office, table: str) -> None:
    if not is_signed(row, office, table):
        raise StorageError("members.forged", table=table)


def is_signed(row: Any, office: Office, table: str) -> bool:
    """Tell whether the office root has signed a row of this table."""
    plain = {name: row[name] for name in row.keys() if name != "signature"}  # noqa: SIM118 - a Row
    return signed_by(office.root, _message(office, table, plain), bytes(row["signature"]))


def _message(office: Office, table: str, row: dict[str, Any]) -> bytes:
    plain = {k: v.hex() if isinstance(v, bytes) else v for k, v in row.items()}
    text = json.dumps([office.office_id, table, plain], sort_keys=True, ensure_ascii=False)
    return b"reception/root/1 " + text.encode("utf-8")


def holders(database: Database, vault: str) -> Iterable[str]:
    """Return the holders of a vault's newest key: user ids, ``recovery``, ``pending``."""
    rows = database.query(
        "SELECT holder FROM vault_grant WHERE name = ? AND generation = "
        "(SELECT max(generation) FROM vault WHERE name = ?) ORDER BY holder",
        (vault, vault),
    )
    return [row["holder"] for row in rows]
