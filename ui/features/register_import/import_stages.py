"""The parts of the import page: before a file is read, during a job, after the import."""

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
_WIDTH = 620


class _CentredColumn(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        middle = QWidget(self)
        middle.setMaximumWidth(theme().px(_WIDTH))
        self.column = QVBoxLayout(middle)
        self.column.setSpacing(theme().px(12))
        outer.addStretch(1)
        outer.addWidget(middle, 8)
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
        """Leave the rest of the part empty."""
        self.column.addStretch(2)


class StartPage(_CentredColumn):
    """``typed(Path)`` when a path was typed and Enter pressed."""

    typed = Signal(object)
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
        choose = translate("Import", "Choose a file")
        self.choose_button = PushButton(choose, self, "primary", "folder-open", "Ctrl+O")
        self.choose_button.setObjectName("choose_first")
        self.choose_button.clicked.connect(self.choose_wanted)
        self.add_row(self.choose_button)
        self.add_space()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field reads the file."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            text = self.path.value().strip().strip("\"'")
            if text:
                self.typed.emit(_path(text))
                return
        super().keyPressEvent(event)


def _path(text: str) -> Path:
    if text.startswith("file:"):
        text = unquote(urlparse(text).path)
    return Path(text).expanduser()


class WaitPage(_CentredColumn):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.activity = self.add_text("", "heading")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Import", "Progress"))
        self.column.addWidget(self.bar)
        self.count = self.add_text("", "secondary")
        stop = translate("Import", "Stop")
        self.stop_button = PushButton(stop, self, icon="x", key="Esc")
        self.stop_button.setObjectName("stop_button")
        self.add_row(self.stop_button)
        promise = translate("Import", "Stopping leaves the register as it was")
        self.column.addWidget(IconLine("shield-check", promise, self, "ok"))
        self.add_space()

    @Slot(str, object, object)
    def show_progress(self, activity: str, done: int, total: int) -> None:
        """Show the job and how many rows are done; ``total`` is 0 while it is unknown."""
        percent = 100 * done // total if total else 0
        text = f"{activity}, {percent} %" if total else f"{activity}…"
        if text != self.activity.text():
            self.activity.setText(text)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        template = translate("Import", "row {done} of {total}")
        facts = {"done": display_format.number(done), "total": display_format.number(total)}
        self.count.setText(template.format(**facts) if total else " ")

    @Slot()
    def show_stopping(self) -> None:
        """Show that the job is being stopped."""
        self.stop_button.set_busy(translate("Import", "Stopping…"))


class DonePage(_CentredColumn):
    """The result, and advice about the file, which still holds every name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.add_text("", "heading")
        self.left_out = IconLine("circle-x", "", self, "warn")
        self.waiting = IconLine("clock", "", self)
        for line in (self.left_out, self.waiting):
            self.column.addWidget(line)
        self.file = self.add_text("", "strong")
        self.advice = [self.add_text(text, "secondary") for text in _advice()]
        button_text = translate("Import", "See the register")
        self.close_button = PushButton(button_text, self, "primary", "book-open", "Esc")
        self.close_button.setObjectName("see_button")
        self.add_row(self.close_button)
        self.add_space()

    def show_result(self, rows: int, left: int, waiting: int, name: str) -> None:
        """Show how many rows are imported, left out, and not yet in the blind index."""
        template = translate("Import", "{count} rows are in the register, names sealed")
        self.title.setText(template.format(count=display_format.number(rows)))
        template = translate("Import", "{count} rows with problems were left out")
        self.left_out.set_line(
            "circle-x", template.format(count=display_format.number(left)), "warn"
        )
        self.left_out.setVisible(left > 0)
        template = translate(
            "Import", "Marks to recognise people who return: {count} visits, made at quiet times"
        )
        self.waiting.set_line("clock", template.format(count=display_format.number(waiting)))
        self.waiting.setVisible(waiting > 0)
        template = translate("Import", "The file {name} still holds every name:")
        self.file.setText(template.format(name=name))


def _advice() -> list[str]:
    return [
        translate("Import", "1. Compare some rows with the register now."),
        translate("Import", "2. Keep one copy on a USB stick locked in the safe, or destroy it."),
        translate(
            "Import",
            "3. Delete the others for good: on this machine and its bin, in mail, on other sticks.",
        ),
    ]
