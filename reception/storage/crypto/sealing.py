"""Encryption and sealing by libsodium; no construction of our own.

An *encrypted blob* is encrypted under a symmetric key (XChaCha20-Poly1305). A *sealed box* opens
only with a private key that its writer does not have (libsodium sealed box). A *sealed value* is a
padded body under a new data key, and one sealed box with that data key for each vault.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nacl import bindings
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.utils import random as random_bytes

from reception.domain.errors import StorageError

KEY_BYTES = 32
TEXT_STEP = 1024  # bytes; a text is padded to a multiple of it
SCAN_STEP = 64 * 1024  # bytes; the same for a scan
_FORMAT = b"reception/sealed/2"
_FORMAT_WITHOUT_OWNER = b"reception/sealed/1"  # read, never written any more
_NONCE_BYTES = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES


@dataclass(frozen=True, slots=True)
class Binding:
    """Associated data of a sealed value, so that it opens in its own row and for its owner only.

    ``owner_table`` and ``owner_row`` name the row that the value belongs to, e.g. a visit;
    ``value_id`` is the random id of the value itself.
    """

    office: str
    owner_table: str
    owner_row: str
    value_id: str
    version: int
    group: str

    def associated_data(self) -> bytes:
        """Return the associated data, each part length-prefixed to stay distinct."""
        owner = (self.owner_table, self.owner_row)
        return _FORMAT + _joined(self.office, *owner, self.value_id, str(self.version), self.group)

    def associated_data_without_owner(self) -> bytes:
        """Return the associated data of values sealed before the owner was part of it.

        Such a value is bound to its owner only by the log entry that wrote it.
        """
        parts = (self.office, self.owner_table, self.value_id, str(self.version), self.group)
        return _FORMAT_WITHOUT_OWNER + _joined(*parts)


@dataclass(frozen=True, slots=True)
class VaultKey:
    """The public key of one generation of a vault."""

    vault: str
    generation: int
    public: bytes


@dataclass(frozen=True, slots=True)
class SealedValue:
    """The body and, for each (vault, generation), the box with its data key."""

    body: bytes
    boxes: Mapping[tuple[str, int], bytes]


def new_key() -> bytes:
    """Return a fresh 256-bit key."""
    return random_bytes(KEY_BYTES)


def encrypt_blob(key: bytes, plain: bytes, bound_to: bytes) -> bytes:
    """Return nonce and ciphertext of ``plain`` under ``key``, bound to associated data."""
    nonce = random_bytes(_NONCE_BYTES)
    return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, bound_to, nonce, key)


def decrypt_blob(key: bytes, blob: bytes, bound_to: bytes) -> bytes:
    """Return the plain bytes, or raise StorageError ``seal.broken``."""
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            blob[_NONCE_BYTES:], bound_to, blob[:_NONCE_BYTES], key
        )
    except (CryptoError, ValueError) as error:
        raise StorageError("seal.broken") from error


def box_to(public: bytes, plain: bytes) -> bytes:
    """Return ``plain`` in a sealed box that only the private key of ``public`` opens."""
    return SealedBox(PublicKey(public)).encrypt(plain)


def unbox(private: bytes, box: bytes) -> bytes:
    """Open a sealed box with its private key, or raise StorageError ``seal.broken``."""
    try:
        return SealedBox(PrivateKey(private)).decrypt(box)
    except (CryptoError, ValueError) as error:
        raise StorageError("seal.broken") from error


def pad(plain: bytes, step: int) -> bytes:
    """Return the bytes padded to the next multiple of ``step``, to hide their length."""
    return bindings.sodium_pad(plain, step)


def unpad(padded: bytes, step: int) -> bytes:
    """Undo :func:`pad`."""
    return bindings.sodium_unpad(padded, step)


def seal(
    plain: bytes, binding: Binding, vaults: tuple[VaultKey, ...], step: int = TEXT_STEP
) -> SealedValue:
    """Seal ``plain`` to every vault given; its writer cannot open it."""
    data_key = new_key()
    body = encrypt_blob(data_key, pad(plain, step), binding.associated_data())
    boxes = {(v.vault, v.generation): box_to(v.public, data_key) for v in vaults}
    return SealedValue(body, boxes)


def unseal(
    body: bytes, box: bytes, private: bytes, binding: Binding, step: int = TEXT_STEP
) -> bytes:
    """Open a sealed value with the private key of one of its vaults.

    Errors: StorageError ``seal.broken``, also for a value that was moved to another owner or row.
    """
    return unpad(_decrypt_body(unbox(private, box), body, binding), step)


def checked_data_key(body: bytes, box: bytes, private: bytes, binding: Binding) -> bytes:
    """Return the data key of a sealed value that opens under ``binding``; errors as in unseal.

    Whoever gives a data key to another vault calls this: :func:`unbox` alone would also return
    the key of a value that was moved here from another owner.
    """
    data_key = unbox(private, box)
    _decrypt_body(data_key, body, binding)
    return data_key


def box_bound_to(public: bytes, plain: bytes, binding: Binding) -> bytes:
    """Return a sealed box, which has no associated data, with ``binding`` before its content."""
    return box_to(public, binding.associated_data() + plain)


def unbox_bound(private: bytes, box: bytes, binding: Binding) -> bytes:
    """Open a box of :func:`box_bound_to`; StorageError ``seal.broken`` for another binding."""
    prefix, content = binding.associated_data(), unbox(private, box)
    if not content.startswith(prefix):
        raise StorageError("seal.broken")
    return content[len(prefix) :]


def _decrypt_body(data_key: bytes, body: bytes, binding: Binding) -> bytes:
    """Return the padded content, whether or not the owner is part of the associated data.

    Without the data key nobody can turn a value of the present format into one without an owner.
    """
    try:
        return decrypt_blob(data_key, body, binding.associated_data())
    except StorageError:
        return decrypt_blob(data_key, body, binding.associated_data_without_owner())


def _joined(*parts: str) -> bytes:
    encoded = [part.encode() for part in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in encoded)
