"""Sentences about bringing a register in, beside those of the reader itself."""

SENTENCES: dict[str, tuple[str, str]] = {
    "exchange.already_imported": (
        "Tệp này đã nhập rồi. Sổ giữ nguyên. Chọn tệp khác.",
        "This file was imported already. The register is unchanged. Choose another file.",
    ),
    "exchange.problems_left": (
        "Còn {count} dòng vướng nên chưa nhập dòng nào. Sửa trong Excel rồi đọc lại, hoặc chọn "
        "để lại các dòng ấy.",
        "{count} rows have problems, so nothing was imported. Mend them in Excel and read again, "
        "or choose to leave them out.",
    ),
    "exchange.nothing_new": (
        "Không có dòng nào mới để nhập. Sổ giữ nguyên.",
        "There is no new row to import. The register is unchanged.",
    ),
    "exchange.changed_meanwhile": (
        "Trong lúc xem trước, sổ đã có thêm lượt trùng số với tệp. Chưa có dòng nào được nhập. "
        "Đọc lại tệp rồi nhập.",
        "While the preview was open, the register took a visit with a number of the file. "
        "Nothing was imported. Read the file again, then import.",
    ),
    "exchange.row.number_taken": (
        "Số lượt {shown} đã có trong sổ, nội dung khác",
        "Visit number {shown} is in the register with other content",
    ),
    "exchange.file_missing": (
        "Không đọc được tệp {name}. Chưa ghi gì. Kiểm tra tên tệp và quyền đọc.",
        "The file {name} cannot be read. Nothing was written. Check its name and rights.",
    ),
    "exchange.summary": (
        "{good} dòng vào được, {stuck} dòng vướng, {skipped} dòng bỏ qua, {doubles} dòng đã có.",
        "{good} rows can come in, {stuck} have problems, {skipped} left out, {doubles} known.",
    ),
    "exchange.comes.plain": ("Vào sổ", "Comes in"),
    "exchange.comes.sealed": ("Vào sổ, niêm phong kín", "Comes in, sealed apart"),
    "exchange.comes.masked": (
        "che tên ở nội dung ({count} chỗ)",
        "the name covered in the content ({count} places)",
    ),
    "exchange.comes.both": (
        "Vào sổ, kiến nghị hoặc phản ánh",
        "Comes in, recommendation or feedback",
    ),
    "exchange.known": ("Đã có trong sổ, bỏ qua", "In the register already, left out"),
    "exchange.tags_waiting": (
        "Dấu nhận người quay lại của {count} lượt sẽ được lập khi người nhập mở sổ và máy rảnh.",
        "The tags that recognise repeat visitors of {count} visits are made while the one who "
        "imported has the register open and the machine is idle.",
    ),
    "exchange.line": ("Dòng {line}: {why}", "Row {line}: {why}"),
}
