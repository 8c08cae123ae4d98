"""Sentences about conditions under which no identity may be opened: for one, and for many."""

SENTENCES: dict[str, tuple[str, str]] = {
    "reveal.looked_on": (
        "Màn hình đang được xem từ máy khác nên không mở danh tính. Chưa mở gì. Ngồi tại máy này "
        "rồi mở lại.",
        "This screen is viewed from another machine, so no identity is opened. Nothing was opened. "
        "Sit at this machine and try again.",
    ),
    "bulk.looked_on": (
        "Màn hình đang được xem từ máy khác nên không in giấy có tên. Chưa mở gì. Ngồi tại máy "
        "này rồi in lại.",
        "This screen is viewed from another machine, so no paper with names is made. Nothing was "
        "opened. Sit at this machine and try again.",
    ),
}
