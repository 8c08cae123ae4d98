"""The section about the health of this machine: findings, the worst first, with advice."""

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
    """Examines the machine when first shown, then on demand; each examination is logged."""

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        text = translate("Settings", "Check again")
        self.again_button = PushButton(text, self, "secondary", "refresh-cw")
        self.again_button.setObjectName("again_button")
        self.again_button.clicked.connect(self.examine)
        self.verdict = Banner("info", self)
        self.verdict.hide()
        self.found = self.card(translate("Settings", "Found on this machine"))
        self.list: FindingsList | None = None
        self.column.addWidget(self.verdict)
        self.column.addWidget(self.found)
        self.column.addStretch(1)

    def subtitle(self) -> str:
        return translate("Settings", "the program looks and logs; it changes nothing")

    def header_buttons(self) -> tuple[QWidget, ...]:
        return (self.again_button,)

    def shown(self) -> None:
        """Examine the machine the first time."""
        if self.list is None and not self.again_button.busy:
            self.examine()

    def entered(self) -> None:
        self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def examine(self) -> None:
        if self.again_button.busy:
            return
        self.again_button.set_busy(translate("Settings", "Looking at this machine…"))
        examine = self.context.reception.machine_health.check
        self.context.runner.run(examine, then=self._examined, owner=self, failed=self._not_examined)

    def _examined(self, findings: tuple[HealthFinding, ...]) -> None:
        self.again_button.set_busy("")
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
        self.list = FindingsList(findings, self)
        self.found.body.addWidget(self.list)
        kind, text = verdict(findings)
        self.verdict.say(text, "", kind)

    def _not_examined(self, error: ReceptionError) -> None:
        self.again_button.set_busy("")
        self.failed.emit(error)
