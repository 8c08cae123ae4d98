"""The persons that the text of a name field or of a person cell can mean.

"Hộ ông Nguyễn Văn Thử (trưởng bản), Lò Thị Mẫu và 3 người" means two persons; the rest are notes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from reception.domain.name_words import SURNAMES
from reception.domain.personal_titles import FORMS_OF_ADDRESS, TITLES, split_title

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*\.?|\S")
_LETTERS = re.compile(r"[^\W\d_]")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_SIGNS = " .\t\u00a0\"'“”-:"
_LONGEST_NAME = 7  # words
_MARKS = ("thị", "văn")  # after one of these even a title is a name: "Lò thị dượng"
_MOST_SMALL_NAMES = 2  # middle names in small letters
_MOST_SMALL_WORDS = 3  # words in small letters after a surname that end a piece
_SHORTEST_NAME = 2  # words, without a title or another sign that it is a name
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]?")
# Signs and words between persons, or between a person and a note.
_SEPARATORS = re.compile(
    r"""[\n\r;,|:=•…]+
    | (?<![\w.])\d{1,2}\s*[.)/-]\s*(?=[^\W\d_])         # "1. A  2. B"
    | (?<![\w.])[a-zđ]\)\s*                            # "a) A  b) B"
    | \s*[+&]\s* | \s+[-–—*]+\s* | \s*[–—]\s* | (?<![\s/])/(?=[^\W\d_]{2}) | \s+/\s*
    | -(?=\s*(?:bản|thôn|xóm|xã|phường|tổ|khu|ấp|làng|buôn)\b)  # "Thử-bản Nà"
    | (?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])                # "Thử. Bản Nà", not "N.V. Thử"
    | \s+(?:và|với|cùng|kèm|hoặc|hay)(?=\s)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A place, or an organisation: its words are no person's name. With accents: "Bàn" is a surname.
_NO_PERSON = re.compile(
    r"(?:bản|thôn|xóm|xã|phường|thị trấn|thị xã|huyện|tỉnh|quận|ấp|buôn|khối|tổ|khu|tiểu khu|số"
    r"|đường|phố|ngõ|công ty|cty|ủy ban|uỷ ban|ubnd|hợp tác xã|htx|doanh nghiệp|chi nhánh|trường"
    r"|phòng|sở|ban|hội|đoàn|nhóm|tập thể|các hộ|nhân dân|văn phòng|trung tâm)(?=[\s.])",
    re.IGNORECASE,
)
# A group that is named after a person: "Nhóm Lương Văn Páo". "Đoàn" is a surname too.
_GROUP = re.compile(
    r"^\s*(?:đại diện\s+)?(?:nhóm|tập thể)\s+(?=(?-i:[^\W\d_a-zà-ỹđ]))", re.IGNORECASE
)
# A person is named after these words, by one word too: "(tức Páo)", "ủy quyền cho Lò Thị Mẫu".
_INTRODUCTIONS = re.compile(
    r"""\b(?:tức(?:\ là)?|bí\ danh|biệt\ danh|tên\ (?:khác|thật|thường\ gọi|gọi\ khác|là)
    |còn\ gọi\ là|(?:thường|hay)\ gọi(?:\ là)?|đại\ diện(?:\ là|\ cho)?
    |[uủ][yỷ]\ quyền(?:\ cho|\ của|\ là)?|(?:vợ|chồng|con|bố|mẹ|cha|em|anh|chị|cháu)\ (?:là|của)
    |nhờ|(?:(?:nộp|ký|khai|viết)\ )?thay(?:\ cho|\ mặt)?|do|cho|của|gặp|gọi|hỏi|qua)\s+(?=\S)""",
    re.VERBOSE | re.IGNORECASE,
)
# A relation in the middle of a text: "Nguyễn Văn Thử con bà Lò Thị Mẫu", "… vợ Lò Thị Mẫu".
_ADDRESSES = "|".join(sorted(word for word in FORMS_OF_ADDRESS if word.isalpha()))
_RELATION_INSIDE = re.compile(
    rf"""\s+(?=(?:là\s+)?
    (?:con|vợ|chồng|bố|mẹ|cha|hộ|đồng\ chí|đ/c|{_ADDRESSES})
    (?:\s+(?:trai|gái|dâu|rể|nuôi|ruột|đẻ|của|ông|bà|anh|chị))*
    \s+(?-i:[^\W\d_a-zà-ỹđ]))""",
    re.VERBOSE | re.IGNORECASE,
)
# Words after which no name goes on, with their accents: "Bàn" and "Tô" are surnames.
NAME_ENDS = frozenset(
    """
    bản thôn xóm xã phường huyện tỉnh quận ấp buôn làng khối đội tổ khu tiểu số đường phố ngõ ngách
    hẻm tdp trú ở tại địa chỉ đc thường tạm hktt đkhk sinh sn ns năm ngày cccd cmnd cmt căn hộ khẩu
    điện thoại đt sđt tel người là đại diện tuổi dân tộc nghề nghiệp cán bộ nguyên trưởng phó chủ
    tịch bí thư thay mặt cùng và với các những một hai ba nhà
    """.split()  # noqa: SIM905 - a table of facts
)
NEVER_NAMES = frozenset(
    """
    người ở tại trú sn ns cccd cmnd cmt là và với cùng những các hktt đkhk đt sđt tel địa tdp xã
    """.split()  # noqa: SIM905 - a table of facts
)
_ENDS_IN_CAPITALS = frozenset(
    ["TDP", "UBND", "HĐND", "CCB", "CCCD", "CMND", "SN", "NS", "TP", "TT"]
)
# In capitals "(HỘ NGHÈO)" looks like a title and a name.
_EVERYDAY_AFTER_TITLES = frozenset(
    {("hộ", "nghèo"), ("hộ", "cận"), ("hộ", "khẩu"), ("con", "em"), ("bà", "con"), ("nhà", "nước")}
)
_PAIRED_ENDS = {("thị", "trấn"), ("thị", "xã"), ("bà", "con"), ("thường", "trú"), ("hộ", "khẩu")}


