<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message>
        <source>A custodian renews the key of denouncers in their own session, on this page.</source>
        <translation>Người giữ danh tính thay khoá người tố cáo trong phiên của mình, ở trang này.</translation>
    </message>
    <message>
        <source>A new backup; old ones are listed to be destroyed.</source>
        <translation>Sao lưu mới; bản sao lưu cũ hiện danh sách để huỷ.</translation>
    </message>
    <message>
        <source>A new backup; old ones listed for destruction</source>
        <translation>Sao lưu mới; bản sao lưu cũ vào danh sách phải huỷ</translation>
    </message>
    <message>
        <source>A new key for denouncers' identities</source>
        <translation>Khoá mới cho danh tính người tố cáo</translation>
    </message>
    <message>
        <source>A new key for ordinary reporters' identities</source>
        <translation>Khoá mới cho danh tính người đến thường</translation>
    </message>
    <message>
        <source>Account of {name} added</source>
        <translation>Đã thêm tài khoản {name}</translation>
    </message>
    <message>
        <source>Accounts and rights are shown to who manages them.</source>
        <translation>Tài khoản và quyền chỉ hiện với người quản lý tài khoản.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Thêm người</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Thêm tài khoản</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>Thêm tài khoản</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Đang thêm…</translation>
    </message>
    <message>
        <source>Another custodian must hand over the key of denouncers again.</source>
        <translation>Người giữ danh tính khác phải trao lại khoá người tố cáo.</translation>
    </message>
    <message>
        <source>Backup of {day}, entry {seq}</source>
        <translation>Bản sao lưu {day}, mục {seq}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Check the log</source>
        <translation>Soát nhật ký</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>Văn thư</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Copy beside the register: {name}</source>
        <translation>Bản chép cạnh sổ: {name}</translation>
    </message>
    <message>
        <source>Custody given</source>
        <translation>Đã giao giữ danh tính</translation>
    </message>
    <message>
        <source>Custody taken back</source>
        <translation>Đã thôi giao giữ danh tính</translation>
    </message>
    <message>
        <source>Destroy those ticked</source>
        <translation>Huỷ các bản đã chọn</translation>
    </message>
    <message>
        <source>Destroying…</source>
        <translation>Đang huỷ…</translation>
    </message>
    <message>
        <source>Do it now</source>
        <translation>Làm ngay</translation>
    </message>
    <message>
        <source>Do it now…</source>
        <translation>Làm ngay…</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Enter visits</source>
        <translation>Ghi lượt tiếp</translation>
    </message>
    <message>
        <source>Every step is logged.</source>
        <translation>Mỗi bước đều ghi nhật ký.</translation>
    </message>
    <message>
        <source>Everything sealed for custodians is moved to a new key, or the key is handed to who has the right and lacks it. No identity is shown.</source>
        <translation>Mọi danh tính niêm phong cho người giữ chuyển sang khoá mới, hoặc trao khoá cho người có quyền mà chưa có khoá. Không hiện danh tính nào.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Give custody</source>
        <translation>Giao giữ danh tính</translation>
    </message>
    <message>
        <source>Give custody of denouncers' identities</source>
        <translation>Giao giữ danh tính người tố cáo</translation>
    </message>
    <message>
        <source>Give it to one more…</source>
        <translation>Giao thêm một người…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Làm tiếp…</translation>
    </message>
    <message>
        <source>Hold denouncers' identities</source>
        <translation>Giữ danh tính tố cáo</translation>
    </message>
    <message>
        <source>Identities opened</source>
        <translation>Mở danh tính</translation>
    </message>
    <message>
        <source>If {names} is away or forgets the password, only two recovery sheets are left. Two people are advised; more than three are hard to keep secret.</source>
        <translation>{names} vắng hoặc quên mật khẩu thì chỉ còn hai tờ khôi phục. Nên giao cho hai người; quá ba người thì khó giữ kín.</translation>
    </message>
    <message>
        <source>Import old registers</source>
        <translation>Nhập sổ cũ</translation>
    </message>
    <message>
        <source>It is given in the session of {names}, on this page.</source>
        <translation>Việc giao làm ở trang này, trong phiên của {names}.</translation>
    </message>
    <message>
        <source>It waits for {names}, who opens this page in an own session.</source>
        <translation>Chờ {names} mở trang này trong phiên của mình.</translation>
    </message>
    <message>
        <source>It was stopped half-way. What is ticked is true; the rest goes on.</source>
        <translation>Việc dừng giữa chừng. Bước có dấu đã đúng; các bước còn lại làm tiếp.</translation>
    </message>
    <message>
        <source>Keep rights</source>
        <translation>Lưu quyền</translation>
    </message>
    <message>
        <source>Key of denouncers renewed</source>
        <translation>Đã thay khoá người tố cáo</translation>
    </message>
    <message>
        <source>Key renewed</source>
        <translation>Đã thay khoá</translation>
    </message>
    <message>
        <source>Last opened</source>
        <translation>Mở sổ lần cuối</translation>
    </message>
    <message>
        <source>Logged by name.</source>
        <translation>Ghi nhật ký từng bản.</translation>
    </message>
    <message>
        <source>Make reports</source>
        <translation>Ký giấy, báo cáo</translation>
    </message>
    <message>
        <source>Manage accounts</source>
        <translation>Quản lý tài khoản</translation>
    </message>
    <message>
        <source>New denunciations are read by the officer who received the person only, until the end of the next working day. Give somebody the right in the column Read denunciations.</source>
        <translation>Đơn tố cáo mới chỉ người tiếp đọc được, đến hết ngày làm việc kế tiếp. Giao quyền cho ai đó ở cột Đọc nội dung tố cáo.</translation>
    </message>
    <message>
        <source>New password for {name}</source>
        <translation>Mật khẩu mới cho {name}</translation>
    </message>
    <message>
        <source>New password set</source>
        <translation>Đã đặt mật khẩu mới</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>Đặt mật khẩu mới…</translation>
    </message>
    <message>
        <source>Nobody else holds denouncers' identities.</source>
        <translation>Không còn ai khác giữ danh tính người tố cáo.</translation>
    </message>
    <message>
        <source>Nobody holds it: only two recovery sheets open it.</source>
        <translation>Không còn ai giữ: chỉ hai tờ khôi phục mở được.</translation>
    </message>
    <message>
        <source>Offboard</source>
        <translation>Cho rời sổ</translation>
    </message>
    <message>
        <source>Offboard {name}</source>
        <translation>Cho {name} rời sổ</translation>
    </message>
    <message>
        <source>Offboard…</source>
        <translation>Cho rời sổ…</translation>
    </message>
    <message>
        <source>Old backups still open by their password: destroy them from the list.</source>
        <translation>Bản sao lưu cũ vẫn mở được bằng mật khẩu của người ấy: huỷ theo danh sách.</translation>
    </message>
    <message>
        <source>Old backups to destroy</source>
        <translation>Bản sao lưu cũ phải huỷ</translation>
    </message>
    <message>
        <source>Old keys and old passwords still open them.</source>
        <translation>Khoá cũ, mật khẩu cũ vẫn mở được các bản ấy.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Gõ lại</translation>
    </message>
    <message>
        <source>Only two recovery sheets open them then. Two people are advised.</source>
        <translation>Khi ấy chỉ hai tờ khôi phục mở được. Nên giao cho hai người.</translation>
    </message>
    <message>
        <source>Open ordinary reporters</source>
        <translation>Mở người đến thường</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Password of the board head, {name}</source>
        <translation>Mật khẩu của Trưởng ban {name}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Person, post</source>
        <translation>Người, vai trò</translation>
    </message>
    <message>
        <source>Plug in the backup medium, then go on from this page.</source>
        <translation>Cắm USB sao lưu, rồi làm tiếp ở trang này.</translation>
    </message>
    <message>
        <source>Post, if another is to be shown</source>
        <translation>Chức danh, nếu muốn ghi khác</translation>
    </message>
    <message>
        <source>Read denunciations</source>
        <translation>Đọc nội dung tố cáo</translation>
    </message>
    <message>
        <source>Reads the content of every denunciation, never who denounced. Without it: what one received, until the end of the next working day, and one visit handed on.</source>
        <translation>Đọc nội dung mọi lượt tố cáo, không biết ai tố cáo. Không có quyền này: chỉ đọc lượt mình tiếp đến hết ngày làm việc sau, và lượt được giao đọc.</translation>
    </message>
    <message>
        <source>Reception officer</source>
        <translation>Cán bộ tiếp công dân</translation>
    </message>
    <message>
        <source>Reinstate</source>
        <translation>Cho mở lại</translation>
    </message>
    <message>
        <source>Renew it</source>
        <translation>Thay khoá</translation>
    </message>
    <message>
        <source>Renew the key of denouncers</source>
        <translation>Thay khoá người tố cáo</translation>
    </message>
    <message>
        <source>Rights kept</source>
        <translation>Đã lưu quyền</translation>
    </message>
    <message>
        <source>Rights of {count} people changed, not kept yet</source>
        <translation>Đã đổi quyền của {count} người, chưa lưu</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Set the new password</source>
        <translation>Đặt mật khẩu mới</translation>
    </message>
    <message>
        <source>Setting…</source>
        <translation>Đang đặt…</translation>
    </message>
    <message>
        <source>Show the list…</source>
        <translation>Xem danh sách…</translation>
    </message>
    <message>
        <source>Signed and logged.</source>
        <translation>Có chữ ký, ghi nhật ký.</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Đang ký…</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Tạm ngừng</translation>
    </message>
    <message>
        <source>Take custody of denouncers' identities back</source>
        <translation>Thôi giao giữ danh tính người tố cáo</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Thôi giao</translation>
    </message>
    <message>
        <source>The head types it here; it signs this one act.</source>
        <translation>Trưởng ban tự gõ tại đây, chỉ ký cho việc này.</translation>
    </message>
    <message>
        <source>The head types the password for it.</source>
        <translation>Trưởng ban gõ mật khẩu cho việc này.</translation>
    </message>
    <message>
        <source>The key of denouncers is to be handed to {names}.</source>
        <translation>Cần trao khoá người tố cáo cho {names}.</translation>
    </message>
    <message>
        <source>The key of denouncers is to be renewed.</source>
        <translation>Cần thay khoá người tố cáo.</translation>
    </message>
    <message>
        <source>The key of denouncers waits for {names}.</source>
        <translation>Khoá người tố cáo chờ {names}.</translation>
    </message>
    <message>
        <source>The key of ordinary reporters is to be renewed.</source>
        <translation>Cần thay khoá người đến thường.</translation>
    </message>
    <message>
        <source>The newcomer types the password here.</source>
        <translation>Người mới tự gõ mật khẩu tại đây.</translation>
    </message>
    <message>
        <source>The old keys are lost: {drafts} drafts and {waiting} requests of theirs end. Old copies of the key file still open by the old password.</source>
        <translation>Khoá cũ mất hẳn: {drafts} nháp và {waiting} yêu cầu của người này kết thúc. Bản chép cũ của tệp khoá vẫn mở bằng mật khẩu cũ.</translation>
    </message>
    <message>
        <source>The person cannot open the register any more, at once</source>
        <translation>Người ấy không mở được sổ nữa, ngay lập tức</translation>
    </message>
    <message>
        <source>The person cannot open the register any more, at once.</source>
        <translation>Người ấy không mở được sổ nữa, ngay lập tức.</translation>
    </message>
    <message>
        <source>The role proposes rights; change them in the table. Custody of denouncers' identities is a step of its own.</source>
        <translation>Vai trò gợi ý quyền; đổi quyền ở bảng. Giữ danh tính người tố cáo là việc giao riêng.</translation>
    </message>
    <message>
        <source>The whole register gets a new key; cutting it half-way is safe.</source>
        <translation>Cả sổ thay khoá; tắt giữa chừng vẫn an toàn.</translation>
    </message>
    <message>
        <source>The whole register under a new key</source>
        <translation>Cả sổ thay khoá mới</translation>
    </message>
    <message>
        <source>Their drafts go. If they held identities, another custodian must be there.</source>
        <translation>Nháp của người ấy bị bỏ. Giữ danh tính thì người giữ khác phải có mặt.</translation>
    </message>
    <message>
        <source>Their key is renewed only when two recovery sheets open the register: give custody to somebody first.</source>
        <translation>Khoá ấy chỉ được thay khi mở sổ bằng hai tờ khôi phục: nên giao giữ danh tính cho một người trước.</translation>
    </message>
    <message>
        <source>They do it in their own session; the head types the password there.</source>
        <translation>Người giữ làm trong phiên của mình; Trưởng ban gõ mật khẩu tại đó.</translation>
    </message>
    <message>
        <source>They open nothing any more; {left} steps are left.</source>
        <translation>Người ấy không mở được gì nữa; còn {left} bước.</translation>
    </message>
    <message>
        <source>This cannot be taken back: the account is gone for good. {drafts} drafts and {requests} requests of theirs end; visits they entered stay.</source>
        <translation>Việc này không lấy lại được: tài khoản mất hẳn. {drafts} nháp và {requests} yêu cầu của người ấy kết thúc; lượt đã ghi vẫn còn.</translation>
    </message>
    <message>
        <source>Visits entered</source>
        <translation>Lượt đã ghi</translation>
    </message>
    <message>
        <source>What is ticked is true already.</source>
        <translation>Bước có dấu đã đúng.</translation>
    </message>
    <message>
        <source>What was read and copied stays known. The key is renewed, here or by another custodian later.</source>
        <translation>Điều đã đọc, đã chép thì không lấy lại được. Khoá được thay, tại đây hoặc do người giữ khác làm sau.</translation>
    </message>
    <message>
        <source>When somebody leaves</source>
        <translation>Khi một người rời sổ</translation>
    </message>
    <message>
        <source>Who holds denouncers' identities should not be the only one who manages the office: give custody, or the right to manage, to one more. Until then the notice waits for whoever manages next, and the monthly report tells the number.</source>
        <translation>Người giữ danh tính người tố cáo không nên là người duy nhất quản lý sổ: giao việc giữ, hoặc quyền quản lý, cho thêm một người. Đến lúc đó, thông báo chờ người quản lý kế tiếp, báo cáo tháng ghi số lần.</translation>
    </message>
    <message>
        <source>Who left still opens these by the old password. Those within reach are removed; of the others you say that they are destroyed. Overwritten media keep traces: break a stick that is no longer needed.</source>
        <translation>Người đã rời vẫn mở được các bản này bằng mật khẩu cũ. Bản ở đây thì xoá ngay; bản ở nơi khác thì ghi nhận là đã huỷ. Xoá rồi vẫn còn dấu vết: USB không dùng nữa thì đập bỏ.</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>Ai được làm gì</translation>
    </message>
    <message>
        <source>Whoever holds custody can open the identity of every denouncer when a request gives a reason. It is given in writing.</source>
        <translation>Người giữ danh tính mở được danh tính mọi người tố cáo khi có yêu cầu nêu lý do. Việc giao phải bằng văn bản.</translation>
    </message>
    <message>
        <source>Why, in a sentence for the log</source>
        <translation>Vì sao, một câu ghi vào nhật ký</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Đang làm…</translation>
    </message>
    <message>
        <source>at least {least} characters</source>
        <translation>ít nhất {least} ký tự</translation>
    </message>
    <message>
        <source>changed by themselves {day}</source>
        <translation>tự đổi {day}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>đã rời</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>chưa xong</translation>
    </message>
    <message>
        <source>not here: tick it once it is destroyed</source>
        <translation>không có ở đây: chọn khi đã huỷ</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>chưa mở</translation>
    </message>
    <message>
        <source>set anew at the head's desk {day}</source>
        <translation>Trưởng ban đặt lại {day}</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>tạm ngừng</translation>
    </message>
    <message>
        <source>the first one</source>
        <translation>từ ngày lập tài khoản</translation>
    </message>
    <message>
        <source>today {hour}</source>
        <translation>hôm nay {hour}</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>chờ</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>đang làm…</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>yes, key not handed over yet</source>
        <translation>có, chưa trao khoá</translation>
    </message>
    <message>
        <source>{count} old backups are to be destroyed.</source>
        <translation>{count} bản sao lưu cũ phải huỷ.</translation>
    </message>
    <message>
        <source>{count} old backups destroyed</source>
        <translation>Đã huỷ {count} bản sao lưu cũ</translation>
    </message>
    <message>
        <source>{count} people · changes are signed by the head and logged</source>
        <translation>{count} người · thay đổi quyền do Trưởng ban ký và ghi nhật ký</translation>
    </message>
    <message>
        <source>{count} visits became denunciations since it was made.</source>
        <translation>{count} lượt đã chuyển thành tố cáo từ khi lập khoá này.</translation>
    </message>
    <message>
        <source>{names}: with so many it is hard to keep a secret.</source>
        <translation>{names}: nhiều người giữ thì khó giữ kín.</translation>
    </message>
    <message>
        <source>{name} is not signed out completely.</source>
        <translation>{name} chưa rời hẳn sổ.</translation>
    </message>
    <message>
        <source>{name} is suspended</source>
        <translation>{name} tạm ngừng</translation>
    </message>
    <message>
        <source>{name} may open the register again</source>
        <translation>{name} được mở sổ lại</translation>
    </message>
    <message>
        <source>{name} opens nothing any more.</source>
        <translation>{name} không mở được gì nữa.</translation>
    </message>
    <message>
        <source>{name} types it here.</source>
        <translation>{name} tự gõ tại đây.</translation>
    </message>
    <message>
        <source>{reveals} times, {waiting} requests waiting</source>
        <translation>{reveals} lần, {waiting} yêu cầu đang chờ</translation>
    </message>
    <message>
        <source>{state}, not kept yet</source>
        <translation>{state}, chưa lưu</translation>
    </message>
    <message>
        <source>{title}, account since {day}</source>
        <translation>{title}, tài khoản từ {day}</translation>
    </message>
    <message>
        <source>{visits} visits, {drafts} drafts of their own</source>
        <translation>{visits} lượt, {drafts} nháp của riêng người này</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Add a paper</source>
        <translation>Thêm dòng tài liệu</translation>
    </message>
    <message>
        <source>Approve the request shown</source>
        <translation>Duyệt yêu cầu đang xem</translation>
    </message>
    <message>
        <source>Ask to open the seal</source>
        <translation>Xin mở niêm phong</translation>
    </message>
    <message>
        <source>Attach a scan</source>
        <translation>Đính kèm bản quét</translation>
    </message>
    <message>
        <source>Bring all in</source>
        <translation>Nhập cả</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
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
        <source>Correct, answer, void …</source>
        <translation>Sửa, trả lời, huỷ …</translation>
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
        <source>Drop the paper, with a reason</source>
        <translation>Bỏ giấy, ghi lý do</translation>
    </message>
    <message>
        <source>Export without identity</source>
        <translation>Xuất bản không có danh tính</translation>
    </message>
    <message>
        <source>Give or take the right chosen</source>
        <translation>Cho hoặc bỏ quyền đang chọn</translation>
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
        <source>Hand a denunciation on to read</source>
        <translation>Giao đọc một lượt tố cáo</translation>
    </message>
    <message>
        <source>Keys and guide</source>
        <translation>Phím và hướng dẫn</translation>
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
        <source>Make the citizen's copy again</source>
        <translation>Làm lại giấy của người đến</translation>
    </message>
    <message>
        <source>More about the reporter</source>
        <translation>Thêm thông tin người đến</translation>
    </message>
    <message>
        <source>Move in the list of sections</source>
        <translation>Đi trong danh sách mục</translation>
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
        <source>Open the identity, print again</source>
        <translation>Mở danh tính, in lại</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Mở dòng đang chọn</translation>
    </message>
    <message>
        <source>Papers not printed</source>
        <translation>Giấy chưa in</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>In danh sách</translation>
    </message>
    <message>
        <source>Print the paper, or make it again</source>
        <translation>In giấy, hoặc làm lại</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Đọc lại cho người đến</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>Đọc lại tệp</translation>
    </message>
    <message>
        <source>Refuse the request shown</source>
        <translation>Từ chối yêu cầu đang xem</translation>
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
    <message>
        <source>Section: accounts and rights</source>
        <translation>Mục Tài khoản và quyền</translation>
    </message>
    <message>
        <source>Section: counting and periods</source>
        <translation>Mục Cách đếm, kỳ báo cáo</translation>
    </message>
    <message>
        <source>Section: health of this machine</source>
        <translation>Mục Sức khoẻ máy</translation>
    </message>
    <message>
        <source>Section: my password</source>
        <translation>Mục Mật khẩu của tôi</translation>
    </message>
    <message>
        <source>Section: office</source>
        <translation>Mục Cơ quan, ký hiệu</translation>
    </message>
    <message>
        <source>Section: printers, backup, look</source>
        <translation>Mục Máy in, sao lưu, hiển thị</translation>
    </message>
    <message>
        <source>Section: working calendar</source>
        <translation>Mục Lịch làm việc</translation>
    </message>
    <message>
        <source>To the to-do list, and back</source>
        <translation>Sang việc cần xử lý, và trở lại</translation>
    </message>
</context>
<context>
    <name>BookAsk</name>
    <message numerus="yes">
        <source>%n names will be opened, for pages framed SECRET, on a printer on a cable only.</source>
        <translation>
            <numerusform>Sẽ mở %n tên để in trang MẬT, chỉ in ở máy in cắm cáp.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names will be opened. Denouncers and whoever asked for protection stay codes.</source>
        <translation>
            <numerusform>Sẽ mở %n tên. Người tố cáo, người xin giữ bí mật vẫn ghi mã.</numerusform>
        </translation>
    </message>
    <message>
        <source>By code: no name is opened</source>
        <translation>Ghi mã (mặc định): không mở tên ai</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <source>Denouncers' identity pages, SECRET</source>
        <translation>Trang danh tính người tố cáo, đóng khung MẬT</translation>
    </message>
    <message>
        <source>For whom, by code</source>
        <translation>In cho ai, theo mã</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>Từ {first} đến {last}</translation>
    </message>
    <message>
        <source>Logged before it opens.</source>
        <translation>Ghi nhật ký trước khi mở.</translation>
    </message>
    <message>
        <source>Make the paper</source>
        <translation>Lập giấy</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Đang mở…</translation>
    </message>
    <message>
        <source>Print by code</source>
        <translation>In bản ghi mã</translation>
    </message>
    <message>
        <source>Print the register book</source>
        <translation>In sổ tiếp công dân</translation>
    </message>
    <message>
        <source>The head's password</source>
        <translation>Mật khẩu của Trưởng ban</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>With names of ordinary reporters</source>
        <translation>Có tên người đến thường</translation>
    </message>
    <message>
        <source>{chosen} of {all} ticked</source>
        <translation>Đã chọn {chosen} trên {all}</translation>
    </message>
    <message>
        <source>{code} · visit {number}, {day}</source>
        <translation>{code} · lượt {number}, {day}</translation>
    </message>
    <message>
        <source>{head} types the password here to approve this one paper.</source>
        <translation>{head} gõ mật khẩu để duyệt riêng bản in này.</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Leave</source>
        <translation>Để đó</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Đang làm…</translation>
    </message>
