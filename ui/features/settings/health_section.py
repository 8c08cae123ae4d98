"""The section about the health of this machine: findings, the worst first, with advice."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from reception.services.audit.machine_health import HealthFinding
from ui.features.audit.health_dialog import FindingsList, findings_summary
from ui.features.settings.settings_section import SettingsContext, SettingsSection
from ui.widgets.banner import Banner
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class HealthSection(SettingsSection):
    """Checks the machine when first shown and on demand; the service logs each check."""

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        text = translate("Settings", "Check again")
        self.check_button = PushButton(text, self, "secondary", "refresh-cw")
        self.check_button.setObjectName("check_button")
        self.check_button.clicked.connect(self.check_machine)
        self.verdict_banner = Banner("info", self)
        self.verdict_banner.hide()
        self.findings_card = self.new_card(translate("Settings", "Found on this machine"))
        self.findings: FindingsList | None = None
        self.column.addWidget(self.verdict_banner)
        self.column.addWidget(self.findings_card)
        self.column.addStretch(1)

    def subtitle(self) -> str:
        return translate("Settings", "the program checks and logs; it changes nothing")

    def header_buttons(self) -> tuple[QWidget, ...]:
        return (self.check_button,)

    def refresh(self) -> None:
        """Check the machine when the section is shown for the first time."""
        if self.findings is None and not self.check_button.busy:
            self.check_machine()

    def on_entered(self) -> None:
        self.check_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def check_machine(self) -> None:
        if self.check_button.busy:
            return
        self.check_button.set_busy(translate("Settings", "Checking this machine…"))
        job = self.context.reception.machine_health.check
        self.context.runner.run(
            job, then=self._show_findings, owner=self, failed=self._show_failure
        )

    def _show_findings(self, findings: tuple[HealthFinding, ...]) -> None:
        self.check_button.set_busy("")
        if self.findings is not None:
            self.findings.hide()
            self.findings.deleteLater()
        self.findings = FindingsList(findings, self)
        self.findings_card.body.addWidget(self.findings)
        banner_kind, text = findings_summary(findings)
        self.verdict_banner.show_message(text, "", banner_kind)

    def _show_failure(self, error: ReceptionError) -> None:
        self.check_button.set_busy("")
        self.failed.emit(error)
