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
    """Title, and the choices that hold for the whole visit; ``changed`` after each choice."""

    changed = Signal()

    def __init__(self, bodies: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(translate("Desk", "New visit"), parent)
        self.mode, self.body_box = ChoiceBox(self), ChoiceBox(self)
        for mode in Mode:
            self.mode.add(_mode_words(mode), mode.value)
        self.mode.setAccessibleName(translate("Desk", "Mode of reception"))
        self.body_box.setAccessibleName(translate("Desk", "Receiving body"))
        for body in bodies:
            self.body_box.add(body, body)
        self._label = QLabel(translate("Desk", "Mode"), self)
        self._label.setProperty("role", "hint")
        self._label.setBuddy(self.mode)
        self._size(len(bodies))
        for part in (self.body_box, self._label, self.mode):
            self.add_right(part)
        self.mode.chosen.connect(self._chosen)
        self.body_box.chosen.connect(self._chosen)

    def _size(self, bodies: int) -> None:
        px = theme().px
        # Where space is short, first the label is hidden, then the box of the body shrinks.
        self.body_box.setMinimumWidth(px(96))
        self.body_box.setMaximumWidth(px(206))
        self.mode.setFixedWidth(px(146))
        self.body_box.setProperty("elides", True)  # the tool tip has the whole name
        self.body_box.setToolTip(self.body_box.currentText())
        self.body_box.currentTextChanged.connect(self.body_box.setToolTip)
        self.body_box.setVisible(bodies > 1)
        self.setFixedHeight(px(46))
        edges = self.layout()
        if edges is not None:
            edges.setContentsMargins(px(16), 0, px(16), 0)

    def collect(self, form: DraftForm) -> DraftForm:
        """Return the form with the choices made here."""
        mode, body = Mode(str(self.mode.value())), str(self.body_box.value() or "")
        return replace(form, mode=mode, body=body)

    def show_form(self, form: DraftForm) -> None:
        """Show the choices of a form."""
        self.mode.choose(form.mode.value)
        if form.body:
            self.body_box.choose(form.body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label.setVisible(self.width() >= theme().px(_SHORT_WIDTH))

    @Slot(object)
    def _chosen(self, _value: object) -> None:
        self.changed.emit()


def _mode_words(mode: Mode) -> str:
    return {
        Mode.REGULAR: translate("Desk", "Regular"),
        Mode.SCHEDULED_HEAD: translate("Desk", "Head, scheduled"),
        Mode.AD_HOC_HEAD: translate("Desk", "Head, ad hoc"),
        Mode.DELEGATE: translate("Desk", "Delegate"),
    }[mode]
