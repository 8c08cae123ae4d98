"""The verification of the audit log: progress, every finding, and the head's acceptance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QProgressBar, QWidget

from reception.messages.catalogue import error_sentence, finding_sentence, sentence
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.database_thread.job_progress import JobProgress
from ui.database_thread.task_runner import TaskRunner
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.audit import Finding, Verification
    from reception.domain.errors import ReceptionError

translate = QCoreApplication.translate
_WIDTH = 620
_LIST_HEIGHT = 180


class LogVerificationDialog(Dialog):
    """Starts the verification at once, on the database thread; Esc or Enter closes the dialog.

    New findings and those that the head has accepted before are listed apart. The head can accept
    the new ones after confirming that every one was read.
    """

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__(translate("Verify", "Check the log"), parent, _WIDTH)
        self._runner = runner
        self._acceptance = reception.staff.finding_acceptance
        self._shown: tuple[Finding, ...] = ()
        self.set_subtitle(translate("Verify", "Every entry and every record, no seal is opened"))
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(translate("Verify", "Progress"))
        self.body.addWidget(self.progress)
        self.banner = Banner("info", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self.findings = self._add_list(translate("Verify", "Everything found"))
        self.accepted_findings = self._add_list(translate("Verify", "Accepted before"))
        self._add_acceptance()
        self.close_button = PushButton(translate("Verify", "Close"), self, "primary", key="Esc")
        self.close_button.setObjectName("close_button")
        self.set_leave_button(self.close_button)
        self._job = JobProgress(self)
        self._job.advanced.connect(self._show_progress)
        verification = (
            self._acceptance if self._acceptance.is_head() else reception.log_verification
        )
        runner.run(verification.verify, self._job, then=self._show_result, failed=self._show_error)

    def _add_list(self, name: str) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(name)
        text.setFixedHeight(theme().px(_LIST_HEIGHT))
        text.hide()
        self.body.addWidget(text)
        return text

    def _add_acceptance(self) -> None:
        """Add what only the head sees, and only if there is something to accept."""
        self.read_box = QCheckBox(
            translate("Verify", "I have read every place and asked the people concerned"), self
        )
        self.read_box.setObjectName("read_box")
        self.read_box.hide()
        self.body.addWidget(self.read_box)
        self.accept_button = PushButton(
            translate("Verify", "Accept these places and sign"), self, "secondary", "pen-line"
        )
        self.accept_button.setObjectName("accept_button")
        self.accept_button.setEnabled(False)
        self.accept_button.hide()
        self.read_box.toggled.connect(self.accept_button.setEnabled)
        self.accept_button.clicked.connect(self._accept_findings)
        self.add_button(self.accept_button)

    @Slot(object, object)
    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    @Slot(object)
    def _show_result(self, verification: Verification) -> None:
        self.progress.hide()
        self._shown = verification.findings
        if verification.intact:
            self._show_intact(verification)
        else:
            title = translate("Verify", "{count} places do not agree").format(
                count=display_format.number(len(verification.findings))
            )
            first = finding_sentence(verification.findings[0])
            self.banner.show_message(title, first, "error")
        self._list_findings(verification)
        self._offer_acceptance()
        self.banner.show()
        self.refit()

    def _show_intact(self, verification: Verification) -> None:
        counts = {
            "entries": display_format.number(verification.entries),
            "records": display_format.number(verification.records),
        }
        if verification.accepted:
            count = display_format.number(len(verification.accepted))
            text = sentence("log.intact_but", count=count, **counts)
            self.banner.show_message("", text, "info")
        else:
            self.banner.show_message("", sentence("log.intact", **counts), "ok")

    def _list_findings(self, verification: Verification) -> None:
        """List every finding, so that the extent of the damage is visible."""
        lines = [finding_sentence(finding) for finding in verification.findings]
        self.findings.setPlainText("\n".join(lines))
        self.findings.setVisible(len(lines) > 1)
        accepted_lines = [
            sentence(
                "log.accepted",
                day=display_format.day(item.day),
                finding=finding_sentence(item.finding),
            )
            for item in verification.accepted
        ]
        self.accepted_findings.setPlainText("\n".join(accepted_lines))
        self.accepted_findings.setVisible(bool(accepted_lines))

    def _offer_acceptance(self) -> None:
        """Let the head accept the findings, or a log that is not the one that was verified."""
        if not (self._acceptance.is_head() and self._acceptance.is_due()):
            return
        if not self._shown:
            self.banner.show_message("", sentence("log.not_as_verified"), "error")
        self.read_box.show()
        self.accept_button.show()
        self.read_box.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _accept_findings(self) -> None:
        self._set_acceptable(False)
        self._runner.run(
            self._acceptance.accept, self._shown, then=self._show_accepted, failed=self._show_error
        )

    def _set_acceptable(self, acceptable: bool) -> None:
        for widget in (self.read_box, self.accept_button):
            widget.setVisible(acceptable)
        if not acceptable:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _show_accepted(self, _result: object) -> None:
        count = display_format.number(len(self._shown))
        self.banner.show_message("", sentence("findings.accepted", count=count), "ok")
        self.refit()

    @Slot(object)
    def _show_error(self, error: ReceptionError) -> None:
        self.progress.hide()
        self.banner.show_message("", error_sentence(error), "error")
        self.banner.show()
        self.refit()
