"""Sổ tiếp công dân (Mẫu 03/TCD): thirteen columns, pseudonyms only, pages counted."""

from __future__ import annotations

import sys
from dataclasses import fields, replace
from datetime import date

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Pseudonym
from reception.printing.forms.register_book import (
    BookHeader,
    BookPetition,
    BookRow,
    render_register_book,
)
from tests.printing import sample_papers
from tests.printing.pdf_text import fonts, reader, size, squeezed, words
from tests.printing.sample_figures import BOOK, row

HEADS = (
    "STT",
    "Ngày tiếp",
    "Họ tên, địa chỉ",
    "CCCD/ CMND/ Hộ chiếu",
    "Nội dung đơn",
    "Loại đơn",
    "Số người cùng nội dung",
    "Cơ quan đã giải quyết",
    "Thuộc thẩm quyền (x)",
    "Hướng dẫn công dân đến cơ quan có thẩm quyền",
    "Cơ quan, đơn vị thụ lý",
    "Theo dõi kết quả giải quyết",
    "Ghi chú",
)
NOTE = "Cột 3 và 4 ghi mã; trang danh tính của người đến thường in riêng, có số, khi được phép."


def test_no_field_of_a_row_or_the_book_can_hold_an_identity():
    parts = (*fields(BookRow), *fields(BookPetition), *fields(BookHeader))
    held = {str(part.type) for part in parts}
    assert held == {
        "int",
        "date",
        "Pseudonym",
        "str",
        "bool",
        "OfficeHeading",
        "tuple[date, date]",
        "tuple[BookPetition, ...]",
        "PetitionKind",
    }


def test_a_page_has_the_forms_columns_their_numbers_and_the_row_in_order():
    given = row(
        619,
        content="Dừng chi trả chế độ",
        same_content=7,
        settled_by="Sở Nội vụ",
        in_own_competence=True,
        guided_to="UBND xã Nậm A",
        handled_by="Chủ tịch UBND tỉnh",
        result="Hạn 04/12",
        note="Đoàn đông người",
    )
    pdf = render_register_book(BOOK, [given])
    text = words(pdf)
    assert size(pdf) == (297, 210)
    assert " ".join(HEADS) + " " + " ".join(map(str, range(1, 14))) in text
    shown = (
        "0619 19/11 Người khiếu nại KN-0619 niêm phong Dừng chi trả chế độ Khiếu nại 7 Sở Nội vụ"
    )
    assert f"{shown} x UBND xã Nậm A Chủ tịch UBND tỉnh Hạn 04/12 Đoàn đông người {NOTE}" in text
    assert "Từ ngày 17/11/2026 đến ngày 19/11/2026" in text
    assert squeezed(text).endswith(squeezed("Số in 2026-0425 In 19/11/2026, Trần Thị B Trang 1/1"))


def test_every_petition_of_a_visit_is_numbered_inside_its_row():
    petitions = (
        BookPetition(
            PetitionKind.COMPLAINT,
            "Bồi thường thấp",
            request="Xem lại mức bồi thường",
            guided_to="UBND xã Nậm A, 64/HD",
        ),
        BookPetition(
            PetitionKind.FEEDBACK,
            "Đường sạt lở",
            settled_by="Sở Xây dựng",
            in_own_competence=True,
            handling="Từ chối, điểm h khoản 1 Điều 4: đã trả lời",
        ),
    )
    text = words(
        render_register_book(BOOK, [row(620, petitions=petitions, result="Hạn 04/12/2026")])
    )
    assert "1) Bồi thường thấp Yêu cầu, đề nghị: Xem lại mức bồi thường 2) Đường sạt lở" in text
    assert "1) Khiếu nại 2) Phản ánh 1 2) Sở Xây dựng 2) x 1) UBND xã Nậm A, 64/HD" in text
    assert "2) Từ chối, điểm h khoản 1 Điều 4: đã trả lời Hạn 04/12/2026" in text


def test_a_book_without_visits_is_a_head_and_its_note():
    pdf = render_register_book(BOOK, [])
    assert len(reader(pdf).pages) == 1
    assert f"12 13 {NOTE}" in words(pdf)
    assert "niêm phong" not in words(pdf)


