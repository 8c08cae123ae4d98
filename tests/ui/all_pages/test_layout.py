"""Every page at 100 and 150 %, light and dark, in two window sizes: nothing is cut or small."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.all_pages.office_fixture import SIZES, OfficeFixture
from tests.ui.all_pages.page_catalogue import PageEntry, every_page
from tests.ui.layout_checks import layout_faults
from ui.appearance.theme import Mode, theme

# A menu grabs the keyboard; the offscreen platform warns that it cannot.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_COLOR = re.compile(r"#[0-9a-fA-F]{3,8}|rgba?\([^)]*\)|url\([^)]*\)")


@pytest.fixture(scope="module", params=[(Mode.LIGHT, 1.0), (Mode.DARK, 1.5)], ids=str)
def style(request: pytest.FixtureRequest) -> tuple[Mode, float]:
    """Theme mode and scale; of module scope, so that pytest groups the tests of one style."""
    return request.param


@pytest.fixture
def styled_office(
    style: tuple[Mode, float], office: OfficeFixture, qapp: QApplication
) -> OfficeFixture:
    """The office in a style, set while its window is open."""
    if (theme().mode, theme().scale) != style:  # another test may have changed it
        theme().apply(qapp, *style)
        office.settle()
    return office


@pytest.mark.parametrize("page_entry", every_page(), ids=lambda page_entry: page_entry.name)
def test_nothing_is_cut_covered_or_small(
    styled_office: OfficeFixture, page_entry: PageEntry
) -> None:
    top = page_entry.open(styled_office)
    styled_office.settle()
    found = {}
    for size in SIZES:
        top.resize(*size)
        styled_office.settle()
        found[size] = layout_faults(top)
    top.resize(*SIZES[0])
    styled_office.clear()
    assert found == {size: [] for size in SIZES}


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_light_and_dark_differ_in_colours_only(
    office: OfficeFixture, qapp: QApplication, scale
) -> None:
    """A page that fits in one mode then fits in the other: two styles are enough for all pages."""
    sheets = []
    for mode in (Mode.LIGHT, Mode.DARK):
        theme().apply(qapp, mode, scale)
        sheets.append(_COLOR.sub("", theme().style_sheet()))
    assert sheets[0] == sheets[1]
    assert "px" in sheets[0]
