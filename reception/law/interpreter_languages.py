"""Languages for which a reporter may need an interpreter (Luật Tiếp công dân Điều 7(1)đ)."""

from __future__ import annotations

from functools import cache

from reception.domain.text import fold
from resources import table

_PREFIXES = ("tieng ", "dan toc ")


@cache
def interpreter_languages() -> tuple[str, ...]:
    """Return the names of the languages, the most spoken in the province first."""
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
    for prefix in _PREFIXES:
        folded = folded.removeprefix(prefix)
    return _VARIANTS.get(folded, folded)


_VARIANTS = {"hmong": "mong", "khmu": "kho mu", "trung": "trung quoc"}
