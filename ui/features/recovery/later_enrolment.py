"""The recovery sheets of an office that was set up without them: the wizard's step alone."""

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
    """``LaterEnrolment(office, runner, make, language, parent)``: ``made``, ``left``.

    ``office`` is (settings, fingerprint of the root); ``make(keys, opens_protected)`` runs on
    the worker once the three holders have their sheets.
    """

    made = Signal()

    def __init__(
        self,
        office: tuple[OfficeSettings, str],
        runner: TaskRunner,
        make: Callable[[UserKeys, bool], object],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the holders' names."""
        super().__init__(language, parent)
        self._office, self._runner, self._make = office, runner, make
        self.sheets = RecoveryStep(runner, self)
        self.sheets.later_button.hide()
        self.sheets.copy.set_paper(office[0].issuing, office[1])
        self.add_step(self.sheets)
        self.show_step(0)

    def last_text(self) -> str:
        """Say that the sheets count from then on."""
        return translate("Wizard", "Finish, sheets count now")

    def paper(self) -> tuple[OfficeSettings, str]:
        """Return the open office's names and root."""
        return self._office

    def finish(self) -> None:
        """Give recovery its keys."""
        drawn = self.sheets.sheets()
        if drawn is None:
            return
        self.begin_work(translate("Wizard", "Making…"))
        opens = self.sheets.opens_protected()
        self._runner.run(self._make, drawn.keys, opens, then=self._done, failed=self.refuse)

    @Slot(object)
    def _done(self, _result: object) -> None:
        self.end_work()
        self.made.emit()
