"""The verification of the audit log: progress, then every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QWidget

from reception.messages.catalogue import error_sentence, sentence
from reception.messages.log_findings import finding_sentence
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.database_thread.job_progress import JobProgress
from ui.database_thread.task_runner import TaskRunner
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.audit import Verification
    from reception.domain.errors import ReceptionError

translate = QCoreApplication.translate
_WIDTH = 620
_MAX_FINDINGS_SHOWN = 500


class LogVerificationDialog(Dialog):
    """Starts the verification at once, on the database thread; Esc or Enter closes the dialog."""

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__(translate("Verify", "Check the log"), parent, _WIDTH)
        self.set_subtitle(translate("Verify", "Every entry and every record, no seal is opened"))
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(translate("Verify", "Progress"))
        self.body.addWidget(self.progress)
        self.banner = Banner("info", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self.findings = QPlainTextEdit(self)
        self.findings.setReadOnly(True)
        self.findings.setTabChangesFocus(True)
        self.findings.setAccessibleName(translate("Verify", "Everything found"))
        self.findings.setFixedHeight(theme().px(180))
        self.findings.hide()
        self.body.addWidget(self.findings)
        self.close_button = PushButton(translate("Verify", "Close"), self, "primary", key="Esc")
        self.close_button.setObjectName("close_button")
        self.set_leave_button(self.close_button)
        self._job = JobProgress(self)
        self._job.advanced.connect(self._show_progress)
        runner.run(
            reception.log_verification.verify,
            self._job,
            then=self._show_result,
            failed=self._show_error,
        )

    @Slot(object, object)
    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    @Slot(object)
    def _show_result(self, verification: Verification) -> None:
        self.progress.hide()
        if verification.intact:
            counts = {
                "entries": display_format.number(verification.entries),
                "records": display_format.number(verification.records),
            }
            self.banner.show_message("", sentence("log.intact", **counts), "ok")
        else:
            title = translate("Verify", "{count} places do not agree").format(
                count=display_format.number(len(verification.findings))
            )
            first = finding_sentence(verification.findings[0])
            self.banner.show_message(title, first, "error")
            self._list_findings(verification)
        self.banner.show()
        self.refit()

    def _list_findings(self, verification: Verification) -> None:
        """List every finding, so that the extent of the damage is visible."""
        lines = [
            finding_sentence(finding) for finding in verification.findings[:_MAX_FINDINGS_SHOWN]
        ]
        self.findings.setPlainText("\n".join(lines))
        self.findings.setVisible(len(lines) > 1)

    @Slot(object)
    def _show_error(self, error: ReceptionError) -> None:
        self.progress.hide()
        self.banner.show_message("", error_sentence(error), "error")
        self.banner.show()
        self.refit()
