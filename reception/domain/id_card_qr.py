"""QR code of an identity card: seven fields separated by bars, as typed by a scanner."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from reception.domain.errors import InvalidInput
from reception.domain.identity_number import NUMBER_LENGTH, check_number
from reception.domain.reporter import PaperKind, Sex
from reception.domain.text import clean, fold

_MIN_FIELDS = 6
_MAX_LENGTH = 1000
_BARS = str.maketrans({"｜": "|", "¦": "|", "\ufeff": None, "\u200b": None})
_SYMBOLOGY = re.compile(r"^\](?:Q|d)\d")  # AIM identifier, sent by some scanners
_DATE = re.compile(r"\d{8}")
_BAR = "[|｜¦]"
# Where a line begins in a longer text; letters in place of digits are a scanner's fault.
_LINE_START = re.compile(rf"(?:\](?:Q|d)\d)?[0-9OoIl]{{{NUMBER_LENGTH}}}[ \t]*(?={_BAR})")
_FIELD = re.compile(rf"{_BAR}([^|｜¦\n\r]*)")
_ISSUED_ON = re.compile(rf"{_BAR}[ \t]*\d{{8}}")
_NAME_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzđ '’.-")
_ADDRESS_LETTERS = _NAME_LETTERS | frozenset('0123456789,/()&;:+"')
_ACCENTS = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
# Telex letters that were not converted into accents: Vawn, Luwu, ddinhf, Toon.
_TELEX = re.compile(r"[fjwz]|dd|aa|ee|oo(?!ng|c)|[aeiouy][a-z]*[rsx]\b")


@dataclass(frozen=True, slots=True)
class IdCardData:
    """Contents of the QR code; a date is None if it could not be read.

    If ``name_lost_accents`` is True, the name must be typed by hand; if ``address_garbled`` is
    True, the address holds characters that no Vietnamese address has.
    """

    number: str
    old_number: str  # chứng minh nhân dân, often empty
    name: str
    birth_date: date | None
    sex: Sex
    address_text: str
    issued_on: date | None
    name_lost_accents: bool
    address_garbled: bool = False

    def __repr__(self) -> str:
        """Show no identity, not even in a stack trace."""
        return "IdCardData(…)"


def parse_id_card_qr(text: str) -> IdCardData:
    """Return the data in the text that a scanner sent.

    Newer cards have fields after the seventh, which are ignored. Some scanners leave the old
    number out.

    Errors: InvalidInput ``card.unreadable`` (field ``qr``) when it is not an identity card.
    """
    if len(text) > _MAX_LENGTH:
        raise InvalidInput("card.unreadable", "qr")
    fields = [clean(part) for part in _SYMBOLOGY.sub("", text.translate(_BARS).strip()).split("|")]
    if len(fields) >= _MIN_FIELDS and not _is_date(fields[3]) and _is_date(fields[2]):
        fields.insert(1, "")
    if len(fields) >= _MIN_FIELDS and _is_caps_lock(fields[2]):
        fields = [field.swapcase() for field in fields]
    number, name = _digits(fields[0]), fields[2] if len(fields) >= _MIN_FIELDS else ""
    if len(number) != NUMBER_LENGTH or not name:
        raise InvalidInput("card.unreadable", "qr")
    return IdCardData(
        number,
        _digits(fields[1]),
        name.title() if name.isupper() or name.islower() else name,
        _date(fields[3]),
        _sex(fields[4], number),
        fields[5],
        _date(fields[6]) if len(fields) > _MIN_FIELDS else None,
        _lost_accents(name),
        _is_garbled(fields[5], _ADDRESS_LETTERS),
    )


def card_lines(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of every line of a card inside a text that may hold other words too.

    A line ends behind the day of issue, or with its text line where more fields or no such day
    follow. Garbled lines count as well, although ``parse_id_card_qr`` may refuse them.
    """
    spans: list[tuple[int, int]] = []
    for match in _LINE_START.finditer(text):
        end = _line_end(text, match.end())
        if end is not None and (not spans or match.start() >= spans[-1][1]):
            spans.append((match.start(), end))
    return tuple(spans)


def _line_end(text: str, start: int) -> int | None:
    """Return where the line ends whose first bar is at ``start``; None if it is no card's line."""
    fields = []
    place = start
    while (match := _FIELD.match(text, place)) is not None:
        fields.append(match)
        place = match.end()
    birth = next((n for n in (1, 2) if n < len(fields) and _is_date(fields[n][1].strip())), None)
    if birth is None or len(fields) < birth + 3:  # sex and address follow the day of birth
        return None
    issued = birth + 3
    day = _ISSUED_ON.match(text, fields[issued].start()) if issued < len(fields) else None
    # The same card read twice without a line end goes on with its number.
    is_last = day is not None and (
        issued + 1 == len(fields) or _LINE_START.match(text, day.end()) is not None
    )
    return day.end() if day is not None and is_last else place


def _digits(field: str) -> str:
    text = "".join(field.split())
    return text if text.isascii() and text.isdecimal() else ""


def _is_caps_lock(name: str) -> bool:
    """Tell whether caps lock was on while the scanner typed: ``lÒ tHỊ đÀO``."""
    words = name.split()
    return any(len(word) > 1 for word in words) and all(
        word[0].islower() and (len(word) == 1 or word[1:].isupper()) for word in words
    )


def _is_date(field: str) -> bool:
    return _DATE.fullmatch(field) is not None and field.isascii()


def _date(field: str) -> date | None:
    if not _is_date(field):
        return None
    try:
        return date(int(field[4:]), int(field[2:4]), int(field[:2]))
    except ValueError:
        return None


def _sex(field: str, number: str) -> Sex:
    """Return the sex as written, or that of the number when the word is garbled."""
    written_sex = {"nam": Sex.MALE, "nu": Sex.FEMALE}.get(fold(field))
    return written_sex or check_number(number, PaperKind.NUMBER, Sex.UNKNOWN, None, date.max).sex


def _lost_accents(name: str) -> bool:
    """Tell whether a name arrived without its accents or garbled; when in doubt, True."""
    lowered = name.casefold()
    if _is_garbled(name, _NAME_LETTERS):
        return True
    if " " in name and fold(name) == lowered:
        return True
    return any(_TELEX.search(word) for word in lowered.split() if fold(word) == word)


def _is_garbled(text: str, letters: frozenset[str]) -> bool:
    """Tell whether a text has characters beside these and Vietnamese accents, such as ``Ã¬``."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return any(char not in letters and char not in _ACCENTS for char in decomposed)
