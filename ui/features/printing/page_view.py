"""Pages of a document, white on a grey background, with zoom by keys and buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.features.printing.pdf_pages import PdfPages

_ZOOM_FACTORS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class PageView(QWidget):
    """Shows the pages of one document; emits ``zoomed`` after each change of the zoom.

    Nothing on the pages can be selected, copied or dragged.
    """

    zoomed = Signal()

    def __init__(self, pages: PdfPages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page_count = pages.page_count
        self.view = QPdfView(self)
        self.view.setObjectName("view")
        self.view.setAccessibleName(QCoreApplication.translate("PaperView", "Pages to print"))
        self.view.setDocument(pages.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._zoom_bar = QFrame(self)
        self._build()
        self._wire()
        self.show_whole_page()

    @Slot()
    def show_whole_page(self) -> None:
        """Zoom so that a page fits into the view."""
        # Bars that come and go with the size of the page make Qt compute the zoom again without
        # end in some sizes of the window. A whole page never needs the horizontal bar.
        bar = Qt.ScrollBarPolicy
        self.view.setHorizontalScrollBarPolicy(bar.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOff if self._page_count == 1 else bar.ScrollBarAlwaysOn
        )
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.zoomed.emit()

    @Slot()
    def zoom_in(self) -> None:
        """Zoom in by one step."""
        self._zoom_to(
            [factor for factor in _ZOOM_FACTORS if factor > self._zoom_factor() + 0.01][:1]
        )

    @Slot()
    def zoom_out(self) -> None:
        """Zoom out by one step."""
        self._zoom_to(
            [factor for factor in _ZOOM_FACTORS if factor < self._zoom_factor() - 0.01][-1:]
        )

    @Slot()
    def next_page(self) -> None:
        self._move_by(1)

    @Slot()
    def previous_page(self) -> None:
        self._move_by(-1)

    def _move_by(self, pages: int) -> None:
        navigator = self.view.pageNavigator()
        page = navigator.currentPage() + pages
        if 0 <= page < self._page_count:
            navigator.jump(page, QPointF(), 0)

    def _zoom_to(self, factors: list[float]) -> None:
        """Zoom to the first of the factors; do nothing if there is none."""
        if factors:
            self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
            self.view.setZoomFactor(factors[0])
            self.zoomed.emit()

    def _zoom_factor(self) -> float:
        """Return the zoom, 1.0 for the size on paper; computed where a whole page is shown."""
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
        column.addWidget(self._zoom_bar)
        row = QHBoxLayout(self._zoom_bar)
        row.setContentsMargins(16, 4, 16, 6)
        row.setSpacing(6)
        self.page_label = QLabel(self._zoom_bar)
        self.page_label.setProperty("role", "label")
        row.addWidget(self.page_label)
        row.addStretch(1)
        self.zoom_out_button = self._add_button("zoom-out")
        self.zoom_label = QLabel(self._zoom_bar)
        self.zoom_label.setProperty("role", "label")
        self.zoom_in_button = self._add_button("zoom-in")
        self.whole_page_button = self._add_button("file-text")
        translate = QCoreApplication.translate
        for button, text in (
            (self.zoom_out_button, translate("PaperView", "Smaller (Ctrl+-)")),
            (self.zoom_in_button, translate("PaperView", "Larger (Ctrl++)")),
            (self.whole_page_button, translate("PaperView", "Whole page (Ctrl+0)")),
        ):
            button.setAccessibleName(text)
            button.setToolTip(text)
        for widget in (
            self.zoom_out_button,
            self.zoom_label,
            self.zoom_in_button,
            self.whole_page_button,
        ):
            row.addWidget(widget)
        self._set_background()

    def _add_button(self, icon: str) -> QToolButton:
        button = QToolButton(self._zoom_bar)
        button.setIcon(icons.icon(icon, "text2", 16))
        button.setAutoRaise(True)
        button.setFixedSize(theme().px(28), theme().px(28))
        return button

    def _set_background(self) -> None:
        """Set the background by the palette, because QPdfView ignores style sheets for it."""
        background = theme().color("paperDesk")
        for widget in (self.view, self.view.viewport(), self._zoom_bar):
            palette = widget.palette()
            for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window):
                palette.setColor(role, background)
            palette.setColor(QPalette.ColorRole.Base, background)
            widget.setPalette(palette)
        self._zoom_bar.setAutoFillBackground(True)

    def _wire(self) -> None:
        self.zoom_out_button.clicked.connect(self.zoom_out)
        self.zoom_in_button.clicked.connect(self.zoom_in)
        self.whole_page_button.clicked.connect(self.show_whole_page)
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
        self.page_label.setText(text.format(page=page, count=self._page_count))
        self.zoom_label.setText(f"{round(self._zoom_factor() * 100)}%")
