"""Sealed values open with their vault's key only, and in their own row only."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey

from reception.domain.errors import StorageError
from reception.storage.crypto.sealing import (
    TEXT_STEP,
    Binding,
    SealedValue,
    VaultKey,
    box_bound_to,
    box_to,
    checked_data_key,
    decrypt_blob,
    encrypt_blob,
    pad,
    seal,
    unbox_bound,
    unseal,
)

PLACE = Binding("office", "visit", "7", "a1", 1, "identity")
WITHOUT_OWNER = (
    b"reception/sealed/1"
    b"\x00\x00\x00\x06office\x00\x00\x00\x05visit\x00\x00\x00\x02a1"
    b"\x00\x00\x00\x011\x00\x00\x00\x08identity"
)  # what the program sealed with before the owner was part of it
PARTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=3)
BINDINGS = st.builds(Binding, PARTS, PARTS, PARTS, PARTS, st.integers(0, 20), PARTS)


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
        replace(PLACE, office="other"),
        replace(PLACE, owner_table="draft"),
        replace(PLACE, owner_row="8"),
        replace(PLACE, value_id="a2"),
        replace(PLACE, version=2),
        replace(PLACE, group="scan1"),
    ],
)
def test_a_value_moved_elsewhere_does_not_open(elsewhere: Binding) -> None:
    vault, private = _vault("desk")
    sealed = seal("Nguyễn Văn A".encode(), PLACE, (vault,))
    with pytest.raises(StorageError, match="seal.broken"):
        unseal(sealed.body, sealed.boxes[("desk", 1)], private, elsewhere)
    with pytest.raises(StorageError, match="seal.broken"):
        checked_data_key(sealed.body, sealed.boxes[("desk", 1)], private, elsewhere)
    box = box_bound_to(vault.public, b"words", PLACE)
    assert unbox_bound(private, box, PLACE) == b"words"
    with pytest.raises(StorageError, match="seal.broken"):
        unbox_bound(private, box, elsewhere)


@given(BINDINGS, BINDINGS)
def test_two_bindings_never_have_the_same_associated_data(first: Binding, second: Binding) -> None:
    assert (first.associated_data() == second.associated_data()) is (first == second)
    assert first.associated_data() != second.associated_data_without_owner()
    same_but_owner = first == replace(second, owner_row=first.owner_row)
    former = (first.associated_data_without_owner(), second.associated_data_without_owner())
    assert (former[0] == former[1]) is same_but_owner


@given(BINDINGS, BINDINGS)
def test_no_associated_data_is_the_beginning_of_another(first: Binding, second: Binding) -> None:
    assert second.associated_data().startswith(first.associated_data()) is (first == second)


def test_a_value_sealed_without_its_owner_still_opens() -> None:
    vault, private = _vault("desk")
    data_key = bytes(range(32))
    body = encrypt_blob(data_key, pad(b"old", TEXT_STEP), WITHOUT_OWNER)
    box = box_to(vault.public, data_key)
    assert unseal(body, box, private, PLACE) == b"old"
    assert checked_data_key(body, box, private, PLACE) == data_key
    with pytest.raises(StorageError, match="seal.broken"):
        unseal(body, box, private, replace(PLACE, value_id="a2"))


def test_an_unbound_box_is_not_taken_for_a_bound_one() -> None:
    vault, private = _vault("desk")
    with pytest.raises(StorageError, match="seal.broken"):
        unbox_bound(private, box_to(vault.public, b"words"), PLACE)


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
