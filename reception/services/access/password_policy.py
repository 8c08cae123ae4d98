"""Password policy: five random words, or at least twelve characters of 60 bits."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from zxcvbn import zxcvbn

import resources
from reception.domain.errors import InvalidInput
from reception.domain.syllable_entropy import syllable_bits
from reception.domain.text import fold
from reception.messages.catalogue import sentence

WORDS = 5
SHORTEST = 12
LONGEST = 1000
BITS = 60.0  # five words of the list of 4,096 are 5 x 12 bits
_STEPS = (20.0, 35.0, 50.0, BITS)
_SEEN = 72  # characters given to zxcvbn, which is slow for more
_LEAST_INPUT = 3
_PATTERNS = {
    "sequence": "password.pattern",
    "repeat": "password.pattern",
    "spatial": "password.pattern",
    "date": "password.year",
    "regex": "password.year",
}


@dataclass(frozen=True, slots=True)
class Lack:
    """A defect of a password: a code of reception.messages.passwords and its count."""

    code: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Strength:
    """Strength of a password: bits, level of the meter (0-4), and its defects."""

    bits: float
    lacks: tuple[Lack, ...]
    drawn: bool  # five words of the program's list

    @property
    def enough(self) -> bool:
        """Tell whether the password may be used."""
        return not self.lacks

    @property
    def level(self) -> int:
        """Return how many of the four steps of the meter are filled."""
        if self.enough:
            return len(_STEPS)
        return min(len(_STEPS) - 1, sum(self.bits >= step for step in _STEPS))


@cache
def word_list() -> tuple[str, ...]:
    """Return the 4,096 syllables from which passwords are drawn."""
    return tuple(resources.text("data/password_words.txt").split())


def draw_words() -> str:
    """Return five different random words."""
    drawn: list[str] = []
    while len(drawn) < WORDS:
        word = secrets.choice(word_list())
        if word not in drawn:
            drawn.append(word)
    return " ".join(drawn)


def judge(password: str, user_inputs: Sequence[str]) -> Strength:
    """Return the strength of a password; ``user_inputs`` are names known to others."""
    text = unicodedata.normalize("NFC", password)
    if _is_drawn(text):
        return Strength(BITS, (), drawn=True)
    if not text:
        return Strength(0.0, (Lack("password.short", SHORTEST),), drawn=False)
    found = _estimate(text, user_inputs)
    # zxcvbn takes Vietnamese syllables for random letters: the lower estimate counts.
    bits = min(float(found["guesses_log10"]) * 3.321928, syllable_bits(text))
    return Strength(bits, tuple(_lacks(text, bits, found["sequence"])), drawn=False)


def check_password(password: str, user_inputs: Sequence[str], name: str) -> None:
    """Raise InvalidInput ``setup.password_weak`` with the defects of a weak password."""
    strength = judge(password, user_inputs)
    if not strength.enough:
        missing = "; ".join(sentence(lack.code, count=lack.count) for lack in strength.lacks)
        raise InvalidInput("setup.password_weak", "password", name=name, missing=missing)


def _is_drawn(text: str) -> bool:
    words = text.split(" ")
    known = frozenset(word_list())
    return len(words) == WORDS == len(set(words)) and known.issuperset(words)


def _estimate(text: str, user_inputs: Sequence[str]) -> dict[str, Any]:
    # It knows no Vietnamese letters, so it gets the words without accents.
    inputs = sorted({part for text in user_inputs for part in _parts(text)})
    found: dict[str, Any] = zxcvbn(fold(text)[:_SEEN], user_inputs=inputs)
    return found


def _parts(text: str) -> list[str]:
    words = fold(text).split()
    pairs = [first + second for first, second in pairwise(words)]
    parts = [*words, *pairs, "".join(words), "".join(word[0] for word in words)]
    return [part for part in parts if len(part) >= _LEAST_INPUT]


def _lacks(text: str, bits: float, sequence: Sequence[dict[str, Any]]) -> list[Lack]:
    found: list[Lack] = []
    if len(text) < SHORTEST:
        found.append(Lack("password.short", SHORTEST - len(text)))
    if len(text) > LONGEST:
        found.append(Lack("password.long"))
    if bits < BITS:
        reasons = dict.fromkeys(_reason(part) for part in sequence)
        found += [Lack(reason) for reason in reasons if reason]
        found.append(Lack("password.guessable"))
    return found


def _reason(part: dict[str, Any]) -> str:
    if part["pattern"] == "dictionary":
        by_name = part.get("dictionary_name") == "user_inputs"
        return "password.has_name" if by_name else "password.known"
    return _PATTERNS.get(part["pattern"], "")
