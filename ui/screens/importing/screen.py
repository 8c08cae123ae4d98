"""Bringing an Excel register in (screen 19): preview by line, then all rows or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception.domain.errors import ReceptionError
from reception.messages.book import say, say_error
from ui import actions
from ui import format as shown
from ui.dialogs.file_chooser import FileChooser
from ui.screens.importing.preview import PreviewTable
from ui.screens.importing.reading import ImportWork
from ui.screens.importing.side import ImportSide
from ui.screens.importing.start import DonePage, StartPage, WaitPage
from ui.theme import theme
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Banner
from ui.widgets.key_button import KeyButton
from ui.widgets.page_header import PageHeader
from ui.work.worker import Runner

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.import_preview import ImportPreview
    from reception.services.imports import ImportDone

translate = QCoreApplication.translate
_ANY = 16_777_215  # Qt's "no limit"
_NARROW = 900  # width of the page below which the cards stand under the table


class ImportScreen(QWidget):
    """``closed()`` asks to go back; ``brought_in(rows)``; ``list_made(PaperJob)`` for the preview.

    ``read(path)`` reads a file as if it had been chosen. No name is ever shown.
    """

    keys = actions.Screen.IMPORT
    closed = Signal()
    brought_in = Signal(object)
    list_made = Signal(object)

    def __init__(self, reception: Reception, runner: Runner, parent: QWidget) -> None:
        """Begin without a file."""
        super().__init__(parent)
        self._imports = reception.imports
        self._runner = runner
        self._work = ImportWork(reception.imports, runner, self)
        self._path: Path | None = None
        self._preview: ImportPreview | None = None
        self._list_after = False
        self._narrow = False
        self._build()
        self._wire()
        self._show_start()

    def _build(self) -> None:
        self.header = PageHeader(translate("Import", "Bring an Excel register in"), self)
        self.back_button = KeyButton("", self, "flat", "chevron-left")
        self.back_button.setObjectName("back_button")
        self.back_button.setAccessibleName(translate("Import", "Back to the register"))
        self.header.add_lead(self.back_button)
        other = translate("Import", "Choose another file")
        self.choose_button = KeyButton(other, self, icon="folder-open")
        self.choose_button.setObjectName("choose_button")
        again = translate("Import", "Read the file again")
        self.again_button = KeyButton(again, self, icon="refresh-cw", key="F5")
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

    def _preview_page(self) -> QScrollArea:
        self.lines = PreviewTable(self)
        self.side = ImportSide(self)
        inner = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme().px(14))
        self._columns.addWidget(self.lines, 1)
        self._beside = _scrolling(self.side, self)
        self._columns.addWidget(self._beside)
        return _scrolling(inner, self)

    def _build_bar(self) -> None:
        self.bar = ActionBar(self)
        self.numbers = QLabel("", self)
        self.numbers.setProperty("role", "secondary")
        self.rest = QLabel("", self)
        self.rest.setProperty("role", "secondary")
        text = translate("Import", "Print the list")
        self.list_button = KeyButton(text, self, icon="printer", key="Ctrl+P")
        self.list_button.setObjectName("list_button")
        self.cancel_button = KeyButton(translate("Import", "Cancel"), self, key="Esc")
        self.cancel_button.setObjectName("cancel_button")
        self.import_button = KeyButton("", self, "primary", "download", "Ctrl+Enter")
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

    def _wire(self) -> None:
        for button in (self.back_button, self.cancel_button, self.done.close_button):
            button.clicked.connect(self.leave)
        self.start.choose_wanted.connect(self.choose)
        self.choose_button.clicked.connect(self.choose)
        self.again_button.clicked.connect(self.read_again)
        self.start.typed.connect(self.read)
        self.wait.stop_button.clicked.connect(self.stop)
        self.side.changed.connect(self._judge)
        self.list_button.clicked.connect(self.print_list)
        self.import_button.clicked.connect(self.bring_in)
        self._work.previewed.connect(self._shown)
        self._work.brought.connect(self._brought)
        self._work.failed.connect(self._failed)
        self._work.told.connect(self._told)
        actions.create("import.choose", self, self.choose)
        actions.create("import.again", self, self.read_again)
        actions.create("import.list", self, self.print_list)
        actions.create("import.bring", self, self.bring_in)

    def entered(self) -> None:
        """Put the focus where the work goes on."""
        page = self.stack.currentWidget()
        if page is self.start:
            self.start.path.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is self.wait:
            self.wait.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is self.done:
            self.done.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.lines.look()

    def about_to_lock(self) -> None:
        """Stop what is under way, so that the session closes at once with nothing written."""
        self._work.close()

    @Slot()
    def choose(self) -> None:
        """Ask for a file."""
        if self._work.busy:
            return
        dialog = FileChooser(translate("Import", "Choose a register"), "Excel (*.xlsx)", self)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    @Slot(str)
    def _chosen(self, name: str) -> None:
        self.read(Path(name))

    @Slot(object)
    def read(self, path: Path) -> None:
        """Read a workbook; nothing is written."""
        if self._work.busy:
            return
        self._path, self._preview = path, None
        self.lines.forget()
        self.banner.hide()
        self.notes.hide()
        self._show(self.wait)
        self._work.read(path)

    @Slot()
    def read_again(self) -> None:
        """Read the same file anew (F5), after it was mended in Excel."""
        if self._path is not None and self.stack.currentWidget() is not self.done:
            self.read(self._path)

    @Slot()
    def bring_in(self) -> None:
        """Seal every good row, in one transaction (Ctrl+Enter)."""
        if self._preview is None or self._work.busy or not self.import_button.isEnabled():
            return
        self._list_after = self._preview.stuck > 0
        self.banner.hide()
        self._show(self.wait)
        self._work.bring_in(self._preview, self.side.leave.isChecked())

    @Slot()
    def print_list(self) -> None:
        """Make the list of rows with problems and hand it to the print preview (Ctrl+P)."""
        if self._preview is not None and self._preview.stuck and not self._work.busy:
            self._runner.run(
                self._imports.problem_list,
                self._preview,
                then=self._listed,
                failed=self._failed_list,
            )

    @Slot()
    def stop(self) -> None:
        """Stop reading or sealing."""
        self.wait.show_stopping()
        self._work.stop()

    @Slot()
    def leave(self) -> None:
        """Stop the job under way; without one, go back to the register."""
        if self._work.busy:
            self.stop()
            return
        self._work.close()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops, or goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

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

    def _show(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        preview = page is self.body
        self.wait.stop_button.set_busy("")
        self.again_button.setVisible(page is not self.done and self._path is not None)
        self.again_button.setEnabled(not self._work.busy and page is not self.wait)
        self.choose_button.setVisible(page in (self.body, self.wait))
        self.choose_button.setEnabled(preview)
        self.bar.setVisible(page is not self.done)
        for widget in (self.rest, self.import_button):
            widget.setVisible(preview)
        self.numbers.setVisible(preview and not self._narrow)
        stuck = preview and self._preview is not None and self._preview.stuck > 0
        self.list_button.setVisible(stuck)
        self.cancel_button.setVisible(page is not self.wait)
        words = translate("Import", "a preview, nothing is written yet")
        self.header.set_subtitle(words if page in (self.wait, self.body) else "")
        if self.isVisible():
            self.entered()

    def _show_start(self) -> None:
        self._show(self.start)

    @Slot(str, object, object)
    def _told(self, verb: str, done: int, total: int) -> None:
        self.wait.show_step(verb, done, total)

    @Slot(object)
    def _shown(self, preview: ImportPreview) -> None:
        self._preview = preview
        name = self._path.name if self._path is not None else ""
        self.side.tell(name, preview)
        self.lines.tell(preview)
        self._say_notes(preview)
        years = ", ".join(str(year) for year in preview.counts.years)
        words = translate("Import", "The numbers of the file stay the visit numbers of {years}")
        self.numbers.setText(words.format(years=years) if years else "")
        words = translate("Import", "Bring {count} rows in")
        self.import_button.set_text(words.format(count=shown.number(len(preview.rows))))
        self._show(self.body)
        self._judge()

    def _say_notes(self, preview: ImportPreview) -> None:
        notes = [say(note.code, "", **note.facts) for note in preview.sheet.notes]
        if notes:
            self.notes.say("", ". ".join(notes), "warn")
        self.notes.setVisible(bool(notes))

    @Slot()
    def _judge(self) -> None:
        preview = self._preview
        if preview is None:
            return
        stuck = preview.stuck
        left = self.side.leave.isChecked()
        self.import_button.setEnabled(bool(preview.rows) and (not stuck or left))
        if not preview.rows:
            self.rest.setText(translate("Import", "No new row to bring in"))
        elif stuck and not left:
            words = translate("Import", "{count} rows still to mend")
            self.rest.setText(words.format(count=shown.number(stuck)))
        else:
            self.rest.setText("")

    @Slot(object)
    def _brought(self, done: ImportDone) -> None:
        preview, self._preview = self._preview, None
        self.lines.forget()
        name = self._path.name if self._path is not None else ""
        self.done.tell(done.rows, done.left, done.waiting, name)
        self._show(self.done)
        self.brought_in.emit(done.rows)
        if self._list_after and preview is not None:
            self._runner.run(
                self._imports.problem_list, preview, then=self._listed, failed=self._failed_list
            )

    @Slot(object)
    def _listed(self, job: object) -> None:
        self.list_made.emit(job)

    @Slot(object)
    def _failed_list(self, error: ReceptionError) -> None:
        self.banner.say("", say_error(error), "error")

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        """Say why; a preview that is still good stays, else another file may be chosen."""
        stopped = error.code == "exchange.stopped"
        self._show(self.body if self._preview is not None else self.start)
        self.banner.say("", say_error(error), "info" if stopped else "error")


def _scrolling(inner: QWidget, parent: QWidget) -> QScrollArea:
    """Return an area without a frame that scrolls when ``inner`` does not fit."""
    inner.setProperty("clear", True)
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area
