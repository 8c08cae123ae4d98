"""The screen that creates recovery sheets for an office that was set up without them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.services.office.office_settings import OfficeSettings
from reception.storage.crypto.keyring import UserKeys
from ui.database_thread.task_runner import TaskRunner
from ui.features.recovery.create_sheets_step import CreateSheetsStep
from ui.features.recovery.step_frame import StepFrame

translate = QCoreApplication.translate


class SheetCreationScreen(StepFrame):
    """Emits ``sheets_created`` when the keys of the sheets are stored.

    ``cancelled`` when the screen is left without sheets.
    """

    sheets_created = Signal()

    def __init__(
        self,
        office: tuple[OfficeSettings, str],
        runner: TaskRunner,
        store_keys: Callable[[UserKeys, bool], object],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """``office`` is (settings, fingerprint of the signing key).

        ``store_keys(keys, opens_protected)`` runs on the database thread after the last test.
        """
        super().__init__(language, parent)
        self._office, self._runner, self._store_keys = office, runner, store_keys
        self.create_sheets_step = CreateSheetsStep(runner, self)
        self.create_sheets_step.postpone_button.hide()
        self.create_sheets_step.copy_page.set_office(office[0].issuing, office[1])
        self.add_step(self.create_sheets_step)
        self.show_step(0)

    def finish_text(self) -> str:
        return translate("Wizard", "Finish: the sheets become valid")

    def blank_sheet_office(self) -> tuple[OfficeSettings, str]:
        return self._office

    def finish(self) -> None:
        """Store the keys that the sheets open."""
        shares = self.create_sheets_step.tested_shares()
        if shares is None:
            return
        self.begin_work(translate("Wizard", "Making…"))
        opens_protected = self.create_sheets_step.opens_protected()
        self._runner.run(
            self._store_keys,
            shares.keys,
            opens_protected,
            then=self._finish_work,
            failed=self.show_error,
        )

    @Slot(object)
    def _finish_work(self, _result: object) -> None:
        self.end_work()
        self.sheets_created.emit()
