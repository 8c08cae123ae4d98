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
from reception.printing.forms.citizen_copy import (
    CitizenCopy,
    CitizenCopyOffice,
    render_citizen_copy,
)
from reception.printing.forms.receipt import render_office_copies
from reception.printing.forms.receipt_data import CopyKind, DenunciationReceipt, ReceiptFormat
from reception.printing.layout.identity_check import check_for_identities
from reception.printing.layout.page_flow import PageFooter
from tests.printing import sample_papers
from tests.printing.pdf_text import fonts, reader, size, squeezed, words

BOTH = pytest.mark.parametrize("make", [sample_papers.ordinary, sample_papers.denunciation])


def test_a_citizens_copy_leaves_what_could_tell_the_kind_to_the_pen():
    text = words(render_citizen_copy(sample_papers.citizen(papers=sample_papers.SECRET_PAPERS)))
    for part in (
        *("Số: 072-415-9036", "Vào ...... giờ ...... ngày 19 tháng 11 năm 2026", "K7QF-2MXD-9T4P"),
        *("lập thành ...... bản", "ngày ........ tháng ........ năm 20......", "Đơn viết tay"),
        *("(ghi bằng bút)", "Neo 4.129 · 2be9 70d1"),
    ):
        assert part in text
    for part in ("tố cáo", "Số in", "BN-", "TC-", "04/12"):
        assert part not in text
    assert re.search(r"[0-9] giờ", text) is None


def test_no_field_of_a_citizens_copy_can_hold_a_kind():
    names = {part.name for kind in (CitizenCopy, CitizenCopyOffice) for part in fields(kind)}
    assert names == {
        *("office", "visited_on", "papers", "number", "code", "identity", "reprinted_on"),
        *("heading", "reception_place", "answer_place", "officer", "phone", "checkpoint", "format"),
    }


def test_a_citizens_copy_with_the_person_has_all_else_the_same():
    copy = sample_papers.citizen()
    named = words(render_citizen_copy(replace(copy, identity=sample_papers.MAN)))
    assert "Đã nhận của ông (bà): Lò Văn Mường" in named
    assert "Số căn cước: 012075000456, ngày cấp: 12/8/2022, nơi cấp: Bộ Công an" in named
    by_pen = words(render_citizen_copy(copy)).splitlines()
    rest = [line for line in by_pen if not line.endswith(":") and "bằng bút" not in line]
    assert all(line in named for line in rest)


def test_a_copy_made_again_says_so():
    copy = sample_papers.citizen(reprinted_on=sample_papers.DAY)
    assert "giao người cung cấp, in lại ngày 19/11/2026" in words(render_citizen_copy(copy))


def test_the_ordinary_files_copy_has_the_pseudonym_and_no_code():
    (copy,) = render_office_copies(sample_papers.ordinary())
    assert (copy.kind, copy.code, copy.holds_identity) == (CopyKind.FILE, "BN-0294", False)
    text = words(copy.pdf)
    for part in (
        "Người khiếu nại · KN-0233",
        "Số: BN-0294",
        "Số in 2026-0417",
    ):
        assert part in text
    for hidden in ("Mường", "012075000456", "Phiêng", "K7QF", "2MXD", "giờ"):
        assert hidden not in text


def test_the_office_may_choose_the_name_on_the_files_copy():
    (file,) = render_office_copies(sample_papers.ordinary(identity=sample_papers.MAN))
    assert file.holds_identity
    assert "Lò Văn Mường" in words(file.pdf)


def test_the_files_copy_of_a_denunciation_has_no_code_and_no_hour():
    file, _ = render_office_copies(sample_papers.denunciation())
    text = words(file.pdf)
    for part in ("Người tố cáo · TC-0013", "BN-0295", "Chữ ký ở bản 3", "phong bì NP-0013"):
        assert part in text
    for part in ("072-415", "K7QF", "giờ ..."):
        assert part not in text


def test_the_signed_copy_for_the_envelope_has_no_number_of_the_files_copy():
    _, envelope = render_office_copies(sample_papers.denunciation())
    text = words(envelope.pdf)
    assert "Bản 3: bản ký, để trong phong bì niêm phong" in text
    assert "Số: ......" in text
    for part in ("TC-0013", "NP-0013", "BN-0295", "tố cáo", "072-415"):
        assert part not in text


