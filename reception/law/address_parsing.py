"""Addresses of identity cards split into fields, with the present names of communes."""

from __future__ import annotations

from datetime import date

from reception.domain.reporter import Address
from reception.domain.text import clean, fold
from reception.law.administrative_units import (
    PlaceStatus,
    find_commune,
    find_commune_by_former_name,
    find_province,
    home_province,
    is_former_district,
)

_DISTRICT_PREFIXES = ("huyen ", "h. ", "quan ", "q. ", "thi xa ", "thanh pho ", "tp ", "tp. ")
_STREET_PREFIXES = ("so ", "so nha ", "duong ", "pho ", "ngo ", "hem ", "ngach ")


DISTRICTS_UNTIL = date(2025, 6, 30)  # since 01/7/2025: communes and provinces only


def split_address(text: str, *, names_district: bool = False) -> Address:
    """Split "hamlet, commune, district, province" (in Vietnamese: bản, xã, huyện, tỉnh).

    ``names_district``: the text is of a time with districts, so that its last part before another
    province is one even without the word for it. A text too short to have both a commune and a
    district has its last part as commune, to be checked by hand.

    Former communes of the home province and all former provinces get their present names. A
    district is kept, behind the commune, only in another province; otherwise it is left out. An
    unknown commune stays as typed, and so does a former commune that was divided among several
    present ones.
    """
    parts = [part for part in (clean(piece).strip(" .") for piece in text.split(",")) if part]
    province = _pop_province(parts)
    in_home_province = province in ("", home_province())
    district = _pop_district(parts, in_home_province=in_home_province)
    if names_district and not in_home_province and not district and len(parts) > 1:
        district = parts.pop()
    commune = _pop_commune(parts, is_former=bool(district), in_home_province=in_home_province)
    if commune and not in_home_province and district:
        commune = f"{commune}, {district}"
    street = [part for part in parts if _is_street(part)]
    hamlet = [part for part in parts if part not in street]
    return Address(", ".join(hamlet), ", ".join(street), commune, province)


def commune_and_province(text: str, province: str = "") -> tuple[str, str]:
    """Return (commune, province) of a typed commune, which may contain a province: "Xã Y, Nghệ An".

    Without one in the text, the province is ``province``, or the home province if that is empty.
    """
    if names_province(text):
        commune, _, last = text.rpartition(",")
        return commune.strip(), find_province(last).name
    return text, province or (home_province() if text else "")


def names_province(text: str) -> bool:
    """Tell whether the text behind the last comma is a province."""
    _, comma, last = text.rpartition(",")
    return bool(comma) and find_province(last).status is not PlaceStatus.UNKNOWN


def commune_text(address: Address) -> str:
    """Return the commune as a user types it: with its province, unless it is the home province."""
    if address.province and address.province != home_province():
        return f"{address.commune}, {address.province}"
    return address.commune


def _pop_province(parts: list[str]) -> str:
    if not parts:
        return ""
    if len(parts) > 1 and fold(parts[-1]) == "viet nam":
        parts.pop()
    match = find_province(parts[-1])
    if match.status is PlaceStatus.UNKNOWN:
        return ""
    parts.pop()
    return match.name


def _pop_district(parts: list[str], *, in_home_province: bool) -> str:
    """Remove and return the last part if it is a district: by prefix, or after a known commune."""
    if not parts:
        return ""
    last = parts[-1]
    prefixed = fold(last).startswith(_DISTRICT_PREFIXES)
    follows_commune = (
        in_home_province
        and len(parts) > 1
        and is_former_district(last)
        and _is_former_commune(parts[-2])
    )
    return parts.pop() if prefixed or follows_commune else ""


def _is_former_commune(part: str) -> bool:
    return find_commune_by_former_name(part).status is not PlaceStatus.UNKNOWN


def _pop_commune(parts: list[str], *, is_former: bool, in_home_province: bool) -> str:
    if not parts:
        return ""
    last = parts[-1]
    if not in_home_province:
        return parts.pop()
    match = find_commune_by_former_name(last) if is_former else find_commune(last)
    if match.status is PlaceStatus.UNKNOWN and fold(last).startswith(("ban ", "to ", "thon ")):
        return ""
    parts.pop()
    return match.name or last


def _is_street(part: str) -> bool:
    return fold(part).startswith(_STREET_PREFIXES) or part[:1].isdigit()
