"""What the cell of a person may say besides names, numbers and places: a closed list.

Whatever is not in it stops the row, since it may be the name of somebody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reception.domain.personal_titles import TITLES

_WORDS_OF_PEOPLE = r"người|hộ|công\s+dân|bà\s+con|nhân\s+khẩu|cá\s+nhân|gia\s+đình"
_AND = (
    r"(?:và|cùng|với|cùng\s+với|gồm|kèm|\+|đại\s+diện(?:\s+cho)?|thay\s+mặt(?:\s+cho)?|khoảng|\s)*"
)
_COUNT = re.compile(
    rf"{_AND}(\d{{1,4}})\s+({_WORDS_OF_PEOPLE})(?:\s+(?:dân|gia\s+đình|khác|nữa|đi\s+cùng|cùng\s+đi"
    r"|ký\s+tên|cùng\s+ký))*",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    rf"{_AND}(?:tập\s+thể|nhóm|các|những|một\s+số|nhiều|toàn\s+thể|toàn\s+bộ|đông\s+đảo|\s)+"
    rf"(?:{_WORDS_OF_PEOPLE}|nhân\s+dân|cán\s+bộ|giáo\s+viên|phụ\s+huynh|tiểu\s+thương|công\s+nhân)"
    r"(?:\s+(?:dân|gia\s+đình|khác|nữa|đi\s+cùng|cùng\s+đi))*",
    re.IGNORECASE,
)
_NAMES_ALL = ("đại diện", "thay mặt", "gồm")
_OFFICES = sorted((title for title in TITLES if " " in title), key=len, reverse=True)
_OFFICE = re.compile(rf"(?:{'|'.join(_OFFICES)})\s+", re.IGNORECASE)
_YEAR = re.compile(r"\(?\s*(19\d\d|20[012]\d)\s*\)?")
_AGE_OR_PEOPLE = re.compile(
    r"\d{1,3}\s+tuổi|(?:dân\s+tộc|dt)\s*:?\s*[^\W\d_]+(?:\s+[^\W\d_]+)?"
    r"|(?:nghề(?:\s+nghiệp)?)\s*:?\s*(?:làm\s+)?(?:ruộng|nông|nông\s+nghiệp|nương|nông\s+dân|tự\s+do)",
    re.IGNORECASE,
)
_RESIDENCE = re.compile(
    r"(?:(?:hiện(?:\s+nay)?\s+)?(?:thường\s+trú|tạm\s+trú|cư\s+trú|trú\s+quán|trú|ở|sống|sinh\s+sống)"
    r"(?:\s+(?:tại|ở))?|nơi\s+ở|nơi\s+cư\s+trú|chỗ\s+ở|địa\s+chỉ|đ/c|hktt|hộ\s+khẩu(?:\s+thường\s+trú)?"
    r"|quê(?:\s+quán)?|tại)(?=[\s:.]|$)\s*[:.]?\s*",
    re.IGNORECASE,
)
_ADDRESS_LABEL = re.compile(
    r"(?<=\S)[\s,;]*(?:(?<=\W)|(?<=\s))(?:đ/c|đc|địa\s+chỉ|nơi\s+ở)\s*:\s*", re.IGNORECASE
)
_SIGN_BETWEEN = re.compile(r"\s+[-–—]\s+|(?<=[^\W\d_])\s*/\s+(?=[^\W\d_])")
_LONG_NUMBER = re.compile(r"\d(?:[ .-]?\d){5}")
_ORGANISATION = re.compile(
    r"(?:công\s+ty|cty|hợp\s+tác\s+xã|htx|doanh\s+nghiệp|dntn|chi\s+nhánh|ngân\s+hàng|tổ\s+hợp\s+tác"
    r"|trường|hội|đoàn\s+thanh\s+niên|[uủ][yỷ]\s+ban|ubnd|ban\s+quản\s+lý|trung\s+tâm|văn\s+phòng"
    r"|bệnh\s+viện|trạm\s+y\s+tế)\s+\S",
    re.IGNORECASE,
)
_KNOWN = frozenset(
    phrase.strip()
    for phrase in """
    ccb, cựu chiến binh, thương binh, bệnh binh, người có công, gia đình chính sách, hưu trí, cán bộ
    hưu trí, cán bộ hưu, về hưu, hộ nghèo, hộ cận nghèo, người cao tuổi, người có uy tín, đảng viên,
    nông dân, làm ruộng, làm nông, làm nương, công nhân, viên chức, công chức, kinh doanh, buôn bán,
    tiểu thương, học sinh, sinh viên, nội trợ, lao động tự do, bộ đội, nam, nữ, đã mất, đã chết,
    đồng đơn, đứng đơn, người đứng đơn, người viết đơn, khuyết tật, mù chữ, không biết chữ, khác
    """.replace("\n", " ").split(",")
)
# Words between persons: "ủy quyền cho", "vợ là", "con trai của".
_BETWEEN_PERSONS = frozenset(
    """
    đã ủy uỷ quyền cho của là đại diện thay mặt nhờ tức bí danh biệt tên thật gọi khác thường còn
    hay được do bởi kèm gặp hỏi qua người giám hộ luật sư vợ chồng con bố mẹ cha em anh chị cháu
    ông bà cô chú trai gái ruột đẻ dâu rể nuôi nội ngoại và cùng với các
    """.split()  # noqa: SIM905 - a table of words
)
_NO_NAME = frozenset(
    phrase.strip()
    for phrase in """
    nặc danh, giấu tên, xin giấu tên, ẩn danh, khuyết danh, không ghi tên, không rõ tên, không rõ,
    không có tên, không tên, không nêu tên
    """.replace("\n", " ").split(",")
)
_DITTO = re.compile(
    r"[-–\s]*(?:n\.?t\.?|như\s+trên|nhưtrên|cùng\s+người\s+trên)[-–\s]*|[\"“”″〃'’`,.\s-]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Further people or households, given as a number: "và 11 hộ"."""

    people: int
    are_households: bool


