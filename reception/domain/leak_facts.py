"""What else an identity holds beside names and places: numbers, days, e-mail addresses, persons.

Notes and ways of contact are free texts; what in them tells who came is taken out here.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise

from reception.domain.everyday_words import ACCENTED_COMPOUNDS
from reception.domain.leak_spelling import accented_form
from reception.domain.leak_tokens import split_words
from reception.domain.name_parts import persons_in
from reception.domain.names_in_field import names_in_field
from reception.domain.names_in_notes import names_in_notes
from reception.domain.personal_numbers import NumberKind, digits_of, personal_numbers
from reception.domain.reporter import Identity
from reception.domain.text import fold

SHORTEST_NUMBER = 6  # digits
_LAST_DIGITS = 6  # of a number, as people say it
_IDENTITY_DIGITS = 12
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(
    r"(?:@|\b(?:zalo|facebook|fb|face|messenger|viber|telegram|tiktok|instagram|skype|nick(?:name)?)"
    r"(?:\.com/|[\s:/@-]|\b(?:la|ten|so|nick|fb)\b)*)(?P<handle>[a-z0-9][\w.]{3,})"
)
# A note of the name field that begins with one of the first names a place, of the second none.
_PLACE_KINDS = frozenset(
    map(
        accented_form,
        "bản thôn xóm làng buôn bon plei phum sóc ấp khu tiểu tổ phố tdp xã phường thị".split(),  # noqa: SIM905
    )
)
_NOTE_WORDS = frozenset(
    map(
        accented_form,
        """hộ người cán công chủ đại đã không chưa câm điếc mù tộc dân nói tuổi và cùng con vợ chồng
        bố mẹ ông bà anh chị em cháu thương bệnh cựu nguyên trưởng phó đảng hội đoàn nghề làm khuyết
        tàn già neo mồ có bị là hưu giáo""".split(),  # noqa: SIM905
    )
)
_RANK = re.compile(r"\d/\d")  # "thương binh 2/4" tells who it is
_LONGEST_SYLLABLE = 7  # letters
_PLATE = re.compile(r"(?<![\w-])\d{2}[ -]?[a-z]{1,2}\d?[ -]+\d{3}[ .]?\d{1,2}(?!\d)")
_PHONE_DIGITS = re.compile(r"\+?\d(?:[\s.\-–/()]{0,3}\d){5,}")
_CARD_NUMBER = re.compile(r"\d(?:[\s.\-]?\d){8,11}")
_LETTERS_AS_DIGITS = str.maketrans({"o": "0", "l": "1", "i": "1"})


def free_texts(identity: Identity) -> tuple[str, ...]:
    """Return the texts of an identity that may hold anything."""
    return tuple(
        filter(None, (identity.contact_wish, identity.note, identity.representation.paper))
    )


def names_of_person(identity: Identity) -> tuple[str, ...]:
    """Return every name that the name field can mean, or the whole field."""
    return names_in_field(identity.name)


def names_of_others(identity: Identity) -> tuple[str, ...]:
    """Return the names of everybody else in an identity: principal, companions, relatives."""
    fields = (identity.representation.principal, *identity.companions)
    names = list(chain.from_iterable(map(names_in_field, fields)))
    for text in (*free_texts(identity), identity.phone):
        names += names_in_notes(text)
    return tuple(dict.fromkeys(names))


def places_in_name(identity: Identity) -> tuple[str, ...]:
    """Return the notes of the name field that can name a place: "bản Nà", "Nà Khiết".

    A note in small letters that names no kind of place is none: "(hộ nghèo)", "(đã mất)". In a
    field without capital letters, or of capital letters only, everyday words are none.
    """
    if not identity.name:
        return ()
    case_tells = not (identity.name.islower() or identity.name.isupper())
    return tuple(note for note in persons_in(identity.name).notes if _is_place(note, case_tells))


def identity_numbers(identity: Identity) -> tuple[str, ...]:
    """Return digits and letters of every identity number, folded, without a leading 0."""
    proofs = (identity.paper.number, identity.representation.card_number)
    numbers = ["".join(re.findall(r"[^\W_]", fold(proof))) for proof in proofs]
    numbers = [_typed_digits(number) for number in numbers]
    for text in free_texts(identity):
        spans = personal_numbers(text)
        numbers += [
            fold_digits(text[span.start : span.end])
            for span in spans
            if span.kind is NumberKind.IDENTITY
        ]
        numbers += [digits_of(match[0]) for match in _CARD_NUMBER.finditer(fold(text))]
    return _long_numbers(numbers)


def last_digits(identity: Identity) -> str:
    """Return the last six digits of a number of twelve, by which people also call it; or ""."""
    number = _typed_digits(fold(identity.paper.number))
    digits = digits_of(number)
    return digits[-_LAST_DIGITS:] if len(digits) == _IDENTITY_DIGITS else ""


def phones(identity: Identity) -> tuple[str, ...]:
    """Return the digits of every phone number, without country code and leading 0."""
    numbers = []
    for text in (identity.phone, *free_texts(identity)):
        for match in _PHONE_DIGITS.finditer(fold(text)):
            digits = digits_of(match[0]).removeprefix("00")
            numbers.append(digits.removeprefix("84") if len(digits) > SHORTEST_NUMBER else digits)
    return _long_numbers(numbers)


def last_phone_digits(identity: Identity) -> tuple[str, ...]:
    """Return the last six digits of every phone number with more, as people say them."""
    return tuple(phone[-_LAST_DIGITS:] for phone in phones(identity) if len(phone) > _LAST_DIGITS)


def emails(identity: Identity) -> tuple[str, ...]:
    """Return every e-mail address in an identity, folded."""
    texts = (identity.phone, identity.workplace, *free_texts(identity))
    return tuple(match[0] for text in texts for match in _EMAIL.finditer(fold(text)))


def handles(identity: Identity) -> tuple[str, ...]:
    """Return every name of an account of a messenger or network in an identity, folded.

    A word of letters alone is one only if it is longer than any syllable: "zalo Giàng" names none.
    """
    found = []
    for text in (identity.phone, *free_texts(identity)):
        for match in _HANDLE.finditer(fold(text)):
            handle = match["handle"].rstrip(".")
            if len(handle) > _LONGEST_SYLLABLE or not handle.isalpha():
                found.append(handle)
    return tuple(dict.fromkeys(found))


def plates(identity: Identity) -> tuple[str, ...]:
    """Return letters and digits of every number plate in an identity, folded."""
    texts = (identity.phone, *free_texts(identity))
    found = (match[0] for text in texts for match in _PLATE.finditer(fold(text)))
    return tuple(dict.fromkeys("".join(filter(str.isalnum, plate)) for plate in found))


def birth_pattern(identity: Identity) -> re.Pattern[str] | None:
    """Return a pattern of the whole birth day in a folded text; None if it is unknown."""
    born = identity.birth_date
    if born is None:
        return None
    gap = r"\s*(?:[./\-–,]|thang|nam)\s*"
    return re.compile(rf"(?<!\d)0?{born.day}{gap}0?{born.month}{gap}{born.year}(?!\d)")


def birth_year_pattern(identity: Identity) -> re.Pattern[str] | None:
    """Return a pattern of "sinh năm 1968" or "SN 1968" in a folded text; None if unknown."""
    year = identity.birth_year or (identity.birth_date and identity.birth_date.year)
    if not year:
        return None
    return re.compile(rf"\b(?:sinh(?: nam)?|nam sinh|sn|ns)\s*[:.]?\s*{year}(?!\d)")


def _is_place(note: str, case_tells: bool) -> bool:
    words = split_words(note)
    if not words:
        return False
    if _RANK.search(note):
        return True
    accented = [accented_form(word) for word in words]
    if accented[0] in _PLACE_KINDS:
        return True
    if case_tells:
        return note[0].isupper() and not note.isupper()
    pairs = set(pairwise(accented))
    return len(words) > 1 and not (pairs & ACCENTED_COMPOUNDS) and accented[0] not in _NOTE_WORDS


def fold_digits(text: str) -> str:
    """Return the digits of a text in any writing: full width, with signs between."""
    return digits_of(fold(text))


def _typed_digits(number: str) -> str:
    """Return a number with the letters O, l and I as digits, where it is digits otherwise."""
    as_digits = number.translate(_LETTERS_AS_DIGITS)
    letters = sum(char.isalpha() for char in number)
    return as_digits if as_digits.isdecimal() and letters * 2 < len(number) else number


def _long_numbers(numbers: list[str]) -> tuple[str, ...]:
    short = (number.removeprefix("0") for number in numbers)  # spreadsheets drop a leading 0
    return tuple(dict.fromkeys(number for number in short if len(number) >= SHORTEST_NUMBER))
