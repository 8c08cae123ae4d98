"""Addresses as identity cards print them, split, with the present names of places."""

from __future__ import annotations

from reception.domain.reporter import Address
from reception.domain.text import clean, fold
from reception.law.administrative_units import (
    PlaceStatus,
    find_commune,
    find_former_commune,
    find_province,
    home_province,
    is_former_district,
)

_DISTRICT = ("huyen ", "h. ", "quan ", "q. ", "thi xa ", "thanh pho ", "tp ", "tp. ")
_STREET = ("so ", "so nha ", "duong ", "pho ", "ngo ", "hem ", "ngach ")


def split_address(text: str) -> Address:
    """Split "bản, xã, huyện, tỉnh"; old names of the home province become the present ones.

    A part that is not recognised stays as typed, and so does an old commune of which several
    present communes hold a part.
    """
    parts = [part for part in (clean(piece).strip(" .") for piece in text.split(",")) if part]
    province = _pop_province(parts)
    at_home = province in ("", home_province())
    district = _pop_district(parts, at_home=at_home)
    commune = _pop_commune(parts, old=bool(district), at_home=at_home)
    if commune and not at_home and district:
        commune = f"{commune}, {district}"
    street = [part for part in parts if _is_street(part)]
    hamlet = [part for part in parts if part not in street]
    return Address(", ".join(hamlet), ", ".join(street), commune, province)


def commune_and_province(text: str, province: str = "") -> tuple[str, str]:
    """Return commune and province of a typed commune: "Xã Y, Nghệ An" names its province.

    Without one in the text, ``province`` is taken, or the home province if that is empty.
    """
    if names_province(text):
        commune, _, last = text.rpartition(",")
        return commune.strip(), find_province(last).name
    return text, province or (home_province() if text else "")


def names_province(text: str) -> bool:
    """True where the words behind the last comma are a province."""
    _, comma, last = text.rpartition(",")
    return bool(comma) and find_province(last).status is not PlaceStatus.UNKNOWN


def commune_text(address: Address) -> str:
    """Return the commune as it is typed: with its province where that is not the home province."""
    if address.province and address.province != home_province():
        return f"{address.commune}, {address.province}"
    return address.commune


def _pop_province(parts: list[str]) -> str:
    if not parts:
        return ""
    if len(parts) > 1 and fold(parts[-1]) == "viet nam":
        parts.pop()
    found = find_province(parts[-1])
    if found.status is PlaceStatus.UNKNOWN:
        return ""
    parts.pop()
    return found.name


def _pop_district(parts: list[str], *, at_home: bool) -> str:
    """Remove and return the last part if it is a district: by prefix, or after a known commune."""
    if not parts:
        return ""
    last = parts[-1]
    prefixed = fold(last).startswith(_DISTRICT)
    above_commune = at_home and len(parts) > 1 and is_former_district(last) and _known(parts[-2])
    return parts.pop() if prefixed or above_commune else ""


def _known(part: str) -> bool:
    return find_former_commune(part).status is not PlaceStatus.UNKNOWN


def _pop_commune(parts: list[str], *, old: bool, at_home: bool) -> str:
    if not parts:
        return ""
    last = parts[-1]
    if not at_home:
        return parts.pop()
    found = find_former_commune(last) if old else find_commune(last)
    if found.status is PlaceStatus.UNKNOWN and fold(last).startswith(("ban ", "to ", "thon ")):
        return ""
    parts.pop()
    return found.name or last


def _is_street(part: str) -> bool:
    return fold(part).startswith(_STREET) or part[:1].isdigit()
