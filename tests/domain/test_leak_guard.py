"""The leak guard finds the reporter however the text writes the name, and nothing before it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.leak_guard import LeakGuard, find_leaks
from reception.domain.leak_hits import LeakedPart, joined_hits, replace_hits, replacement_for
from reception.domain.reporter import Address, Identity, IdentityPaper, PaperKind, Representation
from reception.domain.text import fold

PERSON = Identity(
    name="Lò Thị Đào",
    paper=IdentityPaper(PaperKind.NUMBER, "012168000123"),
    address=Address("Bản Nà Khiết", "Số 7 đường Hoa Ban", "Xã Tân Uyên", "Lai Châu"),
    phone="0912 345 678",
    workplace="Trường mầm non Hoa Mận",
    companions=("Vàng A Páo",),
    representation=Representation(principal="Tẩn Mẩy Xuân"),
)
TEXT = "đề nghị xem xét việc thu hồi thửa đất làm nhà họp theo quyết định năm ngoái"
FILLER = TEXT.split()
WRITINGS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    fold,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFD", text.upper()),
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace(" ", "\n"),
    lambda text: text.replace(" ", "-"),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: f"({text}),",
)
around = st.lists(st.sampled_from(FILLER), max_size=8).map(" ".join)
writing = st.sampled_from(WRITINGS)


def found(text: str, person: Identity = PERSON) -> list[tuple[str, LeakedPart]]:
    return [(text[hit.start : hit.end], hit.part) for hit in find_leaks(text, person)]


@given(around, around, writing, st.permutations(PERSON.name.split()))
def test_the_name_is_found_in_any_writing_and_any_order(before, after, write, order):
    planted = write(" ".join(order))
    text = f"{before} {planted} {after}"
    hits = find_leaks(text, PERSON)
    assert len(hits) == 1
    shown = text[hits[0].start : hits[0].end]
    assert sorted(fold(shown).replace("-", " ").split()) == ["dao", "lo", "thi"]
    assert hits[0].part is LeakedPart.NAME


@given(
    around,
    around,
    writing,
    st.sampled_from(
        [
            ("Bản Nà Khiết", LeakedPart.HAMLET),
            ("nà khiết", LeakedPart.HAMLET),
            ("số 7 đường Hoa Ban", LeakedPart.STREET),
            ("trường mầm non hoa mận", LeakedPart.WORKPLACE),
            ("Vàng A Páo", LeakedPart.RELATED),
            ("bà Xuân", LeakedPart.RELATED),
            ("chị Đào", LeakedPart.NAME),
            ("ông Thị Đào", LeakedPart.NAME),
        ]
    ),
)
def test_every_other_part_is_found_in_any_writing(before, after, write, planted):
    words, part = planted
    assert [where for _, where in found(f"{before} {write(words)} {after}")] == [part]


@pytest.mark.parametrize(
    "written",
    ["012168000123", "012 168 000 123", "012.168.000.123", "0121-6800-0123", "012168\n000123"],
)
def test_the_number_is_found_however_it_is_grouped(written):
    assert found(f"Số căn cước {written}, cấp năm 2021") == [(written, LeakedPart.NUMBER)]


@pytest.mark.parametrize(
    "written",
    [
        "0912345678",
        "912345678",
        "0912.345.678",
        "+84912345678",
        "+84 912 345 678",
        "+84 (0) 912 345 678",
        "0084912345678",
        "0912-345-678",
        "(0912) 345 678",
        "0912/345/678",
    ],
)
@pytest.mark.parametrize("kept", ["0912 345 678", "+84912345678", "0912345678"])
def test_the_phone_is_found_with_and_without_the_country(written, kept):

    hits = found(f"gọi số {written} buổi tối", replace(PERSON, phone=kept))
    assert len(hits) == 1
    assert hits[0][1] is LeakedPart.PHONE
    assert "345" in hits[0][0]


def test_a_name_run_together_is_found():
    assert found("thư gửi lothidao.2024@example.org") == [("lothidao", LeakedPart.NAME)]
    assert found("tệp LoThiDao1.pdf") == [("LoThiDao1", LeakedPart.NAME)]


def test_the_commune_counts_only_beside_another_hit():
    assert found("đường qua xã Tân Uyên") == []
    assert found("chị Đào ở xã Tân Uyên") == [
        ("chị Đào", LeakedPart.NAME),
        ("Tân Uyên", LeakedPart.COMMUNE),
    ]


@given(st.lists(st.sampled_from(FILLER), max_size=40).map(" ".join), writing)
def test_a_text_about_the_matter_alone_has_no_hit(text, write):
    assert find_leaks(write(text), PERSON) == ()


@pytest.mark.parametrize("text", ["", " ", "hoa đào nở", "Đào ao thả cá", "số 900124", "678"])
def test_common_words_and_other_numbers_are_no_hit(text):
    assert find_leaks(text, PERSON) == ()


@given(
    st.lists(
        st.one_of(
            st.sampled_from(FILLER),
            st.sampled_from(["Lò Thị Đào", "chị Đào", "012168000123", "Nà Khiết", "xã Tân Uyên"]),
        ),
        max_size=20,
    ).map(" ".join),
    writing,
)
def test_replacing_leaves_no_hit_and_keeps_the_rest(text, write):
    written = write(text)
    hits = find_leaks(written, PERSON)
    mended = replace_hits(written, hits, "[người tố cáo]")
    assert find_leaks(mended, PERSON) == ()
    labels = [replacement_for(hit, "[người tố cáo]") for hit in hits]
    assert mended.count("[người tố cáo]") + mended.count("[số]") == len(hits)
    kept = sum(hit.end - hit.start for hit in hits)
    assert len(mended) == len(written) - kept + sum(map(len, labels))


@given(st.text(max_size=300))
def test_any_text_gives_ordered_hits_inside_it(text):
    hits = find_leaks(text + " Lò Thị Đào " + text, PERSON)
    assert hits
    ends = [0, *[hit.end for hit in hits]]
    assert all(end <= hit.start < hit.end for end, hit in zip(ends, hits, strict=False))
    assert hits[-1].end <= 2 * len(text) + len(" Lò Thị Đào ")


@given(st.text(max_size=200))
def test_an_identity_without_facts_finds_nothing(text):
    assert find_leaks(text, Identity()) == ()


def test_a_long_text_is_read_to_its_end():
    text = "thửa đất " * 20_000 + "Lò Thị Đào"
    assert [hit.start for hit in find_leaks(text, PERSON)] == [180_000]


def test_a_name_of_one_short_word_needs_a_title():
    short = Identity(name="Tú")
    assert found("tu sửa nhà", short) == []
    assert found("anh Tú sửa nhà", short) == [("anh Tú", LeakedPart.NAME)]


def test_the_type_of_a_hit_names_no_one():
    (hit,) = find_leaks("Lò Thị Đào", PERSON)
    assert "Lò" not in repr(hit)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Lò Văn Tiến", "xã có tiền, chi tiền, cơ tiến, chủ tiện"),
        ("Nguyễn Thị Hoa", "vườn có hoa màu, đi hoa viên, cầu hoa"),
        ("Lò Văn Hà", "đi Hà Nội, phía bắc Hà, cầu Hà"),
        ("Lò Văn Đủ", "cũ đủ, cứ đủ, chữ đủ, bạc đủ"),
    ],
)
def test_a_word_that_only_looks_like_a_title_is_none(name, text):
    assert found(text, Identity(name=name)) == []


@pytest.mark.parametrize(
    "written", ["cô Tiến", "CÔ TIẾN", "co tien", "co Tiến", "chú tiến", "đồng chí Tiến", "tên Tiến"]
)
def test_a_title_counts_with_its_accents_or_without_any(written):
    assert found(f"hôm đó {written} đã nói", Identity(name="Lò Văn Tiến")) == [
        (written, LeakedPart.NAME)
    ]


def test_the_position_of_the_tone_mark_makes_no_difference():
    assert found("ba Hòa nói", Identity(name="Lò Thị Hoà")) == [("ba Hòa", LeakedPart.NAME)]


def test_the_card_of_a_lawyer_is_a_number_too():
    lawyer = Identity(representation=Representation(card_number="TGV 001234"))
    assert found("thẻ tgv-001234", lawyer) == [("tgv-001234", LeakedPart.NUMBER)]


people = st.tuples(
    st.sampled_from(["Lò", "Vàng", "Nguyễn", "Đỗ", "Tẩn", "Lừu", "Chìn", "Phùng", "Ly"]),
    st.sampled_from(["Thị", "Văn", "A", "Mẩy", "Thị Ngọc", "Đức", "Ú"]),
    st.sampled_from(["Đào", "Páo", "Hoà", "Xuyến", "Ơn", "Ươm", "Sử", "B", "Nghiêng"]),
).map(" ".join)
titles = st.sampled_from(["ông", "bà", "anh", "chị", "cô", "chú", "em", "cháu", "đồng chí"])


@given(people, titles, around, around, writing)
def test_whoever_it_is_is_found_by_name_and_by_title(name, title, before, after, write):
    person = Identity(name=name)
    for planted in (name, f"{title} {name.split()[-1]}"):
        text = f"{before}. {write(planted)}. {after}"
        hits = find_leaks(text, person)
        assert len(hits) == 1
        shown = text[hits[0].start : hits[0].end]
        kept = fold(shown).replace("-", " ").split()
        assert kept[-len(planted.split()) :] == fold(planted).split()
        assert find_leaks(replace_hits(text, hits, "[người tố cáo]"), person) == ()


@given(
    st.lists(
        st.sampled_from(
            [
                f"{TEXT}.",
                "Lò Thị Đào kể.",
                "Hôm đó chị Đào ở xã Tân Uyên.",
                "xã Tân Uyên.",
                "Thẻ 012168000123.",
                "",
                "BÀ ĐÀO.",
            ]
        ),
        max_size=8,
    )
)
def test_paragraphs_read_one_by_one_give_the_hits_of_the_whole_text(paragraphs):
    guard = LeakGuard(PERSON)
    offsets = [sum(len(part) + 1 for part in paragraphs[:n]) for n in range(len(paragraphs))]
    found = [guard.find_paragraph(part) for part in paragraphs]
    text = "\n".join(paragraphs)
    joined = joined_hits(zip(offsets, found, strict=True))
    assert letters_in(text, joined) == letters_in(text, guard.find(text))


def letters_in(text, hits):
    """Return the places of the letters and digits that hits cover."""
    places = {place for hit in hits for place in range(hit.start, hit.end)}
    return {place for place in places if text[place].isalnum()}


def test_words_that_many_share_count_only_beside_another_hit():
    person = replace(PERSON, occupation="Giáo viên", birth_year=1968)
    assert found("giáo viên sinh năm 1968 ở xã Tân Uyên", person) == []
    parts = {part for _, part in found("chị Đào, giáo viên, sinh năm 1968", person)}
    assert parts == {LeakedPart.NAME, LeakedPart.OCCUPATION, LeakedPart.BIRTH}
