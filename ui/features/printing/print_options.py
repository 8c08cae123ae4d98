"""The right part of the preview: printers, copies, paper, and reasons not to print."""

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

WIDTH = 388
translate = QCoreApplication.translate


class PrintOptionsPanel(QScrollArea):
    """Printer and options; ``changed`` after each choice."""

    changed = Signal()

    def __init__(self, order: PrintOrder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = replace(
            order, pdf=b"", screen_pdf=None
        )  # only the preview holds the document
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget(self)
        inner.setProperty("clear", "true")
        self.printers = PrinterList(order.cable_only, inner, order.single)
        self.copies = NumberStepper(inner, 1, 1 if order.single else MAX_COPIES)
        self.banner = Banner("error", inner)
        self.note = Banner("warn", inner, body=order.note)
        self.warning = Banner("warn", inner)
        self._build(inner)
        self.setWidget(inner)
        self.printers.chosen.connect(self.changed)
        self.copies.changed.connect(self.changed)

    @property
    def printer(self) -> PrinterInfo | None:
        """The chosen printer, or None."""
        return self.printers.printer

    @property
    def options(self) -> PrintOptions:
        """The chosen options."""
        ordered = self._order.options
        return PrintOptions(self.copies.value(), ordered.sides, ordered.paper)

    def set_busy(self, busy: bool) -> None:
        """Disable the choices while a document is being printed."""
        self.printers.setEnabled(not busy)
        self.copies.setEnabled(not busy and not self._order.single)

    def _build(self, inner: QWidget) -> None:
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        label = QLabel(translate("PrintPreview", "Printer"), inner)
        label.setProperty("role", "label")
        column.addWidget(label)
        column.addWidget(self.printers)
        column.addLayout(self._fields(inner))
        for banner in (self.banner, self.note, self.warning):
            column.addWidget(banner)
            banner.hide()
        self.note.setVisible(bool(self._order.note))
        for approval in self._order.approvals:
            column.addWidget(IconLine("circle-check", approval, inner, "ok"))
        column.addStretch(1)

    def _fields(self, inner: QWidget) -> QHBoxLayout:
        self.copies.setObjectName("copies")
        self.copies.set_value(self._order.options.copies)
        self.copies.setEnabled(not self._order.single)
        count = QLabel(translate("PrintPreview", "&Copies"), inner)
        count.setBuddy(self.copies)
        self.copies.setAccessibleName(count.text().replace("&", ""))
        paper = QLabel(_paper_text(self._order.options), inner)
        paper.setProperty("role", "secondary")
        size = QLabel(translate("PrintPreview", "Paper"), inner)
        row = QHBoxLayout()
        row.setSpacing(10)
        for label, field in ((count, self.copies), (size, paper)):
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