</context>
<context>
    <name>CountButton</name>
    <message>
        <source>{what}, {count}</source>
        <translation>{what}, {count}</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Locking</source>
        <translation>Đang khoá</translation>
    </message>
    <message>
        <source>Locks in {seconds} s</source>
        <translation>Tự khoá sau {seconds} giây</translation>
    </message>
    <message>
        <source>Press any key to go on. What was typed is kept either way.</source>
        <translation>Bấm phím bất kỳ để làm tiếp. Chữ đã gõ vẫn được giữ, dù khoá hay không.</translation>
    </message>
    <message>
        <source>The window is covered</source>
        <translation>Cửa sổ đang che</translation>
    </message>
    <message>
        <source>What was typed is kept, encrypted.</source>
        <translation>Chữ đã gõ được giữ, đã mã hoá.</translation>
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
    <name>Crash</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>Phần mềm gặp lỗi</translation>
    </message>
    <message>
        <source>What was saved is safe, and the draft is kept. Close this, save again; if it comes back, lock with Ctrl+L and open again. Show the lines below to the administrator: they name places in the program, nothing about people.</source>
        <translation>Những gì đã lưu vẫn còn, nháp vẫn được giữ. Đóng bảng này rồi lưu lại; nếu còn lỗi, khoá bằng Ctrl+L rồi mở lại. Đưa các dòng dưới cho người quản trị: chỉ có chỗ trong phần mềm, không có dữ liệu người đến.</translation>
    </message>
</context>
<context>
    <name>Custody</name>
    <message>
        <source>Approved, {name} can open it once, for 60 seconds, on this machine, today. No name appears on your screen.</source>
        <translation>Duyệt thì {name} mở được một lần, 60 giây, ở máy này, trong hôm nay. Tên không hiện ở màn hình của bạn.</translation>
    </message>
    <message>
        <source>Approved: {name} can open {code} once, today.</source>
        <translation>Đã duyệt: {name} mở được {code} một lần, trong hôm nay.</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Người xin</translation>
    </message>
    <message>
        <source>Asks to open an identity</source>
        <translation>Xin mở danh tính</translation>
    </message>
    <message>
        <source>End of today, {day}</source>
        <translation>Cuối ngày hôm nay, {day}</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Hết hạn</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Parts asked for</source>
        <translation>Phần xin mở</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>Từ chối…</translation>
    </message>
    <message>
        <source>This month {opened} were opened, {refused} refused. Either answer is logged.</source>
        <translation>Tháng này đã mở {opened} lần, từ chối {refused} lần. Duyệt hay từ chối đều ghi nhật ký.</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>xin mở</translation>
    </message>
    <message>
        <source>stays sealed</source>
        <translation>vẫn niêm phong</translation>
    </message>
</context>
<context>
    <name>Damaged</name>
    <message>
        <source>A visit being typed may be lost</source>
        <translation>Lượt đang nhập dở có thể mất</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Đóng phần mềm</translation>
    </message>
    <message>
        <source>Copy the whole folder to another disk</source>
        <translation>Chép cả thư mục sang ổ khác</translation>
    </message>
    <message>
        <source>Do in this order</source>
        <translation>Làm theo thứ tự</translation>
    </message>
    <message>
        <source>Do not delete or overwrite anything in the folder of the data.</source>
        <translation>Không xoá hay chép đè tệp trong thư mục dữ liệu.</translation>
    </message>
    <message>
        <source>Enter those visits when the register opens again.</source>
        <translation>Ghi các lượt đó vào sổ khi sổ mở lại được.</translation>
    </message>
    <message>
        <source>For the administrator: {code}</source>
        <translation>Cho người quản trị: {code}</translation>
    </message>
    <message>
        <source>Have the administrator put a backup back</source>
        <translation>Người quản trị lấy lại bản sao lưu</translation>
    </message>
    <message>
        <source>Identities are still encrypted</source>
        <translation>Danh tính vẫn được mã hoá</translation>
    </message>
    <message>
        <source>Install the newer program</source>
        <translation>Cài bản phần mềm mới hơn</translation>
    </message>
    <message>
        <source>Leave machine and folder as they are. Note who has used the machine.</source>
        <translation>Để nguyên máy và thư mục. Ghi lại ai đã dùng máy.</translation>
    </message>
    <message>
        <source>Meanwhile receive people on paper</source>
        <translation>Trong lúc chờ, tiếp dân bằng giấy</translation>
    </message>
    <message>
        <source>Nobody writes in it or copies files over it</source>
        <translation>Không ai ghi, không chép đè tệp nào</translation>
    </message>
    <message>
        <source>Not opened: a newer program wrote it</source>
        <translation>Chưa mở được sổ: sổ do bản phần mềm mới hơn ghi</translation>
    </message>
    <message>
        <source>Not opened: it does not match the roster of the board head</source>
        <translation>Chưa mở được sổ: không khớp danh sách Trưởng ban đã ký</translation>
    </message>
    <message>
        <source>Not opened: the data file is damaged</source>
        <translation>Chưa mở được sổ: tệp dữ liệu bị hỏng</translation>
    </message>
    <message>
        <source>Not opened: the data file is missing</source>
        <translation>Chưa mở được sổ: không thấy tệp dữ liệu</translation>
    </message>
    <message>
        <source>Not opened: the key file cannot be read</source>
        <translation>Chưa mở được sổ: không đọc được tệp khoá</translation>
    </message>
    <message>
        <source>Not opened: the key file is an old one</source>
        <translation>Chưa mở được sổ: tệp khoá là bản cũ</translation>
    </message>
    <message>
        <source>Not opened: the list of members was changed</source>
        <translation>Chưa mở được sổ: danh sách người dùng bị sửa</translation>
    </message>
    <message>
        <source>Nothing was written or changed</source>
        <translation>Chưa ghi, chưa sửa gì</translation>
    </message>
    <message>
        <source>Only the head can open it, look at each row and sign again.</source>
        <translation>Chỉ Trưởng ban mở được, xem từng dòng và ký lại.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>Tell the board head now</source>
        <translation>Báo Trưởng ban ngay</translation>
    </message>
    <message>
        <source>The newest copy that opens. Compare its last number with the one you know.</source>
        <translation>Bản mới nhất mở được. So số mục cuối với số đã nhớ.</translation>
    </message>
    <message>
        <source>The register itself is in order.</source>
        <translation>Bản thân sổ không hỏng.</translation>
    </message>
    <message>
        <source>This machine still knows the last number</source>
        <translation>Máy này vẫn nhớ số mục cuối</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>What is still safe</source>
        <translation>Những gì vẫn an toàn</translation>
    </message>
    <message>
        <source>With this window closed. The copy is encrypted as the original is.</source>
        <translation>Đóng cửa sổ này rồi chép. Bản chép vẫn mã hoá như bản gốc.</translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message numerus="yes">
        <source>%n papers not printed</source>
        <translation>
            <numerusform>%n giấy chưa in</numerusform>
        </translation>
    </message>
    <message>
        <source>Denunciations of the day, no hour</source>
        <translation>Tố cáo trong ngày, không ghi giờ</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Đã giải thích</translation>
    </message>
    <message>
        <source>Guided</source>
        <translation>Đã hướng dẫn</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Lượt mới</translation>
    </message>
    <message>
        <source>No visits yet today</source>
        <translation>Hôm nay chưa có lượt nào</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Đã từ chối</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Đã báo cáo</translation>
    </message>
    <message>
        <source>Sealed content</source>
        <translation>Nội dung niêm phong</translation>
    </message>
    <message>
        <source>See: verify the log</source>
        <translation>xem Kiểm tra nhật ký</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Đã chuyển đơn</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Unreadable row</source>
        <translation>Dòng hỏng</translation>
    </message>
    <message>
        <source>Visit {number}</source>
        <translation>Lượt {number}</translation>
    </message>
    <message>
        <source>Visits of today</source>
        <translation>Lượt tiếp hôm nay</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Đã huỷ</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Chờ chuyển đơn</translation>
    </message>
    <message>
        <source>group of {count}</source>
        <translation>đoàn {count} người</translation>
    </message>
    <message>
        <source>{count} rows cannot be read: nothing is counted</source>
        <translation>{count} dòng hỏng nên không đếm</translation>
    </message>
    <message>
        <source>{visits} visits · {people} people · {groups} groups</source>
        <translation>{visits} lượt · {people} người · {groups} đoàn</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>, sealed on saving</source>
        <translation>, niêm phong khi lưu</translation>
    </message>
    <message>
        <source>A card was scanned outside the reporter's part.</source>
        <translation>Vừa quét một thẻ căn cước ngoài phần người đến.</translation>
    </message>
    <message>
        <source>A denunciation cannot be authorised</source>
        <translation>Tố cáo không được uỷ quyền</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Already settled</source>
        <translation>Đã giải quyết</translation>
    </message>
    <message>
        <source>Another body</source>
        <translation>Của cơ quan khác</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Là người khác</translation>
    </message>
    <message>
        <source>Authorised</source>
        <translation>Được uỷ quyền</translation>
    </message>
    <message>
        <source>Being entered</source>
        <translation>Đang nhập</translation>
    </message>
    <message>
        <source>Birth year</source>
        <translation>Năm sinh</translation>
    </message>
    <message>
        <source>Body, person concerned</source>
        <translation>Cơ quan, người bị nêu</translation>
    </message>
    <message>
        <source>Came {count} times, last visit {number}/{year}</source>
        <translation>Đã tiếp {count} lần, lần cuối lượt {number}/{year}</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Tư cách</translation>
    </message>
    <message>
        <source>Commune, ward</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Loại bản</translation>
    </message>
    <message>
        <source>Cover on leaving</source>
        <translation>Che khi rời mục</translation>
    </message>
    <message>
        <source>Day of visit, day of answer and return code. No name, no kind.</source>
        <translation>Ngày tiếp, ngày trả lời và mã tra cứu. Không tên, không loại.</translation>
    </message>
    <message>
        <source>Delegate</source>
        <translation>Uỷ quyền</translation>
    </message>
    <message>
        <source>Discard the card</source>
        <translation>Bỏ thẻ</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Số văn bản</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Nháp</translation>
    </message>
    <message>
        <source>Draft encrypted {hour}</source>
        <translation>Nháp đã mã hoá {hour}</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>Hạn xử lý {day}</translation>
    </message>
    <message>
        <source>Expected visit {number}</source>
        <translation>Dự kiến lượt {number}</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>For a group</source>
        <translation>Đại diện nhóm</translation>
    </message>
    <message>
        <source>Found: the code stays the same</source>
        <translation>Đúng, giữ mã cũ</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Given on print</source>
        <translation>Cấp khi in</translation>
    </message>
    <message>
        <source>Guided to</source>
        <translation>Hướng dẫn đến</translation>
    </message>
    <message>
        <source>Head, ad hoc</source>
        <translation>Đột xuất</translation>
    </message>
    <message>
        <source>Head, scheduled</source>
        <translation>Định kỳ</translation>
    </message>
    <message>
        <source>ID / passport number</source>
        <translation>Số căn cước / hộ chiếu</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Tự mình</translation>
    </message>
    <message>
        <source>In writing</source>
        <translation>Có đơn</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Phiên dịch</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Its line was taken out of that field again.</source>
        <translation>Dòng thẻ đã được lấy ra khỏi ô đó.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Kind of copy</source>
        <translation>Loại bản</translation>
    </message>
    <message>
        <source>Large group</source>
        <translation>Đoàn đông người</translation>
    </message>
    <message>
        <source>Late entry of {day}</source>
        <translation>Ghi bổ sung ngày {day}</translation>
    </message>
    <message>
        <source>Lawyer, legal aid</source>
        <translation>Luật sư, TGPL</translation>
    </message>
    <message>
        <source>Lower body is late</source>
        <translation>Cấp dưới chậm</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>Mode of reception</source>
        <translation>Hình thức tiếp</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Move it to the reporter's part</source>
        <translation>Chuyển vào phần người đến</translation>
    </message>
    <message>
        <source>Name of the paper</source>
        <translation>Tên tài liệu</translation>
    </message>
    <message>
        <source>Name, condition</source>
        <translation>Tên tài liệu, tình trạng</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Lượt tiếp mới</translation>
    </message>
    <message>
        <source>No rows yet. Without papers no form 02/TCD is made.</source>
        <translation>Chưa có dòng nào. Không nhận giấy tờ thì không lập Mẫu 02/TCD.</translation>
    </message>
    <message>
        <source>No, under 5</source>
        <translation>Không, dưới 5</translation>
    </message>
    <message>
        <source>None named yet</source>
        <translation>Chưa cử</translation>
    </message>
    <message>
        <source>Not found, check the code on the paper</source>
        <translation>Không tìm thấy, xem lại mã trên giấy</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Không cần</translation>
    </message>
    <message>
        <source>Note on the refusal</source>
        <translation>Ghi chú khi từ chối</translation>
    </message>
    <message>
        <source>Number and code expected, given on saving</source>
        <translation>Số và mã dự kiến, cấp khi lưu</translation>
    </message>
    <message>
        <source>Old return code</source>
        <translation>Mã tra cứu cũ</translation>
    </message>
    <message>
        <source>One petition a kind; a denunciation is a visit of its own</source>
        <translation>Mỗi loại một đơn riêng; tố cáo ghi thành lượt riêng</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả xử lý</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Số trang</translation>
    </message>
    <message>
        <source>Paper {number}</source>
        <translation>Tài liệu {number}</translation>
    </message>
    <message>
        <source>Papers received</source>
        <translation>Tài liệu nhận</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Số người đến</translation>
    </message>
    <message>
        <source>Petition {n}</source>
        <translation>Đơn {n}</translation>
    </message>
    <message>
        <source>Petition {n}, {place}</source>
        <translation>Đơn {n}, {place}</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Nơi phát sinh</translation>
    </message>
    <message>
        <source>QR box</source>
        <translation>Ô quét QR</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Đọc lại</translation>
    </message>
    <message>
        <source>Receiving body</source>
        <translation>Cơ quan tiếp</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Thường xuyên</translation>
    </message>
    <message>
        <source>Remove scan {number}</source>
        <translation>Bỏ bản quét {number}</translation>
    </message>
    <message>
        <source>Remove the paper</source>
        <translation>Xoá dòng</translation>
    </message>
    <message>
        <source>Replace by “{word}”</source>
        <translation>Thay bằng “{word}”</translation>
    </message>
    <message>
        <source>Report to</source>
        <translation>Báo cáo đến</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Người đến</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Yêu cầu, đề nghị</translation>
    </message>
    <message>
        <source>Return slip (A5)</source>
        <translation>Phiếu tra cứu (A5)</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Lần thứ</translation>
    </message>
    <message>
        <source>Same content</source>
        <translation>Cùng nội dung</translation>
    </message>
    <message>
        <source>Same name, year, commune: {count} times, last {number}/{year}</source>
        <translation>Trùng tên, năm sinh, xã: {count} lần, lần cuối lượt {number}/{year}</translation>
    </message>
    <message>
        <source>Save and seal</source>
        <translation>Lưu và niêm phong</translation>
    </message>
    <message>
        <source>Save, print receipt</source>
        <translation>Lưu, in biên nhận</translation>
    </message>
    <message>
        <source>Save, print return slip</source>
        <translation>Lưu, in phiếu tra cứu</translation>
    </message>
    <message>
        <source>Saved and sealed, code {code}</source>
        <translation>Đã lưu và niêm phong, mã {code}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>Scan QR</source>
        <translation>Quét QR</translation>
    </message>
    <message>
        <source>Scan file</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Scan {number}: {kind}, {pages} pages</source>
        <translation>Bản quét {number}: {kind}, {pages} trang</translation>
    </message>
    <message>
        <source>Sealed on saving</source>
        <translation>Niêm phong khi lưu</translation>
    </message>
    <message>
        <source>Sealed on saving, expected code {code}</source>
        <translation>Niêm phong khi lưu, mã dự kiến {code}</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>Nơi đã giải quyết</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Signed appointment is there</source>
        <translation>Có văn bản cử đại diện</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Tách đơn</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>Trình bày</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Tóm tắt</translation>
    </message>
    <message>
        <source>Summary of content</source>
        <translation>Tóm tắt nội dung</translation>
    </message>
    <message>
        <source>The file could not be read. Nothing was attached.</source>
        <translation>Không đọc được tệp. Chưa đính kèm gì. Chọn tệp khác.</translation>
    </message>
    <message>
        <source>Told or written</source>
        <translation>Hình thức đơn</translation>
    </message>
    <message>
        <source>Transferred to</source>
        <translation>Chuyển đến</translation>
    </message>
    <message>
        <source>Two communes: ask and choose.</source>
        <translation>Tên trùng hai xã. Hỏi rồi chọn.</translation>
    </message>
    <message>
        <source>Village, residential group</source>
        <translation>Bản, tổ dân phố</translation>
    </message>
    <message>
        <source>Waiting for the scanner</source>
        <translation>Chờ máy quét</translation>
    </message>
    <message>
        <source>Well formed, fits the birth year. No look-up.</source>
        <translation>Đúng cấu trúc, khớp năm sinh. Không tra mạng.</translation>
    </message>
    <message>
        <source>What was explained</source>
        <translation>Nội dung đã giải thích</translation>
    </message>
    <message>
        <source>Which commune</source>
        <translation>Xã nào</translation>
    </message>
    <message>
        <source>Whose matter</source>
        <translation>Thẩm quyền</translation>
    </message>
    <message>
        <source>Within competence</source>
        <translation>Thuộc thẩm quyền</translation>
    </message>
    <message>
        <source>a denunciation keeps its day, never its time</source>
        <translation>tố cáo chỉ ghi ngày, không ghi giờ</translation>
    </message>
    <message>
        <source>expected {number}</source>
        <translation>dự kiến {number}</translation>
    </message>
    <message>
        <source>holiday {days} excluded</source>
        <translation>đã trừ lễ {days}</translation>
    </message>
    <message>
        <source>started {hour}</source>
        <translation>bắt đầu {hour}</translation>
    </message>
    <message>
        <source>{count} calendar days</source>
        <translation>{count} ngày</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} trang</translation>
    </message>
    <message>
        <source>{count} representatives</source>
        <translation>{count} người đại diện</translation>
    </message>
    <message>
        <source>{count} working days</source>
        <translation>{count} ngày làm việc</translation>
    </message>
    <message>
        <source>{place} contains the reporter's identity ({count} places)</source>
        <translation>{place} đang có danh tính người đến ({count} chỗ)</translation>
    </message>
</context>
<context>
    <name>DeskPlace</name>
    <message>
        <source>Enter visits</source>
        <translation>Nhập lượt tiếp</translation>
    </message>
    <message>
        <source>Pages of the desk</source>
        <translation>Trang của bàn tiếp dân</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Cần xử lý</translation>
    </message>
</context>
<context>
    <name>DropPaper</name>
    <message>
        <source>Can be made again by opening the identity</source>
        <translation>Làm lại được bằng cách mở danh tính</translation>
    </message>
    <message>
        <source>Can be made again without opening the identity</source>
        <translation>Làm lại được, không phải mở danh tính</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Chọn lý do</translation>
    </message>
    <message>
        <source>Drop the only copy, not printed?</source>
        <translation>Bỏ bản duy nhất chưa in?</translation>
    </message>
    <message>
        <source>Drop the paper that was not printed?</source>
        <translation>Bỏ giấy chưa in?</translation>
    </message>
    <message>
        <source>Drop this paper</source>
        <translation>Bỏ giấy này</translation>
    </message>
    <message>
        <source>Dropping…</source>
        <translation>Đang bỏ…</translation>
    </message>
    <message>
        <source>If it is dropped</source>
        <translation>Nếu bỏ</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Lý do cụ thể</translation>
    </message>
    <message>
        <source>Leave it, print later</source>
        <translation>Để lại, in sau</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>In ngay</translation>
    </message>
    <message>
        <source>Register and log say "dropped", not "printed"</source>
        <translation>Sổ và nhật ký ghi “đã bỏ”, không ghi “đã in”</translation>
    </message>
    <message>
        <source>The citizen leaves without a paper</source>
        <translation>Người đến ra về không có giấy</translation>
    </message>
    <message>
        <source>The return code on this paper goes with it</source>
        <translation>Mã tra cứu trên giấy này mất theo</translation>
    </message>
    <message>
        <source>Why it is dropped</source>
        <translation>Vì sao bỏ</translation>
    </message>
    <message>
        <source>at least {least} letters in words</source>
        <translation>lý do cụ thể ít nhất {least} chữ cái</translation>
    </message>
    <message>
        <source>cannot be shown again</source>
        <translation>không xem lại được</translation>
    </message>
    <message>
        <source>choose a reason first</source>
        <translation>chọn lý do trước</translation>
    </message>
    <message>
        <source>form 02/TCD must be handed over</source>
        <translation>Mẫu 02/TCD phải giao</translation>
    </message>
    <message>
        <source>new number, new code</source>
        <translation>số mới, mã mới</translation>
    </message>
    <message>
        <source>visit {number}</source>
        <translation>lượt {number}</translation>
    </message>
    <message>
        <source>with a reason, logged</source>
        <translation>có lý do, ghi nhật ký</translation>
    </message>
    <message>
        <source>with the reason, when the session ends</source>
        <translation>kèm lý do, ghi khi khoá sổ</translation>
    </message>
    <message>
        <source>write nobody's name</source>
        <translation>không ghi tên ai</translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>{what}, {count}</source>
        <translation>{what}, {count}</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>A paper was found…</source>
        <translation>Tra giấy tìm được…</translation>
    </message>
    <message>
        <source>Answer by {day} at the latest.</source>
        <translation>Trả lời chậm nhất ngày {day}.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã trả lời</translation>
    </message>
    <message>
        <source>Answered at the visit</source>
        <translation>Đã trả lời ngay khi tiếp</translation>
    </message>
    <message>
        <source>Answered on {day}.</source>
        <translation>Trả lời ngày {day}.</translation>
    </message>
    <message>
        <source>Being handled</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Every look-up is logged</source>
        <translation>Mỗi lần tra đều ghi nhật ký</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Tra</translation>
    </message>
    <message>
        <source>Look up by code</source>
        <translation>Tra theo mã</translation>
    </message>
    <message>
        <source>Looking up…</source>
        <translation>Đang tra…</translation>
    </message>
    <message>
        <source>Not found, check the code on the paper.</source>
        <translation>Không tìm thấy, xem lại mã trên giấy.</translation>
    </message>
    <message>
        <source>Number on an old paper</source>
        <translation>Số trên giấy cũ</translation>
    </message>
    <message>
        <source>Only with up to four digits</source>
        <translation>Giấy có số 1–4 chữ số</translation>
    </message>
    <message>
        <source>Received on {day}.</source>
        <translation>Tiếp nhận ngày {day}.</translation>
    </message>
    <message>
        <source>Return code, 12 characters</source>
        <translation>Mã tra cứu, 12 ký tự</translation>
    </message>
    <message>
        <source>The paper is shown, no name is needed. Its QR can be scanned.</source>
        <translation>Người đến đưa giấy, không cần nói tên. Quét QR trên giấy cũng được.</translation>
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
    <name>GuardReason</name>
    <message>
        <source>Another person of that name: why</source>
        <translation>Là người khác cùng tên: lý do</translation>
    </message>
    <message>
        <source>At least {count} characters</source>
        <translation>Ít nhất {count} ký tự</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Keep these words: why</source>
        <translation>Giữ lại: lý do</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Record the reason</source>
        <translation>Ghi lý do</translation>
    </message>
    <message>
        <source>Recorded in the log. Do not name the person here.</source>
        <translation>Ghi vào nhật ký. Không nêu tên người đến ở đây.</translation>
    </message>
