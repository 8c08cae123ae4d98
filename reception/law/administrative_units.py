"""Communes and provinces since 01/7/2025, and the former units that they replaced.

Nghị quyết 1670/NQ-UBTVQH15 (communes), Quyết định 19/2025/QĐ-TTg (provinces). Names are compared
with accents first and without them second: "Nậm Chà" is one commune, "nam cha" may be several.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from reception.domain.text import clean, fold, sort_key
from resources import table

_NOT_LETTERS = re.compile(r"[\W_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_PREFIXES = {
    "xa": "xã",
    "x": "xã",
    "phuong": "phường",
    "p": "phường",
    "thi tran": "thị trấn",
    "tt": "thị trấn",
}
_PROVINCE_PREFIXES = ("tinh", "thanh pho", "tp", "t")


class PlaceStatus(StrEnum):
    """How a typed name was recognised."""

    PRESENT = "present"
    TRANSLATED = "translated"  # a former name; ``name`` is the present one
    AMBIGUOUS = "ambiguous"  # one of ``choices``; the user decides
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CommuneMatch:
    """Present commune of a typed name; ``name`` is empty when ambiguous or unknown."""

    status: PlaceStatus
    name: str = ""
    old_name: str = ""  # the former commune, when translated
    choices: tuple[str, ...] = ()  # present names, in alphabetical order


@dataclass(frozen=True, slots=True)
class ProvinceMatch:
    """The province of a typed name; ``old_name`` is the former province, when translated."""

    status: PlaceStatus
    name: str = ""
    old_name: str = ""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A former or present commune, and the present commune that contains it."""

    kind: str  # "xã", "phường", "thị trấn"
    bare: str  # without the kind
    present_name: str
    is_former: bool

    @property
    def full_name(self) -> str:
        return f"{self.kind.capitalize()} {self.bare}"


@cache
def communes() -> tuple[str, ...]:
    """Return the 38 present communes, "Xã Bình Lư", in the order of their names."""
    return tuple(sorted((row["name"] for row in _communes()["communes"]), key=_bare_order))


@cache
def provinces() -> tuple[str, ...]:
    """Return the 34 present provinces and cities, in the order of their names."""
    names = (row["name"] for row in table("data/provinces.json")["provinces"])
    return tuple(sorted(names, key=lambda name: sort_key(name.removeprefix("Thành phố "))))


@cache
def home_province() -> str:
    """Return the province of the office, the only one whose communes are listed."""
    return str(_communes()["province"])


def find_commune(text: str) -> CommuneMatch:
    """Return the present commune of a typed name: any case, accents optional, prefix optional.

    A name shared by a former and another present commune is AMBIGUOUS, with both choices.
    """
    return _match(_candidates(text))


def find_former_commune(text: str) -> CommuneMatch:
    """Return the present commune of a former name, such as one on an older card."""
    return _match([unit for unit in _candidates(text) if unit.is_former])


def find_province(text: str) -> ProvinceMatch:
    """Return the present province of a former or present name: "Hòa Bình" is in Phú Thọ."""
    for folded in (False, True):
        known, spelled = _spelled_provinces(folded=folded), _spell(text, folded=folded)
        entry = known.get(spelled) or known.get(_without(spelled, _PROVINCE_PREFIXES))
        if entry is not None:
            name, old_name = entry
            status = PlaceStatus.TRANSLATED if old_name else PlaceStatus.PRESENT
            return ProvinceMatch(status, name, old_name)
    return ProvinceMatch(PlaceStatus.UNKNOWN)


def id_place(code: str) -> str | None:
    """Return the place of birth registration of the first three digits of a personal number."""
    name = _id_places().get(code)
    return None if name is None else str(name)


def is_former_district(text: str) -> bool:
    """Tell whether a name without prefix is a district of the home province until 30/6/2025."""
    return _folded(text) in {_folded(name) for name in _communes()["districts"]}


@cache
def _communes() -> dict[str, Any]:
    content: dict[str, Any] = table("data/communes.json")
    return content


