"""One line of text, as painted widgets draw it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.appearance.theme import theme
from ui.widgets import painting

PLACE = QRect(0, 0, 120, 24)
LONG = "Nguyễn Thị Ví Dụ, bản Nậm Lúc, xã Thử Nghiệm"
LEFT = Qt.AlignmentFlag.AlignLeft


class PaintedLine(QWidget):
    """A line of text in an outlined box."""

    def __init__(self, text: str, align: Qt.AlignmentFlag) -> None:
        super().__init__()
        self._text, self._align = text, align
        self.setFixedSize(PLACE.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.draw_box(painter, PLACE, "surface", "accent")
            painting.draw_text(
                painter, PLACE, self._text, theme().font("label"), "text", self._align
            )


def picture(qtbot: QtBot, text: str, align: Qt.AlignmentFlag = LEFT) -> QImage:
    widget = PaintedLine(text, align)
    qtbot.addWidget(widget)
    return widget.grab().toImage()


def test_a_line_is_drawn_by_its_alignment(themed: QApplication, qtbot: QtBot) -> None:
    sides = (LEFT, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
    pictures = [picture(qtbot, "Mở sổ", side) for side in sides]
    empty = picture(qtbot, "")
    assert all(shown != empty for shown in pictures)
    assert all(first != second for first, second in pairwise(pictures))


@pytest.mark.parametrize("align", [LEFT, Qt.AlignmentFlag.AlignRight])
def test_a_line_too_long_ends_in_an_ellipsis_inside_its_place(
    themed: QApplication, qtbot: QtBot, align: Qt.AlignmentFlag
) -> None:
    metrics = QFontMetrics(theme().font("label"))
    cut = metrics.elidedText(LONG, Qt.TextElideMode.ElideRight, PLACE.width())
    assert cut != LONG
    assert picture(qtbot, LONG, align) == picture(qtbot, cut, align)
