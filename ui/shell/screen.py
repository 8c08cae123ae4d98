"""Base class of everything that a window shows as a whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.shell.shortcut import ShortcutScope


class Screen(QWidget):
    """The window calls ``entered`` and ``about_to_lock``; a subclass overrides what it needs.

    ``shortcut_scope``: the keys that F1 lists for this screen; None for those of its item in the
    navigation rail.
    """

    shortcut_scope: ShortcutScope | None = None

    def entered(self) -> None:
        """React to being shown, each time; by default the screen takes the focus."""
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def about_to_lock(self) -> None:
        """Pass unsaved input to the database thread at once; by default there is none."""
