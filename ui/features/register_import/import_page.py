"""The widgets of the import: its stages from the choice of a file to the result, and buttons."""

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
from ui.appearance.rescaling import NO_SIZE_LIMIT
from ui.appearance.theme import theme
from ui.features.register_import.import_stages import ProgressStage, ResultStage, StartStage
from ui.features.register_import.preview_cards import PreviewCards
from ui.features.register_import.preview_table import PreviewTable
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Banner
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane

translate = QCoreApplication.translate
_WIDE_MIN_WIDTH = 900  # on a narrower page the cards are below the table


class ImportPage(QWidget):
    """Holds the widgets; ``ImportScreen`` reads the file and calls the ``show_`` methods.

    One stage is shown at a time: ``start``, ``progress``, ``preview`` or ``result``.
    ``leave_wanted`` to leave the import; ``choose_wanted`` to choose a file.
    """

    leave_wanted = Signal()
    choose_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_narrow = False
        self._build()
        for button in (self.back_button, self.cancel_button, self.result.close_button):
            button.clicked.connect(self.leave_wanted)
        self.start.choose_wanted.connect(self.choose_wanted)
        self.choose_button.clicked.connect(self.choose_wanted)

    def _build(self) -> None:
        self.header = PageHeader(translate("Import", "Bring an Excel register in"), self)
        self.back_button = PushButton("", self, "flat", "chevron-left")
        self.back_button.setObjectName("back_button")
        self.back_button.setAccessibleName(translate("Import", "Back to the register"))
        self.header.add_before_title(self.back_button)
        choose_text = translate("Import", "Choose another file")
        self.choose_button = PushButton(choose_text, self, icon="folder-open")
        self.choose_button.setObjectName("choose_button")
        read_again_text = translate("Import", "Read the file again")
        self.read_again_button = PushButton(read_again_text, self, icon="refresh-cw", key="F5")
        self.read_again_button.setObjectName("read_again_button")
        self.header.add_at_right(self.choose_button)
        self.header.add_at_right(self.read_again_button)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.notes = Banner("warn", self)
        self.notes.hide()
        self.start = StartStage(self)
        self.progress = ProgressStage(self)
        self.result = ResultStage(self)
        self.preview = self._preview_pane()
        self.stack = QStackedWidget(self)
        for stage in (self.start, self.progress, self.preview, self.result):
            self.stack.addWidget(stage)
        self._build_bar()
        self._lay_out()

    def _preview_pane(self) -> ScrollPane:
        """Return the table of the preview with its cards."""
        self.preview_table = PreviewTable(self)
        self.cards = PreviewCards(self)
        inner = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme().px(14))
        self._columns.addWidget(self.preview_table, 1)
        self._cards_pane = ScrollPane(self.cards, self)
        self._columns.addWidget(self._cards_pane)
        return ScrollPane(inner, self)

    def _build_bar(self) -> None:
        self.action_bar = ActionBar(self)
        self.numbers_note = QLabel("", self)
        self.numbers_note.setProperty("role", "secondary")
        self.obstacle = QLabel("", self)
        self.obstacle.setProperty("role", "secondary")
        text = translate("Import", "Print the list")
        self.problem_list_button = PushButton(text, self, icon="printer", key="Ctrl+P")
        self.problem_list_button.setObjectName("problem_list_button")
        self.cancel_button = PushButton(translate("Import", "Cancel"), self, key="Esc")
        self.cancel_button.setObjectName("cancel_button")
        self.import_button = PushButton("", self, "primary", "download", "Ctrl+Enter")
        self.import_button.setObjectName("import_button")
        self.action_bar.add_left(self.numbers_note)
        for widget in (
            self.obstacle,
            self.problem_list_button,
            self.cancel_button,
            self.import_button,
        ):
            self.action_bar.add_at_right(widget)

    def _lay_out(self) -> None:
        margin = theme().px(20)
        inner = QVBoxLayout()
        inner.setContentsMargins(margin, 0, margin, theme().px(12))
        inner.setSpacing(theme().px(12))
        inner.addWidget(self.banner)
        inner.addWidget(self.notes)
        inner.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(inner, 1)
        column.addWidget(self.action_bar)

    def is_shown(self, stage: QWidget) -> bool:
        return self.stack.currentWidget() is stage

    def show_stage(self, stage: QWidget, rejected: int, *, has_file: bool) -> None:
        """Show a stage with the buttons that belong to it.

        ``rejected`` rows have problems; ``has_file`` tells whether a file can be read again.
        """
        self.stack.setCurrentWidget(stage)
        is_preview = stage is self.preview
        self.progress.stop_button.set_busy("")
        self.read_again_button.setVisible(stage is not self.result and has_file)
        self.choose_button.setVisible(stage in (self.preview, self.progress))
        self.choose_button.setEnabled(is_preview)
        self.action_bar.setVisible(stage is not self.result)
        for widget in (self.obstacle, self.import_button):
            widget.setVisible(is_preview)
        self.numbers_note.setVisible(is_preview and not self._is_narrow)
        self.problem_list_button.setVisible(is_preview and rejected > 0)
        self.cancel_button.setVisible(stage is not self.progress)
        text = translate("Import", "a preview, nothing is written yet")
        self.header.set_subtitle(text if stage in (self.progress, self.preview) else "")

    def focus_current(self) -> None:
        """Set the focus into the stage that is shown."""
        if self.is_shown(self.preview):
            self.preview_table.focus_table()
            return
        if self.is_shown(self.start):
            first_widget: QWidget = self.start.path
        elif self.is_shown(self.progress):
            first_widget = self.progress.stop_button
        else:
            first_widget = self.result.close_button
        first_widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Remove the preview of the last file, and its rows from memory."""
        self.preview_table.clear()
        self.banner.hide()
        self.notes.hide()

    def show_preview(self, name: str, preview: ImportPreview) -> None:
        """Show the preview of a file with the name ``name``."""
        self.cards.show_preview(name, preview)
        self.preview_table.show_preview(preview)
        notes = [sentence(note.code, "", **note.facts) for note in preview.sheet.notes]
        if notes:
            self.notes.show_message("", ". ".join(notes), "warn")
        self.notes.setVisible(bool(notes))
        years = ", ".join(str(year) for year in preview.counts.years)
        template = translate("Import", "The numbers of the file stay the visit numbers of {years}")
        self.numbers_note.setText(template.format(years=years) if years else "")
        template = translate("Import", "Bring {count} rows in")
        self.import_button.set_text(template.format(count=display_format.number(len(preview.rows))))

    def show_import_allowed(self, rows: int, rejected: int) -> None:
        """Allow the import if there are valid rows and rows with problems may be left out.

        ``rows`` is the number of valid rows, ``rejected`` that of rows with problems.
        """
        is_blocked = rejected > 0 and not self.cards.leave_out.isChecked()
        self.import_button.setEnabled(rows > 0 and not is_blocked)
        template = ""
        if not rows:
            template = translate("Import", "No new row to bring in")
        elif is_blocked:
            template = translate("Import", "{count} rows still to mend")
        self.obstacle.setText(template.format(count=display_format.number(rejected)))

    @Slot(object)
    def show_error(self, error: ReceptionError) -> None:
        """Show why a job failed, or that it was stopped."""
        kind = "info" if error.code == "exchange.stopped" else "error"
        self.banner.show_message("", error_sentence(error), kind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards beside the table on a wide page, below it on a narrow one."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme().px(_WIDE_MIN_WIDTH)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self.cards.set_side_by_side(is_narrow)
        self._cards_pane.setMaximumWidth(NO_SIZE_LIMIT if is_narrow else self.cards.width_beside())
        self._cards_pane.setMinimumWidth(0 if is_narrow else self.cards.width_beside())
        self._cards_pane.setMinimumHeight(self.cards.sizeHint().height() if is_narrow else 0)
        self._is_narrow = is_narrow
        self.numbers_note.setVisible(not is_narrow and self.is_shown(self.preview))
