"""The line that a year's days off are not announced yet, and the way to say that they are."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from reception.services.working_days.calendar_year import CalendarYear
from ui.features.settings.settings_section import SettingsContext
from ui.features.settings.working_days.year_announced_dialog import YearAnnouncedDialog
from ui.widgets.banner import Banner, BannerLink

translate = QCoreApplication.translate


class EstimateBanner(Banner):
    """``show_year(year, today)``; ``kept`` once an announcement is kept, ``refused(error)``."""

    kept = Signal()
    refused = Signal(object)

    def __init__(self, study: SettingsContext, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__("warn", parent)
        self._study = study
        self._year = 0
        self._dialog: YearAnnouncedDialog | None = None
        self.link_used.connect(self.ask)
        self.hide()

    def show_year(self, year: CalendarYear, today: date) -> None:
        """Stand there as long as the year is an estimate; the head may end that."""
        self._year = year.year
        if year.estimated:
            words = translate("Settings", "Days off of {year} are not announced yet: an estimate.")
            self.say("", words.format(year=year.year), "warn")
            may = self._study.may_manage() and abs(year.year - today.year) <= 1
            link = BannerLink("announced", translate("Settings", "It is announced…"))
            self.set_links([link] if may else [])
        self.setVisible(year.estimated)

    @Slot()
    def ask(self) -> None:
        """Ask for the document that announces the year's days off."""
        dialog = self._dialog = YearAnnouncedDialog(self._year, self.window())
        dialog.wanted.connect(self._announce)
        dialog.closed.connect(self._closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _closed(self) -> None:
        self._dialog = None

    @Slot(str)
    def _announce(self, document: str) -> None:
        job = partial(self._study.reception.calendar_changes.announce, self._year, document)
        self._study.runner.run(job, then=self._announced, owner=self, failed=self._not_announced)

    def _announced(self, _result: object) -> None:
        if self._dialog is not None:
            self._dialog.finish(True)
        self.kept.emit()

    def _not_announced(self, error: ReceptionError) -> None:
        if self._dialog is not None:
            self._dialog.show_error(error)
        else:
            self.refused.emit(error)
