"""The right part of the preview: printers, copies, paper, and warnings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.print_queue.print_jobs import MAX_COPIES, Paper, PrintOptions, Sides
from reception.print_queue.printers import PrinterInfo
from ui.features.printing.print_order import PrintOrder
from ui.features.printing.printer_list import PrinterList
from ui.widgets.banner import Banner
from ui.widgets.icon_line import IconLine
from ui.widgets.number_stepper import NumberStepper

_WIDTH = 388
translate = QCoreApplication.translate


class PrintOptionsPanel(QScrollArea):
    """The choice of printer and number of copies; emits ``changed`` after each choice."""

    changed = Signal()

    def __init__(self, order: PrintOrder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Without the document, which only the preview holds.
        self._order = replace(order, pdf=b"", preview_pdf=None)
        self.setFixedWidth(_WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget(self)
        inner.setProperty("clear", "true")
        self.printer_list = PrinterList(order.needs_allowed_printer, inner, order.single_copy)
        self.copies = NumberStepper(inner, 1, 1 if order.single_copy else MAX_COPIES)
        self.banner = Banner("error", inner)
        self.note = Banner("warn", inner, body=order.note)
        self.spool_warning = Banner("warn", inner)
        self._build(inner)
        self.setWidget(inner)
        self.printer_list.chosen.connect(self.changed)
        self.copies.changed.connect(self.changed)

    @property
    def printer(self) -> PrinterInfo | None:
        """The chosen printer, None before a choice."""
        return self.printer_list.printer

    @property
    def options(self) -> PrintOptions:
        """The options of the order with the chosen number of copies."""
        return replace(self._order.options, copies=self.copies.value())

    def set_busy(self, busy: bool) -> None:
        """Disable the choices while a document is being printed."""
        self.printer_list.setEnabled(not busy)
        self.copies.setEnabled(not busy and not self._order.single_copy)

    def _build(self, inner: QWidget) -> None:
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        label = QLabel(translate("PrintPreview", "Printer"), inner)
        label.setProperty("role", "label")
        column.addWidget(label)
        column.addWidget(self.printer_list)
        column.addLayout(self._copies_and_paper(inner))
        for banner in (self.banner, self.note, self.spool_warning):
            column.addWidget(banner)
            banner.hide()
        self.note.setVisible(bool(self._order.note))
        for approval in self._order.approvals:
            column.addWidget(IconLine("circle-check", approval, inner, "ok"))
        column.addStretch(1)

    def _copies_and_paper(self, inner: QWidget) -> QHBoxLayout:
        self.copies.setObjectName("copies")
        self.copies.set_value(self._order.options.copies)
        self.copies.setEnabled(not self._order.single_copy)
        copies_label = QLabel(translate("PrintPreview", "&Copies"), inner)
        copies_label.setBuddy(self.copies)
        self.copies.setAccessibleName(copies_label.text().replace("&", ""))
        paper_text = QLabel(_paper_text(self._order.options), inner)
        paper_text.setProperty("role", "secondary")
        paper_label = QLabel(translate("PrintPreview", "Paper"), inner)
        row = QHBoxLayout()
        row.setSpacing(10)
        for label, field in ((copies_label, self.copies), (paper_label, paper_text)):
            label.setProperty("role", "label")
            column = QVBoxLayout()
            column.setSpacing(3)
            column.addWidget(label)
            column.addWidget(field, 1)
            row.addLayout(column, 1)
        return row


def _paper_text(options: PrintOptions) -> str:
    size = "A4" if options.paper is Paper.A4 else "A5"
    if options.sides is Sides.ONE:
        return translate("PrintPreview", "{size}, one side").format(size=size)
    return translate("PrintPreview", "{size}, both sides").format(size=size)
