"""The import's page: start, waiting, preview with its cards, done; and the bar below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.appearance.theme import theme
from ui.features.register_import.import_side import ImportSide
from ui.features.register_import.import_stages import DonePage, StartPage, WaitPage
from ui.features.register_import.preview_table import PreviewTable
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Banner
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane

translate = QCoreApplication.translate
_ANY = 16_777_215  # Qt's "no limit"
_NARROW = 900  # width of the page below which the cards stand under the table


class ImportPage(QWidget):
    """Lays the pages out; the cards go under the table where there is no room beside it."""

    def __init__(self, parent: QWidget) -> None:
        """Make every page, nothing shown yet."""
        super().__init__(parent)
        self._narrow = False
        self._build()

    def _build(self) -> None:
        self.header = PageHeader(translate("Import", "Bring an Excel register in"), self)
        self.back_button = PushButton("", self, "flat", "chevron-left")
        self.back_button.setObjectName("back_button")
        self.back_button.setAccessibleName(translate("Import", "Back to the register"))
        self.header.add_lead(self.back_button)
        other = translate("Import", "Choose another file")
        self.choose_button = PushButton(other, self, icon="folder-open")
        self.choose_button.setObjectName("choose_button")
        again = translate("Import", "Read the file again")
        self.again_button = PushButton(again, self, icon="refresh-cw", key="F5")
        self.again_button.setObjectName("again_button")
        self.header.add_side(self.choose_button)
        self.header.add_side(self.again_button)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.notes = Banner("warn", self)
        self.notes.hide()
        self.start = StartPage(self)
        self.wait = WaitPage(self)
        self.done = DonePage(self)
        self.body = self._preview_page()
        self.stack = QStackedWidget(self)
        for page in (self.start, self.wait, self.body, self.done):
            self.stack.addWidget(page)
        self._build_bar()
        self._lay_out()

    def _preview_page(self) -> ScrollPane:
        self.lines = PreviewTable(self)
        self.side = ImportSide(self)
        inner = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme().px(14))
        self._columns.addWidget(self.lines, 1)
        self._beside = ScrollPane(self.side, self)
        self._columns.addWidget(self._beside)
        return ScrollPane(inner, self)

    def _build_bar(self) -> None:
        self.bar = ActionBar(self)
        self.numbers = QLabel("", self)
        self.numbers.setProperty("role", "secondary")
        self.rest = QLabel("", self)
        self.rest.setProperty("role", "secondary")
        text = translate("Import", "Print the list")
        self.list_button = PushButton(text, self, icon="printer", key="Ctrl+P")
        self.list_button.setObjectName("list_button")
        self.cancel_button = PushButton(translate("Import", "Cancel"), self, key="Esc")
        self.cancel_button.setObjectName("cancel_button")
        self.import_button = PushButton("", self, "primary", "download", "Ctrl+Enter")
        self.import_button.setObjectName("import_button")
        self.bar.add_left(self.numbers)
        for widget in (self.rest, self.list_button, self.cancel_button, self.import_button):
            self.bar.add_right(widget)

    def _lay_out(self) -> None:
        edge = theme().px(20)
        inner = QVBoxLayout()
        inner.setContentsMargins(edge, 0, edge, theme().px(12))
        inner.setSpacing(theme().px(12))
        inner.addWidget(self.banner)
        inner.addWidget(self.notes)
        inner.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(inner, 1)
        column.addWidget(self.bar)

    def show_page(self, page: QWidget, stuck: int, *, again: bool) -> None:
        """Show a page with the buttons that belong to it.

        ``stuck`` rows have problems; ``again`` tells whether a file can be read again.
        """
        self.stack.setCurrentWidget(page)
        preview = page is self.body
        self.wait.stop_button.set_busy("")
        self.again_button.setVisible(page is not self.done and again)
        self.choose_button.setVisible(page in (self.body, self.wait))
        self.choose_button.setEnabled(preview)
        self.bar.setVisible(page is not self.done)
        for widget in (self.rest, self.import_button):
            widget.setVisible(preview)
        self.numbers.setVisible(preview and not self._narrow)
        self.list_button.setVisible(preview and stuck > 0)
        self.cancel_button.setVisible(page is not self.wait)
        words = translate("Import", "a preview, nothing is written yet")
        self.header.set_subtitle(words if page in (self.wait, self.body) else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards under the table where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_NARROW)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.side.set_spread(narrow)
        self._beside.setMaximumWidth(_ANY if narrow else self.side.width_beside())
        self._beside.setMinimumWidth(0 if narrow else self.side.width_beside())
        self._beside.setMinimumHeight(self.side.sizeHint().height() if narrow else 0)
        self._narrow = narrow
        self.numbers.setVisible(not narrow and self.stack.currentWidget() is self.body)
