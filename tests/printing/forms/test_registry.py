"""The registry of papers: names that the print log can tell apart, and who may be named."""

from __future__ import annotations

import pytest

from reception.printing.forms import registry
from reception.printing.forms.registry import PRINTED_FORMS, NamedPeople
from reception.services.papers.print_log import PaperJob


def test_every_paper_has_a_title_and_a_name_of_its_own():
    assert PRINTED_FORMS[0] is registry.RECEIPT
    assert PRINTED_FORMS[-1] is registry.REJECTED_ROWS_LIST
    assert len({form.title for form in PRINTED_FORMS}) == len(PRINTED_FORMS)
    assert len({form.name for form in PRINTED_FORMS}) == len(PRINTED_FORMS)


def test_names_are_those_of_existing_print_logs():
    names = {row.name for row in PRINTED_FORMS}
    for kept in (
        "Giấy biên nhận, Mẫu 02/TCD (NĐ 154/2026)",
        "Thông báo từ chối, Mẫu 01/TCD (NĐ 154/2026)",
        "Sổ tiếp công dân, Mẫu 03/TCD (NĐ 154/2026)",
        "Sổ tiếp công dân có danh tính, Mẫu 03/TCD (NĐ 154/2026)",
        "Trang danh tính người tố cáo, MẬT",
        "Phiếu tra cứu",
        "Báo cáo tháng",
    ):
        assert kept in names


@pytest.mark.parametrize("form", PRINTED_FORMS)
def test_only_a_form_that_may_show_names_accepts_an_identity(form):
    assert not PaperJob("A-1", form, b"", holds_identity=False).holds_identity
    if form.named_people is NamedPeople.NOBODY:
        with pytest.raises(ValueError, match="names nobody"):
            PaperJob("A-1", form, b"", holds_identity=True)
    else:
        assert PaperJob("A-1", form, b"", holds_identity=True).holds_identity


def test_many_names_are_printed_once_and_denouncers_by_cable_only():
    assert {row for row in PRINTED_FORMS if row.is_printed_once} == {
        registry.NAMED_REGISTER_BOOK,
        registry.IDENTITY_PAGE,
    }
    assert {row for row in PRINTED_FORMS if row.needs_allowed_printer} == {registry.IDENTITY_PAGE}
