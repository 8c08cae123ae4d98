"""Sentences about the findings of a log verification."""

SENTENCES: dict[str, tuple[str, str]] = {
    "anchor.missing": (
        "Máy này không còn dấu cuối nhật ký của lần trước, nên không biết nhật ký có bị cắt đuôi "
        "hay không. So số cuối với giấy biên nhận hoặc báo cáo tháng gần nhất.",
        "This machine has no earlier checkpoint of the log, so a cut end would not be noticed. "
        "Compare the last number with the latest receipt or monthly report.",
    ),
    "log.tail_cut": (
        "Nhật ký ngắn hơn lần cuối máy này đã ghi: có phần bị mất hoặc sổ cũ bị đặt lại. Dừng "
        "ghi, báo Trưởng ban.",
        "The log is shorter than this machine has recorded: a part is missing or an old "
        "register was restored. Stop and tell the board head.",
    ),
    "log.rewritten": (
        "Nhật ký khác với lần cuối máy này đã ghi: sổ đã bị thay. Dừng ghi, báo Trưởng ban.",
        "The log differs from this machine's record: the register was replaced. Stop and "
        "tell the board head.",
    ),
    "log.entry_missing": ("Thiếu mục nhật ký trước mục {seq}.", "Entry missing before {seq}."),
    "log.chain_broken": ("Nhật ký bị đứt ở mục {seq}.", "The chain is broken at entry {seq}."),
    "log.entry_changed": ("Mục nhật ký {seq} đã bị sửa.", "Entry {seq} was changed."),
    "log.signature_bad": (
        "Chữ ký của mục {seq} không đúng.",
        "The signature of entry {seq} is bad.",
    ),
    "log.intact": (
        "Nhật ký nguyên vẹn: {entries} mục nối liền nhau, {records} bản ghi khớp.",
        "The log is intact: {entries} linked entries, {records} records match.",
    ),
    "log.intact_but": (
        "Không có chỗ sai mới: {entries} mục, {records} bản ghi. {count} chỗ đã được Trưởng ban ký "
        "nhận trước đây vẫn còn đó, xem bên dưới.",
        "Nothing new is wrong: {entries} entries, {records} records. {count} places that the board "
        "head accepted before are still there, see below.",
    ),
    "log.not_as_verified": (
        "Nhật ký tự nó nguyên vẹn nhưng không phải nhật ký bạn đã kiểm tra lần trước: có phần bị "
        "cắt hoặc bị thay. So số mục cuối với giấy biên nhận và bản sao lưu gần nhất trước khi ký "
        "nhận.",
        "The log is intact in itself but is not the one that you verified before: a part was cut "
        "or replaced. Compare the number of the last entry with the latest receipt and backup "
        "before you accept it.",
    ),
    "log.accepted": (
        "Đã được Trưởng ban nhận ngày {day}: {finding}",
        "Accepted by the board head on {day}: {finding}",
    ),
    "findings.changed_meanwhile": (
        "Sổ vừa có thêm mục khác trong lúc xem. Chưa ký nhận gì. Kiểm tra lại từ đầu, lúc không ai "
        "khác đang mở sổ.",
        "Other entries were written meanwhile. Nothing was accepted. Check again from the "
        "beginning, while nobody else has the register open.",
    ),
    "findings.accepted": (
        "Đã ký nhận {count} chỗ. Mọi người làm việc tiếp được; các chỗ này vẫn hiện khi kiểm tra.",
        "Accepted {count} places. Everybody can go on; they stay visible in every check.",
    ),
    "log.row_unbound": (
        "Có dấu bản ghi thuộc mục {seq} mà nhật ký không có mục đó.",
        "There are digests of records under entry {seq}, which the log does not have.",
    ),
    "schema.changed": (
        "Cấu trúc của sổ đã bị sửa ở {table} {key}.",
        "The structure of the register was changed at {table} {key}.",
    ),
    "search.differs": (
        "Mục tìm kiếm của lượt {key} khác với nội dung lượt đó.",
        "The search entry of visit {key} differs from the visit itself.",
    ),
    "counts.differ": (
        "Số lượt ghi sẵn cho {key} khác với số lượt có trong sổ.",
        "The number of visits kept for {key} is not the number in the register.",
    ),
    "record.unknown": (
        "Bản ghi {table} {key} không có mục nhật ký nào.",
        "Record {table} {key} has no log entry.",
    ),
    "record.changed": (
        "Bản ghi {table} {key} khác với mục nhật ký {seq}.",
        "Record {table} {key} differs from log entry {seq}.",
    ),
    "record.missing": (
        "Bản ghi {table} {key} của mục nhật ký {seq} đã mất.",
        "Record {table} {key} of log entry {seq} is missing.",
    ),
}
