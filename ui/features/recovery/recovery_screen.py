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
from reception.services.recovery.office_rekeying import RecoveryUnlock
from reception.services.recovery.recovery_unlock import RecoveredOffice
from reception.storage.crypto.keyring import UserKeys
from ui.database_thread.task_runner import TaskRunner
from ui.features.recovery.password_step import PasswordStep
from ui.features.recovery.recovery_step import RecoveryStep
from ui.features.recovery.sheets_step import SheetsStep
from ui.features.recovery.step_frame import StepFrame
from ui.privacy.idle_timer import IdleTimer

IDLE_SECONDS = 30 * 60  # a holder copies a sheet by hand in the meantime


@dataclass(frozen=True, slots=True)
class RecoveryProgress:
    """The keys combined from two sheets, and the office they open; ``repr`` shows neither."""

    keys: UserKeys
    office: RecoveredOffice

    def __repr__(self) -> str:
        return "RecoveryProgress(…)"


class RecoveryScreen(StepFrame):
    """``recovered(user id of the head, new password)``; ``left`` when nothing was changed."""

    recovered = Signal(str, str)

    def __init__(
        self,
        runner: TaskRunner,
        unlock: Callable[[str, str], RecoveryProgress],
        make: Callable[[UserKeys, RecoveryUnlock], str],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """``unlock`` joins two sheets, ``make`` returns a user id; both on the database thread."""
        super().__init__(language, parent)
        self._runner, self._make = runner, make
        self._progress: RecoveryProgress | None = None
        self._root = new_root()  # known before the new sheets are printed, for its fingerprint
        self.sheets = SheetsStep(runner, unlock, language, self)
        self.password = PasswordStep(language, self)
        self.new_sheets = RecoveryStep(runner, self)
        for step in (self.sheets, self.password, self.new_sheets):
            self.add_step(step)
        self.idle = IdleTimer(IDLE_SECONDS, self)
        self.idle.expired.connect(self.leave)
        self.left.connect(self._clear_secrets)
        self.sheets.unlocked.connect(self._show_office)
        self.sheets.ready.connect(self._ready)
        self.sheets.problem_changed.connect(self.show_problem)
        self._show_buttons()

    def entered(self) -> None:
        """Start the timer that leaves the screen after thirty minutes without input."""
        super().entered()
        self.idle.start()
        self.idle.watch(self.window().windowHandle())

    def last_text(self) -> str:
        return QCoreApplication.translate("Reopen", "Open the register anew")

    def paper(self) -> tuple[OfficeSettings, str]:
        """Return the names of the office and the fingerprint of its new signing key."""
        progress = self._progress
        settings = progress.office.settings if progress is not None else OfficeSettings()
        return settings, self._plan().fingerprint

    def _plan(self) -> RecoveryUnlock:
        drawn = self.new_sheets.sheets()
        keys = drawn.keys if drawn is not None else None
        return RecoveryUnlock(
            self.password.password(), keys, self.new_sheets.opens_protected(), self._root
        )

    @Slot()
    def _ready(self) -> None:
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _show_office(self, progress: RecoveryProgress) -> None:
        self._progress = progress
        self.password.show_office(progress.office)
        self.new_sheets.opens.setChecked(progress.office.opens_protected)
        settings, fingerprint = self.paper()
        self.new_sheets.copy.set_paper(settings.issuing, fingerprint)
        self.show_step(self.pages.currentIndex() + 1)

    def finish(self) -> None:
        """Give the office its new password and keys, in one transaction."""
        if self._progress is None:
            return
        self.begin_work(QCoreApplication.translate("Reopen", "Opening anew…"))
        self.back_button.setEnabled(False)
        self._runner.run(
            *(self._check_and_make, self._progress, self._plan()),
            then=self._done,
            failed=self._failed,
        )

    def _check_and_make(self, progress: RecoveryProgress, plan: RecoveryUnlock) -> str:
        """Change the office (on the database thread), after checking the password again."""
        check_password(plan.password, progress.office.known_names, progress.office.head)
        return self._make(progress.keys, plan)

    @Slot(object)
    def _done(self, user_id: object) -> None:
        password = self.password.password()
        self.end_work()
        self._clear_secrets()
        self.recovered.emit(str(user_id), password)

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        self.back_button.setEnabled(True)
        self.show_error(error)

    @Slot()
    def leave(self) -> None:
        """Leave, unless the office is being changed."""
        if not self.next_button.busy:
            self.forms.close()
            self.left.emit()

    @Slot()
    def _clear_secrets(self) -> None:
        """Remove keys, words and passwords from memory, as far as Python can."""
        self.idle.stop()
        self._progress = None
        self.sheets.clear_secrets()
        self.password.clear_secrets()
        self.new_sheets.clear_secrets()
