"""The print route through Qt: pages as pictures, for Windows and as a fallback."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSettings, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from reception.domain.errors import ReceptionError
from reception.print_queue.job_titles import document_code
from reception.print_queue.print_jobs import JobState, JobStatus, JobTicket, PrintOptions, Sides
from reception.print_queue.printers import (
    Attachment,
    PrinterInfo,
    PrinterState,
    port_attachment,
    ready,
)
from ui.features.printing.memory_folder import memory_folder
from ui.features.printing.pdf_pages import PdfPages

DOTS_PER_INCH = 300
_WINDOWS_PORTS = r"HKEY_CURRENT_USER\Software\Microsoft\Windows NT\CurrentVersion\Devices"
_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


class QtPrintRoute:
    """Paints each page in greys at 300 dots an inch; only for the thread of the window."""

    paints = True

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the printers that Qt lists, those on a cable first."""
        with memory_folder():
            found = [_printer(info) for info in QPrinterInfo.availablePrinters()]
        return tuple(sorted(found, key=lambda printer: (not printer.by_cable, printer.name)))

    def submit(
        self, printer: str, pdf: bytes, title: str, options: PrintOptions | None = None
    ) -> JobTicket:
        """Paint the document; errors as ``reception.print_queue.print_jobs.print_pdf``."""
        code = document_code(title)
        queue = ready(printer, self.printers())
        pages = PdfPages(pdf)
        try:
            with memory_folder():
                _paint(queue, pages, code, options or PrintOptions())
        finally:
            pages.forget()
        return JobTicket(printer, 0, code)

    def state(self, ticket: JobTicket) -> JobStatus:
        """Report the job as completed: Qt gets no answer after it was handed to the system."""
        del ticket
        return JobStatus(JobState.COMPLETED)

    def cancel(self, ticket: JobTicket) -> None:
        """Do nothing: Qt cannot cancel a job."""
        del ticket

    def warning(self) -> str | None:
        """Warn: it is unknown whether the system keeps printed documents."""
        return "printer.spool_unknown"


def _printer(info: QPrinterInfo) -> PrinterInfo:
    name = info.printerName()
    stopped = info.state() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}
    return PrinterInfo(
        name=name,
        info=info.description() or name,
        device_uri="",
        attachment=_attachment(name),
        state=PrinterState.STOPPED if stopped else PrinterState.IDLE,
        accepting=True,
        default=info.isDefault(),
    )


def _attachment(name: str) -> Attachment:
    """Return ports by printer: Windows keeps ``winspool,USB001``; elsewhere there are none."""
    ports = QSettings(_WINDOWS_PORTS, QSettings.Format.NativeFormat)
    value = ports.value(name, "", type=str)
    return port_attachment(str(value).rpartition(",")[2])


def _paint(queue: PrinterInfo, pages: PdfPages, code: str, options: PrintOptions) -> None:
    printer = QPrinter(QPrinterInfo.printerInfo(queue.name), QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    printer.setResolution(DOTS_PER_INCH)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setDocName(code)
    printer.setCopyCount(options.copies)
    printer.setDuplex(_DUPLEX[options.sides])
    _fit(printer, pages.size(0))
    painter = QPainter()
    if not painter.begin(printer):
        raise ReceptionError("printer.failed", printer=queue.info, status="Qt")
    for page in range(pages.count):
        if page:
            _fit(printer, pages.size(page))
            printer.newPage()
        sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
        picture = pages.picture(page, DOTS_PER_INCH)
        painter.drawImage(QRectF(0, 0, sheet.width(), sheet.height()), picture)
    painter.end()


def _fit(printer: QPrinter, points: QSizeF) -> None:
    """Set paper size and orientation as the page has them, without margins."""
    wide = points.width() > points.height()
    upright = points.transposed() if wide else points
    turn = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, turn, QMarginsF()))
    printer.setFullPage(True)
