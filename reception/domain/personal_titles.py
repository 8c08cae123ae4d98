"""Words that stand before a person's name: forms of address, relations, offices of a village.

The one list of the program, for the leak guard, papers and the reading of person cells.
"""

from __future__ import annotations

import re
import unicodedata

# Forms of address: the word after one is a name, in small letters too ("ông thử").
_ADDRESS = """
ông, bà, anh, chị, cô, chú, bác, em, cháu, dì, cậu, cụ, thím, mợ, dượng, thầy, mệ, lão, ngài,
mụ, gã, bầm, bủ, ông cụ, bà cụ, cụ ông, cụ bà, ông nội, bà nội, ông ngoại, bà ngoại, quý ông,
quý bà, bà con ông, ông bà, cô giáo, thầy giáo, đồng chí, đồng đội, bác sĩ, bác sỹ, y sĩ, y sỹ,
chú em, bà lão, ông lão, tên, thằng
"""
# Relations and offices: after them only a word with a capital letter is a name ("hộ Thử").
_RELATIONS = """
hộ, con, bố, mẹ, cha, vợ, chồng, nhà, nàng, hộ gia đình, gia đình, hộ dân, chủ hộ, vợ chồng, con
trai, con gái, con dâu, con rể, con nuôi, con ruột, anh trai, anh rể, anh ruột, em trai, em gái,
em rể, em dâu, em ruột, chị gái, chị dâu, chị ruột, bố đẻ, mẹ đẻ, bố vợ, mẹ vợ, bố chồng, mẹ
chồng, cháu nội, cháu ngoại, cháu ruột, già làng, trưởng bản, trưởng thôn, trưởng xóm, trưởng
khu, trưởng ấp, trưởng buôn, trưởng tộc, trưởng họ, phó bản, phó trưởng bản, phó trưởng thôn, tổ
trưởng, tổ phó, thôn trưởng, bí thư, phó bí thư, chủ tịch, phó chủ tịch, bí thư chi bộ, công an
viên, y tá, giáo viên, ông giáo, bà giáo, bé, chủ đất, chủ quán, chủ rừng, cán bộ, thầy mo, thầy
cúng, công dân, người dân, người tố cáo, người khiếu nại, người kiến nghị, người phản ánh, người
làm chứng, người đại diện, người được ủy quyền, người ủy quyền, tên là, có tên, tên gọi là, gọi
là, họ tên, họ và tên, nguyên đơn, bị đơn, đương sự, nạn nhân, nhân chứng, luật sư, linh mục, mục
sư, đại đức, thượng tọa, hòa thượng, ni sư, sư thầy, đại tá, thượng tá, trung tá, thiếu tá, đại úy,
thượng úy, trung úy, thiếu úy, nghệ nhân, cựu chiến binh, thương binh, bệnh binh, giáo sư, tiến sĩ,
thạc sĩ, kỹ sư, kiến trúc sư, dược sĩ, đảng viên, giám đốc, phó giám đốc, hiệu trưởng, hiệu phó,
trưởng phòng, phó phòng, trưởng khoa, kế toán, thủ quỹ, thủ kho, thư ký, địa chính, công chức, xã
đội, xã đội trưởng, dân quân, kiểm lâm, khuyến nông, trưởng nhóm, nhóm trưởng, hội trưởng, chi hội
trưởng, đội trưởng, trưởng ban, phó ban, trưởng đoàn, hội viên, đoàn viên, xã viên, học sinh, sinh
viên, lái xe, bảo vệ, thợ xây, thợ mộc, bà chủ, ông chủ, cha xứ, ông trùm, mế, ké, ama, amí, bok
"""
# Abbreviated titles, written with a dot or a capital letter: "Ô. Thử", "Đ/c Thử".
_ABBREVIATIONS = """
ô: ông, b: bà, a: anh, c: chị, e: em, đc: đồng chí, đ/c: đồng chí, ô/b: ông bà, ôb: ông bà, o:
ông, mr: ông, ms: bà, mrs: bà, bs: bác sĩ, ths: ông, ts: ông, gđ: gia đình, v/c: vợ chồng, vc: vợ
chồng, cg: cô giáo, tg: thầy giáo
"""
# Between a form of address and a name, by birth in the family: "anh Hai Thử", "ông Tư Thử".
BIRTH_ORDER = frozenset(["cả", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út"])
ONLY_WITH_ACCENTS = frozenset(
    ["tên", "thầy", "gã", "lão", "nàng", "ngài", "mụ", "mệ", "mế", "ké", "ama", "amí", "bok"]
)


def _phrases(text: str) -> frozenset[str]:
    """Return the phrases between commas."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


def _pairs(text: str) -> dict[str, str]:
    pairs = (pair.split(":") for pair in text.split(","))
    return {short.strip(): " ".join(whole.split()) for short, whole in pairs}


FORMS_OF_ADDRESS = _phrases(_ADDRESS)  # NFC, small letters, with their accents; one or more words
RELATIONS = _phrases(_RELATIONS)
TITLE_ABBREVIATIONS = _pairs(_ABBREVIATIONS)  # abbreviation without its dot → title
TITLES = FORMS_OF_ADDRESS | RELATIONS

_FEMALE = _phrases("bà, chị, cô, dì, thím, mợ, mệ, mẹ")
_MALE = _phrases("ông, anh, chú, bác, cậu, dượng, bố, cha")


def _alternatives(phrases: frozenset[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)


_TITLE = re.compile(
    rf"(?:(?P<pair>ông\s*[/(]\s*bà\s*\)?|anh\s*[/(]\s*chị\s*\)?)"
    rf"|(?P<short>{_alternatives(frozenset(TITLE_ABBREVIATIONS))})(?P<dot>\s*\.|(?=\s))"
    rf"|(?P<title>{_alternatives(TITLES)})(?=[\s:.(]))\s*[:.]?\s*",
    re.IGNORECASE,
)


def split_title(text: str) -> tuple[str, str]:
    """Return (title, rest) of a text that begins with titles; ("", text) for one without.

    The title is the last one, in full and in small letters: ``split_title("Hộ Ô. Thử") == ("ông",
    "Thử")``. Accents count: "Hồ" and "Ba" are no titles. A title alone is not split off.
    """
    title, rest = "", unicodedata.normalize("NFC", text).strip()
    while True:
        match = _TITLE.match(rest)
        if match is None or not rest[match.end() :].strip() or not _is_title(match, rest):
            return title, rest
        words = match["title"] or TITLE_ABBREVIATIONS.get((match["short"] or "").casefold(), "")
        title = " ".join((words or "ông bà").casefold().split())
        rest = rest[match.end() :]


def _is_title(match: re.Match[str], text: str) -> bool:
    """Tell whether an abbreviation is a title: "A Páo" is a name, "A. Páo" may be one.

    One letter without a dot is a title only if it is no name: "Ô Thử".
    """
    short = match["short"]
    if short is None or "." in match["dot"]:
        return True
    return len(short) > 1 or short in "ÔôOo"


def is_female(title: str) -> bool | None:
    """Tell the sex that a title says: True for "bà", False for "ông", None for "cháu"."""
    words = set(title.split())
    if words & _FEMALE and words & _MALE:
        return None
    return True if words & _FEMALE else False if words & _MALE else None
