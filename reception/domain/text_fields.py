"""Text fields of frozen data classes, cleaned without naming each of them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, TypeVar, cast

from reception.domain.text import clean

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Form = TypeVar("_Form", bound="DataclassInstance")


def with_clean_texts(form: _Form) -> _Form:
    """Return a copy whose texts are cleaned, those of the data classes inside it included.

    A field that is added to a form later is cleaned too. Members of an enumeration and
    everything that is no text stay as they are.
    """
    return replace(form, **{part.name: _cleaned(getattr(form, part.name)) for part in fields(form)})


def _cleaned(value: object) -> object:
    if type(value) is str:  # members of a StrEnum are codes
        return clean(value)
    if type(value) is tuple:
        return tuple(_cleaned(item) for item in value)
    if is_dataclass(value):
        return with_clean_texts(cast("DataclassInstance", value))
    return value
