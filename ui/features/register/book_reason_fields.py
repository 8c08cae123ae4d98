"""The fields of a request to print names: reason, explanation, and the head's password."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.reveal import SHORTEST_REASON
from reception.law.bulk_reasons import BulkReason, bulk_reasons
from reception.messages.language import VIETNAMESE, current_language
from ui.appearance.theme import theme
from ui.widgets.labeled_field import LabeledField
from ui.widgets.password_field import PasswordField
from ui.widgets.text_area import TextArea

translate = QCoreApplication.translate


class BookReasonFields(QWidget):
    """Emits ``changed`` when ``is_complete()`` may return another result."""

    changed = Signal()

    def __init__(self, head_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._protected = False
        # By whether the names are those of denouncers, for whom other reasons are lawful.
        self._reason_lists = {protected: QWidget(self) for protected in (False, True)}
        self._groups: dict[bool, QButtonGroup] = {}
        self._reason_by_button: dict[QRadioButton, BulkReason] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(4), 0, 0)
        column.setSpacing(theme().px(8))
        title = QLabel(translate("Reveal", "Reason"), self)
        title.setProperty("role", "label")
        column.addWidget(title)
        for protected, reason_list in self._reason_lists.items():
            self._fill_list(protected, reason_list)
            column.addWidget(reason_list)
        column.addLayout(self._explanation_and_password(head_name))

    def _fill_list(self, protected: bool, reason_list: QWidget) -> None:
        column = QVBoxLayout(reason_list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        group = self._groups[protected] = QButtonGroup(self)
        for reason in bulk_reasons(protected=protected):
            vietnamese = current_language() == VIETNAMESE
            radio = QRadioButton(reason.vietnamese if vietnamese else reason.english, reason_list)
            radio.setAccessibleDescription(reason.basis)
            basis = QLabel(reason.basis, reason_list)
            basis.setProperty("role", "hint")
            group.addButton(radio)
            self._reason_by_button[radio] = reason
            row = QHBoxLayout()
            row.addWidget(radio, 1)
            row.addWidget(basis)
            column.addLayout(row)
        group.buttonToggled.connect(self.changed)

    def _explanation_and_password(self, head_name: str) -> QHBoxLayout:
        self.explanation = TextArea(self, 500)
        self.explanation.setFixedHeight(theme().px(66))
        self.explanation_field = LabeledField(
            translate("Reveal", "What for, in your words"), self.explanation, self
        )
        self.explanation_field.set_right_text(
            translate("Reveal", "at least {least} characters").format(least=SHORTEST_REASON)
        )
        self.head_password = PasswordField(self)
        self.head_password.setObjectName("head_password")
        template = translate("BookAsk", "{head} types the password here to approve this one paper.")
        label = translate("BookAsk", "The head's password")
        hint = template.format(head=head_name)
        self.password_field = LabeledField(label, self.head_password, self, hint)
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(self.explanation_field, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.password_field, 2, Qt.AlignmentFlag.AlignTop)
        self.explanation.textChanged.connect(self.changed)
        self.head_password.textChanged.connect(self.changed)
        return row

    def show_reasons(self, *, protected: bool) -> None:
        """Show the reasons for identity pages of denouncers, or those for the book with names."""
        self._protected = protected
        for is_for_protected, reason_list in self._reason_lists.items():
            reason_list.setVisible(is_for_protected is protected)

    def reason(self) -> BulkReason | None:
        """Return the reason chosen in the list that is shown, None before a choice."""
        button = self._groups[self._protected].checkedButton()
        return self._reason_by_button.get(button) if isinstance(button, QRadioButton) else None

    def reason_and_explanation(self) -> tuple[str, str]:
        """Return the code of the reason, "" for none, and the explanation."""
        reason = self.reason()
        return reason.code if reason else "", self.explanation.value()

    def take_password(self) -> str:
        """Return the password and empty its field."""
        return self.head_password.read_and_clear()

    def is_complete(self) -> bool:
        """Tell whether a reason, an explanation of sufficient length and a password are given."""
        explanation = " ".join(self.explanation.value().split())
        has_password = bool(self.head_password.value())
        return self.reason() is not None and len(explanation) >= SHORTEST_REASON and has_password
