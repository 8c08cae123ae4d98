"""Sentences about importing a register; those about the workbook are in ``register_reading``."""

SENTENCES: dict[str, tuple[str, str]] = {
    "exchange.already_imported": (
        "Tệp này đã nhập rồi. Sổ giữ nguyên. Chọn tệp khác.",
        "This file was imported already. The register is unchanged. Choose another file.",
    ),
    "exchange.problems_left": (
        "Còn {count} dòng vướng nên chưa nhập dòng nào. Sửa trong Excel rồi đọc lại, hoặc chọn "
        "để lại các dòng ấy.",
        "{count} rows have problems, so nothing was imported. Correct them in Excel and read "
        "again, or choose to leave them out.",
    ),
    "exchange.nothing_new": (
        "Không có dòng nào mới để nhập. Sổ giữ nguyên.",
        "There is no new row to import. The register is unchanged.",
    ),
    "exchange.changed_meanwhile": (
        "Trong lúc xem trước, sổ đã có thêm lượt trùng số với tệp. Chưa có dòng nào được nhập. "
        "Đọc lại tệp rồi nhập.",
        "While the preview was open, a visit with a number of the file was entered. "
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
        "{importable} dòng vào được, {rejected} dòng vướng, {skipped} dòng bỏ qua, "
        "{doubles} dòng đã có.",
        "{importable} rows can be imported, {rejected} have problems, {skipped} are skipped, "
        "{doubles} are in the register already.",
    ),
    "exchange.comes.plain": ("Vào sổ", "Imported"),
    "exchange.comes.sealed": ("Vào sổ, niêm phong kín", "Imported, sealed separately"),
    "exchange.comes.masked": (
        "che tên ở nội dung ({count} chỗ)",
        "the name masked in the content ({count} places)",
    ),
    "exchange.comes.both": (
        "Vào sổ, kiến nghị hoặc phản ánh",
        "Imported, recommendation or feedback",
    ),
    "exchange.known": ("Đã có trong sổ, bỏ qua", "In the register already, skipped"),
    "exchange.tags_waiting": (
        "Dấu nhận người quay lại của {count} lượt sẽ được lập khi người nhập mở sổ và máy rảnh.",
        "Repeat visitors of {count} visits are recognised later: while the person who imported "
        "them has the register open and the machine is idle.",
    ),
    "exchange.line": ("Dòng {line}: {why}", "Row {line}: {why}"),
    "exchange.not_your_batch": (
        "Phần nhập này là của người khác hoặc còn đang xử lý. Chưa xoá gì.",
        "This import is another person's, or still being worked on. Nothing was removed.",
    ),
}
