"""Vietnamese text: normalised form, search form without accents, dictionary order."""

from __future__ import annotations

import re
import unicodedata

_D = str.maketrans({"đ": "d", "Đ": "D"})
_ACCENTS = [mark for mark in range(0x0300, 0x0370) if unicodedata.combining(chr(mark))]
_PLAIN = _D | dict.fromkeys(_ACCENTS)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
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


def fold(text: str) -> str:
    """Return the search form: without accents, đ as d, lower case; ``fold("Đào") == "dao"``."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFD", text).translate(_PLAIN)
    if not plain.isascii():  # letters of another script, which may have other accents
        plain = "".join(char for char in plain if not unicodedata.combining(char))
        plain = unicodedata.normalize("NFC", plain)
    return plain.casefold()


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
