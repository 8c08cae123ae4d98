"""A field under its label, with a hint that an error or a warning replaces."""

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
    """``LabeledField(label, field, parent, hint="", optional="")``.

    ``field`` may be any input, a Segments row or a MaskableField; it gets the label as buddy
    and accessible name. ``set_error(text)``, ``set_warning(text)``, ``set_valid(text="")``,
    ``set_hint(text, icon=False)``, ``clear_state()``, ``add_side(widget)`` at the right end of the
    label line, ``set_side_text(text)``. A TextArea's counter and a Segments' reason go there alone.
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        parent: QWidget | None = None,
        hint: str = "",
        optional: str = "",
    ) -> None:
        """Put a field under a label; ``optional`` stands grey after it."""
        super().__init__(parent)
        self.field = field
        self._hint = hint
        self._hint_sign = False
        self.label = QLabel(label, self)
        self.label.setProperty("role", "label")
        self._optional = QLabel(optional, self)
        self._side_text = QLabel("", self)
        self._sign = QLabel(self)
        self._note = QLabel(self)
        for part in (self._optional, self._side_text, self._note):
            part.setProperty("role", "hint")
        self._build()
        self._name(label)
        self._wire()
        self.clear_state()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme().px(6))
        head.addWidget(self.label)
        head.addWidget(self._optional)
        head.addStretch(1)
        head.addWidget(self._side_text)
        self._head = head
        foot = QHBoxLayout()
        foot.setSpacing(theme().px(7))
        self._sign.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sign.setContentsMargins(0, 1, 0, 0)
        foot.addWidget(self._sign)
        foot.addWidget(self._note, 1)
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(3))
        column.addLayout(head)
        fixed = self.inner().sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed
        column.addWidget(self.field, 0 if fixed else 1)
        column.addLayout(foot)
        if fixed:
            # Beside a field with a note, one without keeps its label at the same height.
            column.addStretch(1)
        self._optional.setVisible(bool(self._optional.text()))
        self._side_text.hide()

    def inner(self) -> QWidget:
        """Return the input itself, under its cover if it has one."""
        return self.field.field if isinstance(self.field, MaskableField) else self.field

    def _name(self, label: str) -> None:
        inner = self.inner()
        self.label.setBuddy(inner.focusProxy() or inner)
        self.field.setAccessibleName(label)
        inner.setAccessibleName(label)

    def _wire(self) -> None:
        inner = self.inner()
        if isinstance(inner, TextArea):
            inner.counter_changed.connect(self.set_side_text)
            self.set_side_text(inner.counter())
        if isinstance(inner, SegmentedControl):
            inner.reason_changed.connect(self.set_side_text)
            self.set_side_text(inner.reason())

    def set_label(self, text: str) -> None:
        """Change the label and the accessible name with it."""
        self.label.setText(text)
        self._name(text)

    def add_side(self, widget: QWidget) -> None:
        """Put a widget (e.g. a link button) at the right end of the label line."""
        widget.setParent(self)
        self._head.addWidget(widget)
        widget.setMaximumHeight(theme().px(20))

    @Slot(str)
    def set_side_text(self, text: str) -> None:
        """Write at the right end of the label line."""
        self._side_text.setText(text)
        self._side_text.setVisible(bool(text))

    @Slot()
    def clear_state(self) -> None:
        """Show the hint again, without any state."""
        self._show("info" if self._hint_sign else "", self._hint)

    def set_hint(self, text: str, icon: bool = False) -> None:
        """Change the hint; it shows when no error or warning stands."""
        self._hint = text
        self._hint_sign = icon
        self.clear_state()

    def set_error(self, text: str) -> None:
        """Say what is wrong."""
        self._show("error", text)

    def set_warning(self, text: str) -> None:
        """Say what looks odd; saving stays possible."""
        self._show("warning", text)

    def set_valid(self, text: str = "") -> None:
        """Say that a check passed."""
        self._show("valid", text)

    def note(self) -> str:
        """Return the line under the field."""
        return self._note.text()

    def state(self) -> str:
        """Return "error", "warning", "valid" or ""."""
        return str(self._note.property("tone") or "")

    def _show(self, state: str, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._sign.setVisible(bool(text and state))
        if state in _ICONS:
            name, color = _ICONS[state]
            ratio = self.devicePixelRatioF()
            self._sign.setPixmap(icons.pixmap(name, color, theme().px(15), ratio))
        else:
            self._sign.setPixmap(QPixmap())
        tone = "" if state == "info" else state
        self._note.setProperty("tone", tone)
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        mark = getattr(self.inner(), "set_state", None)
        if callable(mark):
            mark(tone)
        self.inner().setAccessibleDescription(text)
