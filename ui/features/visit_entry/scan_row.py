"""One attached scan on the papers card: kind, pages, whether it is sealed, a remove button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.features.visit_entry.form_state import ScanForm
from ui.widgets.icon_line import IconLine

translate = QCoreApplication.translate


class ScanRow(QWidget):
    """One attached scan; emits ``removal_wanted(index)`` on its button or on Del."""

    removal_wanted = Signal(int)

    def __init__(self, index: int, scan: ScanForm, parent: QWidget) -> None:
        """Show number, kind and pages; name and folder of the file are not stored."""
        super().__init__(parent)
        self._index = index
        text = translate("Desk", "Scan {number}: {kind}, {pages} pages").format(
            number=index + 1, kind=scan.kind.upper(), pages=scan.pages
        )
        if scan.shows_person:
            text += translate("Desk", ", sealed on saving")
        self.line = IconLine("seal" if scan.shows_person else "file-text", text, self)
        self.remove_button = QToolButton(self)
        self.remove_button.setIcon(icons.icon("x", "text2"))
        self.remove_button.setAutoRaise(True)
        self.remove_button.setFixedSize(theme().px(28), theme().px(28))
        self.remove_button.setAccessibleName(
            translate("Desk", "Remove scan {number}").format(number=index + 1)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(22), 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.remove_button)
        self.remove_button.clicked.connect(self._request_removal)

    @Slot()
    def _request_removal(self) -> None:
        self.remove_button.clearFocus()
        self.removal_wanted.emit(self._index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del removes the scan that has the focus."""
        if event.key() == Qt.Key.Key_Delete:
            self._request_removal()
        else:
            super().keyPressEvent(event)
