"""Sentences about revealing an identity."""

SENTENCES: dict[str, tuple[str, str]] = {
    "reveal.unknown_reason": (
        "Chưa chọn căn cứ. Chọn một căn cứ trong danh sách.",
        "No reason is chosen. Choose one from the list.",
    ),
    "reveal.reason_short": (
        "Lý do cụ thể cần ít nhất {least} ký tự. Ghi rõ mở để làm gì.",
        "The reason needs at least {least} characters. Say what the name is needed for.",
    ),
    "reveal.reason_names": (
        "Lý do đang có danh tính người đến nên không ghi vào nhật ký được. Chưa mở gì. Viết lại "
        "lý do không nêu tên, số, địa chỉ.",
        "The reason itself shows the person's identity, so it cannot go into the log. Nothing was "
        "opened. Write it without name, number or address.",
    ),
    "reveal.no_part": (
        "Chưa chọn phần cần mở. Đánh dấu ít nhất một phần.",
        "No part is chosen. Tick at least one.",
    ),
    "reveal.no_visit": (
        "Không có lượt này trong sổ. Chưa mở gì. Đọc lại sổ rồi chọn lượt.",
        "There is no such visit. Nothing was opened. Read the register again and choose a visit.",
    ),
    "reveal.denouncer": (
        "Danh tính người tố cáo, người xin giữ bí mật không dùng được cho việc này. Chưa mở gì. "
        "Bấm F9 ở lượt đó để xin người giữ danh tính.",
        "The identity of a denouncer, or of somebody who asked for protection, cannot be used for "
        "this. Nothing was opened. Press F9 at the visit to ask a custodian.",
    ),
    "reveal.ordinary": (
        "Lượt này không còn do người giữ danh tính giữ riêng. Chưa mở gì. Đọc lại sổ rồi bấm F9.",
        "This visit's identity is no longer held by custodians alone. Nothing was opened. Read the "
        "register again and press F9.",
    ),
    "reveal.still_open": (
        "Danh tính này vừa được mở, chưa hết 60 giây. Chưa mở thêm gì. Chờ {wait} giây rồi mở lại.",
        "This identity was opened less than sixty seconds ago. Nothing more was opened. Wait "
        "{wait} seconds, then open it again.",
    ),
    "own_password.wrong_password": (
        "Mật khẩu của bạn chưa đúng, đã ghi nhật ký. Chưa mở gì. Chờ {wait} giây rồi gõ lại.",
        "Your password is wrong; this was logged. Nothing was opened. Wait {wait} seconds, then "
        "type it again.",
    ),
    "own_password.wait": (
        "Vừa gõ sai mật khẩu nên còn phải chờ {wait} giây. Chưa mở gì. Chờ rồi gõ lại.",
        "A wrong password was typed just now: {wait} seconds are left to wait. Nothing was opened. "
        "Wait, then type it again.",
    ),
    "reveal.no_key": (
        "Tài khoản này chưa giữ khoá mở danh tính của lượt này. Chưa mở gì. Nhờ Trưởng ban cấp "
        "quyền mở, hoặc nhờ người có quyền.",
        "This account holds no key to this visit's identity. Nothing was opened. Ask the head for "
        "the right, or somebody who has it.",
    ),
    "reveal.seal_changed": (
        "Niêm phong của lượt này không khớp nhật ký nên không mở. Chưa mất gì. Kiểm tra nhật ký "
        "(Sổ tiếp công dân, Việc khác) và báo người quản trị.",
        "The seal of this visit does not match the log, so it was not opened. Nothing is "
        "lost. Check the log (Register, More) and tell the administrator.",
    ),
    "letter.empty": (
        "Thư chưa có nội dung. Chưa mở gì. Viết nội dung rồi lập lại.",
        "The letter has no text yet. Nothing was opened. Write it, then make it again.",
    ),
    "letter.too_long": (
        "Thư dài quá {most} ký tự. Chưa mở gì. Rút ngắn rồi lập lại.",
        "The letter is longer than {most} characters. Nothing was opened. Shorten it.",
    ),
    "letter.denouncer_code": (
        "Thư đang nêu mã của một tố cáo. Chưa mở gì. Bỏ mã TC khỏi thư: tên người nhận và mã tố "
        "cáo không được nằm trên cùng một tờ.",
        "The letter has the code of a denunciation. Nothing was opened. Take the TC code out: a "
        "name and such a code must not be on one sheet.",
    ),
    "letter.names_others": (
        "Thư nêu tên người khác trong lượt này. Chưa lập thư. Bỏ tên đó, hoặc đánh dấu là đúng ý "
        "rồi lập lại.",
        "The letter names others of this visit. No letter was made. Take the name out, or tick "
        "that it is meant, then make it again.",
    ),
}
