"""What else an identity holds beside names and places: numbers, days, e-mail addresses, persons.

Notes and ways of contact are free texts; what in them tells who came is taken out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, takewhile

from reception.domain.leak_tokens import accented_form
from reception.domain.name_parts import NAME_ENDS, persons_in
from reception.domain.name_words import SURNAMES
from reception.domain.names_in_notes import names_in_notes
from reception.domain.personal_numbers import NumberKind, digits_of, personal_numbers
from reception.domain.personal_titles import split_title
from reception.domain.reporter import Identity
from reception.domain.text import fold

SHORTEST_NUMBER = 6  # digits
_SURNAMES = frozenset(map(accented_form, SURNAMES))
_NEVER_LAST = ("thị", "văn")  # middle names: a name does not end with one
_SIGNS = ".,;:"
_SHORTEST_NAME = 2  # words
_SHORT_NAME, _LONG_NAME = 3, 5  # words; with five a title or a second name may be among them
_LAST_DIGITS = 6  # of an identity number, as people say it
_IDENTITY_DIGITS = 12
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(
    r"(?:@|\b(?:zalo|facebook|fb|face|messenger|viber|telegram|tiktok|instagram|skype|nick(?:name)?)"
    r"(?:\.com/|[\s:/@-]|\b(?:la|ten|so|nick|fb)\b)*)(?P<handle>[a-z0-9][\w.]{3,})"
)
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
    return _names(identity.name)


def names_of_others(identity: Identity) -> tuple[str, ...]:
    """Return the names of everybody else in an identity: principal, companions, relatives."""
    fields = (identity.representation.principal, *identity.companions)
    names = list(chain.from_iterable(map(_names, fields)))
    for text in (*free_texts(identity), identity.phone):
        names += names_in_notes(text)
    return tuple(dict.fromkeys(names))


def _names(field: str) -> tuple[str, ...]:
    if not field:
        return ()
    parts = persons_in(field)
    names = parts.names() or (field,)
    is_beginning = _is_only_beginning(names[0], field)
    shortest = _SHORTEST_NAME if is_beginning else _SHORT_NAME
    inner = list(chain.from_iterable(map(_inner_names, names)))
    inner += filter(None, (_name_in_note(note, shortest) for note in parts.notes))
    small = list(_names_in_small_letters(field))
    if is_beginning and (inner or small):
        names = names[1:]
    return tuple(dict.fromkeys((*names, *small, *inner)))


def _is_only_beginning(name: str, field: str) -> bool:
    """Tell whether one word is the beginning of more: of "Nguyễn văn thử", "Nguyên đại biểu …"."""
    after = field.partition(name)[2].split()
    return " " not in name and bool(after) and after[0].islower()


def _names_in_small_letters(field: str) -> Iterator[str]:
    """Yield a short field as one name: "Nguyễn văn Thử", "Y bhŏk", "Trần bá"."""
    words = split_title(field)[1].split()
    is_short = 1 < len(words) < _LONG_NAME
    if is_short and all(word.isalpha() and word.casefold() not in NAME_ENDS for word in words):
        yield " ".join(words)


def _name_in_note(note: str, shortest: int) -> str:
    """Return the name in "gia Trần Văn Bá" of "Luật gia Trần Văn Bá"; "" for a place.

    ``shortest`` is the fewest words of a name there.
    """
    words = [word.strip(_SIGNS) for word in note.split()]
    ends = [n for n, word in enumerate(words) if word in NAME_ENDS or _is_abbreviation(word)]
    first = ends[-1] + 1 if ends else 0
    first += len(list(takewhile(str.islower, words[first:])))
    if ends or not first:  # the name of a place may follow "bản"
        is_long = shortest < _SHORT_NAME <= len(words) - first
        surnames = (n for n, word in enumerate(words) if accented_form(word) in _SURNAMES)
        first = next((n for n in surnames if n >= first), first if is_long else len(words))
    name = words[first:]
    return " ".join(name) if len(name) >= shortest else ""


def _is_abbreviation(word: str) -> bool:
    """Tell whether a word is one such as HĐND."""
    return len(word) > 1 and word.isupper()


def _inner_names(name: str) -> Iterator[str]:
    """Yield names inside a name: after a title that no list has, or of two people without a sign.

    "Luật gia Trần Văn Bá" holds "Trần Văn Bá", "Trần Văn Bá Lò Thị Mẫu" two names.
    """
    words = [word.strip(_SIGNS) for word in name.split()]
    post = len(list(takewhile(str.islower, words)))  # "hưu trí Phan văn Chín"
    if 0 < post < len(words):
        yield " ".join(words[post:])
        words = words[post:]
    small = [number for number, word in enumerate(words) if word.islower()]
    if small and small[-1] + 1 < len(words) and accented_form(words[0]) not in _SURNAMES:
        yield " ".join(words[small[-1] + 1 :])
    if len(words) < _LONG_NAME:
        return
    for number in range(1, len(words) - 1):
        if accented_form(words[number]) not in _SURNAMES or words[number].islower():
            continue
        yield " ".join(words[number:])
        before, is_second = words[:number], len(words) - number >= _SHORT_NAME
        is_name = len(before) >= _SHORT_NAME and not any(word.islower() for word in before)
        if is_second and is_name and before[-1].casefold() not in _NEVER_LAST:
            yield " ".join(before)


def places_in_name(identity: Identity) -> tuple[str, ...]:
    """Return the notes of the name field: "bản Nà", "trưởng bản"."""
    return persons_in(identity.name).notes if identity.name else ()


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
