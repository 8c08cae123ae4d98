"""Languages for which the desk may need an interpreter (Luật Tiếp công dân Điều 7(1)đ)."""

from __future__ import annotations

from functools import cache

from reception.domain.text import fold
from resources import table

_BEFORE = ("tieng ", "dan toc ")


@cache
def interpreter_languages() -> tuple[str, ...]:
    """Return the names of the languages, those most spoken in the province first."""
    return tuple(table("data/languages.json")["languages"])


def find_language(text: str) -> str | None:
    """Return the listed name of a language typed in any case, without accents or "tiếng"."""
    wanted = _key(text)
    for name in interpreter_languages():
        if _key(name) == wanted:
            return name
    return None


def _key(text: str) -> str:
    folded = " ".join(fold(text).replace("-", " ").replace("'", "").split())
    for word in _BEFORE:
        folded = folded.removeprefix(word)
    return _SAME.get(folded, folded)


_SAME = {"hmong": "mong", "khmu": "kho mu", "trung": "trung quoc"}
