"""Words whose keys no input method composed: "Nguyeenx Vawn Thuwr", "Nguye64n Va8n Thu73"."""

from __future__ import annotations

import re
import unicodedata

# What no Vietnamese syllable has in plain letters; most words end here.
_KEYS = re.compile(r"[sfrxj]$|[aeiouyd][sfrxj]|w|a.*a|e.*e|o.*o|dd|[a-z]\d", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouy]")
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_TELEX_TONES = {"f": _GRAVE, "s": _ACUTE, "x": _TILDE, "r": _HOOK, "j": _DOT}
_VNI_TONES = {"1": _ACUTE, "2": _GRAVE, "3": _HOOK, "4": _TILDE, "5": _DOT}
_VNI_SHAPES = {"6": _CIRCUMFLEX, "7": _HORN, "8": _BREVE}
_LONGEST = 10  # keys of a syllable


def may_be_keys(word: str) -> bool:
    """Tell quickly whether a folded word may be keys; most words are not."""
    return _KEYS.search(word) is not None


def composed(keys: str) -> str:
    """Return the word in small letters that keys of Telex or VNI mean; "" if they mean none.

    A word that needs no such reading means itself: "tom" is no "tôm".
    """
    keys = keys.casefold()
    if len(keys) > _LONGEST or not _KEYS.search(keys) or not keys.isascii():
        return ""
    text = _by_vni(keys) if any(key.isdigit() for key in keys) else _by_telex(keys)
    plain = unicodedata.normalize("NFD", text).replace("đ", "d")
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return text if plain.isalpha() and _VOWEL.search(plain) else ""


def _by_telex(keys: str) -> str:
    letters: list[str] = []
    tone = ""
    for number, key in enumerate(keys):
        before = letters[-1] if letters else ""
        if key in _TELEX_TONES and number and _VOWEL.search(keys[:number]):
            tone = _TELEX_TONES[key]
        elif key == "d" and before == "d" and len(letters) == 1:
            letters[-1] = "đ"
        elif key == "o" and before == "o" + _CIRCUMFLEX:
            letters[-1:] = ["o", "o"]
        elif key == "w":
            _shape(letters, _HORN)
        elif key in "aeo" and key in letters and (key, before) != ("o", "e"):  # "khoeo"
            letters[len(letters) - 1 - letters[::-1].index(key)] = key + _CIRCUMFLEX
        else:
            letters.append(key)
    return _with_tone(letters, tone)


def _by_vni(keys: str) -> str:
    letters: list[str] = []
    tone = ""
    for key in keys:
        if key in _VNI_TONES and letters:
            tone = _VNI_TONES[key]
        elif key in _VNI_SHAPES and letters:
            _shape(letters, _VNI_SHAPES[key])
        elif key == "9" and letters and letters[0] == "d":
            letters[0] = "đ"
        else:
            letters.append(key)
    return _with_tone(letters, tone)


def _shape(letters: list[str], mark: str) -> None:
    """Put a mark on the vowels that may bear it: of "uo" on both, of "a" a breve by the key w."""
    bearers = {_HORN: "uo", _BREVE: "a", _CIRCUMFLEX: "aeo"}[mark]
    places = [number for number, letter in enumerate(letters) if letter in bearers]
    if not places and mark == _HORN:
        mark, places = _BREVE, [number for number, letter in enumerate(letters) if letter == "a"]
        if not places:
            letters.append("u" + _HORN)  # "w" alone is ư
            return
    is_pair = len(places) > 1 and letters[places[-2]] == "u" and letters[places[-1]] == "o"
    for number in places[-2:] if mark == _HORN and is_pair else places[-1:]:
        letters[number] += mark


def _with_tone(letters: list[str], tone: str) -> str:
    if letters[-2:] == ["u" + _HORN, "o" + _HORN]:
        letters[-2] = "u"  # "thuở"; between other letters both have the horn
    places = [number for number, letter in enumerate(letters) if _VOWEL.match(letter)]
    if tone and places:
        letters[places[0]] += tone
    return unicodedata.normalize("NFC", "".join(letters))
