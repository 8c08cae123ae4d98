"""The 54 ethnic groups in official order; asked only where help at the desk depends on it."""

from __future__ import annotations

import re
from functools import cache

from reception.domain.text import fold, nfc
from resources import table

_NOT_LETTERS = re.compile(r"[\W_]+")


@cache
def ethnic_groups() -> tuple[str, ...]:
    """Return the 54 names; the place in the list, from 1, is the official code."""
    return tuple(table("data/ethnic_groups.json")["groups"])


def find_ethnic_group(text: str) -> str | None:
    """Return the official name of a group: "Mông", "h'mông" and "HMong" are "HMông"."""
    wanted = nfc(text).strip().removeprefix("dân tộc ")
    for spell in (_letters, _plain):
        found = _spelled(plain=spell is _plain).get(spell(wanted))
        if found:
            return found
    return None


@cache
def _spelled(*, plain: bool) -> dict[str, str]:
    spell = _plain if plain else _letters
    known = {spell(name): name for name in reversed(ethnic_groups())}
    variants = table("data/ethnic_groups.json")["variants"]
    return {spell(variant): name for variant, name in variants.items()} | known


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text.casefold())


def _plain(text: str) -> str:
    return _letters(fold(text))
