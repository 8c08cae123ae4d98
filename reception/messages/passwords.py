"""Sentences about passwords, and phrases for their weaknesses that other sentences contain."""

SENTENCES: dict[str, tuple[str, str]] = {
    "password.old_wrong": (
        "Mật khẩu hiện tại chưa đúng. Chưa đổi gì. Gõ lại mật khẩu đang dùng.",
        "The present password is wrong. Nothing was changed. Type the one in use.",
    ),
    "password.same": (
        "Mật khẩu mới trùng mật khẩu hiện tại. Chưa đổi gì. Gõ mật khẩu khác.",
        "The new password is the present one. Nothing was changed. Type another.",
    ),
    "password.short": ("thiếu {count} ký tự", "{count} characters missing"),
    "password.has_name": ("có tên người hoặc tên cơ quan", "contains a name of a person or office"),
    "password.known": ("có từ ai cũng biết", "contains a word everybody knows"),
    "password.pattern": ("có dãy liền nhau hoặc lặp lại", "contains a run or a repetition"),
    "password.year": ("có ngày hoặc năm", "contains a date or a year"),
    "password.guessable": ("còn dễ đoán", "is still easy to guess"),
    "password.long": ("dài quá 1.000 ký tự", "is longer than 1,000 characters"),
}
