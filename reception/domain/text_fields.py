"""Cleaning of all text fields of a frozen data class, whatever their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, TypeVar, cast

from reception.domain.text import clean

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Form = TypeVar("_Form", bound="DataclassInstance")


def with_clean_texts(form: _Form) -> _Form:
    """Return the form with cleaned texts, also in the data classes and tuples that it contains.

    No list of fields is needed, so that a field added later is cleaned too. Members of an
    enumeration, and all values that are not texts, stay as they are.
    """
    changed_fields = {}
    for field in fields(form):
        value = getattr(form, field.name)
        cleaned = _cleaned(value)
        if cleaned != value:
            changed_fields[field.name] = cleaned
    return replace(form, **changed_fields) if changed_fields else form


def texts_in(form: DataclassInstance) -> Iterator[tuple[str, str]]:
    """Yield (name of the field, text) of every text in a form and in what it contains."""
    for field in fields(form):
        yield from _texts(field.name, getattr(form, field.name))


def _texts(name: str, value: object) -> Iterator[tuple[str, str]]:
    if type(value) is str:
        yield name, value
    elif type(value) is tuple:
        for item in value:
            yield from _texts(name, item)
    elif is_dataclass(value):
        yield from texts_in(cast("DataclassInstance", value))


def _cleaned(value: object) -> object:
    if type(value) is str:  # members of a StrEnum are codes
        return clean(value)
    if type(value) is tuple:
        return tuple(_cleaned(item) for item in value) if value else value
    if is_dataclass(value):
        return with_clean_texts(cast("DataclassInstance", value))
    return value
