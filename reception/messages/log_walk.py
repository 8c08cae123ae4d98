"""Sentences about the verification of the log after unlocking."""

SENTENCES: dict[str, tuple[str, str]] = {
    "log.walk_pending": (
        "Đang kiểm tra nhật ký, còn {remaining} mục. Thử lại sau ít giây; lượt tiếp thường vẫn "
        "ghi được.",
        "The log is being checked, {remaining} entries remain. Try again in a few seconds; "
        "ordinary visits can be saved meanwhile.",
    ),
    "log.walk_failed": (
        "Nhật ký có chỗ sai từ mục {seq}: không mở danh tính, không niêm phong đơn tố cáo, không "
        "ký quyền hay khoá. Báo ngay Trưởng ban. Đơn tố cáo thì nhận trên giấy, phần đã gõ còn "
        "trong bản nháp; lượt tiếp thường vẫn ghi được.",
        "Something is wrong in the log from entry {seq}: no identity is opened, no denunciation "
        "is sealed, no right or key is signed. Tell the board head now. Receive denunciations on "
        "paper, what was typed stays as a draft; ordinary visits can still be saved.",
    ),
    "log.walk_failed_head": (
        "Nhật ký có chỗ sai từ mục {seq}: không mở danh tính, không niêm phong đơn tố cáo, không "
        "ký quyền hay khoá, ở mọi người. Bạn là Trưởng ban: vào trang Nhật ký (Ctrl+7), nhấn F5, "
        "đọc từng chỗ, hỏi người liên quan rồi ký nhận để làm việc tiếp.",
        "Something is wrong in the log from entry {seq}: nobody opens an identity, seals a "
        "denunciation or signs a right or key. You are the board head: on the log page (Ctrl+7) "
        "press F5, read every place, ask the people concerned, then accept them to go on.",
    ),
}
