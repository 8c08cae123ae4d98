"""Whether words can be the name of one person, and of nobody else beside."""

from __future__ import annotations

import itertools
import re

from reception.domain.name_parts import NamedPerson
from reception.domain.name_words import SURNAMES
from reception.domain.personal_titles import TITLES
from reception.exchange.register_import.place_words import capital_place_words

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
_MARK = re.compile(r"[HK]['’ʼ`]\S", re.IGNORECASE)
_MIN_WORDS = 2
_MAX_WORDS = 6
_CERTAIN_MIDDLE_NAMES = frozenset(["thị", "văn"])
_SURNAMES_LIKE_TITLES = frozenset(SURNAMES & TITLES - {"ông"})
_NO_PART_OF_A_NAME = frozenset(["trú", "tại", "ở", "cùng", "các", "và", "cấp", "cccd", "cmnd"])


def full_name(person: NamedPerson) -> str:
    """Return the name with a title that is a surname too: "Nàng Giang" is a whole name."""
    if person.title in _SURNAMES_LIKE_TITLES:
        return f"{person.title.capitalize()} {person.name}"
    return person.name


def is_surely_person(name: str) -> bool:
    """Tell whether a name has what no name of a place has: "Thị" second, "H'" or "K'" first."""
    words = name.casefold().split()
    return bool(_CERTAIN_MIDDLE_NAMES & set(words[1:2])) or _MARK.match(name) is not None


def is_name(text: str) -> bool:
    """Tell whether a text has the form of a name, e.g. "Lò Thị B": capitals, no digit."""
    words = _WORD.findall(text)
    fits = _MIN_WORDS <= len(words) <= _MAX_WORDS and not re.search(r"\d", text)
    if not fits or not all(word[0].isupper() for word in words):
        return False
    return not (words[0].isupper() and not words[-1].isupper())


def is_clear_name(name: str) -> bool:
    """Tell whether a name is written in full, and holds neither a place nor a second person.

    Not clear: "Nguyễn Văn Thử Bản Nà", "Nguyễn Văn Thử Lò Thị Mẫu", "N.V. Thử".
    """
    words = _WORD.findall(name)
    if not words or len(words) > _MAX_WORDS or re.search(r"[.\d]", name):
        return False
    lowered = [word.casefold() for word in words]
    if any(capital_place_words(words)) or _NO_PART_OF_A_NAME & set(lowered[1:-1]):
        return False
    pairs = itertools.pairwise(lowered[1:])
    return not any(one in SURNAMES and two in _CERTAIN_MIDDLE_NAMES for one, two in pairs)
