"""Sentences about printers: what failed, that the data is safe, what to do."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "printer.copies": (
        "Mỗi lần in từ 1 đến {most} bản. Chưa gửi gì tới máy in; sửa số bản rồi in lại.",
        "Print 1 to {most} copies at a time. Nothing was sent; change the number and print.",
    ),
    "printer.no_printer": (
        "Máy này chưa có máy in nào. Bản in vẫn còn ở đây. Nhờ người quản trị cài máy in, "
        "rồi thử lại.",
        "This computer has no printer. The document is still here. Have one set up, then print.",
    ),
    "printer.network_never": (
        "Máy in {printer} nối qua mạng nên không in giấy có danh tính. Chưa đổi gì. Dùng máy in "
        "cắm cáp.",
        "The printer {printer} is on the network and prints no identity. Nothing was changed. Use "
        "a printer on a cable.",
    ),
    "printer.missing": (
        "Không còn thấy máy in {printer}. Bản in vẫn còn ở đây. Chọn máy in khác hoặc xem lại dây.",
        "The printer {printer} is gone. The document is still here. Choose another printer "
        "or check the cable.",
    ),
    "printer.refused": (
        "Máy in {printer} đang không nhận bản in. Bản in vẫn còn ở đây. Chọn máy in khác "
        "hoặc nhờ người quản trị mở nhận in.",
        "The printer {printer} accepts no jobs. The document is still here. Choose another "
        "printer or have it accept jobs again.",
    ),
    "printer.paused": (
        "Máy in {printer} đang tạm dừng. Bản in vẫn còn ở đây. Cho máy in chạy tiếp "
        "hoặc chọn máy in khác.",
        "The printer {printer} is paused. The document is still here. Resume it or choose "
        "another printer.",
    ),
    "printer.offline": (
        "Máy in {printer} đang tắt hoặc chưa nối với máy này. Bản in vẫn còn ở đây. "
        "Bật máy in, xem lại dây rồi thử lại.",
        "The printer {printer} is off or not connected. The document is still here. Switch "
        "it on, check the cable and print again.",
    ),
    "printer.unreachable": (
        "Phần in ấn của máy tính không trả lời. Bản in vẫn còn ở đây. Đợi một phút rồi thử lại; "
        "nếu vẫn vậy, khởi động lại máy.",
        "The print service of this computer does not answer. The document is still here. Wait a "
        "minute and print again; if that does not help, restart the computer.",
    ),
    "printer.failed": (
        "Máy in {printer} không nhận bản này (mã {status}). Bản in vẫn còn ở đây. "
        "Thử lại hoặc chọn máy in khác.",
        "The printer {printer} did not accept this document (status {status}). It is still here. "
        "Print again or choose another printer.",
    ),
    "printer.aborted": (
        "Máy in {printer} bỏ dở bản này. Bản in vẫn còn ở đây. Xem giấy và mực, rồi thử lại.",
        "The printer {printer} gave up on this document. It is still here. Check paper and "
        "toner, then print again.",
    ),
    "printer.waiting": (
        "Máy in {printer} chưa in xong bản này. Bản in vẫn còn ở đây. Xem máy in đã bật, "
        "có giấy chưa; bấm Lấy về để rút bản đang chờ.",
        "The printer {printer} has not finished this document. It is still here. See that the "
        "printer is on and has paper; Take back withdraws the waiting job.",
    ),
    "printer.job_gone": (
        "Không còn thấy bản vừa gửi tới máy in. Bản in vẫn còn ở đây. Xem khay giấy; "
        "nếu chưa có giấy thì thử lại.",
        "The job just sent is no longer known. The document is still here. Look at the tray; "
        "if there is no paper, print again.",
    ),
    "printer.maybe_file": (
        "Không rõ hàng in này có ra giấy hay ghi thành tệp nên chưa gửi gì. Giấy có tên chỉ in ra "
        "giấy. Chọn máy in khác.",
        "This queue may write a file instead of paper, so nothing was sent. Papers with names "
        "become paper only. Choose another printer.",
    ),
    "printer.spool_secret": (
        "Máy này còn giữ hoặc có thể giữ bản đã in, nên giấy MẬT chưa gửi. Bản in vẫn ở đây. Nhờ "
        "người quản trị đặt PreserveJobFiles No rồi in lại.",
        "This machine keeps, or may keep, what it printed, so the secret paper was not sent. It "
        "is still here. Have PreserveJobFiles No set, then print again.",
    ),
    "printer.no_marked": (
        "Máy này chưa có máy in cắm cáp nào được đánh dấu “In MẬT” nên chưa bật được. Bản của "
        "mọi người đến vẫn ghi tên bằng bút. Đánh dấu một máy in rồi bật lại.",
        "No printer of this machine is attached by cable and marked “Prints SECRET”, so this was "
        "not switched on. Names on every citizen's copy are still written by pen. Mark a printer, "
        "then switch it on.",
    ),
    "printer.spool_names": (
        "Máy này còn giữ hoặc có thể giữ bản đã in nên giấy có tên người đến chưa gửi được. Nhờ "
        "người quản trị đặt PreserveJobFiles No rồi làm lại.",
        "This machine keeps, or may keep, what it printed, so papers with a reporter's name are "
        "not sent. Have PreserveJobFiles No set, then try again.",
    ),
    "printer.needs_cable": (
        "Giấy này chỉ in ở máy in cắm cáp vào máy này. Chưa gửi gì tới máy in; "
        "chọn máy in cắm cáp.",
        "This paper is printed only on a printer attached by cable. Nothing was sent; "
        "choose such a printer.",
    ),
    "printer.broken_document": (
        "Bản in bị lỗi, không dựng được trang. Dữ liệu trong sổ không mất. Đóng lại rồi "
        "tạo giấy lần nữa.",
        "The document cannot be shown as pages. The register has lost nothing. Close this "
        "and make the paper again.",
    ),
    "printer.spool_keeps": (
        "Máy tính này giữ lại mọi giấy đã in. Nhờ người quản trị đặt PreserveJobFiles No "
        "trong cài đặt in (cupsd.conf).",
        "This computer keeps every printed document. Have the administrator set "
        "PreserveJobFiles No in cupsd.conf.",
    ),
    "printer.spool_unknown": (
        "Chưa rõ máy tính này có giữ lại giấy đã in không. Nhờ người quản trị xem "
        "PreserveJobFiles trong cài đặt in (cupsd.conf).",
        "It is not known whether this computer keeps printed documents. Have the administrator "
        "check PreserveJobFiles in cupsd.conf.",
    ),
}
