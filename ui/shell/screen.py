"""Base class of everything that a window shows as a whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.shell.shortcut import ShortcutScope


class Screen(QWidget):
    """The window calls ``on_entered`` and ``about_to_lock``; a subclass overrides what it needs.

    The help dialog (F1) lists the keys of ``shortcut_scope``. If it is None, the dialog lists the
    keys of the item of the navigation rail that is selected.
    """

    shortcut_scope: ShortcutScope | None = None

    def on_entered(self) -> None:
        """Called each time the screen has been shown; by default it takes the focus."""
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close a temporary page: another page of its item was chosen. By default it stays."""

    def about_to_lock(self) -> None:
        """Pass unsaved input to the database thread at once; by default there is none."""
