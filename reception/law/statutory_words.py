"""The law's Vietnamese words for kinds, reporters, fields, modes and outcomes, as on papers."""

from __future__ import annotations

from reception.domain.petition import PetitionField, PetitionKind
from reception.domain.visit import CopyState, Mode, Outcome

KIND_WORDS: dict[PetitionKind, str] = {
    PetitionKind.COMPLAINT: "Khiếu nại",
    PetitionKind.DENUNCIATION: "Tố cáo",
    PetitionKind.RECOMMENDATION: "Kiến nghị",
    PetitionKind.FEEDBACK: "Phản ánh",
    PetitionKind.RECOMMENDATION_OR_FEEDBACK: "Kiến nghị, phản ánh",
}

REPORTER_WORDS: dict[PetitionKind, str] = {
    PetitionKind.COMPLAINT: "người khiếu nại",
    PetitionKind.DENUNCIATION: "người tố cáo",
    PetitionKind.RECOMMENDATION: "người kiến nghị",
    PetitionKind.FEEDBACK: "người phản ánh",
    PetitionKind.RECOMMENDATION_OR_FEEDBACK: "người kiến nghị, phản ánh",
}

FIELD_WORDS: dict[PetitionField, str] = {
    PetitionField.LAND: "Đất đai",
    PetitionField.POLICY: "Chế độ, chính sách",
    PetitionField.CORRUPTION: "Tham nhũng",
    PetitionField.ADMINISTRATIVE: "Hành chính",
    PetitionField.JUDICIAL: "Tư pháp",
    PetitionField.OTHER: "Khác",
}

MODE_WORDS: dict[Mode, str] = {
    Mode.REGULAR: "tiếp thường xuyên",
    Mode.SCHEDULED_HEAD: "Thủ trưởng tiếp định kỳ",
    Mode.AD_HOC_HEAD: "Thủ trưởng tiếp đột xuất",
    Mode.DELEGATE: "Ủy quyền tiếp",
}

OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.ACCEPT: "Tiếp nhận, báo cáo",
    Outcome.GUIDE: "Hướng dẫn",
    Outcome.TRANSFER: "Chuyển đơn",
    Outcome.REPORT_UP: "Báo cáo chỉ đạo giải quyết",
    Outcome.EXPLAIN: "Giải thích",
    Outcome.REFUSE: "Từ chối tiếp",
}

COPY_STATE_WORDS: dict[CopyState, str] = {
    CopyState.ORIGINAL: "Bản gốc",
    CopyState.CERTIFIED: "Bản sao chứng thực",
    CopyState.PHOTOCOPY: "Bản phô tô",
}


def masked_label(kind: PetitionKind) -> str:
    """Return the label that replaces a reporter's name, e.g. ``[người tố cáo]``."""
    return f"[{REPORTER_WORDS[kind]}]"
