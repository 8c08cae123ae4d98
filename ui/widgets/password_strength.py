"""What stands under a new password: how strong it is, what it lacks, and five words to draw."""

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

_JUDGE_MS = 120


class PasswordStrength(QWidget):
    """``PasswordStrength(password, known, language, parent)``: ``enough()``, ``later()``.

    ``known()`` returns names that others know (office, people), on which no password may rest.
    """

    changed = Signal()

    def __init__(
        self,
        password: PasswordField,
        known: Callable[[], tuple[str, ...]],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """Judge what is in the field from now on."""
        super().__init__(parent)
        self._password, self._known, self._language = password, known, language
        self._strength = StrengthEstimate(0.0, (), is_drawn=False)
        self.meter = StrengthMeter(self)
        self.line = IconLine("info", "", self)
        self.draw_button = PushButton(
            QCoreApplication.translate("Wizard", "Draw five words"), self, "link"
        )
        self.draw_button.setObjectName("draw_button")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self.line)
        row.addWidget(self.draw_button)
        row.addStretch(1)
        row.addWidget(self.meter)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_JUDGE_MS)
        self._wait.timeout.connect(self._judge)
        password.textChanged.connect(self.later)
        password.left.connect(self._judge)
        self.draw_button.clicked.connect(self._draw)
        self._judge()

    def enough(self) -> bool:
        """Return whether the password may be used, as it is now."""
        if self._wait.isActive():
            self._judge()
        return self._strength.is_sufficient

    @Slot()
    def later(self) -> None:
        """Judge again in a moment: the password or a name was changed."""
        self._wait.start()

    @Slot()
    def _draw(self) -> None:
        words = draw_passphrase()
        self._password.setText(words)
        self._judge()
        text = QCoreApplication.translate("Wizard", "{words} (copy it by hand now)")
        self.line.set_line("pen-line", text.format(words=words), "info")
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _judge(self) -> None:
        self._wait.stop()
        typed = self._password.text()
        self._strength = estimate_strength(typed, self._known())
        self.meter.set_level(self._strength.level if typed else 0)
        icon, tone = (
            ("circle-check", "okText")
            if self._strength.is_sufficient
            else ("triangle-alert", "warn")
        )
        if not typed:
            icon, tone = "info", ""
        self.line.set_line(icon, self._words(), tone)
        self.draw_button.setVisible(not self._strength.is_sufficient)
        self.changed.emit()

    def _words(self) -> str:
        if not self._password.text():
            return QCoreApplication.translate(
                "Wizard", "12 characters or more, or five drawn words"
            )
        if self._strength.is_drawn:
            return QCoreApplication.translate("Wizard", "Strong enough, five words of the register")
        if self._strength.is_sufficient:
            return QCoreApplication.translate("Wizard", "Strong enough")
        defects = self._strength.defects
        text = "; ".join(
            sentence(defect.code, self._language, count=defect.count) for defect in defects
        )
        return text[:1].upper() + text[1:]