def test_rows_are_taken_one_by_one_and_pages_counted():
    rows = (row(number) for number in range(1, 121))
    pdf = render_register_book(BOOK, rows)
    pages = [page.extract_text() for page in reader(pdf).pages]
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        assert squeezed(f"Trang {number}/{len(pages)}") in squeezed(page)
        assert squeezed("".join(HEADS)) in squeezed(page)
        assert "Số in 2026-0425" in page
    assert [NOTE[:30] in " ".join(page.split()) for page in pages].count(True) == 1
    text = words(pdf)
    assert all(f"thửa đất số {number} Khiếu nại" in text for number in range(1, 121))
    assert text.count("niêm phong") == 120


def strokes(pdf: bytes) -> int:
    """Return how many lines are drawn on the first page."""
    return reader(pdf).pages[0].get_contents().get_data().split().count(b"l")


def test_a_voided_row_keeps_its_number_and_is_struck_through():
    kept, voided = (render_register_book(BOOK, [row(7, voided=flag)]) for flag in (False, True))
    assert words(kept) == words(voided)
    assert strokes(voided) - strokes(kept) >= 7  # one for each line of words in the row


def test_a_book_over_two_years_says_the_year_of_days_and_codes():
    both = replace(BOOK, period=(date(2025, 12, 15), date(2026, 1, 14)))
    old = row(1, received_on=date(2025, 12, 20), pseudonym=Pseudonym("KG", 2025, 9))
    text = squeezed(words(render_register_book(both, [old, row(2)])))
    assert "20/12/2025" in text
    assert "KG-0009/2025" in text
    assert "KN-0002/2026" in text


def test_a_code_of_another_year_keeps_it():
    old = row(1, pseudonym=Pseudonym("KG", 2024, 88))
    assert "KG-0088/2024" in squeezed(words(render_register_book(BOOK, [old])))


def test_a_row_taller_than_a_page_loses_no_word():
    story = " ".join(f"từ{number}" for number in range(1500))
    pdf = render_register_book(BOOK, [row(1, content=story), row(2)])
    text = words(pdf)
    assert all(f"từ{number} " in text for number in range(1500))
    assert len(reader(pdf).pages) > 3


def test_extreme_cells_stay_whole():
    given = row(
        123456,
        kind=PetitionKind.RECOMMENDATION_OR_FEEDBACK,
        pseudonym=Pseudonym("KG", 2026, 123456),
        same_content=1234,
        settled_by="Ủy ban nhân dân tỉnh " * 20,
        guided_to="x" * 200,
        result="Đã trả lời " * 30,
    )
    text = squeezed(words(render_register_book(BOOK, [given])))
    for part in ("123456", "KG-123456", "1234", "x" * 200, "Kiếnnghị,phảnánh"):
        assert part in text
    assert text.count("Đãtrảlời") == 30


def test_title_language_and_fonts():
    pdf = render_register_book(BOOK, [row(1)])
    assert reader(pdf).metadata.title == "2026-0425"
    assert reader(pdf).trailer["/Root"]["/Lang"] == "vi-VN"
    assert all(embedded and "Tinos" in name for name, embedded in fonts(pdf))


def test_the_number_of_calls_grows_no_faster_than_the_rows():
    def calls(count: int) -> int:
        seen = 0

        def count_call(_frame: object, event: str, _value: object) -> None:
            nonlocal seen
            seen += event in ("call", "c_call")

        sys.setprofile(count_call)
        try:
            render_register_book(BOOK, (row(number) for number in range(1, count + 1)))
        finally:
            sys.setprofile(None)
        return seen

    calls(10)
    assert calls(400) <= 4 * calls(100) * 1.05


def test_the_check_for_identities_reads_every_cell():
    seen: list[str] = []
    render_register_book(BOOK, [row(1, note="Ghi chú riêng")], seen.extend)
    joined = " ".join(seen)
    for part in ("Ghi chú riêng", "Bồi thường thửa đất", sample_papers.OFFICE.issuing.upper()):
        assert part in joined
