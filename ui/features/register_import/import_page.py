"""The widgets of the import: start, progress, preview with its cards, result, and buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence, sentence
from reception.services.register_import.import_preview import ImportPreview
from ui.appearance import display_format
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
_NO_LIMIT = 16_777_215  # Qt's "no limit"
_NARROW = 900  # width of the page below which the cards are shown below the table


class ImportPage(QWidget):
    """Only widgets, without reading; :class:`ImportScreen` calls its ``show_`` methods.

    One of its parts is shown at a time: ``start``, ``wait``, ``preview`` or ``done``.
    """

    leave_wanted = Signal()
    choose_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_narrow = False
        self._build()
        for button in (self.back_button, self.cancel_button, self.done.close_button):
            button.clicked.connect(self.leave_wanted)
        self.start.choose_wanted.connect(self.choose_wanted)
        self.choose_button.clicked.connect(self.choose_wanted)

    def _build(self) -> None:
        self.header = PageHeader(translate("Import", "Bring an Excel register in"), self)
        self.back_button = PushButton("", self, "flat", "chevron-left")
        self.back_button.setObjectName("back_button")
        self.back_button.setAccessibleName(translate("Import", "Back to the register"))
        self.header.add_lead(self.back_button)
        choose_text = translate("Import", "Choose another file")
        self.choose_button = PushButton(choose_text, self, icon="folder-open")
        self.choose_button.setObjectName("choose_button")
        again_text = translate("Import", "Read the file again")
        self.again_button = PushButton(again_text, self, icon="refresh-cw", key="F5")
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
        self.preview = self._preview_pane()
        self.stack = QStackedWidget(self)
        for part in (self.start, self.wait, self.preview, self.done):
            self.stack.addWidget(part)
        self._build_bar()
        self._lay_out()

    def _preview_pane(self) -> ScrollPane:
        self.lines = PreviewTable(self)
        self.side = ImportSide(self)
        inner = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme().px(14))
        self._columns.addWidget(self.lines, 1)
        self._side_pane = ScrollPane(self.side, self)
        self._columns.addWidget(self._side_pane)
        return ScrollPane(inner, self)

    def _build_bar(self) -> None:
        self.bar = ActionBar(self)
        self.numbers_note = QLabel("", self)
        self.numbers_note.setProperty("role", "secondary")
        self.obstacle = QLabel("", self)
        self.obstacle.setProperty("role", "secondary")
        text = translate("Import", "Print the list")
        self.list_button = PushButton(text, self, icon="printer", key="Ctrl+P")
        self.list_button.setObjectName("list_button")
        self.cancel_button = PushButton(translate("Import", "Cancel"), self, key="Esc")
        self.cancel_button.setObjectName("cancel_button")
        self.import_button = PushButton("", self, "primary", "download", "Ctrl+Enter")
        self.import_button.setObjectName("import_button")
        self.bar.add_left(self.numbers_note)
        for widget in (self.obstacle, self.list_button, self.cancel_button, self.import_button):
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

    def shows(self, part: QWidget) -> bool:
        return self.stack.currentWidget() is part

    def show_part(self, part: QWidget, rejected: int, *, has_file: bool) -> None:
        """Show a part with the buttons that belong to it.

        ``rejected`` rows have problems; ``has_file`` tells whether a file can be read again.
        """
        self.stack.setCurrentWidget(part)
        is_preview = part is self.preview
        self.wait.stop_button.set_busy("")
        self.again_button.setVisible(part is not self.done and has_file)
        self.choose_button.setVisible(part in (self.preview, self.wait))
        self.choose_button.setEnabled(is_preview)
        self.bar.setVisible(part is not self.done)
        for widget in (self.obstacle, self.import_button):
            widget.setVisible(is_preview)
        self.numbers_note.setVisible(is_preview and not self._is_narrow)
        self.list_button.setVisible(is_preview and rejected > 0)
        self.cancel_button.setVisible(part is not self.wait)
        text = translate("Import", "a preview, nothing is written yet")
        self.header.set_subtitle(text if part in (self.wait, self.preview) else "")

    def focus_current(self) -> None:
        """Put the focus into the part that is shown."""
        if self.shows(self.preview):
            self.lines.focus_table()
            return
        firsts = (self.start.path, self.wait.stop_button, self.done.close_button)
        parts = (self.start, self.wait, self.done)
        first = next(first for first, part in zip(firsts, parts, strict=True) if self.shows(part))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Remove the preview of the last file, its rows from memory too."""
        self.lines.clear()
        self.banner.hide()
        self.notes.hide()

    def show_preview(self, name: str, preview: ImportPreview) -> None:
        """Show the preview of the file ``name``."""
        self.side.show_preview(name, preview)
        self.lines.show_preview(preview)
        notes = [sentence(note.code, "", **note.facts) for note in preview.sheet.notes]
        if notes:
            self.notes.show_message("", ". ".join(notes), "warn")
        self.notes.setVisible(bool(notes))
        years = ", ".join(str(year) for year in preview.counts.years)
        template = translate("Import", "The numbers of the file stay the visit numbers of {years}")
        self.numbers_note.setText(template.format(years=years) if years else "")
        template = translate("Import", "Bring {count} rows in")
        self.import_button.set_text(template.format(count=display_format.number(len(preview.rows))))

    def show_readiness(self, rows: int, rejected: int) -> None:
        """Allow the import if there are good rows and those with problems may be left out."""
        is_blocked = rejected > 0 and not self.side.leave_out.isChecked()
        self.import_button.setEnabled(rows > 0 and not is_blocked)
        template = ""
        if not rows:
            template = translate("Import", "No new row to bring in")
        elif is_blocked:
            template = translate("Import", "{count} rows still to mend")
        self.obstacle.setText(template.format(count=display_format.number(rejected)))

    @Slot(object)
    def show_error(self, error: ReceptionError) -> None:
        kind = "info" if error.code == "exchange.stopped" else "error"
        self.banner.show_message("", error_sentence(error), kind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below the table if the page is too narrow to have them beside it."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme().px(_NARROW)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self.side.set_spread(is_narrow)
        self._side_pane.setMaximumWidth(_NO_LIMIT if is_narrow else self.side.width_beside())
        self._side_pane.setMinimumWidth(0 if is_narrow else self.side.width_beside())
        self._side_pane.setMinimumHeight(self.side.sizeHint().height() if is_narrow else 0)
        self._is_narrow = is_narrow
        self.numbers_note.setVisible(not is_narrow and self.shows(self.preview))
