"""Shows an opened identity while its window is active; at most one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from reception.domain.reveal import IdentityPart
from ui.features.disclosure.reveal_dialog import RevealDialog, reveal_caption
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.disclosure.opened_identity import RevealResult


class IdentityDisplay(QObject):
    """``dialog`` is the one that shows an identity at present, None without one."""

    def __init__(self, reception: Reception, window: MainWindow) -> None:
        super().__init__(window)
        self._reception, self._window = reception, window
        self.dialog: RevealDialog | None = None

    def show(self, result: RevealResult, parts: frozenset[IdentityPart]) -> None:
        """Show the parts for sixty seconds."""
        session = self._reception.session
        caption = reveal_caption(result, session.member.name, session.environment.clock.now())
        dialog = RevealDialog(result.revealed.identity, parts, caption, self._window)
        self.dialog = dialog
        dialog.closed.connect(self._forget)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def close(self) -> None:
        """Close the dialog and clear the identity, if one is shown."""
        if self.dialog is not None:
            self.dialog.reject()

    @Slot()
    def _forget(self) -> None:
        self.dialog = None
