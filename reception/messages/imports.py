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
    "exchange.row.number_taken": (
        "Số lượt {shown} đã có trong sổ với nội dung khác.",
        "Visit number {shown} is already in the register with other content.",
    ),
    "exchange.file_missing": (
        "Không đọc được tệp {name}. Chưa ghi gì. Kiểm tra tên tệp và quyền đọc.",
        "The file {name} cannot be read. Nothing was written. Check its name and rights.",
    ),
    "exchange.summary": (
        "{good} dòng vào được, {stuck} dòng vướng, {skipped} dòng bỏ qua, {doubles} dòng đã có.",
        "{good} rows can come in, {stuck} have problems, {skipped} left out, {doubles} known.",
    ),
    "exchange.line": ("Dòng {line}: {why}", "Row {line}: {why}"),
}
