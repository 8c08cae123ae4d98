"""Sealed values open with their vault's key only, and in their own row only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey

from reception.domain.errors import StorageError
from reception.storage.crypto.sealing import (
    Binding,
    SealedValue,
    VaultKey,
    decrypt_blob,
    encrypt_blob,
    seal,
    unseal,
)

PLACE = Binding("office", "visit", "a1", 1, "identity")


def _vault(name: str) -> tuple[VaultKey, bytes]:
    private = PrivateKey.generate()
    return VaultKey(name, 1, bytes(private.public_key)), bytes(private)


@given(st.binary(max_size=3000))
def test_every_vault_given_opens_and_no_other(plain: bytes) -> None:
    desk, desk_private = _vault("desk")
    protected, protected_private = _vault("protected")
    sealed = seal(plain, PLACE, (desk, protected))
    for key, private in ((("desk", 1), desk_private), (("protected", 1), protected_private)):
        assert unseal(sealed.body, sealed.boxes[key], private, PLACE) == plain
    alone = seal(plain, PLACE, (protected,))
    assert set(alone.boxes) == {("protected", 1)}
    with pytest.raises(StorageError, match="seal.broken"):
        unseal(alone.body, alone.boxes[("protected", 1)], desk_private, PLACE)


@pytest.mark.parametrize(
    "elsewhere",
    [
        Binding("other", "visit", "a1", 1, "identity"),
        Binding("office", "draft", "a1", 1, "identity"),
        Binding("office", "visit", "a2", 1, "identity"),
        Binding("office", "visit", "a1", 2, "identity"),
        Binding("office", "visit", "a1", 1, "scan1"),
    ],
)
def test_a_value_moved_elsewhere_does_not_open(elsewhere: Binding) -> None:
    vault, private = _vault("desk")
    sealed = seal("Nguyễn Văn A".encode(), PLACE, (vault,))
    with pytest.raises(StorageError, match="seal.broken"):
        unseal(sealed.body, sealed.boxes[("desk", 1)], private, elsewhere)


def test_length_reveals_the_padding_step_only() -> None:
    vault, _ = _vault("desk")
    sizes = {len(seal(b"x" * n, PLACE, (vault,)).body) for n in range(0, 1000, 37)}
    assert len(sizes) == 1


def test_each_seal_is_fresh() -> None:
    vault, _ = _vault("desk")
    first, second = (seal(b"same", PLACE, (vault,)) for _ in range(2))
    assert first.body != second.body
    assert isinstance(first, SealedValue)


@given(st.binary(min_size=1, max_size=200), st.integers(min_value=0, max_value=10_000))
def test_a_changed_blob_does_not_open(plain: bytes, place: int) -> None:
    key = bytes(32)
    blob = bytearray(encrypt_blob(key, plain, b"here"))
    blob[place % len(blob)] ^= 1
    with pytest.raises(StorageError, match="seal.broken"):
        decrypt_blob(key, bytes(blob), b"here")
    with pytest.raises(StorageError, match="seal.broken"):
        decrypt_blob(key, encrypt_blob(key, plain, b"here"), b"there")
