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
    """``changed`` when ``complete()`` may have changed; ``head`` is the name of the head."""

    changed = Signal()

    def __init__(self, head: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._protected = False
        self._lists = {flag: QWidget(self) for flag in (False, True)}
        self._groups: dict[bool, QButtonGroup] = {}
        self._by_button: dict[QRadioButton, BulkReason] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(4), 0, 0)
        column.setSpacing(theme().px(8))
        title = QLabel(translate("Reveal", "Reason"), self)
        title.setProperty("role", "label")
        column.addWidget(title)
        for protected, holder in self._lists.items():
            self._fill(protected, holder)
            column.addWidget(holder)
        column.addLayout(self._fields(head))

    def _fill(self, protected: bool, holder: QWidget) -> None:
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        group = self._groups[protected] = QButtonGroup(self)
        for reason in bulk_reasons(protected=protected):
            vietnamese = current_language() == VIETNAMESE
            radio = QRadioButton(reason.vietnamese if vietnamese else reason.english, holder)
            radio.setAccessibleDescription(reason.basis)
            basis = QLabel(reason.basis, holder)
            basis.setProperty("role", "hint")
            group.addButton(radio)
            self._by_button[radio] = reason
            row = QHBoxLayout()
            row.addWidget(radio, 1)
            row.addWidget(basis)
            column.addLayout(row)
        group.buttonToggled.connect(self.changed)

    def _fields(self, head: str) -> QHBoxLayout:
        self.explanation = TextArea(self, 500)
        self.explanation.setFixedHeight(theme().px(66))
        self.field = LabeledField(
            translate("Reveal", "What for, in your words"), self.explanation, self
        )
        self.field.set_side_text(
            translate("Reveal", "at least {least} characters").format(least=SHORTEST_REASON)
        )
        self.head_password = PasswordField(self)
        self.head_password.setObjectName("head_password")
        template = translate("BookAsk", "{head} types the password here to approve this one paper.")
        label = translate("BookAsk", "The head's password")
        hint = template.format(head=head)
        self.password_field = LabeledField(label, self.head_password, self, hint)
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(self.field, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.password_field, 2, Qt.AlignmentFlag.AlignTop)
        self.explanation.textChanged.connect(self.changed)
        self.head_password.textChanged.connect(self.changed)
        return row

    def show_for(self, *, protected: bool) -> None:
        """Show the reasons for denouncers' identity pages, or for the book with names."""
        self._protected = protected
        for flag, holder in self._lists.items():
            holder.setVisible(flag is protected)

    def reason(self) -> BulkReason | None:
        """Return the reason chosen from the list shown."""
        button = self._groups[self._protected].checkedButton()
        return self._by_button.get(button) if isinstance(button, QRadioButton) else None

    def chosen(self) -> tuple[str, str]:
        """Return (reason code, explanation)."""
        reason = self.reason()
        return reason.code if reason else "", self.explanation.value()

    def take_password(self) -> str:
        """Return the password and empty its field."""
        return self.head_password.take()

    def complete(self) -> bool:
        """Tell whether a reason, an explanation of sufficient length and a password are given."""
        words = " ".join(self.explanation.value().split())
        typed = bool(self.head_password.value())
        return self.reason() is not None and len(words) >= SHORTEST_REASON and typed