</context>
<context>
    <name>HeadDesk</name>
    <message>
        <source>12 months</source>
        <translation>12 kỳ gần nhất</translation>
    </message>
    <message>
        <source>Custody of denouncers' identities</source>
        <translation>Giữ danh tính người tố cáo</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Bàn tiếp dân</translation>
    </message>
    <message>
        <source>Identities opened this month</source>
        <translation>Mở danh tính kỳ này</translation>
    </message>
    <message>
        <source>Log and backup</source>
        <translation>Nhật ký, sao lưu</translation>
    </message>
    <message>
        <source>Log intact on {day}</source>
        <translation>Nhật ký nguyên vẹn, {day}</translation>
    </message>
    <message>
        <source>Machine and register</source>
        <translation>Máy và sổ</translation>
    </message>
    <message>
        <source>Month {number}</source>
        <translation>Kỳ tháng {number}</translation>
    </message>
    <message>
        <source>Needs me now</source>
        <translation>Cần tôi xử lý ngay</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Lượt mới</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Không có việc chờ.</translation>
    </message>
    <message>
        <source>Nothing waits for you. The next term ends on {day}.</source>
        <translation>Không có việc chờ. Việc gần nhất đến hạn {day}.</translation>
    </message>
    <message>
        <source>Report of this month</source>
        <translation>Báo cáo tháng</translation>
    </message>
    <message>
        <source>The log does not agree</source>
        <translation>Nhật ký có chỗ không khớp</translation>
    </message>
    <message>
        <source>The log was never checked</source>
        <translation>Nhật ký chưa kiểm tra lần nào</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Kỳ này</translation>
    </message>
    <message>
        <source>Visits by month</source>
        <translation>Lượt tiếp theo kỳ tháng</translation>
    </message>
    <message>
        <source>Visits by month: {list}</source>
        <translation>Lượt tiếp theo kỳ tháng: {list}</translation>
    </message>
    <message>
        <source>after the month</source>
        <translation>hết kỳ</translation>
    </message>
    <message>
        <source>down {count}</source>
        <translation>giảm {count}</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>đoàn</translation>
    </message>
    <message>
        <source>matters</source>
        <translation>vụ việc</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>chưa có ai</translation>
    </message>
    <message>
        <source>one, better two</source>
        <translation>một người, nên hai</translation>
    </message>
    <message>
        <source>people</source>
        <translation>người</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>không đổi</translation>
    </message>
    <message>
        <source>up {count}</source>
        <translation>tăng {count}</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>lượt tiếp</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} mục</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} người</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} lần</translation>
    </message>
    <message>
        <source>{people}, too many</source>
        <translation>{people}, quá nhiều</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Những điều tìm thấy</translation>
    </message>
    <message>
        <source>Health of this machine</source>
        <translation>Sức khoẻ máy</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>Đã ghi nhật ký</translation>
    </message>
    <message>
        <source>The program only checks and says what to do; it changes nothing.</source>
        <translation>Phần mềm chỉ xem và nói cách làm, không tự sửa máy.</translation>
    </message>
    <message>
        <source>{bad} to mend, {good} good</source>
        <translation>{bad} việc nên sửa, {good} việc tốt</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>1. Compare some rows with the register now.</source>
        <translation>1. Đối chiếu vài dòng với sổ ngay bây giờ.</translation>
    </message>
    <message>
        <source>2. Keep one copy on a USB stick locked in the safe, or destroy it.</source>
        <translation>2. Giữ một bản trên USB khoá trong két, hoặc huỷ hẳn.</translation>
    </message>
    <message>
        <source>3. Delete the others for good: on this machine and its bin, in mail, on other sticks.</source>
        <translation>3. Xoá hẳn các bản còn lại: trên máy này và trong thùng rác, trong thư điện tử, trên USB khác.</translation>
    </message>
    <message>
        <source>All rows or none</source>
        <translation>Nhập cả hoặc không nhập</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Tất cả {count}</translation>
    </message>
    <message>
        <source>An .xlsx file with the 13 columns of Mẫu 03/TCD or the older 12. Columns are found by their titles, in any order. Reading writes nothing.</source>
        <translation>Tệp .xlsx có 13 cột của Mẫu 03/TCD hoặc 12 cột của mẫu cũ. Cột tìm theo tên, xếp thế nào cũng được. Đọc tệp thì chưa ghi gì vào sổ.</translation>
    </message>
    <message>
        <source>Around problems {count}</source>
        <translation>Quanh chỗ vướng {count}</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>Về sổ tiếp công dân</translation>
    </message>
    <message>
        <source>Bring an Excel register in</source>
        <translation>Nhập sổ Excel</translation>
    </message>
    <message>
        <source>Bring {count} rows in</source>
        <translation>Nhập cả {count} dòng</translation>
    </message>
    <message>
        <source>Can come in {count}</source>
        <translation>Vào được {count}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Choose a register</source>
        <translation>Chọn sổ</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Chọn tệp khác</translation>
    </message>
    <message>
        <source>Content, checked</source>
        <translation>Nội dung đã rà</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày tiếp</translation>
    </message>
    <message>
        <source>Every row can be read. Afterwards the Excel file still holds every name: lock it away or destroy it.</source>
        <translation>Dòng nào cũng đọc được. Nhập xong, tệp Excel vẫn còn mọi tên: cất hoặc xoá theo hướng dẫn.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại đơn</translation>
    </message>
    <message>
        <source>Large groups</source>
        <translation>Đoàn đông người</translation>
    </message>
    <message>
        <source>Leave {count} rows, print the list</source>
        <translation>Để lại {count} dòng vướng, in danh sách</translation>
    </message>
    <message>
        <source>Left out {count}</source>
        <translation>Bỏ qua {count}</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Các dòng của tệp</translation>
    </message>
    <message>
        <source>Lines shown</source>
        <translation>Dòng đang xem</translation>
    </message>
    <message>
        <source>Looking for names in the content</source>
        <translation>Đang rà tên trong nội dung</translation>
    </message>
    <message>
        <source>Marks to recognise people who return: {count} visits, made at quiet times</source>
        <translation>Dấu nhận người quay lại: {count} lượt, máy lập dần khi rảnh</translation>
    </message>
    <message>
        <source>Mend the {count} rows in Excel and read again; or tick to leave them out, with the list on paper. Afterwards the Excel file still holds every name: lock it away or destroy it.</source>
        <translation>Sửa {count} dòng trong Excel rồi đọc lại; hoặc tự đánh dấu để lại các dòng ấy, danh sách in ra giấy. Nhập xong, tệp Excel vẫn còn mọi tên: cất hoặc xoá theo hướng dẫn.</translation>
    </message>
    <message>
        <source>Names, addresses and numbers go straight into the seal</source>
        <translation>Họ tên, địa chỉ, số căn cước đi thẳng vào niêm phong</translation>
    </message>
    <message>
        <source>No new row to bring in</source>
        <translation>Không có dòng nào mới</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>Đang mở tệp</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>People received</source>
        <translation>Người được tiếp</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>In danh sách</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>Đọc lại tệp</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Đang đọc tệp</translation>
    </message>
    <message>
        <source>Result of reading</source>
        <translation>Kết quả đọc</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Row {line}: {why}</source>
        <translation>Dòng {line}: {why}</translation>
    </message>
    <message>
        <source>Sealing</source>
        <translation>Đang niêm phong</translation>
    </message>
    <message>
        <source>See the register</source>
        <translation>Xem sổ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stopping leaves the register as it was</source>
        <translation>Dừng lúc này thì sổ vẫn như cũ</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>The file {name} still holds every name:</source>
        <translation>Tệp {name} vẫn còn mọi tên:</translation>
    </message>
    <message>
        <source>The numbers of the file stay the visit numbers of {years}</source>
        <translation>Số trong tệp giữ làm số lượt của năm {years}</translation>
    </message>
    <message>
        <source>Type where the file is and press Enter, or choose it</source>
        <translation>Gõ đường dẫn rồi bấm Enter, hoặc chọn tệp</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Lượt</translation>
    </message>
    <message>
        <source>Which Excel register?</source>
        <translation>Nhập sổ Excel nào?</translation>
    </message>
    <message>
        <source>a preview, nothing is written yet</source>
        <translation>xem trước, chưa ghi gì</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>trống</translation>
    </message>
    <message>
        <source>left out, {count} known</source>
        <translation>bỏ qua, {count} đã có</translation>
    </message>
    <message>
        <source>left out: months, totals</source>
        <translation>tháng, tổng: bỏ qua</translation>
    </message>
    <message>
        <source>older form</source>
        <translation>mẫu 12 cột</translation>
    </message>
    <message>
        <source>row {done} of {total}</source>
        <translation>dòng {done} trên {total}</translation>
    </message>
    <message>
        <source>rows can come in</source>
        <translation>dòng vào được</translation>
    </message>
    <message>
        <source>rows to mend</source>
        <translation>dòng vướng, phải sửa</translation>
    </message>
    <message>
        <source>without: {titles}</source>
        <translation>không có: {titles}</translation>
    </message>
    <message>
        <source>{count} columns found by title, {form}</source>
        <translation>{count} cột tìm theo tên, {form}</translation>
    </message>
    <message>
        <source>{count} rows are in the register, names sealed</source>
        <translation>{count} dòng đã vào sổ, tên đã niêm phong</translation>
    </message>
    <message>
        <source>{count} rows hold</source>
        <translation>{count} dòng gồm</translation>
    </message>
    <message>
        <source>{count} rows still to mend</source>
        <translation>Còn {count} dòng vướng</translation>
    </message>
    <message>
        <source>{count} rows with problems were left out</source>
        <translation>{count} dòng vướng để lại, chưa vào sổ</translation>
    </message>
    <message>
        <source>{kind}, sealed apart</source>
        <translation>{kind}, niêm phong kín</translation>
    </message>
    <message>
        <source>{lines} lines</source>
        <translation>{lines} dòng</translation>
    </message>
    <message>
        <source>{lines} lines, {first} to {last}</source>
        <translation>{lines} dòng, {first} đến {last}</translation>
    </message>
</context>
<context>
    <name>KeysHelp</name>
    <message>
        <source>Chapters</source>
        <translation>Các chương</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation>Phím của trang này</translation>
    </message>
    <message>
        <source>No chapter has these words.</source>
        <translation>Không chương nào có những từ này.</translation>
    </message>
    <message>
        <source>Search in the guide</source>
        <translation>Tìm trong hướng dẫn</translation>
    </message>
    <message>
        <source>Text of the chapter</source>
        <translation>Nội dung chương</translation>
    </message>
</context>
<context>
    <name>LeaveDraft</name>
    <message>
        <source>Begin a new visit</source>
        <translation>Bắt đầu lượt mới</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>Nhập tiếp</translation>
    </message>
    <message>
        <source>Keep the draft</source>
        <translation>Giữ nháp</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Bỏ lượt này</translation>
    </message>
    <message>
        <source>What was typed stays as an encrypted draft in today's list.</source>
        <translation>Phần đã gõ giữ thành nháp mã hoá trong danh sách hôm nay.</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>A letter to the person</source>
        <translation>Thư gửi người đến</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Name and address are put in when it is made. Number and symbol stay open for the clerk.</source>
        <translation>Tên, địa chỉ người nhận do máy điền khi lập. Số, ký hiệu để trống cho văn thư.</translation>
    </message>
    <message>
        <source>Naming others of this visit is meant</source>
        <translation>Nêu tên người khác trong lượt này là đúng ý</translation>
    </message>
    <message>
        <source>Words of the letter</source>
        <translation>Nội dung thư</translation>
    </message>
