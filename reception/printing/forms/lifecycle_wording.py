"""Wording in the register book for events after a visit was sealed."""

from __future__ import annotations

import re
from datetime import date

from reception.domain.visit_lifecycle import AnswerChannel, VoidGround
from reception.printing.layout.paper_wording import short_day

_VOID = {
    VoidGround.ENTERED_TWICE: "ghi hai lần cùng một lượt",
    VoidGround.NOT_A_VISIT: "không phải lượt tiếp",
    VoidGround.WRONG_PERSON: "ghi nhầm người",
    VoidGround.OTHER: "lý do khác",
}
_CHANNEL = {
    AnswerChannel.IN_PERSON: "trực tiếp",
    AnswerChannel.HANDED: "bằng văn bản",
    AnswerChannel.LETTER: "bằng văn bản",
}
_DECREE = re.compile(r"Nghị định (\d+/\d+)/NĐ-CP")
LARGE_GROUP_NOTE = "Đoàn đông người"  # column 13; from five people
SEALED_CONTENT = "Nội dung niêm phong"  # to whoever may not read the visit
UNCHECKED = "[nội dung sửa sau niêm phong, chưa rà]"


def void_note(on: date, ground: VoidGround) -> str:
    """Return the note in column 13 of a voided visit: the day and the reason of the list."""
    return f"Đã huỷ {short_day(on)}: {_VOID[ground]}"


def late_note(entered_on: date) -> str:
    """Return the note in column 13 of a visit entered late."""
    return f"Ghi bổ sung ngày {short_day(entered_on)}"


def refusal_text(article: str, explanation: str) -> str:
    """Return what column 12 says of a refusal: its article, and what was explained."""
    told = f": {explanation}" if explanation else ""
    short = _DECREE.sub(r"NĐ \1", article)  # a column is narrow
    return f"{', '.join(filter(None, ('Từ chối', short)))}{told}"


def explanation_text(explanation: str) -> str:
    """Return what column 12 says of a matter that was settled before."""
    return f"Đã giải thích: {explanation}" if explanation else "Đã giải thích"


def due_note(due_on: date) -> str:
    """Return what column 12 says while a deadline runs."""
    return f"Hạn {short_day(due_on)}"


def answer_note(on: date, channel: AnswerChannel, document_number: str) -> str:
    """Return the note in column 12 of an answered visit."""
    number = f" số {document_number}" if document_number else ""
    return f"Đã trả lời {_CHANNEL[channel]}{number} ngày {short_day(on)}"
