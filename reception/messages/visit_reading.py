"""Sentences about who may read a denunciation."""

SENTENCES: dict[str, tuple[str, str]] = {
    "reader.ordinary": (
        "Lượt này không phải tố cáo: ai ghi lượt tiếp đều đọc được, không cần giao. Sổ không đổi.",
        "This visit is no denunciation: whoever receives people can read it. Nothing was changed.",
    ),
    "reader.closed": (
        "Lượt này đã xong, không giao đọc nữa. Sổ không đổi.",
        "This visit is closed and is not handed on any more. Nothing was changed.",
    ),
    "reader.nobody": (
        "Chọn một cán bộ đang làm việc, có quyền ghi lượt tiếp, chưa có quyền đọc mọi đơn tố cáo. "
        "Sổ không đổi.",
        "Choose an active officer who receives people and does not read every denunciation "
        "already. Nothing was changed.",
    ),
    "reader.no_roster": (
        "Sổ này chưa có danh sách người dùng có ký nên chưa giao đọc được. Trưởng ban mở sổ một "
        "lần để lập danh sách, rồi giao lại.",
        "This register has no signed roster yet, so nothing can be handed on. The board head opens "
        "the register once to start it; then hand the visit on again.",
    ),
    "reader.not_handed_on": (
        "Lượt này hiện không giao cho ai đọc. Sổ không đổi.",
        "This visit is not handed to anybody at present. Nothing was changed.",
    ),
}
