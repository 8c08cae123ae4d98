<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Add a paper</source>
        <translation>Thêm dòng tài liệu</translation>
    </message>
    <message>
        <source>Ask to open the seal</source>
        <translation>Xin mở niêm phong</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>Close the panel or dialog</source>
        <translation>Đóng khung hoặc hộp thoại</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Xác nhận</translation>
    </message>
    <message>
        <source>Cover on leaving</source>
        <translation>Che khi rời mục</translation>
    </message>
    <message>
        <source>Cover the window</source>
        <translation>Che cả cửa sổ</translation>
    </message>
    <message>
        <source>Export without identity</source>
        <translation>Xuất bản không có danh tính</translation>
    </message>
    <message>
        <source>Go to log and backup</source>
        <translation>Sang Nhật ký &amp; sao lưu</translation>
    </message>
    <message>
        <source>Go to matters</source>
        <translation>Sang Vụ việc</translation>
    </message>
    <message>
        <source>Go to protection</source>
        <translation>Sang Bảo vệ người tố cáo</translation>
    </message>
    <message>
        <source>Go to reports</source>
        <translation>Sang Báo cáo</translation>
    </message>
    <message>
        <source>Go to settings</source>
        <translation>Sang Cài đặt</translation>
    </message>
    <message>
        <source>Go to the calendar</source>
        <translation>Sang Lịch tiếp của lãnh đạo</translation>
    </message>
    <message>
        <source>Go to the desk</source>
        <translation>Sang Bàn tiếp dân</translation>
    </message>
    <message>
        <source>Go to the register</source>
        <translation>Sang Sổ tiếp công dân</translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation>Phím của màn hình này</translation>
    </message>
    <message>
        <source>Kind: complaint</source>
        <translation>Loại: khiếu nại</translation>
    </message>
    <message>
        <source>Kind: denunciation</source>
        <translation>Loại: tố cáo</translation>
    </message>
    <message>
        <source>Kind: feedback</source>
        <translation>Loại: phản ánh</translation>
    </message>
    <message>
        <source>Kind: recommendation</source>
        <translation>Loại: kiến nghị</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Khoá sổ ngay</translation>
    </message>
    <message>
        <source>Look up by return code</source>
        <translation>Tra theo mã</translation>
    </message>
    <message>
        <source>More about the reporter</source>
        <translation>Thêm thông tin người đến</translation>
    </message>
    <message>
        <source>Move in the table</source>
        <translation>Di chuyển trong bảng</translation>
    </message>
    <message>
        <source>New document</source>
        <translation>Lập văn bản</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Lượt mới</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>Sang ô sau</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Mở dòng đang chọn</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Đọc lại cho người đến</translation>
    </message>
    <message>
        <source>Remove an empty paper row</source>
        <translation>Bỏ dòng tài liệu còn trống</translation>
    </message>
    <message>
        <source>Replace the name</source>
        <translation>Thay tên bằng cách gọi chung</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save and print</source>
        <translation>Lưu, in giấy cho người đến</translation>
    </message>
    <message>
        <source>Save and seal</source>
        <translation>Lưu và niêm phong</translation>
    </message>
    <message>
        <source>Scan the card's QR</source>
        <translation>Quét QR trên thẻ</translation>
    </message>
    <message>
        <source>Search in this screen</source>
        <translation>Tìm trong màn hình này</translation>
    </message>
    <message>
        <source>Section 1, reporter</source>
        <translation>Mục 1, Người đến</translation>
    </message>
    <message>
        <source>Section 2, content</source>
        <translation>Mục 2, Nội dung</translation>
    </message>
    <message>
        <source>Section 3, papers</source>
        <translation>Mục 3, Tài liệu nhận</translation>
    </message>
    <message>
        <source>Section 4, outcome</source>
        <translation>Mục 4, Kết quả xử lý</translation>
    </message>
</context>
<context>
    <name>CoveredField</name>
    <message>
        <source>Covered</source>
        <translation>Đang che</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Để trống</translation>
    </message>
    <message>
        <source>Entered, covered</source>
        <translation>Đã nhập, đang che</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>Done</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Hạn hôm nay</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Thứ Sáu</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Thứ Hai</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ nhật</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Thứ Năm</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Thứ Tư</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>Còn {days} ngày</translation>
    </message>
    <message>
        <source>{days} days overdue</source>
        <translation>Quá {days} ngày</translation>
    </message>
</context>
<context>
    <name>KeysHelp</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation>Phím của màn hình này</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Citizen reception register</source>
        <translation>Sổ tiếp công dân</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Trang {page}/{count}</translation>
    </message>
    <message>
        <source>Pages to print</source>
        <translation>Các trang sẽ in</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Show the password</source>
        <translation>Hiện mật khẩu</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Denouncer protection</source>
        <translation>Bảo vệ người tố cáo</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Bàn tiếp dân</translation>
    </message>
    <message>
        <source>Leaders' reception calendar</source>
        <translation>Lịch tiếp của lãnh đạo</translation>
    </message>
    <message>
        <source>Log and backup</source>
        <translation>Nhật ký &amp; sao lưu</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Sổ tiếp công dân</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>&amp;Copies</source>
        <translation>&amp;Số bản</translation>
    </message>
    <message>
        <source>A failed print stays in memory until printed, dropped or locked</source>
        <translation>In hỏng thì bản giữ trong máy đến khi in lại, bỏ hoặc khoá</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Close without printing</source>
        <translation>Đóng, không in</translation>
    </message>
    <message>
        <source>Look for printers again</source>
        <translation>Tìm lại máy in</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Khổ giấy</translation>
    </message>
    <message numerus="yes">
        <source>Print %n copies</source>
        <translation>
            <numerusform>In %n bản</numerusform>
        </translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Đang in…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Lấy về</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>{size}, both sides</source>
        <translation>{size}, hai mặt</translation>
    </message>
    <message>
        <source>{size}, one side</source>
        <translation>{size}, một mặt</translation>
    </message>
</context>
<context>
    <name>PrinterList</name>
    <message>
        <source>By cable to this computer</source>
        <translation>Cáp cắm vào máy này</translation>
    </message>
    <message>
        <source>Not known how attached, taken as network</source>
        <translation>Không rõ cách nối, coi như qua mạng</translation>
    </message>
    <message>
        <source>Off or not connected</source>
        <translation>Đang tắt hoặc chưa nối</translation>
    </message>
    <message>
        <source>Over the network</source>
        <translation>Qua mạng</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Đang tạm dừng</translation>
    </message>
    <message>
        <source>Takes no jobs now</source>
        <translation>Đang không nhận bản in</translation>
    </message>
    <message>
        <source>This paper needs a printer on a cable</source>
        <translation>Giấy này chỉ in ở máy in cắm cáp</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Citizen reception</source>
        <translation>Sổ tiếp công dân</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Khoá</translation>
    </message>
</context>
<context>
    <name>SealChip</name>
    <message>
        <source>{text}, identity sealed</source>
        <translation>{text}, danh tính niêm phong</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One less</source>
        <translation>Bớt một</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Thêm một</translation>
    </message>
</context>
<context>
    <name>SuggestField</name>
    <message>
        <source>Down arrow opens suggestions</source>
        <translation>Phím mũi tên xuống mở danh sách gợi ý</translation>
    </message>
</context>
</TS>
