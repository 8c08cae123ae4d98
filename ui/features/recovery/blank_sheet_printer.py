"""Prints the blank form onto which a holder copies the words of a sheet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from reception.services.office.office_settings import OfficeSettings
from reception.services.recovery.blank_recovery_sheet import render_blank_sheet
from ui.features.printing.platform_route import platform_print_route
from ui.features.printing.print_order import PrintOrder
from ui.features.printing.print_preview import PrintPreview
from ui.features.printing.print_thread import PrintThread


class BlankSheetPrinter(QObject):
    """The printer's thread starts with the first form; ``close()`` ends it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._thread: PrintThread | None = None

    def show(self, settings: OfficeSettings, sheet: int, holder: str, fingerprint: str) -> None:
        """Show the print preview of the blank form for sheet 1, 2 or 3."""
        if self._thread is None:
            self._thread = PrintThread(platform_print_route(), self)
        translate = QCoreApplication.translate
        order = PrintOrder(
            translate("Wizard", "Blank form of a recovery sheet"),
            translate("Wizard", "Sheet {number}, to be filled in by hand").format(number=sheet),
            render_blank_sheet(settings, sheet, holder, fingerprint),
        )
        PrintPreview(order, self._thread, self._page).open()

    def close(self) -> None:
        """End the printer's thread."""
        if self._thread is not None:
            self._thread.close()
            self._thread = None
