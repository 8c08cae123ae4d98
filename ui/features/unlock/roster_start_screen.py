"""The first roster of an older office: its log is verified, then the head signs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from reception.messages.catalogue import error_sentence, finding_sentence, sentence
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.database_thread.job_progress import JobProgress
from ui.database_thread.task_runner import TaskRunner
from ui.shell.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.domain.audit import Finding, Verification
    from reception.domain.errors import ReceptionError
    from reception.services.staff.roster_start import RosterStart

WIDTH = 720
_MAX_FINDINGS_SHOWN = 500
_FINDINGS_HEIGHT = 180
translate = QCoreApplication.translate


class RosterStartScreen(Screen):
    """Verifies the log at once on the database thread; ``finished`` after signing or postponing.

    Findings are listed and must be confirmed before the head can sign.
    """

    finished = Signal()

    def __init__(
        self, roster_start: RosterStart, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._roster_start = roster_start
        self._runner = runner
        self._findings: Sequence[Finding] = ()
        self._is_verified = False
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(translate("RosterStart", "Progress"))
        self.banner = Banner("info", self)
        self.banner.hide()
        self.findings = QPlainTextEdit(self)
        self.findings.setReadOnly(True)
        self.findings.setTabChangesFocus(True)
        self.findings.setAccessibleName(translate("RosterStart", "Everything found"))
        self.findings.setFixedHeight(theme().px(_FINDINGS_HEIGHT))
        self.findings.hide()
        self.seen_box = QCheckBox(translate("RosterStart", "I have read every line"), self)
        self.seen_box.setObjectName("seen_box")
        self.seen_box.hide()
        self.seen_box.toggled.connect(self._enable_buttons)
        self.later_button = PushButton(translate("RosterStart", "Another time"), self, "secondary")
        self.later_button.setObjectName("later_button")
        self.later_button.clicked.connect(self.finished)
        self.sign_button = PushButton(
            translate("RosterStart", "Sign the roster"), self, "primary", "pen-line", "Enter"
        )
        self.sign_button.setObjectName("sign_button")
        self.sign_button.setEnabled(False)
        self.sign_button.clicked.connect(self._sign)
        self._build()
        self._job = JobProgress(self)
        self._job.advanced.connect(self._show_progress)
        runner.run(roster_start.verify, self._job, then=self._show_result, failed=self._show_error)

    def _build(self) -> None:
        px = theme().px
        content = QWidget(self)
        content.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(content)
        column.setSpacing(px(12))
        title = QLabel(translate("RosterStart", "Sign the list of people and keys"), content)
        title.setProperty("role", "title")
        explanation = QLabel(sentence("roster.start_explained"), content)
        explanation.setWordWrap(True)
        column.addStretch(1)
        for widget in (title, explanation, self.progress, self.banner, self.findings):
            column.addWidget(widget)
        column.addWidget(self.seen_box)
        buttons = QHBoxLayout()
        for button in (self.later_button, self.sign_button):
            button.set_height(40)
        buttons.addWidget(self.later_button)
        buttons.addStretch(1)
        buttons.addWidget(self.sign_button)
        column.addSpacing(px(8))
        column.addLayout(buttons)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(content)
        row.addStretch(1)

    def on_entered(self) -> None:
        self._focus_next()

    @Slot(object, object)
    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    @Slot(object)
    def _show_result(self, verification: Verification) -> None:
        self.progress.hide()
        self._is_verified = True
        self._findings = verification.findings
        self._enable_buttons()  # a disabled button takes no focus
        if verification.intact:
            counts = {
                "entries": display_format.number(verification.entries),
                "records": display_format.number(verification.records),
            }
            self.banner.show_message("", sentence("log.intact", **counts), "ok")
        else:
            title = translate("RosterStart", "{count} places do not agree").format(
                count=display_format.number(len(verification.findings))
            )
            self.banner.show_message(title, sentence("roster.start_findings"), "warn")
            lines = [finding_sentence(item) for item in self._findings[:_MAX_FINDINGS_SHOWN]]
            self.findings.setPlainText("\n".join(lines))
            self.findings.show()
            self.seen_box.show()
        self.banner.show()
        self._focus_next()

    def _focus_next(self) -> None:
        """Focus what the head needs next: the findings, else the button that can be pressed."""
        if self._findings:
            target: QWidget = self.findings
        else:
            target = self.sign_button if self.sign_button.isEnabled() else self.later_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _enable_buttons(self) -> None:
        is_confirmed = not self._findings or self.seen_box.isChecked()
        self.sign_button.setEnabled(self._is_verified and is_confirmed)

    @Slot()
    def _sign(self) -> None:
        self.sign_button.setEnabled(False)
        self._runner.run(
            self._roster_start.sign,
            tuple(self._findings),
            then=self._show_office,
            failed=self._show_error,
        )

    @Slot(object)
    def _show_office(self, _result: object) -> None:
        self.finished.emit()

    @Slot(object)
    def _show_error(self, error: ReceptionError) -> None:
        self.progress.hide()
        self.banner.show_message("", error_sentence(error), "error")
        self.banner.show()
        self.later_button.setFocus(Qt.FocusReason.OtherFocusReason)