@dataclass(frozen=True, slots=True, repr=False)
class NamedPerson:
    """One person: ``title`` in small letters ("ông", "đồng chí"), "" for none; name as written.

    ``is_certain`` is False if the words may name a place: "Nà Khiết" after a comma.
    """

    title: str
    name: str
    is_certain: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class NameParts:
    """What a text can mean: persons in the order of the text, and everything that is no name.

    ``notes`` are the other pieces in order ("trưởng bản", "bản Nà, xã A" as two, "và 3 người").
    """

    persons: tuple[NamedPerson, ...] = ()
    notes: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """Return the name of every person."""
        return tuple(person.name for person in self.persons)


def persons_in(text: str) -> NameParts:
    """Return every person that a name field can mean; nothing of the text is left out.

    The first piece is a name if it has letters at all; a later one if a title or an introduction
    ("tức", "ủy quyền cho") precedes it, or if it is two to seven words with capital letters.
    """
    text = _GROUP.sub("", unicodedata.normalize("NFC", text))
    persons: list[NamedPerson] = []
    notes: list[str] = []
    for piece in _pieces(text):
        person, rest = _read_piece(piece, is_first=not persons)
        if person is not None:
            persons.append(person)
        if rest:
            notes.append(rest)
    return NameParts(tuple(persons), tuple(notes))


def _pieces(text: str) -> Iterator[str]:
    """Yield the pieces between separators; what stands in brackets comes after its text."""
    title, rest = split_title(text)  # "Ông/Bà" before "/" separates
    text = f"{title} {rest}" if title else text
    inside = [match[1] for match in _BRACKETS.finditer(text)]
    for part in (_BRACKETS.sub(" , ", text), *inside):
        for piece in _SEPARATORS.split(part):
            for relation in _split_at_relations(piece):
                for item in _split_at_introductions(relation):
                    stripped = _HYPHEN.sub(" ", item.strip(_SIGNS))
                    if stripped:
                        yield stripped


def _split_at_relations(piece: str) -> Iterator[str]:
    """Yield "Nguyễn Văn Thử" and "con bà Lò Thị Mẫu"; two titles in a row stay together."""
    pending = ""
    for part in _RELATION_INSIDE.split(piece):
        last = pending.rsplit(maxsplit=1)[-1:]
        is_open = " " not in pending or (bool(last) and last[0].casefold() in _MARKS)
        is_middle_name = is_open and part[:1].isupper()  # "Vừ Chú Lềnh", "Lò Thị Bầm Mẫu"
        if pending and pending.casefold() not in TITLES and not is_middle_name:
            yield pending
            pending = ""
        pending = f"{pending} {part}".strip()
    yield pending


