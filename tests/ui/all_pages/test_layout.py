"""Every page at 100 and 150 %, light and dark, in both usual windows: nothing is cut or small."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.all_pages.office_fixture import SIZES, OfficeFixture
from tests.ui.all_pages.page_catalogue import PageEntry, every_page
from tests.ui.layout_checks import faults
from ui.appearance.theme import Mode, theme

# Menus grab the keyboard where there is one: without a display there is none.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_COLOR = re.compile(r"#[0-9a-fA-F]{3,8}|rgba?\([^)]*\)|url\([^)]*\)")


@pytest.fixture(scope="module", params=[(Mode.LIGHT, 1.0), (Mode.DARK, 1.5)], ids=str)
def drawn(
    request: pytest.FixtureRequest, office: OfficeFixture, qapp: QApplication
) -> Iterator[OfficeFixture]:
    """Return the office in a look, changed while its window stands."""
    theme().apply(qapp, *request.param)
    office.settle()
    yield office
    office.stage(office.window)


@pytest.mark.parametrize("page_entry", every_page(), ids=lambda page_entry: page_entry.name)
def test_nothing_is_cut_covered_or_small(drawn: OfficeFixture, page_entry: PageEntry) -> None:
    top = page_entry.enter(drawn)
    drawn.settle()
    found = {}
    for size in SIZES:
        top.resize(*size)
        drawn.settle()
        found[size] = faults(top)
    top.resize(*SIZES[0])
    drawn.clear()
    assert found == {size: [] for size in SIZES}


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_light_and_dark_differ_in_colours_only(
    office: OfficeFixture, qapp: QApplication, scale
) -> None:
    """Then a page that fits in one mode fits in the other: two looks are enough for all pages."""
    sheets = []
    for mode in (Mode.LIGHT, Mode.DARK):
        theme().apply(qapp, mode, scale)
        sheets.append(_COLOR.sub("", theme().sheet()))
    assert sheets[0] == sheets[1]
    assert "px" in sheets[0]
