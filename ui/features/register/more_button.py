"""The button "More" of the register: a menu of report, import, log verification and columns."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui.appearance.window_settings import WindowSettings
from ui.features.register.column_menu import ColumnMenu

translate = QCoreApplication.translate


class MoreButton(QToolButton):
    """Emits one signal for each entry of its menu; ``may_import`` adds the entry for import."""

    report_wanted = Signal()
    import_wanted = Signal()
    verification_wanted = Signal()

    def __init__(self, settings: WindowSettings, parent: QWidget, *, may_import: bool) -> None:
        super().__init__(parent)
        self.setObjectName("more_button")
        self.setText(translate("Register", "More"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(translate("Register", "Month's report"), self.report_wanted.emit)
        if may_import:
            label = translate("Register", "Bring an Excel register in")
            menu.addAction(label, self.import_wanted.emit)
        menu.addAction(translate("Register", "Check the log"), self.verification_wanted.emit)
        self.column_menu = ColumnMenu(settings, self)
        menu.addSeparator()
        menu.addMenu(self.column_menu)
        self.setMenu(menu)
