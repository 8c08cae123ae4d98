"""Texts of the administrators' command line: help and results."""

SENTENCES: dict[str, tuple[str, str]] = {
    "console.about": (
        "Sổ tiếp công dân: lập sổ, nhập sổ cũ, xuất báo cáo, kiểm tra nhật ký.",
        "Citizen-reception register: set up, import, report, verify.",
    ),
    "console.lang": ("ngôn ngữ: vi hoặc en", "language: vi or en"),
    "console.json": ("in kết quả dạng JSON", "print the result as JSON"),
    "console.office": ("thư mục của sổ", "folder of the register"),
    "console.user": (
        "tài khoản mở sổ (mặc định: Trưởng ban)",
        "account that opens the register (default: the head)",
    ),
    "console.password_stdin": (
        "đọc mật khẩu từ dòng đầu của đầu vào chuẩn",
        "read the password from the first line of standard input",
    ),
    "console.init": ("lập sổ mới", "set up a new office"),
    "console.name": ("cơ quan ban hành, in ở đầu giấy tờ", "issuing body, printed on papers"),
    "console.head": ("họ tên Trưởng ban", "name of the board head"),
    "console.head_reads": (
        "Trưởng ban được đọc nội dung mọi đơn tố cáo",
        "the head may read every denunciation",
    ),
    "console.recovery": (
        "tờ khôi phục: tên máy in, '-' (chép từ màn hình), hoặc later (lập sau)",
        "recovery sheets: a printer, '-' (copy from the screen), or later",
    ),
    "console.demo": ("lập sổ trình diễn với người hư cấu", "make a demonstration office"),
    "console.demo_made": (
        "Đã lập sổ trình diễn ở {folder}: {visits} lượt, mọi người và việc đều hư cấu.",
        "Demonstration office in {folder}: {visits} visits, all people and matters fictional.",
    ),
    "console.demo_account": (
        "Tài khoản {name}, mật khẩu: {password}",
        "Account {name}, password: {password}",
    ),
    "console.demo_gone": (
        "Sổ trình diễn này nằm trong bộ nhớ và mất khi lệnh kết thúc; thêm --office DIR để giữ.",
        "This office is in memory and lost when the command ends; add --office DIR to keep it.",
    ),
    "console.demo_weak": (
        "Sổ trình diễn bảo vệ mật khẩu nhẹ để chạy nhanh. Không ghi người thật vào đây.",
        "The demonstration protects passwords weakly, to be quick. Enter no real person here.",
    ),
    "console.recovery_by_cable": (
        "Máy in {printer} không rõ là cắm cáp nên không in tờ khôi phục. Chọn máy in cắm cáp.",
        "The printer {printer} is not known to be on a cable, so no sheet was printed. Choose a "
        "printer on a cable.",
    ),
    "console.recovery_kept": (
        "Chưa in tờ khôi phục: máy tính này giữ lại giấy đã in, hoặc chưa rõ. Nhờ người quản trị "
        "đặt PreserveJobFiles No trong cupsd.conf, hoặc dùng --recovery - để chép từ màn hình.",
        "No recovery sheet was printed: this computer keeps printed documents, or may. Have the "
        "administrator set PreserveJobFiles No in cupsd.conf, or copy from the screen with "
        "--recovery -.",
    ),
    "console.demonstration": (
        "sổ trình diễn, mật khẩu được bảo vệ nhẹ",
        "a demonstration office, whose passwords are weakly protected",
    ),
    "console.file_failed": (
        "Không ghi hoặc đọc được {path}: {reason}. Sổ không đổi. Xem lại đường dẫn, quyền và "
        "chỗ trống rồi chạy lại.",
        "Cannot write or read {path}: {reason}. The register is unchanged. Check the path, its "
        "rights and free space, then run the command again.",
    ),
    "console.walk_failed": (
        "Chưa chụp hết các màn hình. Giấy tờ đã để ở {folder}. Xem dòng lỗi ở trên, rồi chạy lại.",
        "Not every screen was pictured. The papers are in {folder}. See the lines above, then run "
        "it again.",
    ),
    "console.years": (
        "số năm có lượt tiếp, tính đến hôm nay (mặc định 3)",
        "years of visits up to today (default 3)",
    ),
    "console.backup": ("sao lưu sổ vào một thư mục", "copy the register into a folder"),
    "console.restore": (
        "khôi phục bản sao lưu thành một sổ mới",
        "restore a backup as a new office",
    ),
    "console.backup_to": (
        "nơi sao lưu đã đặt trong Cài đặt, hoặc usb:TÊN của USB; thư mục khác cần người quản lý",
        "backup location of the settings, or usb:LABEL of a stick; the head may name any folder",
    ),
    "console.restore_from": (
        "thư mục của bản sao lưu (sao-luu-…)",
        "folder of the backup (sao-luu-...)",
    ),
    "console.restore_office": ("thư mục mới của sổ", "new folder of the office"),
    "console.in_place": (
        "đưa vào đúng chỗ sổ hiện có; sổ hiện có được giữ lại ở thư mục bên cạnh",
        "replace the present office, which is kept in a folder beside it",
    ),
    "console.confirm": (
        "người còn dùng sổ, khi bản sao lưu cũ hơn danh sách đã biết; mỗi người một lần; ai không "
        "được nêu thì tạm ngừng",
        "somebody who still uses the register, when the backup is older than the known roster; "
        "once for each person; whoever is not named is suspended",
    ),
    "console.restored_kept": (
        "Sổ trước đó giữ nguyên ở {folder}.",
        "The office before is kept as it was in {folder}.",
    ),
    "console.backed_up": (
        "Đã sao lưu và mở thử: {folder}, {visits} lượt, {entries} mục nhật ký.",
        "Backed up, opened and checked: {folder}, {visits} visits, {entries} log entries.",
    ),
    "console.restored": (
        "Đã khôi phục vào {folder}: {visits} lượt, bản sao lưu ngày {made:%d/%m/%Y}.",
        "Restored into {folder}: {visits} visits, backup of {made:%d/%m/%Y}.",
    ),
    "console.window": ("mở cửa sổ sau khi lập", "open the window afterwards"),
    "console.out": ("thư mục để lại giấy tờ và ảnh", "folder for papers and pictures"),
    "console.import": ("nhập sổ Excel đã có", "import an existing Excel register"),
    "console.file": ("tệp .xlsx", "the .xlsx file"),
    "console.tags_now": (
        "lập ngay dấu nhận người quay lại (chậm, khoảng 20 người mỗi giây)",
        "make the blind index of repeat reporters now (slow, about 20 people a second)",
    ),
    "console.leave_problems": (
        "để lại các dòng vướng, nhập những dòng còn lại",
        "leave rows with problems out and import the others",
    ),
    "console.preview": ("chỉ xem trước, không ghi", "only preview, write nothing"),
    "console.report": ("xuất biểu thống kê", "write a statutory table"),
    "console.form": ("biểu, ví dụ 01/TCD", "table, e.g. 01/TCD"),
    "console.from": ("từ ngày (năm-tháng-ngày)", "from (year-month-day)"),
    "console.to": ("đến hết ngày (năm-tháng-ngày)", "to, included (year-month-day)"),
    "console.format": ("json, xlsx hoặc pdf", "json, xlsx or pdf"),
    "console.report_out": ("tệp kết quả, '-' là đầu ra chuẩn", "file, '-' is standard output"),
    "console.verify": ("kiểm tra nhật ký và mọi bản ghi", "verify the log and every record"),
    "console.roster": (
        "so sổ với danh sách người dùng có chữ ký; Trưởng ban xem chỗ khác và ký lại",
        "compare the register with the signed roster; the head sees what differs and signs again",
    ),
    "console.sign": (
        "ký danh sách mới đúng như các dòng in ra",
        "sign the next roster over exactly the rows that are printed",
    ),
    "console.created": (
        "Đã lập sổ ở {folder}. Tài khoản: {head}.",
        "Register set up in {folder}. Account: {head}.",
    ),
    "console.reader_nobody": (
        "Chưa ai đọc được nội dung tố cáo, ngoài người tiếp đến hết ngày làm việc kế tiếp. Mở sổ, "
        "vào Cài đặt, Tài khoản và quyền, giao quyền Đọc nội dung tố cáo. "
        "(Lần sau: --head-reads.)",
        "Nobody reads denunciations yet, but the receiving officer until the end of the next "
        "working day. Open the register, Settings, Accounts and rights: give the right Read "
        "denunciations. (Next time: --head-reads.)",
    ),
    "console.reader_head": (
        "{head} đọc được nội dung mọi đơn tố cáo. Giao cho người khác: Cài đặt, Tài khoản và "
        "quyền.",
        "{head} reads every denunciation. To give it to others: Settings, Accounts and rights.",
    ),
    "console.recovery_later": (
        "Chưa có tờ khôi phục. Mở sổ sẽ nhắc cho đến khi ba tờ được lập.",
        "There are no recovery sheets yet. Each unlock will remind until the three exist.",
    ),
    "console.wrote": ("Đã ghi {path}.", "Wrote {path}."),
    "console.verified": (
        "Nhật ký nguyên vẹn: {entries} mục, {records} bản ghi khớp.",
        "The log is intact: {entries} entries, {records} records match.",
    ),
    "console.accept": (
        "Trưởng ban ký nhận mọi chỗ không khớp; đọc từng chỗ ở lần chạy không có tuỳ chọn này, "
        "rồi ghi số chỗ đã đọc",
        "the board head accepts everything found; read it in a run without this option, then give "
        "the number of places read",
    ),
    "console.broken": (
        "Có {count} chỗ không khớp. Chỗ đầu tiên: {first}",
        "{count} mismatches were found. The first: {first}",
    ),
    "console.imported": (
        "Đã nhập {rows} dòng. Tệp Excel vẫn còn mọi tên: cất vào két hoặc xoá hẳn, kể cả bản "
        "trong thư điện tử và USB.",
        "{rows} rows imported. The Excel file still holds every name: lock it away or destroy "
        "it, also copies in mail and on USB sticks.",
    ),
    "console.no_password": (
        "Chưa có mật khẩu. Thêm --password-stdin và đưa mật khẩu qua đầu vào chuẩn.",
        "No password. Add --password-stdin and give the password on standard input.",
    ),
    "console.no_user": (
        "Không có tài khoản {name}. Các tài khoản: {names}.",
        "There is no account {name}. Accounts: {names}.",
    ),
    "console.shares_in_file": (
        "Không để tờ khôi phục trong tệp. Dùng máy in cắm cáp, màn hình, hoặc later.",
        "Recovery sheets are not left in a file. Use a cable printer, the screen, or later.",
    ),
    "console.bad_date": (
        "Ngày {value} không đúng. Viết năm-tháng-ngày, ví dụ 2017-06-30.",
        "The date {value} is wrong. Write year-month-day, e.g. 2017-06-30.",
    ),
    "console.usage": ("cách dùng:", "usage:"),
    "console.head_arguments": ("cần có", "arguments"),
    "console.head_options": ("tuỳ chọn", "options"),
    "console.head_commands": ("lệnh", "commands"),
    "console.metavar_command": ("LỆNH", "COMMAND"),
    "console.help": ("hiện trợ giúp này rồi thôi", "show this help and end"),
    "console.usage_required": ("còn thiếu {what}", "the following are required: {what}"),
    "console.usage_choice": (
        "{name} không có lựa chọn {what}",
        "{name} has no choice {what}",
    ),
    "console.usage_value": ("{name} cần một giá trị", "{name} needs a value"),
    "console.usage_no_value": ("{name} không nhận giá trị", "{name} takes no value"),
    "console.usage_argument": ("{name}: {what}", "{name}: {what}"),
    "console.usage_unknown": ("không có tuỳ chọn {what}", "unknown: {what}"),
    "console.name_missing": (
        "Chưa ghi tên cơ quan. Chưa ghi gì. Thêm tên vào sau --name.",
        "The office has no name. Nothing was written. Give one after --name.",
    ),
    "console.brake": (
        "Đã gõ sai mật khẩu, chờ {seconds} giây rồi mới thử.",
        "There were wrong passwords: waiting {seconds} seconds before this attempt.",
    ),
    "console.ask_password": ("Mật khẩu: ", "Password: "),
    "console.ask_again": ("Gõ lại mật khẩu: ", "The same password again: "),
    "console.passwords_differ": (
        "Hai lần gõ mật khẩu khác nhau. Chưa ghi gì. Chạy lại lệnh.",
        "The two passwords differ. Nothing was written. Run the command again.",
    ),
    "console.password_unreadable": (
        "Mật khẩu đưa vào không phải văn bản UTF-8. Sổ vẫn khoá. Lưu lại dạng UTF-8 rồi chạy lại.",
        "The password given is not UTF-8 text. The register stays locked. Give it as UTF-8.",
    ),
    "console.fault": (
        "Chương trình có lỗi. Những gì đã lưu vẫn còn nguyên. Đưa các dòng dưới đây cho người bảo "
        "trì: chỉ có tên chỗ trong chương trình, không có gì về ai.",
        "The program has a fault. What was saved is safe. Show the lines below to those who "
        "maintain it: they name places in the program, nothing about people.",
    ),
    "console.stopped": (
        "Đã dừng theo yêu cầu. Việc đang làm dở không được ghi.",
        "Stopped as asked. What was not finished is not written.",
    ),
    "console.recovery_holder": (
        "Tờ {sheet}: chỉ để người giữ tờ này ngồi trước màn hình, rồi Enter:",
        "Sheet {sheet}: let its holder alone sit at the screen, then Enter:",
    ),
    "console.recovery_copied": (
        "Chép tờ {sheet} ra giấy, xong thì Enter: các từ sẽ biến khỏi màn hình.",
        "Copy sheet {sheet} onto paper, then Enter: the words leave the screen.",
    ),
    "console.recovery_wrong": (
        "Từ đó không đúng. Xem lại tờ giấy.",
        "That word is not right. Look at the paper again.",
    ),
    "console.recovery_left": (
        "Chưa xong ba tờ khôi phục nên chưa lập sổ. Huỷ các tờ đã chép rồi chạy lại.",
        "The three sheets were not finished, so no register was set up. Destroy what was copied "
        "and run the command again.",
    ),
    "console.recovery_sheet": ("TỜ KHÔI PHỤC SỐ {sheet}", "RECOVERY SHEET {sheet}"),
    "console.recovery_next": (
        "Nhìn tờ {sheet} trên giấy, gõ từ số {place} rồi Enter:",
        "From sheet {sheet} on paper, type word {place} and Enter:",
    ),
    "console.recovery_no_terminal": (
        "Tờ khôi phục chỉ hiện trên màn hình gõ lệnh, không ghi vào tệp hay ống nối.",
        "Recovery sheets are shown on a terminal only, not written to a file or a pipe.",
    ),
}
