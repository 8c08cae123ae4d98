"""Names of papers as a citizen's copy shows them: without words for the kind of petition."""

from __future__ import annotations

import re
import unicodedata

from reception.domain.keyboard_codes import composed
from reception.domain.text import fold, nfc

_GAP = r"[\s.\-–/()'\"“”‘’]*"
_LOOKALIKES = {"o": "[o0]", "i": "[i1l]"}


def _spread(words: str) -> str:
    """Return a pattern of words whose letters may stand apart: "t ố c á o", "t.o c.a.o"."""
    letters = words.replace(" ", "")
    return _GAP.join(_LOOKALIKES.get(letter, letter) for letter in letters)


# tố cáo, khiếu nại, kiến nghị, phản ánh, khiếu tố
_SHORT = rf"(?:t{_GAP}c|k{_GAP}n|kg|p{_GAP}a|k{_GAP}t)"
# Patterns of the folded text: lower case, without accents, "_" as a space.
_LETTER = re.compile(rf"\b(?:d|don|don thu){_GAP}{_SHORT}(?:{_GAP}{_SHORT})*\b\.?(?:{_GAP}\d+)?")
_WORDS = re.compile(
    rf"\b(?:nguoi\s+)?(?:bi\s+)?(?:t{_GAP}cao|k{_GAP}nai|k{_GAP}nghi|p{_GAP}anh|nguoi\s+bi\s+to|bi\s+to|keu{_GAP}(?:oan|cuu|ca)"
    rf"|(?<!dieu )(?<!su )(?<!lay y )(?<!xin y )(?<!buu )(?<!linh )kien"
    rf"|de{_GAP}(?:nghi|xuat)|gop{_GAP}y|thac{_GAP}mac|thua{_GAP}kien"
    rf"|phan{_GAP}(?:doi|bac|nan)|vach{_GAP}(?:tran|mat|toi)|lat{_GAP}tay|phanh{_GAP}phui"
    rf"|boc{_GAP}(?:tran|phot)|len{_GAP}an)\b"
)
_SPREAD_WORDS = (
    "to cao",
    "to giac",
    "khieu nai",
    "khieu to",
    "khieu kien",
    "khoi kien",
    "kien nghi",
    "phan anh",
    "trinh bao",
    "keu cuu",
    "keu oan",
    "cau cuu",
    "minh oan",
    "cao buoc",
    "cao giac",
    "buoc toi",
)
_SPREAD = re.compile(
    rf"\b(?:nguoi\s+)?(?:bi\s+)?(?:{'|'.join(_spread(words) for words in _SPREAD_WORDS)})\b"
)
_SHORT_FORMS = re.compile(
    rf"\b(?:{_SHORT}(?:{_GAP}{_SHORT})+|{_SHORT}{_GAP}\d{{2,}}|t{_GAP}c|k{_GAP}n)\b\.?"
)
# Words of a procedure that one kind alone has, or that say what somebody is accused of: a complaint
# is settled "lần đầu" and "lần hai" and may be brought by proxy, a denouncer asks for protection.
_PROCEDURE = re.compile(
    r"\b(?:lan\s+(?:dau|hai|ba|cuoi|thu\s+\w+|\d+|[iv]+)|(?:(?:khong\s+)?thu\s+ly|giai\s+quyet|xac\s+minh)"
    r"|(?:(?:yeu\s+cau|de\s+nghi|xin)\s+)?(?:duoc\s+)?(?:ap\s+dung\s+)?(?:bien\s+phap\s+)?bao\s+ve"
    r"|(?:de\s+nghi\s+|xin\s+|yeu\s+cau\s+)?(?:giu\s+(?:kin|bi\s+mat)|bi\s+mat)"
    r"(?:\s+(?:danh\s+tinh|thong\s+tin|ho\s+ten|ten))?"
    r"|nac\s+danh|giau\s+ten|mao\s+danh|doi\s+thoai|rut(?:\s+don)?|uy\s+quyen"
    r"|bang\s+chung|chung\s+cu|tham\s+nhung|tham\s+o|(?:(?:nhan|dua|doi|vu)\s+)*hoi\s+lo|sai\s+pham|lap\s+khong"
    r"|tra\s+thu|tru\s+dap|tran\s+ap|de\s+doa|\d+/kl[-\w]*|toi\s+pham|tieu\s+cuc|lam\s+thu|nhung\s+nhieu|quan\s+lieu|chiem\s+doat|lam\s+quyen|bao\s+che|hanh\s+vi|vi\s+pham(?!\s+hanh\s+chinh))\b"
)
_CONCLUSION = re.compile(r"^(?:ban\s+)?ket\s+luan(?:\s+noi\s+dung)?$")
# "tố" alone after a word for a letter; folded it could also be "tổ" or "tờ".
_ALONE = re.compile(
    r"(?<=đơn)\s+tố\b(?!\s+tụng)|(?<=thư)\s+tố\b|(?<=\bdon)\s+to\b"
    r"|(?<=đơn)\s+thưa\b|(?<=\bdon)\s+thua\b(?!\s+lo)|(?<=trình)\s+tố\b|(?<=bản)\s+tố\b(?!\s+tụng)|\bngười\s+tố\b",
    re.IGNORECASE,
)
_KEYS = re.compile(r"[^\W_]+")
_NOUGHT = re.compile(r"(?<=[a-z])0|0(?=[a-z])")  # "t0 ca0"
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]|“\s*”|\"\s*\"")
_LONE_SIGNS = re.compile(r"\s+[)'\"”’]+$")  # what is left of "tố (cáo)"
_EDGES = " ,;.-–:/_"
_NAMELESS = "Giấy tờ"


def neutral_paper_name(name: str) -> str:
    """Return the name of a paper without words that show the kind: "Đơn tố cáo" becomes "Đơn".

    Words are found with and without accents, with their letters apart ("t ố c á o"), and as
    abbreviations such as "Đ.TC" and "KNTC"; so are words of a procedure that only one kind has,
    such as "lần hai". A name of which nothing remains becomes "Giấy tờ".
    """
    text = "".join(char for char in nfc(name) if unicodedata.category(char) != "Cf")
    text = " ".join(text.split())
    meant = _KEYS.sub(lambda match: composed(match[0]) or match[0], text)
    if meant != text and _neutral(meant) != meant:  # "Toos caos", typed without an input method
        text = meant
    return _neutral(text) or _NAMELESS


def _neutral(text: str) -> str:
    while True:
        shorter = _without_kind(text)
        if shorter == text:  # else the words on both sides may form another one
            return text
        text = shorter


def _without_kind(text: str) -> str:
    folded = _NOUGHT.sub("o", "".join(_folded_character(char) for char in text))
    for pattern, place, new in (
        (_LETTER, folded, "Đơn"),
        (_SPREAD, folded, ""),
        (_WORDS, folded, ""),
        (_SHORT_FORMS, folded, ""),
        (_PROCEDURE, folded, ""),
        (_CONCLUSION, folded, ""),
        (_ALONE, text, ""),
    ):
        match = pattern.search(place)
        if match is not None:
            text = text[: match.start()] + new + text[match.end() :]
            break
    text = _LONE_SIGNS.sub("", _EMPTY_BRACKETS.sub("", text))
    return " ".join(text.split()).strip(_EDGES)


def _folded_character(char: str) -> str:
    """Return one character for one, so that places in the folded text are those of the text."""
    if char == "_":
        return " "
    folded = fold(unicodedata.normalize("NFKC", char))
    return folded if len(folded) == 1 else " "
