"""The list from which a custodian chooses identity pages: by key, nobody at first, codes only."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reception.services.papers.denouncer_identity_pages import PageCandidate
from ui.features.register.identity_page_choice import IdentityPageChoice

_DAY = date(2026, 11, 19)
CANDIDATES = tuple(
    PageCandidate(2026000000 + number, number, _DAY, f"TC-{number:04d}") for number in (3, 6, 9)
)


def test_codes_are_ticked_by_key_and_one_button_ticks_all(qtbot, themed: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    choice = IdentityPageChoice(window)
    changes: list[frozenset[int]] = []
    choice.changed.connect(lambda: changes.append(choice.chosen()))
    window.show()
    assert not choice.all_button.isEnabled()
    choice.show_candidates(CANDIDATES)
    assert choice.chosen() == frozenset()
    assert choice.list.item(0).text() == "TC-0003 · lượt 0003, 19/11/2026"
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(choice.list, key)
    assert choice.chosen() == frozenset({2026000003, 2026000009})
    assert choice.count_label.text() == "Đã chọn 2 trên 3"
    for expected in (3, 0):  # all, then nobody
        QTest.mouseClick(choice.all_button, Qt.MouseButton.LeftButton)
        assert len(choice.chosen()) == expected
    choice.show_candidates(CANDIDATES[:1])
    assert changes[-1] == frozenset()
