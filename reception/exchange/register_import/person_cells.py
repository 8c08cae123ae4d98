"""The cells of a person: name and address split, leading zeros of card numbers restored."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reception.domain.reporter import (
    Address,
    Identity,
    IdentityPaper,
    PaperKind,
    Representation,
    Sex,
)
from reception.domain.text import fold

_NO_REPRESENTATION = Representation()  # shared by all rows, of which 100,000 may be in memory
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ROMAN = {"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "TP", "TT", "TDP", "UBND"}
_PARTS = re.compile(r"\s*[,;\n]\s*|\s+[-–]\s+")
_TITLE = re.compile(r"(ông/bà|ông \(bà\)|ông|bà|anh|chị)\s*:?\s+(?=\S+\s+\S)", re.IGNORECASE)
_SEX = {"ông": Sex.MALE, "anh": Sex.MALE, "bà": Sex.FEMALE, "chị": Sex.FEMALE}
_GROUP = re.compile(
    r"^(.*?)\s*\(?(?:và|cùng|\+)\s+(\d{1,4})\s+(người|hộ|công dân|bà con)\b(.*)$", re.I
)
_BORN = re.compile(
    r"\(?\s*(?:sinh năm|(?-i:sinh)|sn|năm sinh)?\s*:?\s*\b(19\d\d|20[01]\d)\b\s*\)?", re.I
)
_PHONE = re.compile(
    r"(?:sđt|đt|điện thoại|số điện thoại)?\s*[:.]?\s*\b(0\d{2,3}[\s.]?\d{3}[\s.]?\d{3,4})\b", re.I
)
# With accents: "Bàn" and "Tô" are family names, "bản" and "tổ" are hamlets.
_COMMUNE = ("xã ", "phường ", "thị trấn ", "x. ", "p. ")
_PROVINCE = ("tỉnh ", "thành phố ", "tp ", "tp. ", "t. ")
_STREET = ("số ", "số nhà ", "đường ", "phố ", "ngõ ", "ngách ", "hẻm ", "nhà ")
_HAMLET = ("bản ", "tổ ", "thôn ", "khu ", "xóm ", "ấp ", "tdp ", "khối ", "tiểu khu ", "đội ")
_DISTRICT = ("huyện ", "h. ", "quận ", "thị xã ")
_PLACES = (*_COMMUNE, *_PROVINCE, *_STREET, *_HAMLET, *_DISTRICT)
_MAX_NAME_WORDS = 6
_MIN_NAME_WORDS = 2
_CARD_DIGITS = 12
_OLD_CARD_DIGITS = 9
_PASSPORT = re.compile(r"[A-Za-z]\d{7,8}")
_NO_PAPER = {"khong", "khong co", "chua co", "ko", "-", "0", "x"}
_ISSUED = re.compile(r"\s*[,;(\n]?\s*(?:cấp|ngày cấp|nơi cấp).*$", re.I | re.S)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """An identity read from cells, with facts about the reading."""

    identity: Identity
    capitals: bool = False  # the name was written in capitals
    group: int = 0  # further people or households given as a number: "và 11 hộ"
    households: bool = False
    zero_added: bool = False  # leading zeros of the paper's number were restored
    paper_unread: bool = False  # the form of the paper's number is unknown


def read_person(person: str, address: str, paper: str, paper_is_number: bool) -> PersonFacts:
    """Read the cells of a person (clean texts); a cell read only in part is kept as the note."""
    capitals = person.isupper() and len(person) > 1
    person = _title_case(person) if capitals else person
    address = _title_case(address) if address.isupper() else address
    match = _GROUP.match(person.replace("\n", ", "))
    group, households, body = 0, False, person
    if match:
        group, households = int(match[2]), match[3].casefold() == "hộ"
        body = match[1] + match[4]
    parts = _PersonParts(", ".join(part for part in (body, address) if part))
    document, zero_added = _paper(paper, paper_is_number)
    unread = document.kind is PaperKind.OTHER and not document.number.isdigit()
    note = "; ".join(
        (
            person if match or parts.is_partial else "",
            paper if unread or _ISSUED.search(paper) else "",
        )
    ).strip("; ")
    return PersonFacts(
        parts.identity(document, note), capitals, group, households, zero_added, unread
    )


class _PersonParts:
    """The parts of a cell between commas, each assigned to its field."""

    def __init__(self, cell: str) -> None:
        self.is_partial = False
        self._birth: int | None = None
        self._phone = ""
        self._places: dict[str, list[str]] = {}
        cell = self._take_phone(cell)
        first, *rest = [part.strip(" .:") for part in _PARTS.split(cell) if part.strip(" .:")] or [
            ""
        ]
        self._sex = Sex.UNKNOWN
        self._name = self._take_name(first)
        self._companions: list[str] = []
        for part in rest:
            self._assign(part)

    def identity(self, document: IdentityPaper, note: str) -> Identity:
        """Return the identity with the fields found so far."""
        address = {key: ", ".join(parts) for key, parts in self._places.items()}
        return Identity(
            name=self._name,
            birth_year=self._birth,
            sex=self._sex,
            paper=document,
            address=Address(
                hamlet=address.get("hamlet", ""),
                street=address.get("street", ""),
                commune=address.get("commune", ""),
                province=address.get("province", ""),
            ),
            phone=self._phone,
            representation=_NO_REPRESENTATION,
            companions=tuple(self._companions),
            note=note,
        )

    def _take_phone(self, cell: str) -> str:
        match = _PHONE.search(cell)
        if match is None:
            return cell
        self._phone = re.sub(r"\D", "", match[1])
        return cell[: match.start()] + "," + cell[match.end() :]

    def _take_name(self, text: str) -> str:
        title = _TITLE.match(text)
        if title:
            self._sex = _SEX.get(title[1].casefold(), Sex.UNKNOWN)
            text = text[title.end() :]
        born = _BORN.search(text)
        if born:
            self._birth = int(born[1])
            text = text[: born.start()] + text[born.end() :]
        return text.strip(" ,.:()")

    def _assign(self, part: str) -> None:
        lowered = part.casefold()
        if not lowered.startswith(_PLACES):
            self._assign_other(part)
            return
        if lowered.startswith(_COMMUNE):
            key = "commune"
        elif lowered.startswith(_DISTRICT):
            key, self.is_partial = "", True
        elif lowered.startswith(_HAMLET):
            key = "hamlet"
        else:
            key = "street" if lowered.startswith(_STREET) else "province"
        if key:
            self._places.setdefault(key, []).append(part)

    def _assign_other(self, part: str) -> None:
        born = _BORN.fullmatch(part)
        words = _WORD.findall(part)
        if born:
            self._birth = int(born[1])
        elif not self._places and _is_name(part, words):
            self._companions.append(part)
            self.is_partial = True
        else:
            self._places.setdefault("hamlet", []).append(part)
            self.is_partial = True


def _is_name(part: str, words: list[str]) -> bool:
    """Tell whether a part has the form of a name, e.g. "Lò Thị B"."""
    fits = _MIN_NAME_WORDS <= len(words) <= _MAX_NAME_WORDS
    return fits and not re.search(r"\d", part) and all(word[0].isupper() for word in words)


def _title_case(text: str) -> str:
    """Return a text in capitals with capitalised words, but words such as "xã" in small letters."""
    named = _WORD.sub(lambda m: m[0] if m[0] in _ROMAN else m[0][0] + m[0][1:].lower(), text)
    small = (
        r"\b(Xã|Phường|Thị Trấn|Thị Xã|Huyện|Tỉnh|Quận|Thành Phố|Bản|Tổ|Thôn|Khu|Xóm|Ấp|Khối)(?= )"
    )
    named = re.sub(rf"(?:(?<=,)|(?<=, )|(?<=;)|(?<=; )|(?<=\n)|^){small}", _lower, named)
    return re.sub(r"\bVà (\d+) (Hộ|Người|Công Dân|Bà Con)\b", _lower, named)


def _lower(match: re.Match[str]) -> str:
    return match[0].lower()


def _paper(text: str, is_number: bool) -> tuple[IdentityPaper, bool]:
    """Return the paper, and whether lost zeros were restored.

    A card number begins with the province code, 001 to 096: a sheet that stores it as a number
    loses up to two zeros. Nine digits are an old card (CMND), and so are eight stored as a number.
    """
    bare = _ISSUED.sub("", text)
    bare = re.sub(r"^(?:cccd|cmnd|cmt|căn cước|hộ chiếu|số)\s*[:.]?\s*", "", bare, flags=re.I)
    number = re.sub(r"[\s.\-]", "", bare)
    if not number or fold(text) in _NO_PAPER:
        return IdentityPaper(), False
    if not (number.isascii() and number.isdigit()):
        kind = PaperKind.PASSPORT if _PASSPORT.fullmatch(number) else PaperKind.OTHER
        return IdentityPaper(kind, number.upper() if kind is PaperKind.PASSPORT else bare), False
    if len(number) == _CARD_DIGITS:
        return IdentityPaper(PaperKind.NUMBER, number), False
    if len(number) == _CARD_DIGITS - 1 or (is_number and len(number) == _CARD_DIGITS - 2):
        return IdentityPaper(PaperKind.NUMBER, number.zfill(_CARD_DIGITS)), True
    if is_number and len(number) == _OLD_CARD_DIGITS - 1:
        return IdentityPaper(PaperKind.OTHER, number.zfill(_OLD_CARD_DIGITS)), True
    return IdentityPaper(PaperKind.OTHER, number), False


def looks_like_name(text: str) -> bool:
    """Tell whether the first part of a text has the form of a name: two to six capitalised words.

    The name of a body begins with an abbreviation (UBND xã …) or has words in small letters.
    """
    part = _TITLE.sub("", _PARTS.split(text.strip(), maxsplit=1)[0], count=1)
    words = _WORD.findall(part)
    return _is_name(part, words) and not (words[0].isupper() and not words[-1].isupper())
