"""Numbers as Vietnamese papers write them: in words, and with two digits below ten."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_MAXIMUM = 999_999_999


def two_digits(number: int) -> str:
    """Return a number with two digits at least, 1 as ``01``: no digit can be added before it."""
    return f"{number:02d}"


def in_words(number: int) -> str:
    """Return 0 to 999,999,999 in words: 2026 is "hai nghìn không trăm hai mươi sáu".

    Raises ValueError for a number outside that range.
    """
    if not 0 <= number <= _MAXIMUM:
        raise ValueError(number)
    if number == 0:
        return _DIGITS[0]
    words: list[str] = []
    for size, name in ((1_000_000, "triệu"), (1_000, "nghìn"), (1, "")):
        part = number // size % 1_000
        if part:
            words += [*_words_below_1000(part, name_zero_hundreds=bool(words)), name]
    return " ".join(word for word in words if word)


def _words_below_1000(number: int, *, name_zero_hundreds: bool) -> list[str]:
    """Return the words of 1 to 999; ``name_zero_hundreds`` writes 5 as "không trăm linh năm"."""
    hundreds, below_100 = divmod(number, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or name_zero_hundreds else []
    tens, ones = divmod(below_100, 10)
    if not below_100:
        return words
    if tens == 0:
        return [*words, "linh", _DIGITS[ones]] if words else [_DIGITS[ones]]
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return [*words, _word_of_ones(tens, ones)] if ones else words


def _word_of_ones(tens: int, ones: int) -> str:
    if ones == 1 and tens > 1:
        return "mốt"
    return "lăm" if ones == 5 else _DIGITS[ones]  # noqa: PLR2004 - the digit itself