def test_each_copy_is_a_document_of_its_own():
    copies = render_office_copies(sample_papers.denunciation())
    assert [copy.kind for copy in copies] == [CopyKind.FILE, CopyKind.ENVELOPE]
    assert not any(copy.holds_identity for copy in copies)
    assert [size(copy.pdf) for copy in copies] == [(148, 210), (148, 210)]
    assert [len(reader(copy.pdf).pages) for copy in copies] == [1, 1]


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


def test_one_print_number_on_both_copies_is_refused():
    with pytest.raises(ReceptionError, match=r"printing.paired"):
        sample_papers.denunciation(envelope_footer=PageFooter("2026-0419"))


def test_a_random_code_may_look_like_a_number_of_a_denunciation():
    copy = sample_papers.citizen(code="TC23-TC45-TC67", papers=(PaperReceived("Đơn TC23", 1),))
    text = words(render_citizen_copy(copy))
    assert "TC23-TC45-TC67" in text
    assert "Đơn TC23" not in text


@BOTH
def test_fonts_are_embedded_and_the_document_says_only_its_code(make):
    for fmt in ReceiptFormat:
        for copy in render_office_copies(make(format=fmt)):
            assert all(embedded for _, embedded in fonts(copy.pdf))
            document = reader(copy.pdf)
            assert document.trailer["/Root"]["/Lang"] == "vi-VN"
            assert document.metadata.title == "TCD"
            properties = {key: str(value) for key, value in document.metadata.items() if value}
            assert set(properties) == {"/Title", "/CreationDate", "/ModDate", "/Trapped"}
            assert (
                properties["/CreationDate"] == properties["/ModDate"] == "D:20000101000000+00'00'"
            )


def test_the_check_reads_every_word_of_a_copy_in_the_order_of_the_page():
    checked = []
    sheet = sample_papers.denunciation(format=ReceiptFormat.A4)
    copies = render_office_copies(sheet, checked.append)
    assert len(checked) == len(copies)
    for copy, texts in zip(copies, checked, strict=True):
        assert squeezed(words(copy.pdf)) == squeezed("".join(texts))


@BOTH
def test_many_papers_go_on_a4_and_all_are_there(make):
    copies = render_office_copies(
        make(intake=sample_papers.intake(sample_papers.MANY_PAPERS, sample_papers.LONG_OFFICE))
    )
    for copy in copies:
        assert size(copy.pdf) == (210, 297)
        text = squeezed(words(copy.pdf))
        for paper in sample_papers.MANY_PAPERS:
            assert squeezed(paper.name) in text
        pages = reader(copy.pdf).pages
        assert pages[1].extract_text().split()[0] == "2"
        assert pages[0].extract_text().split()[0] == "Bản"


def test_a_citizens_copy_with_many_papers_goes_on_a4():
    pdf = render_citizen_copy(sample_papers.citizen(papers=sample_papers.MANY_PAPERS))
    assert size(pdf) == (210, 297)
    assert "K7QF-2MXD-9T4P" in words(pdf)


def test_copies_without_an_identity_are_checked_for_it():
    shown = replace(sample_papers.PAPERS[0], name="Đơn của ông Lò Văn Mường")
    check = check_for_identities(sample_papers.MAN)
    with pytest.raises(ReceptionError, match=r"printing.identity_found"):
        render_office_copies(sample_papers.ordinary(intake=sample_papers.intake((shown,))), check)
    with pytest.raises(ReceptionError, match=r"printing.identity_found"):
        render_citizen_copy(sample_papers.citizen(papers=(shown,)), check)
    allowed = check_for_identities(sample_papers.MAN, ("Trần Thị B",))
    render_office_copies(sample_papers.ordinary(), allowed)
    render_citizen_copy(sample_papers.citizen(), allowed)


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
    (file,) = render_office_copies(sample_papers.ordinary(intake=intake, identity=man))
    text = squeezed(words(file.pdf))
    for part in (name, *papers):
        assert squeezed(unicodedata.normalize("NFC", part)) in text
