"""Words of a text that name a person, and the words around a given name; for the guard."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameHit:
    """Words of a text that name a person, numbered as in the text; ``titles`` words come before."""

    first: int
    count: int
    titles: int = 0
    is_whole: bool = False  # the whole name, not a part of it


@dataclass(slots=True)
class NameChain:
    """The words around a given name that belong to the same name: ``first`` to ``last``."""

    first: int
    last: int
    has_initials: bool = False
    has_dots: bool = False

    @property
    def size(self) -> int:
        return self.last - self.first + 1
