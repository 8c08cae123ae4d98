"""Columns 9 to 13 of a register: marks, bodies with their documents, and the outcome."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reception.domain.text import fold
from reception.domain.visit import Outcome

_DOCUMENT = re.compile(
    r"[,;:\s(]*(?:\b(?:tại|theo|phiếu|giấy|văn bản|công văn|vb|cv|hướng dẫn|chuyển đơn)\s+){0,4}"
    r"\bsố\s*[:.]?\s*(\d[^\s,;()]*(?:\s*ngày\s[\d/.\-]+)?)\)?",
    re.IGNORECASE,
)
_MAX_MARK_LENGTH = 10
_MARKS = {"x", "v", "✓", "✔", "☑", "co", "1", "+"}
_NO_MARKS = {"", "khong", "0", "-", "ko"}


def split_document(text: str) -> tuple[str, str]:
    """Split "Sở Nội vụ, số 226/HD-BTCD" into the body and "226/HD-BTCD"."""
    match = _DOCUMENT.search(text)
    if match is None:
        return text, ""
    body = f"{text[: match.start()]} {text[match.end() :]}".strip(" ,;:()")
    return body, match[1].rstrip(".")


def read_mark(text: str) -> tuple[bool, str]:
    """Return whether a cell is marked, and its text if that is more than a mark."""
    if len(text) > _MAX_MARK_LENGTH:
        return True, text
    plain = fold(text).strip(" ().")
    if plain in _NO_MARKS:
        return False, ""
    return True, "" if plain in _MARKS else text


def outcome_of(own: bool, guided: bool, transferred: bool, text: str) -> Outcome | None:
    """Return the outcome from columns 9 to 11, else from ``text``, that of result and note.

    The office's own competence takes precedence, also where column 11 names a body; a transfer
    takes precedence over the guidance given with it.
    """
    if own:
        return Outcome.ACCEPT
    if transferred:
        return Outcome.TRANSFER
    if guided:
        return Outcome.GUIDE
    plain = fold(text)
    phrases: Sequence[tuple[str, Outcome]] = (
        ("tu choi", Outcome.REFUSE),
        ("giai thich", Outcome.EXPLAIN),
        ("huong dan", Outcome.GUIDE),
        ("chuyen don", Outcome.TRANSFER),
    )
    return next((outcome for phrase, outcome in phrases if phrase in plain), None)
