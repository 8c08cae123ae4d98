"""``keyring.json``: account names, encrypted blobs and the sealed database key.

The file is not trusted: a blob is bound to office, user and cost; a wrong database key opens no
database; a keyring older than the one recorded in the database is refused.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.signing import SigningKey, VerifyKey
from nacl.utils import random as random_bytes

from reception.domain.errors import StorageError
from reception.domain.roster import EMPTY_LOG, NO_ROSTER, LogEnd, RosterMark
from reception.hardening.regular_files import MIB, read_regular
from reception.storage.atomic_files import write_atomically
from reception.storage.crypto import sealing
from reception.storage.crypto.password_hashing import SALT_BYTES, KdfParameters, KdfPolicy, derive
from reception.storage.json_shapes import (
    ShapeError,
    hex_of,
    id_of,
    list_of,
    member_of,
    number_of,
    object_of,
    parsed_json,
    text_of,
)

KEYRING_FILE = "keyring.json"
LARGEST_KEYRING = 4 * MIB
_FORMAT = 1
_LONGEST_NAME = 200  # characters
RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class UserKeys:
    """A user's private keys and the trusted office root; in memory while unlocked."""

    box_private: bytes  # X25519
    sign_seed: bytes  # Ed25519
    office_root: bytes  # Ed25519 public key; encrypted with the others, so it can be trusted
    root_seed: bytes = b""  # the head's only: signs members and vaults
    roster: RosterMark = NO_ROSTER  # the newest roster that this person's sessions have seen
    log_end: LogEnd = EMPTY_LOG  # up to here this person's sessions have verified the log

    @classmethod
    def generate(cls, office_root: bytes, root_seed: bytes = b"") -> UserKeys:
        """Return new random keys."""
        return cls(
            bytes(PrivateKey.generate()), bytes(SigningKey.generate()), office_root, root_seed
        )

    @property
    def box_public(self) -> bytes:
        """Return the X25519 public key."""
        return bytes(PrivateKey(self.box_private).public_key)

    @property
    def sign_public(self) -> bytes:
        """Return the Ed25519 public key."""
        return bytes(SigningKey(self.sign_seed).verify_key)

    def __repr__(self) -> str:
        """Show no key, not even in a stack trace."""
        return "UserKeys(…)"


@dataclass(frozen=True, slots=True)
class Account:
    """One user of the keyring; only the name is shown before unlocking."""

    user_id: str
    name: str
    salt: bytes
    cost: KdfParameters
    blob: bytes
    database_key: bytes  # the key of the database, sealed to the user's public key


@dataclass(frozen=True, slots=True)
class Keyring:
    """All accounts of an office; ``counter`` grows with every change."""

    office: str
    counter: int
    accounts: tuple[Account, ...]
    recovery_key: bytes = b""  # the database key, sealed to the key of the recovery sheets

    def account(self, user_id: str) -> Account:
        """Return the account of a user, or raise StorageError ``keyring.unknown_user``."""
        for account in self.accounts:
            if account.user_id == user_id:
                return account
        raise StorageError("keyring.unknown_user")

    def with_account(self, account: Account) -> Keyring:
        """Return a copy with the account of the same user id replaced."""
        accounts = tuple(
            account if item.user_id == account.user_id else item for item in self.accounts
        )
        return replace(self, accounts=accounts)


def create_account(
    office: str, user: tuple[str, str], password: str, keys: UserKeys, secret: Mapping[str, Any]
) -> Account:
    """Encrypt a user's keys under a password.

    ``user`` is (user id, account name); ``secret`` holds ``database_key`` (32 bytes) and ``cost``
    (KdfParameters).
    """
    user_id, name = user
    cost: KdfParameters = secret["cost"]
    salt = random_bytes(SALT_BYTES)
    key = derive(password, salt, cost)
    blob = sealing.encrypt_blob(key, _pack(keys), _associated_data(office, user_id, cost))
    box = sealing.box_to(keys.box_public, secret["database_key"])
    return Account(user_id, name, salt, cost, blob, box)


def open_account(keyring: Keyring, user_id: str, password: str, policy: KdfPolicy) -> UserKeys:
    """Return the user's keys; a wrong password raises StorageError ``unlock.wrong_password``."""
    return open_account_and_key(keyring, user_id, password, policy)[0]


def open_account_and_key(
    keyring: Keyring, user_id: str, password: str, policy: KdfPolicy
) -> tuple[UserKeys, bytes]:
    """Return the user's keys, and the key (32 bytes) derived from the password.

    Errors: StorageError ``unlock.wrong_password``.
    """
    account = keyring.account(user_id)
    policy.check(account.cost)
    key = derive(password, account.salt, account.cost)
    try:
        packed = sealing.decrypt_blob(
            key, account.blob, _associated_data(keyring.office, user_id, account.cost)
        )
    except StorageError as error:
        raise StorageError("unlock.wrong_password") from error
    return _unpack(packed), key


