"""Sentences about backups and restoring them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "backup.place_missing": (
        "Không thấy nơi sao lưu {place}. Sổ không đổi, bản sao lưu cũ còn nguyên. Cắm USB hoặc "
        "chọn thư mục khác rồi sao lưu lại.",
        "The backup location {place} was not found. The register and older backups are "
        "unchanged. Plug the medium in or choose another folder, then back up again.",
    ),
    "backup.place_name": (
        "Tên thư mục {place} có ký tự không đọc được nên không dùng làm nơi sao lưu. Chưa đổi gì. "
        "Đổi tên thư mục hoặc nhãn USB, hoặc chọn nơi khác.",
        "The name of the folder {place} has characters that cannot be read, so it is no backup "
        "location. Nothing was changed. Rename the folder or the stick, or choose another one.",
    ),
    "backup.unwritable": (
        "Chưa sao lưu được vào {place}: {reason}. Sổ không đổi, bản sao lưu cũ còn nguyên. Xem "
        "lại chỗ trống, khoá chống ghi và quyền, rồi làm lại.",
        "Could not write to {place}: {reason}. The register and older backups are unchanged. Check "
        "free space, write protection and rights, then try again.",
    ),
    "backup.copy_bad": (
        "Bản sao ở {place} mở ra kiểm tra không khớp nên không tính. Sổ không đổi. Kiểm tra nhật "
        "ký của sổ, rồi sao lưu sang nơi khác.",
        "The copy in {place} was opened and does not match, so it is not valid. The register is "
        "unchanged. Check the log, then back up to another location.",
    ),
    "backup.findings": (
        "Bản sao lưu ở {place} còn đủ, nhưng nhật ký trong đó có {count} chỗ không khớp mà Trưởng "
        "ban chưa ký nhận. Chỗ đầu tiên: {first} Chưa khôi phục gì. Sổ còn mở được thì Trưởng ban "
        "kiểm tra nhật ký, ký nhận rồi sao lưu lại. Nếu không, dùng bản sao lưu trước đó, hoặc "
        "chép bản này thành một thư mục sổ riêng, chạy reception-admin verify ở đó, ký nhận bằng "
        "--accept, sao lưu rồi khôi phục bản mới.",
        "The backup in {place} is complete, but its log has {count} places that do not agree and "
        "that the board head has not accepted. The first: {first} Nothing was restored. If the "
        "register still opens, the head checks the log, accepts them and backs up again. If not, "
        "use an earlier backup, or copy this one to an office folder of its own, run "
        "reception-admin verify there, accept with --accept, back up and restore the new backup.",
    ),
    "backup.made_with_findings": (
        "Đã sao lưu, nhưng nhật ký có {count} chỗ không khớp; Trưởng ban kiểm tra nhật ký (F5 ở "
        "trang Nhật ký).",
        "Backed up, but the log has {count} places that do not agree; the board head checks the "
        "log (F5 on the log page).",
    ),
    "backup.not_one": (
        "Thư mục {folder} không phải bản sao lưu của phần mềm này. Chưa làm gì. Chọn thư mục tên "
        "bắt đầu bằng sao-luu-.",
        "The folder {folder} is no backup of this program. Nothing was done. Choose a folder "
        "whose name begins with sao-luu-.",
    ),
    "backup.newer": (
        "Bản sao lưu do bản phần mềm mới hơn ghi. Chưa làm gì. Cài bản mới rồi khôi phục lại.",
        "A newer program made this backup. Nothing was done. Install it, then restore.",
    ),
    "backup.damaged": (
        "Bản sao lưu bị hỏng ở tệp {file}. Chưa làm gì, sổ hiện tại không đổi. Dùng bản sao lưu "
        "khác.",
        "The backup is damaged in the file {file}. Nothing was done and the present register is "
        "unchanged. Use another backup.",
    ),
    "backup.no_account": (
        "Bản sao lưu không có tài khoản {name}. Chưa làm gì. Gõ đúng tên tài khoản có lúc sao lưu.",
        "The backup has no account {name}. Nothing was done. Give an account that existed when "
        "it was made.",
    ),
    "backup.wrong_password": (
        "Mật khẩu không mở được bản sao lưu. Chưa làm gì. Gõ mật khẩu có lúc sao lưu.",
        "The password does not open the backup. Nothing was done. Give the one it was made with.",
    ),
    "backup.target_taken": (
        "Thư mục {folder} đã có tệp nên không khôi phục vào đó. Chưa làm gì. Chọn thư mục mới.",
        "The folder {folder} holds files already, so nothing was restored. Nothing was done. "
        "Choose a new folder.",
    ),
    "backup.full": (
        "Thư mục {place} không đủ chỗ. Sổ không đổi, bản sao lưu cũ còn nguyên. Dọn bớt tệp khác ở "
        "đó hoặc chọn nơi rộng hơn, rồi làm lại.",
        "There is not enough space in {place}. The register and older backups are unchanged. Free "
        "some or choose a larger location, then try again.",
    ),
    "backup.busy": (
        "Đang có một lần sao lưu khác của sổ này. Sổ không đổi. Đợi xong rồi làm lại.",
        "Another backup of this register is under way. The register is unchanged. Wait for it, "
        "then try again.",
    ),
    "backup.other_key": (
        "Khoá đang dùng không mở được bản sao lưu này: nó có từ trước khi đổi khoá hoặc trước "
        "khi có tài khoản này. Chưa làm gì. Mở thử từ trang Khôi phục bằng mật khẩu thời đó.",
        "The present key does not open this backup: it is from before a change of keys or of "
        "accounts. Nothing was done. Try it on the Restore page with a password of that time.",
    ),
    "backup.office_open": (
        "Sổ đang mở trong một cửa sổ khác nên chưa thay. Chưa làm gì. Đóng cửa sổ ấy rồi làm lại.",
        "The register is open in another window, so it was not replaced. Nothing was done. Close "
        "that window, then try again.",
    ),
    "backup.head_only": (
        "Chỉ Trưởng ban khôi phục được sổ, bằng mật khẩu của Trưởng ban. Chưa làm gì. Ai cũng mở "
        "thử và so sánh được bản sao lưu.",
        "Only the board head can restore a register, with the head's password. Nothing was done. "
        "Everybody may open a backup and compare it.",
    ),
    "backup.former_root": (
        "Sau bản sao lưu này, sổ đã được mở lại bằng tờ khôi phục và có khoá ký mới, nên bản "
        "sao lưu không thay vào được nữa. Chưa làm gì. Khôi phục bản sao lưu làm sau lần mở lại "
        "đó; bản này vẫn mở thử và so sánh được.",
        "After this backup the office was opened with recovery sheets and got a new signing key, "
        "so the backup cannot take its place any more. Nothing was done. Restore a backup made "
        "since then; this one can still be opened and compared.",
    ),
    "backup.confirm_people": (
        "Bản sao lưu cũ hơn danh sách người dùng đã biết, nên Trưởng ban phải xác nhận từng người "
        "còn dùng sổ: {names}. Chưa làm gì. Ai không được xác nhận thì tạm ngừng.",
        "The backup is older than the roster that is known, so the board head must confirm each "
        "person who still uses the register: {names}. Nothing was done. Whoever is not confirmed "
        "is suspended.",
    ),
    "backup.other_branch": (
        "Bản sao lưu được ghi tiếp ở nơi khác, bằng khoá mà sổ hiện tại không biết, nên không thay "
        "vào sổ này được. Chưa làm gì. Khôi phục vào một thư mục khác.",
        "The backup was continued elsewhere, with keys that the present register does not know, so "
        "it cannot take its place. Nothing was done. Restore it into another folder.",
    ),
    "backup.unreadable_visits": (
        "Danh tính trong {count} lượt không còn ai mở được: khoá lúc sao lưu đã huỷ. Sổ trước đó "
        "vẫn giữ bên cạnh.",
        "Nobody can open the identities of {count} visits any more: their keys of that time are "
        "gone. The register before is kept beside.",
    ),
    "backup.protected_due": (
        "Người giữ danh tính phải đổi khoá danh tính người tố cáo: xem trang Việc cần làm.",
        "A custodian must renew the key of denouncers' identities: see the to-do page.",
    ),
    "restored.older": (
        "Sổ này được {name} khôi phục ngày {at:%d/%m/%Y} từ bản sao lưu ngày "
        "{made:%d/%m/%Y}. Máy này đã từng ghi thêm {beyond} mục nhật ký không có trong bản ấy. "
        "Lượt tiếp ghi sau lúc sao lưu phải ghi bổ sung theo giấy đã in.",
        "{name} restored this register on {at:%d/%m/%Y} from the backup of "
        "{made:%d/%m/%Y}. This machine had seen {beyond} more log entries that are not in it. "
        "Enter the visits made after that backup again, by their papers.",
    ),
    "backup.not_a_location": (
        "{place} không phải nơi sao lưu của cơ quan. Chưa chép gì. Sao lưu vào nơi đã đặt trong "
        "Cài đặt, hoặc nhờ người quản lý.",
        "{place} is no backup location of the office. Nothing was copied. Use a location of the "
        "settings, or ask whoever manages the office.",
    ),
    "backup.not_made_here": (
        "Bản sao lưu {name} không do lần mở sổ này tạo ra. Chưa ghi, chưa xoá gì. Sao lưu lại.",
        "This session has not made the backup {name}. Nothing was logged or removed. Make a "
        "backup.",
    ),
    "restored.same": (
        "Sổ này được {name} khôi phục ngày {at:%d/%m/%Y} từ bản sao lưu ngày "
        "{made:%d/%m/%Y}. Máy này không thấy mục nhật ký nào bị thiếu.",
        "{name} restored this register on {at:%d/%m/%Y} from the backup of "
        "{made:%d/%m/%Y}. As far as this machine knows, no log entry is missing.",
    ),
    "restored.elsewhere": (
        "Sổ này được {name} khôi phục ngày {at:%d/%m/%Y} từ bản sao lưu ngày "
        "{made:%d/%m/%Y}. Máy này chưa từng mở sổ nên không biết có thiếu mục nào. So số cuối với "
        "giấy biên nhận hoặc báo cáo tháng gần nhất.",
        "{name} restored this register on {at:%d/%m/%Y} from the backup of "
        "{made:%d/%m/%Y}. This machine never saw the register, so it cannot tell what is missing. "
        "Compare the last number with the latest receipt or monthly report.",
    ),
}
