"""Sentences about the roster: which members, rights and keys are the newest."""

SENTENCES: dict[str, tuple[str, str]] = {
    "roster.rows_differ": (
        "Người dùng, quyền hoặc khoá trong sổ không khớp danh sách số {number} do Trưởng ban ký "
        "({count} dòng khác). Sổ không mở, không ghi gì. Báo Trưởng ban: chỉ Trưởng ban mở được, "
        "xem từng dòng và ký lại.",
        "People, rights or keys in the register differ from roster {number}, which the board head "
        "signed (rows that differ: {count}). It was not opened and nothing was written. Tell the "
        "board head, who alone can open it, see each row and sign again.",
    ),
    "roster.lower": (
        "Sổ này cũ hơn lần cuối đã thấy: danh sách người dùng số {found}, lẽ ra ít nhất là số "
        "{known}. Có người đã đặt lại tệp cũ. Không mở, không ghi gì. Báo Trưởng ban.",
        "This register is older than what was seen last: its roster has the number {found}, it "
        "should be {known} at least. Somebody put old files back. It was not opened and nothing "
        "was written. Tell the board head.",
    ),
    "roster.fork": (
        "Danh sách người dùng số {number} trong sổ không phải bản đã thấy lần trước: có hai sổ đi "
        "tiếp từ cùng một bản sao. Không mở, không ghi gì. Báo Trưởng ban.",
        "Roster {number} of this register is not the one seen before: two registers were continued "
        "from one copy. It was not opened and nothing was written. Tell the board head.",
    ),
    "roster.forged": (
        "Danh sách người dùng không có chữ ký đúng của Trưởng ban: có người đã sửa. Sổ không mở, "
        "không ghi gì. Báo Trưởng ban.",
        "The roster of people and keys has no valid signature of the board head: somebody changed "
        "it. The register was not opened and nothing was written. Tell the board head.",
    ),
    "roster.none": (
        "Sổ này chưa có danh sách người dùng có chữ ký Trưởng ban. Vẫn làm việc như trước; Trưởng "
        "ban mở sổ một lần để kiểm tra và ký.",
        "This register has no roster signed by the board head yet. Work goes on as before; the "
        "head opens it once to verify and sign.",
    ),
    "roster.start_explained": (
        "Từ nay sổ chỉ nhận người dùng, quyền và khoá có trong danh sách bạn đã ký; dòng cũ bị đặt "
        "lại sẽ bị nhận ra. Phần mềm kiểm tra toàn bộ nhật ký trước, rồi bạn ký danh sách đầu "
        "tiên.",
        "From now on the register accepts only people, rights and keys of a list that you signed; "
        "an old row that is put back is noticed. The program verifies the whole log first, then "
        "you sign the first list.",
    ),
    "roster.start_findings": (
        "Những chỗ này có trước khi có danh sách. Đọc từng dòng, hỏi người liên quan. Ký nghĩa là "
        "nhận trạng thái hiện nay của người dùng, quyền và khoá; các chỗ này được ghi vào nhật ký.",
        "These were there before the list. Read every line and ask the people concerned. Signing "
        "accepts the present people, rights and keys; what was found goes into the log.",
    ),
    "roster.started_already": (
        "Danh sách người dùng vừa được ký ở nơi khác. Chưa ký thêm. Mở lại sổ.",
        "The roster was signed elsewhere just now. Nothing more was signed. Open the register "
        "again.",
    ),
    "roster.changed_meanwhile": (
        "Sổ vừa bị đổi thêm trong lúc xem. Chưa ký gì. Không cho ai khác dùng máy, rồi xem lại "
        "từng dòng từ đầu.",
        "The register was changed again meanwhile. Nothing was signed. Let nobody else use the "
        "machine, then look at each row from the beginning.",
    ),
    "roster.link_broken": (
        "Danh sách người dùng trước số {key} không nối với bản sau: có bản bị bỏ hoặc bị thay.",
        "The roster before number {key} is not the one that the next names: it was removed or "
        "replaced.",
    ),
    "roster.fell": (
        "Mục {seq} ghi theo danh sách người dùng cũ hơn mục trước đó.",
        "Entry {seq} names an older roster than an entry before it.",
    ),
    "roster.unknown_number": (
        "Mục {seq} ghi theo một danh sách người dùng không có trong sổ.",
        "Entry {seq} names a roster that the register does not have.",
    ),
}