def encrypt_again(office: str, account: Account, keys: UserKeys, key: bytes) -> Account:
    """Return the account with ``keys`` encrypted under the key derived from its password."""
    bound_to = _associated_data(office, account.user_id, account.cost)
    return replace(account, blob=sealing.encrypt_blob(key, _pack(keys), bound_to))


def database_key(account: Account, keys: UserKeys) -> bytes:
    """Return the key of the database (32 bytes) from the account's sealed box."""
    return sealing.unbox(keys.box_private, account.database_key)


def save(folder: Path, keyring: Keyring) -> None:
    """Write the keyring atomically; the caller must hold the lock.

    Changes go through :mod:`reception.storage.crypto.keyring_update`.
    """
    document = {
        "format": _FORMAT,
        "office": keyring.office,
        "counter": keyring.counter,
        "recovery": _to_base64(keyring.recovery_key),
        "accounts": [_account_to_json(account) for account in keyring.accounts],
    }
    text = json.dumps(document, ensure_ascii=False, indent=1)
    write_atomically(folder / KEYRING_FILE, text.encode("utf-8"))


def load(folder: Path) -> Keyring:
    """Read the keyring; a missing or unreadable one raises StorageError."""
    try:
        document = object_of(parsed_json(read_regular(folder / KEYRING_FILE, LARGEST_KEYRING)))
        if number_of(member_of(document, "format")) > _FORMAT:
            raise StorageError("keyring.newer")
        items = list_of(member_of(document, "accounts"))
        return Keyring(
            id_of(member_of(document, "office")),
            number_of(member_of(document, "counter")),
            tuple(_account_from_json(object_of(item)) for item in items),
            _from_base64(member_of(document, "recovery")),
        )
    except FileNotFoundError as error:
        raise StorageError("keyring.missing", folder=str(folder)) from error
    except (OSError, ShapeError) as error:
        raise StorageError("keyring.unreadable") from error


def _account_to_json(account: Account) -> dict[str, object]:
    return {
        "id": account.user_id,
        "name": account.name,
        "salt": _to_base64(account.salt),
        "memory_mib": account.cost.memory_mib,
        "passes": account.cost.passes,
        "blob": _to_base64(account.blob),
        "key": _to_base64(account.database_key),
    }


def _account_from_json(item: Mapping[str, Any]) -> Account:
    cost = KdfParameters(
        number_of(member_of(item, "memory_mib")), number_of(member_of(item, "passes"))
    )
    return Account(
        id_of(member_of(item, "id")),
        text_of(member_of(item, "name"), _LONGEST_NAME),
        _salt_from_base64(member_of(item, "salt")),
        cost,
        _from_base64(member_of(item, "blob")),
        _from_base64(member_of(item, "key")),
    )


def _associated_data(office: str, user_id: str, cost: KdfParameters) -> bytes:
    parts = ("reception/blob/1", office, user_id, str(cost.memory_mib), str(cost.passes))
    return "\x00".join(parts).encode()


def _pack(keys: UserKeys) -> bytes:
    return json.dumps(
        {
            "box": _to_base64(keys.box_private),
            "sign": _to_base64(keys.sign_seed),
            "root": _to_base64(keys.office_root),
            "seed": _to_base64(keys.root_seed),
            "roster": [keys.roster.number, keys.roster.digest.hex()],
            "log": [keys.log_end.seq, keys.log_end.digest.hex()],
        }
    ).encode()


def _unpack(packed: bytes) -> UserKeys:
    item = object_of(parsed_json(packed))
    box, signing, root, seed = (
        _from_base64(item[name]) for name in ("box", "sign", "root", "seed")
    )
    # Blobs of earlier versions have neither.
    number, digest = item.get("roster", (0, ""))
    seq, end = item.get("log", (0, ""))
    mark = RosterMark(number_of(number), hex_of(digest))
    return UserKeys(box, signing, root, seed, mark, LogEnd(number_of(seq), hex_of(end)))


def _to_base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _salt_from_base64(text: Any) -> bytes:
    salt = _from_base64(text)
    if len(salt) != SALT_BYTES:
        raise ShapeError("salt")
    return salt


def _from_base64(text: Any) -> bytes:
    try:
        return base64.b64decode(text_of(text, LARGEST_KEYRING), validate=True)
    except ValueError as error:
        raise ShapeError("no base64") from error


def sign(seed: bytes, message: bytes) -> bytes:
    """Return the Ed25519 signature (64 bytes) of a message."""
    return SigningKey(seed).sign(message).signature


def signed_by(public: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether ``signature`` is the signature of ``message`` by the key ``public``."""
    try:
        VerifyKey(public).verify(message, signature)
    except (CryptoError, ValueError, TypeError):
        return False
    return True
