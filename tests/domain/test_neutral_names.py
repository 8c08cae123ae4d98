"""Names of papers on citizens' copies: no word for the kind remains, all others do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.neutral_names import neutral_paper_name
from reception.domain.text import fold

WORDS = ("tố cáo", "khiếu nại", "kiến nghị", "phản ánh", "khiếu tố", "tố giác", "bị tố cáo")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Đơn tố cáo", "Đơn"),
        ("Đơn khiếu nại", "Đơn"),
        ("Đơn kiến nghị, phản ánh", "Đơn"),
        ("ĐƠN TỐ CÁO ngày 12/3", "ĐƠN ngày 12/3"),
        ("Danh sách người bị tố cáo", "Danh sách"),
        ("Don to cao viet tay", "Don viet tay"),
        ("Đơn tố-cáo", "Đơn"),
        ("don_to_cao", "don"),
        ("Đơn t.cáo", "Đơn"),
        ("Đ.TC", "Đơn"),
        ("ĐTC", "Đơn"),
        ("Đơn KNTC", "Đơn"),
        ("Đơn TC-0012", "Đơn"),
        ("KN-TC năm 2025", "năm 2025"),
        ("Đơn (tố cáo)", "Đơn"),
        ("Đơn tố ông chủ tịch xã", "Đơn ông chủ tịch xã"),
        ("Đơn tố\u200b cáo", "Đơn"),
        ("Đơn ＴＣ", "Đơn"),
        ("Tố cáo", "Giấy tờ"),
        ("", "Giấy tờ"),
        ("Bản đồ", "Bản đồ"),
        ("Báo cáo tài chính", "Báo cáo tài chính"),
        ("Đơn của tổ dân phố số 3", "Đơn của tổ dân phố số 3"),
        ("Đơn t/c", "Đơn"),
        ("đơn K/N", "Đơn"),
        ("Đơn tố (cáo)", "Đơn"),
        ("Đơn 'tố' cáo", "Đơn"),
        ("Bản tường trình tố", "Bản tường trình"),
        ("Đơn kêu oan", "Đơn"),
        ("Điều kiện vay vốn", "Điều kiện vay vốn"),
        ("Toos caos", "Giấy tờ"),
        ("DDown toos caos viết tay", "đơn viết tay"),
        ("To61 ca1o", "Giấy tờ"),
        ("Khieeus naij laanf 2", "Giấy tờ"),
        ("đơn t0 ca0", "đơn"),
        ("Đơn vạch trần", "Đơn"),
        ("Đơn kêu cứu", "Đơn"),
        ("Đơn thưa", "Đơn"),
        ("Đơn thưa kiện", "Đơn"),
        ("Đơn đề nghị", "Đơn"),
        ("Đơn phản ánh tiêu cực", "Đơn"),
        ("Đơn tố giác tội phạm", "Đơn"),
        ("Giấy hẹn 45/KL-TTr", "Giấy hẹn"),
        ("Ghi âm vụ nhận hối lộ", "Ghi âm"),
        ("Thông báo không thụ lý", "Thông báo"),
        ("Thông báo tin dự án", "Thông báo tin dự án"),
        ("Biên bản họp thôn", "Biên bản họp thôn"),
        ("Giấy chứng nhận quyền sử dụng đất", "Giấy chứng nhận quyền sử dụng đất"),
        ("Phương án bồi thường", "Phương án bồi thường"),
        ("Biên bản tố tụng", "Biên bản tố tụng"),
        ("Quyết định thu hồi đất", "Quyết định thu hồi đất"),
    ],
)
def test_words_for_the_kind_are_left_out(name: str, shown: str) -> None:
    assert neutral_paper_name(name) == shown


# Papers as the procedure of each kind names them, and what a citizen's copy shows.
PROCEDURES = {
    "complaint": {
        "Đơn khiếu nại lần hai": "Đơn",
        "Quyết định giải quyết khiếu nại lần đầu": "Quyết định",
        "Quyết định giải quyết khiếu nại (lần 2)": "Quyết định",
        "Thông báo thụ lý giải quyết khiếu nại": "Thông báo",
        "Biên bản đối thoại": "Biên bản",
        "Giấy uỷ quyền khiếu nại": "Giấy",
        "Giấy ủy quyền": "Giấy",
        "Đơn xin rút khiếu nại": "Đơn xin",
        "Bằng chứng kèm theo": "kèm theo",
    },
    "denunciation": {
        "Đơn tố cáo hành vi tham nhũng": "Đơn",
        "Kết luận nội dung tố cáo": "Giấy tờ",
        "Quyết định thụ lý tố cáo": "Quyết định",
        "Thông báo kết quả giải quyết tố cáo": "Thông báo kết quả",
        "Báo cáo xác minh nội dung tố cáo": "Báo cáo nội dung",
        "Đơn yêu cầu bảo vệ người tố cáo": "Đơn",
        "Đơn đề nghị áp dụng biện pháp bảo vệ": "Đơn",
        "Đơn xin giữ bí mật danh tính": "Đơn",
        "Đơn nặc danh": "Đơn",
        "Văn bản rút tố cáo": "Văn bản",
        "Chứng cứ chiếm đoạt tiền hỗ trợ": "tiền hỗ trợ",
    },
}


@pytest.mark.parametrize(
    ("name", "shown"), [case for names in PROCEDURES.values() for case in names.items()]
)
def test_words_of_a_procedure_of_one_kind_are_left_out(name: str, shown: str) -> None:
    assert neutral_paper_name(name) == shown
    assert fold(neutral_paper_name(fold(name))) == fold(shown)


@pytest.mark.parametrize(
    "name",
    [
        "Biên bản vi phạm hành chính",
        "Kết luận thanh tra",
        "Sơ đồ thửa đất",
        "Giấy chứng nhận quyền sử dụng đất",
        "Hoá đơn tiền điện",
        "Danh sách hộ nghèo",
        "Hợp đồng bảo hiểm",
    ],
)
def test_other_names_stay_as_they_are(name: str) -> None:
    assert neutral_paper_name(name) == name


@given(
    st.lists(st.sampled_from((*WORDS, "Đơn", "tố", "cáo", "TC", "KN", "(", ")", "-")), max_size=7)
)
def test_no_word_for_a_kind_is_made_by_leaving_others_out(parts: list[str]) -> None:
    shown = neutral_paper_name(" ".join(parts))
    assert neutral_paper_name(shown) == shown
    assert not any(fold(word) in fold(shown) for word in WORDS)
