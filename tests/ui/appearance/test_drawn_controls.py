"""Controls as drawn: round ones are round at every scale, tick boxes are seen in both modes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QScrollBar,
    QStyle,
    QStyleOptionButton,
)

from ui.appearance.theme import Mode, theme

# Qt draws a square where a radius is over half a side.
SCALES = pytest.mark.parametrize("scale", [1.0, 1.15, 1.3, 1.5])


def corner_and_edge(image: QImage, box: tuple[int, int, int, int]) -> tuple[QColor, QColor]:
    """Return the colours of the top left corner and of the middle of the top edge of a box."""
    x, y, width, _ = box
    return image.pixelColor(x, y), image.pixelColor(x + width // 2, y)


@SCALES
def test_a_radio_button_is_round(themed: QApplication, scale: float) -> None:
    theme().apply(themed, Mode.LIGHT, scale)
    button = QRadioButton()
    button.resize(button.sizeHint())
    option = QStyleOptionButton()
    button.initStyleOption(option)
    style = button.style()
    box = style.subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, button)
    corner, edge = corner_and_edge(button.grab().toImage(), box.getRect())
    assert edge != corner
    button.deleteLater()


@SCALES
def test_the_handle_of_a_scroll_bar_is_round(themed: QApplication, scale: float) -> None:
    theme().apply(themed, Mode.LIGHT, scale)
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 100)
    bar.setPageStep(50)
    bar.resize(bar.sizeHint().width(), 300)
    image = bar.grab().toImage()
    handle = theme().color("borderStrong")
    drawn = [
        QPoint(x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y) == handle
    ]
    left, top = min(point.x() for point in drawn), min(point.y() for point in drawn)
    assert QPoint(left, top) not in drawn
    bar.deleteLater()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_empty_tick_box_of_a_list_has_a_border(themed: QApplication, mode: Mode) -> None:
    theme().apply(themed, mode, 1.0)
    rows = QListWidget()
    item = QListWidgetItem("TC-0001", rows)
    item.setCheckState(Qt.CheckState.Unchecked)
    rows.resize(200, 60)
    row = rows.grab().toImage().copy(rows.visualItemRect(item))
    border = theme().color("inputBorder")
    drawn = [x for x in range(row.width()) if row.pixelColor(x, row.height() // 2) == border]
    assert len(drawn) == 2  # left and right
    rows.deleteLater()
