"""Places in the cells of a person: by their words ("bản", "xã"), or by their known names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reception.domain.name_words import SURNAMES
from reception.law.administrative_units import (
    find_commune,
    find_province,
    is_former_district,
)

# Field of an address → the words of its places. With accents: "Bàn" and "Tô" are surnames. The
# field of a former district is kept in the note only.
_WORDS = {
    "commune": r"thị\s+trấn|thị\s+tứ|xã|phường|tt\.?|x\.|p\.",
    "district": r"thị\s+xã|huyện|quận|tx\.?|h\.|q\.",
    "province": r"thành\s+phố|tỉnh|tp\.?|t\.",
    "street": r"số\s+nhà|số|đường|phố|ngõ|ngách|hẻm|quốc\s+lộ|ql|km|nhà\s+số|lô",
    "hamlet": r"tổ\s+dân\s+phố|khu\s+dân\s+cư|khu\s+phố|tiểu\s+khu|cụm\s+dân\s+cư|điểm\s+dân\s+cư"
    r"|tổ\s+hợp|bản|thôn|xóm|làng|ấp|buôn|bon|plei|sóc|phum|khối|khu|đội|cụm|tổ|tdp",
}
_ANY = "|".join(sorted("|".join(_WORDS.values()).split("|"), key=len, reverse=True))
_PLACE_WORD = re.compile(rf"(?:^|(?<=\s))(?:{_ANY})(?:(?<=\.)|(?=[\s\d]))\s*", re.IGNORECASE)
_SHORT_WORD = re.compile(r"(?:[PXHTQ]|TT|TX|TP)\s*\.\s*", re.IGNORECASE)
_COLON = re.compile(rf"((?:^|(?<=[\s,;]))(?:{_ANY}))\s*:\s*", re.IGNORECASE)
_FIELDS = {field: re.compile(rf"(?:{words})\s*", re.I) for field, words in _WORDS.items()}
_LETTERS = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
_CERTAIN_MIDDLE_NAMES = frozenset(["thị", "văn"])
_MAX_WORDS = 5
_LONG_NUMBER = re.compile(r"\d{6}|\d(?:[ .-]?\d){7}")
# The first word of a street's name, after its word or after the number of the house.
_STREET_NAME = re.compile(
    r"(?:^\s*(?:\d\S*)?|\s)\s*(?:đường|phố|ngõ|ngách|hẻm)\s+\S+|^\s*(?:\d\S*\s+)?\S+"
)


def without_colons(text: str) -> str:
    """Return the text with "xã Sìn Hồ" in the place of "xã: Sìn Hồ"."""
    return _COLON.sub(r"\1 ", text)


def split_places(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the words before the first place, and (field, place) of each place in order.

    ``split_places("trú bản Nà xã A") == ("trú", [("hamlet", "bản Nà"), ("commune", "xã A")])``.
    Words for a place that follow each other are one: "tổ dân phố số 5".
    """
    starts: list[int] = []
    body_begins = 0
    for match in _PLACE_WORD.finditer(text):
        if not starts or text[body_begins : match.start()].strip():
            starts.append(match.start())
        body_begins = match.end()
    if not starts:
        return text, []
    pieces = [
        text[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)
    ]
    places: list[tuple[str, str]] = []
    for piece in pieces:
        field = _field_of(piece)
        if field == "street" and places and places[-1][0] == "street":
            places[-1] = field, f"{places[-1][1]} {piece}"
        else:
            places.append((field, piece))
    return text[: starts[0]].strip(), places


def _field_of(piece: str) -> str:
    """Return the field whose word is the longest at the beginning: "thị xã" before "thị"."""
    matches = {field: words.match(piece) for field, words in _FIELDS.items()}
    lengths = {field: match.end() for field, match in matches.items() if match}
    return max(lengths, key=lengths.__getitem__)


def is_clear_place(field: str, place: str) -> bool:
    """Tell whether a place has a name of its own and holds no person and no other number.

    "bản Nà Lò Thị Mẫu" is not clear, "đường Nguyễn Thị Minh Khai" is.
    """
    own = _own_name(place)
    words = [word.casefold() for word in _LETTERS.findall(own)]
    if not re.search(r"\w", own) or len(words) > _MAX_WORDS or _LONG_NUMBER.search(own):
        return False
    if field == "street":  # streets are named after people: "số 5 đường Nguyễn Thị Minh Khai"
        words = _STREET_NAME.sub(" ", f" {own.casefold()}").split()
    return not any(_begins_person(words[index:]) for index in range(len(words)))


def _own_name(place: str) -> str:
    end = 0
    while match := _PLACE_WORD.match(place[end:]):
        end += match.end()
    return place[end:]


def _begins_person(words: list[str]) -> bool:
    return len(words) > 1 and words[0] in SURNAMES and words[1] in _CERTAIN_MIDDLE_NAMES


def named_place(text: str) -> str:
    """Return the field of a known place ("Sìn Hồ", "P.Đoàn Kết", "Hà Nội"), else ""."""
    name = _SHORT_WORD.sub("", text)
    province, commune = find_province(name), find_commune(name)
    if _is_spelled(name, province.name, province.former_name):
        return "province"
    if _is_spelled(name, commune.name, commune.former_name, *commune.choices):
        return "commune"
    return "district" if is_former_district(name) else ""


def _is_spelled(name: str, *units: str) -> bool:
    """Tell whether a name has the accents of a unit: "Cà Mau" is a province, "Cà Mẫu" a person."""
    return any(f" {unit}".casefold().endswith(f" {name}".casefold()) for unit in units)


def may_be_person_too(field: str, place: str) -> bool:
    """Tell whether a named place may be somebody: "Lê Lợi" is a commune and a person's name.

    A commune that was the seat of a district, such as "Sìn Hồ", is no person.
    """
    if _SHORT_WORD.match(place):
        return False
    first_word = _LETTERS.findall(place.casefold())[0]
    return field == "commune" and first_word in SURNAMES and not is_former_district(place)


def is_person_like(text: str) -> bool:
    """Tell whether words have the form of a full name, so that they may not count as a place."""
    words = [word.casefold() for word in _LETTERS.findall(text)]
    middle = len(words) > 1 and words[1] in _CERTAIN_MIDDLE_NAMES
    return bool(words) and words[0] in SURNAMES and (len(words) > 2 or middle)  # noqa: PLR2004 - surname, middle name, given name


def capital_place_words(words: list[str]) -> Iterator[str]:
    """Yield the words of a name that are place words too and have another word after them."""
    for word in words[1:-1]:
        if _PLACE_WORD.fullmatch(f"{word} "):
            yield word
