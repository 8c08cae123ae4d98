"""Sentences about scans brought by citizens, which are opened in a sandbox."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "sandbox.too_large": (
        "Bản quét quá lớn (tối đa {limit_mb} MB và 50 triệu điểm ảnh). Lượt tiếp vẫn còn nguyên; "
        "hãy quét lại ở 200–300 dpi hoặc chia thành nhiều tệp.",
        "The scan is too large (at most {limit_mb} MB and 50 million pixels). The visit is "
        "untouched; scan again at 200–300 dpi or in several files.",
    ),
    "sandbox.too_many_pages": (
        "Bản quét có nhiều hơn {limit_pages} trang. Lượt tiếp vẫn còn nguyên; "
        "hãy chia thành nhiều tệp.",
        "The scan has more than {limit_pages} pages. The visit is untouched; "
        "split it into several files.",
    ),
    "sandbox.unknown_kind": (
        "Tệp này không phải PDF, JPEG hay PNG nên không được nhận. Lượt tiếp vẫn còn nguyên; "
        "hãy quét giấy ra một trong ba loại đó.",
        "This file is not a PDF, JPEG or PNG and was not taken. The visit is untouched; "
        "scan the paper to one of these three kinds.",
    ),
    "sandbox.broken": (
        "Tệp này bị hỏng, không mở được. Lượt tiếp vẫn còn nguyên; hãy quét lại hoặc xin tệp khác.",
        "This file is damaged and does not open. The visit is untouched; "
        "scan again or ask for another file.",
    ),
    "sandbox.encrypted": (
        "Tệp PDF này có mật khẩu nên không mở được. Lượt tiếp vẫn còn nguyên; "
        "hãy xin tệp không có mật khẩu hoặc in ra rồi quét lại.",
        "This PDF has a password and does not open. The visit is untouched; "
        "ask for a file without one, or print and scan it.",
    ),
    "sandbox.timeout": (
        "Mở tệp này mất quá nhiều thời gian nên đã dừng lại. Lượt tiếp vẫn còn nguyên; "
        "hãy quét lại ở độ phân giải thấp hơn.",
        "Opening this file took too long and was stopped. The visit is untouched; "
        "scan again at a lower resolution.",
    ),
    "sandbox.memory": (
        "Tệp này cần quá nhiều bộ nhớ nên đã dừng lại. Lượt tiếp vẫn còn nguyên; "
        "hãy quét lại ở độ phân giải thấp hơn.",
        "Opening this file takes too much memory and was stopped. The visit is untouched; "
        "scan again at a lower resolution.",
    ),
    "sandbox.unavailable": (
        "Máy này không mở được bản quét một cách an toàn nên tệp không được nhận. "
        "Lượt tiếp vẫn còn nguyên; hãy giữ giấy trong hồ sơ và báo người quản trị.",
        "This machine cannot open scans safely, so the file was not taken. The visit is "
        "untouched; keep the paper in the file and tell the administrator.",
    ),
}
