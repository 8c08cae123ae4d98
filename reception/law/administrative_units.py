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
    """What a typed name was recognised as."""

    PRESENT = "present"
    FORMER = "former"  # a former name; ``name`` of the match is the present one
    AMBIGUOUS = "ambiguous"  # several present communes fit; the user chooses among ``choices``
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CommuneMatch:
    """The present commune of a typed name; ``name`` is empty if AMBIGUOUS or UNKNOWN."""

    status: PlaceStatus
    name: str = ""
    former_name: str = ""  # the former commune, if FORMER
    choices: tuple[str, ...] = ()  # present names, in alphabetical order


@dataclass(frozen=True, slots=True)
class ProvinceMatch:
    """The province of a typed name; ``former_name`` is the former province, if FORMER."""

    status: PlaceStatus
    name: str = ""
    former_name: str = ""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A former or present commune, and the present commune that contains it."""

    kind: str  # "xã", "phường", "thị trấn"
    name_without_kind: str
    present_name: str
    is_former: bool

    @property
    def full_name(self) -> str:
        return f"{self.kind.capitalize()} {self.name_without_kind}"


@cache
def communes() -> tuple[str, ...]:
    """Return the 38 present communes, "Xã Bình Lư", in the order of their names."""
    return tuple(sorted((row["name"] for row in _commune_table()["communes"]), key=_name_sort_key))


@cache
def provinces() -> tuple[str, ...]:
    """Return the 34 present provinces and cities, in the order of their names."""
    names = (row["name"] for row in table("data/provinces.json")["provinces"])
    return tuple(sorted(names, key=lambda name: sort_key(name.removeprefix("Thành phố "))))


@cache
def home_province() -> str:
    """Return the province of the office, the only one whose communes are listed."""
    return str(_commune_table()["province"])


def find_commune(text: str) -> CommuneMatch:
    """Return the present commune of a typed name, in any case, with or without accents or prefix.

    A name that a former commune shares with another present one is AMBIGUOUS, with both choices.
    """
    return _match_of(_units_named(text))


def find_commune_by_former_name(text: str) -> CommuneMatch:
    """Return the present commune of a former name, as on older cards; else it is UNKNOWN."""
    return _match_of([unit for unit in _units_named(text) if unit.is_former])


def find_province(text: str) -> ProvinceMatch:
    """Return the present province of a former or present name: "Hòa Bình" is in Phú Thọ."""
    for folded in (False, True):
        known, spelling = _provinces_by_spelling(folded=folded), _spelling_key(text, folded=folded)
        entry = known.get(spelling) or known.get(_without_prefix(spelling, _PROVINCE_PREFIXES))
        if entry is not None:
            name, former_name = entry
            status = PlaceStatus.FORMER if former_name else PlaceStatus.PRESENT
            return ProvinceMatch(status, name, former_name)
    return ProvinceMatch(PlaceStatus.UNKNOWN)


def birth_registration_place(code: str) -> str | None:
    """Return where a birth was registered; ``code`` is the first three digits of a personal number.

    None for a code that is not assigned.
    """
    name = _birth_registration_places().get(code)
    return None if name is None else str(name)


def is_former_district(text: str) -> bool:
    """Tell whether a name without prefix was a district of the home province until 30/6/2025."""
    return _folded_key(text) in {_folded_key(name) for name in _commune_table()["districts"]}


@cache
def _commune_table() -> dict[str, Any]:
    content: dict[str, Any] = table("data/communes.json")
    return content


@cache
def _birth_registration_places() -> dict[str, str]:
    places: dict[str, str] = table("data/id_place_codes.json")
    return places


@cache
def _units() -> tuple[_Unit, ...]:
    content, units = _commune_table(), list[_Unit]()
    for row in content["communes"]:
        present = row["name"]
        units.append(_unit(present, present, is_former=False))
        units += [_unit(name, present, is_former=True) for name in row["from_old"]]
    for variant, name in content["variants"].items():
        same = [unit for unit in units if unit.name_without_kind == name]
        units += [_Unit(unit.kind, variant, unit.present_name, unit.is_former) for unit in same]
    return tuple(units)


def _unit(name: str, present_name: str, *, is_former: bool) -> _Unit:
    kind = "thị trấn" if name.startswith("Thị trấn ") else name.split(" ", 1)[0].lower()
    return _Unit(kind, name[len(kind) + 1 :], present_name, is_former)


def _units_named(text: str) -> list[_Unit]:
    """Return the units with a typed name; of several, those of the kind that its prefix names."""
    for folded in (False, True):
        name_without_kind, kind = _split_prefix(_spelling_key(text, folded=folded))
        named = _units_by_spelling(folded=folded).get(name_without_kind)
        if named:
            return [unit for unit in named if unit.kind == kind] or named
    return []


@cache
def _units_by_spelling(*, folded: bool) -> dict[str, list[_Unit]]:
    units: dict[str, list[_Unit]] = {}
    for unit in _units():
        units.setdefault(_spelling_key(unit.name_without_kind, folded=folded), []).append(unit)
    return units


def _match_of(units: list[_Unit]) -> CommuneMatch:
    names = {unit.present_name for unit in units}
    if not names:
        return CommuneMatch(PlaceStatus.UNKNOWN)
    if len(names) > 1:
        return CommuneMatch(PlaceStatus.AMBIGUOUS, choices=tuple(sorted(names, key=_name_sort_key)))
    (name,) = names
    if any(not unit.is_former or unit.full_name == name for unit in units):
        return CommuneMatch(PlaceStatus.PRESENT, name)
    return CommuneMatch(PlaceStatus.FORMER, name, units[0].full_name)


def _split_prefix(spelling: str) -> tuple[str, str]:
    """Return the name without its prefix, and the kind that the prefix names, or ""."""
    plain = fold(spelling)
    for prefix, kind in _PREFIXES.items():
        if plain.startswith(prefix + " "):
            words = spelling.split(" ")[len(prefix.split(" ")) :]
            return " ".join(words), kind
    return spelling, ""


def _without_prefix(spelling: str, prefixes: Iterable[str]) -> str:
    plain = fold(spelling)
    for prefix in prefixes:
        if plain.startswith(prefix + " "):
            return " ".join(spelling.split(" ")[len(prefix.split(" ")) :])
    return spelling


def _name_sort_key(name: str) -> str:
    return sort_key(_split_prefix(name)[0])


def _folded_key(text: str) -> str:
    return " ".join(_NOT_LETTERS.sub(" ", fold(clean(text))).split())


def _accented_key(text: str) -> str:
    """Return the words, each with its tone mark at its end: "hoà" and "hòa" become the same."""
    words = _NOT_LETTERS.sub(" ", clean(text).casefold()).split()
    return " ".join(_with_tones_last(word) for word in words)


def _with_tones_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(sorted(char for char in letters if char in _TONES))
    return "".join(char for char in letters if char not in _TONES) + tones


@cache
def _provinces_by_spelling(*, folded: bool) -> dict[str, tuple[str, str]]:
    content, places = table("data/provinces.json"), _birth_registration_places()
    names: dict[str, tuple[str, str]] = {}
    for row in content["provinces"]:
        for code in row["id_codes"]:
            names[_spelling_key(places[code], folded=folded)] = (row["name"], places[code])
    for row in content["provinces"]:
        spelling = _spelling_key(row["name"], folded=folded)
        names[spelling] = names[_without_prefix(spelling, _PROVINCE_PREFIXES)] = (row["name"], "")
    for variant, name in content["variants"].items():
        names.setdefault(
            _spelling_key(variant, folded=folded), names[_spelling_key(name, folded=folded)]
        )
    return names


def _spelling_key(text: str, *, folded: bool) -> str:
    """Return the key by which names are compared; ``folded`` leaves the accents out."""
    return _folded_key(text) if folded else _accented_key(text)
