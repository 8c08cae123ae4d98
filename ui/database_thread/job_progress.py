"""How far a long job on the worker is, and the wish to stop it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class JobProgress(QObject):
    """Called on the worker as ``steps(done, total)``; ``told`` arrives in the window's thread.

    ``stop()`` makes the next call return False: the job then ends without having written.
    """

    told = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a wish to stop."""
        super().__init__(parent)
        self._stopped = False

    def __call__(self, done: int, total: int) -> bool:
        """Tell and answer whether to go on."""
        self.told.emit(done, total)
        return not self._stopped

    def stop(self) -> None:
        """Ask the job to end."""
        self._stopped = True
