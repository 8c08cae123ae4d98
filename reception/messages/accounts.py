"""Sentences about accounts, rights, custody of denouncers' identities, and offboarding."""

SENTENCES: dict[str, tuple[str, str]] = {
    "accounts.head_only": (
        "Chỉ Trưởng ban ký được việc này. Chưa đổi gì. Làm trong phiên của Trưởng ban.",
        "Only the board head can sign this. Nothing was changed. Do it in the head's session.",
    ),
    "accounts.head_password": (
        "Mật khẩu của Trưởng ban {name} chưa đúng, chờ {wait} giây. Chưa đổi gì. Gõ lại.",
        "This is not the password of the head, {name}: wait {wait} s. Nothing was changed. "
        "Type it again.",
    ),
    "accounts.head_wait": (
        "Vừa gõ sai mật khẩu của Trưởng ban {name}, còn phải chờ {wait} giây. Chưa đổi gì. Chờ "
        "rồi gõ lại.",
        "A wrong password of the head, {name}, was typed just now: {wait} seconds are left to "
        "wait. Nothing was changed. Wait, then type it again.",
    ),
    "accounts.sentence_short": (
        "Câu nói rõ vì sao cần ít nhất {least} ký tự. Chưa đổi gì.",
        "The sentence that says why needs at least {least} characters. Nothing was changed.",
    ),
    "accounts.no_half": (
        "Phiên này không có khoá để trao. Chưa đổi gì. Làm trong phiên của người đang giữ danh "
        "tính; nếu không còn ai giữ, chỉ hai tờ khôi phục mở được.",
        "This session has no key to hand on. Nothing was changed. Do it in the session of somebody "
        "who holds it; if nobody does any more, only two recovery sheets open it.",
    ),
    "accounts.one_head": (
        "Sổ chỉ có một Trưởng ban. Chưa thêm ai. Chọn vai trò khác.",
        "A register has one board head. Nobody was added. Choose another role.",
    ),
    "accounts.unknown": (
        "Không còn thấy người này trong sổ. Chưa đổi gì. Mở lại trang này.",
        "This person is not in the register any more. Nothing was changed. Open this page again.",
    ),
    "accounts.head_stays": (
        "Không làm việc này với Trưởng ban hoặc với chính mình. Chưa đổi gì.",
        "This cannot be done to the board head or to oneself. Nothing was changed.",
    ),
    "accounts.shut_out": (
        "{name} đang tạm ngừng hoặc đã rời sổ. Chưa đổi gì. Cho mở lại trước.",
        "{name} is suspended or offboarded. Nothing was changed. Lift the suspension first.",
    ),
    "accounts.left": (
        "{name} đã rời sổ, khoá không còn. Chưa đổi gì. Nếu trở lại làm việc, thêm tài khoản mới.",
        "{name} is offboarded and has no keys. Nothing was changed. Add a new account instead.",
    ),
    "accounts.changed_meanwhile": (
        "Quyền của {name} vừa được đổi ở nơi khác. Chưa đổi thêm gì. Xem lại bảng rồi làm tiếp.",
        "The rights of {name} were changed elsewhere just now. Nothing more was changed. Look at "
        "the table again.",
    ),
    "accounts.head_keeps": (
        "Trưởng ban phải giữ quyền quản lý tài khoản và quyền mở người đến thường. Chưa đổi gì.",
        "The head must keep the rights to manage accounts and to reveal. Nothing was changed.",
    ),
    "accounts.last_custodian": (
        "Không ai khác mở được danh tính người tố cáo, mật khẩu mới sẽ làm mất khoá ấy. Chưa đổi "
        "gì. Lập tờ khôi phục hoặc giao cho người khác trước.",
        "Nobody else opens denouncers' identities: a new password would lose their key. Nothing "
        "was changed. Make the recovery sheets, or give custody to somebody else first.",
    ),
    "custody.nobody": (
        "Chưa ai giữ danh tính người tố cáo",
        "Nobody holds denouncers' identities",
    ),
    "custody.one": (
        "Chỉ một người giữ danh tính người tố cáo",
        "One person alone holds denouncers' identities",
    ),
    "custody.many": (
        "Quá ba người giữ danh tính người tố cáo",
        "More than three hold denouncers' identities",
    ),
    "custody.no_witness": (
        "Không ai khác được báo khi {name} tự mở danh tính người tố cáo",
        "Nobody else is told when {name} opens a denouncer alone",
    ),
    "readers.nobody": (
        "Không còn ai đọc được nội dung tố cáo",
        "Nobody reads denunciations any more",
    ),
    "readers.changed_meanwhile": (
        "Danh sách người đọc tố cáo vừa thay đổi. Chưa ghi gì. Mở lại việc này rồi xem lại.",
        "Who reads denunciations has changed meanwhile. Nothing was recorded. Open this item again "
        "and look once more.",
    ),
    "custody.has_it": (
        "{name} đã giữ danh tính người tố cáo. Chưa đổi gì.",
        "{name} already holds denouncers' identities. Nothing was changed.",
    ),
    "custody.has_none": (
        "{name} không giữ danh tính người tố cáo. Chưa đổi gì.",
        "{name} does not hold denouncers' identities. Nothing was changed.",
    ),
    "custody.last": (
        "{name} là người duy nhất còn giữ danh tính người tố cáo. Chưa đổi gì. Giao cho người "
        "khác trước.",
        "{name} is the only one who holds denouncers' identities. Nothing was changed. Give "
        "custody to somebody else first.",
    ),
    "custody.nothing": (
        "Không có việc nào chờ người giữ danh tính. Chưa đổi gì.",
        "There is no task for a custodian. Nothing was changed.",
    ),
    "leaving.begun": (
        "{name} đã rời sổ hoặc đang được cho rời sổ. Chưa đổi thêm gì. Làm tiếp các bước còn lại.",
        "{name} is offboarded, or nearly so. Nothing more was changed. Do the remaining steps.",
    ),
    "leaving.not_begun": (
        "Việc cho rời sổ này đã xong hoặc chưa bắt đầu. Chưa đổi gì. Mở lại trang này.",
        "This offboarding is done or was not begun. Nothing was changed. Open this page again.",
    ),
    "leaving.last_custodian": (
        "{name} là người duy nhất mở được danh tính người tố cáo, chưa có tờ khôi phục. Chưa đổi "
        "gì. Giao cho người khác trước.",
        "{name} alone opens denouncers' identities and there are no recovery sheets. Nothing was "
        "changed. Give custody to somebody else first.",
    ),
    "backup.not_old": (
        "Bản sao lưu này không nằm trong danh sách phải huỷ. Chưa xoá gì. Mở lại danh sách.",
        "This backup is not on the list of those to be destroyed. Nothing was removed.",
    ),
}
