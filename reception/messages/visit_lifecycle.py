"""Sentences about correcting, voiding, answering, reclassifying and late entry of a visit."""

SENTENCES: dict[str, tuple[str, str]] = {
    "life.unknown_visit": (
        "Không tìm thấy lượt tiếp này. Sổ không đổi. Chọn lại lượt trong sổ.",
        "There is no such visit. The register is unchanged. Choose the visit again.",
    ),
    "life.identity_of_another": (
        "Chỉ người đã tiếp lượt này hoặc người được mở danh tính mới ghi lại danh tính được. Sổ "
        "không đổi. Nhờ một trong những người đó ghi.",
        "Only the officer who received this visit, or somebody who may open the identity, can type "
        "it anew. The register is unchanged. Ask one of them.",
    ),
    "life.changed_meanwhile": (
        "Người khác vừa sửa lượt này. Chữ đang gõ vẫn còn. Xem bản mới rồi lưu lại.",
        "Somebody else has just changed this visit. What you typed is kept. Look at the new "
        "wording, then save again.",
    ),
    "life.voided": (
        "Lượt {number} đã huỷ nên không sửa được nữa. Sổ không đổi.",
        "Visit {number} is void and can no longer be changed. The register is unchanged.",
    ),
    "life.nothing_changed": (
        "Chưa có gì thay đổi. Sổ không đổi. Sửa rồi lưu, hoặc bấm Thôi.",
        "Nothing is different yet. The register is unchanged. Make the change, or leave.",
    ),
    "life.reason_short": (
        "Lý do quá ngắn. Chữ đang gõ vẫn còn. Ghi ít nhất {least} ký tự.",
        "The reason is too short. What you typed is kept. Write at least {least} characters.",
    ),
    "life.personal_number": (
        "Ô này có số giống số căn cước hoặc số điện thoại. Chưa lưu. Bỏ số đó ra.",
        "This text holds a number like an identity or phone number. Not saved. Take it out.",
    ),
    "life.unknown_place": (
        "Ô này không sửa được ở đây. Chưa lưu gì.",
        "This field cannot be corrected here. Nothing was saved.",
    ),
    "life.wrong_value": (
        "Giá trị này không dùng được ở ô đã chọn. Chưa lưu. Chọn lại.",
        "This value cannot be used in this field. Not saved. Choose another.",
    ),
    "life.text_missing": (
        "Ô này không được để trống. Chưa lưu. Ghi lại.",
        "This field may not be empty. Not saved. Fill it in.",
    ),
    "life.several_petitions": (
        "Lượt này có nhiều loại đơn. Chưa đổi gì. Ghi phần tố cáo thành một lượt riêng.",
        "This visit has several petitions. Nothing was changed. Enter the denunciation as a "
        "visit of its own.",
    ),
    "life.mend_first": (
        "Một ô của lượt này từng để lại tên người đến. Chưa đổi gì. Sửa ô đó cùng lúc.",
        "A text of this visit still holds the reporter's name. Nothing was changed. Correct "
        "that text in the same step.",
    ),
    "life.needs_custodian": (
        "Chỉ người giữ danh tính mới đổi được theo chiều này. Chưa đổi gì.",
        "Only a custodian can make this change. Nothing was changed.",
    ),
    "life.nothing_to_confirm": (
        "Lượt này không chờ xác nhận. Sổ không đổi.",
        "This visit needs no confirmation. The register is unchanged.",
    ),
    "life.answer_day": (
        "Ngày trả lời phải từ ngày tiếp đến hôm nay. Chưa lưu. Ghi lại ngày.",
        "The answer's day lies between the visit and today. Not saved. Enter it again.",
    ),
    "life.document_missing": (
        "Chưa ghi số văn bản trả lời. Chưa lưu. Ghi số văn bản.",
        "The number of the answering document is missing. Not saved. Enter it.",
    ),
    "life.number_used": (
        "Số này đã dùng hoặc thấp hơn số kế tiếp. Chưa đổi gì. Chọn số từ {least} trở lên.",
        "This number is used or lower than the next one. Nothing was changed. Choose {least} "
        "or more.",
    ),
    "late.not_past": (
        "Ghi bổ sung chỉ dùng cho ngày trước hôm nay. Chưa lưu. Ghi lại ngày tiếp.",
        "A late entry is for a day before today. Not saved. Enter the day again.",
    ),
    "late.names_person": (
        "Nguồn hoặc lý do ghi bổ sung có tên người đến. Chưa lưu, nháp vẫn còn. Mở lại Ghi bổ sung "
        "ở Sổ (F3), bỏ tên ra.",
        "Source or reason of the late entry names the reporter. Not saved, the draft is kept. Open "
        "the late entry again in the register (F3) and take the name out.",
    ),
    "late.too_old": (
        "Chỉ ghi bổ sung được từ năm {year}. Chưa lưu. Lượt cũ hơn thì nhập bằng tệp.",
        "A late entry goes back to {year}. Not saved. Bring older visits in from a file.",
    ),
}
