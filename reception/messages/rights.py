"""Names of the rights of a member."""

SENTENCES: dict[str, tuple[str, str]] = {
    "right.receive": ("Ghi lượt tiếp", "Enter visits"),
    "right.read_denunciation": ("Đọc nội dung tố cáo", "Read denunciations"),
    "right.reveal": ("Mở người đến thường", "Open ordinary reporters"),
    "right.custody": ("Giữ danh tính tố cáo", "Hold denouncers' identities"),
    "right.report": ("Ký giấy, báo cáo", "Make reports"),
    "right.import": ("Nhập sổ cũ", "Import old registers"),
    "right.verify": ("Soát nhật ký", "Check the log"),
    "right.manage": ("Quản lý tài khoản", "Manage accounts"),
}
