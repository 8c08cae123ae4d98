"""Grounds for refusing a reception (Luật Tiếp công dân Điều 9, NĐ 154/2026 Điều 4(1)).

A new ground is one entry of ``data/grounds.json`` with the day on which it comes into force.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from reception.domain.errors import InvalidInput
from reception.domain.petition import PetitionKind
from resources import table


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground of refusal.

    ``requires_notice``: a refusal on this ground needs the written notice Mẫu 01/TCD (NĐ 154/2026);
    on the other grounds it is explained to the person. ``document`` names a document that is a
    condition of the ground, whose number the note on the refusal must give; "" for none.
    """

    code: str
    short_name: str
    article: str
    vietnamese: str
    english: str
    requires_notice: bool
    kinds: frozenset[PetitionKind]
    since: date
    until: date | None = None  # the last day on which it is in force
    document: str = ""

    def in_force(self, day: date) -> bool:
        """Tell whether the ground is in force on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """The articles that list the grounds of refusal, in force from the day ``since``."""

    since: date
    vietnamese: str
    english: str


# Each in force until the day before the next one.
_LEGAL_BASES = (
    LegalBasis(date(2014, 7, 1), "Điều 9 Luật Tiếp công dân.", "Article 9 Law on Reception."),
    LegalBasis(
        date(2026, 7, 1),
        "Điều 9 Luật Tiếp công dân, khoản 1 Điều 4 Nghị định 154/2026.",
        "Article 9 Law on Reception, Article 4(1) Decree 154/2026.",
    ),
)


def legal_basis(on: date) -> LegalBasis:
    """Return the articles in force on a day; the earliest ones for a day before all of them."""
    in_force = [basis for basis in _LEGAL_BASES if basis.since <= on]
    return in_force[-1] if in_force else _LEGAL_BASES[0]


@cache
def all_grounds() -> tuple[Ground, ...]:
    """Return all grounds, past and present: those without a notice first, in the law's order."""
    return tuple(_ground(item) for item in table("data/grounds.json"))


def grounds_for(kind: PetitionKind, on: date) -> tuple[Ground, ...]:
    """Return the grounds for a kind of petition that are in force on the day of the visit."""
    return tuple(item for item in all_grounds() if kind in item.kinds and item.in_force(on))


def articles_of_notice(on: date) -> tuple[str, ...]:
    """Return the articles that Mẫu 01/TCD names: of all grounds with a written notice on a day.

    The printed form names them together, whatever the kind of petition and the ground.
    """
    in_force = (item for item in all_grounds() if item.requires_notice and item.in_force(on))
    return tuple(item.article for item in in_force)


def ground(code: str) -> Ground:
    """Return the ground with a code. Errors: InvalidInput ``refusal.unknown_ground``."""
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
        date.fromisoformat(item["since"]),
        date.fromisoformat(item["until"]) if item["until"] else None,
        item["document"],
    )