</context>
<context>
    <name>Life</name>
    <message>
        <source>A visit that is over and not in the register yet</source>
        <translation>Lượt tiếp đã qua, chưa có trong sổ</translation>
    </message>
    <message>
        <source>After reclassification</source>
        <translation>Sau khi chuyển loại</translation>
    </message>
    <message>
        <source>After the answer</source>
        <translation>Sau khi trả lời</translation>
    </message>
    <message>
        <source>After voiding</source>
        <translation>Sau khi huỷ</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>At least {count} characters, without a name</source>
        <translation>Từ {count} ký tự, không nêu tên</translation>
    </message>
    <message>
        <source>Backups, by number in the log</source>
        <translation>Bản sao lưu, theo số trong nhật ký</translation>
    </message>
    <message>
        <source>Before today only</source>
        <translation>Chỉ ghi ngày trước hôm nay</translation>
    </message>
    <message>
        <source>Body in charge</source>
        <translation>Cơ quan thụ lý</translation>
    </message>
    <message>
        <source>Books with names, by print number</source>
        <translation>Sổ in có danh tính, theo số in</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Năm sinh, ngày sinh</translation>
    </message>
    <message>
        <source>Cannot be taken back: {papers} older backups, prints</source>
        <translation>Không lấy lại được: {papers} bản sao lưu cũ, bản đã in</translation>
    </message>
    <message>
        <source>Code {code} ends, the visit gets another one</source>
        <translation>Mã {code} thôi dùng, lượt có mã mới</translation>
    </message>
    <message>
        <source>Collect or destroy</source>
        <translation>Thu lại hoặc huỷ</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Copies kept outside the program, if there are any</source>
        <translation>Bản sao để ngoài phần mềm, nếu có</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Sửa nội dung</translation>
    </message>
    <message>
        <source>Correct the identity</source>
        <translation>Sửa danh tính</translation>
    </message>
    <message>
        <source>Correct the visit</source>
        <translation>Sửa lượt tiếp</translation>
    </message>
    <message>
        <source>Correct to</source>
        <translation>Sửa thành</translation>
    </message>
    <message>
        <source>Correction {count}</source>
        <translation>Sửa lần {count}</translation>
    </message>
    <message>
        <source>Counted in {since} – {until}, by the day of the visit</source>
        <translation>Đếm vào kỳ {since} – {until} theo ngày tiếp</translation>
    </message>
    <message>
        <source>Day of the answer</source>
        <translation>Ngày trả lời</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>Ngày tiếp</translation>
    </message>
    <message>
        <source>Deadlines follow the new kind, from the day of the visit</source>
        <translation>Hạn theo loại mới, tính từ ngày tiếp</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Số văn bản</translation>
    </message>
    <message>
        <source>Enter a late visit</source>
        <translation>Ghi bổ sung lượt tiếp</translation>
    </message>
    <message>
        <source>Entered for the wrong person</source>
        <translation>Ghi nhầm người</translation>
    </message>
    <message>
        <source>Entered from</source>
        <translation>Ghi từ</translation>
    </message>
    <message>
        <source>Expected number {number}, marked "entered late"</source>
        <translation>Số dự kiến {number}, có chữ “ghi bổ sung”</translation>
    </message>
    <message>
        <source>Explanation given</source>
        <translation>Lời giải thích</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Field in words</source>
        <translation>Lĩnh vực ghi rõ</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Hamlet</source>
        <translation>Bản, tổ dân phố</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Danh tính</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>Số căn cước / hộ chiếu</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Trả lời trực tiếp</translation>
    </message>
    <message>
        <source>In writing, handed over</source>
        <translation>Văn bản, trao tận tay</translation>
    </message>
    <message>
        <source>In writing, sent</source>
        <translation>Văn bản, gửi đi</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Ghi thiếu</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Phiên dịch</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Late entry</source>
        <translation>Ghi bổ sung</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Logged without the name.</source>
        <translation>Ghi nhật ký, không có tên.</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Mode of reception</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>Name of paper</source>
        <translation>Tên tài liệu</translation>
    </message>
    <message>
        <source>No deadline runs; the answer is kept in the story</source>
        <translation>Không còn hạn nào chạy; ghi vào diễn biến</translation>
    </message>
    <message>
        <source>Not counted in form 01/TCD</source>
        <translation>Không đếm vào Biểu 01/TCD</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Number {number} stays in the book, struck, marked "void"</source>
        <translation>Số {number} vẫn còn trong sổ, gạch ngang, ghi “đã huỷ”</translation>
    </message>
    <message>
        <source>Only a custodian can do this</source>
        <translation>Chỉ người giữ danh tính chuyển được</translation>
    </message>
    <message>
        <source>Only a custodian can open the identity</source>
        <translation>Chỉ người giữ danh tính mở được niêm phong</translation>
    </message>
    <message>
        <source>Open the form</source>
        <translation>Mở phiếu nhập</translation>
    </message>
    <message>
        <source>Paper {papers} and its return code are cancelled</source>
        <translation>Giấy {papers} và mã tra cứu bị huỷ</translation>
    </message>
    <message>
        <source>Papers handed out</source>
        <translation>Giấy đã giao</translation>
    </message>
    <message>
        <source>Papers handed out and older backups cannot be taken back.</source>
        <translation>Huỷ không lấy lại được giấy đã giao và bản sao lưu cũ.</translation>
    </message>
    <message>
        <source>Part to correct</source>
        <translation>Phần cần sửa</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Số người</translation>
    </message>
    <message>
        <source>People with the same content</source>
        <translation>Số người cùng nội dung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Nơi phát sinh</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>Bản in</translation>
    </message>
    <message>
        <source>Protection asked for</source>
        <translation>Có yêu cầu bảo vệ</translation>
    </message>
    <message>
        <source>Protection has ended</source>
        <translation>Hết thời gian bảo vệ</translation>
    </message>
    <message>
        <source>Reason in words</source>
        <translation>Lý do cụ thể</translation>
    </message>
    <message>
        <source>Receiving body</source>
        <translation>Cơ quan tiếp</translation>
    </message>
    <message>
        <source>Reclassified.</source>
        <translation>Đã chuyển loại.</translation>
    </message>
    <message>
        <source>Reclassify</source>
        <translation>Chuyển loại</translation>
    </message>
    <message>
        <source>Reclassify the visit</source>
        <translation>Chuyển loại lượt tiếp</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>Ghi việc trả lời</translation>
    </message>
    <message>
        <source>Register books, by print number</source>
        <translation>Sổ in theo mã số, theo số in</translation>
    </message>
    <message>
        <source>Respondent</source>
        <translation>Bị khiếu nại, tố cáo</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>Lưu trả lời</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Lưu bản sửa</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>Seal the new version</source>
        <translation>Niêm phong bản mới</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>Cơ quan đã giải quyết</translation>
    </message>
    <message>
        <source>Settled how often</source>
        <translation>Lần thứ</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Shown in the register and in column 12 of the book</source>
        <translation>Hiện trong sổ và ở cột 12 bản in</translation>
    </message>
    <message>
        <source>Shows who the reporter is</source>
        <translation>Lộ người đến là ai</translation>
    </message>
    <message>
        <source>Stands there</source>
        <translation>Đang ghi</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Tóm tắt nội dung</translation>
    </message>
    <message>
        <source>Tell the head: new keys for the desk, new backups.</source>
        <translation>Báo Trưởng ban: làm khoá mới cho bàn tiếp dân, sao lưu lại.</translation>
    </message>
    <message>
        <source>The answer is due from the day of the visit, {day}</source>
        <translation>Trả lời tính từ ngày tiếp {day}</translation>
    </message>
    <message>
        <source>The content is of another kind</source>
        <translation>Nội dung thuộc loại khác</translation>
    </message>
    <message>
        <source>The deadline {due} ends · {article}</source>
        <translation>Hạn {due} kết thúc · {article}</translation>
    </message>
    <message>
        <source>The deadline {due} stops</source>
        <translation>Hạn {due} dừng</translation>
    </message>
    <message>
        <source>The desk opens next with {day}. A denunciation too; no hour is written.</source>
        <translation>Tiếp theo mở Bàn tiếp dân với ngày {day}. Tố cáo cũng ghi được, vẫn không ghi giờ.</translation>
    </message>
    <message>
        <source>The head confirms afterwards</source>
        <translation>Cần Trưởng ban xác nhận sau</translation>
    </message>
    <message>
        <source>The head is asked for new keys afterwards</source>
        <translation>Sau đó Trưởng ban làm khoá mới</translation>
    </message>
    <message>
        <source>The identity is sealed, so the new words cannot be compared with the name; they are marked unchecked.</source>
        <translation>Danh tính đã niêm phong nên chữ mới không so được với tên; ghi “chưa rà”.</translation>
    </message>
    <message>
        <source>The log has the day of the visit and that of the entry</source>
        <translation>Nhật ký ghi cả ngày tiếp lẫn ngày ghi</translation>
    </message>
    <message>
        <source>The old version is kept, the deadline stays.</source>
        <translation>Bản cũ vẫn giữ, hạn không đổi.</translation>
    </message>
    <message>
        <source>The old words go into the seal, the deadline stays.</source>
        <translation>Bản cũ vào niêm phong, hạn không đổi.</translation>
    </message>
    <message>
        <source>The reporter asks for protection</source>
        <translation>Người đến yêu cầu bảo vệ</translation>
    </message>
    <message>
        <source>The same visit entered twice</source>
        <translation>Ghi hai lần cùng một lượt</translation>
    </message>
    <message>
        <source>The sealed identity is not erased.</source>
        <translation>Danh tính đã niêm phong không bị xoá.</translation>
    </message>
    <message>
        <source>The whole identity is typed anew and sealed as a further version; what is left empty is not known any more. The earlier version stays under its seal.</source>
        <translation>Gõ lại toàn bộ danh tính, niêm phong thành bản mới; ô để trống coi như không có. Bản trước vẫn nằm trong niêm phong.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Đã rõ</translation>
    </message>
    <message>
        <source>Visit entered late</source>
        <translation>Lượt ghi bổ sung</translation>
    </message>
    <message>
        <source>Visit {number}, {day}</source>
        <translation>Lượt {number}, ngày {day}</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Huỷ lượt</translation>
    </message>
    <message>
        <source>Void the visit</source>
        <translation>Huỷ lượt tiếp</translation>
    </message>
    <message>
        <source>Void visit {number}</source>
        <translation>Huỷ lượt {number}</translation>
    </message>
    <message>
        <source>Was no visit</source>
        <translation>Không phải lượt tiếp</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Hình thức trả lời</translation>
    </message>
    <message>
        <source>What cannot be taken back</source>
        <translation>Những gì không lấy lại được</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Yêu cầu</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Why it is late</source>
        <translation>Lý do ghi muộn</translation>
    </message>
    <message>
        <source>Write the day first, like 5/8 or h-1.</source>
        <translation>Ghi ngày tiếp trước, như 5/8 hoặc h-1.</translation>
    </message>
    <message>
        <source>Written wrongly</source>
        <translation>Ghi nhầm</translation>
    </message>
    <message>
        <source>Wrong kind chosen</source>
        <translation>Chọn nhầm loại</translation>
    </message>
    <message>
        <source>answered too late</source>
        <translation>trả lời quá hạn</translation>
    </message>
    <message>
        <source>by {due} at the latest</source>
        <translation>chậm nhất {due}</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>trong hạn</translation>
    </message>
    <message>
        <source>listed afterwards</source>
        <translation>liệt kê sau khi lưu</translation>
    </message>
    <message>
        <source>no number goes in between</source>
        <translation>số không chen vào giữa</translation>
    </message>
    <message>
        <source>not given again</source>
        <translation>không cấp lại</translation>
    </message>
    <message>
        <source>period {since} – {until}</source>
        <translation>kỳ {since} – {until}</translation>
    </message>
    <message>
        <source>tell the reporter</source>
        <translation>báo người đến</translation>
    </message>
    <message>
        <source>told in the story</source>
        <translation>ghi vào diễn biến</translation>
    </message>
    <message>
        <source>{place}: take the name out</source>
        <translation>{place}: bỏ tên người đến ra</translation>
    </message>
    <message>
        <source>{words} {number}</source>
        <translation>{words} {number}</translation>
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
    <name>Needs</name>
    <message>
        <source>A custodian opened an identity alone</source>
        <translation>Người giữ danh tính tự mở một danh tính</translation>
    </message>
    <message>
        <source>A moment of the log is odd</source>
        <translation>Giờ trong nhật ký bất thường</translation>
    </message>
    <message>
        <source>A request expired unanswered</source>
        <translation>Một yêu cầu hết hạn, chưa ai trả lời</translation>
    </message>
    <message>
        <source>A visit was voided</source>
        <translation>Lượt đã huỷ</translation>
    </message>
    <message>
        <source>An earlier version gave every officer this right. Take it from whoever needs it no more first: Settings, Accounts and rights, column Read denunciations. The officer who received the person reads until the end of the next working day anyway.</source>
        <translation>Bản trước cho mọi cán bộ quyền này. Ai không cần nữa thì bỏ quyền trước: Cài đặt, Tài khoản và quyền, cột Đọc nội dung tố cáo. Người tiếp vẫn đọc được lượt mình tiếp đến hết ngày làm việc kế tiếp.</translation>
    </message>
    <message>
        <source>Answers overdue</source>
        <translation>Quá hạn trả lời</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <source>Approved, not opened on {day}. Ask again if it is needed.</source>
        <translation>Đã duyệt nhưng ngày {day} chưa mở. Vẫn cần thì xin lại.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Xin lại</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Xin lúc</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Người xin</translation>
    </message>
    <message>
        <source>Asks to open the identity of {code}</source>
        <translation>Xin mở danh tính {code}</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Change the key of ordinary reporters</source>
        <translation>Thay khoá danh tính người đến</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Rà ngay</translation>
    </message>
    <message>
        <source>Check the words of {count} visits</source>
        <translation>Rà nội dung {count} lượt</translation>
    </message>
    <message>
        <source>Check words written later</source>
        <translation>Rà lời viết sau</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Đã rà</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Xác nhận</translation>
    </message>
    <message>
        <source>Confirm the log: the clock leapt ahead at entry {entry}</source>
        <translation>Xác nhận nhật ký: đồng hồ nhảy tới ở mục {entry}</translation>
    </message>
    <message>
        <source>Confirm the log: the clock ran back at entry {entry}</source>
        <translation>Xác nhận nhật ký: đồng hồ lùi ở mục {entry}</translation>
    </message>
    <message>
        <source>Could not be opened</source>
        <translation>Không mở được</translation>
    </message>
    <message>
        <source>Custodians of identities</source>
        <translation>Người giữ danh tính</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Destroy the old backups</source>
        <translation>Huỷ bản sao lưu cũ</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Sắp đến hạn</translation>
    </message>
    <message>
        <source>Ended: keys or visit have changed. Ask again if it is needed.</source>
        <translation>Đã hết: khoá hoặc lượt này vừa thay đổi. Còn cần thì xin lại.</translation>
    </message>
    <message>
        <source>Ends with the day</source>
        <translation>Hết hạn cuối ngày</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Hết hạn</translation>
    </message>
    <message>
        <source>Give somebody the right to read denunciations</source>
        <translation>Giao cho ai đó quyền đọc tố cáo</translation>
    </message>
    <message>
        <source>Go to backup</source>
        <translation>Tới sao lưu</translation>
    </message>
    <message>
        <source>Go to settings</source>
        <translation>Tới cài đặt</translation>
    </message>
    <message>
        <source>Go to the log</source>
        <translation>Tới nhật ký</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>How to</source>
        <translation>Cách làm</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Nói rõ</translation>
    </message>
    <message>
        <source>It waits for {names}</source>
        <translation>Chờ {names} làm trong phiên của mình</translation>
    </message>
    <message>
        <source>Its day</source>
        <translation>Ngày ghi</translation>
    </message>
    <message>
        <source>Lock and open again: the page before the desk makes them.</source>
        <translation>Khoá rồi mở lại sổ: trang nhắc trước bàn tiếp dân lập được tờ khôi phục.</translation>
    </message>
    <message>
        <source>Log entry</source>
        <translation>Mục nhật ký</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Look, approve</source>
        <translation>Xem, duyệt</translation>
    </message>
    <message>
        <source>Look, confirm</source>
        <translation>Xem, xác nhận</translation>
    </message>
    <message>
        <source>Look, print</source>
        <translation>Xem, in</translation>
    </message>
    <message>
        <source>Machine and log</source>
        <translation>Máy và nhật ký</translation>
    </message>
    <message>
        <source>Make the recovery sheets</source>
        <translation>Lập tờ khôi phục</translation>
    </message>
    <message>
        <source>Monthly report, period {days}</source>
        <translation>Báo cáo tháng, kỳ {days}</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Việc tôi đã xin</translation>
    </message>
    <message>
        <source>Needs me now</source>
        <translation>Cần tôi xử lý ngay</translation>
    </message>
    <message>
        <source>No backup was ever made on this machine</source>
        <translation>Máy này chưa sao lưu lần nào</translation>
    </message>
    <message>
        <source>No custodian answered on {day}. Ask again if it is needed.</source>
        <translation>Ngày {day} chưa ai trả lời. Vẫn cần thì xin lại.</translation>
    </message>
    <message>
        <source>No name is shown here. That you have seen this is logged.</source>
        <translation>Ở đây không hiện tên. Việc đã xem được ghi nhật ký.</translation>
    </message>
    <message>
        <source>Nobody reads them any more; they wait unread</source>
        <translation>Không còn ai đọc được; tố cáo đang nằm chờ</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>Không duyệt</translation>
    </message>
    <message>
        <source>Nothing was opened. Whoever asked can ask again if it is needed.</source>
        <translation>Chưa mở gì. Người xin có thể xin lại nếu vẫn cần.</translation>
    </message>
    <message>
        <source>Notice of refusal, {visit}</source>
        <translation>Thông báo từ chối tiếp, {visit}</translation>
    </message>
    <message>
        <source>On {day}, without a request: {ground}</source>
        <translation>Ngày {day}, không có người xin: {ground}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open the seal</source>
        <translation>Mở niêm phong</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Người mở</translation>
    </message>
    <message>
        <source>Opening the identity of {code}</source>
        <translation>Mở danh tính {code}</translation>
    </message>
    <message>
        <source>Paper of {code} not printed</source>
        <translation>Giấy chưa in của {code}</translation>
    </message>
    <message>
        <source>Papers not printed</source>
        <translation>Giấy chưa in</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Phần đã mở</translation>
    </message>
    <message>
        <source>Reads all</source>
        <translation>Đọc mọi tố cáo</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Renew the key of denouncers</source>
        <translation>Thay khoá người tố cáo</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Người đến</translation>
    </message>
    <message>
        <source>Say who reads denunciations</source>
        <translation>Xác nhận ai được đọc tố cáo</translation>
    </message>
    <message>
        <source>See the visit</source>
        <translation>Xem lượt</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Đã xem</translation>
    </message>
    <message>
        <source>Shall these people read every denunciation?</source>
        <translation>Những người này vẫn đọc mọi đơn tố cáo?</translation>
    </message>
    <message>
        <source>Sign {name} out completely</source>
        <translation>Cho {name} rời hẳn sổ</translation>
    </message>
    <message>
        <source>Somebody has written into the register with other tools, or the file is damaged. The rest of the list is whole. The board head verifies the log: the result names the rows.</source>
        <translation>Có người đã dùng công cụ khác ghi vào sổ, hoặc tệp đã hỏng. Phần còn lại của danh sách vẫn đủ. Trưởng ban chạy Kiểm tra nhật ký: kết quả nêu tên dòng.</translation>
    </message>
    <message>
        <source>Somebody may be recognised there. Tell nobody. Of an ordinary visit, correct the words (F3) with the reason that they show the reporter. Those of a denunciation stand on no paper; correcting them would tell their author that they are right: talk with the head first.</source>
        <translation>Ở đó có thể nhận ra người đến. Đừng nói với ai. Lượt thường: mở lượt, F3, sửa chữ với lý do để lộ người đến. Lượt tố cáo: chữ ấy không in ra giấy nào; sửa là báo cho người viết biết họ đúng: bàn với Trưởng ban trước.</translation>
    </message>
    <message>
        <source>The head types the password for it</source>
        <translation>Trưởng ban gõ mật khẩu cho việc này</translation>
    </message>
    <message>
        <source>The key was renewed: nobody can read it. Withdraw, ask again.</source>
        <translation>Khoá đã thay nên không ai đọc được lời xin. Rút rồi xin lại.</translation>
    </message>
    <message>
        <source>The last good backup is of {day}</source>
        <translation>Bản tốt gần nhất là ngày {day}</translation>
    </message>
    <message>
        <source>The machine's clock was set, or its battery is empty. Confirm when you know why; look at date and time of the machine.</source>
        <translation>Đồng hồ máy bị chỉnh, hoặc pin đồng hồ hết. Biết rõ vì sao thì xác nhận; xem lại ngày giờ của máy.</translation>
    </message>
    <message>
        <source>The number stays, struck, and no table counts it. If it was voided wrongly, leave this and have the visit entered late.</source>
        <translation>Số lượt giữ nguyên, gạch ngang, không biểu nào đếm. Nếu huỷ nhầm thì để đó và ghi bổ sung lượt này.</translation>
    </message>
    <message>
        <source>The period ended on {day}, nothing is printed yet</source>
        <translation>Kỳ đã hết ngày {day}, chưa in</translation>
    </message>
    <message>
        <source>The program compares the words with the sealed identities and shows no name. What it finds is told to you alone. Of denunciations nothing that others see depends on it; other visits that show nobody are marked as checked.</source>
        <translation>Máy so chữ với danh tính đã niêm phong, không hiện tên. Kết quả chỉ bạn thấy. Với tố cáo, không gì người khác thấy thay đổi theo kết quả; lượt khác không lộ ai thì ghi là đã rà.</translation>
    </message>
    <message>
        <source>They open nothing any more; some steps are left</source>
        <translation>Người ấy không mở được gì nữa; còn vài bước</translation>
    </message>
    <message>
        <source>They read all by an earlier rule: {names}</source>
        <translation>Đang đọc tất cả theo quy tắc cũ: {names}</translation>
    </message>
    <message>
        <source>To approve, to sign</source>
        <translation>Chờ duyệt, chờ ký</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Đã hiểu</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Lượt</translation>
    </message>
    <message>
        <source>Visit {number}</source>
        <translation>Lượt {number}</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Số lượt</translation>
    </message>
    <message>
        <source>Voided by</source>
        <translation>Người huỷ</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <translation>Rút yêu cầu</translation>
    </message>
    <message>
        <source>Without them a forgotten head's password loses the register</source>
        <translation>Không có tờ này, Trưởng ban quên mật khẩu là mất sổ</translation>
    </message>
    <message>
        <source>Words were checked</source>
        <translation>Kết quả rà</translation>
    </message>
    <message>
        <source>Written after the sealing, never compared with the name</source>
        <translation>Lời viết sau khi niêm phong, chưa so với danh tính</translation>
    </message>
    <message>
        <source>Yes, all of them</source>
        <translation>Đúng, tất cả</translation>
    </message>
    <message>
        <source>waiting {count} days</source>
        <translation>chờ {count} ngày</translation>
    </message>
    <message>
        <source>waiting {count} h</source>
        <translation>chờ {count} giờ</translation>
    </message>
    <message>
        <source>waiting {count} min</source>
        <translation>chờ {count} phút</translation>
    </message>
    <message>
        <source>{count} copies; old keys and old passwords still open them</source>
        <translation>{count} bản; khoá cũ, mật khẩu cũ vẫn mở được</translation>
    </message>
    <message>
        <source>{count} entries of this list cannot be read</source>
        <translation>{count} mục của danh sách không đọc được</translation>
    </message>
    <message>
        <source>{count} papers of earlier days, neither printed nor dropped</source>
        <translation>{count} giấy của những ngày trước, chưa in, chưa bỏ</translation>
    </message>
    <message>
        <source>{count} visits became protected since the last change</source>
        <translation>{count} lượt đã thành lượt được bảo vệ từ lần thay trước</translation>
    </message>
    <message>
        <source>{ground}, drafted by {who}</source>
        <translation>{ground}, {who} soạn</translation>
    </message>
    <message>
        <source>{reporter}, entered by {who}</source>
        <translation>{reporter}, {who} ghi</translation>
    </message>
    <message>
        <source>{visit} was voided</source>
        <translation>{visit} đã huỷ</translation>
    </message>
    <message>
        <source>{visit} · Answer {reporter}</source>
        <translation>{visit} · Trả lời {reporter}</translation>
    </message>
    <message>
        <source>{who} approved. Opens once, until {day}</source>
        <translation>{who} đã duyệt. Mở được một lần, đến hết {day}</translation>
    </message>
    <message>
        <source>{who} asked on {day}: {parts}</source>
        <translation>{who} xin ngày {day}: {parts}</translation>
    </message>
    <message>
        <source>{who} asked on {moment}: {reason}</source>
        <translation>{who} xin ngày {moment}: {reason}</translation>
    </message>
    <message>
        <source>{who} asks today: {parts}</source>
        <translation>{who} xin hôm nay: {parts}</translation>
    </message>
    <message>
        <source>{who} did not approve: {note}</source>
        <translation>{who} không duyệt: {note}</translation>
    </message>
    <message>
        <source>{who} opened the identity of {code}</source>
        <translation>{who} tự mở danh tính {code}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Before you go on</source>
        <translation>Trước khi làm tiếp</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>I have told the board head</source>
        <translation>Tôi đã báo Trưởng ban</translation>
    </message>
    <message>
        <source>It is now {moment}: date and time are right</source>
        <translation>Bây giờ là {moment}: đúng ngày giờ</translation>
    </message>
    <message>
        <source>Lock again</source>
        <translation>Khoá lại</translation>
    </message>
    <message>
        <source>Make the sheets now</source>
        <translation>Lập tờ khôi phục ngay</translation>
    </message>
