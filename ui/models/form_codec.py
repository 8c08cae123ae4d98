"""Typed forms (frozen data classes) as JSON and back, field by field without naming any.

A field's key in the JSON is its name. ``metadata`` of a field changes that:
``key("x")`` names another key, ``FLAT`` writes the fields of a nested form beside those of its
holder, ``PRESET`` marks a choice that is no loss when an empty form is put away.
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
    """Return the metadata of a field that existing drafts keep under another name."""
    return {"key": name}


def as_json(form: DataclassInstance) -> dict[str, object]:
    """Return a form as JSON takes it; fields that are None are left out."""
    found: dict[str, object] = {}
    for part in fields(form):
        value = getattr(form, part.name)
        if part.metadata.get("flat"):
            found |= as_json(value)
        elif value is not None:
            found[_key(part)] = _encoded(value)
    return found


def from_json(kind: type[_Form], item: Mapping[str, object]) -> _Form:
    """Return the form that :func:`as_json` wrote; keys that are missing get their defaults."""
    found: dict[str, object] = {}
    hints = _hints(kind)
    for part in fields(kind):
        hint = hints[part.name]
        value = item.get(_key(part))
        if part.metadata.get("flat"):
            found[part.name] = from_json(cast("type[DataclassInstance]", hint), item)
        elif value is not None and (value != "" or _without_none(hint) is str):
            found[part.name] = _decoded(hint, value)
    return kind(**found)


def is_typed(form: DataclassInstance) -> bool:
    """Tell whether a form holds anything typed or chosen that would be lost with it."""
    return any(
        _holds_words(getattr(form, part.name))
        for part in fields(form)
        if not part.metadata.get("preset")
    )


def filled_fields(form: DataclassInstance) -> int:
    """Return how many fields of a form are neither empty nor False."""
    return sum(1 for part in fields(form) if getattr(form, part.name))


def _holds_words(value: object) -> bool:
    if isinstance(value, tuple):
        return any(_holds_words(item) for item in value)
    if is_dataclass(value):
        return is_typed(cast("DataclassInstance", value))
    if isinstance(value, str):
        return bool(value.strip())
    return isinstance(value, bytes)


def _key(part: Field[object]) -> str:
    return str(part.metadata.get("key", part.name))


@cache
def _hints(kind: type) -> dict[str, object]:
    return get_type_hints(kind)


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
