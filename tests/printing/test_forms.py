"""The other forms: statement, slip, notice, book, report, table, recovery sheet."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Pseudonym, Sex
from reception.domain.table01 import TableSheet, UnitRow
from reception.domain.visit import Mode
from reception.printing.flow import Foot
from reception.printing.lint import identity_lint
from reception.printing.monthly_report import MonthlyReport, ReportFigures, render_monthly_report
from reception.printing.receipt_sheets import Answer
from reception.printing.recovery_form import (
    RecoveryForm,
    render_recovery_form,
    render_recovery_sheet,
)
from reception.printing.refusal_notice import (
    DenunciationRefusal,
    OrdinaryRefusal,
    Refusal,
    render_refusal_notice,
)
from reception.printing.register_book import BookRow, BookSheet, render_register_book
from reception.printing.return_slip import ReturnSlipSheet, render_return_slip
from reception.printing.statement import render_statement
from reception.printing.statement_sheets import (
    Checked,
    Confirmation,
    EnvelopeStatement,
    FileStatement,
    OrdinaryStatement,
    Told,
)
from reception.printing.table_01tcd import render_table_01tcd
from tests.printing import sheets
from tests.printing.reading import fonts, reader, size, squeezed, words

FOOT = Foot("2026-0422", "Neo 4.133 · 5ad2 c60b")
WHERE = "Trụ sở Tiếp công dân tỉnh"
CONTENT = (
    "Lãnh đạo UBND xã Nậm A lập khống danh sách nhận hỗ trợ nhà ở năm 2025. "
    "[người tố cáo] trực tiếp thấy 03 hộ không có thật ở bản."
)
TOLD = Told(
    sheets.OFFICE,
    WHERE,
    sheets.OFFICER,
    sheets.DAY,
    Mode.REGULAR,
    CONTENT,
    "kiểm tra chứng từ chi hỗ trợ; giữ bí mật người báo",
    sheets.SECRET_PAPERS,
    "BN-0295",
    "quyền được giữ bí mật",
)
SIGNED = Confirmation(read_back=True, thumb_print=False)
SECRET = Pseudonym("TC", 2026, 13)
FILE = FileStatement(
    TOLD, SIGNED, SECRET, "NP-0013", Checked(sheets.DAY, "7c20 e41d"), FOOT, "BG-1"
)
ENVELOPE = EnvelopeStatement(TOLD, SIGNED, "NP-0013", FOOT, "NP-0013")
NOTICE = Refusal(
    sheets.OFFICE,
    WHERE,
    date(2026, 2, 5),
    date(2026, 2, 3),
    PetitionKind.FEEDBACK,
    "bãi rác tạm gần nguồn nước sinh hoạt của bản",
    ("Nội dung này UBND xã Mường B đã trả lời bằng văn bản số 112/UBND",),
    ("4.1.h",),
    ("Như trên", "UBND xã Mường B (để biết)", "Lưu: VT, hồ sơ lượt 0624"),
    "Trưởng ban",
    "Phạm Thị D",
    FOOT,
    "TB-0430",
)
BOOK = BookSheet(
    sheets.OFFICE, (date(2026, 11, 17), sheets.DAY), sheets.DAY, "Trần Thị B", "2026-1"
)


def columns(times: int) -> dict[int, int]:
    given = {5: 34, 6: 52, 7: 30, 8: 1, 9: 12, 10: 1, 11: 4, 12: 15, 13: 4, 14: 1, 15: 9}
    found = {number: value * times for number, value in given.items()}
    for number in range(1, 5):
        parts = (number + 4, number + 10, number + 16)
        found[number] = sum(found.get(part, 0) for part in parts)
    return found


def table(units: int, times: int = 1) -> TableSheet:
    rows = tuple(
        UnitRow(f"Ủy ban nhân dân xã Nậm Mường số {n} mới sáp nhập", columns(times * n))
        for n in range(1, units + 1)
    )
    period = (date(2026, 10, 15), date(2026, 11, 14))
    head = ("VĂN PHÒNG UBND TỈNH LAI CHÂU", "BAN TIẾP CÔNG DÂN TỈNH")
    return TableSheet(head, period, rows, "Đoàn đông người là đoàn từ 05 người trở lên.")


def row(number: int, **parts) -> BookRow:
    pseudonym = Pseudonym("KN", 2026, number)
    kind = PetitionKind.COMPLAINT
    return replace(
        BookRow(number, sheets.DAY, pseudonym, kind, f"Bồi thường thửa đất số {number}", 1), **parts
    )


def report(**parts) -> MonthlyReport:
    kinds = {PetitionKind.COMPLAINT: 21, PetitionKind.FEEDBACK: 11, PetitionKind.DENUNCIATION: 0}
    this = ReportFigures((date(2026, 10, 15), date(2026, 11, 14)), columns(3), kinds)
    before = ReportFigures((date(2026, 9, 15), date(2026, 10, 14)), columns(2), {})
    year = ReportFigures((date(2025, 10, 15), date(2025, 11, 14)), columns(3), {})
    sheet = MonthlyReport(
        heading=sheets.OFFICE,
        seat=WHERE,
        period_name="tháng 11 năm 2026",
        dated=sheets.DAY,
        recipients=("Ủy ban nhân dân tỉnh", "Thanh tra tỉnh"),
        head_title="Chủ tịch UBND tỉnh",
        this=this,
        previous=before,
        last_year=year,
        main_fields=("đất đai", "chế độ, chính sách"),
        counting_note="Số vụ việc và số người đếm theo từng lượt tiếp",
        reveals=2,
        fingerprint="7E41 09BC D2A8",
        table=table(2),
        signers=("Lê Văn C", "Phạm Thị D"),
        foot=FOOT,
    )
    return replace(sheet, **parts)


def test_the_files_statement_has_no_identity_and_says_where_the_signed_one_is():
    text = words(render_statement(FILE, identity_lint(sheets.MAN, ("Trần Thị B",))))
    assert "Người tố cáo · TC-0013. Họ tên, giấy tờ, địa chỉ ghi ở bản trong phong bì" in text
    assert CONTENT in text
    assert "Nội dung đã rà danh tính ngày 19/11/2026, dấu đã rà 7c20 e41d." in text
    assert "Bản ghi theo Điều 14" in words(render_statement(replace(FILE, foot=Foot("2026-1"))))


def test_no_statement_about_a_denunciation_can_hold_an_identity():
    for kind in (FileStatement, EnvelopeStatement):
        assert not any("Identity" in str(part.type) for part in fields(kind))


def test_the_envelopes_statement_bears_no_number_found_elsewhere():
    text = words(render_statement(ENVELOPE))
    assert "BN-0295" not in text
    assert "TC-0013" not in text
    assert "(ghi bằng bút):" in text


def test_the_lint_stops_a_statement_that_names_the_person():
    told = replace(TOLD, content="Ông Lo Van Muong thấy 03 hộ không có thật.")
    with pytest.raises(ReceptionError, match=r"printing.identity_found"):
        render_statement(replace(FILE, told=told), identity_lint(sheets.MAN))


def test_a_long_statement_runs_over_numbered_pages_with_places_for_representatives():
    told = replace(TOLD, content="\n".join([CONTENT * 8] * 5))
    sheet = OrdinaryStatement(told, Confirmation(True, True, 5), sheets.LONG_MAN, FOOT, "BG-2")
    pdf = render_statement(sheet)
    pages = [page.extract_text() for page in reader(pdf).pages]
    assert len(pages) >= 3
    assert [page.split()[0] for page in pages[1:]] == [str(n) for n in range(2, len(pages) + 1)]
    assert all("Số in 2026-0422" in page for page in pages)
    text = squeezed(words(pdf))
    assert text.count(squeezed("trực tiếp thấy 03 hộ")) + text.count("hộkhôngcóthật") >= 40
    assert "NGƯỜIĐẠIDIỆNTHỨ5" in text
    assert squeezed(sheets.LONG_MAN.name) in text


def test_the_slip_has_neither_name_nor_kind():
    answer = Answer("M4XT-8QHN-5V2R", date(2026, 12, 4), "", sheets.PHONE)
    sheet = ReturnSlipSheet(sheets.OFFICE, "PT-0058", sheets.DAY, WHERE, answer, FOOT)
    pdf = render_return_slip(sheet)
    assert size(pdf) == (148, 210)
    text = words(pdf)
    for part in ("PHIẾU TRA CỨU", "PT-0058", "19/11/2026", "04/12/2026", "M4XT-8QHN-5V2R"):
        assert part in text
    assert "Người" not in text


def test_a_notice_of_refusal_names_the_person_and_the_article():
    sheet = OrdinaryRefusal(NOTICE, replace(sheets.MAN, sex=Sex.MALE))
    text = words(render_refusal_notice(sheet))
    assert "Lai Châu, ngày 05 tháng 02 năm 2026" in text
    assert "Kính gửi: ông Lò Văn Mường." in text
    assert "Căn cứ điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP ngày 15 tháng 5" in text
    assert "- Lưu: VT, hồ sơ lượt 0624." in text


def test_a_denouncers_notice_leaves_lines_for_the_pen():
    refusal = replace(NOTICE, kind=PetitionKind.DENUNCIATION, grounds=("9.3",))
    text = words(render_refusal_notice(DenunciationRefusal(refusal), identity_lint(sheets.MAN)))
    assert "(ghi bằng bút)" in text
    assert "khoản 3 Điều 9 Luật Tiếp công dân" in text
    with pytest.raises(ReceptionError, match=r"printing.denunciation_as_ordinary"):
        OrdinaryRefusal(refusal, sheets.MAN)


def test_the_book_takes_rows_one_by_one_and_counts_its_pages():
    rows = (row(number, voided=number == 7) for number in range(1, 121))
    pdf = render_register_book(BOOK, rows)
    pages = [page.extract_text() for page in reader(pdf).pages]
    assert size(pdf) == (297, 210)
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        assert squeezed(f"Trang {number}/{len(pages)}") in squeezed(page)
        assert squeezed("Cơ quan đã giải quyết") in squeezed(page)
    text = squeezed(words(pdf))
    assert all(squeezed(f"thửa đất số {number}") in text for number in range(1, 121))
    assert text.count("niêmphong") == 120


def test_a_row_taller_than_a_page_loses_no_word():
    story = " ".join(f"từ{number}" for number in range(1500))
    text = words(render_register_book(BOOK, [row(1, content=story), row(2)]))
    assert all(f"từ{number} " in text for number in range(1500))


def test_the_table_has_the_forms_own_head_formulas_and_total():
    pdf = render_table_01tcd(table(3), FOOT, ("Lê Văn C", "Phạm Thị D"))
    text = squeezed(words(pdf))
    for part in ("1=5+11+17", "4=8+14+20", "Ủyquyềntiếp", "Biểusố:01/TCD", "Tổngcộng"):
        assert part in text
    assert squeezed("TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN THƯỜNG XUYÊN") in text
    assert str(table(3).total()[1]) in text
    assert size(pdf) == (297, 210)


def test_sixty_units_repeat_the_head_and_no_figure_is_cut():
    sheet = table(60, 40)
    pdf = render_table_01tcd(sheet, FOOT)
    pages = [page.extract_text() for page in reader(pdf).pages]
    assert all("1=5+11+17" in page for page in pages)
    assert "NGƯỜI LẬP BIỂU" in pages[-1]
    assert "Tổng cộng" in pages[-1]
    for unit in sheet.units:
        assert f"{unit.columns[6]:,}".replace(",", ".") in "".join(pages).split()


def test_the_report_compares_and_ends_with_its_table():
    pdf = render_monthly_report(report())
    pages = [page.extract_text() for page in reader(pdf).pages]
    text = words(pdf)
    assert "tiếp 114 lượt với 201 người về 102 vụ việc, tăng 38 lượt (50,0%) so với kỳ" in text
    assert "bằng cùng kỳ năm 2025; có 06 đoàn đông người, tăng 02 đoàn (50,0%)" in text
    assert "c) Theo loại: khiếu nại 21 lượt (65,6%), phản ánh 11 lượt (34,4%)." in text
    assert "Dấu gốc 7E41 09BC D2A8" in text
    assert "(Số liệu tính từ ngày 15/10/2026 đến ngày 14/11/2026)" in text
    assert len(pages) == 2
    assert "TRƯỞNG BAN" in pages[0]
    box = reader(pdf).pages[-1].mediabox
    assert box.width > box.height
    assert "của Ban Tiếp công dân tỉnh)" in pages[-1]


def test_a_report_with_nothing_to_compare_says_so():
    empty = ReportFigures((date(2026, 9, 15), date(2026, 10, 14)), {}, {})
    text = words(render_monthly_report(report(this=empty, previous=empty, last_year=empty)))
    assert "tiếp 00 lượt với 00 người về 00 vụ việc, bằng kỳ trước" in text
    assert "không có đoàn đông người" in text


def test_a_blank_recovery_form_has_thirty_three_numbers_and_no_word():
    form = RecoveryForm(sheets.OFFICE, 2, "7E41 09BC D2A8")
    text = words(render_recovery_form(form))
    assert "TỜ KHÔI PHỤC SỐ 2" in text
    assert "Hai trong ba tờ mở được sổ" in text
    shown = text.split("mở được sổ")[1].split("Dấu gốc")[0].split()
    assert shown == [str(number) for number in range(1, 34)]


def test_a_printed_share_has_its_words_in_order():
    form = RecoveryForm(sheets.OFFICE, 1, "7E41 09BC D2A8", holder="Giàng A K")
    given = [f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(33)]
    text = words(render_recovery_sheet(form, given))
    found = [word for word in text.split() if word.startswith("word")]
    assert found == given
    with pytest.raises(ReceptionError, match=r"printing.share_words"):
        render_recovery_sheet(form, given[:20])


def test_every_form_embeds_its_fonts():
    made = [
        render_statement(FILE),
        render_statement(ENVELOPE),
        render_register_book(BOOK, [row(1)]),
        render_table_01tcd(table(2)),
        render_monthly_report(report()),
        render_recovery_form(RecoveryForm(sheets.OFFICE, 2, "7E41")),
    ]
    for pdf in made:
        assert all(embedded and "Tinos" in name for name, embedded in fonts(pdf))
