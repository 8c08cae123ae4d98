"""Sentences about papers that a visit does not have."""

SENTENCES: dict[str, tuple[str, str]] = {
    "papers.no_report": (
        "Không có báo cáo tháng nào mang số in này. Hãy lập lại báo cáo rồi in.",
        "No monthly report has this print number. Make the report again, then print it.",
    ),
    "papers.no_paper": (
        "Lượt này không có giấy biên nhận hay phiếu tra cứu nên không in lại được. Sổ không đổi.",
        "No receipt and no slip was made at this visit, so none can be printed again. The "
        "register is unchanged.",
    ),
    "papers.copy_needs_identity": (
        "Cơ quan chọn in danh tính trên bản của mọi người đến. Mời người ấy đưa giấy tờ, gõ lại họ "
        "tên và địa chỉ cho bản này. Chưa ghi gì; mã trên giấy cũ vẫn dùng được.",
        "The office prints the identity on every citizen's copy. Ask the person for their papers "
        "and type name and address again for this copy. Nothing was saved; the old code still "
        "works.",
    ),
    "trace.number": (
        "Số trên bản của người đến có 10 chữ số, như 072-415-9036. Chưa tra gì; xem lại số.",
        "The number on a visitor's copy has ten digits, such as 072-415-9036. Nothing was "
        "searched; check the number.",
    ),
    "trace.ground": (
        "Chọn căn cứ tra tờ giấy này. Chưa tra gì.",
        "Choose the ground for tracing this paper. Nothing was searched.",
    ),
    "papers.copy_by_reveal": (
        "Giấy của người đến thường làm lại bằng cách mở danh tính (F9), có ghi lý do. Chưa đổi gì.",
        "An ordinary reporter's paper is made again by opening the identity (F9), with a reason. "
        "Nothing was changed.",
    ),
    "papers.copy_of_another": (
        "Bản của người đến chỉ được làm lại bởi cán bộ ghi lượt này, trong ngày, hoặc bởi người "
        "giữ danh tính. Mã trên giấy cũ vẫn dùng được.",
        "A citizen's copy is made again by the officer who entered the visit, on that day, or by a "
        "custodian. The code on the old paper still works.",
    ),
    "papers.office_copy_by_reveal": (
        "Bản này có danh tính nên không làm lại ngay được. Chưa in, chưa ghi gì. Người đến thường: "
        "mở danh tính (F9), chọn “In lại bản lưu chưa in”. Người được bảo vệ: ghi tay, hoặc bỏ.",
        "This sheet shows an identity, so it is not made again from here. Nothing was printed or "
        "saved. For an ordinary visitor open the identity (F9) and choose \"Print the file's "
        'copies again". For a protected one write it by hand, or drop it.',
    ),
    "papers.office_copy_unread": (
        "Bạn không còn được đọc nội dung lượt này nên không làm lại được bản này. Chưa in, chưa "
        "ghi gì. Nhờ người có quyền đọc đơn tố cáo giao đọc lại, hoặc nhờ họ làm.",
        "You may no longer read this visit, so you cannot make this sheet again. Nothing was "
        "printed or saved. Ask somebody who reads denunciations to hand it on, or to make it.",
    ),
    "papers.office_copy_late_words": (
        "Nội dung lượt này đã sửa sau khi niêm phong, nên chỉ người giữ danh tính làm lại bản này, "
        "sau khi máy đối chiếu. Chưa in, chưa ghi gì. Nhờ người giữ danh tính mở Giấy chưa in.",
        "Words of this visit were written after it was sealed, so only a custodian makes this "
        "sheet again, after a comparison. Nothing was printed or saved. Ask a custodian.",
    ),
    "papers.no_office_copy_waits": (
        "Không còn bản lưu nào của lượt này chờ in. Chưa mở danh tính, chưa ghi gì. Xem lại danh "
        "sách Giấy chưa in (Alt+G).",
        "No file copy of this visit waits to be printed. No identity was opened, nothing was "
        "saved. Look at the papers not printed (Alt+G).",
    ),
    "papers.code_repeated": (
        "Máy này sinh số ngẫu nhiên bị lặp nên không lập được mã tra cứu mới. Chưa ghi gì. "
        "Khởi động lại máy rồi làm lại.",
        "The random numbers of this machine repeat, so no new return code could be made. Nothing "
        "was saved. Restart the machine and try again.",
    ),
    "papers.refused_visit": (
        "Lượt từ chối tiếp không có giấy biên nhận và phiếu tra cứu.",
        "A refused visit has no receipt and no return slip.",
    ),
    "papers.spoken_refusal": (
        "Căn cứ này chỉ giải thích trực tiếp, không lập thông báo Mẫu 01/TCD.",
        "This ground is explained in words; there is no notice Mẫu 01/TCD.",
    ),
    "papers.not_yours": (
        "Giấy này của lượt do người khác tiếp, hoặc do người khác in. Chưa in, chưa ghi gì. Nhờ "
        "người đã tiếp.",
        "This paper belongs to a visit that another person received, or another person printed "
        "it. Nothing was printed or logged. Ask the officer who received the visit.",
    ),
    "papers.no_machine": (
        "Tên máy trống hoặc quá dài nên chưa in trang thử. Đặt lại tên máy rồi in lại.",
        "The machine's name is empty or too long: no test page was made. Name the machine again.",
    ),
}
