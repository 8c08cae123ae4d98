"""One attached scan in section 3: kind, pages, whether it is sealed, and a button to drop it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.features.visit_entry.form_state import ScanForm
from ui.widgets.icon_line import IconLine

translate = QCoreApplication.translate


class ScanLine(QWidget):
    """One scan; ``dropped(index)`` by its button or by Del."""

    dropped = Signal(int)

    def __init__(self, place: int, scan: ScanForm, parent: QWidget) -> None:
        """Show index, kind and pages; neither name nor folder of the file is known."""
        super().__init__(parent)
        self._place = place
        words = translate("Desk", "Scan {number}: {kind}, {pages} pages").format(
            number=place + 1, kind=scan.kind.upper(), pages=scan.pages
        )
        if scan.shows_person:
            words += translate("Desk", ", sealed on saving")
        self.line = IconLine("seal" if scan.shows_person else "file-text", words, self)
        self.drop = QToolButton(self)
        self.drop.setIcon(icons.icon("x", "text2"))
        self.drop.setAutoRaise(True)
        self.drop.setFixedSize(theme().px(28), theme().px(28))
        self.drop.setAccessibleName(
            translate("Desk", "Remove scan {number}").format(number=place + 1)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(22), 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.drop)
        self.drop.clicked.connect(self._drop)

    @Slot()
    def _drop(self) -> None:
        self.drop.clearFocus()
        self.dropped.emit(self._place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del drops the scan that has the focus."""
        if event.key() == Qt.Key.Key_Delete:
            self._drop()
        else:
            super().keyPressEvent(event)
