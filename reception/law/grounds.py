"""Grounds on which a reception may be refused: Luật TCD Điều 9, NĐ 154/2026 Điều 4(1)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from reception.domain.errors import InvalidInput
from reception.domain.petition import PetitionKind
from resources import table


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground; ``written`` leads to the notice Mẫu 01/TCD, the others to a spoken answer."""

    code: str
    short: str
    article: str
    vietnamese: str
    english: str
    written: bool
    kinds: frozenset[PetitionKind]


@cache
def all_grounds() -> tuple[Ground, ...]:
    """Return the thirteen grounds, spoken ones first, as the law orders them."""
    return tuple(_ground(item) for item in table("data/grounds.json"))


def grounds_for(kind: PetitionKind) -> tuple[Ground, ...]:
    """Return the grounds lawful for a kind; others are absent, not greyed."""
    return tuple(ground for ground in all_grounds() if kind in ground.kinds)


def ground(code: str) -> Ground:
    """Return one ground, or raise InvalidInput ``refusal.unknown_ground``."""
    for item in all_grounds():
        if item.code == code:
            return item
    raise InvalidInput("refusal.unknown_ground", "refusal_ground")


def _ground(item: dict[str, Any]) -> Ground:
    kinds = frozenset(PetitionKind) if item["kinds"] == "all" else frozenset(item["kinds"])
    return Ground(
        item["code"],
        item["short"],
        item["article"],
        item["vi"],
        item["en"],
        bool(item["written"]),
        frozenset(PetitionKind(kind) for kind in kinds),
    )
