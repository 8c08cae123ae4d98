"""Words of Vietnamese names: surnames of the 54 peoples, middle names, given names.

Facts to be completed as needed. A word may stand in both lists; none of them names one person.
"""

from __future__ import annotations

_SURNAMES = """
Củng Vần Tận Chẩn Lồ Sân Thung Then Tẩn Lèn Sền Xin Giàng Nhùng Phủ Pít Kềm Lò Nguyễn Trần Lê
Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm
Phùng Mai Tô Hà Tạ Lương Cao Thái Châu Tống Quách Kiều La Lưu Mạc Nghiêm Nhan Ninh Phí Phó
Phương Quan Quang Sầm Sơn Tăng Thạch Thân Thi Tiêu Tôn Triệu Từ Ưng Văn Viên Vi Uông Ứng Chu
Doãn Diệp Đàm Đan Đậu Đồng Giang Hán Hàn Hứa Khổng Khuất Khúc Kim Lại Lục Lữ Mẫn Ngạc Ngụy Nhâm
Nông Ông Âu Bạch Bành Bảo Bế Cái Cát Cấn Cù Cung Danh Đái Đèo Đới Đường Hạ Hầu Hy Kha Khương
Kiểu Lãnh Lều Liễu Lỗ Lường Mã Mâu Nghị Nhữ Ôn Phù Quế Quyền Thang Thiều Thịnh Tiết Tòng Toàn
Trà Trình Trưng Tưởng Viêm Vòng Xa Yên An Bá Bàn Bàng Bảng Cầm Cà Cồ Chảo Chẻo Chìu Chíu Chỉnh
Chúc Dùng Điêu Điều Giáp Già Hạng Hảng Hoảng Hù Hờ Hừ Khang Khoàng Kháng Lầu Lèng Liềng Lìm Lô
Lỳ Lù Lùng Lừu Lử Lự Ly Má Mạ Mào Mùa Múa Mí Ma Nùng Ngải Phà Phàn Phản Phàng Phìn Phu Pờ Pồ Pàn
Pản Quàng Quảng Ráng Sìn Sín Sừng Sùng Sồng Sần Tả Tao Táng Tếnh Thào Thàng Thẩu Thèn Thên Tráng
Trá Vàng Vảng Và Vừ Vù Vìn Vì Xìn Xồng Xèo Chang Chá Cháng Cứ Cư Chứ Chờ Chẩu Giảng Khà Khoang
Lành Loòng Lèo Lềm Mê Máng Mong Nguyên Pao Páo Pịt Phồng Phừ Phò Sò Sờ Soi Tào Toán Tụ Xạ Gà
Ngọc Cụt Moong Vong Ven Xeo Xên Ốc Hoa Chíp Hung Hiêng Thiêu Nghìn Bun Oi Rvai Seo Tmoong Bạc Mè
Mùi Sa Tày Nhề Thén Vầy Niê Êban Êya Êñuôl Mlô Hmok Hđơk Ayun Adrơng Ktla Buôn Byă Kbuôr Ksơr
Kpơr Kpă Ksor Nay Rcom Rơ Siu Rmah Rahlan Rơchâm Rơmah Rơlan Puih Hiao Alê Cil Kơ Kră Liêng Lơ
Mu Păng Rơông Dơng Bon Đơng Ha Ndu Ntơr Cơ Dà Ja Jơ Kon Sơ Touneh Touprong Đạt Chế Mang Nai Não
Phú Thiên Thị Tho Trượng Ung Kiên Liêu Chau Neang Néang Alăng Arâl Bhling Bhnướch Bnướch Clâu
Cơlâu Coor Pơloong Ploong Pling Riah Rapát Tơngôl Zơrâm Hôih A Y Hiên Blúp Un Kring Xiêng Brôl
Siêng Zơ Nhân Điểu Brao Thao Bloong Nàng Keo Tham Rmăm
"""
_MIDDLE_NAMES = """
Văn Thị Hữu Đức Công Quang Quốc Minh Ngọc Xuân Thanh Hồng Kim Đình Thế Mạnh Tiến Trung Thành Bá
Duy Nhật Trọng Viết Sỹ Sĩ Phú Phúc Hoài Mỹ Tuyết Bích Diệu Thùy Thuý Thúy Khánh Lệ Cẩm Gia Bảo
Chí Chính Danh Đại Đăng Hải Hoàng Huy Khắc Long Mậu Nam Như Phương Phước Quý Tấn Thái Thiên Thu
Thục Trí Tuấn Tường Vĩnh Việt Anh Á A Ả Ái Ánh An Bình Cao Đông Giáng Hà Hạnh Hiền Hoa Hòa Huệ
Hùng Hương Kế Kiều Kiến Lan Linh Mai Ngân Nguyên Nhất Phi Phong Quỳnh Sơn Thảo Thiện Thuận Thủy
Tố Trà Trúc Trường Tú Uyên Vân Yến Mí Mẩy Tả Láo Lao Ú U Xì Xá Lò Cố Phù Nhù Chỉn Sín Seo Sành
Dâu Bun Pờ Y H Ka K Tài Tẩn Phụ San Pa Me Mua Thào
"""
_GIVEN_NAMES = """
An Anh Ánh Ân Bách Bảo Bắc Bích Bính Bình Cảnh Châu Chi Chiến Chinh Chung Chương Công Cúc Cường
Cưỡng Danh Dậu Dần Diệp Diệu Dịu Doanh Du Dung Dũng Duy Duyên Dương Đài Đại Đạo Đào Đạt Đặng
Điệp Đính Định Đoan Đoàn Đông Đồng Đức Giang Giáp Giàu Hà Hạ Hải Hạnh Hào Hảo Hân Hằng Hậu Hiên
Hiền Hiến Hiếu Hiệp Hiệu Hinh Hoa Hòa Hoà Hóa Hoài Hoan Hoàn Hoàng Hoạt Hồng Hợp Huân Huấn Huệ
Hùng Huy Huyền Hưng Hương Hường Hữu Kha Khải Khang Khánh Khiêm Khoa Khôi Khuê Kiên Kiệt Kiều Kim
Kỳ Lam Lan Lành Lâm Lân Lệ Lịch Liên Liễu Linh Loan Long Lộc Lợi Luân Luận Lượng Lương Lưu Ly Lý
Mai Mạnh Mão Mận Mẫn Minh Mơ My Mỹ Nam Nga Ngà Ngân Nghi Nghĩa Nghiêm Ngoan Ngọc Nguyên Nguyệt
Nhã Nhàn Nhạn Nhân Nhật Nhi Nhiên Nhu Nhung Như Ninh Oanh Phát Phi Phong Phú Phúc Phụng Phước
Phương Phượng Quân Quang Quảng Quế Quốc Quý Quyên Quyền Quyết Quỳnh Sáng Sao Sâm Sen Sinh Song
Sơn Sử Sự Sỹ Tài Tâm Tân Tấn Thạch Thái Thanh Thành Thao Thảo Thắm Thắng Thân Thêm Thi Thìn
Thịnh Thiết Thiện Tho Thoa Thoại Thoan Thọ Thông Thơ Thơm Thu Thuần Thuận Thục Thùy Thuỷ Thủy
Thư Thương Thường Thưởng Tiên Tiến Tiệp Tín Tình Tỉnh Toàn Toản Toán Tới Trà Trang Trâm Trân Trí
Trinh Trình Trọng Trúc Trung Trường Tú Tuân Tuấn Tuệ Tùng Tuyên Tuyến Tuyền Tuyết Tư Từ Tường Tý
Uyên Út Vân Vi Viên Việt Vinh Vĩnh Vui Vũ Vượng Vượt Xoan Xuân Xuyến Yên Yến Chơ Chống Chu Chua
Co Của Cua Dế Dia Di Dở Dợ Dua Gầu Giống Già Hồ Ka Kía La Lềnh Lử Mo Nếnh Nhè Nủ Páo Pó Sáy Sình
Sùng Súa Súng Tếnh Thào Tủa Vàng Xá Xóa Xía Pa Phứ Pín Chứ Hừ Xè Đúc Ín Inh Ún Ương
"""
# Words directly before a given name: "Y Bhŏk", "H'Bia", "Ka Nhơi".
_GIVEN_NAME_MARKS = "Y H K Ka A I"


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in text.split())


SURNAMES = _words(_SURNAMES)  # NFC, small letters, with their accents
MIDDLE_NAMES = _words(_MIDDLE_NAMES)
GIVEN_NAMES = _words(_GIVEN_NAMES)
GIVEN_NAME_MARKS = _words(_GIVEN_NAME_MARKS)
