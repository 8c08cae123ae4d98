"""The steps of an offboarding, one line each, with their states."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reception.domain.offboarding import Offboarding, OffboardingStep
from ui.appearance import icons
from ui.appearance.theme import theme

translate = QCoreApplication.translate
_ICONS = {
    "left": ("circle-dot", "text3"),
    "now": ("refresh-cw", "accent"),
    "done": ("circle-check", "ok"),
    "waits": ("clock", "warn"),
    "failed": ("circle-x", "danger"),
}


class OffboardingSteps(QWidget):
    """One line for each step: icon, words, state."""

    def __init__(self, steps: tuple[OffboardingStep, ...], parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(10))
        grid.setVerticalSpacing(theme().px(8))
        grid.setColumnStretch(1, 1)
        self._icons: dict[OffboardingStep, QLabel] = {}
        self._states: dict[OffboardingStep, QLabel] = {}
        self.shown: dict[OffboardingStep, str] = {}
        for row, step in enumerate(steps):
            self._icons[step], self._states[step] = QLabel(self), QLabel("", self)
            label = QLabel(_step_text(step), self)
            label.setWordWrap(True)
            self._states[step].setProperty("role", "hint")
            grid.addWidget(self._icons[step], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)
            grid.addWidget(self._states[step], row, 2, Qt.AlignmentFlag.AlignTop)
            self.show_state(step, "left")

    def show_state(self, step: OffboardingStep, state: str) -> None:
        icon, color = _ICONS[state]
        side = theme().px(18)
        self._icons[step].setPixmap(icons.pixmap(icon, color, side, self.devicePixelRatioF()))
        self._states[step].setText(_state_text(state))
        self.shown[step] = state

    def show_all(self, offboarding: Offboarding, now: OffboardingStep | None = None) -> None:
        for step in self._icons:
            state = "left" if step in offboarding.left else "done"
            state = "waits" if step in offboarding.blocked else state
            self.show_state(step, "now" if step is now else state)


def _step_text(step: OffboardingStep) -> str:
    return {
        OffboardingStep.SUSPEND: translate(
            "Accounts", "The person cannot open the register any more, at once"
        ),
        OffboardingStep.KEY: translate("Accounts", "The whole register under a new key"),
        OffboardingStep.DESK: translate("Accounts", "A new key for ordinary reporters' identities"),
        OffboardingStep.PROTECTED: translate("Accounts", "A new key for denouncers' identities"),
        OffboardingStep.BACKUP: translate(
            "Accounts", "A new backup; old ones listed for destruction"
        ),
    }[step]


def _state_text(state: str) -> str:
    return {
        "left": "",
        "now": translate("Accounts", "working…"),
        "done": translate("Accounts", "done"),
        "waits": translate("Accounts", "waits"),
        "failed": translate("Accounts", "not done"),
    }[state]
