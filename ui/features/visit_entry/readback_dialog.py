"""Dialog for reading back: only this visit, in letters readable from the other side of the desk."""

from __future__ import annotations

from dataclasses import dataclass, field

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.appearance.theme import theme
from ui.widgets import painting, tab_order
from ui.widgets.push_button import PushButton
from ui.widgets.toggle_switch import ToggleSwitch
from ui.widgets.window_content import content_of_window

translate = QCoreApplication.translate
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class ReadBackContent:
    """The text that is read back, and the boxes that are ticked at first.

    ``parts`` are pairs of a small heading and a large text (rich text allowed). ``read_back``: the
    text was read back and the person agreed. ``thumb_print``: the person cannot write.
    ``wants_statement_record``: the statement record is printed after the save.
    """

    parts: tuple[tuple[str, str], ...] = field(repr=False)
    read_back: bool = False
    thumb_print: bool = False
    wants_statement_record: bool = False


class ReadBackDialog(QWidget):
    """Shows the text; emits ``reading_finished`` or ``correction_wanted``.

    ``reading_finished(read_back, thumb_print, wants_statement_record)``: the last value asks for
    the statement record on paper (NĐ 154/2026 Điều 14) after the save.
    """

    reading_finished = Signal(bool, bool, bool)
    correction_wanted = Signal()
    closed = Signal()

    def __init__(self, content: ReadBackContent, parent: QWidget) -> None:
        """Cover the whole window, so that no list and no code of another person is visible."""
        super().__init__(content_of_window(parent))
        self._focus_before: QWidget | None = None
        self._text_labels: list[QLabel] = []
        self.setAccessibleName(translate("ReadBack", "Read back to the reporter"))
        self.large_toggle = ToggleSwitch(translate("ReadBack", "Large letters"), self)
        self.large_toggle.setChecked(True)
        self.agreed_box = QCheckBox(translate("ReadBack", "Read back, the reporter agrees"), self)
        self.thumb_print_box = QCheckBox(translate("ReadBack", "Cannot write, thumb-print"), self)
        self.statement_record_box = QCheckBox(
            translate("ReadBack", "Print the record after saving"), self
        )
        self.agreed_box.setChecked(content.read_back)
        self.thumb_print_box.setChecked(content.thumb_print)
        self.statement_record_box.setChecked(content.wants_statement_record)
        self.correct_button = PushButton(
            translate("ReadBack", "Mend"), self, "secondary", "pen-line", "Esc"
        )
        self.done_button = PushButton(
            translate("ReadBack", "Done, back"), self, "primary", "check", "Enter"
        )
        self.correct_button.set_height(40)
        self.done_button.set_height(40)
        self._lay_out(content)
        self.large_toggle.toggled.connect(self._set_text_size)
        self.correct_button.clicked.connect(self._go_back)
        self.done_button.clicked.connect(self._finish)
        self.hide()

    def _lay_out(self, content: ReadBackContent) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(translate("ReadBack", "Read back to the reporter"))
        page = QWidget(area)
        body = QVBoxLayout(page)
        body.setContentsMargins(px(48), px(30), px(120), px(20))
        body.setSpacing(px(6))
        for index, (heading, text) in enumerate(content.parts):
            if index:
                rule = QFrame(page)
                rule.setFixedHeight(1)
                rule.setStyleSheet(f"background: {theme().color('border').name()};")
                body.addSpacing(px(16))
                body.addWidget(rule)
                body.addSpacing(px(16))
            body.addWidget(self._label(heading, "secondary", page))
            label = self._label(text, "readback", page)
            self._text_labels.append(label)
            body.addWidget(label)
        body.addStretch(1)
        area.setWidget(page)
        area.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        column.addWidget(area, 1)
        column.addWidget(self._footer())

    def _label(self, text: str, role: str, parent: QWidget) -> QLabel:
        label = QLabel(text, parent)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        return label

    def _header(self) -> QWidget:
        px = theme().px
        header = QWidget(self)
        header.setFixedHeight(px(60))
        row = QHBoxLayout(header)
        row.setContentsMargins(px(48), 0, px(48), 0)
        title = self._label(translate("ReadBack", "Read back to the reporter"), "title", header)
        title.setWordWrap(False)
        hint = translate("ReadBack", "The screen may be turned. Only this visit stands here.")
        row.addWidget(title)
        row.addSpacing(px(8))
        row.addWidget(self._label(hint, "hint", header), 1)
        row.addWidget(self.large_toggle)
        return header

    def _footer(self) -> QWidget:
        px = theme().px
        footer = QWidget(self)
        footer.setFixedHeight(px(72))
        row = QHBoxLayout(footer)
        row.setContentsMargins(px(48), 0, px(48), 0)
        row.setSpacing(px(12))
        row.addWidget(self.agreed_box)
        row.addWidget(self.thumb_print_box)
        row.addWidget(self.statement_record_box)
        row.addStretch(1)
        row.addWidget(self.correct_button)
        row.addWidget(self.done_button)
        return footer

    @Slot(bool)
    def _set_text_size(self, large: bool) -> None:
        for label in self._text_labels:
            label.setProperty("role", "readback" if large else "subheading")
            label.style().unpolish(label)
            label.style().polish(label)

    def open(self) -> None:
        """Show the dialog over the window and take the focus."""
        self._focus_before = QApplication.focusWidget()
        parent = self.parentWidget()
        if parent is not None:
            parent.installEventFilter(self)
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.agreed_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Resize with the window."""
        parent = self.parentWidget()
        if event.type() == QEvent.Type.Resize and parent is not None:
            self.setGeometry(parent.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to correct, Enter ends the reading."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif event.key() in _ENTER:
            self._finish()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep the focus inside the dialog on Tab."""
        tab_order.move_focus(self, next)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, the line under the header and the shaded footer."""
        px = theme().px
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.theme_color("surface"))
            top = self.height() - px(72)
            painter.fillRect(0, top, self.width(), px(72), painting.theme_color("surfaceAlt"))
            painter.fillRect(0, top, self.width(), 1, painting.theme_color("borderStrong"))
            painter.fillRect(0, px(60) - 1, self.width(), 1, painting.theme_color("border"))

    @Slot()
    def _finish(self) -> None:
        self._close()
        self.reading_finished.emit(
            self.agreed_box.isChecked(),
            self.thumb_print_box.isChecked(),
            self.statement_record_box.isChecked(),
        )

    @Slot()
    def _go_back(self) -> None:
        self._close()
        self.correction_wanted.emit()

    def _close(self) -> None:
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.removeEventFilter(self)
        if self._focus_before is not None and shiboken6.isValid(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
