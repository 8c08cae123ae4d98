"""The ring follows its button until Qt destroys it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.widgets.focus_ring import FocusRing
from ui.widgets.push_button import PushButton


def test_a_ring_without_attributes_still_follows(themed: QApplication, qtbot):
    """The collector of cyclic garbage clears attributes while Qt still sends events."""
    window = QWidget()
    qtbot.addWidget(window)
    button = PushButton("Lưu", window)
    QVBoxLayout(window).addWidget(button)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    (ring,) = window.findChildren(FocusRing)
    assert ring.isVisible()
    ring.__dict__.clear()
    button.hide()
    assert not ring.isVisible()
