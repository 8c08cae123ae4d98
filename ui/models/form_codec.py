"""Converts any form (a frozen data class) to JSON and back.

A field's key in the JSON is its name. The ``metadata`` of a field may change that:
``key("x")`` sets another key; ``FLAT`` writes the fields of a nested form at the level of the
outer form; ``PRESET`` marks a choice that :func:`has_input` does not count as input.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
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
    """Return the metadata of a field that existing drafts store under another name."""
    return {"key": name}


def as_json(form: DataclassInstance) -> dict[str, object]:
    """Return a form as a JSON object; fields that are None are left out."""
    result: dict[str, object] = {}
    for part in fields(form):
        value = getattr(form, part.name)
        if part.metadata.get("flat"):
            result |= as_json(value)
        elif value is not None:
            result[_key(part)] = _encoded(value)
    return result


def from_json(form_type: type[_Form], data: Mapping[str, object]) -> _Form:
    """Return the form that :func:`as_json` wrote; missing keys get their defaults."""
    values: dict[str, object] = {}
    hints = _hints(form_type)
    for part in fields(form_type):
        hint = hints[part.name]
        value = data.get(_key(part))
        if part.metadata.get("flat"):
            values[part.name] = from_json(cast("type[DataclassInstance]", hint), data)
        elif value is not None and (value != "" or _without_none(hint) is str):
            values[part.name] = _decoded(hint, value)
    return form_type(**values)


def has_input(form: DataclassInstance) -> bool:
    """Tell whether a form contains input that would be lost with it."""
    return any(
        _is_filled(getattr(form, part.name))
        for part in fields(form)
        if not part.metadata.get("preset")
    )


def count_filled_fields(form: DataclassInstance) -> int:
    """Return how many fields of a form are neither empty nor False."""
    return sum(1 for part in fields(form) if getattr(form, part.name))


def _is_filled(value: object) -> bool:
    if isinstance(value, tuple):
        return any(_is_filled(item) for item in value)
    if is_dataclass(value):
        return has_input(cast("DataclassInstance", value))
    if isinstance(value, str):
        return bool(value.strip())
    return isinstance(value, bytes)


def _key(part: Field[object]) -> str:
    return str(part.metadata.get("key", part.name))


@cache
def _hints(form_type: type) -> dict[str, object]:
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
    kind = _without_none(hint)
    if get_origin(kind) is tuple:
        return tuple(_decoded(get_args(kind)[0], item) for item in cast("list[object]", value))
    if is_dataclass(kind):
        form = cast("type[DataclassInstance]", kind)
        return from_json(form, cast("Mapping[str, object]", value))
    if kind is date:
        return date.fromisoformat(str(value))
    if kind is bytes:
        return base64.b64decode(str(value))
    return cast("type[str]", kind)(value)  # str, int, bool or an enumeration


def _without_none(hint: object) -> object:
    if isinstance(hint, UnionType):
        return next(kind for kind in get_args(hint) if kind is not NoneType)
    return hint
