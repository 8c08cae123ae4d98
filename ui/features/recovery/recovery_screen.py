"""Opening an office with two recovery sheets: new password, new sheets, then new keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from reception.services.access.password_policy import check_password
from reception.services.office.office_settings import OfficeSettings
from reception.services.office.office_setup import new_root
from reception.services.recovery.office_recovery import OfficeToRecover
from reception.services.recovery.office_rekeying import RecoveryPlan
from reception.storage.crypto.keyring import UserKeys
from ui.database_thread.task_runner import TaskRunner
from ui.features.recovery.create_sheets_step import CreateSheetsStep
from ui.features.recovery.enter_sheets_step import EnterSheetsStep
from ui.features.recovery.password_step import PasswordStep
from ui.features.recovery.step_frame import StepFrame
from ui.privacy.idle_timer import IdleTimer

IDLE_SECONDS = 30 * 60  # long, because nobody types while a holder copies a sheet by hand


@dataclass(frozen=True, slots=True)
class RecoveredKeys:
    """The keys combined from two sheets, and the office they open; ``repr`` shows neither."""

    keys: UserKeys
    office: OfficeToRecover

    def __repr__(self) -> str:
        return "RecoveredKeys(…)"


class RecoveryScreen(StepFrame):
    """Emits ``office_recovered(user id of the head, new password)`` when the office is changed.

    ``cancelled`` when the screen is left and nothing was changed.
    """

    office_recovered = Signal(str, str)

    def __init__(
        self,
        runner: TaskRunner,
        unlock: Callable[[str, str], RecoveredKeys],
        rekey_office: Callable[[UserKeys, RecoveryPlan], str],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """``unlock`` and ``rekey_office`` run on the database thread.

        ``unlock`` combines the words of two sheets; ``rekey_office`` returns the head's user id.
        """
        super().__init__(language, parent)
        self._runner, self._rekey_office = runner, rekey_office
        self._recovered_keys: RecoveredKeys | None = None
        self._root = new_root()  # known before the new sheets are printed, for its fingerprint
        self.enter_sheets_step = EnterSheetsStep(runner, unlock, language, self)
        self.password_step = PasswordStep(language, self)
        self.create_sheets_step = CreateSheetsStep(runner, self)
        for step in (self.enter_sheets_step, self.password_step, self.create_sheets_step):
            self.add_step(step)
        self.idle_timer = IdleTimer(IDLE_SECONDS, self)
        self.idle_timer.expired.connect(self.cancel)
        self.cancelled.connect(self._clear_secrets)
        self.enter_sheets_step.unlocked.connect(self._show_office)
        self.enter_sheets_step.sheet_completed.connect(self._focus_next_button)
        self.enter_sheets_step.problem_changed.connect(self.show_problem)
        self._show_buttons()

    def on_entered(self) -> None:
        """Start the timer that leaves the screen after thirty minutes without input."""
        super().on_entered()
        self.idle_timer.start()
        self.idle_timer.watch(self.window().windowHandle())

    def finish_text(self) -> str:
        return QCoreApplication.translate("Reopen", "Open the register anew")

    def blank_sheet_office(self) -> tuple[OfficeSettings, str]:
        """Return the names of the office and the fingerprint of its new signing key."""
        recovered = self._recovered_keys
        settings = recovered.office.settings if recovered is not None else OfficeSettings()
        return settings, self._plan().fingerprint

    def _plan(self) -> RecoveryPlan:
        shares = self.create_sheets_step.tested_shares()
        keys = shares.keys if shares is not None else None
        return RecoveryPlan(
            self.password_step.password(),
            keys,
            self.create_sheets_step.opens_protected(),
            self._root,
        )

    @Slot()
    def _focus_next_button(self) -> None:
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _show_office(self, recovered_keys: RecoveredKeys) -> None:
        self._recovered_keys = recovered_keys
        self.password_step.show_office(recovered_keys.office)
        self.create_sheets_step.opens_protected_switch.setChecked(
            recovered_keys.office.sheets_open_protected
        )
        settings, fingerprint = self.blank_sheet_office()
        self.create_sheets_step.copy_page.set_office(settings.issuing, fingerprint)
        self.show_step(self.pages.currentIndex() + 1)

    def finish(self) -> None:
        """Give the office its new password and keys, in one transaction."""
        if self._recovered_keys is None:
            return
        self.begin_work(QCoreApplication.translate("Reopen", "Opening anew…"))
        self.back_button.setEnabled(False)
        self._runner.run(
            *(self._check_and_rekey, self._recovered_keys, self._plan()),
            then=self._finish_recovery,
            failed=self._show_failure,
        )

    def _check_and_rekey(self, recovered_keys: RecoveredKeys, plan: RecoveryPlan) -> str:
        """Change the office (on the database thread), after checking the password again."""
        check_password(
            plan.password, recovered_keys.office.known_names, recovered_keys.office.head_name
        )
        return self._rekey_office(recovered_keys.keys, plan)

    @Slot(object)
    def _finish_recovery(self, user_id: object) -> None:
        password = self.password_step.password()
        self.end_work()
        self._clear_secrets()
        self.office_recovered.emit(str(user_id), password)

    @Slot(object)
    def _show_failure(self, error: ReceptionError) -> None:
        self.back_button.setEnabled(True)
        self.show_error(error)

    @Slot()
    def cancel(self) -> None:
        """Leave the screen, unless the office is being changed."""
        if not self.next_button.busy:
            self.sheet_printer.close()
            self.cancelled.emit()

    @Slot()
    def _clear_secrets(self) -> None:
        """Remove keys, words and passwords from memory, as far as Python can."""
        self.idle_timer.stop()
        self._recovered_keys = None
        self.enter_sheets_step.clear_secrets()
        self.password_step.clear_secrets()
        self.create_sheets_step.clear_secrets()
