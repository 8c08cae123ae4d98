"""Sentences about requests to the head to reveal an identity."""

SENTENCES: dict[str, tuple[str, str]] = {
    "request.has_right": (
        "Tài khoản này mở được danh tính mà không cần xin. Chưa gửi gì. Bấm F9 ở lượt đó.",
        "This account may open identities without asking. Nothing was sent. Press F9 at the visit.",
    ),
    "request.asked": (
        "Đã có yêu cầu mở danh tính của lượt này đang chờ. Chưa gửi thêm gì. Chờ Trưởng ban trả "
        "lời, hoặc rút yêu cầu cũ.",
        "A request about this visit is waiting already. Nothing more was sent. Wait for the head, "
        "or withdraw the old one.",
    ),
    "request.ended": (
        "Yêu cầu này đã được trả lời, đã rút hoặc đã hết hạn. Chưa mở gì. Xin lại nếu vẫn cần.",
        "This request was answered, withdrawn or has expired. Nothing was opened. Ask again if it "
        "is still needed.",
    ),
    "request.was_granted": (
        "{who} đã duyệt yêu cầu này rồi. Bạn không phải làm gì thêm.",
        "{who} has approved this request already. There is nothing left to do.",
    ),
    "request.was_refused": (
        "{who} đã từ chối yêu cầu này rồi. Bạn không phải làm gì thêm.",
        "{who} has refused this request already. There is nothing left to do.",
    ),
    "request.for_others": (
        "Yêu cầu này do người khác trả lời: Trưởng ban với người đến thường, người giữ danh tính "
        "với người tố cáo. Chưa mở gì.",
        "Others answer this request: the head about ordinary reporters, a custodian about "
        "denouncers. Nothing was opened.",
    ),
    "request.visit_changed": (
        "Lượt này vừa được chuyển loại. Chưa gửi gì. Đọc lại sổ rồi bấm F9 lần nữa.",
        "This visit was reclassified just now. Nothing was sent. Read the register again and press "
        "F9 once more.",
    ),
    "request.no_custodian": (
        "Chưa ai được giao giữ danh tính người tố cáo nên không có người duyệt. Chưa gửi gì. Báo "
        "Trưởng ban giao việc này (Cài đặt, Tài khoản và quyền).",
        "Nobody has custody of denouncers' identities, so nobody can approve. Nothing was sent. "
        "Tell the head to give custody (Settings, Accounts and rights).",
    ),
    "request.words_name": (
        "Lời xin có thể nêu danh tính nên không hiện và không ghi vào nhật ký. Chưa mở gì. Duyệt "
        "hoặc từ chối theo căn cứ, như với mọi yêu cầu; đừng nói đoán đúng hay sai.",
        "The words may contain the identity, so they are neither shown nor logged. Nothing was "
        "opened. Approve or refuse by the ground, as any request; do not say whether a guess was "
        "right.",
    ),
    "request.note_tells": (
        "Lý do từ chối này cho người xin biết họ đoán đúng tên. Chưa ghi gì. Chọn lý do khác.",
        "This reason would tell the asker that a name was guessed. Nothing was recorded. Choose "
        "another one.",
    ),
    "notice.gone": (
        "Thông báo này đã có người xem. Bạn không phải làm gì thêm.",
        "Somebody has seen this notice already. There is nothing left to do.",
    ),
    "request.own": (
        "Người xin không tự duyệt được. Chưa mở gì. Nhờ người khác có quyền duyệt.",
        "Nobody approves their own request. Nothing was opened. Ask somebody else who may.",
    ),
    "request.not_yours": (
        "Đây là yêu cầu của người khác. Chưa mở gì. Chỉ người đã xin mở được.",
        "This is another person's request. Nothing was opened. Only the one who asked can open it.",
    ),
    "request.not_granted": (
        "Yêu cầu chưa được duyệt. Chưa mở gì. Chờ Trưởng ban trả lời.",
        "The request is not approved yet. Nothing was opened. Wait for the head's answer.",
    ),
    "request.key_gone": (
        "Khoá của yêu cầu này không còn trên máy nên không mở được nữa. Chưa mở gì. Xin lại.",
        "The key of this request is no longer on this machine. Nothing was opened. Ask again.",
    ),
    "request.forged": (
        "Yêu cầu này không khớp nhật ký và chữ ký của người xin. Chưa mở gì. Kiểm tra nhật ký và "
        "báo người quản trị.",
        "This request does not match the log and the asker's signature. Nothing was opened. "
        "Check the log and tell the administrator.",
    ),
    "request.unreadable": (
        "Không đọc được lý do của yêu cầu này: khoá niêm phong đã thay, yêu cầu được lập bằng bản "
        "phần mềm trước, hoặc lý do bị chép từ yêu cầu khác. Chưa mở gì. Trả lời không duyệt và "
        "nhờ xin lại.",
        "The words of this request cannot be read: the vault key was rotated, the request was "
        "made with an earlier version of the program, or its words were copied from another "
        "request. Nothing was opened. Refuse it and have it asked again.",
    ),
    "request.note.not_needed": (
        "Việc này không cần biết danh tính.",
        "This does not need the identity.",
    ),
    "request.note.words": (
        "Lý do đang nêu danh tính. Viết lại, đừng nêu tên, số, địa chỉ.",
        "The reason itself shows the identity. Write it without name, number or address.",
    ),
    "request.note.myself": (
        "Tôi sẽ tự làm việc này.",
        "I will do this myself.",
    ),
    "request.note.talk": (
        "Gặp tôi trước khi xin lại.",
        "Talk to me before asking again.",
    ),
}
