"""Whether words can be the name of one person, and of nobody else beside."""

from __future__ import annotations

import itertools
import re

from reception.domain.name_words import SURNAMES
from reception.exchange.register_import.place_words import capital_place_words

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
_MIN_WORDS = 2
_MAX_WORDS = 6
_CERTAIN_MIDDLE_NAMES = frozenset(["thị", "văn"])
_NO_PART_OF_A_NAME = frozenset(["trú", "tại", "ở", "cùng", "các", "và", "cấp", "cccd", "cmnd"])


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
