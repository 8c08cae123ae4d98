"""The monthly report: sentences built from figures, comparisons, its own page of Biểu 01/TCD."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.petition import PetitionKind
from reception.domain.reporting_periods import (
    free_period,
    half_year_period,
    month_period,
    nine_month_period,
    quarter_period,
    year_period,
)
from reception.law.statutory_words import KIND_WORDS
from reception.printing.layout.paper_wording import percent
from reception.printing.tables.monthly_report import render_monthly_report
from reception.printing.tables.report_sentences import (
    ComparedFigures,
    change_phrase,
    comparison_rows,
    delegate_sentence,
    head_sentence,
    kinds_sentence,
    period_name,
    regular_sentence,
    situation_sentence,
)
from tests.printing import sample_papers
from tests.printing.pdf_text import fonts, reader, words
from tests.printing.sample_figures import FOOTER, LONG_UNIT, WHERE, columns, figures, report, table

NAMES = {kind: word.lower() for kind, word in KIND_WORDS.items()}
COUNTS = st.integers(0, 10**7)


def test_comparison_rows_and_the_sentence_on_the_situation():
    this = figures({1: 45, 2: 78, 3: 40, 4: 2})
    before = figures({1: 39, 2: 69, 3: 37, 4: 3})
    ago = figures({1: 41, 2: 70, 3: 38, 4: 1}, year=2025)
    assert comparison_rows(ComparedFigures(this, before, ago)) == [
        ["Số lượt tiếp", "45", "39", "41", "+6", "+15,4%"],
        ["Số người được tiếp", "78", "69", "70", "+9", "+13,0%"],
        ["Số vụ việc", "40", "37", "38", "+3", "+8,1%"],
        ["Số đoàn đông người", "2", "3", "1", "-1", "-33,3%"],
    ]
    sentence = situation_sentence(
        ComparedFigures(this, before, ago), WHERE, ("đất đai", "chế độ, chính sách")
    )
    assert sentence == (
        "Trong kỳ, Trụ sở Tiếp công dân tỉnh tiếp 45 lượt với 78 người về 40 vụ việc, tăng 06 lượt "
        "(15,4%) so với kỳ trước, tăng 04 lượt (9,8%) so với cùng kỳ năm 2025; có 02 đoàn đông "
        "người, giảm 01 đoàn (33,3%) so với kỳ trước. Nội dung chủ yếu là đất đai và chế độ, "
        "chính sách."
    )


def test_the_points_of_part_two():
    held = figures(columns(1))
    assert regular_sentence(held) == (
        "Tiếp thường xuyên: 34 lượt, 52 người, 30 vụ việc; 01 đoàn đông người với 12 người."
    )
    assert head_sentence(held, "Chủ tịch UBND tỉnh") == (
        "Chủ tịch UBND tỉnh tiếp định kỳ, đột xuất: 01 ngày theo lịch công bố, 04 lượt, 15 người, "
        "04 vụ việc; 01 đoàn đông người với 09 người."
    )
    assert delegate_sentence(held) == "Không có kỳ ủy quyền tiếp."
    by_delegate = figures({16: 2, 17: 3, 18: 4, 19: 3})
    assert delegate_sentence(by_delegate) == (
        "Ủy quyền tiếp: 02 ngày, 03 lượt, 04 người, 03 vụ việc; không có đoàn đông người."
    )
    unannounced = replace(held, days_are_announced=False)
    assert ": 01 ngày, 04 lượt, 15 người" in head_sentence(unannounced, "Chủ tịch UBND tỉnh")
    assert head_sentence(figures({10: 1}), "Chủ tịch").endswith("công bố, không có lượt tiếp.")


def test_kinds_are_counted_as_visits_only_if_each_visit_has_one_petition():
    kinds = {
        PetitionKind.DENUNCIATION: 4,
        PetitionKind.COMPLAINT: 21,
        PetitionKind.FEEDBACK: 11,
        PetitionKind.RECOMMENDATION: 9,
    }
    assert kinds_sentence(figures({1: 45}, kinds), NAMES) == (
        "Theo loại: khiếu nại 21 lượt (46,7%), phản ánh 11 lượt (24,4%), kiến nghị 09 lượt "
        "(20,0%), tố cáo 04 lượt (8,9%)."
    )
    mixed = kinds_sentence(figures({1: 40}, kinds), NAMES)
    assert mixed.startswith("Theo loại, trong 45 đơn trình bày: khiếu nại 21 đơn (46,7%), ")
    assert "lượt" not in mixed
    assert kinds_sentence(figures({}, {}), NAMES) == "Theo loại: không có lượt tiếp."


@given(COUNTS, COUNTS)
def test_a_change_has_a_percentage_only_against_something(now: int, before: int):
    sentence = change_phrase(now, before, "lượt", "kỳ trước")
    assert ("%" in sentence) == (before > 0 and now != before)
    assert sentence.startswith("bằng" if now == before else "tăng" if now > before else "giảm")
    row = comparison_rows(ComparedFigures(figures({1: now}), figures({1: before}), figures({})))[0]
    assert int(row[4].replace(".", "")) == now - before
    assert (row[5] == "–") == (before == 0)


@given(COUNTS, st.integers(1, 10**7))
def test_percentages_round_half_up_to_one_decimal(part: int, whole: int):
    shown = percent(part, whole)
    assert shown.endswith("%")
    whole_part, decimal = shown[:-1].split(",")
    tenths = int(whole_part.replace(".", "")) * 10 + int(decimal)
    assert len(decimal) == 1
    assert 2 * whole * tenths - whole <= 2000 * part < 2 * whole * tenths + whole or (
        2000 * part == 2 * whole * tenths - whole
    )


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(6, 39, "15,4%"), (1, 400, "0,3%"), (1, 8, "12,5%"), (0, 5, "0,0%"), (3, 0, "")],
)
def test_percentages_named(part, whole, shown):
    assert percent(part, whole) == shown
    assert percent(12345, 1) == "1.234.500,0%"


def test_the_pages_of_a_report():
    pdf = render_monthly_report(report())
    pages = reader(pdf).pages
    text = words(pdf)
    assert len(pages) == 2
    assert pages[0].mediabox.height > pages[0].mediabox.width
    assert pages[1].mediabox.width > pages[1].mediabox.height
    for part in (
        "Số: ....../BC-BTCD Lai Châu, ngày 19 tháng 11 năm 2026 BÁO CÁO Kết quả công tác tiếp "
        "công dân, xử lý đơn khiếu nại, tố cáo, kiến nghị, phản ánh tháng 11 năm 2026 (Số liệu "
        "tính từ ngày 15/10/2026 đến ngày 14/11/2026) Kính gửi: - Ủy ban nhân dân tỉnh; - Thanh "
        "tra tỉnh. I. TÌNH HÌNH KHIẾU NẠI, TỐ CÁO Trong kỳ, Trụ sở",
        "tiếp 114 lượt với 201 người về 102 vụ việc, tăng 38 lượt (50,0%) so với kỳ trước, "
        "bằng cùng kỳ năm 2025",
        "1. Công tác tiếp công dân (Biểu 01/TCD) Chỉ tiêu Kỳ này Kỳ trước Cùng kỳ 2025",
        "c) Theo loại: khiếu nại 70 lượt (61,4%), phản ánh 44 lượt (38,6%).",
        "d) Số vụ việc và số người đếm theo từng lượt tiếp. Nơi nhận:",
        "- Lưu: VT, BTCD. TRƯỞNG BAN Phạm Thị D Số in 2026-0422",
        "Neo 4.133 · 5ad2 c60b · Dấu gốc 7E41 09BC D2A8 · Danh sách 12",
        "(Kèm theo Báo cáo số: ....../BC-BTCD ngày 19 tháng 11 năm 2026 của Ban Tiếp công dân "
        "tỉnh)",
    ):
        assert part in text
    assert "1=5+11+17" in pages[1].extract_text()
    assert "Biểu 02/XLD" not in text


def test_title_language_and_fonts():
    pdf = render_monthly_report(report())
    assert reader(pdf).metadata.title == "2026-0422"
    assert reader(render_monthly_report(report(footer=type(FOOTER)()))).metadata.title == "BC-BTCD"
    assert reader(pdf).trailer["/Root"]["/Lang"] == "vi-VN"
    assert all(embedded and "Tinos" in name for name, embedded in fonts(pdf))


def test_opened_identities_are_counted_where_there_were_any():
    assert "Danh tính" not in words(render_monthly_report(report()))
    alone = words(render_monthly_report(report(reveal_count=2, lone_openings=1)))
    assert "02 lần, trong đó người giữ danh tính tự mở 01 lần." in " ".join(alone.split())
    text = words(render_monthly_report(report(reveal_count=2)))
    assert "đ) Danh tính người đến được mở theo quy định trong kỳ: 02 lần." in text


def test_one_recipient_is_on_the_line_of_the_greeting():
    text = words(render_monthly_report(report(recipients=("Ủy ban nhân dân tỉnh",))))
    assert "Kính gửi: Ủy ban nhân dân tỉnh. I. TÌNH HÌNH" in text


def test_a_month_without_visits_says_so_in_words():
    empty = figures({})
    text = words(render_monthly_report(report(current=empty, previous=empty, last_year=empty)))
    assert "Trụ sở Tiếp công dân tỉnh không có lượt tiếp, bằng kỳ trước, bằng cùng kỳ" in text
    assert "không có đoàn đông người." in text
    assert "a) Tiếp thường xuyên: không có lượt tiếp." in text
    assert "00" not in text.split("I. TÌNH HÌNH")[1].split("Nơi nhận")[0]
    assert "Số lượt tiếp 0 0 0 0 –" in text


def test_a_fall_after_a_busier_month_in_words():
    sentence = situation_sentence(
        ComparedFigures(figures({}), figures({1: 9, 4: 1}), figures({1: 2}, year=2025)), WHERE, ()
    )
    assert sentence == (
        "Trong kỳ, Trụ sở Tiếp công dân tỉnh không có lượt tiếp, giảm 09 lượt (100,0%) so với kỳ "
        "trước, giảm 02 lượt (100,0%) so với cùng kỳ năm 2025; không có đoàn đông người, giảm 01 "
        "đoàn (100,0%) so với kỳ trước."
    )


def test_signatures_are_never_alone_on_a_page():
    for length in range(1, 24, 2):
        sheet = report(
            heading=sample_papers.LONG_OFFICE,
            main_fields=tuple(f"{LONG_UNIT} {n}" for n in range(length)),
            table=table(30),
        )
        pages = [page.extract_text() for page in reader(render_monthly_report(sheet)).pages]
        signed = next(n for n, page in enumerate(pages) if "Nơi nhận" in page)
        assert "d) Số vụ việc" in pages[signed]
        assert "TRƯỞNG BAN" in pages[signed]
        assert "Biểu số: 01/TCD" in pages[signed + 1]
        assert [page.split()[0] for page in pages[1 : signed + 1]] == [
            str(n) for n in range(2, signed + 2)
        ]


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (month_period(2026, 11), "tháng 11 năm 2026"),
        (quarter_period(2026, 4), "quý IV năm 2026"),
        (half_year_period(2026), "6 tháng đầu năm 2026"),
        (half_year_period(2026, 2), "6 tháng cuối năm 2026"),
        (nine_month_period(2026), "9 tháng năm 2026"),
        (year_period(2026), "năm 2026"),
        (free_period(date(2026, 2, 1), date(2026, 3, 5)), "từ ngày 01/02/2026 đến ngày 05/03/2026"),
    ],
)
def test_periods_have_names_for_titles(period, name):
    assert period_name(period) == name
