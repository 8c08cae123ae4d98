"""Return codes: ten random base-32 characters and two check characters."""

from __future__ import annotations

from reception.domain.errors import InvalidInput

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O, U, which are easily misread
RANDOM_LENGTH = 10
CHECK_LENGTH = 2
_MODULUS = 1021  # the largest prime below 32²: detects every wrong character and every swap
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def make_code(random_bytes: bytes) -> str:
    """Return a code ``XXXX-XXXX-XXXX`` from at least 7 random bytes (50 bits are used)."""
    if len(random_bytes) * 8 < RANDOM_LENGTH * 5:
        raise ValueError("too few random bytes")
    number = int.from_bytes(random_bytes, "big") % 32**RANDOM_LENGTH
    body = _letters(number, RANDOM_LENGTH)
    return format_code(body + _check(body))


def parse_code(typed: str) -> str:
    """Return a typed code in its printed form; lower case, spaces, dashes, O, I and L are accepted.

    Errors: InvalidInput ``return_code.wrong`` when the check characters do not fit.
    """
    text = "".join(typed.upper().split()).replace("-", "").replace("–", "").translate(_MISREAD)
    if len(text) != RANDOM_LENGTH + CHECK_LENGTH or any(char not in ALPHABET for char in text):
        raise InvalidInput("return_code.wrong", "code")
    if _check(text[:RANDOM_LENGTH]) != text[RANDOM_LENGTH:]:
        raise InvalidInput("return_code.wrong", "code")
    return format_code(text)


def format_code(text: str) -> str:
    """Return twelve characters as three groups of four."""
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def _check(body: str) -> str:
    value = 0
    for char in body:
        value = value * 32 + ALPHABET.index(char)
    return _letters(value * 32 * 32 % _MODULUS, CHECK_LENGTH)


def _letters(number: int, length: int) -> str:
    text = ""
    for _ in range(length):
        number, digit = divmod(number, 32)
        text = ALPHABET[digit] + text
    return text