</context>
<context>
    <name>Office</name>
    <message>
        <source>Backed up today</source>
        <translation>Sao lưu hôm nay</translation>
    </message>
    <message>
        <source>Backed up {day}</source>
        <translation>Sao lưu {day}</translation>
    </message>
    <message>
        <source>Display over a network</source>
        <translation>Màn hình đi qua mạng</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Đã mã hoá</translation>
    </message>
    <message>
        <source>Network not walled off</source>
        <translation>Chưa chặn được mạng</translation>
    </message>
    <message>
        <source>No backup for {count} days</source>
        <translation>Chưa sao lưu {count} ngày</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Chưa sao lưu</translation>
    </message>
    <message>
        <source>No recovery sheets</source>
        <translation>Chưa có tờ khôi phục</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Ngoại tuyến</translation>
    </message>
    <message>
        <source>Opened by sheets {day}</source>
        <translation>Mở bằng tờ khôi phục {day}</translation>
    </message>
    <message>
        <source>Roster {number}</source>
        <translation>Danh sách số {number}</translation>
    </message>
    <message>
        <source>Roster {number}.</source>
        <translation>Danh sách số {number}.</translation>
    </message>
    <message>
        <source>Seen from another machine</source>
        <translation>Đang điều khiển từ xa</translation>
    </message>
    <message>
        <source>The log has no entry of yours from before.</source>
        <translation>Nhật ký chưa có mục nào của bạn từ trước.</translation>
    </message>
    <message>
        <source>You: no entry before</source>
        <translation>Bạn: chưa có mục nào</translation>
    </message>
    <message>
        <source>You: {number}, {moment}</source>
        <translation>Bạn: {number}, {moment}</translation>
    </message>
    <message>
        <source>Your last time: {facts}. Not as you remember? Tell the board head.</source>
        <translation>Lần cuối của bạn: {facts}. Không đúng như bạn nhớ? Báo Trưởng ban.</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>Entered in the register of secret copies</source>
        <translation>Đã vào sổ bản MẬT</translation>
    </message>
    <message>
        <source>Given up, not printed; logged</source>
        <translation>Đã bỏ, chưa in; đã ghi nhật ký</translation>
    </message>
    <message>
        <source>Names show on the paper only. Take it at once</source>
        <translation>Bản xem trước che tên, chỉ tờ giấy có tên. Lấy giấy ngay ở máy in</translation>
    </message>
    <message>
        <source>Saved. Not printed</source>
        <translation>Đã lưu. Chưa in</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Đã gửi máy in</translation>
    </message>
    <message>
        <source>The citizen's copy</source>
        <translation>Bản của người đến</translation>
    </message>
    <message>
        <source>The head approved this printing by password</source>
        <translation>Trưởng ban đã duyệt in bằng mật khẩu</translation>
    </message>
    <message>
        <source>This sheet shows a name. Take it from the printer at once</source>
        <translation>Tờ này có tên người đến. Lấy giấy ngay ở máy in</translation>
    </message>
    <message>
        <source>To write by pen: the matter and the reason, as on the file's copy</source>
        <translation>Ghi bằng bút: nội dung và lý do, như tờ lưu hồ sơ</translation>
    </message>
    <message>
        <source>To write by pen: {parts}</source>
        <translation>Ghi bằng bút: {parts}</translation>
    </message>
    <message>
        <source>answer by {day}</source>
        <translation>hẹn trả lời ngày {day}</translation>
    </message>
    <message>
        <source>no answer is due</source>
        <translation>không có hẹn trả lời</translation>
    </message>
    <message>
        <source>the hour</source>
        <translation>giờ đến</translation>
    </message>
    <message>
        <source>{count} copies</source>
        <translation>lập {count} bản</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Phóng to (Ctrl++)</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Trang {page}/{count}</translation>
    </message>
    <message>
        <source>Pages to print</source>
        <translation>Các trang sẽ in</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>Thu nhỏ (Ctrl+-)</translation>
    </message>
    <message>
        <source>Whole page (Ctrl+0)</source>
        <translation>Cả trang (Ctrl+0)</translation>
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
    <name>PersonMore</name>
    <message>
        <source>Another paper</source>
        <translation>Giấy tờ khác</translation>
    </message>
    <message>
        <source>As the number looks</source>
        <translation>Theo số đã nhập</translation>
    </message>
    <message>
        <source>Asks to keep the identity secret</source>
        <translation>Đề nghị giữ bí mật danh tính</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Date of that paper</source>
        <translation>Ngày của giấy đó</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>House, street</source>
        <translation>Số nhà, đường</translation>
    </message>
    <message>
        <source>How to reach the person</source>
        <translation>Cách liên hệ người đến muốn</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>Căn cước</translation>
    </message>
    <message>
        <source>Identity certificate</source>
        <translation>Giấy chứng nhận căn cước</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>Loại giấy tờ</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Nơi cấp</translation>
    </message>
    <message>
        <source>Lawyer's or legal aid card</source>
        <translation>Số thẻ luật sư, trợ giúp viên</translation>
    </message>
    <message>
        <source>More about the reporter</source>
        <translation>Thêm về người đến</translation>
    </message>
    <message>
        <source>No paper</source>
        <translation>Không có giấy tờ</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Nghề nghiệp</translation>
    </message>
    <message>
        <source>Other representatives (names; split by ;)</source>
        <translation>Người đại diện khác (cách nhau bằng ;)</translation>
    </message>
    <message>
        <source>Paper of authority</source>
        <translation>Giấy tờ đại diện, uỷ quyền</translation>
    </message>
    <message>
        <source>Paper of authority is certified</source>
        <translation>Giấy uỷ quyền có chứng thực</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Hộ chiếu</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Province, if another</source>
        <translation>Tỉnh, nếu ở nơi khác</translation>
    </message>
    <message>
        <source>Sealed with the name when the visit is saved.</source>
        <translation>Niêm phong cùng họ tên khi lưu.</translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation>Người được đại diện</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>Nơi làm việc</translation>
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
        <source>SECRET</source>
        <translation>MẬT</translation>
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
        <source>Not marked for papers with names</source>
        <translation>Chưa đánh dấu được in giấy có tên</translation>
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
        <source>The office prints no names here</source>
        <translation>Cơ quan không in giấy có danh tính ở máy này</translation>
    </message>
    <message>
        <source>This paper needs a printer on a cable</source>
        <translation>Giấy này chỉ in ở máy in cắm cáp</translation>
    </message>
    <message>
        <source>Writes a file, gives no paper</source>
        <translation>Ghi thành tệp, không ra giấy</translation>
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
    <name>ReadBack</name>
    <message>
        <source>Answer you by {day} at the latest.</source>
        <translation>Trả lời ông, bà chậm nhất ngày {day}.</translation>
    </message>
    <message>
        <source>Cannot write, thumb-print</source>
        <translation>Không biết chữ, điểm chỉ</translation>
    </message>
    <message>
        <source>Done, back</source>
        <translation>Xong, quay lại</translation>
    </message>
    <message>
        <source>Explain: {text}</source>
        <translation>Giải thích: {text}</translation>
    </message>
    <message>
        <source>Guide you to {body}.</source>
        <translation>Hướng dẫn ông, bà đến {body}.</translation>
    </message>
    <message>
        <source>Large letters</source>
        <translation>Cỡ chữ lớn</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Sửa lại</translation>
    </message>
    <message>
        <source>Name and address are kept secret.</source>
        <translation>Họ tên, địa chỉ được giữ bí mật.</translation>
    </message>
    <message>
        <source>Print the record after saving</source>
        <translation>Lưu xong in bản ghi nội dung</translation>
    </message>
    <message>
        <source>Read back to the reporter</source>
        <translation>Đọc lại cho người đến nghe</translation>
    </message>
    <message>
        <source>Read back, the reporter agrees</source>
        <translation>Đã đọc lại, người đến đồng ý</translation>
    </message>
    <message>
        <source>Refuse this reception: {text}</source>
        <translation>Từ chối tiếp lần này: {text}</translation>
    </message>
    <message>
        <source>Report to {body}.</source>
        <translation>Báo cáo {body}.</translation>
    </message>
    <message>
        <source>Send the petition to {body}.</source>
        <translation>Chuyển đơn đến {body}.</translation>
    </message>
    <message>
        <source>The screen may be turned. Only this visit stands here.</source>
        <translation>Có thể quay màn hình sang người đến. Ở đây chỉ có nội dung lượt này.</translation>
    </message>
    <message>
        <source>We will</source>
        <translation>Chúng tôi sẽ làm</translation>
    </message>
    <message>
        <source>You ask for</source>
        <translation>Ông, bà yêu cầu</translation>
    </message>
    <message>
        <source>You handed in</source>
        <translation>Ông, bà nộp</translation>
    </message>
    <message>
        <source>You said</source>
        <translation>Ông, bà trình bày</translation>
    </message>
    <message>
        <source>{name}, {pages} pages, {state}</source>
        <translation>{name}, {pages} trang, {state}</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Hand on to read</source>
        <translation>Giao đọc</translation>
    </message>
    <message>
        <source>Hand to</source>
        <translation>Giao cho</translation>
    </message>
    <message>
        <source>It can be handed on by a reader of denunciations, while it is open.</source>
        <translation>Người có quyền đọc nội dung tố cáo giao được lượt này, khi lượt chưa xong.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Logged with your name</source>
        <translation>Ghi nhật ký kèm tên người giao</translation>
    </message>
    <message>
        <source>Reads this visit only, until it is answered, settled or voided. Whoever had it before reads it no more.</source>
        <translation>Chỉ đọc lượt này, đến khi trả lời, giải quyết xong hoặc huỷ lượt. Người được giao trước đó thôi đọc.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Thôi giao</translation>
    </message>
    <message>
        <source>Visit {number}, {day}</source>
        <translation>Lượt {number}, {day}</translation>
    </message>
    <message>
        <source>Who reads this denunciation</source>
        <translation>Ai đọc được lượt tố cáo này</translation>
    </message>
    <message>
        <source>{name}: handed on by {giver}, reads until it is closed</source>
        <translation>{name}: được {giver} giao, đọc đến khi xong lượt</translation>
    </message>
    <message>
        <source>{name}: reads every denunciation</source>
        <translation>{name}: đọc mọi lượt tố cáo</translation>
    </message>
    <message>
        <source>{name}: received it, reads until the end of {day}</source>
        <translation>{name}: người tiếp, đọc đến hết ngày {day}</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>A refused visit is kept and counted in form 01/TCD</source>
        <translation>Lượt từ chối vẫn lưu, có đếm vào Biểu 01/TCD</translation>
    </message>
    <message>
        <source>A refused visit is kept, not counted in form 01/TCD</source>
        <translation>Lượt từ chối vẫn lưu, không đếm vào Biểu 01/TCD</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Choose ground</source>
        <translation>Chọn căn cứ</translation>
    </message>
    <message>
        <source>Draft the notice of refusal for the head to sign.</source>
        <translation>Soạn Thông báo từ chối chờ Trưởng ban ký.</translation>
    </message>
    <message>
        <source>Draft the notice of refusal for the head, by {day} at the latest</source>
        <translation>Soạn Thông báo từ chối chờ Trưởng ban ký, chậm nhất ngày {day}</translation>
    </message>
    <message>
        <source>Expected {code}</source>
        <translation>Dự kiến {code}</translation>
    </message>
    <message>
        <source>Explain in person, record the explanation</source>
        <translation>Giải thích trực tiếp, ghi lại lời giải thích</translation>
    </message>
    <message>
        <source>Explain to the person now; write the explanation down.</source>
        <translation>Giải thích ngay cho người đến; ghi lại lời giải thích.</translation>
    </message>
    <message>
        <source>Note the number and day of the {document}.</source>
        <translation>Ghi số, ngày của {document}.</translation>
    </message>
    <message>
        <source>Refuse: choose the ground</source>
        <translation>Từ chối tiếp: chọn căn cứ</translation>
    </message>
    <message>
        <source>Written notice, form 01/TCD, in 3 working days</source>
        <translation>Thông báo bằng văn bản, Mẫu 01/TCD, trong 3 ngày làm việc</translation>
    </message>
    <message>
        <source>{count} grounds</source>
        <translation>{count} căn cứ</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>About</source>
        <translation>Nơi bị nêu</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã trả lời</translation>
    </message>
    <message>
        <source>Body in charge</source>
        <translation>Cơ quan thụ lý</translation>
    </message>
    <message>
        <source>Bring an Excel register in</source>
        <translation>Nhập sổ Excel</translation>
    </message>
    <message>
        <source>Check the log</source>
        <translation>Kiểm tra nhật ký</translation>
    </message>
    <message>
        <source>Citizen's copy again …</source>
        <translation>Làm lại giấy người đến …</translation>
    </message>
    <message>
        <source>Close the story</source>
        <translation>Đóng diễn biến</translation>
    </message>
    <message>
        <source>Code, content, body</source>
        <translation>Mã, nội dung, cơ quan</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Cột hiển thị</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Correct, answer, void …</source>
        <translation>Sửa, trả lời, huỷ …</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Document {number}</source>
        <translation>Văn bản {number}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Drop the filters</source>
        <translation>Bỏ bộ lọc</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Sắp đến hạn</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter the first visit</source>
        <translation>Ghi lượt tiếp đầu tiên</translation>
    </message>
    <message>
        <source>Entered late · {text}</source>
        <translation>Ghi bổ sung · {text}</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Đã giải thích</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Guided</source>
        <translation>Đã hướng dẫn</translation>
    </message>
    <message>
        <source>Hand on to read …</source>
        <translation>Giao đọc cho…</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>Xử lý</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Last period, from {day}</source>
        <translation>Kỳ trước, từ {day}</translation>
    </message>
    <message>
        <source>Last period: {count} visits, all kept.</source>
        <translation>Kỳ trước: {count} lượt, còn đủ trong sổ.</translation>
    </message>
    <message>
        <source>Month's report</source>
        <translation>Báo cáo tháng</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Việc khác</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Lượt mới</translation>
    </message>
    <message>
        <source>No visit found</source>
        <translation>Không tìm thấy lượt nào</translation>
    </message>
    <message>
        <source>No visit in this period yet</source>
        <translation>Kỳ này chưa có lượt tiếp nào</translation>
    </message>
    <message>
        <source>No visit yet</source>
        <translation>Sổ chưa có lượt tiếp nào</translation>
    </message>
    <message>
        <source>No visit yet in the period</source>
        <translation>Chưa có lượt tiếp trong kỳ</translation>
    </message>
    <message>
        <source>Not checked against the name yet</source>
        <translation>Chưa rà</translation>
    </message>
    <message>
        <source>Nothing fits the search and the filters chosen.</source>
        <translation>Không có lượt nào khớp ô tìm và bộ lọc đang chọn.</translation>
    </message>
    <message>
        <source>Only custodians know whether it was checked</source>
        <translation>Đã rà hay chưa chỉ người giữ danh tính biết</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Opened {count} times</source>
        <translation>Đã mở {count} lần</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Số người</translation>
    </message>
    <message>
        <source>Print book (Mẫu 03/TCD)</source>
        <translation>In sổ (Mẫu 03/TCD)</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Từ chối tiếp</translation>
    </message>
    <message>
        <source>Register of visits</source>
        <translation>Sổ tiếp công dân</translation>
    </message>
    <message>
        <source>Reported up</source>
        <translation>Đã báo cáo</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Người đến</translation>
    </message>
    <message>
        <source>Row {row} of {total}</source>
        <translation>Dòng {row} trên {total}</translation>
    </message>
    <message>
        <source>Sealed since {day}</source>
        <translation>Niêm phong từ {day}</translation>
    </message>
    <message>
        <source>Search code, content, body</source>
        <translation>Tìm mã, nội dung, cơ quan</translation>
    </message>
    <message>
        <source>Show the last period</source>
        <translation>Xem kỳ trước</translation>
    </message>
    <message>
        <source>Show the whole register</source>
        <translation>Xem cả sổ</translation>
    </message>
    <message>
        <source>Story of the visit</source>
        <translation>Diễn biến của lượt</translation>
    </message>
    <message>
        <source>The period {since} - {until} has just begun. Its first visit, entered at the desk, will stand here, the name sealed.</source>
        <translation>Kỳ {since} - {until} vừa mở. Lượt đầu tiên ghi ở Bàn tiếp dân sẽ hiện tại đây, tên người đến được niêm phong.</translation>
    </message>
    <message>
        <source>The register has {count} visits.</source>
        <translation>Sổ có {count} lượt.</translation>
    </message>
    <message>
        <source>This account does not read this visit. An answer or transfer is recorded by its number all the same.</source>
        <translation>Tài khoản này không đọc lượt này. Vẫn ghi được trả lời, chuyển đơn theo số lượt.</translation>
    </message>
    <message>
        <source>This period, from {day}</source>
        <translation>Kỳ này, từ {day}</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>To be transferred</source>
        <translation>Chờ chuyển</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Đã chuyển</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Các cột thường dùng</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Lượt</translation>
    </message>
    <message>
        <source>Visit {number}</source>
        <translation>Lượt {number}</translation>
    </message>
    <message>
        <source>Visits entered at the desk stand here, names sealed.</source>
        <translation>Lượt ghi ở Bàn tiếp dân sẽ hiện tại đây, tên người đến được niêm phong.</translation>
    </message>
    <message>
        <source>Visits, newest first</source>
        <translation>Các lượt tiếp, mới nhất trước</translation>
    </message>
    <message>
        <source>Voided visit</source>
        <translation>Lượt đã huỷ</translation>
    </message>
    <message>
        <source>correct, void</source>
        <translation>sửa, huỷ</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>từ {day}</translation>
    </message>
    <message>
        <source>open the seal</source>
        <translation>mở niêm phong</translation>
    </message>
    <message>
        <source>show the story</source>
        <translation>xem diễn biến</translation>
    </message>
    <message>
        <source>since New Year</source>
        <translation>từ đầu năm</translation>
    </message>
    <message>
        <source>{count} visits</source>
        <translation>{count} lượt</translation>
    </message>
    <message>
        <source>{days} working days late</source>
        <translation>muộn {days} ngày làm việc</translation>
    </message>
    <message>
        <source>{day}: answer recorded by {by}</source>
        <translation>{day}: {by} ghi việc trả lời</translation>
    </message>
    <message>
        <source>{day}: asked for: {papers}</source>
        <translation>{day}: yêu cầu in: {papers}</translation>
    </message>
    <message>
        <source>{day}: corrected by {by}</source>
        <translation>{day}: {by} sửa</translation>
    </message>
    <message>
        <source>{day}: dropped, no longer in use: {papers}</source>
        <translation>{day}: đã bỏ, không dùng nữa: {papers}</translation>
    </message>
    <message>
        <source>{day}: entered late by {by}</source>
        <translation>{day}: {by} ghi bổ sung</translation>
    </message>
    <message>
        <source>{day}: identity corrected by {by}</source>
        <translation>{day}: {by} sửa danh tính</translation>
    </message>
    <message>
        <source>{day}: last allowed day</source>
        <translation>Chậm nhất ngày {day}</translation>
    </message>
    <message>
        <source>{day}: paper dropped unprinted by {by}</source>
        <translation>{day}: {by} bỏ giấy chưa in</translation>
    </message>
    <message>
        <source>{day}: print number {label} given, {form}</source>
        <translation>{day}: cấp số bản in {label}, {form}</translation>
    </message>
    <message>
        <source>{day}: printed: {papers}</source>
        <translation>{day}: đã in: {papers}</translation>
    </message>
    <message>
        <source>{day}: received and sealed by {by}</source>
        <translation>{day}: niêm phong, {by}</translation>
    </message>
    <message>
        <source>{day}: reclassified by {by}</source>
        <translation>{day}: {by} chuyển loại</translation>
    </message>
    <message>
        <source>{day}: voided by {by}</source>
        <translation>{day}: {by} huỷ lượt</translation>
    </message>
    <message>
        <source>{day}: voiding confirmed by {by}</source>
        <translation>{day}: {by} xác nhận việc huỷ</translation>
    </message>
    <message>
        <source>{name}, {pages} pages</source>
        <translation>{name}, {pages} trang</translation>
    </message>
</context>
<context>
    <name>Remake</name>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Chọn lý do</translation>
    </message>
    <message>
        <source>It was never printed</source>
        <translation>Chưa in ra được</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Make the citizen's copy again</source>
        <translation>Làm lại giấy của người đến</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>The citizen lost it</source>
        <translation>Người đến làm mất</translation>
    </message>
    <message>
        <source>The identity stays sealed</source>
        <translation>Danh tính vẫn niêm phong</translation>
    </message>
    <message>
        <source>The log tells who made it again, and why</source>
        <translation>Nhật ký ghi ai làm lại, vì sao</translation>
    </message>
    <message>
        <source>The office prints the person on every copy. With the person at the desk, type what their papers say: for this sheet only, compared with nothing, stored nowhere.</source>
        <translation>Cơ quan in danh tính trên bản của mọi người đến. Mời người ấy đưa giấy tờ rồi gõ lại như trên giấy: chỉ cho tờ này, không so với sổ, không lưu ở đâu.</translation>
    </message>
    <message>
        <source>The paper gets a new number and a new return code</source>
        <translation>Giấy có số mới và mã tra cứu mới</translation>
    </message>
    <message>
        <source>The print was spoilt</source>
        <translation>Bản in bị hỏng</translation>
    </message>
    <message>
        <source>When it is made again</source>
        <translation>Khi làm lại</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Đang làm…</translation>
    </message>
    <message>
        <source>the old code ends</source>
        <translation>mã cũ hết hiệu lực</translation>
    </message>
    <message>
        <source>typed again for this sheet</source>
        <translation>gõ lại cho tờ này</translation>
    </message>
    <message>
        <source>written by pen</source>
        <translation>ghi bằng bút</translation>
    </message>
</context>
<context>
    <name>Reopen</name>
    <message>
        <source>A word is wrong</source>
        <translation>Có từ sai</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Đang so…</translation>
    </message>
    <message>
        <source>Each holder sits alone before the screen and types the 33 words of their sheet. The first letters are enough; Space takes the word.</source>
        <translation>Từng người giữ tờ ngồi một mình trước màn hình, gõ 33 từ của tờ mình. Chỉ cần mấy chữ đầu, phím cách lấy cả từ.</translation>
    </message>
    <message>
        <source>Everybody else opens with the password they have. The head's drafts are lost; what was saved stays.</source>
        <translation>Mọi người khác vẫn mở sổ bằng mật khẩu đang có. Nháp của Trưởng ban mất; những gì đã lưu vẫn còn.</translation>
    </message>
    <message>
        <source>New password of the board head</source>
        <translation>Mật khẩu mới của Trưởng ban</translation>
    </message>
    <message>
        <source>New password of {name}</source>
        <translation>Mật khẩu mới của {name}</translation>
    </message>
    <message>
        <source>Next sheet</source>
        <translation>Tờ tiếp theo</translation>
    </message>
    <message>
        <source>Nobody else holds them: those sealed until today stay shut for ever.</source>
        <translation>Không còn ai khác giữ: những danh tính niêm phong đến hôm nay không bao giờ mở được nữa.</translation>
    </message>
    <message>
        <source>Office mark {mark}: the same must stand on both sheets</source>
        <translation>Dấu gốc của cơ quan {mark}: phải trùng với dấu ghi trên cả hai tờ</translation>
    </message>
    <message>
        <source>Open by two recovery sheets</source>
        <translation>Mở sổ bằng hai tờ khôi phục</translation>
    </message>
    <message>
        <source>Open the register anew</source>
        <translation>Mở lại sổ</translation>
    </message>
    <message>
        <source>Opening anew…</source>
        <translation>Đang mở lại…</translation>
    </message>
    <message>
        <source>Sheet number {number} fits. Now the other holder alone.</source>
        <translation>Tờ số {number} đã khớp. Giờ chỉ người giữ tờ kia ngồi lại.</translation>
    </message>
    <message>
        <source>Sheet {turn} of {needed}</source>
        <translation>Tờ thứ {turn} trong {needed} tờ</translation>
    </message>
    <message>
        <source>Switch the machine's Vietnamese typing off</source>
        <translation>Tắt bộ gõ tiếng Việt của máy</translation>
    </message>
    <message>
        <source>The log says that two sheets opened the register, and the window shows it to everybody for a month.</source>
        <translation>Nhật ký ghi việc mở bằng hai tờ, và cửa sổ cho mọi người thấy điều đó trong một tháng.</translation>
    </message>
    <message>
        <source>The password is not enough yet</source>
        <translation>Mật khẩu chưa đủ mạnh</translation>
    </message>
    <message>
        <source>The register gets new keys. The three old sheets then open nothing more: new ones follow on the next page. Old backups still open by the old sheets: make new backups and destroy the old ones.</source>
        <translation>Sổ có khoá mới. Từ đó ba tờ cũ không mở được nữa: trang sau lập tờ mới. Bản sao lưu cũ vẫn mở được bằng tờ cũ: sao lưu lại rồi huỷ bản cũ.</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>Gõ lại mật khẩu đó</translation>
    </message>
    <message>
        <source>The same sheet again</source>
        <translation>Vẫn là tờ vừa rồi</translation>
    </message>
    <message>
        <source>The two sheets fit. Nothing has been changed yet: that happens on the last page.</source>
        <translation>Hai tờ đã khớp. Chưa sửa gì: đến trang cuối mới sửa.</translation>
    </message>
    <message>
        <source>Their custodians go on opening them; the head does not.</source>
        <translation>Người được giao giữ vẫn mở được; Trưởng ban thì không.</translation>
    </message>
    <message>
        <source>These sheets were kept from denouncers' identities.</source>
        <translation>Bộ tờ này không mở được danh tính người tố cáo.</translation>
    </message>
    <message>
        <source>Type a new password</source>
        <translation>Gõ mật khẩu mới</translation>
    </message>
    <message>
        <source>Type the same password twice</source>
        <translation>Gõ hai lần giống nhau</translation>
    </message>
    <message>
        <source>Word {place} is not a word of a sheet</source>
        <translation>Từ số {place} không có trong danh sách</translation>
    </message>
    <message>
        <source>{done} of {count} words</source>
        <translation>Đã gõ {done} trong {count} từ</translation>
    </message>
