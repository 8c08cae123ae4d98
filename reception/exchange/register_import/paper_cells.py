"""The cell of an identity paper: its number, with the zeros that a sheet loses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reception.domain.reporter import IdentityPaper, PaperKind
from reception.domain.text import fold

_CARD_DIGITS = 12
_OLD_CARD_DIGITS = 9
_PASSPORT = re.compile(r"[A-Za-z]\d{7,8}")
_NO_PAPER = {"khong", "khong co", "chua co", "ko", "-", "0", "x"}
ISSUED = re.compile(
    r"\s*[,;(\n]?\s*\b(?:(?i:ngày\s+cấp|nơi\s+cấp|cấp\s+ngày|cấp\s+tại)|cấp)\b[^,;\n)]*\)?"
)
LABEL = (
    r"(?:số\s+)?(?:thẻ\s+)?(?:cccd|cmnd|cmtnd|cmt|căn\s+cước(?:\s+công\s+dân)?|chứng\s+minh"
    r"(?:\s+(?:nhân\s+dân|thư))?|(?:số\s+)?định\s+danh(?:\s+cá\s+nhân)?|hộ\s+chiếu|số)"
    r"(?:\s*số)?\s*[:.]?\s*"
)
_LABEL_BEFORE = re.compile(rf"^{LABEL}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True, repr=False)
class PaperReading:
    """An identity paper, and how far its cell was understood."""

    paper: IdentityPaper
    zero_added: bool = False  # leading zeros of the number were restored
    is_unread: bool = False  # the form of the number is unknown
    is_unclear: bool = False  # the cell holds words that are no part of a number
    has_more: bool = False  # the cell says more than the number, e.g. the day of issue


def read_paper(text: str, is_number: bool) -> PaperReading:
    """Read a clean text; ``is_number`` tells that the sheet stores it as a number.

    A card number begins with the province code, 001 to 096: a sheet that stores it as a number
    loses up to two zeros. Nine digits are an old card (CMND), and so are eight stored as a number.
    """
    has_more = ISSUED.search(text) is not None
    bare = _LABEL_BEFORE.sub("", ISSUED.sub("", text)).strip(" ,;")
    number = re.sub(r"[\s.\-]", "", bare)
    if not number or fold(text) in _NO_PAPER:
        return PaperReading(IdentityPaper(), has_more=has_more)
    if not (number.isascii() and number.isdigit()):
        if _PASSPORT.fullmatch(number):
            paper = IdentityPaper(PaperKind.PASSPORT, number.upper())
            return PaperReading(paper, has_more=has_more)
        is_unclear = len(_WORD.findall(bare)) > 1
        paper = IdentityPaper(PaperKind.OTHER, bare)
        return PaperReading(paper, is_unread=True, is_unclear=is_unclear, has_more=True)
    paper, zero_added = _numbered(number, is_number)
    return PaperReading(paper, zero_added, has_more=has_more)


def _numbered(number: str, is_number: bool) -> tuple[IdentityPaper, bool]:
    if len(number) == _CARD_DIGITS:
        return IdentityPaper(PaperKind.NUMBER, number), False
    if len(number) == _CARD_DIGITS - 1 or (is_number and len(number) == _CARD_DIGITS - 2):
        return IdentityPaper(PaperKind.NUMBER, number.zfill(_CARD_DIGITS)), True
    if is_number and len(number) == _OLD_CARD_DIGITS - 1:
        return IdentityPaper(PaperKind.OTHER, number.zfill(_OLD_CARD_DIGITS)), True
    return IdentityPaper(PaperKind.OTHER, number), False
