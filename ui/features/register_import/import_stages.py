"""The stages of the import page: before a file is read, during a job, after the import."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlparse

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.icon_line import IconLine
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate
_MAX_WIDTH = 620


class _CentredColumn(QWidget):
    """A column of limited width in the middle of the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        content = QWidget(self)
        content.setMaximumWidth(theme().px(_MAX_WIDTH))
        self.column = QVBoxLayout(content)
        self.column.setSpacing(theme().px(12))
        outer.addStretch(1)
        outer.addWidget(content, 8)
        outer.addStretch(1)
        self.column.addStretch(1)

    def add_text(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(label)
        return label

    def add_row(self, *widgets: QWidget) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme().px(10))
        for widget in widgets:
            line.addWidget(widget)
        line.addStretch(1)
        self.column.addLayout(line)

    def add_space(self) -> None:
        """Leave the space below the last widget empty."""
        self.column.addStretch(2)


class StartStage(_CentredColumn):
    """Asks for the file; ``path_entered(Path)`` when a path was typed and Enter pressed."""

    path_entered = Signal(object)
    choose_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.add_text(translate("Import", "Which Excel register?"), "heading")
        introduction = translate(
            "Import",
            "An .xlsx file with the 13 columns of Mẫu 03/TCD or the older 12. Columns are found "
            "by their titles, in any order. Reading writes nothing.",
        )
        self.add_text(introduction, "secondary")
        self.path = TextField(self)
        self.path.setObjectName("path")
        hint = translate("Import", "Type where the file is and press Enter, or choose it")
        self.path_field = LabeledField(translate("Import", "File"), self.path, self, hint)
        self.column.addWidget(self.path_field)
        choose_text = translate("Import", "Choose a file")
        self.choose_button = PushButton(choose_text, self, "primary", "folder-open", "Ctrl+O")
        self.choose_button.setObjectName("choose_first")
        self.choose_button.clicked.connect(self.choose_wanted)
        self.add_row(self.choose_button)
        self.add_space()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field reads the file."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            text = self.path.value().strip().strip("\"'")
            if text:
                self.path_entered.emit(_path(text))
                return
        super().keyPressEvent(event)


def _path(text: str) -> Path:
    """Return the path of a typed or pasted text, which may be a ``file:`` address."""
    if text.startswith("file:"):
        text = unquote(urlparse(text).path)
    return Path(text).expanduser()


class ProgressStage(_CentredColumn):
    """Shows how far a job is, with the button that stops it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.activity = self.add_text("", "heading")
        self.progress_bar = QProgressBar(self)
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setAccessibleName(translate("Import", "Progress"))
        self.column.addWidget(self.progress_bar)
        self.row_count = self.add_text("", "secondary")
        stop_text = translate("Import", "Stop")
        self.stop_button = PushButton(stop_text, self, icon="x", key="Esc")
        self.stop_button.setObjectName("stop_button")
        self.add_row(self.stop_button)
        assurance = translate("Import", "Stopping leaves the register as it was")
        self.column.addWidget(IconLine("shield-check", assurance, self, "ok"))
        self.add_space()

    @Slot(str, object, object)
    def show_progress(self, activity: str, rows_done: int, total: int) -> None:
        """Show what the job does and how many rows are done; ``total`` is 0 while unknown."""
        percent = 100 * rows_done // total if total else 0
        text = f"{activity}, {percent} %" if total else f"{activity}…"
        if text != self.activity.text():
            self.activity.setText(text)
        self.progress_bar.setRange(0, max(1, total))
        self.progress_bar.setValue(rows_done)
        template = translate("Import", "row {done} of {total}")
        counts = {"done": display_format.number(rows_done), "total": display_format.number(total)}
        self.row_count.setText(template.format(**counts) if total else " ")

    @Slot()
    def show_stopping(self) -> None:
        """Show that the job is being stopped."""
        self.stop_button.set_busy(translate("Import", "Stopping…"))


class ResultStage(_CentredColumn):
    """Shows the result, and advice about the file, which still holds every name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.add_text("", "heading")
        self.left_out = IconLine("circle-x", "", self, "warn")
        self.pending_index = IconLine("clock", "", self)
        for line in (self.left_out, self.pending_index):
            self.column.addWidget(line)
        self.file_name = self.add_text("", "strong")
        self.advice_lines = [self.add_text(text, "secondary") for text in _advice_texts()]
        button_text = translate("Import", "See the register")
        self.close_button = PushButton(button_text, self, "primary", "book-open", "Esc")
        self.close_button.setObjectName("see_button")
        self.add_row(self.close_button)
        self.add_space()

    def show_result(self, imported: int, left_out: int, pending: int, file_name: str) -> None:
        """Show how many rows were imported and left out.

        ``pending`` visits are not yet in the blind index of repeat visitors.
        """
        template = translate("Import", "{count} rows are in the register, names sealed")
        self.title.setText(template.format(count=display_format.number(imported)))
        template = translate("Import", "{count} rows with problems were left out")
        self.left_out.set_line(
            "circle-x", template.format(count=display_format.number(left_out)), "warn"
        )
        self.left_out.setVisible(left_out > 0)
        template = translate(
            "Import", "Marks to recognise people who return: {count} visits, made at quiet times"
        )
        self.pending_index.set_line("clock", template.format(count=display_format.number(pending)))
        self.pending_index.setVisible(pending > 0)
        template = translate("Import", "The file {name} still holds every name:")
        self.file_name.setText(template.format(name=file_name))


def _advice_texts() -> list[str]:
    return [
        translate("Import", "1. Compare some rows with the register now."),
        translate("Import", "2. Keep one copy on a USB stick locked in the safe, or destroy it."),
        translate(
            "Import",
            "3. Delete the others for good: on this machine and its bin, in mail, on other sticks.",
        ),
    ]