</context>
<context>
    <name>Request</name>
    <message>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Approved parts open once, to {name} alone, for sixty seconds. Logged either way.</source>
        <translation>Phần được duyệt mở một lần, chỉ {name} xem, 60 giây. Duyệt hay không đều ghi nhật ký.</translation>
    </message>
    <message>
        <source>Approving…</source>
        <translation>Đang duyệt…</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Người xin</translation>
    </message>
    <message>
        <source>Choose why, to refuse</source>
        <translation>Chọn lý do nếu không duyệt</translation>
    </message>
    <message>
        <source>Do not approve</source>
        <translation>Không duyệt</translation>
    </message>
    <message>
        <source>If you do not approve</source>
        <translation>Nếu không duyệt</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>Lý do cụ thể</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Logged.</source>
        <translation>Ghi nhật ký.</translation>
    </message>
    <message>
        <source>Only what is needed</source>
        <translation>Chỉ mở phần cần</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Refuse the request</source>
        <translation>Từ chối yêu cầu</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>Somebody asks to open an identity</source>
        <translation>Có người xin mở danh tính</translation>
    </message>
    <message>
        <source>{name} gets the paper and sees nothing on the screen. Logged either way.</source>
        <translation>{name} in được giấy, không xem danh tính trên màn hình. Duyệt hay không đều ghi nhật ký.</translation>
    </message>
    <message>
        <source>{name} will read</source>
        <translation>{name} sẽ đọc lý do này</translation>
    </message>
    <message>
        <source>{name}, {moment}</source>
        <translation>{name}, {moment}</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>An earlier moment of this register</source>
        <translation>Là một lúc trước của chính sổ này</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Bản sao lưu</translation>
    </message>
    <message>
        <source>Backup {moment}</source>
        <translation>Bản sao lưu {moment}</translation>
    </message>
    <message>
        <source>Belongs to this register</source>
        <translation>Là của sổ này</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Chọn thư mục</translation>
    </message>
    <message>
        <source>Counts agree with its list</source>
        <translation>Đếm khớp giấy kê kèm theo</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Khác nhau</translation>
    </message>
    <message>
        <source>Do not restore</source>
        <translation>Không khôi phục</translation>
    </message>
    <message>
        <source>Everybody is decided</source>
        <translation>Đã quyết định hết</translation>
    </message>
    <message>
        <source>Folder of a backup</source>
        <translation>Thư mục có bản sao lưu</translation>
    </message>
    <message>
        <source>Identities sealed</source>
        <translation>Danh tính đã niêm phong</translation>
    </message>
    <message>
        <source>Its password when the backup was made</source>
        <translation>Mật khẩu lúc sao lưu</translation>
    </message>
    <message>
        <source>Kept beside</source>
        <translation>Giữ lại một bản</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>Mục nhật ký</translation>
    </message>
    <message>
        <source>Machine {name}</source>
        <translation>Máy {name}</translation>
    </message>
    <message>
        <source>No backup found</source>
        <translation>Không thấy bản sao lưu nào</translation>
    </message>
    <message>
        <source>No backup is within reach.</source>
        <translation>Không thấy bản sao lưu nào.</translation>
    </message>
    <message>
        <source>No moment of this register</source>
        <translation>Không phải một lúc trước của sổ này</translation>
    </message>
    <message>
        <source>No rights</source>
        <translation>Chưa có quyền nào</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Chưa kiểm tra</translation>
    </message>
    <message>
        <source>Not opened yet</source>
        <translation>Chưa mở thử</translation>
    </message>
    <message>
        <source>Open and compare</source>
        <translation>Mở thử, so sánh</translation>
    </message>
    <message>
        <source>Opened and checked</source>
        <translation>Đã mở thử</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Đang mở thử…</translation>
    </message>
    <message>
        <source>Opens with this password</source>
        <translation>Mở được bằng mật khẩu này</translation>
    </message>
    <message>
        <source>Petitions</source>
        <translation>Đơn</translation>
    </message>
    <message>
        <source>Plug the stick in and come back, or choose its folder.</source>
        <translation>Cắm USB rồi mở lại trang này, hoặc chọn thư mục.</translation>
    </message>
    <message>
        <source>Plug the stick in and open this page again, or choose the folder. None yet: open the register, then Log and backup, Back up now.</source>
        <translation>Cắm USB rồi mở lại trang này, hoặc chọn thư mục. Chưa có bản nào: mở sổ, vào Nhật ký và sao lưu, bấm Sao lưu ngay.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>Restore {moment}</source>
        <translation>Khôi phục bản {moment}</translation>
    </message>
    <message>
        <source>Restoring becomes the first entry of what was restored</source>
        <translation>Việc này thành mục đầu tiên sau khi khôi phục</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Đang khôi phục…</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Tài liệu đính kèm</translation>
    </message>
    <message>
        <source>Still to decide: {count}</source>
        <translation>Còn phải quyết định: {count}</translation>
    </message>
    <message>
        <source>Still works here</source>
        <translation>Còn làm việc</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Tạm ngừng</translation>
    </message>
    <message>
        <source>The backup is in its place.</source>
        <translation>Đã khôi phục xong.</translation>
    </message>
    <message>
        <source>The backup is older than the last list of people that is known. Whoever is suspended can be reinstated later.</source>
        <translation>Bản sao lưu cũ hơn danh sách người dùng đã biết. Ai bị tạm ngừng thì sau này cho vào lại được.</translation>
    </message>
    <message>
        <source>The backup is older than this machine.</source>
        <translation>Bản sao lưu cũ hơn máy này.</translation>
    </message>
    <message>
        <source>The backup was checked</source>
        <translation>Bản sao lưu đã kiểm tra</translation>
    </message>
    <message>
        <source>The log holds together</source>
        <translation>Nhật ký nối liền</translation>
    </message>
    <message>
        <source>The log holds together, {count} entries</source>
        <translation>Nhật ký nối liền, {count} mục</translation>
    </message>
    <message>
        <source>The present register did not open</source>
        <translation>Chưa mở được sổ hiện có</translation>
    </message>
    <message>
        <source>The present register stays in a folder beside, the backup takes its place, is opened and checked throughout. Drafts are not in a backup.</source>
        <translation>Giữ sổ hiện có ở một thư mục bên cạnh, đưa bản sao lưu vào, mở lại và kiểm tra toàn bộ. Nháp đang viết không có trong bản sao lưu.</translation>
    </message>
    <message>
        <source>The register before is kept in {folder}.</source>
        <translation>Sổ trước đó giữ nguyên ở {folder}.</translation>
    </message>
    <message>
        <source>The register on this machine</source>
        <translation>Sổ trên máy này</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Như nhau</translation>
    </message>
    <message>
        <source>This backup is no earlier moment of this register.</source>
        <translation>Bản sao lưu này không phải một lúc trước của sổ đang có.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>To the unlock page</source>
        <translation>Tới trang mở sổ</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Lượt tiếp</translation>
    </message>
    <message>
        <source>What is here now would be replaced as a whole.</source>
        <translation>Khôi phục thì sổ đang có bị thay hẳn, bản đang có được giữ ở thư mục bên cạnh.</translation>
    </message>
    <message>
        <source>What is inside</source>
        <translation>Có gì bên trong</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Sẽ làm</translation>
    </message>
    <message>
        <source>Who still works with the register?</source>
        <translation>Ai còn dùng sổ này?</translation>
    </message>
    <message>
        <source>a look first, nothing is replaced yet</source>
        <translation>xem trước, chưa thay gì</translation>
    </message>
    <message>
        <source>last entry {seq}, {moment}</source>
        <translation>mục cuối {seq}, {moment}</translation>
    </message>
    <message>
        <source>no entry recorded</source>
        <translation>không nhớ mục nào</translation>
    </message>
    <message>
        <source>{count} lost</source>
        <translation>Mất {count}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>Thêm {count}</translation>
    </message>
    <message>
        <source>{count} visits since are not in it. Papers printed for them still count: they must be entered again.</source>
        <translation>{count} lượt ghi từ đó đến nay không có trong bản này. Giấy đã in của các lượt ấy vẫn có hiệu lực, phải ghi bổ sung.</translation>
    </message>
    <message>
        <source>{day}, entry {seq}, {place}</source>
        <translation>{day}, mục {seq}, {place}</translation>
    </message>
    <message>
        <source>{place}, last entry {seq}, {size} MB</source>
        <translation>{place}, mục cuối {seq}, {size} MB</translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Người duyệt</translation>
    </message>
    <message>
        <source>Ask for a denouncer's identity</source>
        <translation>Xin mở danh tính người tố cáo</translation>
    </message>
    <message>
        <source>Ask for a protected reporter's identity</source>
        <translation>Xin mở danh tính người đến</translation>
    </message>
    <message>
        <source>Asked on {moment}. No custodian has answered yet.</source>
        <translation>Đã xin ngày {moment}. Người giữ danh tính chưa trả lời.</translation>
    </message>
    <message>
        <source>Asked on {moment}. The head has not answered yet.</source>
        <translation>Đã xin ngày {moment}. Trưởng ban chưa trả lời.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <source>Close the seal</source>
        <translation>Đóng niêm phong</translation>
    </message>
    <message>
        <source>Closes in {left} s, or as soon as you leave this window.</source>
        <translation>Tự đóng sau {left} giây. Che ngay khi rời cửa sổ này.</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>Số căn cước</translation>
    </message>
    <message>
        <source>It opens once. Opening is logged first.</source>
        <translation>Chỉ mở được một lần. Ghi nhật ký trước khi mở.</translation>
    </message>
    <message>
        <source>Log entry {number}. Cannot be copied or printed.</source>
        <translation>Nhật ký số {number}. Không sao chép, không in được.</translation>
    </message>
    <message>
        <source>Logged before it opens.</source>
        <translation>Ghi nhật ký trước khi mở.</translation>
    </message>
    <message>
        <source>Make the paper</source>
        <translation>Lập giấy</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Not asked for</source>
        <translation>Không xin mở</translation>
    </message>
    <message>
        <source>Nothing was entered</source>
        <translation>Không ghi</translation>
    </message>
    <message>
        <source>Only a custodian may approve this. If approved, {name} opens it once, for sixty seconds, today. Nobody answers after today.</source>
        <translation>Chỉ người giữ danh tính duyệt được. Được duyệt thì {name} mở một lần, 60 giây, trong hôm nay; hết ngày thì yêu cầu hết hạn.</translation>
    </message>
    <message>
        <source>Only what is needed</source>
        <translation>Chỉ mở phần cần</translation>
    </message>
    <message>
        <source>Open a denouncer's identity</source>
        <translation>Mở danh tính người tố cáo</translation>
    </message>
    <message>
        <source>Open a protected reporter's identity</source>
        <translation>Mở danh tính người đến</translation>
    </message>
    <message>
        <source>Open a reporter's identity</source>
        <translation>Mở danh tính người đến</translation>
    </message>
    <message>
        <source>Open for {seconds} s</source>
        <translation>Mở {seconds} giây</translation>
    </message>
    <message>
        <source>Open the seal</source>
        <translation>Mở niêm phong</translation>
    </message>
    <message>
        <source>Opening number {count} of month {month}.</source>
        <translation>Lần mở thứ {count} của tháng {month}.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Đang mở…</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Phần mở</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>Mật khẩu của {name}</translation>
    </message>
    <message>
        <source>Phone, how to reach</source>
        <translation>Điện thoại, cách liên hệ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Người đến</translation>
    </message>
    <message>
        <source>Send, wait for approval</source>
        <translation>Gửi, chờ duyệt</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Đang gửi…</translation>
    </message>
    <message>
        <source>Sent. The answer will appear in your to-do list.</source>
        <translation>Đã gửi. Câu trả lời sẽ nằm ở Bàn tiếp dân, mục Cần xử lý.</translation>
    </message>
    <message>
        <source>The head is told: who, code, ground, words. The monthly report has the number, never a name.</source>
        <translation>Trưởng ban được báo: ai mở, mã, căn cứ, lý do. Báo cáo tháng ghi số lần, không ghi tên.</translation>
    </message>
    <message>
        <source>The seal is open</source>
        <translation>Đang mở niêm phong</translation>
    </message>
    <message>
        <source>Visit {number}, {day}</source>
        <translation>Lượt {number}, ngày {day}</translation>
    </message>
    <message>
        <source>What for, in your words</source>
        <translation>Lý do cụ thể</translation>
    </message>
    <message>
        <source>Write no name here. Logged when it is sent.</source>
        <translation>Đừng ghi tên ở đây. Gửi là ghi nhật ký.</translation>
    </message>
    <message>
        <source>at least {least} characters</source>
        <translation>tối thiểu {least} ký tự</translation>
    </message>
    <message>
        <source>opened by a custodian</source>
        <translation>do người giữ danh tính mở</translation>
    </message>
    <message>
        <source>{name} may not open identities, so the head is asked. The answer will appear in your to-do list; an approved request opens once.</source>
        <translation>{name} chưa được giao việc mở danh tính nên phải xin Trưởng ban. Câu trả lời nằm ở Bàn tiếp dân, mục Cần xử lý; được duyệt thì mở một lần.</translation>
    </message>
    <message>
        <source>{name} may open ordinary reporters, so nobody else has to agree. Denouncers are another matter: this right never opens them.</source>
        <translation>{name} có quyền mở danh tính người đến thường nên không cần người duyệt. Người tố cáo thì khác: quyền này không mở được.</translation>
    </message>
</context>
<context>
    <name>RosterMismatch</name>
    <message>
        <source>All people in the register now</source>
        <translation>Mọi người trong sổ lúc này</translation>
    </message>
    <message>
        <source>Has the key of</source>
        <translation>Đang giữ khoá</translation>
    </message>
    <message>
        <source>I have looked at each row</source>
        <translation>Tôi đã xem từng dòng</translation>
    </message>
    <message>
        <source>In the register now</source>
        <translation>Trong sổ lúc này</translation>
    </message>
    <message>
        <source>In the roster you signed</source>
        <translation>Trong danh sách bạn đã ký</translation>
    </message>
    <message>
        <source>Lock, do nothing</source>
        <translation>Khoá lại, chưa làm gì</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Only the first {count} are shown. So many were never made by hand: lock, and restore a backup instead of signing.</source>
        <translation>Chỉ hiện {count} dòng đầu. Nhiều dòng như vậy thì không ký: khoá lại và khôi phục từ bản sao lưu.</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Quyền</translation>
    </message>
    <message>
        <source>Seen each row, sign the next roster</source>
        <translation>Đã xem từng dòng, ký danh sách mới</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Đang ký…</translation>
    </message>
    <message>
        <source>The register does not match the roster you signed</source>
        <translation>Sổ không khớp danh sách bạn đã ký</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>When you sign</source>
        <translation>Khi bạn ký</translation>
    </message>
    <message>
        <source>nothing is written until you sign</source>
        <translation>chưa ghi gì cho đến khi bạn ký</translation>
    </message>
    <message>
        <source>{count} rows differ</source>
        <translation>{count} dòng khác</translation>
    </message>
</context>
<context>
    <name>RosterStart</name>
    <message>
        <source>Another time</source>
        <translation>Để lần khác</translation>
    </message>
    <message>
        <source>Everything found</source>
        <translation>Mọi chỗ tìm thấy</translation>
    </message>
    <message>
        <source>I have read every line</source>
        <translation>Tôi đã đọc từng dòng</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Sign the list of people and keys</source>
        <translation>Ký danh sách người dùng và khoá</translation>
    </message>
    <message>
        <source>Sign the roster</source>
        <translation>Ký danh sách</translation>
    </message>
    <message>
        <source>{count} places do not agree</source>
        <translation>{count} chỗ không khớp</translation>
    </message>
