"""Pages of a document on a grey background: always white, with zoom by key and by button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.features.printing.pdf_pages import PdfPages

STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class PageView(QWidget):
    """Shows the pages of one document; there is nothing to select, copy or drag."""

    zoomed = Signal()

    def __init__(self, pages: PdfPages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = pages.count
        self.view = QPdfView(self)
        self.view.setObjectName("view")
        self.view.setAccessibleName(QCoreApplication.translate("PaperView", "Pages to print"))
        self.view.setDocument(pages.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._bar = QFrame(self)
        self._build()
        self._wire()
        self.whole_page()

    @Slot()
    def whole_page(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.zoomed.emit()

    @Slot()
    def larger(self) -> None:
        """Zoom in by one step."""
        self._step([step for step in STEPS if step > self._factor() + 0.01][:1])

    @Slot()
    def smaller(self) -> None:
        """Zoom out by one step."""
        self._step([step for step in STEPS if step < self._factor() - 0.01][-1:])

    @Slot()
    def next_page(self) -> None:
        self._turn(1)

    @Slot()
    def previous_page(self) -> None:
        self._turn(-1)

    def _turn(self, by: int) -> None:
        navigator = self.view.pageNavigator()
        page = navigator.currentPage() + by
        if 0 <= page < self._count:
            navigator.jump(page, QPointF(), 0)

    def _step(self, steps: list[float]) -> None:
        if steps:
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
            self.view.setZoomFactor(steps[0])
            self.zoomed.emit()

    def _factor(self) -> float:
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom:
            return self.view.zoomFactor()
        document = self.view.document()
        points = document.pagePointSize(self.view.pageNavigator().currentPage())
        margins = self.view.documentMargins()
        available = self.view.viewport().size()
        wide = (available.width() - margins.left() - margins.right()) / max(points.width(), 1)
        high = (available.height() - margins.top() - margins.bottom()) / max(points.height(), 1)
        return min(wide, high) * 72 / self.logicalDpiX()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._bar)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(16, 4, 16, 6)
        row.setSpacing(6)
        self.page_label = QLabel(self._bar)
        self.page_label.setProperty("role", "label")
        row.addWidget(self.page_label)
        row.addStretch(1)
        self.smaller_button = self._tool("zoom-out")
        self.zoom_label = QLabel(self._bar)
        self.zoom_label.setProperty("role", "label")
        self.larger_button = self._tool("zoom-in")
        self.whole_button = self._tool("file-text")
        name = QCoreApplication.translate
        for tool, text in (
            (self.smaller_button, name("PaperView", "Smaller (Ctrl+-)")),
            (self.larger_button, name("PaperView", "Larger (Ctrl++)")),
            (self.whole_button, name("PaperView", "Whole page (Ctrl+0)")),
        ):
            tool.setAccessibleName(text)
            tool.setToolTip(text)
        for widget in (self.smaller_button, self.zoom_label, self.larger_button, self.whole_button):
            row.addWidget(widget)
        self._dress()

    def _tool(self, icon: str) -> QToolButton:
        button = QToolButton(self._bar)
        button.setIcon(icons.icon(icon, "text2", 16))
        button.setAutoRaise(True)
        button.setFixedSize(theme().px(28), theme().px(28))
        return button

    def _dress(self) -> None:
        """Set the colour of the background by the palette: style sheets do not reach it."""
        background = theme().color("paperDesk")
        for widget in (self.view, self.view.viewport(), self._bar):
            palette = widget.palette()
            for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window):
                palette.setColor(role, background)
            palette.setColor(QPalette.ColorRole.Base, background)
            widget.setPalette(palette)
        self._bar.setAutoFillBackground(True)

    def _wire(self) -> None:
        self.smaller_button.clicked.connect(self.smaller)
        self.larger_button.clicked.connect(self.larger)
        self.whole_button.clicked.connect(self.whole_page)
        self.view.pageNavigator().currentPageChanged.connect(self._tell)
        self.zoomed.connect(self._tell)
        self.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Report the zoom again when the view changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._tell()
        return False

    @Slot()
    def _tell(self) -> None:
        words = QCoreApplication.translate("PaperView", "Page {page} of {count}")
        page = self.view.pageNavigator().currentPage() + 1
        self.page_label.setText(words.format(page=page, count=self._count))
        self.zoom_label.setText(f"{round(self._factor() * 100)}%")