def _split_at_introductions(piece: str) -> Iterator[str]:
    """Yield the words before an introduction, then the introduction with the words after it."""
    end = 0
    for match in _INTRODUCTIONS.finditer(piece):
        yield piece[end : match.start()]
        end = match.start()
    yield piece[end:]


def _read_piece(piece: str, *, is_first: bool) -> tuple[NamedPerson | None, str]:
    """Return the person that a piece begins with, and the words that are no name."""
    introduction = _INTRODUCTIONS.match(piece)
    before = introduction[0].strip() if introduction else ""
    body = re.sub(
        r"^(?:là\s+|[\d\s./]+)", "", piece[introduction.end() :] if introduction else piece
    )
    title, rest = split_title(body)
    words = _name_words(rest)
    if words and (title, words[0].casefold()) in _EVERYDAY_AFTER_TITLES:
        return None, piece
    if not _is_person(words, rest, is_first=is_first, is_told=bool(title or introduction)):
        return None, piece
    end = _end_of(rest, words)
    note = " ".join(filter(None, (before, rest[end:].strip(_SIGNS + ","))))
    certain = is_first or bool(title or introduction) or words[0].casefold() in SURNAMES
    return NamedPerson(title, rest[:end].rstrip("."), certain), note


def _is_person(words: list[str], piece: str, *, is_first: bool, is_told: bool) -> bool:
    if not any(_LETTERS.search(word) for word in words) or _NO_PERSON.match(piece):
        return False
    if is_first or is_told:
        return is_first or words[0][0].isupper()
    return len(words) >= _SHORTEST_NAME and all(word[0].isupper() for word in words)


def _name_words(text: str) -> list[str]:
    """Return the words at the beginning of a text that can be a name.

    In a text with capital letters a name ends before the first word without one, but for middle
    names: "Nguyễn văn Thử".
    """
    words = _WORD.findall(text)
    has_capitals = bool(words) and words[0][0].isupper() and not text.isupper()
    found: list[str] = []
    for position, word in enumerate(words[:_LONGEST_NAME]):
        following = words[position + 1] if position + 1 < len(words) else ""
        if _is_small_middle_name(found, words[position:]):
            found.append(word)
            continue
        if not _LETTERS.match(word) or _ends_name(word, following, has_capitals=has_capitals):
            break
        found.append(word)
    return found


def _is_small_middle_name(found: list[str], following: list[str]) -> bool:
    """Tell whether a word in small letters goes on with a name that began with a surname.

    Either a word with a capital letter ends the name, or nothing follows it: "Nguyễn văn thử".
    Only directly after the surname: "nam" in "Nguyễn Văn Thử nam Thái" is no name.
    """
    if not found or found[0].casefold() not in SURNAMES or any(w[0].isupper() for w in found[1:]):
        return False
    small = list(takewhile(str.islower, following))
    after = following[len(small) :]
    most = _MOST_SMALL_NAMES if after else _MOST_SMALL_WORDS - len(found) + 1
    return (
        0 < len(small) <= most
        and all(word.isalpha() for word in small)
        and not any(word in NAME_ENDS for word in small)
        and not any(word in TITLES and before not in _MARKS for before, word in pairwise(small))
        and small[0] not in TITLES
        and (not after or after[0][0].isupper())
    )


def _ends_name(word: str, following: str, *, has_capitals: bool) -> bool:
    lowered, after = word.casefold().rstrip("."), following.casefold()
    if word in _ENDS_IN_CAPITALS or (lowered, after) in _PAIRED_ENDS:
        return True
    if has_capitals:  # "Bản" and "Năm" with capital letters are names there
        return word[0].islower()
    # The last word may be a name: "NGUYỄN ĐỨC DÂN".
    return lowered in NAME_ENDS and (bool(after) or lowered in NEVER_NAMES)


def _end_of(text: str, words: list[str]) -> int:
    end = 0
    for word in words:
        end = text.index(word, end) + len(word)
    return end
