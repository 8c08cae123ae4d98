"""The dialog of offboarding: its consequences, then its steps as they are completed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.offboarding import Offboarding, OffboardingImpact, OffboardingStep
from reception.messages.catalogue import error_sentence
from ui.database_thread.task_runner import TaskRunner
from ui.features.settings.staff.offboarding_steps import OffboardingSteps
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.services.staff.offboarding import StaffOffboarding

translate = QCoreApplication.translate


class OffboardingDialog(Dialog):
    """``step_completed`` after each completed step; it may be closed between two steps."""

    step_completed = Signal()

    def __init__(
        self,
        person: tuple[str, OffboardingImpact | Offboarding],
        service: StaffOffboarding,
        runner: TaskRunner,
        parent: QWidget,
    ) -> None:
        """``person`` is (user id, what offboarding would do or how far it has come)."""
        self._user_id, progress = person
        title = translate("Accounts", "Offboard {name}").format(name=progress.name)
        super().__init__(title, parent, 660)
        self._service, self._runner = service, runner
        self._offboarding = progress if isinstance(progress, Offboarding) else None
        self._running_step: OffboardingStep | None = None
        self._has_custodian = True  # somebody can rotate the key of denouncers
        self.set_icon("x", "danger")
        all_steps = (
            progress.steps
            if isinstance(progress, OffboardingImpact)
            else (*progress.done_steps, *progress.remaining_steps)
        )
        order = list(OffboardingStep)
        steps = tuple(sorted(all_steps, key=order.index))
        self.explanation = QLabel(self._explanation_text(progress), self)
        self.explanation.setWordWrap(True)
        self.explanation.setProperty("role", "secondary")
        self.steps = OffboardingSteps(steps, self)
        self.banner = Banner("warn", self)
        self.body.addWidget(self.explanation)
        self.body.addWidget(self.steps)
        self.body.addWidget(self.banner)
        self.add_note("history", translate("Accounts", "Every step is logged."))
        self.close_button = PushButton(
            translate("Accounts", "Cancel"), self, "secondary", "", "Esc"
        )
        self.set_leave_button(self.close_button)
        self.start_button = PushButton(translate("Accounts", "Offboard"), self, "danger", "x")
        self.start_button.setObjectName("start_button")
        self.start_button.clicked.connect(self.start)
        self.add_button(self.start_button)
        self._show_start(progress)

    def _explanation_text(self, progress: OffboardingImpact | Offboarding) -> str:
        if isinstance(progress, Offboarding):
            return translate(
                "Accounts", "It was stopped half-way. What is ticked is true; the rest goes on."
            )
        return translate(
            "Accounts",
            "This cannot be taken back: the account is gone for good. {drafts} drafts and "
            "{requests} requests of theirs end; visits they entered stay.",
        ).format(drafts=progress.drafts, requests=progress.requests)

    def _show_start(self, progress: OffboardingImpact | Offboarding) -> None:
        self.banner.hide()
        if isinstance(progress, Offboarding):
            self.start_button.set_text(translate("Accounts", "Go on"))
            self.steps.show_all(progress)
            return
        if OffboardingStep.ROTATE_PROTECTED_VAULT in progress.steps and not progress.includes_me:
            title = translate("Accounts", "The key of denouncers waits for {names}.")
            body = translate(
                "Accounts", "They do it in their own session; the head types the password there."
            )
            if not progress.custodians:
                self._has_custodian = False
                title = translate("Accounts", "Nobody else holds denouncers' identities.")
                body = _only_sheets_text()
            self.banner.show_message(
                title.format(names=", ".join(progress.custodians)), body, "warn"
            )

    @property
    def is_running(self) -> bool:
        """Whether a step is running."""
        return self._running_step is not None

    @Slot()
    def start(self) -> None:
        """Run the steps that are left, one after another; an error stops the sequence."""
        if self.is_running:
            return
        self.banner.hide()
        self.start_button.set_busy(translate("Accounts", "Working…"))
        if self._offboarding is None:
            self._run_step(
                OffboardingStep.SUSPEND_ACCOUNT, partial(self._service.begin, self._user_id)
            )
        else:
            self._run_next_step(self._offboarding)

    def _run_step(self, step: OffboardingStep, job: partial[Offboarding]) -> None:
        self._running_step = step
        self.steps.show_state(step, "running")
        self.close_button.setEnabled(False)
        self._runner.run(job, then=self._show_completed_step, owner=self, failed=self._show_failure)

    def _show_completed_step(self, offboarding: Offboarding) -> None:
        self._running_step = None
        self._offboarding = offboarding
        self.step_completed.emit()
        self._run_next_step(offboarding)

    def _run_next_step(self, offboarding: Offboarding) -> None:
        ready_steps = [
            step for step in offboarding.remaining_steps if step not in offboarding.blocked_steps
        ]
        self.steps.show_all(offboarding)
        if ready_steps:
            self._run_step(ready_steps[0], partial(self._service.do_next_step, self._user_id))
            return
        self._show_result(offboarding)

    def _show_result(self, offboarding: Offboarding) -> None:
        """Show the result, and the steps that wait for a custodian or a backup medium."""
        self.start_button.set_busy("")
        self.start_button.hide()
        self.close_button.setEnabled(True)
        self.close_button.set_text(translate("Accounts", "Close"))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        title = translate("Accounts", "{name} opens nothing any more.").format(
            name=offboarding.name
        )
        blocked_texts = [self._blocked_text(step) for step in offboarding.blocked_steps]
        body = " ".join(blocked_texts) or translate(
            "Accounts", "Old backups still open by their password: destroy them from the list."
        )
        self.banner.show_message(title, body, "warn" if blocked_texts else "ok")
        self.refit()

    def _blocked_text(self, step: OffboardingStep) -> str:
        if step is OffboardingStep.MAKE_BACKUP:
            return translate("Accounts", "Plug in the backup medium, then go on from this page.")
        if not self._has_custodian:
            return _only_sheets_text()
        return translate(
            "Accounts",
            "A custodian renews the key of denouncers in their own session, on this page.",
        )

    def _show_failure(self, error: ReceptionError) -> None:
        step, self._running_step = self._running_step, None
        if self._offboarding is not None:
            self.steps.show_all(self._offboarding)
        if step is not None:
            self.steps.show_state(step, "failed")
        self.start_button.set_busy("")
        self.start_button.set_text(translate("Accounts", "Go on"))
        self.close_button.setEnabled(True)
        has_begun = self._offboarding is not None
        title = translate("Accounts", "What is ticked is true already.") if has_begun else ""
        self.banner.show_message(title, error_sentence(error), "error")
        self.refit()
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def reject(self) -> None:
        """Close, unless a step is running."""
        if not self.is_running:
            super().reject()


def _only_sheets_text() -> str:
    return translate(
        "Accounts",
        "Their key is renewed only when two recovery sheets open the register: give custody to "
        "somebody first.",
    )
