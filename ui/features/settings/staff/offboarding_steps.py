"""The steps of an offboarding, one line each, with their states."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reception.domain.offboarding import Offboarding, OffboardingStep
from ui.appearance import icons
from ui.appearance.theme import theme

translate = QCoreApplication.translate
_ICONS = {
    "pending": ("circle-dot", "text3"),
    "running": ("refresh-cw", "accent"),
    "done": ("circle-check", "ok"),
    "blocked": ("clock", "warn"),
    "failed": ("circle-x", "danger"),
}


class OffboardingSteps(QWidget):
    """One line for each step: icon, description, state.

    A state is "pending", "running", "done", "blocked" (see ``Offboarding``) or "failed".
    """

    def __init__(self, steps: tuple[OffboardingStep, ...], parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(10))
        grid.setVerticalSpacing(theme().px(8))
        grid.setColumnStretch(1, 1)
        self._icon_labels: dict[OffboardingStep, QLabel] = {}
        self._state_labels: dict[OffboardingStep, QLabel] = {}
        self.states: dict[OffboardingStep, str] = {}
        for row, step in enumerate(steps):
            self._icon_labels[step], self._state_labels[step] = QLabel(self), QLabel("", self)
            label = QLabel(_step_text(step), self)
            label.setWordWrap(True)
            self._state_labels[step].setProperty("role", "hint")
            grid.addWidget(self._icon_labels[step], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)
            grid.addWidget(self._state_labels[step], row, 2, Qt.AlignmentFlag.AlignTop)
            self.show_state(step, "pending")

    def show_state(self, step: OffboardingStep, state: str) -> None:
        icon, color = _ICONS[state]
        icon_size = theme().px(18)
        self._icon_labels[step].setPixmap(
            icons.pixmap(icon, color, icon_size, self.devicePixelRatioF())
        )
        self._state_labels[step].setText(_state_text(state))
        self.states[step] = state

    def show_all(self, offboarding: Offboarding) -> None:
        for step in self._icon_labels:
            state = "pending" if step in offboarding.remaining_steps else "done"
            state = "blocked" if step in offboarding.blocked_steps else state
            self.show_state(step, state)


def _step_text(step: OffboardingStep) -> str:
    return {
        OffboardingStep.SUSPEND_ACCOUNT: translate(
            "Accounts", "The person cannot open the register any more, at once"
        ),
        OffboardingStep.ROTATE_DATABASE_KEY: translate(
            "Accounts", "The whole register under a new key"
        ),
        OffboardingStep.ROTATE_DESK_VAULT: translate(
            "Accounts", "A new key for ordinary reporters' identities"
        ),
        OffboardingStep.ROTATE_PROTECTED_VAULT: translate(
            "Accounts", "A new key for denouncers' identities"
        ),
        OffboardingStep.MAKE_BACKUP: translate(
            "Accounts", "A new backup; old ones listed for destruction"
        ),
    }[step]


def _state_text(state: str) -> str:
    return {
        "pending": "",
        "running": translate("Accounts", "working…"),
        "done": translate("Accounts", "done"),
        "blocked": translate("Accounts", "waits"),
        "failed": translate("Accounts", "not done"),
    }[state]
