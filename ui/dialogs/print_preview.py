"""The document as it will lie on paper, the printers, and one key to print (screen 23)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.errors import ReceptionError
from reception.messages.printer import SENTENCES
from reception.printer.queues import PrinterInfo
from ui import icons
from ui.output.clerk import PaperClerk
from ui.output.order import PrintOrder
from ui.output.pages import Pages
from ui.output.paper_view import PaperView
from ui.output.pieces import glyph_label
from ui.output.print_run import PrintRun
from ui.output.print_side import PrintSide
from ui.theme import theme
from ui.widgets.key_button import KeyButton

WIDTH, HEIGHT = 940, 666
translate = QCoreApplication.translate


class PrintPreview(QDialog):
    """Shows one document and prints it; a failure keeps it in memory, here and nowhere else.

    ``printed`` carries the ticket, ``failed`` the error (the dialog stays open), ``dropped``
    says that the officer closed it without paper. Raises ``printer.broken_document``.
    """

    printed = Signal(object)
    failed = Signal(object)
    dropped = Signal()

    def __init__(self, order: PrintOrder, clerk: PaperClerk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self._clerk = clerk
        self._over = False
        self._pages = Pages(order.pdf, self)
        self._run = PrintRun(clerk, self)
        self._build()
        self._wire()
        self._update()
        self.refresh_printers()
        clerk.warn(self._show_warning, self._ignore)

    @Slot()
    def refresh_printers(self) -> None:
        """Ask for the printers again (F5)."""
        self._clerk.list_printers(self._show_printers, self._show_error)

    @Slot()
    def print_now(self) -> None:
        """Send the document to the chosen printer."""
        printer = self.side.printer
        if printer is not None and not self._run.busy:
            self.side.banner.tell("info", "")
            self._run.start(printer, replace(self._order, options=self.side.options))
            self._update()

    def reject(self) -> None:
        """Take a job on its way back; without one, close and say that there was no paper."""
        if self._run.busy:
            self._run.take_back()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Let go of the document before the dialog goes."""
        if self._over:
            return
        self._over = True
        self._pages.forget()
        super().done(result)
        if result != QDialog.DialogCode.Accepted:
            self.dropped.emit()

    def _build(self) -> None:
        self.setWindowTitle("Sổ tiếp công dân")
        self.setAccessibleName(self._order.heading)
        self.resize(theme().px(WIDTH), theme().px(HEIGHT))
        _ground(self, "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.paper = PaperView(self._pages, self)
        self.side = PrintSide(self._order, self)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.paper, 1)
        body.addWidget(self.side)
        column.addWidget(self._header())
        column.addWidget(_line(self))
        column.addLayout(body, 1)
        column.addWidget(_line(self))
        column.addWidget(self._footer())

    def _header(self) -> QWidget:
        header = QFrame(self)
        row = QHBoxLayout(header)
        row.setContentsMargins(20, 10, 20, 10)
        words = QVBoxLayout()
        words.setSpacing(0)
        for text, role in ((self._order.heading, "heading"), (self._order.subtitle, "secondary")):
            label = QLabel(text, header)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role)
            words.addWidget(label)
        row.addLayout(words, 1)
        self.close_button = QToolButton(header)
        self.close_button.setObjectName("close_button")
        self.close_button.setIcon(icons.icon("x", "text2", 18))
        self.close_button.setAutoRaise(True)
        self.close_button.setFixedSize(32, 32)
        self.close_button.setAccessibleName(translate("PrintPreview", "Close without printing"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self.close_button)
        return header

    def _footer(self) -> QWidget:
        footer = QFrame(self)
        _ground(footer, "surfaceAlt")
        row = QHBoxLayout(footer)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        words = translate(
            "PrintPreview", "A failed print stays in memory until printed, dropped or locked"
        )
        hint = QLabel(words, footer)
        hint.setProperty("role", "secondary")
        self.cancel_button = KeyButton("", footer, key="Esc")
        self.cancel_button.setObjectName("cancel_button")
        self.print_button = KeyButton("", footer, "primary", "printer", "Ctrl+P")
        self.print_button.setObjectName("print_button")
        row.addWidget(glyph_label("history", "text3", footer, 16))
        row.addWidget(hint, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.print_button)
        return footer

    def _wire(self) -> None:
        self.close_button.clicked.connect(self.reject)
        self.cancel_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self.print_now)
        self.side.changed.connect(self._update)
        self._run.printed.connect(self._printed)
        self._run.failed.connect(self._failed)
        self._run.waiting.connect(self._waiting)
        self._run.taken_back.connect(self._update)
        for keys, slot in (
            ("Ctrl+P", self.print_now),
            ("Ctrl++", self.paper.larger),
            ("Ctrl+=", self.paper.larger),
            ("Ctrl+-", self.paper.smaller),
            ("Ctrl+0", self.paper.whole_page),
            ("PgDown", self.paper.next_page),
            ("PgUp", self.paper.previous_page),
            ("F5", self.refresh_printers),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    @Slot(object)
    def _show_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        self.side.printers.show_printers(printers)
        if not printers:
            self._show_error(ReceptionError("printer.no_printer"))
        elif self.side.printer and not self.side.copies.spin.hasFocus():
            self.print_button.setFocus()

    @Slot(object)
    def _show_warning(self, code: str | None) -> None:
        self.side.warning.tell("warn", _sentence(ReceptionError(code)) if code else "")

    @Slot(object)
    def _ignore(self, error: ReceptionError) -> None:
        """Leave it: the same failure is told by the list of printers."""

    @Slot(object)
    def _show_error(self, error: ReceptionError) -> None:
        self.side.banner.tell("error", _sentence(error))
        self._update()

    @Slot(object)
    def _printed(self, ticket: object) -> None:
        self.accept()
        self.printed.emit(ticket)

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        self._show_error(error)
        self.refresh_printers()
        self.failed.emit(error)

    @Slot(object)
    def _waiting(self, error: ReceptionError) -> None:
        self.side.banner.tell("warn", _sentence(error))

    @Slot()
    def _update(self) -> None:
        busy = self._run.busy
        self.side.set_busy(busy)
        self.print_button.setEnabled(busy or self.side.printer is not None)
        self.print_button.set_busy(translate("PrintPreview", "Printing…") if busy else "")
        words = (
            translate("PrintPreview", "Take back") if busy else translate("PrintPreview", "Cancel")
        )
        self.cancel_button.set_text(words)
        copies = self.side.copies.value()
        self.print_button.set_text(translate("PrintPreview", "Print %n copies", "", copies))


def _sentence(error: ReceptionError) -> str:
    vietnamese, english = SENTENCES[error.code]
    local = QLocale().language() == QLocale.Language.Vietnamese
    return (vietnamese if local else english).format(**error.facts)


def _ground(widget: QWidget, name: str) -> None:
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, theme().color(name))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("line", "true")
    return line
