"""Sentences about reports."""

SENTENCES: dict[str, tuple[str, str]] = {
    "report.unknown_table": (
        "Chương trình không có biểu {form}.",
        "The program has no table {form}.",
    ),
    "report.period_wrong": (
        "Ngày đầu kỳ ở sau ngày cuối kỳ. Chọn lại hai ngày.",
        "The period ends before it begins. Choose the two days again.",
    ),
    "report.sums_differ": (
        "Số liệu chưa khớp nên chưa in, chưa xuất. Sổ giữ nguyên. Xem dòng lệch và sửa.",
        "The sums differ, so nothing was printed or exported. See the row that differs.",
    ),
}
