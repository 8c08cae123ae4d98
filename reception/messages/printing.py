"""Sentences about papers that cannot be made: what failed, that the data is safe, what to do."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "printing.font_lacks": (
        "Phông chữ của chương trình thiếu {count} chữ tiếng Việt (trước hết là {first}). "
        "Chưa in gì, dữ liệu vẫn nguyên. Cài lại chương trình rồi in.",
        "The program's font lacks {count} Vietnamese letters (the first is {first}). Nothing "
        "was printed and no data changed. Install the program again, then print.",
    ),
    "printing.identity_found": (
        "Trang này có chữ để lộ danh tính người đến nên không in. Sổ không đổi. "
        "Sửa nội dung, thay chỗ lộ bằng mã rồi in lại.",
        "This page shows the reporter's identity, so it was not printed. The register is "
        "unchanged. Replace those words by the code, then print.",
    ),
    "printing.denunciation_as_ordinary": (
        "Giấy về tố cáo phải in theo mẫu riêng, không ghi danh tính. Chưa in gì, sổ không đổi. "
        "Chọn mẫu của người tố cáo rồi in.",
        "Papers about a denunciation have forms of their own without an identity. Nothing was "
        "printed, the register is unchanged. Choose the denouncer's form, then print.",
    ),
    "printing.ordinary_as_denunciation": (
        "Mẫu này chỉ dùng cho người tố cáo. Chưa in gì, sổ không đổi. Chọn mẫu thường rồi in.",
        "This form is for denouncers only. Nothing was printed, the register is unchanged. "
        "Choose the ordinary form, then print.",
    ),
    "printing.paired": (
        "Hai bản của giấy về tố cáo trùng số nên ghép được với nhau. Chưa in gì, sổ không đổi. "
        "Lấy số tra cứu khác rồi in lại.",
        "Two copies of a denunciation's paper have one number and could be paired. Nothing was "
        "printed, the register is unchanged. Draw another look-up number, then print.",
    ),
    "printing.share_words": (
        "Tờ khôi phục phải có {wanted} từ, nhận được {given}. Chưa in gì, tờ cũ vẫn dùng được. "
        "Tạo lại tờ rồi in.",
        "A recovery sheet has {wanted} words, {given} were given. Nothing was printed and older "
        "sheets still work. Make the sheet again, then print.",
    ),
}
