"""The banner of a year whose days off are not announced yet, with a link to confirm them."""

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
    """``announcement_saved`` when the announcement of a year is saved.

    ``announcement_refused(error)`` when it is not and its dialog is closed.
    """

    announcement_saved = Signal()
    announcement_refused = Signal(object)

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__("warn", parent)
        self._context = context
        self._year = 0
        self._dialog: YearAnnouncedDialog | None = None
        self.link_used.connect(self.show_dialog)
        self.hide()

    def show_year(self, year: CalendarYear, today: date) -> None:
        """Show the banner if the days off of the year are an estimate."""
        self._year = year.year
        if year.is_estimated:
            template = translate(
                "Settings", "Days off of {year} are not announced yet: an estimate."
            )
            self.show_message("", template.format(year=year.year), "warn")
            may_announce = self._context.may_manage() and abs(year.year - today.year) <= 1
            link = BannerLink("announced", translate("Settings", "It is announced…"))
            self.set_links([link] if may_announce else [])
        self.setVisible(year.is_estimated)

    @Slot()
    def show_dialog(self) -> None:
        dialog = self._dialog = YearAnnouncedDialog(self._year, self.window())
        dialog.announcement_confirmed.connect(self._save_announcement)
        dialog.closed.connect(self._forget_dialog)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    @Slot(str)
    def _save_announcement(self, announcement_number: str) -> None:
        record = self._context.reception.calendar_changes.record_announcement
        job = partial(record, self._year, announcement_number)
        self._context.runner.run(
            job, then=self._confirm_announcement, owner=self, failed=self._show_error
        )

    def _confirm_announcement(self, _result: object) -> None:
        if self._dialog is not None:
            self._dialog.finish(True)
        self.announcement_saved.emit()

    def _show_error(self, error: ReceptionError) -> None:
        if self._dialog is not None:
            self._dialog.show_error(error)
        else:
            self.announcement_refused.emit(error)
