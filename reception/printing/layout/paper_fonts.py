"""Tinos, the font of papers: four faces registered once, embedded as subsets, their widths."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from functools import cache

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from reception.domain.errors import ReceptionError
from reception.domain.text import nfc
from resources import path

REGULAR = "Tinos"
BOLD = "Tinos-Bold"
ITALIC = "Tinos-Italic"
BOLD_ITALIC = "Tinos-BoldItalic"

_FILES = {
    REGULAR: "fonts/Tinos_400Regular.ttf",
    BOLD: "fonts/Tinos_700Bold.ttf",
    ITALIC: "fonts/Tinos_400Regular_Italic.ttf",
    BOLD_ITALIC: "fonts/Tinos_700Bold_Italic.ttf",
}
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_VOWELS = "aăâeêioôơuưy"
_PUNCTUATION = "“”‘’…·–—«»°№§%/()[]{}+-=<>:;,.!?'\"&*#@_"
_INVISIBLE = {0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF}
_UNITS_PER_EM = 1000.0


def _letters() -> str:
    small = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES}
    small |= set("abcdefghijklmnopqrstuvwxyzđ")
    return "".join(sorted(small | {letter.upper() for letter in small}))


LETTERS = _letters() + "0123456789 " + _PUNCTUATION  # that every paper may need


class _Widths(dict[str, float]):
    """Advance widths of a face in thousandths of its size, by character."""

    def __missing__(self, char: str) -> float:
        return self["?"]


def check_letters(glyphs: Collection[int]) -> None:
    """Refuse a font that lacks a letter of Vietnamese: ``printing.font_lacks``."""
    missing = [letter for letter in LETTERS if ord(letter) not in glyphs]
    if missing:
        raise ReceptionError("printing.font_lacks", count=len(missing), first=missing[0])


@cache
def _registered_widths(name: str) -> _Widths:
    font = TTFont(name, str(path(_FILES[name])))
    check_letters(font.face.charToGlyph)
    registerFont(font)
    widths = font.face.charWidths
    return _Widths({chr(code): float(widths[code]) for code in font.face.charToGlyph})


@cache
def _printable_characters() -> frozenset[str]:
    faces = [set(_registered_widths(name)) for name in _FILES]
    return frozenset(set.intersection(*faces) - {chr(code) for code in _INVISIBLE} - _controls())


def _controls() -> set[str]:
    return {chr(code) for code in range(0x20)} | {chr(code) for code in range(0x7F, 0xA0)}


def load_fonts() -> None:
    """Register the four faces once."""
    _printable_characters()


def printable(text: str) -> str:
    """Return the text as it can be printed: NFC, no controls, "?" for letters Tinos lacks."""
    printable_characters = _printable_characters()
    composed = nfc(text)
    if printable_characters.issuperset(composed):
        return composed
    characters = []
    for char in composed:
        if char in printable_characters:
            characters.append(char)
        elif char in "\t\n" or unicodedata.category(char) in {"Zs", "Zl", "Zp"}:
            characters.append(" ")
        elif unicodedata.category(char)[0] not in "CM":
            characters.append("?")
    return "".join(characters)


# Widths are computed each time: a cache of words would keep names in memory after the paper
# was made.
def width(text: str, font: str, size: float) -> float:
    """Return the width of a printable text in points."""
    return sum(map(_registered_widths(font).__getitem__, text)) * size / _UNITS_PER_EM


def fitting_size(text: str, font: str, size: float, max_width: float) -> float:
    """Return the size, made smaller if the text would be wider than ``max_width`` points."""
    needed = width(text, font, size)
    return size if needed <= max_width or needed == 0 else size * max_width / needed
