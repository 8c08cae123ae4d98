"""The cards below the table of rights: the selected person, and the steps of offboarding."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QWidget

from reception.domain.staff import Role
from reception.services.staff.account_list import AccountSummary
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.card import Card
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class _WrappingButtonRow(QWidget):
    """Buttons in a row, or in a column if the row would be too wide."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(theme().px(4), theme().px(8), theme().px(4), theme().px(4))
        self._row.setSpacing(theme().px(8))
        self._row.addStretch(1)
        self._buttons: list[PushButton] = []

    def add(self, button: PushButton) -> None:
        button.setParent(self)
        self._row.insertWidget(self._row.count() - 1, button)
        self._buttons.append(button)

    def minimumSizeHint(self) -> QSize:
        minimum = super().minimumSizeHint()
        widest = max((button.minimumSizeHint().width() for button in self._buttons), default=0)
        return QSize(min(minimum.width(), widest + theme().px(8)), minimum.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = [button.sizeHint().width() for button in self._buttons if not button.isHidden()]
        needed_width = sum(widths) + theme().px(8) * (len(widths) + 1)
        direction = QBoxLayout.Direction
        self._row.setDirection(
            direction.TopToBottom if needed_width > self.width() else direction.LeftToRight
        )


class AccountCard(Card):
    """The facts about one person, and the buttons for their account.

    ``action_wanted(action)``: ``password``, ``suspension``, ``offboard``.
    """

    action_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.set_follows_focus(False)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(6))
        grid.setColumnStretch(1, 1)
        self.fact_labels: list[QLabel] = []
        for row, text in enumerate(
            (
                translate("Accounts", "Visits entered"),
                translate("Accounts", "Identities opened"),
                translate("Accounts", "Password"),
            )
        ):
            label, value = QLabel(text, self), QLabel("", self)
            label.setProperty("role", "secondary")
            value.setProperty("role", "small")
            value.setWordWrap(True)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            self.fact_labels.append(value)
        self.body.addLayout(grid)
        self.buttons = {
            "password": PushButton(
                translate("Accounts", "New password…"), self, "secondary", "lock"
            ),
            "suspension": PushButton("", self, "secondary", "clock"),
            "offboard": PushButton(translate("Accounts", "Offboard…"), self, "danger", "x"),
        }
        buttons = _WrappingButtonRow(self)
        for name, button in self.buttons.items():
            button.setObjectName(name)
            button.clicked.connect(self._request_action)
            buttons.add(button)
        self.body.addWidget(buttons)

    def show_account(self, person: AccountSummary, *, may_sign: bool, own_id: str) -> None:
        """Show a person; ``own_id`` is the user id of the person who is signed in."""
        self.set_title(person.name)
        subtitle = person.title
        if person.added_on is not None:
            template = translate("Accounts", "{title}, account since {day}")
            subtitle = template.format(title=person.title, day=display_format.day(person.added_on))
        self.set_subtitle(subtitle)
        templates = (
            translate("Accounts", "{visits} visits, {drafts} drafts of their own"),
            translate("Accounts", "{reveals} times, {waiting} requests waiting"),
        )
        facts = {
            "visits": display_format.number(person.visits),
            "drafts": person.drafts,
            "reveals": display_format.number(person.reveals),
            "waiting": person.open_requests,
        }
        for value, template in zip(self.fact_labels, templates, strict=False):
            value.setText(template.format(**facts))
        self.fact_labels[2].setText(_password_text(person))
        may_change = may_sign and person.role is not Role.HEAD and person.user_id != own_id
        for button in self.buttons.values():
            button.setVisible(may_change and not person.is_offboarded)
        self.buttons["password"].setEnabled(person.active)
        suspend_text = translate("Accounts", "Suspend")
        self.buttons["suspension"].set_text(
            suspend_text if person.active else translate("Accounts", "Reinstate")
        )

    @Slot()
    def _request_action(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.action_wanted.emit(sender.objectName())


class OffboardingExplanationCard(Card):
    """Explains the steps of offboarding in four lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("Accounts", "When somebody leaves"), parent)
        self.set_follows_focus(False)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(8))
        grid.setColumnStretch(1, 1)
        for row, text in enumerate(
            (
                translate("Accounts", "The person cannot open the register any more, at once."),
                translate(
                    "Accounts",
                    "The whole register gets a new key; cutting it half-way is safe.",
                ),
                translate(
                    "Accounts",
                    "Their drafts go. If they held identities, another custodian must be there.",
                ),
                translate("Accounts", "A new backup; old ones are listed to be destroyed."),
            )
        ):
            number, line = QLabel(str(row + 1), self), QLabel(text, self)
            number.setProperty("role", "strong")
            number.setProperty("tone", "info")
            line.setWordWrap(True)
            line.setProperty("role", "secondary")
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, row, 1)
        self.body.addLayout(grid)


def _password_text(person: AccountSummary) -> str:
    if person.password_changed_on is None:
        return translate("Accounts", "the first one")
    template = translate("Accounts", "changed by themselves {day}")
    if not person.changed_own_password:
        template = translate("Accounts", "set anew at the head's desk {day}")
    return template.format(day=display_format.day(person.password_changed_on))
