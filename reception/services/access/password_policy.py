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

PASSPHRASE_WORDS = 5
MIN_LENGTH = 12
MAX_LENGTH = 1000
REQUIRED_BITS = 60.0  # five words of the list of 4,096 are 5 x 12 bits
_STEPS = (20.0, 35.0, 50.0, REQUIRED_BITS)
_ZXCVBN_LENGTH = 72  # characters given to zxcvbn, which is slow for more
_MIN_NAME_LENGTH = 3
_PATTERNS = {
    "sequence": "password.pattern",
    "repeat": "password.pattern",
    "spatial": "password.pattern",
    "date": "password.year",
    "regex": "password.year",
}


@dataclass(frozen=True, slots=True)
class PasswordDefect:
    """A defect of a password: its code in reception.messages.passwords and the missing length."""

    code: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class StrengthEstimate:
    """Strength of a password: its bits of entropy, and its defects."""

    bits: float
    defects: tuple[PasswordDefect, ...]
    is_passphrase: bool  # whether it consists of five words of the program's list

    @property
    def is_sufficient(self) -> bool:
        """Tell whether the password may be used."""
        return not self.defects

    @property
    def level(self) -> int:
        """Return how many of the four steps of the strength meter are filled (0-4)."""
        if self.is_sufficient:
            return len(_STEPS)
        return min(len(_STEPS) - 1, sum(self.bits >= step for step in _STEPS))


@cache
def word_list() -> tuple[str, ...]:
    """Return the 4,096 syllables from which passwords are drawn."""
    return tuple(resources.text("data/password_words.txt").split())


def draw_passphrase() -> str:
    """Return five different random words."""
    words: list[str] = []
    while len(words) < PASSPHRASE_WORDS:
        word = secrets.choice(word_list())
        if word not in words:
            words.append(word)
    return " ".join(words)


def estimate_strength(password: str, user_inputs: Sequence[str]) -> StrengthEstimate:
    """Return the strength of a password; ``user_inputs`` are names that other people know."""
    text = unicodedata.normalize("NFC", password)
    if _is_passphrase(text):
        return StrengthEstimate(REQUIRED_BITS, (), is_passphrase=True)
    if not fold(text):  # empty, or nothing but characters that nobody sees
        return StrengthEstimate(
            0.0, (PasswordDefect("password.short", MIN_LENGTH),), is_passphrase=False
        )
    estimate = _zxcvbn_estimate(text, user_inputs)
    # zxcvbn treats Vietnamese syllables as random letters: the lower estimate is used.
    bits = min(float(estimate["guesses_log10"]) * 3.321928, syllable_bits(text))
    return StrengthEstimate(
        bits, tuple(_defects(text, bits, estimate["sequence"])), is_passphrase=False
    )


def check_password(password: str, user_inputs: Sequence[str], name: str) -> None:
    """Raise InvalidInput ``setup.password_weak`` with the defects of a weak password."""
    strength = estimate_strength(password, user_inputs)
    if not strength.is_sufficient:
        missing = "; ".join(
            sentence(defect.code, count=defect.count) for defect in strength.defects
        )
        raise InvalidInput("setup.password_weak", "password", name=name, missing=missing)


def _is_passphrase(text: str) -> bool:
    words = text.split(" ")
    known = frozenset(word_list())
    return len(words) == PASSPHRASE_WORDS == len(set(words)) and known.issuperset(words)


def _zxcvbn_estimate(text: str, user_inputs: Sequence[str]) -> dict[str, Any]:
    # zxcvbn knows no Vietnamese letters, so it gets the words without accents.
    inputs = sorted({part for text in user_inputs for part in _name_parts(text)})
    estimate: dict[str, Any] = zxcvbn(fold(text)[:_ZXCVBN_LENGTH], user_inputs=inputs)
    return estimate


def _name_parts(text: str) -> list[str]:
    words = fold(text).split()
    pairs = [first + second for first, second in pairwise(words)]
    parts = [*words, *pairs, "".join(words), "".join(word[0] for word in words)]
    return [part for part in parts if len(part) >= _MIN_NAME_LENGTH]


def _defects(text: str, bits: float, sequence: Sequence[dict[str, Any]]) -> list[PasswordDefect]:
    defects: list[PasswordDefect] = []
    if len(text) < MIN_LENGTH:
        defects.append(PasswordDefect("password.short", MIN_LENGTH - len(text)))
    if len(text) > MAX_LENGTH:
        defects.append(PasswordDefect("password.long"))
    if bits < REQUIRED_BITS:
        codes = dict.fromkeys(_defect_code(part) for part in sequence)
        defects += [PasswordDefect(code) for code in codes if code]
        defects.append(PasswordDefect("password.guessable"))
    return defects


def _defect_code(part: dict[str, Any]) -> str:
    if part["pattern"] == "dictionary":
        by_name = part.get("dictionary_name") == "user_inputs"
        return "password.has_name" if by_name else "password.known"
    return _PATTERNS.get(part["pattern"], "")
