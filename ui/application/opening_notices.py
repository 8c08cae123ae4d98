"""Warnings that are shown between unlocking and the first screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reception.domain.staff import Right
from reception.messages.catalogue import sentence
from reception.services.audit.clock_confirmation import confirm_clock
from reception.services.recovery.recovery_enrolment import add_recovery
from ui.database_thread.task_runner import TaskRunner
from ui.features.recovery.sheet_creation_screen import SheetCreationScreen
from ui.features.unlock.notices_screen import CLOCK_PREFIX, Notice, NoticesScreen
from ui.features.unlock.roster_start_screen import RosterStartScreen

if TYPE_CHECKING:
    from reception.storage.crypto.keyring import UserKeys
    from ui.application.opened_office import OpenedOffice
    from ui.application.start_window import StartWindow

# Only the head can make the recovery sheets: the notice is useless for anybody else.
_NOTICES_FOR_HEAD_ONLY = frozenset({"recovery.missing"})


class OpeningNotices(QObject):
    """Shows the warnings of a session; ``finished`` when all are confirmed or there are none.

    ``lock_wanted`` when the user wants to lock the office again.
    """

    finished = Signal()
    lock_wanted = Signal()

    def __init__(
        self, opened: OpenedOffice, runner: TaskRunner, language: str, window: StartWindow
    ) -> None:
        super().__init__(window)
        self._opened = opened
        self._runner = runner
        self._language = language
        self._window = window
        self._is_roster_start_over = False

    def notices(self) -> list[Notice]:
        """Return the warnings that concern the person who is signed in."""
        session = self._opened.reception.session
        is_head = session.may(Right.MANAGE)
        return [
            Notice(code, sentence(code, self._language, **session.warning_facts.get(code, {})))
            for code in session.warnings
            if is_head or code not in _NOTICES_FOR_HEAD_ONLY
        ]

    @Slot()
    def show(self) -> None:
        """Show the warnings in the start window; before them the first roster of an old office."""
        roster_start = self._opened.reception.staff.roster_start
        if roster_start.is_due() and not self._is_roster_start_over:
            page = RosterStartScreen(roster_start, self._runner, self._window)
            page.finished.connect(self._go_on_after_roster)
            self._window.show_page(page)
            return
        self._show_notices()

    @Slot()
    def _go_on_after_roster(self) -> None:
        self._is_roster_start_over = True
        self._show_notices()

    def _show_notices(self) -> None:
        notices = self.notices()
        if not notices:
            self.finished.emit()
            return
        now = self._opened.reception.session.environment.clock.now()
        page = NoticesScreen(notices, now, self._window)
        page.confirmed.connect(self._finish)
        page.lock_wanted.connect(self.lock_wanted)
        page.sheets_wanted.connect(self._make_sheets)
        self._window.show_page(page)

    @Slot()
    def _make_sheets(self) -> None:
        session = self._opened.reception.session
        office = (self._opened.settings, session.fingerprint())
        page = SheetCreationScreen(
            office, self._runner, self._add_recovery, self._language, self._window
        )
        page.sheets_created.connect(self._finish)
        page.cancelled.connect(self.show)
        self._window.show_page(page)

    def _add_recovery(self, keys: UserKeys, opens_protected: bool) -> None:
        add_recovery(self._opened.reception.session, keys, opens_protected=opens_protected)

    @Slot()
    def _finish(self) -> None:
        session = self._opened.reception.session
        if any(code.startswith(CLOCK_PREFIX) for code in session.warnings):
            self._runner.run(confirm_clock, session)
        self.finished.emit()
