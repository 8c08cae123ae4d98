"""Everyday words of two syllables that look like a title and a name, or like two words of one.

"công an" is no Nguyễn Công An, "bố trí" no father Trí, "thu hồi" no lady Thu. To be completed:
a compound in small letters is never a name, whoever has come.
"""

from __future__ import annotations

from reception.domain.leak_spelling import accented_form, guard_fold

_COMPOUNDS = """
công an, công bằng, công bình, công bố, công chính, công chức, công chứng, công cộng, công cụ,
công cuộc, công dân, công điện, công đoàn, công đức, công hữu, công ích, công khai, công lao,
công lập, công lý, công lực, công minh, công nghệ, công nghiệp, công nhân, công nhận, công sở,
công suất, công tác, công tâm, công thức, công thương, công ty, công trình, công trường, công
văn, công viên, công việc, công vụ, công xã, văn bản, văn bằng, văn hiến, văn hóa, văn hoá, văn
học, văn kiện, văn minh, văn nghệ, văn phong, văn phòng, văn thư, văn tự, văn sĩ, văn công, văn
đoàn, văn khoa, văn chương, thị trấn, thị xã, thị trường, thị phần, thị lực, thị chính, thị uy,
thị phạm, thị hiếu, thị giác, thị sát, đô thị, siêu thị, thành thị, cận thị, chỉ thị, hiển thị,
kỳ thị, yết thị, quốc gia, quốc hội, quốc phòng, quốc tế, quốc lộ, quốc dân, quốc doanh, quốc
hữu, quốc khánh, quốc tịch, quốc kỳ, quốc ca, quốc ngữ, quốc sách, quốc hiệu, quốc huy, chính
phủ, chính quyền, chính sách, chính thức, chính trị, chính xác, chính đáng, chính quy, chính
chủ, chính diện, chính giữa, chính nghĩa, chính sự, chính tả, chính văn, chính ủy, thanh toán,
thanh tra, thanh lý, thanh niên, thanh tịnh, thanh bình, thanh danh, thanh thiếu, thanh minh,
hành chính, hành vi, hành động, hành trình, hành lang, hành khách, hành hung, hành nghề, đức
hạnh, đức độ, đức tính, đạo đức, minh bạch, minh chứng, minh họa, minh mẫn, văn vẻ, thông minh,
anh minh, hải quan, hải sản, hải đảo, hải quân, hồng hào, ngọc trai, kim loại, kim ngạch, kim
khí, kim tiền, gia đình, gia cầm, gia cố, gia công, gia hạn, gia nhập, gia súc, gia tăng, gia
thế, gia trưởng, gia phả, bảo đảm, bảo hiểm, bảo hộ, bảo lãnh, bảo lưu, bảo mật, bảo quản, bảo
tàng, bảo tồn, bảo trì, bảo vệ, bảo thủ, bảo an, bảo hành, bảo dưỡng, thu chi, thu gom, thu
hoạch, thu hồi, thu hút, thu mua, thu nhập, thu phí, thu thập, thu tiền, thu hẹp, thu nhận, thu
giữ, thu dọn, thu lại, thu thuế, thu đất, mùa thu, trung thu, doanh thu, thu đông, thu xếp, bình
an, bình đẳng, bình luận, bình quân, bình thường, bình xét, bình yên, bình dân, bình chọn, bình
ổn, bình tĩnh, bình bầu, hòa bình, hoà bình, trung bình, thái bình, phê bình, bình diện, bình
phương, hòa giải, hoà giải, hòa thuận, hoà thuận, hòa nhập, hoà nhập, hòa hợp, hòa tan, điều
hòa, điều hoà, cộng hòa, cộng hoà, ôn hòa, hài hòa, hài hoà, hiền hòa, hòa đồng, hòa vốn, hương
ước, hương khói, hương liệu, hương vị, quê hương, cố hương, hoa màu, hoa quả, hoa văn, hoa lợi,
hoa hồng, trăm hoa, nở hoa, tài hoa, hoa cỏ, bông hoa, cây hoa, vườn hoa, hoa cương, hoa ban,
tiến bộ, tiến độ, tiến hành, tiến triển, tiến trình, cải tiến, tiên tiến, xúc tiến, tiến cử,
thăng tiến, thử nghiệm, thử thách, thử việc, thi thử, làm thử, thử máy, thử súng, thử nước, dùng
thử, chạy thử, thử lửa, đào tạo, đào ao, đào đất, đào hố, đào mương, đào bới, hoa đào, đào móng,
đào rãnh, đào xúc, đào thải, sơn tây, sơn la, sơn hà, nước sơn, giang sơn, sơn tường, sơn lại,
an ninh, an toàn, an sinh, an cư, an ủi, an táng, an tâm, yên tâm, yên bình, yên ổn, yên lặng,
hùng cường, hùng vĩ, anh hùng, anh dũng, anh em, anh chị, anh hào, anh linh, anh tài, anh tuấn,
anh nuôi, chị em, em bé, em gái, em trai, em út, bà con, bà ngoại, bà nội, bà cụ, bà mẹ, bà xã,
bà đỡ, ông bà, ông cha, ông tổ, ông nội, ông ngoại, ông chủ, ông xã, ông già, cha ông, cha mẹ,
bố mẹ, bố con, bố cáo, bố cục, bố trí, bố thí, bố phòng, phân bố, tuyên bố, mẹ con, mẹ đẻ, mẹ
già, mẹ hiền, mẹ kế, cô bé, cô dâu, cô đơn, cô độc, cô đúc, cô giáo, cô hồn, cô lập, cô quạnh,
cô gái, cô đọng, cô nhi, chú bé, chú dẫn, chú giải, chú rể, chú thích, chú trọng, chú ý, chú
tâm, ghi chú, phụ chú, bác ái, bác bỏ, bác đơn, bác học, bác sĩ, bác sỹ, bác cháu, phản bác,
uyên bác, bác vật, cậu bé, cậu ấm, cụ già, cụ thể, dụng cụ, nông cụ, khí cụ, đồ cụ, cháu bé, con
cháu, con cái, con dâu, con dấu, con đường, con em, con gái, con giống, con mồi, con người, con
nhỏ, con nợ, con nuôi, con ruột, con số, con sông, con suối, con tem, con thú, con tin, con
trai, con trẻ, con trâu, con bò, con thứ, con vật, con đẻ, con rể, con tàu, con lợn, con ngựa,
con tôm, con cả, con út, con một, con hoang, con riêng, con chung, con hiếu, con thơ, hộ chiếu,
hộ dân, hộ gia, hộ khẩu, hộ kinh, hộ lý, hộ nghèo, hộ pháp, hộ sinh, hộ tịch, hộ tống, hộ trợ,
hộ cận, hộ mới, hộ lập, hộ lớn, hộ chính, hộ giàu, hộ khá, hộ đói, hộ thiếu, hộ nào, hộ khác, hộ
này, hộ đó, hộ được, hộ có, hộ không, hộ bị, hộ đã, hộ đang, hộ phải, hộ tái, hộ hưởng, hộ
trồng, hộ nuôi, hộ nông, nhà nước, nhà ở, nhà cửa, nhà máy, nhà trường, nhà dân, nhà đất, nhà
thầu, nhà thờ, nhà văn, nhà xe, nhà bếp, nhà hàng, nhà mới, nhà cũ, nhà riêng, nhà tang, nhà tù,
nhà sàn, nhà họp, nhà rông, nhà kho, nhà đầu, nhà nghỉ, nhà thuốc, nhà vườn, nhà vệ, nhà xưởng,
nhà giáo, nhà báo, nhà sư, nhà trẻ, nhà tôi, nhà thơ, vợ con, vợ chồng, vợ cả, vợ lẽ, vợ hai,
chồng con, chồng chéo, chồng lấn, chồng cũ, chồng lên, chồng sau, thầy giáo, thầy thuốc, thầy
trò, thầy cúng, thầy mo, thầy cô, đồng bào, đồng bộ, đồng chí, đồng đều, đồng hồ, đồng loạt,
đồng quản, đồng ruộng, đồng thời, đồng tình, đồng tiền, đồng ý, đồng đội, đồng áng, đồng bằng,
đồng nghĩa, hội đồng, hợp đồng, cộng đồng, cánh đồng, trung tâm, trung ương, trung thực, trung
cấp, trung đội, trung gian, trung học, trung lập, trung niên, trung tá, trung úy, trung thành,
trung hiếu, trung kiên, trung hậu, tập trung, thành công, thành lập, thành phần, thành phố,
thành tích, thành viên, hình thành, hoàn thành, thành thật, thành tựu, thành thạo, thành kính,
thành ý, thành tâm, thành danh, thành đạt, thành niên, thành quả, quang cảnh, quang vinh, quang
minh, quang đãng, vinh quang, phát quang, quang học, quang phổ, mạnh mẽ, mạnh dạn, mạnh khỏe,
mạnh thường, sức mạnh, thế giới, thế hệ, thế chấp, thế nào, thế mạnh, thế lực, thay thế, như
thế, vì thế, thế này, thế kia, tập thể, thực thể, đình chỉ, đình công, đình trệ, xuân thu, mùa
xuân, đầu xuân, xuân này, xuân mới, việt nam, nam nữ, nam giới, phía nam, miền nam, hữu nghị,
hữu ích, hữu hiệu, hữu hạn, hữu quan, sở hữu, trí tuệ, trí thức, trí nhớ, trí tưởng, trí lực,
duy nhất, duy trì, duy tu, tư duy, phúc lợi, phúc đáp, phúc tra, phúc khảo, hạnh phúc, phúc đức,
phú quý, quý vị, quý khách, quý báu, quý hiếm, quý giá, quý trọng, quý mến, quý một, quý hai,
quý ba, quý bốn, phương án, phương diện, phương hướng, phương pháp, phương thức, phương tiện,
địa phương, phương ngôn, trọng điểm, trọng lượng, trọng tâm, trọng tài, trọng thương, trọng yếu,
nghiêm trọng, tôn trọng, trọng đại, nghĩa trang, nghĩa vụ, ý nghĩa, nghĩa tình, tình nghĩa, định
nghĩa, nghĩa địa, nghĩa là, hiếu thảo, hiếu kính, hiếu học, hiếu hỉ, hiệu quả, hiệu lực, hiệu
trưởng, thủ tục, thủ trưởng, thủ công, thủ đoạn, thủ đô, thủ quỹ, thủ tướng, thủ tiêu, tố cáo,
tố giác, tố tụng, tố khổ, yếu tố, nhân tố, lý do, lý lịch, lý luận, lý thuyết, lý trưởng, xử lý,
quản lý, pháp lý, đại lý, hợp lý, lễ hội, hội nghị, hội họp, lê lợi, lê lết, đo lường, đo đạc,
đo vẽ, lo lắng, lo liệu, lo toan, hà nội, hà tiện, hồ sơ, hồ ao, hồ tiêu, bờ hồ, mai sau, ngày
mai, mai táng, ban mai, hoa mai, lan can, lan truyền, lan man, lan tỏa, lan rộng, lâm nghiệp,
lâm sản, lâm sinh, lâm trường, kiểm lâm, lâm tặc, lâm thời, nông lâm, lâm bệnh, giang hồ, tuyên
dương, biểu dương, thái dương, đại dương, dương tính, long trọng, hạ long, nông dân, nông
nghiệp, nông sản, nông thôn, nông trường, nông hộ, tôn tạo, tôn giáo, mái tôn, lợp tôn, tôn
vinh, vũ khí, vũ lực, khiêu vũ, vũ trang, đinh ninh, bùi ngùi, cao điểm, cao cấp, nâng cao, cao
tuổi, cao su, cao nhất, cao hơn, đề cao, thái độ, kiều bào, kiều hối, kim chỉ, vi phạm, vi bằng,
phạm vi, phạm tội, phạm pháp, phạm nhân, quy phạm, sai phạm, đoàn kết, đoàn thể, đoàn viên, đoàn
kiểm, đoàn xe, vương vãi, vương vấn, trương mục, chủ trương, khẩn trương, phô trương, bàn bạc,
bàn giao, bàn ghế, bàn tay, địa bàn, bàn thảo, họp bàn, cầm cố, cầm đồ, cầm đầu, mùa màng, mùa
mưa, mùa vụ, mùa khô, vụ mùa, vàng bạc, bạc màu, tiền bạc, lò xo, lò gạch, lò vôi, lò sấy, lò
đốt, lù mù, sùng bái, lường trước, khó lường, sầm uất, tòng phạm, tống tiền, tống đạt, điêu
luyện, quàng xiên, lầu son, nhà lầu, thắng lợi, thắng cảnh, chiến thắng, thắng cuộc, thắng kiện,
thuận lợi, thuận tiện, thỏa thuận, chấp thuận, đồng thuận, thuận tình, lợi dụng, lợi ích, lợi
nhuận, lợi thế, quyền lợi, thủy lợi, thuỷ lợi, vụ lợi, tư lợi, trục lợi, tiện lợi, sinh lợi, nam
tính, huy động, chỉ huy, phát huy, huy chương, huy hiệu, khánh thành, khánh kiệt, dũng cảm, tuấn
tú, tuấn mã, kiên cố, kiên quyết, kiên trì, kiên nhẫn, cường độ, tăng cường, cường quốc, cường
điệu, vinh dự, quyết định, quyết liệt, quyết toán, giải quyết, nghị quyết, phán quyết, quyết
tâm, toàn bộ, toàn dân, toàn quốc, toàn thể, toàn diện, hoàn toàn, bảo toàn, ổn định, xác định,
nhất định, quy định, chỉ định, cố định, định kỳ, định mức, định hướng, định cư, nhất là, nhất
trí, thống nhất, thứ nhất, tốt nhất, sáng kiến, ý kiến, sáng suốt, sáng nay, buổi sáng, ánh
sáng, sáng lập, tài sản, tài chính, tài liệu, tài khoản, tài trợ, tài xế, nhân tài, tài nguyên,
nguyên nhân, nguyên tắc, nguyên trạng, nguyên liệu, nguyên giá, nguyên đơn, nguyên vẹn, nguyên
quán, tình nguyện, nguyện vọng, lực lượng, số lượng, chất lượng, lượng mưa, sản lượng, khối
lượng, hiền lành, hiền từ, ánh đèn, hiếm muộn, hằng năm, hằng ngày, trang trại, trang thiết,
trang bị, trang trải, khang trang, trang nghiêm, vân vân, hân hạnh, hân hoan, thảo luận, soạn
thảo, dự thảo, hội thảo, thảo dược, nhung nhớ, loan báo, loan tin, thơm tho, gấm vóc, lụa là,
lành lặn, lành mạnh, tốt lành, sinh sống, sinh hoạt, sinh viên, học sinh, sinh con, hy sinh,
phát sinh, dân sinh, vệ sinh, khai sinh, sinh năm, dân sự, dân số, dân tộc, dân cư, dân chủ,
nhân dân, người dân, dân quân, dân vận, dân trí, dân làng, phong trào, phong tục, phong cảnh,
phong phú, phong tỏa, niêm phong, biên phong, tiên phong, linh hoạt, linh thiêng, linh tinh, tâm
linh, tú tài, tùng bách, vui vẻ, vui mừng, chiến tranh, chiến sĩ, chiến đấu, chung thủy, chung
cư, chung quanh, chung tay, dùng chung, thư ký, thư viện, thư mời, lá thư, bí thư, đại biểu, đại
diện, đại hội, đại học, đại tá, vĩ đại, phóng đại, đại khái, hiện đại, đại đội, mới đây, đổi
mới, thường xuyên, thường trực, thường vụ, thường trú, bồi thường, thông thường, xem thường, sử
dụng, lịch sử, sử liệu, tiểu sử, pháo hoa, sơ sài, chứng cứ, căn cứ, cứ liệu, dù sao, tại sao,
sao chép, sao lưu, bản sao, ngôi sao, vì sao, chia chác, chia sẻ, phân chia, chờ đợi, giống
nhau, lềnh bềnh, sung túc, bổ sung, sung công, chống đối, phòng chống, chống hạn, xá tội, phố
xá, trạm xá, xá xíu, thi công, thi đua, thi hành, thi cử, y tế, y tá, y sĩ, y sỹ, y bác, y án, y
nguyên, y học, y dược, ngành y, ký túc, xì xào, sì sụp, phà sông, bến phà, gió mùa
"""
# Words that follow "ông", "bà" or "con" every day and are given names too ("Giàng A Của").
_FUNCTION_WORDS = """
của có là và thì mà đã đang sẽ không cho với ở tại về vì nên nói đi đến được bị làm này đó ấy kia ra
vào lên xuống bảo kể hỏi xin chờ mua bán mới cũ cùng còn cũng vẫn rất do từ theo khi nếu để như trên
dưới trong ngoài trước sau nào gì ai đây thấy biết nhận gửi trả lấy đưa bỏ mất sinh sống chết ký
viết đọc vay nợ đòi mời nhờ giúp phải muốn định tự lại cứ mỗi các những một hai ba bốn năm sáu bảy
"""


def _compounds() -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    accented: set[tuple[str, str]] = set()
    plain: set[tuple[str, str]] = set()
    for phrase in _COMPOUNDS.split(","):
        words = phrase.split()
        if words:
            first, second = words
            accented.add((accented_form(first), accented_form(second)))
            plain.add((guard_fold(first), guard_fold(second)))
    return frozenset(accented), frozenset(plain)


FUNCTION_WORDS = frozenset(map(accented_form, _FUNCTION_WORDS.split()))
ACCENTED_COMPOUNDS, PLAIN_COMPOUNDS = _compounds()
