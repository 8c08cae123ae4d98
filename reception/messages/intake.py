"""Sentences of visit entry: errors to be corrected before a visit can be sealed."""

SENTENCES: dict[str, tuple[str, str]] = {
    "desk.name_missing": (
        "Chưa có họ tên người đến. Nháp vẫn còn. Ghi họ và tên.",
        "The reporter's name is missing. The draft is kept. Enter the name.",
    ),
    "desk.birth_wrong": (
        "Năm sinh không hợp lý. Nháp vẫn còn. Xem lại năm sinh.",
        "The birth year cannot be right. The draft is kept. Check it.",
    ),
    "desk.issued_in_future": (
        "Ngày cấp giấy tờ ở sau hôm nay. Nháp vẫn còn. Xem lại ngày cấp.",
        "The paper's date of issue lies in the future. The draft is kept. Check it.",
    ),
    "desk.proxy_denunciation": (
        "Tố cáo không được uỷ quyền. Người đến phải tự trình bày. Chọn lại tư cách.",
        "A denunciation cannot be made by proxy. Choose another capacity.",
    ),
    "desk.occupation_denunciation": (
        "Không hỏi nghề nghiệp người tố cáo. Xoá ô nghề nghiệp.",
        "A denouncer is not asked for an occupation. Empty that field.",
    ),
    "desk.people_wrong": (
        "Số người phải từ 1. Nháp vẫn còn. Ghi lại số người.",
        "The number of people must be 1 or more. The draft is kept. Enter it again.",
    ),
    "desk.representatives_wrong": (
        "Đoàn này cử nhiều nhất {most} người đại diện. Ghi lại số người đại diện.",
        "This group names at most {most} representatives. Enter the number again.",
    ),
    "desk.summary_missing": (
        "Chưa có tóm tắt nội dung. Nháp vẫn còn. Ghi tóm tắt.",
        "The summary is missing. The draft is kept. Enter it.",
    ),
    "desk.earlier_visit": (
        "Mã tra cứu của lượt trước chưa được tra từ khi mở sổ. Chưa lưu gì. Gõ lại mã trên giấy cũ "
        "(giấy cũ có số thì gõ cả số) rồi lưu lại, hoặc để trống ô này.",
        "The return code of the earlier visit was not looked up since the register was opened. "
        "Nothing was saved. Type the code of the old paper again (and its number, if it has one), "
        "or leave the field empty.",
    ),
    "desk.earlier_visit_ordinary": (
        "Mã tra cứu của lượt trước chỉ dùng khi tố cáo hoặc xin bảo vệ danh tính; người khác được "
        "nhận lại theo giấy tờ. Chưa lưu gì. Để trống ô này rồi lưu lại.",
        "The return code of an earlier visit is for a denunciation or a reporter who asks for "
        "protection; others are recognised by their paper. Nothing was saved. Leave the field "
        "empty and save again.",
    ),
    "desk.text_too_long": (
        "Có ô dài quá {most} ký tự. Nháp vẫn còn. Rút ngắn lại.",
        "A text is longer than {most} characters. The draft is kept. Shorten it.",
    ),
    "desk.card_line": (
        "Trong ô có nguyên dòng mã QR của thẻ căn cước. Chưa lưu. "
        "Xoá dòng đó, quét lại hoặc gõ tay.",
        "The field holds the whole QR line of a card. Nothing was saved. "
        "Remove the line, then scan again or type.",
    ),
    "desk.direction_mark": (
        "Trong ô có ký tự ẩn làm đảo chiều chữ, thường do dán từ nơi khác. Nháp vẫn còn. "
        "Xoá chữ trong ô rồi gõ lại.",
        "The field holds a hidden character that turns the direction of writing, usually pasted. "
        "The draft is kept. Empty the field and type the text again.",
    ),
    "desk.outcome_unlawful": (
        "Kết quả này không đúng luật với loại đơn và thẩm quyền đã chọn. Chọn lại kết quả.",
        "This outcome is not lawful for the kind and competence chosen. Choose another.",
    ),
    "desk.body_missing": (
        "Chưa ghi cơ quan được hướng dẫn đến hoặc chuyển đến. Ghi tên cơ quan.",
        "The body guided or transferred to is missing. Enter its name.",
    ),
    "desk.ground_missing": (
        "Chưa chọn căn cứ từ chối. Chọn một căn cứ.",
        "No ground for refusal is chosen. Choose one.",
    ),
    "desk.ground_unlawful": (
        "Căn cứ từ chối này không dùng cho loại đơn đã chọn. Chọn căn cứ khác.",
        "This ground may not be used for this kind. Choose another.",
    ),
    "desk.ground_not_in_force": (
        "Căn cứ từ chối {ground} không có hiệu lực vào ngày tiếp {day}. Chọn căn cứ khác.",
        "Ground {ground} was not in force on {day}, the day of the visit. Choose another.",
    ),
    "desk.ground_document_missing": (
        "Căn cứ này phải có {document}. Ghi số, ngày văn bản đó vào phần giải thích.",
        "This ground needs a document ({document}). Give its number and day in the note.",
    ),
    "desk.explanation_missing": (
        "Chưa ghi lời giải thích trực tiếp. Ghi lời đã giải thích với người đến.",
        "The spoken explanation is not recorded. Enter what was explained.",
    ),
    "desk.kind_missing": ("Chưa chọn loại. Chọn một loại.", "No kind is chosen. Choose one."),
    "desk.kind_twice": (
        "Mỗi loại một đơn riêng; loại này đã có đơn. Chọn loại khác.",
        "One petition a kind; this kind has one already. Choose another.",
    ),
    "desk.denunciation_alone": (
        "Tố cáo ghi thành lượt riêng. Dùng Tách đơn.",
        "A denunciation is a visit of its own. Use Split.",
    ),
    "desk.paper_name_missing": (
        "Có dòng tài liệu chưa ghi tên. Ghi tên hoặc xoá dòng.",
        "A paper has no name. Enter it or remove the row.",
    ),
    "desk.paper_pages_wrong": (
        "Số trang của tài liệu phải từ 1. Ghi lại số trang.",
        "A paper must have 1 page or more. Enter it again.",
    ),
    "leak.found": (
        "Nội dung đang có danh tính người đến, hoặc số căn cước, số điện thoại của ai đó. Bấm "
        "Alt+R để thay chỗ ấy, hoặc chọn cách khác ở dòng nhắc bên dưới.",
        "The text shows the reporter's identity, or somebody's identity number or phone. Replace "
        "it (Alt+R), or choose another option in the notice below.",
    ),
    "leak.never_here": (
        "Trong đơn tố cáo không được để lại danh tính hay số của ai. Bấm Alt+R để thay; nếu là tên "
        "của người khác thì ghi rõ như vậy.",
        "In a denunciation neither the identity nor anybody's number can stay. Replace it (Alt+R); "
        "of a name you can say that it is another person's.",
    ),
    "leak.reason_short": (
        "Lý do giữ lại cần ít nhất {least} ký tự. Ghi rõ hơn.",
        "The reason needs at least {least} characters. Say more.",
    ),
    "leak.in_reason": (
        "Lý do đang có danh tính người đến. Viết lại lý do không nêu tên.",
        "The reason itself shows the reporter's identity. Write it without.",
    ),
    "refusal.unknown_ground": (
        "Không có căn cứ từ chối này. Chọn trong danh sách.",
        "There is no such ground for refusal. Choose from the list.",
    ),
    "return_code.wrong": (
        "Mã tra cứu không đúng. Xem lại số và mã trên giấy.",
        "The return code is wrong. Check number and code on the paper.",
    ),
}
