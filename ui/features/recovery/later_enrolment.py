"""Creating recovery sheets for an office that was set up without them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.services.office.office_settings import OfficeSettings
from reception.storage.crypto.keyring import UserKeys
from ui.database_thread.task_runner import TaskRunner
from ui.features.recovery.recovery_step import RecoveryStep
from ui.features.recovery.step_frame import StepFrame

translate = QCoreApplication.translate


class LaterEnrolment(StepFrame):
    """``made`` when the sheets are valid, ``left`` when none were created."""

    made = Signal()

    def __init__(
        self,
        office: tuple[OfficeSettings, str],
        runner: TaskRunner,
        make: Callable[[UserKeys, bool], object],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """``office`` is (settings, fingerprint of the signing key).

        ``make(keys, opens_protected)`` runs on the database thread after all sheets are tested.
        """
        super().__init__(language, parent)
        self._office, self._runner, self._make = office, runner, make
        self.sheets = RecoveryStep(runner, self)
        self.sheets.later_button.hide()
        self.sheets.copy.set_paper(office[0].issuing, office[1])
        self.add_step(self.sheets)
        self.show_step(0)

    def last_text(self) -> str:
        return translate("Wizard", "Finish, sheets count now")

    def paper(self) -> tuple[OfficeSettings, str]:
        return self._office

    def finish(self) -> None:
        """Store the keys that the sheets open."""
        drawn = self.sheets.sheets()
        if drawn is None:
            return
        self.begin_work(translate("Wizard", "Making…"))
        opens = self.sheets.opens_protected()
        self._runner.run(self._make, drawn.keys, opens, then=self._done, failed=self.show_error)

    @Slot(object)
    def _done(self, _result: object) -> None:
        self.end_work()
        self.made.emit()