</context>
<context>
    <name>ScanAttach</name>
    <message>
        <source>Attach</source>
        <translation>Đính kèm</translation>
    </message>
    <message>
        <source>Attach a scan</source>
        <translation>Đính kèm tệp quét</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Trang đầu</translation>
    </message>
    <message>
        <source>Sealed: a denunciation</source>
        <translation>Niêm phong: tố cáo</translation>
    </message>
    <message>
        <source>Shows the person or their handwriting</source>
        <translation>Có hình người đến hoặc bút tích</translation>
    </message>
    <message>
        <source>{kind}, {count} pages</source>
        <translation>{kind}, {count} trang</translation>
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
    <name>Settings</name>
    <message>
        <source>15th to 14th</source>
        <translation>Từ 15 đến 14</translation>
    </message>
    <message>
        <source>30 seconds before, the screen is covered and counts down.</source>
        <translation>Còn 30 giây: che màn hình, đếm lùi.</translation>
    </message>
    <message>
        <source>Accounts and rights</source>
        <translation>Tài khoản và quyền</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>Thêm nơi lưu</translation>
    </message>
    <message>
        <source>Address of the premises</source>
        <translation>Địa chỉ trụ sở</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>Đặt số khác</translation>
    </message>
    <message>
        <source>As computed</source>
        <translation>Bỏ sửa ngày này</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>At least 12 characters hard to guess, or five drawn words.</source>
        <translation>Ít nhất 12 ký tự khó đoán, hoặc năm từ rút ngẫu nhiên.</translation>
    </message>
    <message>
        <source>Back up now, everywhere</source>
        <translation>Sao lưu ngay, mọi nơi</translation>
    </message>
    <message>
        <source>Backed up, opened and checked</source>
        <translation>Đã sao lưu, mở thử và kiểm tra</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Đang sao lưu…</translation>
    </message>
    <message>
        <source>By cable</source>
        <translation>Cáp cắm vào máy này</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>Có văn bản</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Cắm cáp</translation>
    </message>
    <message>
        <source>Cable, as you say</source>
        <translation>Cắm cáp, cơ quan xác nhận</translation>
    </message>
    <message>
        <source>Calendar kept, {count} deadlines moved</source>
        <translation>Đã lưu lịch, {count} hạn đổi ngày</translation>
    </message>
    <message>
        <source>Calendar month</source>
        <translation>Tháng dương lịch</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>Chắc chắn</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Đang đổi…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>Checking this machine…</source>
        <translation>Đang xem máy…</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Có đếm</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Cách đếm</translation>
    </message>
    <message>
        <source>Counting which deadlines move…</source>
        <translation>Đang tính hạn nào đổi…</translation>
    </message>
    <message>
        <source>Counting, periods</source>
        <translation>Cách đếm, kỳ báo cáo</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Day of the month the chairman receives</source>
        <translation>Ngày Chủ tịch tiếp hằng tháng</translation>
    </message>
    <message>
        <source>Day off by swap</source>
        <translation>Nghỉ hoán đổi</translation>
    </message>
    <message>
        <source>Day off by swap, proposed</source>
        <translation>Nghỉ hoán đổi, đề xuất</translation>
    </message>
    <message>
        <source>Day {day}</source>
        <translation>Sửa ngày {day}</translation>
    </message>
    <message>
        <source>Days of the year</source>
        <translation>Các ngày trong năm</translation>
    </message>
    <message>
        <source>Days off of {year}</source>
        <translation>Ngày nghỉ năm {year}</translation>
    </message>
    <message>
        <source>Days off of {year} are not announced yet: an estimate.</source>
        <translation>Chưa có công bố ngày nghỉ năm {year}: đây là ước tính.</translation>
    </message>
    <message>
        <source>Deadlines that move</source>
        <translation>Hạn đổi ngày</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Document symbol</source>
        <translation>Ký hiệu văn bản</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Each day everywhere, at the lock in the first place. Kept: {days}, {weeks}, {months}.</source>
        <translation>Mỗi ngày ở mọi nơi, khi khoá sổ ở nơi đầu. Giữ {days}, {weeks}, {months}.</translation>
    </message>
    <message>
        <source>Each visit</source>
        <translation>Mỗi lượt</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Ước tính</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Thư mục sao lưu</translation>
    </message>
    <message>
        <source>Found on this machine</source>
        <translation>Xem thấy ở máy này</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>T6</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Nền</translation>
    </message>
    <message>
        <source>Heading of papers</source>
        <translation>Đầu giấy</translation>
    </message>
    <message>
        <source>Health of this machine</source>
        <translation>Sức khoẻ máy</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Nghỉ lễ</translation>
    </message>
    <message>
        <source>If saved</source>
        <translation>Nếu lưu</translation>
    </message>
    <message>
        <source>If saved: {moved} of {running} deadlines move</source>
        <translation>Nếu lưu: {moved} trên {running} hạn đổi ngày</translation>
    </message>
    <message>
        <source>Issuing body</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>It is announced…</source>
        <translation>Đã có công bố…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Left empty: the head of this office.</source>
        <translation>Để trống: Trưởng ban.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Lists on reports</source>
        <translation>Danh sách trên báo cáo</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Khoá và che</translation>
    </message>
    <message>
        <source>Locks by itself after minutes, from the next unlock</source>
        <translation>Tự khoá sau số phút, từ lần mở sau</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>Ghi nhật ký</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Hiển thị</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Tìm lại</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>Số vụ việc</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>T2</translation>
    </message>
    <message>
        <source>Month {month}</source>
        <translation>Tháng {month}</translation>
    </message>
    <message>
        <source>My password</source>
        <translation>Mật khẩu của tôi</translation>
    </message>
    <message>
        <source>Name of the day</source>
        <translation>Tên ngày nghỉ</translation>
    </message>
    <message>
        <source>Name of the reception premises</source>
        <translation>Tên trụ sở tiếp công dân</translation>
    </message>
    <message>
        <source>Name of who signs</source>
        <translation>Họ tên người ký</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Qua mạng</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Chưa có bản sao lưu</translation>
    </message>
    <message>
        <source>No place is chosen yet: nothing is backed up. Add one.</source>
        <translation>Chưa chọn nơi lưu: chưa sao lưu gì. Thêm một nơi.</translation>
    </message>
    <message>
        <source>No print service answers here. Everything else works.</source>
        <translation>Phần in ấn của máy này không trả lời. Mọi việc khác vẫn làm được.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Chưa có</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Không có.</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Không đếm</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Không rõ</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Chưa chắc</translation>
    </message>
    <message>
        <source>Note under table 01/TCD</source>
        <translation>Dòng ghi chú của Biểu 01/TCD</translation>
    </message>
    <message>
        <source>Number of the announcement</source>
        <translation>Số văn bản công bố</translation>
    </message>
    <message>
        <source>Number of the next visit</source>
        <translation>Số lượt kế tiếp</translation>
    </message>
    <message>
        <source>Off by swap</source>
        <translation>Nghỉ hoán đổi</translation>
    </message>
    <message>
        <source>Off, for {day}</source>
        <translation>Nghỉ, đổi với {day}</translation>
    </message>
    <message>
        <source>Office, symbols</source>
        <translation>Cơ quan, ký hiệu</translation>
    </message>
    <message>
        <source>Once a period</source>
        <translation>Một lần mỗi kỳ</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Gõ lại lần nữa</translation>
    </message>
    <message>
        <source>Opened {when}</source>
        <translation>Mở thử {when}</translation>
    </message>
    <message>
        <source>Opening the backup and walking it…</source>
        <translation>Đang mở thử bản sao lưu…</translation>
    </message>
    <message>
        <source>Over a network</source>
        <translation>Qua mạng nội bộ</translation>
    </message>
    <message>
        <source>Papers with a reporter's name: to marked printers only</source>
        <translation>Giấy có tên người đến cũng chỉ ra máy in MẬT</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Đã đổi mật khẩu</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Số người</translation>
    </message>
    <message>
        <source>Periods of reports</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Place before the date</source>
        <translation>Địa danh trước ngày</translation>
    </message>
    <message>
        <source>Places of backups</source>
        <translation>Nơi sao lưu</translation>
    </message>
    <message>
        <source>Places of backups kept</source>
        <translation>Đã lưu nơi sao lưu</translation>
    </message>
    <message>
        <source>Post of who signs</source>
        <translation>Chức vụ người ký</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Mật khẩu hiện tại</translation>
    </message>
    <message>
        <source>Print a page to try</source>
        <translation>In thử một trang</translation>
    </message>
    <message>
        <source>Print the calendar</source>
        <translation>In lịch</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Printers, backup, look</source>
        <translation>Máy in, sao lưu, hiển thị</translation>
    </message>
    <message>
        <source>Prints SECRET</source>
        <translation>In MẬT</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Đề xuất</translation>
    </message>
    <message>
        <source>Reception premises</source>
        <translation>Nơi tiếp</translation>
    </message>
    <message>
        <source>Reports go to (a line each)</source>
        <translation>Nơi nhận báo cáo (mỗi dòng một nơi)</translation>
    </message>
    <message>
        <source>SECRET papers leave by cable only</source>
        <translation>Giấy khung MẬT chỉ ra máy cắm cáp</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>T7</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save, count anew</source>
        <translation>Lưu, tính lại</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Các mục</translation>
    </message>
    <message>
        <source>Set the days that differ first, then say that the year is sure.</source>
        <translation>Sửa những ngày khác trước, rồi xác nhận cả năm.</translation>
    </message>
    <message>
        <source>Set the number</source>
        <translation>Đặt số</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation>Đã lưu cài đặt</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>CN</translation>
    </message>
    <message>
        <source>Superior body</source>
        <translation>Cơ quan chủ quản</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Hoán đổi</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Test-read</source>
        <translation>Đọc thử</translation>
    </message>
    <message>
        <source>The backup opens and agrees</source>
        <translation>Bản sao lưu mở được và khớp</translation>
    </message>
    <message>
        <source>The language changes with the next lock (Ctrl+L).</source>
        <translation>Ngôn ngữ đổi từ lần khoá tới (Ctrl+L).</translation>
    </message>
    <message>
        <source>The name is printed on every citizen's copy, else by pen</source>
        <translation>In tên trên bản của mọi người đến; tắt thì ghi bằng bút</translation>
    </message>
    <message>
        <source>The number is set</source>
        <translation>Đã đặt số lượt</translation>
    </message>
    <message>
        <source>The system cannot tell: taken as network</source>
        <translation>Hệ thống không rõ: coi như qua mạng</translation>
    </message>
    <message>
        <source>The system keeps printed papers: see Health</source>
        <translation>Máy đang giữ lại bản đã in: xem Sức khoẻ máy</translation>
    </message>
    <message>
        <source>The year is announced</source>
        <translation>Xác nhận cả năm</translation>
    </message>
    <message>
        <source>This day is</source>
        <translation>Ngày này là</translation>
    </message>
    <message>
        <source>This is printed: enter it.</source>
        <translation>Mục này được in: cần nhập.</translation>
    </message>
    <message>
        <source>This machine has no printer. Everything else works.</source>
        <translation>Máy này chưa có máy in. Mọi việc khác vẫn làm được.</translation>
    </message>
    <message>
        <source>This period: {since} to {until}, month {part}/{year}.</source>
        <translation>Kỳ này: {since} đến {until}, tháng {part}/{year}.</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>T5</translation>
    </message>
    <message>
        <source>To the end of the year</source>
        <translation>Từ nay đến hết năm</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>Quá nhiều</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>T3</translation>
    </message>
    <message>
        <source>Type a whole number.</source>
        <translation>Gõ một số nguyên.</translation>
    </message>
    <message>
        <source>Type the same twice.</source>
        <translation>Gõ hai lần giống nhau.</translation>
    </message>
    <message>
        <source>Units that receive (a line each)</source>
        <translation>Đơn vị tiếp (mỗi dòng một đơn vị)</translation>
    </message>
    <message>
        <source>Visit {number:04d}</source>
        <translation>Lượt {number:04d}</translation>
    </message>
    <message>
        <source>Visit {number:04d}, {code}: from {old} to {new}</source>
        <translation>Lượt {number:04d}, {code}: từ {old} sang {new}</translation>
    </message>
    <message>
        <source>Visit {number:04d}, {code}: stays {old}, may be on a paper</source>
        <translation>Lượt {number:04d}, {code}: giữ {old}, có thể đã ghi trên giấy</translation>
    </message>
    <message>
        <source>Visitors refused</source>
        <translation>Lượt từ chối tiếp</translation>
    </message>
    <message>
        <source>Wanted once the year has visits; the log keeps it.</source>
        <translation>Cần khi năm đã có lượt; nhật ký giữ lại.</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>T4</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>Cuối tuần</translation>
    </message>
    <message>
        <source>Whether printed papers are kept is not known</source>
        <translation>Không rõ máy có giữ bản đã in hay không</translation>
    </message>
    <message>
        <source>Who accepts and answers</source>
        <translation>Người có thẩm quyền</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Window of the month</source>
        <translation>Kỳ tháng</translation>
    </message>
    <message>
        <source>Worked for {day}</source>
        <translation>Làm bù {day}</translation>
    </message>
    <message>
        <source>Worked instead</source>
        <translation>Làm bù</translation>
    </message>
    <message>
        <source>Worked instead, proposed</source>
        <translation>Làm bù, đề xuất</translation>
    </message>
    <message>
        <source>Worked on</source>
        <translation>Làm bù ngày</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Làm việc</translation>
    </message>
    <message>
        <source>Working calendar</source>
        <translation>Lịch làm việc</translation>
    </message>
    <message>
        <source>Working day</source>
        <translation>Ngày làm việc</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>Năm sau</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>at once, on this machine</source>
        <translation>Áp dụng ngay, ở máy này</translation>
    </message>
    <message>
        <source>counts every deadline in working days</source>
        <translation>dùng để đếm mọi hạn tính bằng ngày làm việc</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>ước tính</translation>
    </message>
    <message>
        <source>last {moment}</source>
        <translation>lần cuối {moment}</translation>
    </message>
    <message>
        <source>machine {name}</source>
        <translation>máy {name}</translation>
    </message>
    <message>
        <source>monthly report and table 01/TCD follow at once</source>
        <translation>báo cáo tháng và Biểu 01/TCD theo ngay</translation>
    </message>
    <message>
        <source>not plugged in</source>
        <translation>chưa cắm</translation>
    </message>
    <message>
        <source>printed on papers and reports made from now on</source>
        <translation>in trên giấy, báo cáo từ nay</translation>
    </message>
    <message>
        <source>stays {day}</source>
        <translation>giữ {day}</translation>
    </message>
    <message>
        <source>the program checks and logs; it changes nothing</source>
        <translation>phần mềm chỉ xem và ghi nhật ký, không đổi gì</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>{count} backups</source>
        <translation>{count} bản</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} ngày</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>Quá {count} ngày</translation>
    </message>
    <message>
        <source>{count} more folders named as backups were not read: far more than an office makes. Move away what is not yours.</source>
        <translation>Còn {count} thư mục tên như bản sao lưu chưa đọc: nhiều hơn hẳn số sổ này ghi ra. Chuyển đi những gì không phải của Ban.</translation>
    </message>
    <message>
        <source>{count} of days</source>
        <translation>{count} bản ngày</translation>
    </message>
    <message>
        <source>{count} of months</source>
        <translation>{count} bản tháng</translation>
    </message>
    <message>
        <source>{count} of weeks</source>
        <translation>{count} bản tuần</translation>
    </message>
    <message>
        <source>{count} stay. A day that may stand on a citizen's paper is not shortened.</source>
        <translation>{count} hạn giữ nguyên. Hạn có thể đã ghi trên giấy giao cho dân thì không bị rút ngắn.</translation>
    </message>
    <message>
        <source>{count} working days, weeks begin on Monday</source>
        <translation>{count} ngày làm việc · tuần từ thứ Hai</translation>
    </message>
    <message>
        <source>{year} has no visit yet; it begins with {number}.</source>
        <translation>Năm {year} chưa có lượt nào, bắt đầu từ số {number}.</translation>
    </message>
    <message>
        <source>{year}: the next visit gets number {number}.</source>
        <translation>Năm {year}: lượt kế tiếp mang số {number}.</translation>
    </message>
</context>
<context>
    <name>SplitPetition</name>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>One petition a kind; a denunciation is a visit of its own.</source>
        <translation>Mỗi loại một đơn riêng; tố cáo ghi thành lượt riêng.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Tách</translation>
    </message>
    <message>
        <source>Split: which kind is added</source>
        <translation>Tách đơn: thêm loại nào</translation>
    </message>
    <message>
        <source>second petition of this visit</source>
        <translation>đơn thứ hai của lượt này</translation>
    </message>
    <message>
        <source>visit of its own, counted by itself</source>
        <translation>lượt riêng, đếm riêng</translation>
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
<context>
    <name>Trace</name>
    <message numerus="yes">
        <source>%n sealed numbers could not be opened.</source>
        <translation>
            <numerusform>%n số niêm phong không mở được.</numerusform>
        </translation>
    </message>
    <message>
        <source>A competent body asks</source>
        <translation>Cơ quan có thẩm quyền hỏi</translation>
    </message>
    <message>
        <source>Another copy was made since: its code has ended.</source>
        <translation>Đã làm bản khác: mã trên tờ này hết hiệu lực.</translation>
    </message>
    <message>
        <source>Choose a ground</source>
        <translation>Chọn căn cứ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Found and handed in</source>
        <translation>Nhặt được, nộp lại</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>It is the newest copy.</source>
        <translation>Là bản mới nhất.</translation>
    </message>
    <message>
        <source>It may be forged</source>
        <translation>Nghi giấy giả</translation>
    </message>
    <message>
        <source>Logged before it opens, without the number</source>
        <translation>Ghi nhật ký trước khi mở, không ghi số</translation>
    </message>
    <message>
        <source>No copy of this office bears this number.</source>
        <translation>Không có bản nào của cơ quan mang số này.</translation>
    </message>
    <message>
        <source>Number on the paper, ten digits</source>
        <translation>Số trên giấy, 10 chữ số</translation>
    </message>
    <message>
        <source>Password of {name}, the head</source>
        <translation>Mật khẩu của {name}, Trưởng ban</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Đang tra…</translation>
    </message>
    <message>
        <source>The number lies under seal; only a custodian can search for it.</source>
        <translation>Số nằm trong phần niêm phong; chỉ người giữ danh tính tra được.</translation>
    </message>
    <message>
        <source>The office has issued this paper.</source>
        <translation>Giấy này do cơ quan cấp.</translation>
    </message>
    <message>
        <source>The visit was voided.</source>
        <translation>Lượt đã huỷ.</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Tra</translation>
    </message>
    <message>
        <source>Trace a paper that was found</source>
        <translation>Tra tờ giấy tìm được</translation>
    </message>
    <message>
        <source>Visit {number} of {day}, {code}.</source>
        <translation>Lượt {number} ngày {day}, {code}.</translation>
    </message>
</context>
<context>
    <name>TypedPerson</name>
    <message>
        <source>Commune</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Hamlet, house, street</source>
        <translation>Bản, tổ, số nhà, đường</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>Số căn cước / hộ chiếu</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Nơi cấp</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ngày cấp</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>An officer: tell the board head, who opens with their own password. The register and everything saved stay as they are.</source>
        <translation>Cán bộ quên: báo Trưởng ban, Trưởng ban mở bằng mật khẩu của mình. Sổ và mọi lượt đã lưu vẫn nguyên.</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock đang bật</translation>
    </message>
    <message>
        <source>Choose a name, type the password, press Enter.</source>
        <translation>Chọn tên, gõ mật khẩu rồi Enter.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Data stay on this machine, encrypted, and are sent nowhere.</source>
        <translation>Dữ liệu nằm trên máy này, đã mã hoá, không gửi đi đâu.</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>Quên mật khẩu</translation>
    </message>
    <message>
        <source>If that is not as you remember, do not open; tell the board head.
Last mark {mark}, as kept on this machine.</source>
        <translation>Không đúng như bạn nhớ thì đừng mở sổ, báo Trưởng ban.
Mã cuối {mark}, theo máy này ghi.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Last time: {facts}</source>
        <translation>Lần cuối: {facts}</translation>
    </message>
    <message>
        <source>Locks by itself when nobody works, or press</source>
        <translation>Tự khoá khi không ai thao tác, hoặc bấm</translation>
    </message>
    <message>
        <source>Machine {name} · Version {version}</source>
        <translation>Máy {name} · Bản {version}</translation>
    </message>
    <message>
        <source>No copy of a password is kept anywhere.</source>
        <translation>Không nơi nào giữ bản sao mật khẩu.</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Không nối mạng</translation>
    </message>
    <message>
        <source>No sheets and no password: nobody can open the register, the makers of the program neither. Keep trying what you remember; each wrong try waits longer.</source>
        <translation>Không có tờ khôi phục và quên mật khẩu: không ai mở được sổ, cả người làm phần mềm. Thử tiếp những gì còn nhớ; mỗi lần sai chờ lâu hơn.</translation>
    </message>
    <message>
        <source>Open by two sheets</source>
        <translation>Mở bằng hai tờ</translation>
    </message>
    <message>
        <source>Open the register</source>
        <translation>Mở sổ</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Đang mở…</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>Mật khẩu của {name}</translation>
    </message>
    <message>
        <source>Receives citizens, keeps who they are to itself</source>
        <translation>Ghi lượt tiếp, giữ kín người đến</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Khôi phục…</translation>
    </message>
    <message>
        <source>Screens show a code. Opening takes a right, a reason and the log.</source>
        <translation>Trên màn hình chỉ hiện mã. Mở ra cần quyền, lý do và ghi nhật ký.</translation>
    </message>
    <message>
        <source>The board head: this office has made no recovery sheets, so only the password opens.</source>
        <translation>Trưởng ban: cơ quan chưa lập tờ khôi phục nên chỉ mật khẩu mở được sổ.</translation>
    </message>
    <message>
        <source>The board head: two of the three recovery sheets open the register, one does not. Ask two holders to come with their sheets; a new password is chosen then.</source>
        <translation>Trưởng ban: hai trong ba tờ khôi phục mở được sổ, một tờ thì không. Mời hai người giữ mang tờ của mình đến; sau đó đặt mật khẩu mới.</translation>
    </message>
    <message>
        <source>The program has locked: people, rights or keys no longer match the roster that the board head signed. Nothing more was written. Tell the board head; receive people on paper meanwhile.</source>
        <translation>Sổ tự khoá: người dùng, quyền hoặc khoá không còn khớp danh sách Trưởng ban đã ký. Không ghi gì thêm. Báo Trưởng ban; tạm tiếp dân trên giấy.</translation>
    </message>
    <message>
        <source>The program has locked: this account was suspended or has a new password. Ask the board head.</source>
        <translation>Sổ tự khoá: tài khoản này bị tạm ngừng hoặc có mật khẩu mới. Hỏi Trưởng ban.</translation>
    </message>
    <message>
        <source>This machine has not opened it before.</source>
        <translation>Máy này chưa mở sổ lần nào.</translation>
    </message>
    <message>
        <source>Who came stays sealed</source>
        <translation>Danh tính người đến luôn niêm phong</translation>
    </message>
    <message>
        <source>Wrong, try {tries}</source>
        <translation>sai lần {tries}</translation>
    </message>
    <message>
        <source>locked before sleep</source>
        <translation>khoá khi máy ngủ</translation>
    </message>
    <message>
        <source>locked by itself</source>
        <translation>tự khoá</translation>
    </message>
    <message>
        <source>locked by key</source>
        <translation>khoá bằng phím</translation>
    </message>
    <message>
        <source>locked to restore a backup</source>
        <translation>khoá để khôi phục</translation>
    </message>
    <message>
        <source>locked with the screen</source>
        <translation>khoá theo màn hình</translation>
    </message>
    <message>
        <source>locked: account suspended</source>
        <translation>khoá vì tài khoản bị ngừng</translation>
    </message>
    <message>
        <source>locked: does not match the roster</source>
        <translation>khoá vì không khớp danh sách</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>wait {wait} s</source>
        <translation>chờ {wait} giây</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hôm qua</translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message>
        <source>30 days</source>
        <translation>30 ngày</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 ngày</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Về</translation>
    </message>
    <message>
        <source>Accepted before</source>
        <translation>Đã nhận trước đây</translation>
    </message>
    <message>
        <source>Accounts and rights</source>
        <translation>Tài khoản, quyền</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Acts: all</source>
        <translation>Việc: tất cả</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Người duyệt</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Đang sao lưu…</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Đã đổi</translation>
    </message>
    <message>
        <source>Check the log</source>
        <translation>Kiểm tra nhật ký</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Đang xem máy…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Chọn thư mục</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày này là</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Các ngày</translation>
    </message>
    <message>
        <source>Days kept, may be on a paper</source>
        <translation>Hạn giữ nguyên, có thể đã ghi trên giấy</translation>
    </message>
    <message>
        <source>Deadlines moved</source>
        <translation>Hạn đổi ngày</translation>
    </message>
    <message>
        <source>Digests without an entry, removed</source>
        <translation>Dấu bản ghi không có mục, đã bỏ</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Đã bỏ</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Số mục</translation>
    </message>
    <message>
        <source>Entries, newest first</source>
        <translation>Các mục, mới nhất trước</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Mục nhật ký</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Mọi ngày</translation>
    </message>
    <message>
        <source>First finding</source>
        <translation>Chỗ đầu tiên</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Thư mục sao lưu</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Tìm thấy</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>Giao cho</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Mã nối</translation>
    </message>
    <message>
        <source>Health of this machine</source>
        <translation>Sức khoẻ máy</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Ghi rõ</translation>
    </message>
    <message>
        <source>Intact</source>
        <translation>Nguyên vẹn</translation>
    </message>
    <message>
        <source>Into {place}, each day and on demand.</source>
        <translation>Vào {place}, mỗi ngày và khi bấm.</translation>
    </message>
    <message>
        <source>Key file behind: found, recorded</source>
        <translation>Tệp khoá bị lùi: số thấy, số đã ghi</translation>
    </message>
    <message>
        <source>Locks, then opens a backup to compare or to put it back</source>
        <translation>Khoá, rồi mở bản sao lưu để so sánh hoặc đưa về</translation>
    </message>
    <message>
        <source>Log and backup</source>
        <translation>Nhật ký và sao lưu</translation>
    </message>
    <message>
        <source>Log checkpoint (outside the register)</source>
        <translation>Neo ngoài sổ</translation>
    </message>
    <message>
        <source>Log entries after the backup</source>
        <translation>Số mục sau đó</translation>
    </message>
    <message>
        <source>Log entry</source>
        <translation>Mục nhật ký</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Lập lúc</translation>
    </message>
    <message>
        <source>Make-up day</source>
        <translation>Làm bù ngày</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Số tên</translation>
    </message>
    <message>
        <source>Names on marked printers only</source>
        <translation>Giấy có tên chỉ ra máy in MẬT</translation>
    </message>
    <message>
        <source>No folder is chosen yet: nothing is backed up. Choose one.</source>
        <translation>Chưa chọn thư mục nên chưa sao lưu gì. Chọn một thư mục.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Office and backups</source>
        <translation>Đơn vị, sao lưu</translation>
    </message>
    <message>
        <source>On this machine: entry {seq}, {link}, {day}, {name}</source>
        <translation>Trên máy này: mục {seq}, {link}, {day}, {name}</translation>
    </message>
    <message>
        <source>Opening and locking</source>
        <translation>Mở và khoá</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy</translation>
    </message>
    <message>
        <source>Papers and reports</source>
        <translation>Giấy tờ, báo cáo</translation>
    </message>
    <message>
        <source>Papers with an identity</source>
        <translation>In giấy có danh tính</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Phần mở</translation>
    </message>
    <message>
        <source>People looked up whose visit was not entered</source>
        <translation>Số người đã dò mà không ghi lượt</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Person: all</source>
        <translation>Người: tất cả</translation>
    </message>
    <message>
        <source>Places that do not agree</source>
        <translation>Chỗ không khớp</translation>
    </message>
    <message>
        <source>Print numbers</source>
        <translation>Số bản in</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Giữ kín</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Repeat visitor</source>
        <translation>Người quay lại</translation>
    </message>
    <message>
        <source>Requests to open</source>
        <translation>Xin mở, duyệt mở</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Khôi phục…</translation>
    </message>
    <message>
        <source>Return code</source>
        <translation>Mã tra cứu</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Số dòng</translation>
    </message>
    <message>
        <source>Scans changed in the file</source>
        <translation>Bản quét bị đổi trong tệp</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Sheets asked for</source>
        <translation>Số tờ yêu cầu in</translation>
    </message>
    <message>
        <source>Sheets dropped</source>
        <translation>Số tờ đã bỏ</translation>
    </message>
    <message>
        <source>Sheets printed</source>
        <translation>Số tờ đã in</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>This machine has recorded none yet.</source>
        <translation>Máy này chưa nhớ mục nào.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Số lần gõ sai</translation>
    </message>
    <message>
        <source>Visit or entry number</source>
        <translation>Số lượt, số mục</translation>
    </message>
    <message>
        <source>Visit {number}</source>
        <translation>Lượt {number}</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Lượt tiếp</translation>
    </message>
    <message>
        <source>Visits chosen</source>
        <translation>Lượt đã chọn</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>Who saw what</source>
        <translation>Ai đã xem gì</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Why not approved</source>
        <translation>Vì sao không duyệt</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Wrong passwords</source>
        <translation>Lần gõ sai</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} mục</translation>
    </message>
    <message>
        <source>{day}, entry {seq}, {count} visits, opened and checked</source>
        <translation>{day}, mục {seq}, {count} lượt, đã mở thử</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>Accept these places and sign</source>
        <translation>Ký nhận các chỗ này</translation>
    </message>
    <message>
        <source>Accepted before</source>
        <translation>Đã nhận trước đây</translation>
    </message>
    <message>
        <source>Check the log</source>
        <translation>Kiểm tra nhật ký</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Every entry and every record, no seal is opened</source>
        <translation>Mọi mục và mọi bản ghi, không mở niêm phong nào</translation>
    </message>
    <message>
        <source>Everything found</source>
        <translation>Mọi chỗ tìm thấy</translation>
    </message>
    <message>
        <source>I have read every place and asked the people concerned</source>
        <translation>Tôi đã đọc từng chỗ và hỏi người liên quan</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>{count} places do not agree</source>
        <translation>{count} chỗ không khớp</translation>
    </message>
