"""Findings about the security of the machine, in Vietnamese and English.

``health.<check>`` is the name of a check; ``.good``, ``.warn``, ``.bad`` and ``.unknown`` are its
possible findings. A finding that needs an action names the action.
"""

_NOT_CHECKED = ("Không xem được.", "Could not be checked.")

SENTENCES: dict[str, tuple[str, str]] = {
    "health.wall": ("Chặn mạng", "Network block"),
    "health.wall.good": (
        "Chương trình không mở được kết nối mạng nào.",
        "The program can open no connection.",
    ),
    "health.wall.bad": (
        "Máy này không dựng được tường chặn mạng. Rút cáp mạng, tắt Wi-Fi, báo người quản trị.",
        "This machine has no network block. Unplug the network and tell the administrator.",
    ),
    "health.wall.unknown": _NOT_CHECKED,
    "health.swap": ("Bộ nhớ tạm trên ổ đĩa", "Swap on disk"),
    "health.swap.good": (
        "Không có, hoặc đã mã hoá: điều đã xem không nằm lại trên ổ đĩa.",
        "None, or encrypted: what was seen does not stay on the disk.",
    ),
    "health.swap.bad": (
        "{places} chưa mã hoá: điều đã xem có thể nằm lại trên ổ đĩa. Nhờ người sửa máy tắt bộ "
        "nhớ tạm hoặc mã hoá ổ đĩa.",
        "{places} is not encrypted: what was seen may stay on the disk. Have swap turned off or "
        "the disk encrypted.",
    ),
    "health.swap.unknown": _NOT_CHECKED,
    "health.disk": ("Mã hoá ổ đĩa", "Disk encryption"),
    "health.disk.good": ("Ổ đĩa của sổ đã mã hoá.", "The disk of the register is encrypted."),
    "health.disk.warn": (
        "{device} chưa mã hoá. Sổ vẫn mã hoá riêng; tệp khác của máy thì không. Nhờ người sửa "
        "máy bật mã hoá ổ đĩa.",
        "{device} is not encrypted. The register still is; other files of the machine are not. "
        "Have disk encryption turned on.",
    ),
    "health.disk.unknown": _NOT_CHECKED,
    "health.sleep": ("Ngủ đông", "Hibernation"),
    "health.sleep.good": (
        "Đã tắt. Nội dung bộ nhớ không ghi ra ổ đĩa.",
        "Off. The memory is not written to the disk.",
    ),
    "health.sleep.warn": (
        "Đang bật: bộ nhớ có thể ghi ra ổ đĩa. Nhờ người sửa máy tắt ngủ đông.",
        "On: the memory may be written to the disk. Have hibernation turned off.",
    ),
    "health.sleep.unknown": _NOT_CHECKED,
    "health.dumps": ("Tệp ghi lỗi của hệ thống", "Crash dumps"),
    "health.dumps.good": ("Đã tắt cho chương trình này.", "Off for this program."),
    "health.dumps.bad": (
        "Đang bật: khi lỗi, bộ nhớ có thể ghi ra tệp. Khởi động lại chương trình, báo người "
        "quản trị.",
        "On: after a fault the memory may be written to a file. Restart the program and tell the "
        "administrator.",
    ),
    "health.dumps.unknown": _NOT_CHECKED,
    "health.spool": ("Hàng đợi in", "Print spool"),
    "health.spool.good": ("Không giữ bản đã in.", "Keeps nothing that was printed."),
    "health.spool.warn": (
        "Máy giữ lại bản đã in. Nhờ người quản trị đặt PreserveJobFiles No trong cupsd.conf.",
        "Printed documents are kept. Have PreserveJobFiles No set in cupsd.conf.",
    ),
    "health.spool.unknown": _NOT_CHECKED,
    "health.print_history": ("Lịch sử lệnh in", "History of print jobs"),
    "health.print_history.good": (
        "Không giữ giờ của lệnh in quá một giờ.",
        "Hours of print jobs are kept for an hour at most.",
    ),
    "health.print_history.warn": (
        "Máy giữ giờ của từng lệnh in, đếm được tờ. Nhờ người quản trị đặt PreserveJobHistory 60 "
        "trong cupsd.conf.",
        "The hour of each print job is kept, and sheets can be counted. Have PreserveJobHistory 60 "
        "set in cupsd.conf.",
    ),
    "health.print_history.unknown": _NOT_CHECKED,
    "health.adapters": ("Card mạng", "Network adapters"),
    "health.adapters.good": ("Không có card mạng nào đang bật.", "No adapter is up."),
    "health.adapters.warn": (
        "{names} đang bật. Chương trình không dùng mạng, nhưng máy thì có thể. Rút cáp, tắt card "
        "mạng.",
        "{names} is up. The program uses no network, but the machine may. Unplug or turn it off.",
    ),
    "health.adapters.unknown": _NOT_CHECKED,
    "health.clock": ("Đồng hồ", "Clock"),
    "health.clock.good": ("Không thấy bất thường lúc mở sổ.", "Nothing odd at unlock."),
    "health.clock.warn": (
        "Lúc mở sổ, giờ máy lệch so với mục cuối. Xem lại giờ máy.",
        "At unlock the clock did not match the last entry. Check the machine's clock.",
    ),
    "health.clock.unknown": _NOT_CHECKED,
    "health.space": ("Chỗ trống", "Free space"),
    "health.space.good": ("Còn {free} GB.", "{free} GB left."),
    "health.space.warn": (
        "Còn {free} GB. Dọn ổ đĩa trong tuần này.",
        "{free} GB left. Free some space this week.",
    ),
    "health.space.bad": (
        "Chỉ còn {free} GB, sắp không lưu được. Dọn ổ đĩa ngay.",
        "Only {free} GB left: saving will fail soon. Free some space now.",
    ),
    "health.space.unknown": _NOT_CHECKED,
    "health.backup": ("Bản sao lưu gần nhất", "Last backup"),
    "health.backup.good": ("{day}, {place}, đã mở thử.", "{day}, {place}, opened and checked."),
    "health.backup.warn": (
        "Chưa sao lưu, hoặc đã quá 3 ngày. Sao lưu ở Nhật ký và sao lưu.",
        "None, or older than 3 days. Back up under Log and backup.",
    ),
    "health.backup.unknown": _NOT_CHECKED,
}
