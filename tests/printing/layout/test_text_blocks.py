"""Paragraphs: any text is kept whole, is read as text and not as markup, and fits its lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception.printing.layout.page_flow import (
    PageFooter,
    PaperDocument,
    render,
    sheet_with_margins,
)
from reception.printing.layout.paper_canvas import A4
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR, width
from reception.printing.layout.ruled_table import Align, CellStyle, Column, TableLayout
from reception.printing.layout.text_blocks import (
    CENTRE,
    BarredBlock,
    BlankBlock,
    Gap,
    paragraph,
)
from tests.printing.pdf_text import reader, squeezed, words

TEXT_SIZE = (13.0, 17.0)
SHEET = sheet_with_margins(A4, (20, 15, 20, 30))
MARKUP = (
    "<b>đậm</b>",
    "<img src='/etc/passwd' width='10' height='10'/>",
    '<a href="https://example.org">liên kết</a>',
    "Công ty A & B; 1 < 2 > 0 &amp; &lt;",
    "]]> <![CDATA[ <!-- ghi chú --> <?xml version='1.0'?>",
    "<para><font color='red'>",
)
TEXT = st.text(alphabet="aăâđêôơưỳỗẫÁĐ .,-<>&\n\u00a0", max_size=200)


def page(*story) -> tuple[bytes, list[str]]:
    return render("T", SHEET, PageFooter("2026-0001"), list(story))


@pytest.mark.parametrize("text", MARKUP)
@pytest.mark.parametrize("before", ["", "Tên: "])
def test_text_that_looks_like_markup_is_printed_as_typed(text, before):
    runs = ((before, REGULAR), (text, BOLD))
    pdf, written = page(
        paragraph(runs, TEXT_SIZE), paragraph(text * 40, TEXT_SIZE, block_class=BarredBlock)
    )
    assert squeezed(before + text + text * 40) in squeezed(words(pdf))
    assert squeezed(text) in squeezed("".join(written))
    assert not any("/Annots" in one for one in reader(pdf).pages)


def test_a_cell_prints_text_that_looks_like_markup():
    ruling = TableLayout(
        (Column("A & <B>", 1), Column("C", 2)), CellStyle(10, 12, 3, 3), SHEET.width
    )
    pdf, _ = page(ruling.table([ruling.title_cells(), ruling.cells(MARKUP[:2])]))
    assert squeezed("A & <B>C" + MARKUP[0] + MARKUP[1]) in squeezed(words(pdf))


@pytest.mark.parametrize("above", range(0, 60, 4))
def test_a_table_breaks_between_rows_under_one_head_a_page(above):
    ruling = TableLayout(
        (Column("Đầu", 1), Column("Lý do", 3)), CellStyle(10, 12, 3, 4), SHEET.width
    )
    rows = [
        ruling.cells((f"số {number}", "lý do " * (number % 60), "")[:2]) for number in range(90)
    ]
    pages = reader(page(Gap(above), ruling.table([ruling.title_cells(), *rows]))[0]).pages
    texts = [one.extract_text() for one in pages]
    assert [text.count("Đầu") for text in texts] == [1] * len(texts)
    shown = " ".join(" ".join(texts).split())
    assert all(f"số {number} " in shown for number in range(90))
    assert shown.count("lý do") == sum(number % 60 for number in range(90))


def test_a_row_that_no_page_can_take_is_broken_and_keeps_every_word():
    ruling = TableLayout(
        (Column("Đầu", 1), Column("Lý do", 3)), CellStyle(10, 12, 3, 4), SHEET.width
    )
    story = " ".join(f"từ{number}" for number in range(2_000))
    rows = [
        ruling.cells(("số 1", "ngắn")),
        ruling.cells(("số 2", story)),
        ruling.cells(("số 3", "x")),
    ]
    pdf, _ = page(ruling.table([ruling.title_cells(), *rows]))
    shown = " ".join(words(pdf).split()) + " "
    assert all(f"từ{number} " in shown for number in range(2_000))
    assert all(f"số {number} " in shown for number in (1, 2, 3))


@settings(max_examples=40)
@given(TEXT, st.floats(min_value=20, max_value=300))
def test_lines_keep_every_letter_and_their_width(text, room):
    block = paragraph(((text, REGULAR), (text, BOLD)), (10.0, 12.0))
    _, height = block.wrap(room, 10_000)
    _, written = page(block)
    assert squeezed("".join(written)).startswith(squeezed(text + text))
    assert height % 12 == pytest.approx(0, abs=0.01)
    assert height >= 12 * (text.count("\n") * 2 if text.strip() else 0)


def test_text_that_fits_takes_one_line_and_a_little_more_takes_two():
    text = "Bản Phiêng C, xã Mường B"
    needed = width(text, REGULAR, TEXT_SIZE[0])
    for text_size in (REGULAR, ITALIC):
        needed = width(text, text_size, TEXT_SIZE[0])
        assert paragraph(text, TEXT_SIZE, font=text_size).wrap(needed + 0.1, 500)[1] == TEXT_SIZE[1]
        assert (
            paragraph(text, TEXT_SIZE, font=text_size).wrap(needed - 0.1, 500)[1]
            == 2 * TEXT_SIZE[1]
        )


def test_a_very_long_word_is_cut_and_not_lost():
    pdf, _ = page(paragraph("x" * 20_000 + " hết", TEXT_SIZE))
    text = squeezed(words(pdf))
    assert text.count("x") == 20_000
    assert "hết" in text


def test_twenty_thousand_letters_run_over_numbered_pages():
    text = " ".join(f"từ{number}" for number in range(3_100))
    assert len(text) > 20_000
    pdf, _ = page(paragraph(text, TEXT_SIZE, block_class=BarredBlock, left=30))
    pages = [one.extract_text() for one in reader(pdf).pages]
    assert [one.split()[0] for one in pages[1:]] == [str(n) for n in range(2, len(pages) + 1)]
    shown = " ".join(words(pdf).split())
    assert all(f"từ{number}" in shown for number in range(3_100))


def test_invisible_characters_leave_no_trace_and_spaces_are_one():
    pdf, _ = page(paragraph("Lò\u200b \u00ad Văn\ufeff\t\u2003Mường\u202e\x00", TEXT_SIZE))
    assert "Lò Văn Mường" in words(pdf)


def test_masked_words_keep_their_width_and_are_not_in_the_document():
    text = "Nguyễn Thị Danh Tính " * 12
    shown, hidden = paragraph(text, TEXT_SIZE), paragraph(text, TEXT_SIZE, block_class=BlankBlock)
    assert shown.wrap(200, 900) == hidden.wrap(200, 900)
    pdf, written = page(hidden, paragraph("sau", TEXT_SIZE, CENTRE))
    assert "Danh" not in words(pdf)
    assert not any("Danh" in text for text in written)


def test_white_space_at_the_end_of_a_page_is_not_carried_over():
    lines = [paragraph(str(number), TEXT_SIZE) for number in range(200)]
    plain = len(reader(page(*lines)[0]).pages)
    _, height = SHEET.size
    pdf, _ = page(paragraph("đầu", TEXT_SIZE), Gap(height), paragraph("sau", TEXT_SIZE))
    assert plain > 3
    assert len(reader(pdf).pages) == 2


def test_a_part_taller_than_its_page_fails_without_quoting_its_words():
    ruling = TableLayout((Column("A", 1, Align.CENTRE),), CellStyle(10, 2_000, 3, 3), SHEET.width)
    document = PaperDocument("T", SHEET)
    with pytest.raises(RuntimeError, match="taller than its page") as raised:
        document.add(ruling.table([ruling.cells(("Lò Văn Mường",))]))
    assert "Mường" not in str(raised.value)
    assert raised.value.__suppress_context__


def test_the_same_paper_has_the_same_bytes_and_no_hour():
    made = [page(paragraph("Như nhau", TEXT_SIZE))[0] for _ in range(2)]
    assert made[0] == made[1]
    assert reader(made[0]).metadata["/CreationDate"] == "D:20000101000000+00'00'"
