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
_MARKS = "“”‘’…·–—«»°№§%/()[]{}+-=<>:;,.!?'\"&*#@_"
_DROPPED = {0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF}
_THOUSAND = 1000.0


def _letters() -> str:
    small = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES}
    small |= set("abcdefghijklmnopqrstuvwxyzđ")
    return "".join(sorted(small | {letter.upper() for letter in small}))


LETTERS = _letters() + "0123456789 " + _MARKS  # that every paper may need


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
def _face(name: str) -> _Widths:
    font = TTFont(name, str(path(_FILES[name])))
    check_letters(font.face.charToGlyph)
    registerFont(font)
    widths = font.face.charWidths
    return _Widths({chr(code): float(widths[code]) for code in font.face.charToGlyph})


@cache
def _known() -> frozenset[str]:
    faces = [set(_face(name)) for name in _FILES]
    return frozenset(set.intersection(*faces) - {chr(code) for code in _DROPPED} - _controls())


def _controls() -> set[str]:
    return {chr(code) for code in range(0x20)} | {chr(code) for code in range(0x7F, 0xA0)}


def load_fonts() -> None:
    """Register the four faces once."""
    _known()


def printable(text: str) -> str:
    """Return the text as it can be printed: NFC, no controls, "?" for letters Tinos lacks."""
    known = _known()
    composed = nfc(text)
    if known.issuperset(composed):
        return composed
    kept = []
    for char in composed:
        if char in known:
            kept.append(char)
        elif char in "\t\n" or unicodedata.category(char) in {"Zs", "Zl", "Zp"}:
            kept.append(" ")
        elif unicodedata.category(char)[0] not in "CM":
            kept.append("?")
    return "".join(kept)


# Widths are added up afresh each time: a cache of words would keep names in memory after
# the paper has gone.
def width(text: str, font: str, size: float) -> float:
    """Return how wide a printable text runs, in points."""
    return sum(map(_face(font).__getitem__, text)) * size / _THOUSAND


def fitting_size(text: str, font: str, size: float, room: float) -> float:
    """Return the size, made smaller if the text would be wider than ``room`` points."""
    needed = width(text, font, size)
    return size if needed <= room or needed == 0 else size * room / needed
