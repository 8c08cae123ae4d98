"""Receipts: the contents of each copy, and what must not be on it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception.domain.errors import ReceptionError
from reception.domain.reporter import Identity, Pseudonym
from reception.domain.visit import PaperReceived
from reception.printing.forms.receipt import render_receipt
from reception.printing.forms.receipt_copy import with_neutral_name
from reception.printing.forms.receipt_data import (
    CopyKind,
    CopyNumbers,
    DenunciationReceipt,
    ReceiptFormat,
)
from reception.printing.layout.identity_check import check_for_identities
from tests.printing import sample_papers
from tests.printing.pdf_text import fonts, reader, size, squeezed, words

BOTH = pytest.mark.parametrize("make", [sample_papers.ordinary, sample_papers.denunciation])
SECRET = ("tố cáo", "TC-0013", "giờ 05", "BN-0295", "2026-0419", "90c4")


def a4(make, **parts):
    return render_receipt(make(format=ReceiptFormat.A4, **parts))


def test_the_ordinary_copies_share_a_sheet_and_only_the_persons_has_the_name():
    receipt = render_receipt(sample_papers.ordinary())
    (copy,) = receipt.copies
    assert copy.kinds == (CopyKind.PERSON, CopyKind.FILE)
    assert copy.holds_identity
    text = words(copy.pdf)
    person, file = text.split("Bản 2: lưu hồ sơ, không ghi danh tính")
    assert "Đã nhận của ông (bà): Lò Văn Mường" in person
    assert "Số căn cước: 012075000456, ngày cấp: 12/8/2022, nơi cấp: Bộ Công an" in person
    assert "Vào 15 giờ 05 phút ngày 19 tháng 11 năm 2026, tại: Trụ sở Tiếp công dân tỉnh." in person
    assert "K7QF-2MXD-9T4P" in person
    assert "Người khiếu nại · KN-0233" in file
    for hidden in ("Mường", "012075000456", "Phiêng", "K7QF", "2MXD"):
        assert hidden not in file


def test_each_ordinary_copy_on_a4_is_a_document_of_its_own():
    receipt = a4(sample_papers.ordinary)
    assert [copy.kinds for copy in receipt.copies] == [(CopyKind.PERSON,), (CopyKind.FILE,)]
    assert [copy.holds_identity for copy in receipt.copies] == [True, False]
    assert "Mường" not in words(receipt.document_with(CopyKind.FILE).pdf)


def test_the_office_may_choose_the_name_on_the_files_copy():
    file = a4(sample_papers.ordinary, file_shows_identity=True).document_with(CopyKind.FILE)
    assert file.holds_identity
    assert "Lò Văn Mường" in words(file.pdf)
    assert "K7QF" not in words(file.pdf)


def test_a_denouncers_copy_shows_neither_kind_nor_hour_nor_numbers_of_the_series():
    text = words(a4(sample_papers.denunciation).document_with(CopyKind.PERSON).pdf)
    for secret in SECRET:
        assert secret.casefold() not in text.casefold()
    assert re.search(r"\d+ giờ", text) is None
    assert "Vào ...... giờ ...... ngày 19 tháng 11 năm 2026" in text
    assert "Đơn viết tay" in text
    assert "H3WD-6RPM-2XKC" in text
    assert "Số: BN-0297" in text


def test_the_files_copy_of_a_denunciation_has_no_code_no_hour_and_no_pair():
    text = words(a4(sample_papers.denunciation).document_with(CopyKind.FILE).pdf)
    for part in ("Người tố cáo · TC-0013", "BN-0295", "Chữ ký ở bản 3", "phong bì NP-0013"):
        assert part in text
    for part in ("H3WD", "giờ ...", "BN-0297", "2026-0424", "d07f"):
        assert part not in text


def test_the_signed_copy_for_the_envelope_has_no_code_or_pseudonym():
    text = words(a4(sample_papers.denunciation).document_with(CopyKind.ENVELOPE).pdf)
    assert "Bản 3: bản ký, để trong phong bì niêm phong NP-0013" in text
    for part in ("TC-0013", "H3WD", "BN-0295", "BN-0297", "tố cáo"):
        assert part not in text


def test_three_copies_fill_two_landscape_sheets():
    receipt = render_receipt(sample_papers.denunciation())
    assert [copy.kinds for copy in receipt.copies] == [
        (CopyKind.PERSON, CopyKind.FILE),
        (CopyKind.ENVELOPE,),
    ]
    assert not any(copy.holds_identity for copy in receipt.copies)
    assert [size(copy.pdf) for copy in receipt.copies] == [(297, 210), (297, 210)]


def test_no_field_of_a_denouncers_receipt_can_hold_an_identity():
    kinds = [str(part.type) for part in fields(DenunciationReceipt)]
    assert not any("Identity" in kind or "time" in kind for kind in kinds)
    with pytest.raises(TypeError):
        sample_papers.denunciation(identity=sample_papers.MAN)


def test_the_two_types_refuse_each_others_pseudonyms():
    with pytest.raises(ReceptionError, match=r"printing.denunciation_as_ordinary"):
        sample_papers.ordinary(pseudonym=Pseudonym("TC", 2026, 13))
    with pytest.raises(ReceptionError, match=r"printing.ordinary_as_denunciation"):
        sample_papers.denunciation(pseudonym=Pseudonym("KN", 2026, 13))


def test_numbers_that_pair_the_copies_are_refused():
    for number, printed in (("BN-0295", "2026-0424"), ("BN-0297", "2026-0419")):
        with pytest.raises(ReceptionError, match=r"printing.paired"):
            sample_papers.denunciation(person_numbers=CopyNumbers(number, printed))


def test_a_denouncers_copy_that_shows_its_kind_is_refused():
    papers = (PaperReceived("Don to cao khong dau", 1),)
    with pytest.raises(ReceptionError, match=r"printing.kind_shown"):
        render_receipt(sample_papers.denunciation(intake=sample_papers.intake(papers)))


def test_a_random_code_that_looks_like_a_number_of_a_denunciation_prints():
    contents = replace(sample_papers.denunciation().box_contents, code="TC23-TC45-TC67")
    person = render_receipt(sample_papers.denunciation(box_contents=contents)).document_with(
        CopyKind.PERSON
    )
    assert "TC23-TC45-TC67" in words(person.pdf)
    papers = (PaperReceived("Đơn TC23", 1),)
    with pytest.raises(ReceptionError, match=r"printing.kind_shown"):
        render_receipt(
            sample_papers.denunciation(box_contents=contents, intake=sample_papers.intake(papers))
        )


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Đơn tố cáo", "Đơn"),
        ("ĐƠN TỐ CÁO ngày 12/3", "ĐƠN ngày 12/3"),
        ("Danh sách người bị tố cáo", "Danh sách"),
        ("Tố cáo", "Giấy tờ"),
        ("Bản đồ", "Bản đồ"),
    ],
)
def test_names_of_papers_are_made_neutral(name, shown):
    assert with_neutral_name(PaperReceived(name, 1)).name == shown


@BOTH
def test_fonts_are_embedded_and_the_document_says_only_its_code(make):
    for fmt in ReceiptFormat:
        for copy in render_receipt(make(format=fmt)).copies:
            assert all(embedded for _, embedded in fonts(copy.pdf))
            document = reader(copy.pdf)
            assert document.trailer["/Root"]["/Lang"] == "vi-VN"
            assert document.metadata.title == copy.title
            properties = {key: str(value) for key, value in document.metadata.items() if value}
            assert set(properties) == {"/Title", "/CreationDate", "/ModDate", "/Trapped"}
            assert (
                properties["/CreationDate"] == properties["/ModDate"] == "D:20000101000000+00'00'"
            )


def test_the_check_reads_every_word_of_a_copy_in_the_order_of_the_page():
    checked = []
    receipt = render_receipt(sample_papers.denunciation(format=ReceiptFormat.A4), checked.append)
    assert len(checked) == len(receipt.copies)
    for copy, texts in zip(receipt.copies, checked, strict=True):
        assert squeezed(words(copy.pdf)) == squeezed("".join(texts))


@BOTH
def test_many_papers_go_on_a4_and_all_are_there(make):
    receipt = render_receipt(
        make(intake=sample_papers.intake(sample_papers.MANY_PAPERS, sample_papers.LONG_OFFICE))
    )
    assert receipt.format is ReceiptFormat.A4
    for copy in receipt.copies:
        assert size(copy.pdf) == (210, 297)
        text = squeezed(words(copy.pdf))
        for paper in sample_papers.MANY_PAPERS:
            assert squeezed(paper.name) in text
        pages = reader(copy.pdf).pages
        assert pages[1].extract_text().split()[0] == "2"
        assert pages[0].extract_text().split()[0] == "Bản"


def test_copies_without_an_identity_are_checked_for_it():
    shown = replace(sample_papers.PAPERS[0], name="Đơn của ông Lò Văn Mường")
    sheet = sample_papers.ordinary(intake=sample_papers.intake((shown,)))
    with pytest.raises(ReceptionError, match=r"printing.identity_found"):
        render_receipt(sheet, check_for_identities(sample_papers.MAN))
    render_receipt(
        sample_papers.ordinary(), check_for_identities(sample_papers.MAN, ("Trần Thị B",))
    )


TEXTS = st.text(
    alphabet=st.sampled_from(
        "aăâbcdđeêghiklmnoôơpqrstuưvxyÁẰẪẾỢỰỶĐ 0123456789.,;:/-()\u0301\u0323"
    ),
    min_size=1,
    max_size=90,
).filter(lambda text: bool(text.strip()))


@settings(max_examples=25)
@given(TEXTS, TEXTS, st.lists(TEXTS, min_size=1, max_size=12))
def test_any_vietnamese_text_is_printed_and_can_be_copied(name, where, papers):
    received = tuple(PaperReceived(text, number) for number, text in enumerate(papers, 1))
    intake = replace(sample_papers.intake(received), reception_place=where)
    man = Identity(name=name)
    receipt = render_receipt(sample_papers.ordinary(intake=intake, identity=man))
    text = squeezed("".join(words(copy.pdf) for copy in receipt.copies))
    for part in (name, *papers):
        assert squeezed(unicodedata.normalize("NFC", part)) in text
