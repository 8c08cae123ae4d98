"""No field of an identity is forgotten: cleaned on the way in, shown by parts, guarded in texts."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import get_type_hints

import pytest

from reception.domain.leak_guard import find_leaks
from reception.domain.reporter import Identity
from reception.domain.reveal import IdentityPart, texts_of, with_parts_only
from reception.services.visits.intake_validation import cleaned_identity

DAY = date(1968, 8, 5)
FIELDS_OF_PART = {
    IdentityPart.NAME: (
        "name",
        "birth_year",
        "birth_date",
        "sex",
        "representation",
        "companions",
    ),
    IdentityPart.ADDRESS: ("address",),
    IdentityPart.NUMBER: ("paper",),
    IdentityPart.CONTACT: ("phone", "contact_wish"),
}
NEVER_REVEALED = ("occupation", "workplace", "note")
# Texts that name nobody by themselves, or that no free text of the register would hold.
NOT_GUARDED = {
    "occupation",  # a hit only beside another part of the identity
    "paper.issued_by",
    "address.commune",  # a hit only beside another part of the identity
    "address.province",
}


def filled(kind: type, name: str) -> object:
    """Return a value that is not the default, with blanks that cleaning takes away."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{f.name: filled(hints[f.name], f"{name}.{f.name}") for f in fields(kind)})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if kind == tuple[str, ...]:
        return (f"  Lò  Văn {name}  ", "  ")
    return {str: f"  Lò  Văn  {name}  ", bool: True}.get(kind, DAY if "date" in str(kind) else 1968)


FILLED_IDENTITY = filled(Identity, "Identity")
assert isinstance(FILLED_IDENTITY, Identity)


def texts(value: object, path: str = "") -> dict[str, str]:
    """Return every text of an identity by its path."""
    found: dict[str, str] = {}
    for part in fields(value):  # type: ignore[arg-type]
        item, name = getattr(value, part.name), f"{path}{part.name}"
        if is_dataclass(item):
            found |= texts(item, f"{name}.")
        elif isinstance(item, tuple):
            found[name] = "".join(item)
        elif type(item) is str:
            found[name] = item
    return found


def test_cleaning_keeps_every_field_and_cleans_every_text() -> None:
    cleaned = cleaned_identity(FILLED_IDENTITY)
    for name, text in texts(cleaned).items():
        assert text == " ".join(text.split()), name
    assert texts(cleaned).keys() == texts(FILLED_IDENTITY).keys()
    assert cleaned.companions == ("Lò Văn Identity.companions",)
    for part in fields(Identity):
        assert getattr(cleaned, part.name) != getattr(Identity(), part.name), part.name
    assert cleaned.birth_date == DAY


def test_every_field_belongs_to_a_part_that_may_be_asked_for_or_is_never_revealed() -> None:
    known = [name for names in FIELDS_OF_PART.values() for name in names]
    assert sorted([*known, *NEVER_REVEALED]) == sorted(part.name for part in fields(Identity))
    everything = with_parts_only(FILLED_IDENTITY, frozenset(IdentityPart))
    for name in NEVER_REVEALED:
        assert getattr(everything, name) == getattr(Identity(), name), name


@pytest.mark.parametrize("wanted", list(IdentityPart))
def test_a_part_opens_its_own_fields_and_no_others(wanted: IdentityPart) -> None:
    shown = with_parts_only(FILLED_IDENTITY, frozenset({wanted}))
    for part in fields(Identity):
        kept = FILLED_IDENTITY if part.name in FIELDS_OF_PART[wanted] else Identity()
        assert getattr(shown, part.name) == getattr(kept, part.name), part.name


def test_the_texts_of_a_part_leave_out_empty_ones() -> None:
    reached = Identity(phone="0912000000", contact_wish="")
    assert texts_of(reached, IdentityPart.CONTACT) == ("0912000000",)


SHAPED = {
    "paper.number": "012068000123",
    "representation.card_number": "0123456",
    "phone": "0912000111",
    "address.street": "số 12 đường Trần Phú",
}


@pytest.mark.parametrize("path", sorted(texts(FILLED_IDENTITY)))
def test_every_text_of_an_identity_is_found_in_free_texts_or_listed_here(path: str) -> None:
    value = SHAPED.get(path, "Thào Mí Sùng")
    head, _, tail = path.partition(".")
    inner = getattr(Identity(), head)
    changed: object = replace(inner, **{tail: value}) if tail else value
    if head == "companions":
        changed = (value,)
    someone = replace(Identity(), **{head: changed})  # type: ignore[arg-type]
    assert bool(find_leaks(f"Người đến nói {value} biết việc.", someone)) is (
        path not in NOT_GUARDED
    )
