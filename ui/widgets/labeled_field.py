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

_ICONS = {
    "error": ("circle-alert", "danger"),
    "warning": ("triangle-alert", "warn"),
    "valid": ("circle-check", "ok"),
    "info": ("info", "text2"),
}


class LabeledField(QWidget):
    """``field`` is any input widget or a MaskableField; the label is its buddy and accessible name.

    The counter of a TextArea and the reason of a SegmentedControl are shown at the right end of
    the label line.
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        parent: QWidget | None = None,
        hint: str = "",
        optional: str = "",
    ) -> None:
        """``optional`` is shown in grey after the label."""
        super().__init__(parent)
        self.field = field
        self._hint = hint
        self._hint_has_icon = False
        self.label = QLabel(label, self)
        self.label.setProperty("role", "label")
        self._optional = QLabel(optional, self)
        self._right_text = QLabel("", self)
        self._picture = QLabel(self)
        self._note = QLabel(self)
        for part in (self._optional, self._right_text, self._note):
            part.setProperty("role", "hint")
        self._build()
        self._name(label)
        self._connect()
        self.clear_state()

    def _build(self) -> None:
        label_row = QHBoxLayout()
        label_row.setSpacing(theme().px(6))
        label_row.addWidget(self.label)
        label_row.addWidget(self._optional)
        label_row.addStretch(1)
        label_row.addWidget(self._right_text)
        self._label_row = label_row
        note_row = QHBoxLayout()
        note_row.setSpacing(theme().px(7))
        self._picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._picture.setContentsMargins(0, 1, 0, 0)
        note_row.addWidget(self._picture)
        note_row.addWidget(self._note, 1)
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(3))
        column.addLayout(label_row)
        fixed = self.inner().sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed
        column.addWidget(self.field, 0 if fixed else 1)
        column.addLayout(note_row)
        if fixed:
            # So that labels of fields side by side have the same height, with or without a note.
            column.addStretch(1)
        self._optional.setVisible(bool(self._optional.text()))
        self._right_text.hide()

    def inner(self) -> QWidget:
        """Return the input itself, without the MaskableField around it."""
        return self.field.field if isinstance(self.field, MaskableField) else self.field

    def _name(self, label: str) -> None:
        inner = self.inner()
        self.label.setBuddy(inner.focusProxy() or inner)
        self.field.setAccessibleName(label)
        inner.setAccessibleName(label)

    def _connect(self) -> None:
        inner = self.inner()
        if isinstance(inner, TextArea):
            inner.counter_changed.connect(self.set_right_text)
            self.set_right_text(inner.counter())
        if isinstance(inner, SegmentedControl):
            inner.reason_changed.connect(self.set_right_text)
            self.set_right_text(inner.reason())

    def set_label(self, text: str) -> None:
        """Change the label and the accessible name with it."""
        self.label.setText(text)
        self._name(text)

    def add_right(self, widget: QWidget) -> None:
        """Add a widget (e.g. a link button) at the right end of the label line."""
        widget.setParent(self)
        self._label_row.addWidget(widget)
        widget.setMaximumHeight(theme().px(20))

    @Slot(str)
    def set_right_text(self, text: str) -> None:
        """Set the text at the right end of the label line."""
        self._right_text.setText(text)
        self._right_text.setVisible(bool(text))

    @Slot()
    def clear_state(self) -> None:
        self._show("info" if self._hint_has_icon else "", self._hint)

    def set_hint(self, text: str, icon: bool = False) -> None:
        """Set the hint, which is shown while there is no error or warning."""
        self._hint = text
        self._hint_has_icon = icon
        self.clear_state()

    def set_error(self, text: str) -> None:
        self._show("error", text)

    def set_warning(self, text: str) -> None:
        """Show a warning; saving is still possible."""
        self._show("warning", text)

    def set_valid(self, text: str = "") -> None:
        """Show that a check has passed."""
        self._show("valid", text)

    def note(self) -> str:
        return self._note.text()

    def state(self) -> str:
        """Return "error", "warning", "valid" or ""."""
        return str(self._note.property("tone") or "")

    def _show(self, state: str, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._picture.setVisible(bool(text and state))
        if state in _ICONS:
            name, color = _ICONS[state]
            ratio = self.devicePixelRatioF()
            self._picture.setPixmap(icons.pixmap(name, color, theme().px(15), ratio))
        else:
            self._picture.setPixmap(QPixmap())
        tone = "" if state == "info" else state
        self._note.setProperty("tone", tone)
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        set_state = getattr(self.inner(), "set_state", None)
        if callable(set_state):
            set_state(tone)
        self.inner().setAccessibleDescription(text)
