"""The way back in: two sheets, a new password, new sheets, and only then a changed office."""

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

IDLE_SECONDS = 30 * 60  # a holder copies a sheet by hand meanwhile


@dataclass(frozen=True, slots=True)
class RecoveryProgress:
    """What two sheets led to: their keys, and what they open."""

    recovery: UserKeys
    found: RecoveredOffice

    def __repr__(self) -> str:
        """Never print a key."""
        return "Led(…)"


class RecoveryScreen(StepFrame):
    """``RecoveryScreen(runner, look, make, language, parent)``: ``reopened(user_id, password)``.

    ``look(first, second)`` returns a Led and ``make(recovery, plan)`` the head's user id; both
    run on the worker. ``left`` when the person gives up: nothing was changed then.
    """

    reopened = Signal(str, str)

    def __init__(
        self,
        runner: TaskRunner,
        look: Callable[[str, str], RecoveryProgress],
        make: Callable[[UserKeys, RecoveryUnlock], str],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the first sheet."""
        super().__init__(language, parent)
        self._runner, self._make = runner, make
        self._led: RecoveryProgress | None = None
        self._root = new_root()  # known before the new sheets are printed, for its fingerprint
        self.sheets = SheetsStep(runner, look, language, self)
        self.password = PasswordStep(language, self)
        self.fresh = RecoveryStep(runner, self)
        for step in (self.sheets, self.password, self.fresh):
            self.add_step(step)
        self.idle = IdleTimer(IDLE_SECONDS, self)
        self.idle.expired.connect(self.give_up)
        self.left.connect(self._forget)
        self.sheets.found.connect(self._found)
        self.sheets.ready.connect(self._ready)
        self.sheets.told.connect(self.tell)
        self._settle()

    def entered(self) -> None:
        """Begin, and give up by itself when nobody goes on."""
        super().entered()
        self.idle.start()
        self.idle.watch(self.window().windowHandle())

    def last_text(self) -> str:
        """Say what the last button does."""
        return QCoreApplication.translate("Reopen", "Open the register anew")

    def paper(self) -> tuple[OfficeSettings, str]:
        """Return the office's names and the root that the new sheets will carry."""
        settings = self._led.found.settings if self._led is not None else OfficeSettings()
        return settings, self._plan().fingerprint

    def _plan(self) -> RecoveryUnlock:
        drawn = self.fresh.sheets()
        keys = drawn.keys if drawn is not None else None
        return RecoveryUnlock(
            self.password.password(), keys, self.fresh.opens_protected(), self._root
        )

    @Slot()
    def _ready(self) -> None:
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _found(self, led: RecoveryProgress) -> None:
        self._led = led
        self.password.show_found(led.found)
        self.fresh.opens.setChecked(led.found.opens_protected)
        settings, fingerprint = self.paper()
        self.fresh.copy.set_paper(settings.issuing, fingerprint)
        self.show_step(self.pages.currentIndex() + 1)

    def finish(self) -> None:
        """Change the office: all of it, or nothing."""
        if self._led is None:
            return
        self.begin_work(QCoreApplication.translate("Reopen", "Opening anew…"))
        self.back_button.setEnabled(False)
        self._runner.run(
            self._checked, self._led, self._plan(), then=self._done, failed=self._undone
        )

    def _checked(self, led: RecoveryProgress, plan: RecoveryUnlock) -> str:
        """Change the office (on the worker), after a last look at the password."""
        check_password(plan.password, led.found.known, led.found.head)
        return self._make(led.recovery, plan)

    @Slot(object)
    def _done(self, user_id: object) -> None:
        password = self.password.password()
        self.end_work()
        self._forget()
        self.reopened.emit(str(user_id), password)

    @Slot(object)
    def _undone(self, error: ReceptionError) -> None:
        self.back_button.setEnabled(True)
        self.refuse(error)

    @Slot()
    def give_up(self) -> None:
        """Leave, unless the office is being changed."""
        if not self.next_button.busy:
            self.forms.close()
            self.left.emit()

    @Slot()
    def _forget(self) -> None:
        """Drop keys, words and passwords, as far as Python can."""
        self.idle.stop()
        self._led = None
        self.sheets.forget()
        self.password.forget()
        self.fresh.forget()
