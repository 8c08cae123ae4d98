"""The forms of a visit beside the receipt: statement, slip, notice."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Pseudonym, Sex
from reception.domain.visit import Mode
from reception.law.refusal_grounds import articles_of_notice
from reception.printing.forms.citizen_copy import render_citizen_copy
from reception.printing.forms.refusal_file_copy import (
    RefusalFileCopy,
    render_refusal_file_copy,
)
from reception.printing.forms.refusal_notice import RefusalNotice, render_refusal_notice
from reception.printing.forms.refusal_parts import NoticeOffice
from reception.printing.forms.statement import render_statement
from reception.printing.forms.statement_data import (
    Confirmation,
    CustodianCheck,
    EnvelopeStatement,
    FileStatement,
    OrdinaryStatement,
    StatementContent,
)
from reception.printing.layout.identity_check import check_for_identities
from reception.printing.layout.page_flow import PageFooter
from tests.printing import sample_papers
from tests.printing.pdf_text import fonts, reader, size, squeezed, words

FOOTER = PageFooter("2026-0422", "Neo 4.133 · 5ad2 c60b")
WHERE = "Trụ sở Tiếp công dân tỉnh"
CONTENT = (
    "Lãnh đạo UBND xã Nậm A lập khống danh sách nhận hỗ trợ nhà ở năm 2025. "
    "[người tố cáo] trực tiếp thấy 03 hộ không có thật ở bản."
)
RECORD = StatementContent(
    sample_papers.OFFICE,
    WHERE,
    sample_papers.OFFICER,
    sample_papers.DAY,
    Mode.REGULAR,
    CONTENT,
    "kiểm tra chứng từ chi hỗ trợ; giữ bí mật người báo",
    sample_papers.SECRET_PAPERS,
    "BN-0295",
    "quyền được giữ bí mật",
)
SIGNED = Confirmation(True, True, 2, "tiếng Thái")
SECRET = Pseudonym("TC", 2026, 13)
FILE = FileStatement(
    RECORD,
    True,
    SECRET,
    "NP-0013",
    CustodianCheck(sample_papers.DAY, "7c20 e41d"),
    FOOTER,
)
ENVELOPE = EnvelopeStatement(RECORD, SIGNED, FOOTER)
NOTICE_OFFICE = NoticeOffice(
    sample_papers.OFFICE, WHERE, date(2026, 11, 23), "Trưởng ban", "Phạm Thị D"
)
NOTICE = RefusalNotice(
    NOTICE_OFFICE,
    sample_papers.DAY,
    articles_of_notice(sample_papers.DAY),
    "Neo 4.129 · 2be9 70d1",
)
NOTICE_FOR_FILE = RefusalFileCopy(
    NOTICE_OFFICE,
    sample_papers.DAY,
    624,
    PetitionKind.FEEDBACK,
    Pseudonym("PA", 2026, 31),
    "bãi rác tạm gần nguồn nước sinh hoạt của bản",
    "Nội dung này UBND xã Mường B đã trả lời bằng văn bản số 112/UBND",
    "điểm h khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP",
    FOOTER,
)


def test_the_files_statement_has_no_identity_and_says_where_the_signed_one_is():
    text = words(render_statement(FILE, check_for_identities(sample_papers.MAN, ("Trần Thị B",))))
    assert "Người tố cáo · TC-0013. Họ tên, giấy tờ, địa chỉ ghi ở bản trong phong bì" in text
    assert CONTENT in text
    assert "Nội dung đã rà danh tính ngày 19/11/2026, dấu đã rà 7c20 e41d." in text
    assert "Bản ghi theo Điều 14" in words(
        render_statement(replace(FILE, footer=PageFooter("2026-1")))
    )


def test_no_statement_about_a_denunciation_can_hold_an_identity():
    for kind in (FileStatement, EnvelopeStatement):
        assert not any("Identity" in str(part.type) for part in fields(kind))


def test_the_envelopes_statement_has_no_number_that_occurs_elsewhere():
    text = words(render_statement(ENVELOPE))
    for number in ("BN-0295", "TC-0013", "NP-0013"):
        assert number not in text
    for part in ("(ghi bằng bút):", "Phiên dịch: tiếng Thái.", "điểm chỉ", "NGƯỜI ĐẠI DIỆN THỨ 2"):
        assert part in text


def test_the_files_statement_does_not_say_how_the_person_spoke_and_signed():
    text = words(render_statement(FILE))
    assert "Đã đọc lại, người trình bày đồng ý" in text
    for part in ("hiên dịch", "Thái", "Không biết chữ", "ĐẠI DIỆN"):
        assert part not in text
    assert not {"confirmation", "interpreter"} & {part.name for part in fields(FileStatement)}


def test_a_statement_that_names_the_person_is_refused():
    content = replace(RECORD, statement="Ông Lo Van Muong thấy 03 hộ không có thật.")
    with pytest.raises(ReceptionError, match=r"printing.identity_found"):
        render_statement(replace(FILE, content=content), check_for_identities(sample_papers.MAN))


def test_a_long_statement_runs_over_numbered_pages_with_places_for_representatives():
    content = replace(RECORD, statement="\n".join([CONTENT * 8] * 5))
    sheet = OrdinaryStatement(content, Confirmation(True, True, 5), sample_papers.LONG_MAN, FOOTER)
    pdf = render_statement(sheet)
    pages = [page.extract_text() for page in reader(pdf).pages]
    assert len(pages) >= 3
    assert [page.split()[0] for page in pages[1:]] == [str(n) for n in range(2, len(pages) + 1)]
    assert all("Số in 2026-0422" in page for page in pages)
    text = squeezed(words(pdf))
    assert text.count(squeezed("trực tiếp thấy 03 hộ")) + text.count("hộkhôngcóthật") >= 40
    assert "NGƯỜIĐẠIDIỆNTHỨ5" in text
    assert squeezed(sample_papers.LONG_MAN.name) in text


def test_the_slip_has_neither_name_nor_kind():
    pdf = render_citizen_copy(sample_papers.citizen(papers=(), identity=sample_papers.MAN))
    assert size(pdf) == (148, 210)
    text = words(pdf)
    for part in ("PHIẾU TRA CỨU", "072-415-9036", "19/11/2026", "K7QF-2MXD-9T4P"):
        assert part in text
    assert "Hẹn trả lời (nếu có): ngày ........ tháng ........ năm 20......" in text
    for part in ("Người", "Mường", "Số in", "PT-"):
        assert part not in text


def test_a_notice_of_refusal_leaves_person_matter_and_reason_to_the_pen():
    text = words(render_refusal_notice(NOTICE, check_for_identities(sample_papers.MAN)))
    assert "Lai Châu, ngày 23 tháng 11 năm 2026" in text
    for part in (
        "Kính gửi: ông (bà) ....",
        "Nội dung tóm tắt:",
        "Lý do từ chối:",
        "(ghi bằng bút)",
    ):
        assert part in text
    assert (
        "Căn cứ khoản 3 Điều 9 Luật Tiếp công dân và điểm h khoản 1 Điều 4 Nghị định số "
        "154/2026/NĐ-CP ngày 15 tháng 5" in text
    )
    assert "khiếu nại/tố cáo/kiến nghị, phản ánh của ông (bà)" in text
    assert "- Lưu: VT, hồ sơ." in text
    for part in ("Số in", "tình tiết mới"):  # the form has no such sentence
        assert part not in text


def test_a_notice_of_refusal_names_the_person_where_the_office_prints_names():
    man = replace(sample_papers.MAN, sex=Sex.MALE)
    text = words(render_refusal_notice(replace(NOTICE, identity=man)))
    assert "Kính gửi: ông Lò Văn Mường." in text
    assert "Lý do từ chối:" in text
    assert "của ông Lò Văn Mường và thông báo để ông được biết" in text


def test_the_files_copy_of_a_notice_has_matter_reason_and_article_and_no_identity():
    text = words(render_refusal_file_copy(NOTICE_FOR_FILE, check_for_identities(sample_papers.MAN)))
    assert "Người phản ánh · PA-0031" in text
    assert "để phản ánh về việc bãi rác tạm gần nguồn nước sinh hoạt của bản." in text
    assert "Lý do từ chối: Nội dung này UBND xã Mường B đã trả lời" in text
    assert "Căn cứ điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP ngày 15 tháng 5" in text
    assert "- Lưu: VT, hồ sơ lượt 0624." in text
    assert "TB-BTCD" not in text  # that number stands beside the name on the notice
    assert not any("Identity" in str(part.type) for part in fields(RefusalFileCopy))
    copy = replace(NOTICE_FOR_FILE, explanation="Ông Lò Văn Mường đã được trả lời")
    with pytest.raises(ReceptionError, match=r"printing.identity_found"):
        render_refusal_file_copy(copy, check_for_identities(sample_papers.MAN))


def test_every_form_embeds_its_fonts():
    made = [
        render_statement(FILE),
        render_statement(ENVELOPE),
        render_refusal_notice(NOTICE),
        render_refusal_file_copy(NOTICE_FOR_FILE),
    ]
    for pdf in made:
        assert all(embedded and "Tinos" in name for name, embedded in fonts(pdf))
