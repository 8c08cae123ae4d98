"""The print route for Windows: Qt sends each page of a paper to the printer as an image."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSettings, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from reception.domain.errors import ReceptionError
from reception.print_queue.job_titles import JOB_TITLE
from reception.print_queue.print_jobs import JobState, JobStatus, JobTicket, PrintOptions, Sides
from reception.print_queue.printers import (
    Attachment,
    PrinterInfo,
    PrinterState,
    port_attachment,
    ready_among,
)
from ui.features.printing.pdf_pages import PdfPages
from ui.features.printing.temporary_files import temporary_files_in_memory

_DOTS_PER_INCH = 300
_WINDOWS_PORTS = r"HKEY_CURRENT_USER\Software\Microsoft\Windows NT\CurrentVersion\Devices"
_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


class QtPrintRoute:
    """Paints each page in greyscale at 300 dots per inch; works on the window's thread only."""

    uses_window_thread = True

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the printers that Qt lists, those allowed for identities first, then by name."""
        with temporary_files_in_memory():
            printers = [_printer_info(info) for info in QPrinterInfo.availablePrinters()]
        return tuple(
            sorted(printers, key=lambda printer: (not printer.allowed_for_identities, printer.name))
        )

    def submit(
        self, printer_name: str, pdf: bytes, options: PrintOptions | None = None
    ) -> JobTicket:
        """Paint a document on the printer with a name.

        Raises the codes of ``ready_among``, and ``printer.failed`` when Qt cannot begin the job.
        """
        printer = ready_among(printer_name, self.printers())
        pages = PdfPages(pdf)
        try:
            with temporary_files_in_memory():
                _paint(printer, pages, options or PrintOptions())
        finally:
            pages.release()
        return JobTicket(printer_name, 0)

    def state(self, ticket: JobTicket) -> JobStatus:
        """Return the state "completed" for any job: Qt cannot ask for the state of a sent job."""
        del ticket
        return JobStatus(JobState.COMPLETED)

    def cancel(self, ticket: JobTicket) -> None:
        """Do nothing: Qt cannot cancel a sent job."""
        del ticket

    def warning(self) -> str | None:
        """Return the code of the warning that Windows may keep printed documents."""
        return "printer.spool_unknown"


def _printer_info(qt_info: QPrinterInfo) -> PrinterInfo:
    name = qt_info.printerName()
    is_stopped = qt_info.state() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}
    return PrinterInfo(
        name=name,
        description=qt_info.description() or name,
        device_uri="",
        attachment=_attachment(name),
        state=PrinterState.STOPPED if is_stopped else PrinterState.IDLE,
        is_accepting_jobs=True,
        is_default=qt_info.isDefault(),
    )


def _attachment(name: str) -> Attachment:
    """Return how a printer is connected, from its port: Windows lists ``winspool,USB001``."""
    ports = QSettings(_WINDOWS_PORTS, QSettings.Format.NativeFormat)
    driver_and_port = ports.value(name, "", type=str)
    return port_attachment(str(driver_and_port).rpartition(",")[2])


def _paint(info: PrinterInfo, pages: PdfPages, options: PrintOptions) -> None:
    printer = QPrinter(QPrinterInfo.printerInfo(info.name), QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    printer.setResolution(_DOTS_PER_INCH)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setDocName(JOB_TITLE)
    printer.setCopyCount(options.copies)
    printer.setDuplex(_DUPLEX[options.sides])
    _set_page_layout(printer, pages.page_size(0))
    painter = QPainter()
    if not painter.begin(printer):
        raise ReceptionError("printer.failed", printer=info.description, status="Qt")
    for page_index in range(pages.page_count):
        if page_index > 0:
            _set_page_layout(printer, pages.page_size(page_index))
            printer.newPage()
        paper_rect = printer.paperRect(QPrinter.Unit.DevicePixel)
        image = pages.render(page_index, _DOTS_PER_INCH)
        painter.drawImage(QRectF(0, 0, paper_rect.width(), paper_rect.height()), image)
    painter.end()


def _set_page_layout(printer: QPrinter, page_size: QSizeF) -> None:
    """Set size (in points) and orientation of the next page, without margins."""
    is_landscape = page_size.width() > page_size.height()
    portrait_size = page_size.transposed() if is_landscape else page_size
    landscape = QPageLayout.Orientation.Landscape
    orientation = landscape if is_landscape else QPageLayout.Orientation.Portrait
    size = QPageSize(portrait_size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF()))
    printer.setFullPage(True)
