"""The way back in: two sheets, a new password, new sheets, and only then a changed office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from reception.services.passwords import check_password
from reception.services.renewal import Reopening
from reception.services.reopening import Found
from reception.services.settings import OfficeSettings
from reception.services.setup import new_root
from reception.storage.keyring import UserKeys
from ui.guard.idle import IdleGuard
from ui.screens.wizard.frame import StepFrame
from ui.screens.wizard.password_step import PasswordStep
from ui.screens.wizard.recovery_step import RecoveryStep
from ui.screens.wizard.sheets_step import SheetsStep
from ui.work.worker import Runner

IDLE_SECONDS = 30 * 60  # a holder copies a sheet by hand meanwhile


@dataclass(frozen=True, slots=True)
class Led:
    """What two sheets led to: their keys, and what they open."""

    recovery: UserKeys
    found: Found

    def __repr__(self) -> str:
        """Never print a key."""
        return "Led(…)"


class ReopenScreen(StepFrame):
    """``ReopenScreen(runner, look, make, language, parent)``: ``reopened(user_id, password)``.

    ``look(first, second)`` returns a Led and ``make(recovery, plan)`` the head's user id; both
    run on the worker. ``left`` when the person gives up: nothing was changed then.
    """

    reopened = Signal(str, str)

    def __init__(
        self,
        runner: Runner,
        look: Callable[[str, str], Led],
        make: Callable[[UserKeys, Reopening], str],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the first sheet."""
        super().__init__(language, parent)
        self._runner, self._make = runner, make
        self._led: Led | None = None
        self._root = new_root()  # known before the new sheets are printed, for its fingerprint
        self.sheets = SheetsStep(runner, look, language, self)
        self.password = PasswordStep(language, self)
        self.fresh = RecoveryStep(runner, self)
        for step in (self.sheets, self.password, self.fresh):
            self.add_step(step)
        self.idle = IdleGuard(IDLE_SECONDS, self)
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

    def _plan(self) -> Reopening:
        drawn = self.fresh.sheets()
        keys = drawn.keys if drawn is not None else None
        return Reopening(self.password.password(), keys, self.fresh.opens_protected(), self._root)

    @Slot()
    def _ready(self) -> None:
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _found(self, led: Led) -> None:
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

    def _checked(self, led: Led, plan: Reopening) -> str:
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
