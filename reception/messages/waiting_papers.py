"""Sentences about papers that were asked for and not printed."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "waiting.unknown": (
        "Không tìm thấy tờ giấy này trong danh sách của bạn. Chưa đổi gì.",
        "This sheet is not in your list. Nothing was changed.",
    ),
    "waiting.settled": (
        "Tờ giấy này đã in hoặc đã bỏ, hoặc lượt tiếp đã huỷ. Chưa đổi gì; bấm F5 để xem lại.",
        "This sheet was printed or dropped already, or its visit was voided. Nothing was changed; "
        "press F5 to look again.",
    ),
    "waiting.ground": (
        "Chưa chọn vì sao bỏ. Chưa đổi gì; chọn một lý do trong danh sách.",
        "No ground was chosen. Nothing was changed; choose one of the list.",
    ),
    "waiting.reason": (
        "Chưa chọn vì sao làm lại giấy. Chưa đổi gì; chọn một lý do trong danh sách.",
        "No reason for another paper was chosen. Nothing was changed; choose one of the list.",
    ),
    "waiting.closed": ("Đóng bản xem trước", "The preview was closed"),
}
