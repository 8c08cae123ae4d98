"""What the unlock screen is painted and set with, without naming Qt's flags."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QStylePainter, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.lazy_qt_enum import set_qt_property

PLACE = QRect(0, 0, 120, 24)
LONG = "Nguyễn Thị Ví Dụ, bản Nậm Lúc, xã Thử Nghiệm"


def test_the_numbers_are_those_of_qt():
    assert Qt.AlignmentFlag.AlignLeft.value == painting.LEFT
    assert Qt.AlignmentFlag.AlignHCenter.value == painting.CENTER


class Written(QWidget):
    """One line, by the painter of styles or by the plain one."""

    def __init__(self, text: str, align: int, *, styled: bool) -> None:
        super().__init__()
        self._text, self._align, self._styled = text, align, styled
        self.setFixedSize(PLACE.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QStylePainter(self) if self._styled else QPainter(self) as painter:
            painting.box(painter, PLACE, "surface", "accent")
            painting.line(painter, PLACE, self._text, theme().font("label"), "text", self._align)


def picture(qtbot, text: str, align: int, *, styled: bool) -> QImage:
    widget = Written(text, align, styled=styled)
    qtbot.addWidget(widget)
    return widget.grab().toImage()


@pytest.mark.parametrize("align", [painting.LEFT, painting.CENTER, Qt.AlignmentFlag.AlignRight])
@pytest.mark.parametrize("text", ["Mở sổ", LONG])
def test_both_painters_write_the_same(themed: QApplication, qtbot, text: str, align: int):
    styled, plain = (picture(qtbot, text, align, styled=way) for way in (True, False))
    assert styled == plain
    assert styled != picture(qtbot, "", align, styled=True)


def test_a_line_too_long_ends_in_an_ellipsis_inside_its_place(themed: QApplication, qtbot):
    shown = picture(qtbot, LONG, painting.LEFT, styled=False)
    metrics = QFontMetrics(theme().font("label"))
    cut = metrics.elidedText(LONG, Qt.TextElideMode.ElideRight, PLACE.width())
    assert cut != LONG
    assert shown == picture(qtbot, cut, painting.LEFT, styled=False)


def test_settings_by_name_are_qts_and_a_wrong_word_is_an_error(themed: QApplication, qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    set_qt_property(label, textFormat="PlainText", alignment="AlignTop|AlignRight")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.alignment() == Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
    for wrong in ({"textFormat": "Plain"}, {"noSuchThing": "NoFocus"}):
        with pytest.raises(ValueError, match="QLabel"):
            set_qt_property(label, **wrong)
