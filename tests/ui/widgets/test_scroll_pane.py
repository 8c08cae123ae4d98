"""Scroll panes: the same size gives the same arrangement, whatever the size was before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ui.widgets.scroll_pane import FittingPane

TEXT = "Đơn này đã được chuyển đến cơ quan có thẩm quyền giải quyết theo quy định. "
WIDTH = 320


@pytest.fixture
def pane(themed: QApplication, qtbot) -> Iterator[FittingPane]:
    """A pane of wrapping labels in a visible window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 800)
    found = FittingPane(window)
    column = QVBoxLayout(found.page)
    for count in (1, 3, 5):
        label = QLabel(TEXT * count, found.page)
        label.setWordWrap(True)
        column.addWidget(label)
    found.resize(WIDTH, 700)
    window.show()
    QApplication.processEvents()
    yield found
    window.close()


def arrangement(pane: FittingPane) -> tuple[int, int, int, int]:
    """Return width and height of the page, width of the viewport, and the range of the bar."""
    page, bar = pane.page, pane.verticalScrollBar()
    return page.width(), page.height(), pane.viewport().width(), bar.maximum()


def test_a_size_gives_one_arrangement_from_above_and_from_below(pane: FittingPane) -> None:
    least = pane.page.heightForWidth(WIDTH)
    heights = range(least - 40, least + 40)
    found: list[dict[int, tuple[int, int, int, int]]] = []
    for order in (heights, heights[::-1]):
        seen = {}
        for height in order:
            pane.resize(WIDTH, height)
            seen[height] = arrangement(pane)
        found.append(seen)
    assert found[0] == found[1]
    for height, (width, _, viewport, hidden) in found[0].items():
        assert width == viewport
        assert (hidden > 0) == (height < least)


def test_longer_text_scrolls_after_one_turn_and_shorter_text_does_not(pane: FittingPane) -> None:
    pane.resize(WIDTH, pane.page.heightForWidth(WIDTH))
    before = arrangement(pane)
    label = pane.page.findChild(QLabel)
    label.setText(TEXT * 2)
    QApplication.processEvents()
    width, _, viewport, hidden = arrangement(pane)
    assert (width, viewport) == (WIDTH - pane.verticalScrollBar().sizeHint().width(),) * 2
    assert hidden > 0
    label.setText(TEXT)
    QApplication.processEvents()
    assert arrangement(pane) == before
