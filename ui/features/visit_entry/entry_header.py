"""Header of the entry page: mode of reception and receiving body."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from reception.domain.visit import Mode
from ui.appearance.theme import theme
from ui.features.visit_entry.form_state import DraftForm
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.page_header import PageHeader

translate = QCoreApplication.translate
_SHORT_WIDTH = 860  # below this width the mode is shown without its label


class EntryHeader(PageHeader):
    """Title, mode of reception and receiving body of a visit; emits ``changed`` on each choice."""

    changed = Signal()

    def __init__(self, bodies: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(translate("Desk", "New visit"), parent)
        self.mode_choice, self.body_choice = ChoiceBox(self), ChoiceBox(self)
        for mode in Mode:
            self.mode_choice.add(_mode_name(mode), mode.value)
        self.mode_choice.setAccessibleName(translate("Desk", "Mode of reception"))
        self.body_choice.setAccessibleName(translate("Desk", "Receiving body"))
        for body in bodies:
            self.body_choice.add(body, body)
        self._mode_label = QLabel(translate("Desk", "Mode"), self)
        self._mode_label.setProperty("role", "hint")
        self._mode_label.setBuddy(self.mode_choice)
        self._set_sizes(len(bodies))
        for widget in (self.body_choice, self._mode_label, self.mode_choice):
            self.add_at_right(widget)
        self.mode_choice.chosen.connect(self._emit_changed)
        self.body_choice.chosen.connect(self._emit_changed)

    def _set_sizes(self, body_count: int) -> None:
        px = theme().px
        # Where space is short, first the label is hidden, then the box of the body shrinks.
        self.body_choice.setMinimumWidth(px(96))
        self.body_choice.setMaximumWidth(px(206))
        self.mode_choice.setFixedWidth(px(146))
        self.body_choice.setProperty("elides", True)  # the tool tip has the whole name
        self.body_choice.setToolTip(self.body_choice.currentText())
        self.body_choice.currentTextChanged.connect(self.body_choice.setToolTip)
        self.body_choice.setVisible(body_count > 1)
        self.setFixedHeight(px(46))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(px(16), 0, px(16), 0)

    def collect(self, form: DraftForm) -> DraftForm:
        """Return the form with the choices made here."""
        mode, body = Mode(str(self.mode_choice.value())), str(self.body_choice.value() or "")
        return replace(form, mode=mode, receiving_body=body)

    def show_form(self, form: DraftForm) -> None:
        """Show the choices of a form."""
        self.mode_choice.choose(form.mode.value)
        if form.receiving_body:
            self.body_choice.choose(form.receiving_body)

    def set_title(self, text: str) -> None:
        super().set_title(text)
        self._show_label_if_wide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_label_if_wide()

    def _show_label_if_wide(self) -> None:
        """Hide the label of the mode if the header is too narrow for it beside the title."""
        needed_width = self.sizeHint().width()
        if self._mode_label.isHidden():
            needed_width += self._mode_label.sizeHint().width()
        short_width = theme().px(_SHORT_WIDTH)
        self._mode_label.setVisible(self.width() >= max(short_width, needed_width))

    @Slot(object)
    def _emit_changed(self, _value: object) -> None:
        self.changed.emit()


def _mode_name(mode: Mode) -> str:
    return {
        Mode.REGULAR: translate("Desk", "Regular"),
        Mode.SCHEDULED_HEAD: translate("Desk", "Head, scheduled"),
        Mode.AD_HOC_HEAD: translate("Desk", "Head, ad hoc"),
        Mode.DELEGATE: translate("Desk", "Delegate"),
    }[mode]
