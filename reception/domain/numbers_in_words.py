"""Numbers as Vietnamese papers write them: in words, and with two digits below ten."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_MOST = 999_999_999


def two_digits(number: int) -> str:
    """Return a number as papers write it: 1 as ``01``, 12 as ``12`` (a guard against changes)."""
    return f"{number:02d}"


def in_words(number: int) -> str:
    """Return 0 to 999,999,999 in words: 2026 is "hai nghìn không trăm hai mươi sáu".

    Raises ValueError for a number outside that range.
    """
    if not 0 <= number <= _MOST:
        raise ValueError(number)
    if number == 0:
        return _DIGITS[0]
    said: list[str] = []
    for size, name in ((1_000_000, "triệu"), (1_000, "nghìn"), (1, "")):
        part = number // size % 1_000
        if part:
            said += [*_three(part, whole=bool(said)), name]
    return " ".join(word for word in said if word)


def _three(number: int, *, whole: bool) -> list[str]:
    """Return the words of 1 to 999; ``whole`` says the hundreds even when there are none."""
    hundreds, rest = divmod(number, 100)
    said = [_DIGITS[hundreds], "trăm"] if hundreds or whole else []
    tens, ones = divmod(rest, 10)
    if not rest:
        return said
    if tens == 0:
        return [*said, "linh", _DIGITS[ones]] if said else [_DIGITS[ones]]
    said += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return [*said, _ones(tens, ones)] if ones else said


def _ones(tens: int, ones: int) -> str:
    if ones == 1 and tens > 1:
        return "mốt"
    return "lăm" if ones == 5 else _DIGITS[ones]  # noqa: PLR2004 - the digit itself