def group_in(note: str) -> GroupCount | None:
    """Return the count of further people that a note gives, or None.

    "đại diện 15 hộ" is none: these may include the person's own.
    """
    match = _COUNT.fullmatch(note.strip())
    if match is None or int(match[1]) < 1 or note.casefold().startswith(_NAMES_ALL):
        return None
    return GroupCount(int(match[1]), match[2].casefold().startswith(("hộ", "gia")))


def year_in(note: str) -> int | None:
    """Return the year that a note consists of, or None."""
    match = _YEAR.fullmatch(note.strip())
    return int(match[1]) if match else None


def without_residence_words(note: str) -> tuple[str, bool]:
    """Return the note without "trú tại" and the like at its beginning, and whether it had them."""
    match = _RESIDENCE.match(note)
    return (note[match.end() :].strip(), True) if match else (note, False)


def is_known_note(note: str) -> bool:
    """Tell whether a note names nobody: what people are, how many, or words between persons."""
    plain = " ".join(note.casefold().split()).strip(" .:")
    if not plain or plain in _KNOWN or plain in TITLES or plain in _NO_NAME:
        return True
    if set(plain.split()) <= _BETWEEN_PERSONS:
        return True
    return any(form.fullmatch(plain) for form in (_COUNT, _OTHERS, _AGE_OR_PEOPLE))


def office_before(note: str) -> str:
    """Return the rest of a note after an office with a place word: "Nà" of "trưởng bản Nà"."""
    match = _OFFICE.match(note)
    return note[match.end() :] if match else note


def with_labels_apart(cell: str) -> str:
    """Return the cell with commas before labels and for signs: "Thử Đ/c: bản Nà" has two parts."""
    return _ADDRESS_LABEL.sub(", địa chỉ ", _SIGN_BETWEEN.sub(" , ", cell))


def is_organisation(note: str) -> bool:
    """Tell whether a note is the name of an organisation: "Công ty Thử", "Hội Nông dân xã A"."""
    return _ORGANISATION.match(note) is not None and not _LONG_NUMBER.search(note)


def tells_no_name(cell: str) -> bool:
    """Tell whether a cell says that nobody gave a name, or names a group without a person."""
    plain = " ".join(cell.casefold().split()).strip(" .:()")
    return plain in _NO_NAME


def is_group_without_name(note: str) -> bool:
    """Tell whether a note begins with people nobody of whom is named: "các hộ dân bản Nà"."""
    return bool(_OTHERS.match(note.strip()) or _COUNT.match(note.strip()))


def is_ditto(cell: str) -> bool:
    """Tell whether a cell only refers to the one above: "nt", "như trên", a ditto mark."""
    return bool(cell.strip()) and _DITTO.fullmatch(cell) is not None
