"""Sentences about log entries that wrote what they may not, and rows that follow from no entry."""

from __future__ import annotations

_NOT_TRUSTED = "Không tin bản ghi này; báo Trưởng ban, so với giấy đã in và bản sao lưu."
_NOT_TRUSTED_ENGLISH = (
    "Do not rely on this record; tell the board head, compare it with printed papers and a backup."
)


def _pair(vietnamese: str, english: str) -> tuple[str, str]:
    """Return the sentences, each followed by what to do."""
    return f"{vietnamese} {_NOT_TRUSTED}", f"{english} {_NOT_TRUSTED_ENGLISH}"


SENTENCES: dict[str, tuple[str, str]] = {
    "act.unknown": _pair(
        "Mục {seq} của {actor} ghi một việc mà chương trình này không có ({act}).",
        "Entry {seq} by {actor} records an act that this program does not have ({act}).",
    ),
    "act.table": _pair(
        "Mục {seq} ({act}, {actor}) đã thêm, sửa hoặc xoá {table} {key}; việc này không được làm "
        "như vậy.",
        "Entry {seq} ({act}, {actor}) added, changed or deleted {table} {key}, which this act may "
        "not do.",
    ),
    "act.subject": _pair(
        "Mục {seq} ({act}, {actor}) nói về một đối tượng không hợp với việc này{record}.",
        "Entry {seq} ({act}, {actor}) is about something that does not fit this act{record}.",
    ),
    "act.owner": _pair(
        "Mục {seq} ({act}, {actor}) đã ghi {table} {key} của lượt hoặc của người khác.",
        "Entry {seq} ({act}, {actor}) wrote {table} {key} of another visit or person.",
    ),
    "act.companion": _pair(
        "Mục {seq} ({act}, {actor}) thiếu bản ghi mà việc này phải ghi kèm{record}.",
        "Entry {seq} ({act}, {actor}) lacks a record that belongs to this act{record}.",
    ),
    "act.right": _pair(
        "Mục {seq} ({act}): khi đó {actor} không có quyền làm việc này.",
        "Entry {seq} ({act}): {actor} did not have the right to do this at that time.",
    ),
    "act.actor_inactive": _pair(
        "Mục {seq} ({act}): khi đó tài khoản của {actor} đã ngừng.",
        "Entry {seq} ({act}): the account of {actor} was not active at that time.",
    ),
    "act.old_key": _pair(
        "Mục {seq} ({act}): {actor} ký bằng khoá cũ, đã thay trước đó.",
        "Entry {seq} ({act}): {actor} signed with an old key that had been replaced before.",
    ),
    "act.approval": _pair(
        "Mục {seq} ({act}, {actor}) không có chữ ký duyệt đúng của Trưởng ban, hoặc dùng lại chữ "
        "ký cũ.",
        "Entry {seq} ({act}, {actor}) has no valid approval by the board head, or uses an old one "
        "again.",
    ),
    "state.voided": _pair(
        "Lượt {key}: dấu huỷ khác với nhật ký.",
        "Visit {key}: the log does not say that it is voided, or not voided.",
    ),
    "state.kind": _pair(
        "Lượt {key}: loại đơn, mã người đến hoặc mức bảo vệ khác với nhật ký.",
        "Visit {key}: its kind, code or protection is not what the log says.",
    ),
    "state.officer": _pair(
        "Lượt {key}: người tiếp khác với người đã ghi lượt này trong nhật ký.",
        "Visit {key}: the officer is not the person who entered it by the log.",
    ),
    "state.day": _pair(
        "Lượt {key}: ngày tiếp khác với nhật ký.",
        "Visit {key}: the day is not what the log says.",
    ),
    "state.hour": _pair(
        "Lượt {key}: giờ tiếp còn trong sổ mà không được giữ: lượt được bảo vệ, ghi bổ sung, hoặc "
        "đã qua ngày.",
        "Visit {key}: its hour is still kept and must not be: it is protected, was entered late, "
        "or its day is over.",
    ),
    "state.hour_deleted": _pair(
        "Lượt {key}: mục {seq} ({act}, {actor}) xoá giờ tiếp trước khi hết ngày tiếp.",
        "Visit {key}: entry {seq} ({act}, {actor}) deleted its hour before its day was over.",
    ),
    "state.progress": _pair(
        "Lượt {key}: tình trạng xử lý không theo kết quả xử lý đơn và trả lời đã ghi.",
        "Visit {key}: its progress does not follow from the outcome and the recorded answer.",
    ),
    "state.answer": _pair(
        "Lượt {key}: trả lời khác với nhật ký.",
        "Visit {key}: the answer is not what the log says.",
    ),
    "state.due": _pair(
        "Lượt {key}: hạn trả lời khác với các thời hạn còn mở.",
        "Visit {key}: its due day is not that of its open deadlines.",
    ),
    "state.code": _pair(
        "Lượt {key} đã huỷ mà mã tra cứu vẫn dùng được.",
        "Visit {key} is voided, but a return code still finds it.",
    ),
    "state.event": _pair(
        "Sự việc {key} của lượt khác với mục {seq} ({act}, {actor}) đã ghi nó.",
        "Event {key} of a visit is not that of entry {seq} ({act}, {actor}), which wrote it.",
    ),
    "state.request": _pair(
        "Yêu cầu mở danh tính {key}: người xin hoặc trạng thái khác với nhật ký.",
        "Request {key} to open an identity: its asker or state is not what the log says.",
    ),
    "state.reader": _pair(
        "Lượt {key} giao đọc: người giao hoặc người nhận khác với mục {seq} của nhật ký.",
        "Visit {key} was handed on by or to somebody else than entry {seq} says.",
    ),
    "state.paper": _pair(
        "Tờ giấy {key} không còn như mục nhật ký đã ghi về nó (yêu cầu, đã in, đã bỏ).",
        "The sheet {key} is no longer what the entries about it say (asked, printed, dropped).",
    ),
    "state.print": _pair(
        "Số in {key}: người in hoặc nội dung khác với mục {seq}.",
        "Print number {key}: its person or subject is not that of entry {seq}.",
    ),
    "state.value": _pair(
        "Giá trị {key} của sổ khác với nhật ký.",
        "The value {key} of the register is not what the log says.",
    ),
    "state.file": _pair(
        "Chỉ mục trong tệp sổ không khớp với dữ liệu, nên có thể che bớt bản ghi.",
        "An index in the register's file does not match its data and could hide records.",
    ),
    "number.gap": _pair(
        "Dãy số bị hở trước {table} {key}.", "Numbers are missing before {table} {key}."
    ),
    "number.code": _pair(
        "Số cuối đã cấp của dãy mã {key} bị lùi; một mã cũ có thể bị cấp lại.",
        "The last number given in the series of codes {key} was set back; an old code could be "
        "given again.",
    ),
}
