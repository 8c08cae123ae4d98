"""Window before an office is open. It imports few modules, so that it appears quickly."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.shell.screen import Screen
from ui.widgets import tab_order

INITIAL_SIZE = (1366, 696)


class StartWindow(QWidget):
    """Shows one page at a time, e.g. unlock, set-up or damage.

    ``painted`` is emitted once, after the first page was painted; ``closing`` before the window
    closes.
    """

    closing = Signal()
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle(QCoreApplication.translate("MainWindow", "Citizen reception register"))
        self.setMinimumSize(1024, 600)
        self.resize(*INITIAL_SIZE)
        self.setProperty("page", True)
        self._stack = QStackedLayout(self)
        self._page: Screen | None = None
        self._is_painted = False

    @property
    def page(self) -> Screen | None:
        """The page that is shown; None before the first one."""
        return self._page

    def show_page(self, page: Screen) -> None:
        """Show a page instead of the previous one, which is deleted."""
        old, self._page = self._page, page
        page.setProperty("page", True)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        page.on_entered()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Move the focus in reading order."""
        return tab_order.move_focus(self, next)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Emit ``painted`` after the first paint, once the child widgets are painted as well."""
        super().paintEvent(event)
        if not self._is_painted and self._page is not None:
            self._is_painted = True
            QTimer.singleShot(0, self, self._emit_painted)

    @Slot()
    def _emit_painted(self) -> None:
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
