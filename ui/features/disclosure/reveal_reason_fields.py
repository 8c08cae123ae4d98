"""Fields of a reveal: the reason as cards, the explanation, and the parts that are needed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.reveal import SHORTEST_REASON, IdentityPart, RevealReason, RevealSelection
from reception.messages.language import VIETNAMESE, current_language
from ui.appearance.theme import theme
from ui.models.todo_custody_lines import PARTS_IN_ORDER, part_name
from ui.widgets.labeled_field import LabeledField
from ui.widgets.text_area import TextArea

translate = QCoreApplication.translate
_COLUMNS = 2


class ReasonCard(QFrame):
    """One reason with its article of law; a click anywhere on the card chooses it."""

    def __init__(self, reason: RevealReason, parent: QWidget) -> None:
        super().__init__(parent)
        vietnamese = current_language() == VIETNAMESE
        self.radio = QRadioButton(reason.vietnamese if vietnamese else reason.english, self)
        self.radio.setAccessibleDescription(reason.basis)
        basis = QLabel(reason.basis, self)
        basis.setProperty("role", "hint")
        basis.setWordWrap(True)
        px = theme().px
        basis.setContentsMargins(px(24), 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(3), px(10), px(6))
        column.setSpacing(0)
        column.addWidget(self.radio)
        column.addWidget(basis)
        self.radio.toggled.connect(self._show_choice)
        self._show_choice(False)

    @Slot(bool)
    def _show_choice(self, chosen: bool) -> None:
        self.setProperty("choice", "on" if chosen else "off")
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        self.radio.setChecked(True)


class RevealReasonFields(QWidget):
    """Emits ``changed`` after every input, ``reason_chosen(RevealReason)`` after a choice."""

    changed = Signal()
    reason_chosen = Signal(object)

    def __init__(
        self,
        label: str,
        reasons: tuple[RevealReason, ...],
        parent: QWidget,
        *,
        part_columns: int = 2,
    ) -> None:
        super().__init__(parent)
        self._part_columns = part_columns
        self.reason_group = QButtonGroup(self)
        self.reason_by_button: dict[QRadioButton, RevealReason] = {}
        self.part_boxes: dict[IdentityPart, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(QLabel(label, self))
        column.addLayout(self._reason_cards(reasons))
        column.addSpacing(theme().px(4))
        column.addLayout(self._explanation_and_parts())
        self.reason_group.buttonToggled.connect(self._reason_toggled)
        self.explanation.textChanged.connect(self.changed)
        for check_box in self.part_boxes.values():
            check_box.toggled.connect(self.changed)

    def _reason_cards(self, reasons: tuple[RevealReason, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme().px(8))
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        for index, reason in enumerate(reasons):
            card = ReasonCard(reason, self)
            self.reason_group.addButton(card.radio)
            self.reason_by_button[card.radio] = reason
            grid.addWidget(card, index // _COLUMNS, index % _COLUMNS)
        return grid

    def _explanation_and_parts(self) -> QHBoxLayout:
        self.explanation = TextArea(self, 500)
        self.explanation.setFixedHeight(theme().px(84))
        self.explanation_field = LabeledField(
            translate("Reveal", "What for, in your words"), self.explanation, self
        )
        self.explanation_field.set_right_text(
            translate("Reveal", "at least {least} characters").format(least=SHORTEST_REASON)
        )
        parts_column = QVBoxLayout()
        parts_column.setSpacing(theme().px(6))
        parts_column.addWidget(QLabel(translate("Reveal", "Only what is needed"), self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(6))
        parts_column.addLayout(grid)
        for index, part in enumerate(PARTS_IN_ORDER):
            self.part_boxes[part] = QCheckBox(part_name(part), self)
            row, column = divmod(index, self._part_columns)
            grid.addWidget(self.part_boxes[part], row, column)
        parts_column.addStretch(1)
        inputs = QHBoxLayout()
        inputs.setSpacing(theme().px(16))
        inputs.addWidget(self.explanation_field, 1, Qt.AlignmentFlag.AlignTop)
        inputs.addLayout(parts_column)
        return inputs

    @Slot()
    def _reason_toggled(self) -> None:
        reason = self.selected_reason()
        if reason is not None:
            for part, check_box in self.part_boxes.items():
                check_box.setChecked(part in reason.parts)
            self.reason_chosen.emit(reason)
        self.changed.emit()

    def selected_reason(self) -> RevealReason | None:
        """Return the selected reason, None while none is selected."""
        button = self.reason_group.checkedButton()
        return self.reason_by_button.get(button) if isinstance(button, QRadioButton) else None

    def selection(self) -> RevealSelection:
        """Return what is chosen and typed, complete or not."""
        reason = self.selected_reason()
        parts = frozenset(part for part, box in self.part_boxes.items() if box.isChecked())
        return RevealSelection(reason.code if reason else "", self.explanation.value(), parts)

    def is_complete(self) -> bool:
        """Tell whether reason, parts and an explanation of sufficient length are given."""
        selection = self.selection()
        long_enough = len(" ".join(selection.explanation.split())) >= SHORTEST_REASON
        return bool(selection.reason and selection.parts and long_enough)
