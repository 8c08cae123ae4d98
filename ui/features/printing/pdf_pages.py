"""A PDF in memory as pages: for the screen, and for printers that accept only images."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from reception.domain.errors import ReceptionError

_POINTS_PER_INCH = 72


class PdfPages(QObject):
    """One document; holds buffer and bytes, because Qt does not keep them alive."""

    def __init__(self, pdf: bytes, parent: QObject | None = None) -> None:
        """Read the document; raises ``printer.broken_document``."""
        super().__init__(parent)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._buffer)
        if self.document.status() != QPdfDocument.Status.Ready or not self.page_count:
            self.release()
            raise ReceptionError("printer.broken_document")

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return self.document.pageCount()

    def page_size(self, page: int) -> QSizeF:
        """Return the size of a page in points."""
        return self.document.pagePointSize(page)

    def render(self, page: int, dots_per_inch: int) -> QImage:
        """Return a page as a grey-scale image, to save three quarters of the memory."""
        points = self.page_size(page)
        scale = dots_per_inch / _POINTS_PER_INCH
        size = QSize(round(points.width() * scale), round(points.height() * scale))
        image = QImage(size, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)  # rendered pages are transparent where nothing is drawn
        painter = QPainter(image)
        painter.drawImage(0, 0, self.document.render(page, size))
        painter.end()
        return image

    def release(self) -> None:
        """Release the document and its bytes."""
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())
