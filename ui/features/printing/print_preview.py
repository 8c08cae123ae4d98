"""Print preview: the pages, the printers, and one key to print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QKeyCombination,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence, sentence
from reception.print_queue.printers import PrinterInfo
from ui.appearance import icons
from ui.appearance.theme import theme
from ui.features.printing.page_view import PageView
from ui.features.printing.pdf_pages import PdfPages
from ui.features.printing.print_attempt import PrintAttempt
from ui.features.printing.print_options_panel import PrintOptionsPanel
from ui.features.printing.print_order import PrintOrder
from ui.features.printing.print_thread import PrintThread
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton
from ui.widgets.secrecy_mark import SecrecyMark

_WIDTH, _BODY_HEIGHT = 940, 546
_DIRECT_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly
translate = QCoreApplication.translate


class PrintPreview(Dialog):
    """Shows one document and prints it; the dialog alone holds the document.

    Emits ``printed(JobTicket)``, ``failed(ReceptionError)``, after which the dialog stays open, or
    ``discarded`` when it is closed without printing. The dialog deletes itself when it closes.
    Raises ``printer.broken_document``.
    """

    printed = Signal(object)
    failed = Signal(object)
    discarded = Signal()

    def __init__(self, order: PrintOrder, print_thread: PrintThread, parent: QWidget) -> None:
        super().__init__(order.heading, parent, _WIDTH)
        self._order = order
        self._print_thread = print_thread
        self._has_failed = False
        self._is_closed = False  # true until the closed dialog is deleted
        self._pages = PdfPages(order.preview_pdf or order.pdf, self)
        self._attempt = PrintAttempt(print_thread, self)
        self.set_subtitle(order.subtitle)
        self._build_preview()
        control, key = Qt.KeyboardModifier.ControlModifier, Qt.Key
        self._key_functions: dict[QKeyCombination, Callable[[], None]] = {
            QKeyCombination(control, key.Key_P): self.accept,
            QKeyCombination(control, key.Key_Plus): self.page_view.zoom_in,
            QKeyCombination(control, key.Key_Equal): self.page_view.zoom_in,
            QKeyCombination(control, key.Key_Minus): self.page_view.zoom_out,
            QKeyCombination(control, key.Key_0): self.page_view.show_whole_page,
            QKeyCombination(key.Key_PageDown): self.page_view.next_page,
            QKeyCombination(key.Key_PageUp): self.page_view.previous_page,
            QKeyCombination(key.Key_F5): self.refresh_printers,
        }
        self._connect_signals()
        self._update_controls()
        self.refresh_printers()
        print_thread.check_spool(self._show_spool_warning, self._ignore_failure)

    @Slot()
    def refresh_printers(self) -> None:
        """Read the printers again (F5)."""
        self._print_thread.list_printers(self._show_printers, self._show_error)

    @Slot()
    def accept(self) -> None:
        """Send the document to the chosen printer; without one, read the printers again."""
        printer = self.options_panel.printer
        if self._attempt.busy:
            return
        self.options_panel.banner.hide()
        if printer is None:
            self.refresh_printers()
            return
        self._attempt.start(printer, replace(self._order, options=self.options_panel.options))
        self._update_controls()

    @Slot()
    def reject(self) -> None:
        """Cancel a job that was sent; without a job, close without printing."""
        if self._attempt.busy:
            self._attempt.cancel()
        else:
            self.finish(False)

    def finish(self, accepted: bool) -> None:
        """Release the document before the dialog is deleted."""
        self._is_closed = True
        self._pages.release()
        self._order = replace(self._order, pdf=b"", preview_pdf=None)
        super().finish(accepted)
        self.deleteLater()
        if not accepted:
            self.discarded.emit()

    def event(self, event: QEvent) -> bool:
        """Accept the keys of this dialog before the window, which has the same shortcuts."""
        is_own_key = isinstance(event, QKeyEvent) and event.keyCombination() in self._key_functions
        if is_own_key and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of this dialog; the base class handles Esc and Enter."""
        function = self._key_functions.get(event.keyCombination())
        if function is None:
            super().keyPressEvent(event)
        else:
            function()

    def _build_preview(self) -> None:
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("close_button")
        self.close_button.setIcon(icons.icon("x", "text2", 18))
        self.close_button.setAutoRaise(True)
        self.close_button.setFixedSize(theme().px(32), theme().px(32))
        self.close_button.setAccessibleName(translate("PrintPreview", "Close without printing"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if self._order.is_secret:
            self.add_header_right(SecrecyMark(translate("PrintPreview", "SECRET"), self))
        self.add_header_right(self.close_button)
        body = _PreviewBody(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(1, 1, 1, 0)  # inside the border, below the line of the header
        row.setSpacing(0)
        self.page_view = PageView(self._pages, body)
        self.options_panel = PrintOptionsPanel(self._order, body)
        row.addWidget(self.page_view, 1)
        row.addWidget(self.options_panel)
        self._insert_without_margins(body)
        note = translate(
            "PrintPreview", "A failed print stays in memory until printed, dropped or locked"
        )
        self.add_note("history", note)
        self.cancel_button = PushButton("", self, key="Esc")
        self.cancel_button.setObjectName("cancel_button")
        self.set_leave_button(self.cancel_button)
        self.print_button = PushButton("", self, "primary", "printer", "Ctrl+P")
        self.print_button.setObjectName("print_button")
        self.set_primary(self.print_button)

    def _insert_without_margins(self, body: QWidget) -> None:
        """Insert pages and options between header and footer, without the margins of a dialog."""
        column = self._panel.layout()
        if not isinstance(column, QVBoxLayout):
            raise TypeError
        for header in column.findChildren(QVBoxLayout, options=_DIRECT_CHILDREN):
            header.setContentsMargins(theme().px(20), theme().px(8), theme().px(16), theme().px(8))
            header.setSpacing(theme().px(8))
        column.setStretch(0, 0)
        column.insertWidget(1, body, 1)

    def _connect_signals(self) -> None:
        self.close_button.clicked.connect(self.reject)
        self.options_panel.changed.connect(self._update_controls)
        self._attempt.printed.connect(self._close_after_printing)
        self._attempt.failed.connect(self._show_failure)
        self._attempt.delayed.connect(self._show_delay)
        self._attempt.cancelled.connect(self._update_controls)

    @Slot(object)
    def _show_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        if self._is_closed:  # the focus must not be set in a widget that is being deleted
            return
        self.options_panel.printer_list.show_printers(printers)
        if not printers:
            self._show_error(ReceptionError("printer.no_printer"))
        elif self.options_panel.printer and not self.options_panel.copies.spin.hasFocus():
            self.print_button.setFocus()

    @Slot(object)
    def _show_spool_warning(self, code: str | None) -> None:
        if code:
            self.options_panel.spool_warning.show_message("", sentence(code))

    @Slot(object)
    def _ignore_failure(self, error: ReceptionError) -> None:
        """Ignore the error, because reading the printers shows the same failure."""

    @Slot(object)
    def _show_error(self, error: ReceptionError) -> None:
        if self._is_closed:
            return
        self.options_panel.banner.show_message("", error_sentence(error), "error")
        self._update_controls()

    @Slot(object)
    def _close_after_printing(self, ticket: object) -> None:
        self.finish(True)
        self.printed.emit(ticket)

    @Slot(object)
    def _show_failure(self, error: ReceptionError) -> None:
        self._has_failed = True
        self._show_error(error)
        self.refresh_printers()
        self.failed.emit(error)

    @Slot(object)
    def _show_delay(self, error: ReceptionError) -> None:
        self.options_panel.banner.show_message("", error_sentence(error), "warn")

    @Slot()
    def _update_controls(self) -> None:
        is_busy = self._attempt.busy
        self.options_panel.set_busy(is_busy)
        self.print_button.set_text(self._button_text())
        self.print_button.set_busy(translate("PrintPreview", "Printing…") if is_busy else "")
        take_back = translate("PrintPreview", "Take back")
        cancel = translate("PrintPreview", "Cancel")
        self.cancel_button.set_text(take_back if is_busy else cancel)

    def _button_text(self) -> str:
        if self.options_panel.printer is None:
            return translate("PrintPreview", "Look for printers again")
        if self._has_failed:
            return translate("PrintPreview", "Try again")
        return translate("PrintPreview", "Print %n copies", "", self.options_panel.copies.value())


class _PreviewBody(QWidget):
    """Pages and options, with a line that separates them from the header."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, theme().color("border"))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH), theme().px(_BODY_HEIGHT))
