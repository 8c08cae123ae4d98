"""The print route for Windows: Qt sends the pages as images."""

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
    ready_among,
)
from ui.features.printing.memory_folder import memory_folder
from ui.features.printing.pdf_pages import PdfPages

_DOTS_PER_INCH = 300
_WINDOWS_PORTS = r"HKEY_CURRENT_USER\Software\Microsoft\Windows NT\CurrentVersion\Devices"
_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


class QtPrintRoute:
    """Paints each page in grey-scale at 300 dots per inch; works on the window's thread only."""

    uses_window_thread = True

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the printers that Qt lists, those on a cable first."""
        with memory_folder():
            printers = [_printer_info(info) for info in QPrinterInfo.availablePrinters()]
        return tuple(
            sorted(printers, key=lambda printer: (not printer.allowed_for_identities, printer.name))
        )

    def submit(
        self, printer: str, pdf: bytes, title: str, options: PrintOptions | None = None
    ) -> JobTicket:
        """Paint the document; raises what ``reception.print_queue.print_jobs.print_pdf`` raises."""
        code = document_code(title)
        queue = ready_among(printer, self.printers())
        pages = PdfPages(pdf)
        try:
            with memory_folder():
                _paint(queue, pages, code, options or PrintOptions())
        finally:
            pages.release()
        return JobTicket(printer, 0, code)

    def state(self, ticket: JobTicket) -> JobStatus:
        """Return that the job is completed, because Qt gets no state after it has sent the job."""
        del ticket
        return JobStatus(JobState.COMPLETED)

    def cancel(self, ticket: JobTicket) -> None:
        """Do nothing, because Qt cannot cancel a job."""
        del ticket

    def warning(self) -> str | None:
        """Return the warning that the system may keep printed documents: Qt cannot find out."""
        return "printer.spool_unknown"


def _printer_info(info: QPrinterInfo) -> PrinterInfo:
    name = info.printerName()
    is_stopped = info.state() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}
    return PrinterInfo(
        name=name,
        description=info.description() or name,
        device_uri="",
        attachment=_attachment(name),
        state=PrinterState.STOPPED if is_stopped else PrinterState.IDLE,
        is_accepting_jobs=True,
        is_default=info.isDefault(),
    )


def _attachment(name: str) -> Attachment:
    """Return how a printer is attached by its port, listed by Windows as ``winspool,USB001``."""
    ports = QSettings(_WINDOWS_PORTS, QSettings.Format.NativeFormat)
    driver_and_port = ports.value(name, "", type=str)
    return port_attachment(str(driver_and_port).rpartition(",")[2])


def _paint(queue: PrinterInfo, pages: PdfPages, code: str, options: PrintOptions) -> None:
    printer = QPrinter(QPrinterInfo.printerInfo(queue.name), QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    printer.setResolution(_DOTS_PER_INCH)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setDocName(code)
    printer.setCopyCount(options.copies)
    printer.setDuplex(_DUPLEX[options.sides])
    _set_page_layout(printer, pages.page_size(0))
    painter = QPainter()
    if not painter.begin(printer):
        raise ReceptionError("printer.failed", printer=queue.description, status="Qt")
    for page in range(pages.page_count):
        if page:
            _set_page_layout(printer, pages.page_size(page))
            printer.newPage()
        paper = printer.paperRect(QPrinter.Unit.DevicePixel)
        image = pages.render(page, _DOTS_PER_INCH)
        painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), image)
    painter.end()


def _set_page_layout(printer: QPrinter, points: QSizeF) -> None:
    """Set paper size and orientation of a page, without margins."""
    is_landscape = points.width() > points.height()
    portrait_size = points.transposed() if is_landscape else points
    landscape = QPageLayout.Orientation.Landscape
    orientation = landscape if is_landscape else QPageLayout.Orientation.Portrait
    size = QPageSize(portrait_size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF()))
    printer.setFullPage(True)
