"""The cells that the preview may show: those with the form of their column, never free text.

In a row shifted by one column a name is in the column of the day or the kind, and the row's own
identity is unknown. So a cell is shown only if its text has the form of its column; that no
name is found in it would not be enough.
"""

from __future__ import annotations

import re

from reception.domain.text import fold
from reception.exchange.register_import.column_headings import Column

HIDDEN = "…"
_MAX_DAY_DIGITS = 8  # a phone number has 10, an old identity number 9
_NUMBER = re.compile(r"\d{1,6}(\s?[./-]\s?\d{1,4})?\s?[A-Za-z]?[.)]?")
_DAY = re.compile(r"[\d\s./:,-]{1,24}")
_DAY_WORDS = re.compile(r"\b(ngày|tháng|năm)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\d{0,6}\s*(người|ng|công dân|cd|hộ|hộ dân|nhân khẩu|lượt|nhiều|không rõ)?\.?", re.IGNORECASE
)
# Terms of two syllables, or abbreviations: a single syllable may be a name.
_PHRASES = re.compile(
    r"\b(?:khieu nai|to cao|kien nghi|phan anh|de nghi|thuong xuyen|dinh ky|dot xuat|lanh dao"
    r"|truong ban|uy quyen|tiep cong dan|tiep dan|cong dan|truc tiep|truc tuyen|qua mang"
    r"|qua dien thoai|dien thoai|qua buu dien|buu dien|hoi che do|che do|hoi thu tuc|thu tuc"
    r"|tranh chap|dat dai|nguoi|don|knpa|kn|tc|pa|kg|tx|dk|dx|uq|va|hoac)\b"
)
_WITH_ACCENTS = {"don": "đơn", "va": "và", "nguoi": "người", "hoac": "hoặc"}  # Đôn, Vã are names
_SEPARATORS = re.compile(r"[\s,;/&+().-]+")


def masked_cell(column: Column, text: str) -> str:
    """Return the text of a cell if the preview may show it, else "…"."""
    if not text or column.identifies:
        return ""
    if column is Column.NUMBER:
        fits = _NUMBER.fullmatch(text) is not None
    elif column is Column.DATE:
        plain = _DAY_WORDS.sub(" ", text)
        digits = sum(1 for char in plain if char.isdigit())
        fits = digits <= _MAX_DAY_DIGITS and _DAY.fullmatch(plain) is not None
    elif column in (Column.PEOPLE, Column.SAME_CONTENT):
        fits = _PEOPLE.fullmatch(text) is not None
    elif column is Column.KIND_PEOPLE:
        words = re.sub(r"\d{1,6}", " ", text, count=1)
        fits = not any(char.isdigit() for char in words) and _is_phrases(words)
    elif column in (Column.KIND, Column.MODE):
        fits = _is_phrases(text)
    else:
        fits = False
    return text if fits else HIDDEN


def _is_phrases(text: str) -> bool:
    """Tell whether a text consists only of terms that offices use for kinds and modes."""
    written = set(_SEPARATORS.split(text.casefold()))
    for plain, accented in _WITH_ACCENTS.items():
        if any(fold(word) == plain and word not in (plain, accented) for word in written):
            return False
    other_words = _PHRASES.sub(" ", _SEPARATORS.sub(" ", fold(text)))
    return not other_words.strip()
