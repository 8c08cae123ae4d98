"""Tờ khôi phục: thirty-three numbered lines, or one share of thirty-three words."""

from __future__ import annotations

import pytest
from shamir_mnemonic.wordlist import WORDLIST

from reception.domain.errors import ReceptionError
from reception.printing.forms.recovery_sheet import (
    RecoveryForm,
    render_recovery_form,
    render_recovery_sheet,
)
from tests.printing import sample_papers
from tests.printing.pdf_text import fonts, reader, size, words

FORM = RecoveryForm(sample_papers.OFFICE, 2, "7E41 09BC D2A8")


def test_the_blank_form_has_its_numbers_in_order_and_no_word():
    pdf = render_recovery_form(FORM)
    text = words(pdf)
    assert size(pdf) == (210, 297)
    assert len(reader(pdf).pages) == 1
    assert text.startswith("BAN TIẾP CÔNG DÂN TỈNH TỜ KHÔI PHỤC SỐ 2 Hai trong ba tờ mở được sổ 1 ")
    shown = text.split("mở được sổ")[1].split("Dấu gốc")[0].split()
    assert shown == [str(number) for number in range(1, 34)]
    assert "Dấu gốc của cơ quan: 7E41 09BC D2A8 Người giữ:" in text
    assert "NGƯỜI LẬP" in text
    assert "NGƯỜI GIỮ" in text


def test_the_blank_form_has_a_dotted_line_for_each_word_and_each_answer():
    content = reader(render_recovery_form(FORM)).pages[0].get_contents().get_data()
    assert content.count(b"[.6 1.7] 0 d") == 33 + 2  # words, holder, day


def test_a_share_has_its_words_after_their_numbers():
    longest = sorted(WORDLIST, key=len)[-33:]
    text = words(render_recovery_sheet(FORM, longest))
    pairs = " ".join(f"{number} {word}" for number, word in enumerate(longest, 1))
    assert pairs in text


@pytest.mark.parametrize("count", [0, 20, 32, 34])
def test_a_share_of_another_length_is_refused_without_its_words_in_the_error(count):
    given = list(WORDLIST[:count])
    with pytest.raises(ReceptionError, match="printing.share_words") as refused:
        render_recovery_sheet(FORM, given)
    assert refused.value.facts == {"wanted": 33, "given": count}


def test_long_names_stay_on_one_page():
    form = RecoveryForm(
        sample_papers.LONG_OFFICE,
        1,
        "7E41 09BC D2A8",
        holder="Nguyễn Hoàng Thị Phương Thảo Nguyên, Chánh Văn phòng Đoàn đại biểu Quốc hội và "
        "Hội đồng nhân dân tỉnh Lai Châu",
    )
    pdf = render_recovery_form(form)
    assert len(reader(pdf).pages) == 1
    assert "Hội đồng nhân dân tỉnh Lai Châu" in words(pdf)


def test_title_language_and_fonts():
    pdf = render_recovery_sheet(FORM, list(WORDLIST[:33]))
    assert reader(pdf).metadata.title == "KP-0002"
    assert reader(pdf).metadata.author in (None, "")
    assert reader(pdf).trailer["/Root"]["/Lang"] == "vi-VN"
    assert all(embedded and "Tinos" in name for name, embedded in fonts(pdf))
