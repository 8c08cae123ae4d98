"""A statutory table on paper: head, formulas, units over pages, no figure cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reception.law.tables.statutory_table import TableColumn
from reception.law.tables.table_01tcd import TABLE_01TCD
from reception.printing.tables.statutory_table import render_statutory_table
from tests.printing.pdf_text import fonts, reader, size, squeezed, words
from tests.printing.sample_figures import FOOTER, LONG_UNIT, columns, table

FORMULAS = ["1=5+11+17", "2=6+12+18", "3=7+13+19", "4=8+14+20", *map(str, range(5, 22))]


def page_texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in reader(pdf).pages]


def test_the_head_is_the_circulars_with_its_line_of_formulas():
    pdf = render_statutory_table(table(3), FOOTER, ("Lê Văn C", "Phạm Thị D"))
    text = words(pdf)
    assert size(pdf) == (297, 210)
    shown = text.split(" MS ")[1].split()
    assert shown[: len(FORMULAS)] == FORMULAS
    head = text.split(" MS ")[0]
    for part in ("Tiếp thường xuyên", "Thủ trưởng tiếp", "Ủy quyền tiếp", "Biểu số: 01/TCD"):
        assert head.count(part) == 1
    assert "Số liệu tính từ ngày 15/10/2026 đến ngày 14/11/2026" in head
    assert squeezed(head).count(squeezed("Trong đó đoàn đông người")) == 3
    assert squeezed(head).count(squeezed("Số người được tiếp")) == 6
    assert squeezed(head).count(squeezed("Số ngày tiếp")) == 2


def test_each_row_has_its_figures_in_the_order_of_the_columns():
    sheet = table(3)
    text = words(render_statutory_table(sheet, FOOTER))
    for unit in sheet.units:
        row = " ".join(str(unit.columns.get(number, 0)) for number in range(1, 22))
        assert f"{unit.unit} {row} " in text
    total = " ".join(str(sheet.total()[number]) for number in range(1, 22))
    assert f"Tổng cộng {total} 22. Ghi chú: {sheet.note} NGƯỜI LẬP BIỂU TRƯỞNG BAN" in text


def test_called_with_the_sheet_alone_it_leaves_lines_for_the_report_and_the_names():
    pdf = render_statutory_table(table(1))
    assert "(Kèm theo Báo cáo số: ...... ngày ......" in words(pdf)
    assert "Số in" not in words(pdf)
    assert reader(pdf).metadata.title == "Biểu 01/TCD"


def test_the_sheet_may_name_its_report_and_its_signatories():
    sheet = replace(
        table(1), report_reference="(Kèm theo Báo cáo số 12)", chosen_posts=("A LẬP", "B KÝ")
    )
    text = words(render_statutory_table(sheet, FOOTER, ("Lê Văn C", "Phạm Thị D")))
    assert "(Kèm theo Báo cáo số 12)" in text
    assert "A LẬP Lê Văn C" in text
    assert "B KÝ Phạm Thị D" in text
    assert "TRƯỞNG BAN" not in text


@pytest.mark.parametrize("name", ["Xã", LONG_UNIT, LONG_UNIT * 3])
def test_sixty_units_repeat_the_head_and_no_figure_is_cut(name):
    sheet = table(60, 40, name)
    pages = page_texts(render_statutory_table(sheet, FOOTER))
    assert len(pages) > 2
    assert all(all(part in page.split() for part in FORMULAS) for page in pages)
    assert [page.split()[0] for page in pages[1:]] == [str(n) for n in range(2, len(pages) + 1)]
    for part in ("Tổng cộng", "22. Ghi chú", "NGƯỜI LẬP BIỂU"):
        assert [part in page for page in pages] == [False] * (len(pages) - 1) + [True]
    whole = "".join(pages).split()
    for unit in sheet.units:
        assert f"{unit.columns[6]:,}".replace(",", ".") in whole
    assert squeezed("".join(pages)).count(squeezed(name + " 60")) >= 1


def test_figures_of_any_length_keep_their_digits():
    sheet = table(2, 1234567)
    text = words(render_statutory_table(sheet, FOOTER)).split()
    for number in range(5, 16):
        assert f"{sheet.total()[number]:,}".replace(",", ".") in text


def test_without_units_the_total_is_nought():
    text = words(render_statutory_table(replace(table(0), note=""), FOOTER))
    assert f"Tổng cộng {' '.join(['0'] * 21)} 22. Ghi chú:" in text


def test_a_long_note_takes_the_total_along_to_the_page_of_the_signatures():
    for units in range(1, 24):
        sheet = replace(table(units, name="Xã"), note="Ghi chú dài của cơ quan. " * 60)
        pages = page_texts(render_statutory_table(sheet, FOOTER))
        assert "NGƯỜI LẬP BIỂU" in pages[-1]
        assert "Tổng cộng" in pages[-1]


def test_fonts_are_embedded_and_the_language_is_said():
    pdf = render_statutory_table(table(2), FOOTER)
    assert all(embedded and "Tinos" in name for name, embedded in fonts(pdf))
    assert reader(pdf).trailer["/Root"]["/Lang"] == "vi-VN"


def test_the_same_figures_give_the_same_bytes():
    assert render_statutory_table(table(2), FOOTER) == render_statutory_table(table(2), FOOTER)
    assert columns(1)[1] == 38


@pytest.mark.parametrize("count", [25, 31, 35])
def test_no_word_of_a_heading_is_cut_in_a_narrow_column(count):
    title = "Tổng số Quyết định đã thi hành xong"
    columns = tuple(TableColumn(number, title) for number in range(1, count + 1))
    wide = replace(TABLE_01TCD, columns=columns, checks=(), notes=())
    text = words(render_statutory_table(replace(table(1), table=wide), FOOTER)).split(" MS ")[0]
    for word in title.split():
        assert text.split().count(word) == count
