"""What the officer writes by hand on a citizen's copy, as a sentence for the print preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.appearance import display_format

if TYPE_CHECKING:
    from reception.services.papers.print_log import WrittenByHand

translate = QCoreApplication.translate


def written_by_hand_text(by_hand: WrittenByHand) -> str:
    """Return what is written by pen on a receipt, a return slip or a notice of refusal."""
    if by_hand.matter_and_reason:
        return translate(
            "PaperDesk", "To write by pen: the matter and the reason, as on the file's copy"
        )
    parts = []
    if by_hand.copies is not None:
        parts.append(translate("PaperDesk", "the hour"))
        parts.append(translate("PaperDesk", "{count} copies").format(count=f"{by_hand.copies:02d}"))
    if by_hand.answer_day is not None:
        day = display_format.day(by_hand.answer_day)
        parts.append(translate("PaperDesk", "answer by {day}").format(day=day))
    else:
        parts.append(translate("PaperDesk", "no answer is due"))
    return translate("PaperDesk", "To write by pen: {parts}").format(parts=", ".join(parts))
