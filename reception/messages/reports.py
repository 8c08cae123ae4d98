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
    "report.needs_reader": (
        "Kỳ này có đơn tố cáo và không phải kỳ báo cáo đã hết, nên số liệu có thể nói về riêng "
        "một đơn. Chưa lập gì. Chọn tháng, quý, 6 tháng, 9 tháng hoặc năm đã hết, hoặc nhờ người "
        "được đọc tố cáo lập.",
        "This period has a denunciation and is no reporting period that is over, so its figures "
        "could tell about one denunciation. Nothing was made. Choose a month, quarter, half year, "
        "nine months or year that is over, or ask somebody who reads denunciations.",
    ),
    "report.sums_differ": (
        "Số liệu chưa khớp nên chưa in, chưa xuất. Sổ giữ nguyên. Xem dòng lệch và sửa.",
        "The sums differ, so nothing was printed or exported. See the row that differs.",
    ),
}
