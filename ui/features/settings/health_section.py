"""The health of this machine: what was found, the worst first, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from reception.services.audit.machine_health import HealthFinding
from ui.features.audit.health_dialog import FindingsList, verdict
from ui.features.settings.settings_section import SettingsContext, SettingsSection
from ui.widgets.banner import Banner
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class HealthSection(SettingsSection):
    """Looked at once when it is first shown, then on demand: each look is logged."""

    def __init__(self, study: SettingsContext, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(study, parent)
        words = translate("Settings", "Check again")
        self.again_button = PushButton(words, self, "secondary", "refresh-cw")
        self.again_button.setObjectName("again_button")
        self.again_button.clicked.connect(self.look)
        self.verdict = Banner("info", self)
        self.verdict.hide()
        self.found = self.card(translate("Settings", "Found on this machine"))
        self.list: FindingsList | None = None
        self.column.addWidget(self.verdict)
        self.column.addWidget(self.found)
        self.column.addStretch(1)

    def words(self) -> str:
        """Say what the program does about it."""
        return translate("Settings", "the program looks and logs; it changes nothing")

    def sides(self) -> tuple[QWidget, ...]:
        """Return the button that looks again."""
        return (self.again_button,)

    def shown(self) -> None:
        """Look for the first time."""
        if self.list is None and not self.again_button.busy:
            self.look()

    def entered(self) -> None:
        """Begin at the button."""
        self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def look(self) -> None:
        """Look at the machine."""
        if self.again_button.busy:
            return
        self.again_button.set_busy(translate("Settings", "Looking at this machine…"))
        look = self.study.reception.machine_health.look
        self.study.runner.run(look, then=self._seen, owner=self, failed=self._not_seen)

    def _seen(self, findings: tuple[HealthFinding, ...]) -> None:
        self.again_button.set_busy("")
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
        self.list = FindingsList(findings, self)
        self.found.body.addWidget(self.list)
        kind, words = verdict(findings)
        self.verdict.say(words, "", kind)

    def _not_seen(self, error: ReceptionError) -> None:
        self.again_button.set_busy("")
        self.failed.emit(error)
