"""The forms in which the leak guard compares the spelling of Vietnamese words."""

from __future__ import annotations

import re
import unicodedata

from reception.domain.text import fold

_HOOK = "\u0309"  # hỏi, and ngã, which many people do not tell apart
_TONES = {"\u0300": "\u0300", _HOOK: _HOOK, "\u0303": _HOOK, "\u0301": "\u0301", "\u0323": "\u0323"}
_BARRED = frozenset("đĐÐðɖƉ")
# "Lý" and "Lí", "quỳ" and "quì", "Huỳnh" and "Huình" are one word; "tay" and "tai" are two.
_Y_AS_I = re.compile(r"(?<![aeou])y|(?<=qu)y|(?<=u)y(?=[a-z])")

# At the beginning of a word. "đ" is no "d"; the "i" of "gin" is its vowel.
_ALIKE = re.compile(r"^(?:gi(?=[aeouăâơư])|z|d(?!\u0335)|tr|s)")
_SOUND_OF = {"gi": "d", "z": "d", "d": "d", "tr": "ch", "s": "x"}


def y_as_i(folded: str) -> str:
    """Return a folded word with i for y where both are written: "ly" and "li"."""
    return _Y_AS_I.sub("i", folded)


def guard_fold(word: str) -> str:
    """Return a word as the leak guard compares it: folded, y as i where both are written."""
    return y_as_i(fold(word))


def accented_form(word: str) -> str:
    """Return a word in small letters with its accents, however they are written.

    The tone stands at the end ("hòa" and "hoà" are one word), hỏi and ngã are one tone as in many
    people's spelling, y is i where both are written, đ is one letter. A word without accents is its
    :func:`guard_fold`.
    """
    letters: list[str] = []
    shapes: list[str] = []  # for each letter the marks that belong to it
    tones: list[str] = []
    for char in unicodedata.normalize("NFKD", word):
        if char in _TONES:
            tones.append(_TONES[char])
        elif unicodedata.combining(char):
            if shapes and char not in shapes[-1]:
                shapes[-1] += char
        else:
            for letter in fold(char):
                letters.append(letter)
                shapes.append("\u0335" if char in _BARRED else "")
    plain = y_as_i("".join(letters))
    shaped = "".join(map("".join, zip(plain, shapes, strict=True)))
    return shaped + "".join(sorted(set(tones)))


def surname_by_ear(accented: str) -> str:
    """Return the :func:`accented_form` of a surname with one letter for what sounds alike.

    In the north s and x, gi, d and z, tr and ch are one sound: "Sìn" and "Xìn", "Giàng" and "Dàng".
    """
    return _ALIKE.sub(lambda match: _SOUND_OF[match[0]], accented)


def without_accents(accented: str) -> str:
    """Return an :func:`accented_form` without its tone and marks."""
    return "".join(char for char in accented if char.isalnum())
