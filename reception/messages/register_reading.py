"""Sentences about reading a register workbook: the file, its rows, remarks, skipped lines."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # the file as a whole
    "exchange.old_xls": (
        "Tệp này là sổ Excel kiểu cũ (.xls), kể cả khi tên ghi .xlsx. Chưa có gì được ghi."
        " Mở tệp bằng Excel, chọn Lưu thành .xlsx rồi đọc lại.",
        "This file is an old Excel workbook (.xls), even if its name says .xlsx. Nothing has been"
        " written. Open it in Excel, save it as .xlsx and read it again.",
    ),
    "exchange.binary_workbook": (
        "Tệp này là sổ Excel dạng .xlsb. Chưa có gì được ghi. Lưu thành .xlsx rồi đọc lại.",
        "This file is a binary workbook (.xlsb). Nothing has been written. Save it as .xlsx and"
        " read it again.",
    ),
    "exchange.locked": (
        "Tệp Excel này có mật khẩu mở. Chưa có gì được ghi. Bỏ mật khẩu của một bản sao trong"
        " Excel rồi đọc lại; nhập xong thì xoá bản sao.",
        "This workbook has a password. Nothing has been written. Remove the password from a copy"
        " in Excel and read the copy; delete the copy after the import.",
    ),
    "exchange.not_workbook": (
        "Tệp này không phải sổ Excel .xlsx. Chưa có gì được ghi. Chọn tệp khác, hoặc mở bằng"
        " Excel và lưu thành .xlsx.",
        "This file is not an .xlsx workbook. Nothing has been written. Choose another file, or"
        " open it in Excel and save it as .xlsx.",
    ),
    "exchange.damaged": (
        "Tệp Excel bị hỏng, không đọc hết được. Chưa có gì được ghi. Mở bằng Excel, lưu lại"
        " thành tệp mới rồi đọc lại.",
        "The workbook is damaged and cannot be read to its end. Nothing has been written. Open it"
        " in Excel, save it as a new file and read that.",
    ),
    "exchange.unsafe": (
        "Tệp có phần khai báo hoặc cấu trúc mà Excel không bao giờ viết ra, nên không được mở."
        " Chưa có gì được ghi. Hỏi lại người gửi tệp.",
        "The file holds a declaration or a structure that Excel never writes, so it was not"
        " opened. Nothing has been written. Ask the sender about the file.",
    ),
    "exchange.strict_form": (
        "Tệp lưu ở dạng Strict Open XML. Chưa có gì được ghi. Mở bằng Excel, chọn Lưu thành dạng"
        " Excel Workbook (.xlsx) rồi đọc lại.",
        "The file is saved as Strict Open XML. Nothing has been written. Open it in Excel, save it"
        " as Excel Workbook (.xlsx) and read it again.",
    ),
    "exchange.too_large": (
        "Tệp bung ra lớn quá mức một sổ tiếp công dân. Chưa có gì được ghi. Chia sổ theo năm"
        " thành nhiều tệp rồi nhập từng tệp.",
        "The file unpacks to more than a register can be. Nothing has been written. Split the"
        " register into one file a year and import them one by one.",
    ),
    "exchange.too_wide": (
        "Dòng {line} có hơn 16.384 ô, quá số cột của Excel. Chưa có gì được ghi. Chép riêng bảng"
        " sổ sang một tệp mới rồi đọc tệp đó.",
        "Line {line} has more than 16,384 cells, the limit of Excel. Nothing has been written."
        " Copy the register's table alone into a new file and read that.",
    ),
    "exchange.too_slow": (
        "Đọc tệp mất quá nhiều thời gian nên đã dừng. Chưa có gì được ghi. Chép riêng bảng sổ"
        " sang một tệp mới, hoặc chia theo năm, rồi đọc lại.",
        "Reading the file took too long and was ended. Nothing has been written. Copy the"
        " register's table alone into a new file, or split it by year, and read that.",
    ),
    "exchange.too_much_memory": (
        "Tệp cần nhiều bộ nhớ hơn mức cho phép. Chưa có gì được ghi. Chép riêng bảng sổ sang một"
        " tệp mới, hoặc chia theo năm, rồi đọc lại.",
        "The file needs more memory than it may have. Nothing has been written. Copy the"
        " register's table alone into a new file, or split it by year, and read that.",
    ),
    "exchange.no_reader": (
        "Máy này không mở được tệp Excel một cách an toàn nên tệp không được đọc. Chưa có gì được"
        " ghi. Đóng bớt chương trình khác, thử lại; nếu vẫn vậy thì báo người quản trị.",
        "This machine cannot open workbooks safely, so the file was not read. Nothing has been"
        " written. Close other programs and try again; if that changes nothing, tell the"
        " administrator.",
    ),
    "exchange.too_many_rows": (
        "Tệp có hơn {most} dòng. Chưa có gì được ghi. Chia sổ theo năm thành nhiều tệp rồi nhập"
        " từng tệp.",
        "The file has more than {most} rows. Nothing has been written. Split the register into"
        " one file a year and import them one by one.",
    ),
    "exchange.no_heading": (
        "Không thấy dòng tiêu đề của sổ; thiếu cột: {missing}. Chưa có gì được ghi. Viết tên các"
        " cột này trên một dòng rồi đọc lại.",
        "No heading row was found; missing columns: {missing}. Nothing has been written. Write"
        " these titles in one row and read the file again.",
    ),
    "exchange.heading_twice": (
        "Cột “{title}” có hai lần ở dòng tiêu đề. Chưa có gì được ghi. Đổi tên cột thừa rồi đọc"
        " lại.",
        "The column “{title}” is twice in the heading row. Nothing has been written. Rename"
        " the one too many and read the file again.",
    ),
    "exchange.headings_disagree": (
        "Dòng tiêu đề {first} và {second} xếp cột khác nhau. Chưa có gì được ghi. Tách hai phần"
        " ra hai trang tính rồi đọc lại.",
        "The heading rows {first} and {second} order their columns differently. Nothing has been"
        " written. Put the two parts on two sheets and read the file again.",
    ),
    "exchange.no_rows": (
        "Có dòng tiêu đề nhưng không có lượt tiếp nào bên dưới. Chưa có gì được ghi. Chọn tệp"
        " khác.",
        "There is a heading row but no visit below it. Nothing has been written. Choose another"
        " file.",
    ),
    "exchange.stopped": (
        "Đã dừng. Chưa có gì được ghi, sổ giữ nguyên. Bấm Đọc lại tệp khi muốn làm tiếp.",
        "Stopped. Nothing has been written, the register is unchanged. Read the file again to go"
        " on.",
    ),
    # problems: the row cannot be imported
    "exchange.row.number_missing": ("Thiếu số lượt", "The visit number is missing"),
    "exchange.row.number_unreadable": (
        "Số lượt “{shown}” không phải số",
        "The visit number “{shown}” is not a number",
    ),
    "exchange.row.number_twice": (
        "Số lượt {shown} trùng dòng {other}",
        "Visit number {shown} is on line {other} too",
    ),
    "exchange.row.swapped": (
        "Ô này như họ tên, còn ô họ tên thì không: các ô có thể đã lệch cột",
        "This cell looks like a name, the name's cell does not: cells may be shifted",
    ),
    "exchange.row.date_missing": ("Thiếu ngày tiếp", "The day is missing"),
    "exchange.row.date_impossible": ("Ngày {shown} không có", "There is no day {shown}"),
    "exchange.row.date_unreadable": (
        "Ngày tiếp “{shown}” không đọc được",
        "The day “{shown}” cannot be read",
    ),
    "exchange.row.date_future": ("Ngày {shown} chưa tới", "The day {shown} is still to come"),
    "exchange.row.date_old": ("Ngày {shown} quá xa", "The day {shown} is too long ago"),
    "exchange.row.kind_missing": ("Thiếu loại đơn", "The kind of petition is missing"),
    "exchange.row.kind_unknown": (
        "Loại đơn “{shown}” không rõ",
        "The kind “{shown}” is not known",
    ),
    "exchange.row.kind_mixed": (
        "“{shown}” là nhiều loại đơn, tách mỗi loại một dòng",
        "“{shown}” is more than one kind; give each a row",
    ),
    "exchange.row.mode_unknown": (
        "Hình thức tiếp “{shown}” không rõ",
        "The mode “{shown}” is not known",
    ),
    "exchange.row.people_unreadable": (
        "Số người “{shown}” không phải số",
        "The number of people “{shown}” is not a number",
    ),
    "exchange.row.people_none": (
        "Số người phải từ 1 trở lên",
        "There must be at least one person",
    ),
    "exchange.row.people_many": (
        "Số người {shown} quá lớn",
        "{shown} people are too many",
    ),
    "exchange.row.formula": (
        "Ô là công thức, thay bằng giá trị",
        "The cell is a formula; put its value there",
    ),
    "exchange.row.error_cell": (
        "Ô có lỗi của Excel (như #REF!), thay bằng giá trị",
        "The cell holds an error of Excel (such as #REF!); put its value there",
    ),
    "exchange.row.person_unclear": (
        "Ô họ tên chưa rõ hết: ngăn bằng dấu phẩy, “ông”, “bà” trước tên đủ, “bản”, “xã” trước nơi",
        "The name's cell is not clear: put commas, titles before names, “bản”, “xã” before places",
    ),
    "exchange.row.address_unclear": (
        "Ô địa chỉ có phần như họ tên: đưa sang ô họ tên, hoặc thêm “bản”, “đường”",
        "Part of the address looks like a name: move it to the name's cell, or add “bản”, “đường”",
    ),
    "exchange.row.paper_unclear": (
        "Ô giấy tờ có chữ không phải số giấy tờ: chỉ để số và ngày cấp",
        "The paper's cell holds words that are no number: leave the number and its issue",
    ),
    "exchange.row.ditto": (
        "Ô chỉ ghi như dòng trên: viết đủ họ tên ở dòng này",
        "The cell only refers to the line above: write the name in this line too",
    ),
    "exchange.row.direction_mark": (
        "Ô có ký tự ẩn làm đảo chiều chữ, gõ lại ô đó",
        "The cell holds a hidden character that turns the direction of writing; type it again",
    ),
    "exchange.row.merged": (
        "Ô gộp, tách ra cho từng dòng",
        "A merged cell; split it so that each row has its own",
    ),
    "exchange.row.text_long": ("Chữ trong ô quá dài", "The text of the cell is too long"),
    # remarks: the row is imported
    "exchange.remark.zero_added": (
        "Thêm số 0 đầu căn cước",
        "The leading zero of the identity number was restored",
    ),
    "exchange.remark.capitals": (
        "Họ tên viết hoa cả, đã viết lại",
        "The name was all capitals and was rewritten",
    ),
    "exchange.remark.paper_unread": (
        "Giấy tờ không theo mẫu số nào, giữ nguyên",
        "The identity paper has no known form and was kept as it is",
    ),
    "exchange.remark.name_missing": ("Không có họ tên", "There is no name"),
    "exchange.remark.summary_missing": ("Không có nội dung", "There is no content"),
    "exchange.remark.group": (
        "Ô họ tên ghi thêm {fact} người hoặc hộ",
        "The name cell counts {fact} more people or households",
    ),
    "exchange.remark.households": (
        "Cột số người ghi {fact} hộ, đếm là {fact} người",
        "The people column says {fact} households, counted as {fact} people",
    ),
    "exchange.remark.mode_blank": (
        "Hình thức trống, tính là thường xuyên",
        "No mode given, taken as regular",
    ),
    "exchange.remark.merged": (
        "Ô gộp, lấy giá trị ở dòng {fact}",
        "A merged cell, value taken from line {fact}",
    ),
    "exchange.remark.hidden": ("Dòng đang bị ẩn trong Excel", "The row is hidden in Excel"),
    "exchange.remark.outcome_missing": (
        "Không ghi hướng xử lý",
        "How it was handled is not given",
    ),
    "exchange.remark.outcome_several": (
        "Ghi cả thuộc thẩm quyền và hướng dẫn, tính là thuộc thẩm quyền",
        "Both ours and guided are given, taken as ours",
    ),
    # lines that are no visits
    "exchange.skip.month": ("Dòng tháng, bỏ qua", "A month line, left out"),
    "exchange.skip.total": ("Dòng tổng, bỏ qua", "A total, left out"),
    "exchange.skip.numbering": ("Dòng đánh số cột, bỏ qua", "Column numbers, left out"),
    "exchange.skip.heading": ("Tiêu đề lặp lại, bỏ qua", "A repeated heading, left out"),
    "exchange.skip.loose": ("Chữ ngoài bảng, bỏ qua", "Words outside the table, left out"),
    # sheets
    "exchange.note.hidden_sheet": (
        "Trang tính {sheet} bị ẩn, không đọc",
        "Sheet {sheet} is hidden and was not read",
    ),
    "exchange.note.hidden_columns": (
        "Trang tính {sheet} có cột bị ẩn, vẫn đọc: {fact}",
        "Sheet {sheet} has hidden columns, read nevertheless: {fact}",
    ),
}
