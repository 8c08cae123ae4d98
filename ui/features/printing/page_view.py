"""Pages of a document, white on a grey background, with zoom by keys and buttons."""

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
    """Shows the pages of one document; nothing can be selected, copied or dragged."""

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
        self._connect()
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
        self._move(1)

    @Slot()
    def previous_page(self) -> None:
        self._move(-1)

    def _move(self, pages: int) -> None:
        navigator = self.view.pageNavigator()
        page = navigator.currentPage() + pages
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
        width_ratio = (available.width() - margins.left() - margins.right()) / max(
            points.width(), 1
        )
        height_ratio = (available.height() - margins.top() - margins.bottom()) / max(
            points.height(), 1
        )
        return min(width_ratio, height_ratio) * 72 / self.logicalDpiX()

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
        self.smaller_button = self._add_button("zoom-out")
        self.zoom_label = QLabel(self._bar)
        self.zoom_label.setProperty("role", "label")
        self.larger_button = self._add_button("zoom-in")
        self.whole_button = self._add_button("file-text")
        translate = QCoreApplication.translate
        for button, text in (
            (self.smaller_button, translate("PaperView", "Smaller (Ctrl+-)")),
            (self.larger_button, translate("PaperView", "Larger (Ctrl++)")),
            (self.whole_button, translate("PaperView", "Whole page (Ctrl+0)")),
        ):
            button.setAccessibleName(text)
            button.setToolTip(text)
        for widget in (self.smaller_button, self.zoom_label, self.larger_button, self.whole_button):
            row.addWidget(widget)
        self._set_background()

    def _add_button(self, icon: str) -> QToolButton:
        button = QToolButton(self._bar)
        button.setIcon(icons.icon(icon, "text2", 16))
        button.setAutoRaise(True)
        button.setFixedSize(theme().px(28), theme().px(28))
        return button

    def _set_background(self) -> None:
        """Set the background by the palette: QPdfView ignores style sheets there."""
        background = theme().color("paperDesk")
        for widget in (self.view, self.view.viewport(), self._bar):
            palette = widget.palette()
            for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window):
                palette.setColor(role, background)
            palette.setColor(QPalette.ColorRole.Base, background)
            widget.setPalette(palette)
        self._bar.setAutoFillBackground(True)

    def _connect(self) -> None:
        self.smaller_button.clicked.connect(self.smaller)
        self.larger_button.clicked.connect(self.larger)
        self.whole_button.clicked.connect(self.whole_page)
        self.view.pageNavigator().currentPageChanged.connect(self._update_labels)
        self.zoomed.connect(self._update_labels)
        self.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Update the zoom label when the view changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._update_labels()
        return False

    @Slot()
    def _update_labels(self) -> None:
        text = QCoreApplication.translate("PaperView", "Page {page} of {count}")
        page = self.view.pageNavigator().currentPage() + 1
        self.page_label.setText(text.format(page=page, count=self._count))
        self.zoom_label.setText(f"{round(self._factor() * 100)}%")
