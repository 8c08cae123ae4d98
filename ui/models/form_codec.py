"""Converts any form (a frozen data class) to JSON and back.

A field's key in the JSON is its name. The ``metadata`` of a field may change that:
``key("x")`` sets another key; ``FLAT`` writes the fields of a nested form at the level of the
outer form; ``PRESET`` marks a choice that :func:`has_input` does not count as input.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, TypeVar, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Form = TypeVar("_Form", bound="DataclassInstance")
PRESET: dict[str, object] = {"preset": True}
FLAT: dict[str, object] = {"flat": True}


def key(name: str) -> dict[str, object]:
    """Return the metadata of a field that has another name in the JSON of existing drafts."""
    return {"key": name}


def as_json(form: DataclassInstance) -> dict[str, object]:
    """Return a form as a JSON object; fields that are None are left out."""
    result: dict[str, object] = {}
    for form_field in fields(form):
        value = getattr(form, form_field.name)
        if form_field.metadata.get("flat"):
            result |= as_json(value)
        elif value is not None:
            result[_key(form_field)] = _encoded(value)
    return result


def from_json(form_type: type[_Form], data: Mapping[str, object]) -> _Form:
    """Return the form that :func:`as_json` wrote.

    Missing keys get their defaults, and so do values of another kind: anybody can seal a draft to
    a colleague's public key. Errors: TypeError if ``data`` is no JSON object.
    """
    if not isinstance(data, Mapping):
        raise TypeError("no object")
    values: dict[str, object] = {}
    type_hints = _type_hints(form_type)
    for form_field in fields(form_type):
        hint = type_hints[form_field.name]
        value = data.get(_key(form_field))
        if form_field.metadata.get("flat"):
            values[form_field.name] = from_json(cast("type[DataclassInstance]", hint), data)
        elif value is not None and (value != "" or _without_none(hint) is str):
            with suppress(ValueError, TypeError):
                decoded = _decoded(hint, value)
                if decoded != () or not form_field.default:
                    values[form_field.name] = decoded
    return form_type(**values)


def has_input(form: DataclassInstance) -> bool:
    """Tell whether somebody has typed or attached something in a form."""
    return any(
        _is_filled(getattr(form, form_field.name))
        for form_field in fields(form)
        if not form_field.metadata.get("preset")
    )


def count_filled_fields(form: DataclassInstance) -> int:
    """Return how many fields of a form are neither empty nor False."""
    return sum(1 for form_field in fields(form) if getattr(form, form_field.name))


def _is_filled(value: object) -> bool:
    if isinstance(value, tuple):
        return any(_is_filled(item) for item in value)
    if is_dataclass(value):
        return has_input(cast("DataclassInstance", value))
    if isinstance(value, str):
        return bool(value.strip())
    return isinstance(value, bytes)


def _key(form_field: Field[object]) -> str:
    return str(form_field.metadata.get("key", form_field.name))


@cache
def _type_hints(form_type: type) -> dict[str, object]:
    return get_type_hints(form_type)


def _encoded(value: object) -> object:
    if isinstance(value, tuple):
        return [_encoded(item) for item in value]
    if is_dataclass(value):
        return as_json(cast("DataclassInstance", value))
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _decoded(hint: object, value: object) -> object:
    value_type = _without_none(hint)
    if get_origin(value_type) is tuple:
        if not isinstance(value, list):
            raise TypeError("no list")
        return tuple(_decoded(get_args(value_type)[0], item) for item in value)
    if is_dataclass(value_type):
        form = cast("type[DataclassInstance]", value_type)
        return from_json(form, cast("Mapping[str, object]", value))
    if value_type is date:
        return date.fromisoformat(str(value))
    if value_type is bytes:
        return base64.b64decode(str(value))
    if value_type in (str, int, bool):
        if type(value) is not value_type:
            raise TypeError("another kind")
        return value
    return cast("type[str]", value_type)(value)  # an enumeration


def _without_none(hint: object) -> object:
    if isinstance(hint, UnionType):
        return next(value_type for value_type in get_args(hint) if value_type is not NoneType)
    return hint