</context>
<context>
    <name>VersionWriters</name>
    <message numerus="yes">
        <source>%n identities were corrected, by {names}</source>
        <translation>
            <numerusform>%n lượt có danh tính đã sửa, người sửa: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded by {name}, {day}</source>
        <translation>Ghi bởi {name}, {day}</translation>
    </message>
    <message>
        <source>Version {number} by {name}, {day}</source>
        <translation>Bản {number} do {name}, {day}</translation>
    </message>
</context>
<context>
    <name>WaitingPapers</name>
    <message>
        <source>A new paper exists</source>
        <translation>Đã có giấy mới</translation>
    </message>
    <message>
        <source>After a lock it must be made again: new number, new code, the old ones end.</source>
        <translation>Khoá sổ thì phải làm lại: số mới, mã mới, mã cũ hết hiệu lực.</translation>
    </message>
    <message>
        <source>After the day of the visit only a custodian makes it again.</source>
        <translation>Hết ngày tiếp, chỉ người giữ danh tính làm lại được.</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>Ask a custodian</source>
        <translation>Nhờ người giữ danh tính</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Người yêu cầu</translation>
    </message>
    <message>
        <source>Asked for by mistake</source>
        <translation>Ghi nhầm, không cần giấy</translation>
    </message>
    <message>
        <source>Asked on {day}, not printed</source>
        <translation>{day}: yêu cầu in, chưa ra máy</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Can be printed at any time</source>
        <translation>In lại lúc nào cũng được</translation>
    </message>
    <message>
        <source>Drop, with a reason…</source>
        <translation>Bỏ, ghi lý do…</translation>
    </message>
    <message>
        <source>Dropped in the last 30 days</source>
        <translation>Đã bỏ trong 30 ngày</translation>
    </message>
    <message>
        <source>Dropped on {day}</source>
        <translation>{day}: đã bỏ</translation>
    </message>
    <message>
        <source>Dropped: {ground}</source>
        <translation>Bỏ: {ground}</translation>
    </message>
    <message>
        <source>It can be made again by opening the identity, with a reason.</source>
        <translation>Làm lại được bằng cách mở danh tính, có ghi lý do.</translation>
    </message>
    <message>
        <source>It can be made again without opening the identity: new number, new code, the old ones end.</source>
        <translation>Làm lại được, không phải mở danh tính: số mới, mã mới, mã cũ hết hiệu lực.</translation>
    </message>
    <message>
        <source>It is made again without opening the identity, with a new print number; a missing person is written by pen.</source>
        <translation>Làm lại được mà không mở danh tính, số bản in mới; chỗ ghi người đến thì ghi bằng bút.</translation>
    </message>
    <message>
        <source>It was printed</source>
        <translation>Đã in rồi</translation>
    </message>
    <message>
        <source>Its pages are gone</source>
        <translation>Bản chờ in không còn</translation>
    </message>
    <message>
        <source>Letter to the reporter</source>
        <translation>Thư gửi người đến</translation>
    </message>
    <message>
        <source>Made again, new number</source>
        <translation>Làm lại, số mới</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Needs a printer on a cable</source>
        <translation>Cần máy in cắm cáp</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Không có tên</translation>
    </message>
    <message>
        <source>No name, dotted lines for the pen</source>
        <translation>Không có tên, để dòng chấm ghi bằng bút</translation>
    </message>
    <message>
        <source>No paper waits for a printer.</source>
        <translation>Không có giấy nào chờ in.</translation>
    </message>
    <message>
        <source>No printer was found</source>
        <translation>Không thấy máy in</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>Chưa in</translation>
    </message>
    <message>
        <source>Notice of refusal</source>
        <translation>Thông báo từ chối</translation>
    </message>
    <message>
        <source>On the paper</source>
        <translation>Trên giấy</translation>
    </message>
    <message>
        <source>Open the identity and choose "Print the file's copies again"; it makes all that wait.</source>
        <translation>Mở danh tính, chọn “In lại bản lưu chưa in”; mọi bản lưu còn chờ của lượt được làm lại.</translation>
    </message>
    <message>
        <source>Open the identity, print again</source>
        <translation>Mở danh tính, in lại</translation>
    </message>
    <message>
        <source>Paper and visit</source>
        <translation>Giấy và lượt tiếp</translation>
    </message>
    <message>
        <source>Paper size</source>
        <translation>Khổ giấy</translation>
    </message>
    <message>
        <source>Papers not printed</source>
        <translation>Giấy chưa in</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message numerus="yes">
        <source>Print all %n</source>
        <translation>
            <numerusform>In cả %n tờ</numerusform>
        </translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>In lại bản này</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>In ngay</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Giấy biên nhận</translation>
    </message>
    <message>
        <source>Received and sealed on {day} · {officer}</source>
        <translation>Tiếp nhận và niêm phong {day} · {officer}</translation>
    </message>
    <message>
        <source>Record of the statement</source>
        <translation>Bản ghi nội dung trình bày</translation>
    </message>
    <message>
        <source>Return slip</source>
        <translation>Phiếu tra cứu</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Chờ từ</translation>
    </message>
    <message>
        <source>The citizen does not take it</source>
        <translation>Người đến không lấy</translation>
    </message>
    <message>
        <source>The only copy</source>
        <translation>Bản duy nhất</translation>
    </message>
    <message>
        <source>The only copy with the return code.</source>
        <translation>Bản duy nhất có mã tra cứu.</translation>
    </message>
    <message>
        <source>The pages were in memory until the lock.</source>
        <translation>Bản chờ in chỉ giữ đến khi khoá sổ.</translation>
    </message>
    <message>
        <source>The person is printed</source>
        <translation>In tên, số giấy tờ, địa chỉ người đến</translation>
    </message>
    <message>
        <source>The printer gave up</source>
        <translation>Máy in bỏ dở</translation>
    </message>
    <message>
        <source>The printer is gone</source>
        <translation>Không còn thấy máy in</translation>
    </message>
    <message>
        <source>The printer is off</source>
        <translation>Máy in đang tắt</translation>
    </message>
    <message>
        <source>The printer is paused</source>
        <translation>Máy in tạm dừng</translation>
    </message>
    <message>
        <source>The printer takes no jobs</source>
        <translation>Máy in không nhận bản in</translation>
    </message>
    <message>
        <source>The selected paper</source>
        <translation>Giấy đang chọn</translation>
    </message>
    <message>
        <source>The spool keeps documents</source>
        <translation>Máy còn giữ bản đã in</translation>
    </message>
    <message>
        <source>The visit became one of another kind</source>
        <translation>Lượt đã chuyển loại</translation>
    </message>
    <message>
        <source>The words of the letter are not kept: open the identity and write it again, then drop this one.</source>
        <translation>Lời thư không giữ lại: mở danh tính, viết lại thư, rồi bỏ tờ này.</translation>
    </message>
    <message>
        <source>Visit {number}</source>
        <translation>Lượt {number}</translation>
    </message>
    <message>
        <source>Waiting for a printer</source>
        <translation>Chờ in</translation>
    </message>
    <message>
        <source>Waits in memory until the lock</source>
        <translation>Chờ in, giữ trong máy đến khi khoá sổ</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Có thể làm</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Write it by hand from the register, or drop it with a reason.</source>
        <translation>Ghi tay theo sổ, hoặc bỏ và ghi lý do.</translation>
    </message>
    <message>
        <source>Write it by hand, or drop it</source>
        <translation>Ghi tay, hoặc bỏ</translation>
    </message>
    <message>
        <source>asked for, and no printer has taken them</source>
        <translation>đã yêu cầu in, chưa ra máy in</translation>
    </message>
    <message>
        <source>drop, with a reason</source>
        <translation>bỏ, ghi lý do</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>xem trước</translation>
    </message>
    <message>
        <source>print</source>
        <translation>in</translation>
    </message>
    <message>
        <source>the citizen's copy</source>
        <translation>bản của người đến</translation>
    </message>
    <message>
        <source>the copy for the envelope</source>
        <translation>bản trong phong bì</translation>
    </message>
    <message>
        <source>the file's copy</source>
        <translation>bản lưu</translation>
    </message>
    <message>
        <source>visit {number}</source>
        <translation>lượt {number}</translation>
    </message>
    <message>
        <source>{day}, no hour</source>
        <translation>{day}, không ghi giờ</translation>
    </message>
    <message>
        <source>{size}, one copy</source>
        <translation>{size}, một bản</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>12 characters or more, or five drawn words</source>
        <translation>Từ 12 ký tự, hoặc năm từ do sổ tạo</translation>
    </message>
    <message>
        <source>A name is missing</source>
        <translation>Còn thiếu họ tên</translation>
    </message>
    <message>
        <source>A password has 12 characters or more and is hard to guess, or five words the register draws. If the board head forgets theirs, two recovery sheets open the register. Whoever repairs the machine has no account.</source>
        <translation>Mật khẩu từ 12 ký tự và đủ khó đoán, hoặc năm từ ngẫu nhiên do sổ tạo. Trưởng ban quên thì dùng hai tờ khôi phục. Người sửa máy không có tài khoản.</translation>
    </message>
    <message>
        <source>Accounts: {names}</source>
        <translation>Tài khoản: {names}</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Thêm người</translation>
    </message>
    <message>
        <source>Address of the reception premises</source>
        <translation>Địa chỉ trụ sở tiếp công dân</translation>
    </message>
    <message>
        <source>Afterwards choose your name and type your password: it shows that the passwords are known before the first visit is written.</source>
        <translation>Lập xong, chọn tên và gõ mật khẩu để mở: biết chắc mật khẩu còn nhớ trước khi ghi lượt đầu tiên.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Being copied</source>
        <translation>Đang chép</translation>
    </message>
    <message>
        <source>Blank form of a recovery sheet</source>
        <translation>Mẫu trống của tờ khôi phục</translation>
    </message>
    <message>
        <source>Board head</source>
        <translation>Trưởng ban</translation>
    </message>
    <message>
        <source>Calendar month</source>
        <translation>Tháng dương lịch</translation>
    </message>
    <message>
        <source>Check and open</source>
        <translation>Kiểm tra và mở sổ</translation>
    </message>
    <message>
        <source>Check once more, then the register is made.</source>
        <translation>Xem lại một lần nữa rồi lập sổ.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>Văn thư</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Copied and tried</source>
        <translation>Đã chép, đã thử</translation>
    </message>
    <message>
        <source>Copied? Cover, then type two words:</source>
        <translation>Chép xong, che lại, gõ hai từ:</translation>
    </message>
    <message>
        <source>Counting matters</source>
        <translation>Cách đếm vụ việc</translation>
    </message>
    <message>
        <source>Counting people</source>
        <translation>Cách đếm người</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Che</translation>
    </message>
    <message>
        <source>Cover, type both words right</source>
        <translation>Che, gõ đúng hai từ</translation>
    </message>
    <message>
        <source>Cover, type both words right, then sheet {number}</source>
        <translation>Che, gõ đúng hai từ rồi đến tờ {number}</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Đang che</translation>
    </message>
    <message>
        <source>Custody of denouncers' identities</source>
        <translation>Giữ danh tính người tố cáo</translation>
    </message>
    <message>
        <source>Custody of denouncers' identities: {names}</source>
        <translation>Giữ danh tính người tố cáo: {names}</translation>
    </message>
    <message>
        <source>Day the chairman receives</source>
        <translation>Ngày Chủ tịch tiếp công dân</translation>
    </message>
    <message>
        <source>Day {day} of each month</source>
        <translation>Ngày {day} hằng tháng</translation>
    </message>
    <message>
        <source>Draw five words</source>
        <translation>Tạo năm từ</translation>
    </message>
    <message>
        <source>Draw the words</source>
        <translation>Tạo các từ</translation>
    </message>
    <message>
        <source>Each holder sits alone before the screen, copies the words by hand onto a printed blank form, covers them with F8 and types two of them back.</source>
        <translation>Từng người giữ ngồi một mình trước màn hình, chép tay các từ vào mẫu trống đã in, bấm F8 để che rồi gõ lại hai từ.</translation>
    </message>
    <message>
        <source>Each matter once a period</source>
        <translation>Mỗi vụ việc một lần trong kỳ</translation>
    </message>
    <message>
        <source>Each person once a period</source>
        <translation>Mỗi người một lần trong kỳ</translation>
    </message>
    <message>
        <source>Each person types their own password. Nobody both asks and approves an opening.</source>
        <translation>Mỗi người tự gõ mật khẩu của mình. Không ai vừa xin vừa duyệt mở niêm phong.</translation>
    </message>
    <message>
        <source>Each visit counts</source>
        <translation>Theo từng lượt</translation>
    </message>
    <message>
        <source>Finish: the sheets become valid</source>
        <translation>Xong, tờ có hiệu lực</translation>
    </message>
    <message>
        <source>First people</source>
        <translation>Người dùng đầu tiên</translation>
    </message>
    <message>
        <source>First set-up</source>
        <translation>Cài đặt lần đầu</translation>
    </message>
    <message>
        <source>Folder of the register</source>
        <translation>Thư mục của sổ</translation>
    </message>
    <message>
        <source>Folder of the register, on this machine</source>
        <translation>Thư mục của sổ, trên máy này</translation>
    </message>
    <message>
        <source>From the 15th to the 14th</source>
        <translation>Từ ngày 15 đến ngày 14</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Holder of sheet {number}</source>
        <translation>Người giữ tờ {number}</translation>
    </message>
    <message>
        <source>Holidays by law, with 24/11 Vietnam Culture Day</source>
        <translation>Theo luật, có 24/11 Ngày Văn hoá Việt Nam</translation>
    </message>
    <message>
        <source>Holidays for counting working days</source>
        <translation>Lịch nghỉ để tính ngày làm việc</translation>
    </message>
    <message>
        <source>Issuing office</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Make the register</source>
        <translation>Lập sổ</translation>
    </message>
    <message>
        <source>Making…</source>
        <translation>Đang lập…</translation>
    </message>
    <message>
        <source>Monthly reporting period</source>
        <translation>Kỳ báo cáo tháng</translation>
    </message>
    <message>
        <source>Name three holders</source>
        <translation>Ghi tên ba người giữ</translation>
    </message>
    <message>
        <source>Name three holders, or choose later</source>
        <translation>Ghi tên ba người giữ, hoặc chọn Để sau</translation>
    </message>
    <message>
        <source>Names on papers</source>
        <translation>Tên in trên giấy tờ</translation>
    </message>
    <message>
        <source>Next sheet</source>
        <translation>Tờ tiếp theo</translation>
    </message>
    <message>
        <source>No photograph, not beside the machine</source>
        <translation>Không chụp ảnh, không để cạnh máy</translation>
    </message>
    <message>
        <source>No recovery sheets yet: a forgotten head's password ends it all</source>
        <translation>Chưa có tờ khôi phục: quên mật khẩu Trưởng ban là mất sổ</translation>
    </message>
    <message>
        <source>No step needs a network</source>
        <translation>Không cần mạng ở bước nào</translation>
    </message>
    <message>
        <source>Nobody holds denouncers' identities yet; nobody can open one</source>
        <translation>Chưa ai giữ danh tính người tố cáo, chưa ai mở được</translation>
    </message>
    <message>
        <source>Nobody reads denunciations yet: tick at least one person</source>
        <translation>Chưa ai đọc nội dung tố cáo: đánh dấu ít nhất một người</translation>
    </message>
    <message>
        <source>Not yet its turn</source>
        <translation>Chưa đến lượt</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Đang tắt</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Đang bật</translation>
    </message>
    <message>
        <source>Only its holder sits before the screen</source>
        <translation>Chỉ người giữ tờ này ngồi trước màn hình</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Place written before the date</source>
        <translation>Địa danh ghi trước ngày</translation>
    </message>
    <message>
        <source>Print a blank form</source>
        <translation>In mẫu trống</translation>
    </message>
    <message>
        <source>Printed at the head of receipts, notices and reports.</source>
        <translation>Phần này in ở đầu giấy biên nhận, thông báo và báo cáo.</translation>
    </message>
    <message>
        <source>Reads every denunciation</source>
        <translation>Đọc nội dung tố cáo</translation>
    </message>
    <message>
        <source>Reads what was denounced, never who denounced. At least one person. Others read what they received until the end of the next working day, or one visit handed to them.</source>
        <translation>Đọc được mọi nội dung tố cáo, không biết ai tố cáo. Cần ít nhất một người. Người khác chỉ đọc lượt mình tiếp đến hết ngày làm việc sau, hoặc lượt được giao.</translation>
    </message>
    <message>
        <source>Reception officer</source>
        <translation>Cán bộ tiếp công dân</translation>
    </message>
    <message>
        <source>Recovery sheets</source>
        <translation>Tờ khôi phục</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Sheet {number} · {holder}</source>
        <translation>Tờ {number} · {holder}</translation>
    </message>
    <message>
        <source>Sheet {number}, to be filled in by hand</source>
        <translation>Tờ {number}, ghi bằng tay</translation>
    </message>
    <message>
        <source>Sheets also open denouncers' identities</source>
        <translation>Tờ khôi phục mở được cả danh tính người tố cáo</translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation>Hiện các từ</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Strength {level} of 4</source>
        <translation>Độ mạnh {level} trên 4</translation>
    </message>
    <message>
        <source>Strong enough</source>
        <translation>Đủ mạnh</translation>
    </message>
    <message>
        <source>Strong enough, five words of the register</source>
        <translation>Đủ mạnh, năm từ do sổ tạo</translation>
    </message>
    <message>
        <source>Superior office</source>
        <translation>Cơ quan chủ quản</translation>
    </message>
    <message>
        <source>Symbol of documents</source>
        <translation>Ký hiệu văn bản</translation>
    </message>
    <message>
        <source>Telephone (optional)</source>
        <translation>Điện thoại (nếu có)</translation>
    </message>
    <message>
        <source>The folder is missing</source>
        <translation>Chưa ghi thư mục</translation>
    </message>
    <message>
        <source>The head of a paper</source>
        <translation>Xem trước đầu giấy</translation>
    </message>
    <message>
        <source>The issuing office is missing</source>
        <translation>Chưa ghi cơ quan ban hành</translation>
    </message>
    <message>
        <source>The password of {name} is not enough yet</source>
        <translation>Mật khẩu của {name} chưa đủ</translation>
    </message>
    <message>
        <source>The place is missing</source>
        <translation>Chưa ghi địa danh</translation>
    </message>
    <message>
        <source>The superior office is missing</source>
        <translation>Chưa ghi cơ quan chủ quản</translation>
    </message>
    <message>
        <source>The symbol is missing</source>
        <translation>Chưa ghi ký hiệu văn bản</translation>
    </message>
    <message>
        <source>This folder holds a register already</source>
        <translation>Thư mục này đã có sổ</translation>
    </message>
    <message>
        <source>Three different people hold the sheets</source>
        <translation>Ba tờ do ba người khác nhau giữ</translation>
    </message>
    <message>
        <source>Three different people who do not share a cupboard, one of them outside the board if that can be. The names are not kept by the program.</source>
        <translation>Ba người khác nhau, không chung một tủ, nếu được thì có một người ngoài ban. Phần mềm không lưu tên người giữ.</translation>
    </message>
    <message>
        <source>Three recovery sheets, copied and tried</source>
        <translation>Ba tờ khôi phục, đã chép, đã thử</translation>
    </message>
    <message>
        <source>Three sheets of 33 words, one for each holder. Any two open the register, one does not.</source>
        <translation>Ba tờ, mỗi tờ 33 từ, mỗi người giữ một tờ. Hai tờ bất kỳ mở được sổ, một tờ thì không.</translation>
    </message>
    <message>
        <source>Three sheets, three holders</source>
        <translation>Ba tờ, ba người giữ</translation>
    </message>
    <message>
        <source>Tinos (as wide as Times New Roman), which comes with the program. A matter or person counted once is counted so in reports only; denunciations always count each visit.</source>
        <translation>Phông Tinos (cùng số đo Times New Roman), đi kèm phần mềm. Đếm một lần chỉ áp dụng trong báo cáo; tố cáo luôn đếm theo từng lượt.</translation>
    </message>
    <message>
        <source>Two people at least</source>
        <translation>Ít nhất hai người</translation>
    </message>
    <message>
        <source>Two people have the same name</source>
        <translation>Hai người trùng tên</translation>
    </message>
    <message>
        <source>Two people have the same password</source>
        <translation>Hai người trùng mật khẩu</translation>
    </message>
    <message>
        <source>Type after covering</source>
        <translation>Gõ sau khi che</translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation>Sẽ lập</translation>
    </message>
    <message>
        <source>Whoever holds it can open the identity of every denouncer when a request gives a reason. Given in writing; two people are advised. While nobody holds it, only recovery sheets open them.</source>
        <translation>Người được giao mở được danh tính mọi người tố cáo khi có yêu cầu ghi lý do. Giao bằng văn bản, nên giao hai người. Chưa giao thì không ai mở được, chỉ tờ khôi phục mở được.</translation>
    </message>
    <message>
        <source>Without sheets:</source>
        <translation>Chưa có tờ khôi phục:</translation>
    </message>
    <message>
        <source>Word number {place}</source>
        <translation>Từ số {place}</translation>
    </message>
    <message>
        <source>Words of the sheet, to be copied by hand</source>
        <translation>Các từ của tờ, chép bằng tay</translation>
    </message>
    <message>
        <source>Your office</source>
        <translation>Cơ quan của bạn</translation>
    </message>
    <message>
        <source>if the board head forgets the password, nobody can open the register again, the makers of the program neither. The window reminds the head at each opening.</source>
        <translation>Trưởng ban quên mật khẩu thì không ai mở lại được sổ, cả người làm phần mềm. Mỗi lần Trưởng ban mở sổ, cửa sổ sẽ nhắc.</translation>
    </message>
    <message>
        <source>{count} words of sheet {number}</source>
        <translation>{count} từ của tờ {number}</translation>
    </message>
    <message>
        <source>{words} (copy it by hand now)</source>
        <translation>{words} (chép tay lại ngay)</translation>
    </message>
</context>
</TS>
