"""Line under a new password: its strength, and a button that fills in five random words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception.messages.catalogue import sentence
from reception.services.access.password_policy import (
    StrengthEstimate,
    draw_passphrase,
    estimate_strength,
)
from ui.appearance.theme import theme
from ui.widgets.icon_line import IconLine
from ui.widgets.password_field import PasswordField
from ui.widgets.push_button import PushButton
from ui.widgets.strength_meter import StrengthMeter

_EVALUATION_DELAY_MS = 120


class PasswordStrength(QWidget):
    """Evaluates the password field above it; ``changed`` after each evaluation.

    ``known_names()`` returns the names of the office and its people: others know them, so a
    password must not consist of them.
    """

    changed = Signal()

    def __init__(
        self,
        password: PasswordField,
        known_names: Callable[[], tuple[str, ...]],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._password, self._known_names, self._language = password, known_names, language
        self._strength = StrengthEstimate(0.0, (), is_passphrase=False)
        self.meter = StrengthMeter(self)
        self.message_line = IconLine("info", "", self)
        self.draw_button = PushButton(
            QCoreApplication.translate("Wizard", "Draw five words"), self, "link"
        )
        self.draw_button.setObjectName("draw_button")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self.message_line)
        row.addWidget(self.draw_button)
        row.addStretch(1)
        row.addWidget(self.meter)
        self._delay_timer = QTimer(self)
        self._delay_timer.setSingleShot(True)
        self._delay_timer.setInterval(_EVALUATION_DELAY_MS)
        self._delay_timer.timeout.connect(self._evaluate)
        password.textChanged.connect(self.evaluate_later)
        password.focus_lost.connect(self._evaluate)
        self.draw_button.clicked.connect(self._draw_words)
        self._evaluate()

    def is_sufficient(self) -> bool:
        """Tell whether the present password may be used."""
        if self._delay_timer.isActive():
            self._evaluate()
        return self._strength.is_sufficient

    @Slot()
    def evaluate_later(self) -> None:
        """Evaluate again after a short delay: the password or a name was changed."""
        self._delay_timer.start()

    @Slot()
    def _draw_words(self) -> None:
        words = draw_passphrase()
        self._password.setText(words)
        self._evaluate()
        message = QCoreApplication.translate("Wizard", "{words} (copy it by hand now)")
        self.message_line.set_line("pen-line", message.format(words=words), "info")
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _evaluate(self) -> None:
        self._delay_timer.stop()
        typed = self._password.text()
        self._strength = estimate_strength(typed, self._known_names())
        self.meter.set_level(self._strength.level if typed else 0)
        icon, tone = (
            ("circle-check", "okText")
            if self._strength.is_sufficient
            else ("triangle-alert", "warn")
        )
        if not typed:
            icon, tone = "info", ""
        self.message_line.set_line(icon, self._message(), tone)
        self.draw_button.setVisible(not self._strength.is_sufficient)
        self.changed.emit()

    def _message(self) -> str:
        if not self._password.text():
            return QCoreApplication.translate(
                "Wizard", "12 characters or more, or five drawn words"
            )
        if self._strength.is_passphrase:
            return QCoreApplication.translate("Wizard", "Strong enough, five words of the register")
        if self._strength.is_sufficient:
            return QCoreApplication.translate("Wizard", "Strong enough")
        defects = self._strength.defects
        text = "; ".join(
            sentence(defect.code, self._language, count=defect.count) for defect in defects
        )
        return text[:1].upper() + text[1:]
