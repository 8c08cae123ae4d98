"""Sentences about set-up and unlocking of an office, its keys, its encrypted file and its clock."""

SENTENCES: dict[str, tuple[str, str]] = {
    "setup.folder_used": (
        "Thư mục này đã có một sổ. Sổ cũ không bị đụng tới. Chọn thư mục trống khác.",
        "This folder already holds a register. It was not touched. Choose an empty folder.",
    ),
    "setup.folder_unusable": (
        "Không tạo được thư mục {folder}: tên không dùng được, hoặc không có quyền ghi. Chưa ghi "
        "gì. Chọn thư mục khác.",
        "The folder {folder} cannot be made: its name cannot be used, or it may not be written. "
        "Nothing was written. Choose another folder.",
    ),
    "setup.no_head": (
        "Chưa có Trưởng ban. Chưa ghi gì. Người đầu tiên phải là Trưởng ban.",
        "There is no board head. Nothing was written. The first person must be the head.",
    ),
    "setup.name_missing": (
        "Có người chưa ghi họ tên. Chưa ghi gì. Điền đủ họ tên.",
        "Somebody has no name. Nothing was written. Fill in every name.",
    ),
    "setup.same_name": (
        "Hai người trùng tên tài khoản. Chưa ghi gì. Thêm chữ để phân biệt.",
        "Two accounts have the same name. Nothing was written. Add a word to tell them apart.",
    ),
    "setup.password_weak": (
        "Mật khẩu của {name} chưa đủ mạnh: {missing}. Chưa ghi gì.",
        "The password of {name} is too weak: {missing}. Nothing was written.",
    ),
    "keyring.missing": (
        "Không thấy sổ trong thư mục {folder}. Kiểm tra lại thư mục, hoặc lập sổ mới.",
        "There is no register in the folder {folder}. Check the folder, or set up a new one.",
    ),
    "keyring.unreadable": (
        "Tệp khoá bị hỏng nên chưa mở được sổ. Dữ liệu vẫn còn, vẫn mã hoá. Lấy lại tệp khoá từ "
        "bản sao lưu.",
        "The key file is damaged, so the register was not opened. The data are still there and "
        "encrypted. Restore the key file from a backup.",
    ),
    "keyring.newer": (
        "Tệp khoá do bản phần mềm mới hơn ghi. Chưa mở, chưa sửa gì. Cài bản mới rồi mở lại.",
        "The key file was written by a newer program. Nothing was changed. Install the newer one.",
    ),
    "keyring.older": (
        "Tệp khoá cũ hơn sổ (số {found}, sổ nhớ số {known}). Chưa mở, chưa sửa gì. Lấy lại tệp "
        "khoá mới nhất, hoặc để Trưởng ban mở sổ: phần mềm nêu tên người đã ghi số ấy.",
        "The key file is older than the register ({found}, the register has recorded {known}). "
        "Nothing was changed. Restore the newest key file, or let the board head open the "
        "register: the program names who has recorded that number.",
    ),
    "keyring.behind": (
        "Sổ nhớ tệp khoá số {known}, trong thư mục là số {found}: tệp khoá bị thay bằng bản cũ, "
        "hoặc có người tự ghi số ấy (mục {entry} của nhật ký, do {name} ký). Phần mềm đã đánh số "
        "tiếp để mọi người mở được sổ. Tài khoản tạm đóng vì mật khẩu có thể đã cũ: {closed}; hãy "
        "đặt mật khẩu mới cho họ. Kiểm tra nhật ký và hỏi lại {name}.",
        "The register has recorded key file {known}, the folder holds {found}: the key file was "
        "replaced by an older one, or somebody recorded that number (entry {entry} of the log, "
        "signed by {name}). The program has numbered onward, so that everybody can open the "
        "register. Accounts closed because their passwords may be old: {closed}; set new passwords "
        "for them. Verify the log and ask {name}.",
    ),
    "keyring.weak_kdf": (
        "Tệp khoá dùng mức bảo vệ mật khẩu quá thấp nên bị từ chối. Chưa mở gì. Báo Trưởng ban.",
        "The key file protects passwords too weakly and was refused. Tell the board head.",
    ),
    "keyring.costly_kdf": (
        "Tệp khoá đòi hỏi vượt mức cho phép nên bị từ chối. Chưa mở gì. Báo Trưởng ban.",
        "The key file demands more than the limits allow and was refused. Tell the board head.",
    ),
    "keyring.busy": (
        "Chưa ghi được vì cửa sổ hoặc lệnh khác đang ghi tệp khoá. Chưa đổi gì. Đợi một lát rồi "
        "làm lại.",
        "Not saved: another window or command is writing the key file. Nothing was changed. Try "
        "again in a moment.",
    ),
    "keyring.account_changed": (
        "Tài khoản này vừa được đổi ở cửa sổ hoặc lệnh khác. Lần đổi ở đây không có hiệu lực. Khoá "
        "sổ, mở lại rồi làm lại.",
        "This account was just changed by another window or command. The change made here is not "
        "in effect. Lock the register, unlock it and try again.",
    ),
    "keyring.unknown_user": (
        "Không có tài khoản này trong sổ. Chọn tên trong danh sách.",
        "There is no such account. Choose a name from the list.",
    ),
    "keyring.password_too_long": (
        "Mật khẩu quá dài. Dùng không quá 1.000 ký tự.",
        "The password is too long. Use at most 1,000 characters.",
    ),
    "unlock.wrong_password": (
        "Sai mật khẩu lần {tries}, chờ {wait} giây. Sổ vẫn khoá. Gõ lại.",
        "Wrong password, attempt {tries}: wait {wait} s. The register stays locked. Type it again.",
    ),
    "unlock.shut_out": (
        "Tài khoản này không còn quyền mở sổ. Hỏi Trưởng ban.",
        "This account may no longer open the register. Ask the board head.",
    ),
    "unlock.debug_refused": (
        "Tùy chọn --debug chỉ dùng cho sổ trình diễn: thêm --demonstration và --office là thư mục "
        "sổ do reception-admin demo tạo.",
        "The option --debug is for demonstration offices only: add --demonstration, and --office "
        "with the folder of an office made by reception-admin demo.",
    ),
    "unlock.second_window": (
        "Sổ đang mở ở cửa sổ khác trên máy này. Dùng cửa sổ đang mở.",
        "The register is already open in another window on this machine. Use that one.",
    ),
    "seal.broken": (
        "Một phần niêm phong không mở được: bị hỏng hoặc bị tráo. Các phần khác vẫn còn. Báo "
        "Trưởng ban và kiểm tra nhật ký.",
        "A sealed part does not open: damaged or swapped. The rest is there. Tell the board head "
        "and verify the log.",
    ),
    "members.forged": (
        "Danh sách người dùng bị sửa ngoài phần mềm ({table}). Sổ không mở, không ghi gì. Lấy lại "
        "bản sao lưu.",
        "The list of members was changed outside the program ({table}). The register was not "
        "opened. Restore a backup.",
    ),
    "rights.missing": (
        "Tài khoản này chưa được giao việc đó. Chưa làm gì. Hỏi Trưởng ban.",
        "This account has no right to do that. Nothing was done. Ask the board head.",
    ),
    "database.missing": (
        "Không thấy tệp dữ liệu trong thư mục {folder}. Lấy lại tệp từ bản sao lưu.",
        "The data file is missing from the folder {folder}. Restore it from a backup.",
    ),
    "database.not_a_file": (
        "Chưa mở được sổ: {file} không phải là tệp thường. Chưa đụng đến gì. Xem ai đã đặt nó ở "
        "đó, cất đi, rồi lấy lại tệp từ bản sao lưu.",
        "The register was not opened: {file} is no ordinary file. Nothing was touched. Find out "
        "who put it there, move it away, and restore the file from a backup.",
    ),
    "database.empty": (
        "Chưa mở được sổ: tệp dữ liệu {file} rỗng. Chưa ghi gì vào đó. Lấy lại tệp từ bản sao lưu.",
        "The register was not opened: the data file {file} is empty. Nothing was written to it. "
        "Restore the file from a backup.",
    ),
    "draft.key_folder": (
        "Chưa lưu được khoá vào {folder}: đầy, chỉ đọc, hoặc không phải là thư mục thường. Chưa "
        "ghi gì vào sổ. Xem ai đã đặt gì ở đó, cất đi hoặc dọn chỗ trống, rồi thử lại.",
        "The key was not stored in {folder}: it is full, read-only, or no ordinary folder. "
        "Nothing was written to the register. Find out what was put there, move it away or free "
        "some space, then try again.",
    ),
    "database.read_only": (
        "Chưa mở được sổ: không ghi được vào thư mục {folder}. Dữ liệu không sao. Cho phép ghi "
        "vào thư mục đó (bỏ chế độ chỉ đọc, gỡ khoá của thẻ nhớ), rồi mở lại.",
        "The register was not opened: the folder {folder} cannot be written. The data is not "
        "affected. Allow writing to that folder, then open again.",
    ),
    "tries.unwritable": (
        "Chưa mở được sổ: không ghi được tệp {file} ({reason}), nơi đếm số lần gõ sai mật khẩu. "
        "Cất hoặc sửa tệp đó, rồi mở lại.",
        "The register was not opened: the file {file}, which counts wrong passwords, cannot be "
        "written ({reason}). Move or repair that file, then open again.",
    ),
    "anchor.unwritable": (
        "Máy này không ghi được dấu cuối nhật ký vào thư mục trạng thái của chương trình. Việc "
        "đang làm vẫn được lưu, nhưng nếu nhật ký bị cắt bớt phần cuối thì máy này không nhận ra. "
        "Báo người quản trị.",
        "This machine cannot store the end of the log in the program's state folder. What you do "
        "is saved, but a log whose end was cut would not show here. Tell the administrator.",
    ),
    "database.unreadable": (
        "Chưa mở được sổ: tệp dữ liệu bị hỏng hoặc không phải của sổ này. Chưa sửa gì. Lấy lại "
        "bản sao lưu.",
        "The register was not opened: the data file is damaged or another's. Nothing was "
        "changed. Restore a backup.",
    ),
    "database.damaged": (
        "Tệp dữ liệu bị hỏng một phần. Phần mềm đã dừng ghi để không hỏng thêm; danh tính vẫn "
        "được mã hoá. Đóng sổ, chép cả thư mục sang chỗ khác rồi lấy lại bản sao lưu.",
        "The data file is partly damaged. The program stopped writing; identities are still "
        "encrypted. Close it, copy the folder elsewhere, then restore a backup.",
    ),
    "database.unreadable_value": (
        "Sổ có một giá trị không đọc được: có người đã dùng công cụ khác ghi vào, hoặc tệp đã "
        "hỏng. Chưa làm gì cả; phần khác của sổ vẫn dùng được. Báo Trưởng ban chạy “Kiểm tra nhật "
        "ký”: kết quả nêu tên dòng ấy.",
        "The register contains a value that cannot be read: somebody has written it with other "
        "tools, or the file is damaged. Nothing was done; the rest of the register can be used. "
        "Ask the board head to verify the audit log: its result names the row.",
    ),
    "database.schema_changed": (
        "Có người đã dùng công cụ khác sửa cấu trúc sổ ({name}), nên không thể tin những gì sổ cho "
        "xem. Chưa mở, chưa sửa gì. Chép cả thư mục sang chỗ khác làm bằng chứng, báo Trưởng ban, "
        "rồi Trưởng ban lấy lại bản sao lưu mới nhất.",
        "Somebody has changed the structure of the register ({name}) with other tools, so what it "
        "shows cannot be relied on. It was not opened and nothing was changed. Copy the folder "
        "elsewhere as evidence and tell the board head, who restores the newest backup.",
    ),
    "database.newer": (
        "Sổ do bản phần mềm mới hơn ghi (bản dữ liệu {found}, máy này biết đến {known}). Chưa "
        "sửa gì. Cài bản mới rồi mở lại.",
        "A newer program wrote this register (data version {found}, this one knows {known}). "
        "Nothing was changed. Install the newer program.",
    ),
    "database.disk_full": (
        "Chưa lưu được. Ổ đĩa đầy hoặc không ghi được. Nháp vẫn còn, đã mã hoá. Dọn ổ đĩa rồi "
        "lưu lại.",
        "Not saved. The disk is full or refuses to write. The draft is safe and encrypted. Free "
        "some space and save again.",
    ),
    "database.busy": (
        "Chưa lưu được vì việc khác đang ghi sổ. Chưa mất gì. Đợi một lát rồi lưu lại.",
        "Not saved: something else is writing to the register. Nothing is lost. Save again in a "
        "moment.",
    ),
    "database.setting_refused": (
        "Máy không nhận cách ghi an toàn ({name}) nên sổ không mở. Chưa sửa gì. Chuyển sổ sang ổ "
        "đĩa trong máy.",
        "This disk refuses a safe setting ({name}), so the register was not opened. Move it to a "
        "disk inside the machine.",
    ),
    "draft.key_missing": (
        "Nháp này không mở được nữa vì khoá của nháp đã mất. Các lượt đã lưu vẫn còn. Ghi lại "
        "lượt này.",
        "This draft cannot be opened: its key is gone. Saved visits are safe. Enter it again.",
    ),
    "draft.not_yours": (
        "Nháp này là của người khác. Không mở, không xoá gì. Chọn nháp của mình.",
        "This draft is another person's. Nothing was opened or removed. Choose one of your own.",
    ),
    "draft.bad_id": (
        "Nháp này không đúng dạng nên không mở. Ghi lại lượt này.",
        "This draft has a wrong name and was not opened. Enter the visit again.",
    ),
    "recovery.words_wrong": (
        "Các từ của hai tờ khôi phục không khớp. Chưa mở gì. Xem lại từng từ.",
        "The words of the two recovery sheets do not match. Nothing was opened. Check each word.",
    ),
    "recovery.sheet_wrong": (
        "33 từ của tờ {sheet} không khớp nhau: có từ sai hoặc sai chỗ. Chưa mở gì. So lại từng từ "
        "với tờ giấy.",
        "The 33 words of sheet {sheet} do not match: a word is wrong or in the wrong place. "
        "Nothing was opened. Compare each word with the paper.",
    ),
    "recovery.same_sheet": (
        "Hai lần đều là cùng một tờ. Chưa mở gì. Cần hai tờ khác nhau trong ba tờ.",
        "The same sheet was typed twice. Nothing was opened. Two different sheets are needed.",
    ),
    "recovery.sheets_differ": (
        "Hai tờ không cùng một bộ. Chưa mở gì. Tìm hai tờ lập cùng một ngày.",
        "The two sheets are of different sets. Nothing was opened. Find two made on one day.",
    ),
    "recovery.foreign": (
        "Hai tờ này không mở được sổ trên máy này: của cơ quan khác, hoặc đã được thay bằng tờ "
        "mới. Chưa mở gì, chưa sửa gì. Tìm ba tờ lập sau cùng.",
        "These two sheets do not open this register: another office's, or replaced by newer ones. "
        "Nothing was opened or changed. Find the three made last.",
    ),
    "recovery.not_made": (
        "Cơ quan này chưa lập tờ khôi phục nên chỉ mật khẩu mở được sổ. Chưa sửa gì. Thử lại mật "
        "khẩu còn nhớ.",
        "This office has made no recovery sheets: only a password opens the register. Nothing was "
        "changed. Try the passwords you remember.",
    ),
    "recovery.head_only": (
        "Chỉ Trưởng ban tạo được tờ khôi phục. Sổ giữ nguyên. Trưởng ban tự mở sổ rồi tạo.",
        "Only the board head can make recovery sheets. Nothing changed. The head opens the "
        "register and makes them.",
    ),
    "recovery.made_already": (
        "Cơ quan đã có tờ khôi phục. Sổ giữ nguyên. Ba tờ cũ vẫn dùng được.",
        "The office has its recovery sheets. Nothing changed. The three sheets still work.",
    ),
    "recovery.missing": (
        "Chưa có tờ khôi phục. Quên mật khẩu Trưởng ban thì không ai mở được sổ. Lập ba tờ ngay "
        "khi đủ người giữ.",
        "There are no recovery sheets. If the head's password is forgotten, nobody can open the "
        "register. Make the three sheets as soon as their holders are there.",
    ),
    "clock.nothing_to_confirm": (
        "Không có lần đồng hồ sai nào chờ xác nhận. Chưa ghi gì. Mở lại danh sách việc chờ.",
        "No wrong clock waits to be confirmed. Nothing was logged. Read the list again.",
    ),
    "clock.backwards": (
        "Đồng hồ máy chạy lùi so với lần ghi cuối. Xem lại ngày giờ của máy trước khi ghi.",
        "The machine's clock is behind the last entry. Check date and time before writing.",
    ),
    "clock.leap": (
        "Đã hơn ba ngày từ lần ghi cuối. Xem lại ngày giờ của máy trước khi ghi.",
        "More than three days have passed since the last entry. Check date and time before "
        "writing.",
    ),
}
