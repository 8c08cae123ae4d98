"""Sentences about papers with many names, and the head's approval of them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "approval.no_head": (
        "Sổ chưa có Trưởng ban để duyệt. Chưa mở gì. Nhờ người quản trị giao việc Trưởng ban.",
        "There is no head who could approve. Nothing was opened. Have a head appointed.",
    ),
    "approval.wrong_password": (
        "Mật khẩu Trưởng ban chưa đúng, đã ghi nhật ký. Chưa mở gì. Chờ {wait} giây rồi gõ lại.",
        "The head's password is wrong; this was logged. Nothing was opened. Wait {wait} seconds, "
        "then type it again.",
    ),
    "approval.wait": (
        "Vừa gõ sai mật khẩu Trưởng ban nên còn phải chờ {wait} giây. Chưa mở gì. Chờ rồi gõ lại.",
        "A wrong password was typed just now: {wait} seconds are left to wait. Nothing was "
        "opened. Wait, then type it again.",
    ),
    "bulk.nobody": (
        "Những ngày này không có tên nào để in. Chưa mở gì. Chọn khoảng ngày khác.",
        "These days have no name to print. Nothing was opened. Choose other days.",
    ),
    "bulk.choice_changed": (
        "Có người vừa chọn không còn trong danh sách (lượt đã huỷ, đã chuyển loại). Chưa mở gì. Mở "
        "lại danh sách rồi chọn lại.",
        "Somebody chosen is no longer in the list (a visit was voided or reclassified). Nothing "
        "was opened. Open the list again and choose again.",
    ),
    "bulk.nobody_chosen": (
        "Chưa chọn ai để in. Chưa mở gì. Đánh dấu ít nhất một mã.",
        "Nobody is chosen. Nothing was opened. Tick at least one code.",
    ),
    "bulk.period": (
        "Khoảng ngày chưa đúng: ngày đầu sau ngày cuối. Chưa mở gì. Chọn lại.",
        "The days are the wrong way round. Nothing was opened. Choose them again.",
    ),
    "bulk.reason_names": (
        "Lý do đang nêu danh tính của người có trong sổ nên đã dừng, không in. Viết lại lý do "
        "không nêu tên, số, địa chỉ.",
        "The reason shows the identity of somebody in the book, so it was stopped and nothing "
        "printed. Write it without name, number or address.",
    ),
    "bulk.dropped": (
        "Bỏ bản in có tên trước khi in: số in không có tờ giấy nào.",
        "A paper with names was given up before printing: its numbers have no paper.",
    ),
}