@cache
def _id_places() -> dict[str, str]:
    places: dict[str, str] = table("data/id_place_codes.json")
    return places


@cache
def _units() -> tuple[_Unit, ...]:
    content, units = _communes(), list[_Unit]()
    for row in content["communes"]:
        present = row["name"]
        units.append(_unit(present, present, is_former=False))
        units += [_unit(name, present, is_former=True) for name in row["from_old"]]
    for variant, name in content["variants"].items():
        same = [unit for unit in units if unit.bare == name]
        units += [_Unit(unit.kind, variant, unit.present_name, unit.is_former) for unit in same]
    return tuple(units)


def _unit(name: str, present_name: str, *, is_former: bool) -> _Unit:
    kind = "thị trấn" if name.startswith("Thị trấn ") else name.split(" ", 1)[0].lower()
    return _Unit(kind, name[len(kind) + 1 :], present_name, is_former)


def _candidates(text: str) -> list[_Unit]:
    for folded in (False, True):
        bare, kind = _split_prefix(_spell(text, folded=folded))
        named = _spelled_units(folded=folded).get(bare)
        if named:
            return [unit for unit in named if unit.kind == kind] or named
    return []


@cache
def _spelled_units(*, folded: bool) -> dict[str, list[_Unit]]:
    units: dict[str, list[_Unit]] = {}
    for unit in _units():
        units.setdefault(_spell(unit.bare, folded=folded), []).append(unit)
    return units


def _match(units: list[_Unit]) -> CommuneMatch:
    names = {unit.present_name for unit in units}
    if not names:
        return CommuneMatch(PlaceStatus.UNKNOWN)
    if len(names) > 1:
        return CommuneMatch(PlaceStatus.AMBIGUOUS, choices=tuple(sorted(names, key=_bare_order)))
    (name,) = names
    if any(not unit.is_former or unit.full_name == name for unit in units):
        return CommuneMatch(PlaceStatus.PRESENT, name)
    return CommuneMatch(PlaceStatus.TRANSLATED, name, units[0].full_name)


def _split_prefix(spelled: str) -> tuple[str, str]:
    """Return the name without its prefix, and the kind that the prefix names, or ""."""
    plain = fold(spelled)
    for prefix, kind in _PREFIXES.items():
        if plain.startswith(prefix + " "):
            words = spelled.split(" ")[len(prefix.split(" ")) :]
            return " ".join(words), kind
    return spelled, ""


def _without(spelled: str, prefixes: Iterable[str]) -> str:
    plain = fold(spelled)
    for prefix in prefixes:
        if plain.startswith(prefix + " "):
            return " ".join(spelled.split(" ")[len(prefix.split(" ")) :])
    return spelled


def _bare_order(name: str) -> str:
    return sort_key(_split_prefix(name)[0])


def _folded(text: str) -> str:
    return " ".join(_NOT_LETTERS.sub(" ", fold(clean(text))).split())


def _spelling(text: str) -> str:
    """Return the words with each tone mark moved to the end: "hoà" and "hòa" are the same."""
    words = _NOT_LETTERS.sub(" ", clean(text).casefold()).split()
    return " ".join(_tone_last(word) for word in words)


def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(sorted(char for char in letters if char in _TONES))
    return "".join(char for char in letters if char not in _TONES) + tones


@cache
def _spelled_provinces(*, folded: bool) -> dict[str, tuple[str, str]]:
    content, places = table("data/provinces.json"), _id_places()
    names: dict[str, tuple[str, str]] = {}
    for row in content["provinces"]:
        for code in row["id_codes"]:
            names[_spell(places[code], folded=folded)] = (row["name"], places[code])
    for row in content["provinces"]:
        spelled = _spell(row["name"], folded=folded)
        names[spelled] = names[_without(spelled, _PROVINCE_PREFIXES)] = (row["name"], "")
    for variant, name in content["variants"].items():
        names.setdefault(_spell(variant, folded=folded), names[_spell(name, folded=folded)])
    return names


def _spell(text: str, *, folded: bool) -> str:
    return _folded(text) if folded else _spelling(text)
