"""Vietnamese text: normalised form, search form without accents, dictionary order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from reception.domain.lookalike_letters import BIDI_CONTROLS, plain_letters

_D = str.maketrans({"đ": "d", "Đ": "D"})
_ACCENTS = [mark for mark in range(0x0300, 0x0370) if unicodedata.combining(chr(mark))]
_PLAIN = _D | dict.fromkeys(_ACCENTS)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_NOT_SHOWN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # categories of Unicode
_SPACES = re.compile(r"[^\S\n]+")
# Letter order and tone order of Vietnamese dictionaries: A Ă Â B … D Đ E Ê … O Ô Ơ … U Ư.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_ORDER = {letter: f"{order:02d}" for order, letter in enumerate(_LETTERS, start=20)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SHAPES = {"\u0306", "\u0302", "\u031b"}


def nfc(text: str) -> str:
    """Return the text composed (NFC), with line ends as ``\\n``."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean(text: str) -> str:
    """Return the text as it is stored: NFC, single blanks, no blanks at the ends."""
    return _SPACES.sub(" ", nfc(text).replace("\u00a0", " ")).strip()


def visible_text(text: str) -> str:
    """Return a text of unknown origin on one line, as it can be shown, printed and encoded.

    Controls, marks that turn the direction of writing, and halves of surrogate pairs, as in names
    of files that are no UTF-8, become U+FFFD.
    """
    if text.isprintable():
        return text
    return "".join("\ufffd" if unicodedata.category(c) in _NOT_SHOWN else c for c in text)


class _PlainLetters(dict[int, str]):
    """Code point → what it stands for in comparisons; each is worked out once."""

    def __missing__(self, code_point: int) -> str:
        letters = self[code_point] = plain_letters(chr(code_point))
        return letters


_PLAIN_LETTERS = _PlainLetters()
_OTHER_LENGTH = "\x00"


class _Lengths(dict[int, str]):
    """Code point → a mark that tells whether it stands for exactly one character."""

    def __missing__(self, code_point: int) -> str:
        is_one = len(_PLAIN_LETTERS[code_point]) == 1
        mark = self[code_point] = "1" if is_one else _OTHER_LENGTH
        return mark


_LENGTHS = _Lengths()


def fold(text: str) -> str:
    """Return the form in which texts are compared; ``fold("Đào") == "dao"``.

    Small letters without accents; letters that look alike are one letter (Ð ð ɖ as d, full-width
    and Cyrillic letters as Latin ones), characters without width are left out. Each character is
    folded on its own, whatever stands beside it.
    """
    return text.translate(_PLAIN_LETTERS)


def fold_with_positions(text: str) -> tuple[str, Sequence[int]]:
    """Return the folded text, and for each of its characters the position in the text as written.

    Positions are counted from 0 in code points; accents and invisible characters have none.
    """
    if _OTHER_LENGTH not in text.translate(_LENGTHS):
        return fold(text), range(len(text))
    pieces = [_PLAIN_LETTERS[ord(char)] for char in text]
    positions = [index for index, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), positions


def former_fold(text: str) -> str:
    """Return the form of comparison of versions that knew no letters that look alike.

    The search index of an older office holds it.
    """
    plain = unicodedata.normalize("NFD", text).translate(_PLAIN)
    if not plain.isascii():  # letters of another script, which may have other accents
        plain = "".join(char for char in plain if not unicodedata.combining(char))
        plain = unicodedata.normalize("NFC", plain)
    return plain.casefold()


def holds_direction_mark(text: str) -> bool:
    """Tell whether a text has a control character that turns the direction of writing.

    What is shown is then not what is stored; such a text is refused wherever it comes in.
    """
    return not text.isascii() and not BIDI_CONTROLS.isdisjoint(text)


def words_of(text: str) -> list[str]:
    """Return the words (letters and digits) of a text, in order, unfolded."""
    return _WORD.findall(nfc(text))


def sort_key(text: str) -> str:
    """Return a key for sorting as in a Vietnamese dictionary, independent of the locale."""
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", text.casefold()):
        if char in _TONES:
            tones[-1:] = [_TONES[char]]
        elif char in _SHAPES and letters:
            shaped = unicodedata.normalize("NFC", _plain(letters[-1]) + char)
            letters[-1] = _ORDER.get(shaped, shaped)
        elif not unicodedata.combining(char):
            letters.append(_ORDER.get(char, char))
            tones.append("0")
    return "".join(letters) + " " + "".join(tones)


_LETTER_OF = {order: letter for letter, order in _ORDER.items()}


def _plain(key: str) -> str:
    return _LETTER_OF.get(key, key)
