"""Cells written in capital letters, as they would be written otherwise."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ROMAN = {"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "TP", "TT", "TDP", "UBND"}
_SMALL = re.compile(
    r"(?:(?<=,)|(?<=, )|(?<=;)|(?<=; )|(?<=\n)|^)"
    r"\b(Xã|Phường|Thị Trấn|Thị Xã|Huyện|Tỉnh|Quận|Thành Phố|Bản|Tổ|Thôn|Khu|Xóm|Ấp|Khối)(?= )"
)
_GROUP = re.compile(r"\bVà (\d+) (Hộ|Người|Công Dân|Bà Con)\b")


def with_small_letters(text: str) -> str:
    """Return a text in capitals with capitalised words, but words such as "xã" in small letters."""
    named = _WORD.sub(lambda m: m[0] if m[0] in _ROMAN else m[0][0] + m[0][1:].lower(), text)
    return _GROUP.sub(_lower, _SMALL.sub(_lower, named))


def _lower(match: re.Match[str]) -> str:
    return match[0].lower()
