"""A field under its label, with a hint, error or warning below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets.masked_field import MaskableField
from ui.widgets.segmented_control import SegmentedControl
from ui.widgets.text_area import TextArea
from ui.widgets.validity_display import ValidityDisplay

_NOTE_ICONS = {
    "error": ("circle-alert", "danger"),
    "warning": ("triangle-alert", "warn"),
    "valid": ("circle-check", "ok"),
    "info": ("info", "text2"),
}


class LabeledField(QWidget):
    """``field`` is any input widget or a MaskableField; its accessible name is the label.

    The counter of a TextArea and the reason of a SegmentedControl are shown at the right end of
    the label line.
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        parent: QWidget | None = None,
        hint: str = "",
        optional_text: str = "",
    ) -> None:
        """``optional_text`` is shown in grey after the label, e.g. "(nếu có)"."""
        super().__init__(parent)
        self.field = field
        self._hint = hint
        self._hint_has_icon = False
        self.label = QLabel(label, self)
        self.label.setProperty("role", "label")
        self._optional_label = QLabel(optional_text, self)
        self._right_label = QLabel("", self)
        self._note_icon = QLabel(self)
        self._note = QLabel(self)
        for part in (self._optional_label, self._right_label, self._note):
            part.setProperty("role", "hint")
        self._build()
        self._set_accessible_names(label)
        self._connect_right_text()
        self.clear_state()

    def _build(self) -> None:
        label_row = QHBoxLayout()
        label_row.setSpacing(theme().px(6))
        label_row.addWidget(self.label)
        label_row.addWidget(self._optional_label)
        label_row.addStretch(1)
        label_row.addWidget(self._right_label)
        self._label_row = label_row
        note_row = QHBoxLayout()
        note_row.setSpacing(theme().px(7))
        self._note_icon.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._note_icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._note_icon.setContentsMargins(0, 1, 0, 0)
        note_row.addWidget(self._note_icon)
        note_row.addWidget(self._note, 1)
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(3))
        column.addLayout(label_row)
        has_fixed_height = (
            self.input_widget().sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed
        )
        column.addWidget(self.field, 0 if has_fixed_height else 1)
        column.addLayout(note_row)
        if has_fixed_height:
            # So that labels of fields side by side have the same height, with or without a note.
            column.addStretch(1)
        self._optional_label.setVisible(bool(self._optional_label.text()))
        self._right_label.hide()

    def input_widget(self) -> QWidget:
        """Return the input itself, without the MaskableField around it."""
        return self.field.field if isinstance(self.field, MaskableField) else self.field

    def _set_accessible_names(self, label: str) -> None:
        input_widget = self.input_widget()
        self.label.setBuddy(input_widget.focusProxy() or input_widget)
        self.field.setAccessibleName(label)
        input_widget.setAccessibleName(label)

    def _connect_right_text(self) -> None:
        input_widget = self.input_widget()
        if isinstance(input_widget, TextArea):
            input_widget.counter_changed.connect(self.set_right_text)
            self.set_right_text(input_widget.counter())
        if isinstance(input_widget, SegmentedControl):
            input_widget.reason_changed.connect(self.set_right_text)
            self.set_right_text(input_widget.reason())

    def set_label(self, text: str) -> None:
        """Change the label and the accessible name with it."""
        self.label.setText(text)
        self._set_accessible_names(text)

    def add_at_right(self, widget: QWidget) -> None:
        """Add a widget (e.g. a link button) at the right end of the label line."""
        widget.setParent(self)
        self._label_row.addWidget(widget)
        widget.setMaximumHeight(theme().px(20))

    @Slot(str)
    def set_right_text(self, text: str) -> None:
        """Set the text at the right end of the label line."""
        self._right_label.setText(text)
        self._right_label.setVisible(bool(text))

    @Slot()
    def clear_state(self) -> None:
        self._show_note("info" if self._hint_has_icon else "", self._hint)

    def set_hint(self, text: str, has_icon: bool = False) -> None:
        """Set the hint and show it at once; an error, warning or valid state is cleared."""
        self._hint = text
        self._hint_has_icon = has_icon
        self.clear_state()

    def set_error(self, text: str) -> None:
        self._show_note("error", text)

    def set_warning(self, text: str) -> None:
        """Show a warning; saving is still possible."""
        self._show_note("warning", text)

    def set_valid(self, text: str = "") -> None:
        """Show that a check has passed."""
        self._show_note("valid", text)

    def note(self) -> str:
        return self._note.text()

    def state(self) -> str:
        """Return "error", "warning", "valid" or ""."""
        return str(self._note.property("tone") or "")

    def _show_note(self, state: str, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._note_icon.setVisible(bool(text and state))
        if state in _NOTE_ICONS:
            name, color = _NOTE_ICONS[state]
            ratio = self.devicePixelRatioF()
            self._note_icon.setPixmap(icons.pixmap(name, color, theme().px(15), ratio))
        else:
            self._note_icon.setPixmap(QPixmap())
        tone = "" if state == "info" else state
        self._note.setProperty("tone", tone)
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        input_widget = self.input_widget()
        if isinstance(input_widget, ValidityDisplay):
            input_widget.set_state(tone)
        input_widget.setAccessibleDescription(text)
