"""Sentences about the working calendar."""

SENTENCES: dict[str, tuple[str, str]] = {
    "calendar.already_working": (
        "Ngày này vốn là ngày làm việc. Chưa đổi gì. Chọn Hoán đổi hoặc Nghỉ lễ.",
        "This is a working day already. Nothing was changed. Choose a swap or a holiday.",
    ),
    "calendar.already_off": (
        "Ngày này vốn đã nghỉ. Chưa đổi gì. Chọn Làm việc, hoặc sửa một ngày làm việc.",
        "This day is off already. Nothing was changed. Choose Working, or edit a working day.",
    ),
    "calendar.made_up_missing": (
        "Chưa có ngày làm bù. Chưa đổi gì. Nhập ngày nghỉ sẽ đi làm thay.",
        "The day worked instead is missing. Nothing was changed. Enter a day off.",
    ),
    "calendar.made_up_works": (
        "Ngày làm bù vốn là ngày làm việc. Chưa đổi gì. Chọn một ngày nghỉ.",
        "The day worked instead is a working day already. Nothing was changed. Choose a day off.",
    ),
    "calendar.document_missing": (
        "Chưa có số văn bản. Chưa đổi gì. Nhập số văn bản công bố ngày này.",
        "The document's number is missing. Nothing was changed. Enter the number of the "
        "announcement.",
    ),
    "calendar.text_long": (
        "Số văn bản dài quá {most} chữ. Chưa đổi gì. Viết ngắn lại.",
        "The document's number is longer than {most} characters. Nothing was changed. Shorten it.",
    ),
    "calendar.too_far": (
        "Chỉ sửa được lịch năm {first} đến năm {last}. Chưa đổi gì.",
        "Only the years {first} to {last} can be edited. Nothing was changed.",
    ),
    "calendar.moved_meanwhile": (
        "Danh sách hạn vừa thay đổi. Chưa lưu gì. Xem lại danh sách rồi lưu.",
        "The list of deadlines has changed meanwhile. Nothing was saved. Look again, then save.",
    ),
}
