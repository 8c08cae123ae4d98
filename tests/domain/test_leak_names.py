"""A person's name is found in every habit of writing it, and nobody else's name is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.leak_guard import LeakGuard, find_leaks
from reception.domain.leak_hits import LeakedPart
from reception.domain.leak_names import PersonName
from reception.domain.leak_tokens import TokenizedText
from reception.domain.reporter import Identity

THU = "Nguyễn Văn Thử"
GIANG = "Đỗ Thị Hương Giang"


def words_found(text: str, name: str, *respondents: str) -> list[str]:
    hits = find_leaks(text, Identity(name=name), respondents)
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ksor Y Hlơi", "K.Y.Hlơi"),
        ("Ksor Y Hlơi", "k.y.hlơi"),
        ("Tẩn A Vần", "T.A.Vần"),
        ("Nhóm Lương Văn Páo", "Páo (Lương Văn"),
        (THU, "Nguyễn Văn Thử"),
        (THU, "nguyen van thu"),
        (THU, "NGUYỄN VĂN THỬ"),
        (THU, "Văn Thử"),
        (THU, "Nguyễn Thử"),
        (THU, "Thử Nguyễn Văn"),
        (THU, "Nguyễn\nVăn Thử"),
        (THU, "Nguyễn Văn\nThử"),
        (THU, "Nguyễn-Văn-Thử"),
        (THU, "Ng. Văn Thử"),
        (THU, "Ng.V.Thử"),
        (THU, "NV Thử"),
        (THU, "N.V.Thử"),
        (THU, "N.V. Thử"),
        (THU, "N. V. Thử"),
        (THU, "Nguyễn V. Thử"),
        (THU, "Thử N.V."),
        (THU, "ông Thử"),
        (THU, "ÔNG THỬ"),
        (THU, "ông thử"),
        (THU, "ong thu"),
        (THU, "ông Thữ"),  # hỏi and ngã
        (THU, "Ô. Thử"),
        (THU, "Ô Thử"),
        (THU, "đ/c Thử"),
        (THU, "thím Thử"),
        (THU, "mợ Thử"),
        (THU, "dượng Thử"),
        (THU, "ông: Thử"),
        (THU, "ÔngThử"),
        (THU, "VănThử"),
        (THU, "thunv68"),
        (THU, "anh Hai Thử"),
        (THU, "ông giáo Thử"),
        (THU, "người tên là Thử"),
        (THU, "ông\nThử"),
        (THU, "Ｎｇｕｙễｎ Ｖăｎ Ｔｈử"),
        (THU, "Ng\u200buyễn V\u00adăn T\u200dhử"),
        (THU, "Nguуễn Văn Тhử"),  # Cyrillic у and Т
        (GIANG, "Đỗ Giang"),
        (GIANG, "Ðỗ Giang"),  # eth
        (GIANG, "Hương Giang"),
        (GIANG, "Đỗ Hương Giang"),
        (GIANG, "ĐTH Giang"),
        (GIANG, "Đ.T.H. Giang"),
        (GIANG, "Đỗ T. H. Giang"),
        (GIANG, "Giang Đỗ"),
        ("Đặng Văn Đô", "Ông Ðặng Văn Ðô"),
        ("Ðặng Văn Ðô", "Đặng Văn Đô"),
        ("Lý A Páo", "Lí A Páo"),
        ("Lý A Páo", "A Páo"),
        ("Quỳ Thị Quý", "Quì Thị Quí"),
        ("Vàng Thị Kỹ", "bà Kĩ"),
        ("Hồ A Hoà", "ông Hòa"),
        ("H'Bia Niê", "bà H'Bia"),
        ("H'Bia Niê", "H’Bia"),
        ("H'Bia Niê", "HʼBia"),
        ("H'Bia Niê", "bà HBia"),
        ("HBia Niê", "bà H'Bia"),
        ("Y Bhŏk Êban", "anh YBhŏk"),
        ("K'Brìn", "ông KBrin"),
        ("Sìn Văn Hính", "ông Xìn Văn Hính"),
        ("Giàng A Chứ", "Dàng Chứ"),
        ("Trịnh Quế Phú", "Chịnh Quế Phú"),
        ("KÊ THỊ Ả NHUNG", "ke a nhung"),
        ("Rơ Mah H'Blêch", "Bà Rơ Mah Blêch"),
        ("Cil Múp Ka Hem", "Cil Múp Hem"),
        ("Lò Ơn", "LòƠn"),
        ("nguyễn văn thử và lò thị mẫu", "Bà Mẫu"),
        ("nguyễn văn thử, lò thị mẫu", "Lò Mẫu"),
        ("nguyen van thu, lo thi mau", "bà Mẫu"),
        ("Y Bhŏk Êban", "ông Y Bhŏk"),
        ("Y Bhŏk Êban", "ông Bhok"),
        ("Giàng A Sử", "A Sử"),
        ("Lỳ Xì Xá", "Xì Xá"),
        ("Phàn Lở Mẩy", "Lở Mẩy"),
        ("Ng. Văn Thử", "Nguyễn Văn Thử"),
        ("NGUYỄN VĂN THỬ", "ông Thử"),
        ("nguyễn văn thử", "Văn Thử"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, written: str) -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, f"Chiều qua {written} tố cáo việc chi sai.")
        found = " ".join(words_found(text, name))
        assert unicodedata.normalize(form, written.rsplit(maxsplit=1)[-1].strip(".,")) in found


@pytest.mark.parametrize("title", ["hộ", "gia đình", "vợ chồng", "trưởng bản", "anh trai", "con"])
def test_a_relation_before_a_name_stays_in_the_text(title: str) -> None:
    assert words_found(f"Chiều qua {title} Thử tố cáo.", THU) == ["Thử"]


@pytest.mark.parametrize(
    "post",
    [
        "Nguyên Hiệu trưởng",
        "Nguyên Chủ tịch UBND xã",
        "Nguyên Phó Chủ tịch",
        "Nguyên Bí thư",
        "Cựu Chủ tịch xã",
        "Nguyên Trưởng công an xã",
        "Nguyên Chủ nhiệm Hợp tác xã",
        "Đại biểu HĐND xã",
        "Nguyên đại biểu HĐND",
        "Người có uy tín",
    ],
)
@pytest.mark.parametrize("name", ["Lò Then", "Hoàng Mấng", "Hủng Thị Xìn", "K'Tơi", "Pi Năng Mơ"])
def test_no_post_before_a_name_in_the_field_hides_it(post: str, name: str) -> None:
    found = words_found(f"Hôm qua {name} tố cáo việc chi sai.", f"{post} {name}")
    assert name in " ".join(found)
    clean = "Chủ tịch UBND xã trả lời đại biểu HĐND xã, hiệu trưởng họp, công an xã lập biên bản."
    assert words_found(clean, f"{post} {name}") == []


@pytest.mark.parametrize(
    "field",
    [
        f"Ông {THU}",
        f"Cụ {THU}, bản Nà",
        f"{THU} (trưởng bản)",
        f"{THU} - bản Nà",
        f"{THU}, Lò Thị Mẫu",
        f"{THU} (và 3 người)",
        f"1. {THU} 2. Lò Thị Mẫu",
        f"{THU} và Lò Thị Mẫu",
        f"{THU}/Lò Thị Mẫu",
        f"Lò Thị Mẫu (ủy quyền cho {THU})",
    ],
)
def test_the_name_field_is_read_for_everybody_it_can_mean(field: str) -> None:
    assert words_found(f"{THU} tố cáo việc chi sai. Rồi ông Thử về.", field) == [THU, "ông Thử"]
    if "Mẫu" in field:
        assert words_found("Hôm qua bà Mẫu kể.", field) == ["bà Mẫu"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (THU, "Trần Văn Thử nhận tiền"),
        (THU, "Nguyễn Văn Thắng nhận tiền"),
        (THU, "ông Trần Văn Thử nhận tiền"),
        (THU, "Nguyễn Thị Thử nhận tiền"),
        (THU, "Thử việc ba tháng, chạy thử máy"),
        (THU, "văn thư của ông thư ký"),
        ("Trần Thị Thu", "Việc thu hồi đất ở đô thị thu hồi chậm, doanh thu thấp"),
        ("Trần Thị Thu", "Hôm đó bà Thu Hà, bà Lê Thu Hà nói"),
        ("Nguyễn Thị Thu Hiền", "Nguyễn Thị Hiền nhận tiền"),
        ("Nguyễn Công An", "Công an xã và CÔNG AN TỈNH; anh em an ninh"),
        ("Lê Văn Bình", "Hộ bình thường, gia đình bình xét, ở Quảng Bình"),
        ("Phạm Thị Hương", "Quê hương, hương ước bản, con hương khói"),
        ("Vũ Mạnh Hùng", "Bà mẹ Việt Nam anh hùng, anh Hưng, Lê Mạnh Hùng"),
        ("Lê Minh Trí", "Bố trí kinh phí, BỐ TRÍ CÁN BỘ"),
        ("Hà Thị Mai", "Hôm đó bà Mai Thị Xuân ở Mai Châu"),
        ("Hoàng Thị Hà", "Hôm đó ông Hà Văn Tiến ra Hà Nội"),
        ("Vàng A Sử", "Điểm a sử dụng đất; ông Giàng A Sử"),
        ("Lê Thị Hội", "Dự lễ hội, hội nghị"),
        ("Lê Hội", "Dự lễ hội, hội nghị"),
        ("Giàng A Của", "Đất của hộ của ông, con của bà"),
        ("Lò Thị Có", "Bà có đơn, hộ có đất, con có học"),
        ("Tẩn Thị Y", "Cán bộ y tế, bà y tá"),
        ("Hạnh", "Độc lập - Tự do - Hạnh phúc"),
        ("Trần Việt Nam", "nước Việt Nam"),
        ("Lò Văn Tiến", "Xã có tiền, chi tiền, cơ tiến, cô tiến hành"),
        ("Vàng Thị Sai", "Tố cáo việc chi sai tiền hỗ trợ"),
        ("Vừ Chú Lềnh", "công chức Vừ Thị Mai, anh Hạng Lềnh Páo"),
        ("Sìn Thị Mơi", "Đinh Thị Mơi nhận tiền"),
        ("Giàng A Chứ", "ông Đinh A Chứ nhận tiền"),
        ("Lò Văn Đức (hộ nghèo)", "Xét hộ nghèo năm nay"),
        ("LÒ VĂN ĐỨC (NGƯỜI CAO TUỔI)", "Trợ cấp người cao tuổi"),
    ],
)
def test_everyday_words_and_other_people_are_no_hit(name: str, text: str) -> None:
    assert words_found(text, name) == []


def test_the_whole_name_of_the_respondent_is_no_hit() -> None:
    name, respondent = "Nguyễn Văn Thử", "Ông Khà Văn Thử"
    text = "Việc của Khoàng Y Văn Thử. Ông Khà Văn Thử nhận tiền."
    assert words_found("Rồi Xyz Văn Thử nhận tiền.", name) == ["Văn Thử"]
    assert words_found("Rồi Xyz Văn Thử nhận tiền.", name, "Xyz Văn Thử") == []
    assert words_found(text, name, respondent)[-1:] != ["Văn Thử"]


@pytest.mark.parametrize(
    "respondent", [THU, f"theo lời {THU}", "ông Thử", "Văn Thử", f"{THU}, Trần Văn Bé"]
)
def test_a_respondents_field_with_the_reporters_name_exempts_nothing(respondent: str) -> None:
    assert words_found("Ông Thử và Văn Thử nhận tiền.", THU, respondent) == ["Ông Thử", "Văn Thử"]
    assert words_found(respondent, THU, respondent) != []


def test_relatives_and_persons_in_notes_are_found() -> None:
    person = Identity(
        name=THU,
        companions=("Bà Lò Thị Mẫu (vợ)",),
        contact_wish="chỉ gọi con trai Nguyễn Văn Bé, không gửi qua xã",
        note="Có mặt cùng em gái là Nguyễn Thị Lụa",
        phone="0912345678 (chị Xoan)",
    )
    text = "Anh Bé chở bà Mẫu, cô Lụa và chị Xoan đến."
    hits = find_leaks(text, person)
    assert [text[hit.start : hit.end] for hit in hits] == ["Anh Bé", "bà Mẫu", "cô Lụa", "chị Xoan"]
    assert {hit.part for hit in hits} == {LeakedPart.RELATED}


@pytest.mark.parametrize("before", ["PGS.TS", "NGƯT", "Ama", "Mế", "Pú", "Nguyễn"])
@pytest.mark.parametrize("text", ["nguyen van thu to cao viec chi sai", "NGUYEN VAN THU TO CAO"])
def test_a_word_before_the_name_that_no_list_has_hides_nothing(before: str, text: str) -> None:
    """Without accents "van thu" could be "văn thư" and "do thi" "đô thị"."""
    hits = find_leaks(text, Identity(name=f"{before} {THU}"))
    assert text[hits[0].start : hits[0].end].casefold() == "nguyen van thu"


@given(st.text(max_size=120), st.text(max_size=120))
def test_no_text_and_no_name_make_the_guard_fail(name: str, text: str) -> None:
    guard = LeakGuard(Identity(name=name, companions=(text[:30],), note=name))
    for hit in guard.find(text):
        assert 0 <= hit.start < hit.end <= len(text)


def test_nothing_of_a_name_is_printed() -> None:
    shown = f"{PersonName(THU)!r} {TokenizedText(THU)!r} {LeakGuard(Identity(name=THU))!r}"
    assert "Thử" not in shown
    assert "thu" not in shown
