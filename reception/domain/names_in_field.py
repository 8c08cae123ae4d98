"""Every name that the field of a name can mean, for the leak guard; false ones only cost a look.

"Luật gia Trần Văn Bá" holds "Trần Văn Bá", "Đại biểu HĐND xã Lò văn thử" holds "Lò văn thử".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from reception.domain.everyday_words import ACCENTED_COMPOUNDS
from reception.domain.folded_text import APOSTROPHES
from reception.domain.leak_spelling import accented_form, guard_fold
from reception.domain.name_parts import NAME_ENDS, NEVER_NAMES, persons_in
from reception.domain.name_words import SURNAMES
from reception.domain.personal_titles import TITLES, split_title

_SURNAMES = frozenset(map(accented_form, SURNAMES))
_FOLDED_SURNAMES = frozenset(map(guard_fold, SURNAMES))
_MARKS = ("thị", "văn")  # middle names: no name begins or ends with one
_PIECES = re.compile(r"[(\[{)\]},;–—/+&]|\s(?:và|va|với|cùng)\s", re.IGNORECASE)
_SIGN_INSIDE = re.compile(
    r"(?<=[^\W\d_] )(?:[HKY](?:\s*'\s*|\s+)|Ka\s+)(?=[^\W\d_]{2})", re.IGNORECASE
)
_NOTE_SIGNS = re.compile(r"[(\[{,;–—]")
_SIGN_APART = re.compile(r"\b([HKY])(?:\s*'\s*|\s+)(?=[^\W\d_]{2})", re.IGNORECASE)
_SIGN_JOINED = re.compile(r"\b([HKY])(?=(?!h)[bcdđgklmnprstvxj][^\W\d_])", re.IGNORECASE)
_SIGNS = ".,;:"
_SIGNS_IN_WORDS = str.maketrans("", "", "'’ʼ-")  # "K'Brếp", "Rơ-chăm"
_SHORTEST_NAME = 2  # words
_SHORT_NAME, _LONG_NAME = 3, 5  # with five a title or a second name may be among them
_MOST_SMALL = 2  # middle names in small letters
# After one of these a place is named.
_PLACE_WORDS = frozenset(
    "bản thôn xóm xã phường huyện tỉnh quận ấp buôn làng khối khu tiểu tdp phố đường".split()  # noqa: SIM905
)

_PAIRS = frozenset(
    (accented_form(first), accented_form(second))
    for first, second in (
        ("đại", "diện"),
        ("chủ", "tịch"),
        ("chủ", "hộ"),
        ("bí", "thư"),
        ("cán", "bộ"),
        ("thay", "mặt"),
        ("hộ", "khẩu"),
        ("nghề", "nghiệp"),
        ("căn", "hộ"),
        ("căn", "cước"),
    )
)

# Two words in a row of a post or title: "hiệu trưởng".
_POST_PAIRS = frozenset(pair for title in TITLES for pair in pairwise(title.split())) | {
    ("chủ", "tịch"),
    ("chủ", "nhiệm"),
    ("bí", "thư"),
    ("trưởng", "công"),
    ("trưởng", "ban"),
}


def names_in_field(field: str) -> tuple[str, ...]:
    """Return every name that a field can mean; the whole field if it has no name."""
    if not field:
        return ()
    field = field.translate(APOSTROPHES)
    parts = persons_in(field)
    names = parts.names()
    beginnings = [name for name in names if _is_only_beginning(name, field)]
    shortest = _SHORTEST_NAME if beginnings else _SHORT_NAME
    more = [inner for name in names or (field,) for inner in _inner_names(name)]
    more += filter(None, (_name_in_note(note, shortest) for note in parts.notes))
    more += _small_field(_NOTE_SIGNS.split(field, maxsplit=1)[0])
    titled = (person for person in parts.persons if person.title and " " not in person.name)
    more += [f"{person.title} {person.name}" for person in titled]  # the name may be "Nàng Giang"
    more += filter(None, (_continued(name, field) for name in beginnings))
    if more:
        names = tuple(name for name in names if name not in beginnings)
    endings = tuple(_endings(field, names))
    more += [*endings, *_small_persons(field)]
    names = tuple(dict.fromkeys((*names, *more))) or (field,)
    if endings:
        names = tuple(name for name in names if not _is_part_of_post(name, field))
    return tuple(dict.fromkeys(form for name in names for form in _highland_forms(name)))


def _highland_forms(name: str) -> Iterator[str]:
    """Yield a name, and it with the sign of the sex joined or apart: "H'Bia", "HBia", "H Bia".

    Names of the Central Highlands begin with H', K' or Y, also without the apostrophe.
    """
    yield name
    yield _SIGN_APART.sub(r"\1", name)
    yield _SIGN_INSIDE.sub("", name)
    words = [
        word
        if accented_form(word) in _SURNAMES or (_is_abbreviation(word) and not name.isupper())
        else _SIGN_JOINED.sub(r"\1 ", word)
        for word in name.split()
    ]
    yield " ".join(words)


def _endings(field: str, names: Sequence[str]) -> Iterator[str]:
    """Yield the name after a post, "Lò Then" in "Nguyên Chủ tịch UBND xã Lò Then".

    After a word for a place it may be the place's: it counts if the field has no other name, that
    is if every name found so far only begins the post.
    """
    has_name = any(not _is_part_of_post(name, field) for name in names)
    for piece in _PIECES.split(field):
        words = piece.split()
        small = [number for number, word in enumerate(words) if _is_small(word)]
        if not small or words[0].casefold() in _PLACE_WORDS:
            continue
        start = small[-1] + 1
        while start < len(words) and _is_abbreviation(words[start]):
            start += 1
        ending = words[start:]
        is_place = words[small[-1]] in _PLACE_WORDS
        is_name = len(ending) >= _SHORTEST_NAME or any("'" in word for word in ending)
        if is_name and not (is_place and has_name):
            yield " ".join(word.strip(_SIGNS) for word in ending)


def _is_small(word: str) -> bool:
    """Tell whether a word in small letters is no middle name: "trưởng", not "văn"."""
    return word[0].islower() and word not in _MARKS


def _is_part_of_post(name: str, field: str) -> bool:
    """Tell whether a name is only the beginning of a post: "Nguyên Chủ" of "Nguyên Chủ tịch"."""
    before, _, after = field.partition(name)
    following = after.split(maxsplit=1)[:1]
    if before.strip() or after[:1] != " " or not following or not _is_small(following[0]):
        return False
    last = name.rsplit(maxsplit=1)[-1]
    if _is_abbreviation(last) and not name.isupper():  # "Đại biểu HĐND"
        return True
    pair = (last.casefold(), following[0])
    return following[0] not in NAME_ENDS or pair in _POST_PAIRS


def _small_persons(field: str) -> Iterator[str]:
    """Yield the further persons of a field in small letters: "lò thị mẫu" after "và" or a comma."""
    if not field.islower():
        return
    for piece in _PIECES.split(field)[1:]:
        words = split_title(piece)[1].split()
        first = words[0] if words else ""
        is_known = guard_fold(first) in _FOLDED_SURNAMES and first not in _PLACE_WORDS
        if is_known and 1 < len(words) < _LONG_NAME and all(map(str.isalpha, words)):
            yield " ".join(words)


def _is_only_beginning(name: str, field: str) -> bool:
    """Tell whether one word is the beginning of more: of "Nguyễn văn thử", "Nguyên đại biểu …"."""
    after = field.partition(name)[2].split()
    return " " not in name and bool(after) and (field.isupper() or not after[0][0].isupper())


def _continued(beginning: str, field: str) -> str:
    """Return "Pi năng Mơ" for "Pi" in "Đại diện: Pi năng Mơ"; "" if no such name goes on."""
    after = field.partition(beginning)[2].split()
    small = list(takewhile(str.islower, after))
    is_name = 0 < len(small) <= _MOST_SMALL and not any(word in NAME_ENDS for word in small)
    last = after[len(small) : len(small) + 2]  # the last word, and none with a capital after it
    if not is_name or not last or (len(last) > 1 and last[1][0].isupper()):
        return ""
    return " ".join((beginning, *small, last[0].strip(_SIGNS)))


def _small_field(field: str) -> Iterator[str]:
    """Yield a short field as one name: "Nguyễn văn Thử", "Y bhŏk", "Cil múp k'brếp"."""
    words = split_title(field)[1].split()
    is_short = 1 < len(words) < _LONG_NAME
    # After a surname the given name may be any word: "Vũ đức dân".
    ending = words[:-1] if is_short and _is_surname(words, 0) else words
    has_letters = all(word.translate(_SIGNS_IN_WORDS).isalpha() for word in words)
    if not is_short or not has_letters:
        return
    lowered = [word.casefold() for word in ending]
    case_tells = not (field.isupper() or field.islower())
    # Without case "ĐẠI" may be a name, or the beginning of "ĐẠI DIỆN".
    ends = NAME_ENDS if case_tells or _has_everyday_pair(lowered) else _PLACE_WORDS | NEVER_NAMES
    if not any(word in ends for word in lowered):
        yield " ".join(words)


def _has_everyday_pair(words: Sequence[str]) -> bool:
    """Tell whether two words in a row are an everyday word: "đại diện", "chủ tịch"."""
    pairs = pairwise(map(accented_form, words))
    return any(pair in ACCENTED_COMPOUNDS or pair in _PAIRS for pair in pairs)


def _name_in_note(note: str, shortest: int) -> str:
    """Return the name at the end of a note, "gia Trần Văn Bá"; "" for a place.

    ``shortest`` is the fewest words of a name there.
    """
    words, case_tells = _words(note), not note.isupper()
    ends = [
        n
        for n, word in enumerate(words)
        if word in NAME_ENDS or (case_tells and _is_abbreviation(word))
    ]
    first = ends[-1] + 1 if ends else 0
    first += len(list(takewhile(str.islower, words[first:])))
    has_mark = not ends and any(word in _MARKS for word in words[1:-1])  # "Ngũ văn Phượng"
    if (not first and not has_mark) or (ends and words[ends[-1]] in _PLACE_WORDS):
        is_long = shortest < _SHORT_NAME <= len(words) - first
        surnames = (n for n in range(first, len(words)) if _is_surname(words, n))
        first = next(surnames, first if is_long else len(words))
    name = words[first:]
    return " ".join(name) if len(name) >= shortest else ""


def _inner_names(name: str) -> Iterator[str]:
    """Yield names inside a name: after a title that no list has, or of two people without a sign.

    "Luật gia Trần Văn Bá" holds "Trần Văn Bá", "Trần Văn Bá Lò Thị Mẫu" two names.
    """
    words = _words(name)
    after_post = _after_post(words)
    if after_post:
        yield " ".join(words[after_post:])
    if len(words) < _LONG_NAME:
        return
    for number in range(max(after_post, 1), len(words) - 1):
        if not _is_surname(words, number):
            continue
        yield " ".join(words[number:])
        before, is_second = words[:number], len(words) - number >= _SHORT_NAME
        is_name = len(before) >= _SHORT_NAME and not any(word.islower() for word in before)
        if is_second and is_name and before[-1].casefold() not in _MARKS:
            yield " ".join(before)


def _after_post(words: Sequence[str]) -> int:
    """Return where a name begins after a post: 2 in "Luật gia Trần Bá", 0 if there is no post.

    Middle names may be in small letters: "hưu trí Phan văn Chín" has the name at 2.
    """
    small = [number for number, word in enumerate(words) if word.islower()]
    if not small or small[-1] + 1 == len(words):
        return 0
    start = small[-1] + 1
    before = start
    while before and words[before - 1].islower() and start - before < _MOST_SMALL:
        before -= 1
    has_mark = any(word in _MARKS for word in words[before:start])
    if before and (has_mark or _is_surname(words, before - 1)):
        return before - 1
    return start


def _is_surname(words: Sequence[str], number: int) -> bool:
    """Tell whether a word with a capital letter is a surname, and no middle name."""
    word = words[number]
    is_middle = number > 0 and word.casefold() in _MARKS
    return not word.islower() and not is_middle and accented_form(word) in _SURNAMES


def _is_abbreviation(word: str) -> bool:
    """Tell whether a word is one such as HĐND."""
    return len(word) > 1 and word.isupper()


def _words(text: str) -> list[str]:
    return [word.strip(_SIGNS) for word in text.split()]
