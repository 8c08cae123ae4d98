"""One row of section 3: a paper with its name, its pages, and whether it is an original."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from reception.domain.visit import CopyState
from reception.law.statutory_words import COPY_STATE_WORDS
from ui.appearance import icons
from ui.appearance.theme import theme
from ui.features.visit_entry.form_state import PaperForm
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.tab_order import remove_from_tab_order
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate
_SHORT_COPY_STATES = {CopyState.CERTIFIED: "Bản chứng thực"}  # the full words are too wide


class PaperRow(QWidget):
    """One paper; emits ``removal_wanted(row)`` on its button, or on Del while it has no name."""

    changed = Signal()
    removal_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.number_label = QLabel(self)
        self.number_label.setProperty("role", "hint")
        self.name = TextField(self)
        self.pages = QSpinBox(self)
        self.copy_state = ChoiceBox(self)
        self.remove_button = QToolButton(self)
        self._lay_out()
        self.name.textChanged.connect(self.changed)
        self.pages.valueChanged.connect(self._emit_changed)
        self.copy_state.chosen.connect(self._emit_changed)
        self.remove_button.clicked.connect(self._remove)

    def _lay_out(self) -> None:
        px = theme().px
        self.pages.setRange(0, 9999)
        self.pages.setValue(1)
        self.pages.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.pages.lineEdit().setTextMargins(px(8), 0, 0, 0)
        self.pages.setFixedWidth(px(55))
        self.copy_state.setFixedWidth(px(121))
        for state in (CopyState.ORIGINAL, CopyState.CERTIFIED, CopyState.PHOTOCOPY):
            self.copy_state.add(_SHORT_COPY_STATES.get(state, COPY_STATE_WORDS[state]), state.value)
        self.remove_button.setIcon(icons.icon("x", "text2"))
        self.remove_button.setAutoRaise(True)
        remove_from_tab_order(self.remove_button)
        self.remove_button.setAccessibleName(translate("Desk", "Remove the paper"))
        self.name.setAccessibleName(translate("Desk", "Name of the paper"))
        self.pages.setAccessibleName(translate("Desk", "Pages"))
        self.copy_state.setAccessibleName(translate("Desk", "Kind of copy"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self.number_label.setFixedWidth(px(14))
        row.addWidget(self.number_label)
        row.addWidget(self.name, 1)
        row.addWidget(self.pages)
        row.addWidget(self.copy_state)
        row.addWidget(self.remove_button)

    def collect(self) -> PaperForm:
        pages = self.pages.value()
        return PaperForm(
            name=self.name.text(),
            pages=pages,
            copy_state=CopyState(str(self.copy_state.value())),
            has_several_pages=pages > 1,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove a row without a name on Del."""
        if event.key() == Qt.Key.Key_Delete and not self.name.text().strip():
            self._remove()
            return
        super().keyPressEvent(event)

    @Slot()
    def _emit_changed(self, _value: object = None) -> None:
        self.changed.emit()

    @Slot()
    def _remove(self) -> None:
        self.removal_wanted.emit(self)
