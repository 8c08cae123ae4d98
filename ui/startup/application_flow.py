"""What one run of the program shows: set-up or unlock, the open office, the lock."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from reception.domain.errors import ReceptionError
from reception.services.access.pre_unlock_state import (
    PreUnlockState,
    finish_restore,
    holds_office,
    machine_state_folder,
    read_pre_unlock_state,
)
from ui.appearance import translation
from ui.appearance.theme import Mode, theme
from ui.appearance.window_settings import WindowSettings, default_office_folder
from ui.application.command_line import Options
from ui.application.opened_office import OpenedOffice
from ui.application.start_window import StartWindow
from ui.database_thread.garbage_collection import WindowThreadCollector
from ui.features.unlock.unlock_screen import UnlockAttempt, UnlockScreen
from ui.privacy.clipboard_guard import ClipboardGuard
from ui.startup import lazy_features, unlock_wiring
from ui.startup.damage_codes import DAMAGE_CODES
from ui.startup.deferred_imports import DeferredImports
from ui.startup.office_opening import OfficeOpener
from ui.startup.office_reservation import OfficeReservation

if TYPE_CHECKING:
    from ui.application.office_window import CreateScreens, OfficeWindow
    from ui.database_thread.task_runner import TaskRunner
    from ui.shell.screen import Screen

_RESTORE_REASON = "restore"  # the reason of a lock after which the restore screen is shown


class ApplicationFlow(QObject):
    """Shows one page after the other, from the first page to the lock.

    ``create_screens`` is :func:`ui.application.screen_registry.create_screens` unless given.
    """

    def __init__(
        self,
        app: QApplication,
        options: Options,
        settings: WindowSettings,
        opener: OfficeOpener | None = None,
        create_screens: CreateScreens | None = None,
    ) -> None:
        super().__init__(app)
        self._collector = WindowThreadCollector(self)
        self._app = app
        self._options = options
        self._settings = settings
        self._opener = opener or OfficeOpener(options.demonstration)
        self._create_screens = create_screens
        self._folder = options.office or settings.office_folder() or default_office_folder()
        self.reservation = OfficeReservation(self)
        self._user_id = ""
        self._stored_language = ""
        self._runner: TaskRunner | None = None
        self._deferred_imports = DeferredImports(self._import_services, self)
        self.start_window: StartWindow | None = None
        self.office: OfficeWindow | None = None
        app.aboutToQuit.connect(self._close_office)

    @property
    def runner(self) -> TaskRunner:
        """Return the runner of the database thread, which is started at the first use."""
        if self._runner is None:
            self._runner = lazy_features.task_runner_class()(self)
        return self._runner

    def start(self) -> bool:
        """Show the first page; return False when another window has the office open."""
        appearance = self._settings.appearance()
        self._stored_language = appearance.language
        self._set_language(self._options.language or appearance.language)
        finish_restore(self._folder)
        if not self.reservation.reserve(self._folder):
            return False
        theme().apply(self._app, Mode(appearance.mode), appearance.scale)
        ClipboardGuard(self)
        self.start_window = StartWindow()
        self.start_window.painted.connect(self._deferred_imports.begin)
        self._show_first_page()
        self.start_window.show()
        return True

    def _set_language(self, language: str) -> None:
        self._options = self._options._replace(language=language)
        translation.install(self._app, language)

    def _import_services(self) -> None:
        self.runner.run(self._opener.import_modules, then=self._deferred_imports.import_office)

    @Slot()
    def _show_first_page(self) -> None:
        if not holds_office(self._folder):
            self._show_wizard()
            return
        try:
            state = read_pre_unlock_state(self._folder, self._machine_state_folder())
        except ReceptionError as error:
            self._show_damage(error)
            return
        self._show_unlock(state)
        if self._options.locked == _RESTORE_REASON:
            self._options = self._options._replace(locked="")
            self._show_restore()

    def _machine_state_folder(self) -> Path:
        return machine_state_folder(self._folder, demonstration=self._options.demonstration)

    def _show(self, page: Screen) -> None:
        if self.start_window is not None:
            self.start_window.show_page(page)

    def _show_unlock(self, state: PreUnlockState) -> None:
        last_user_id = self._settings.last_user()
        screen = unlock_wiring.create_unlock_screen(
            state, self._options, last_user_id, self.start_window
        )
        screen.unlock_wanted.connect(self._unlock)
        screen.language_wanted.connect(self._change_language)
        screen.sheets_wanted.connect(self._show_recovery)
        screen.restore_wanted.connect(self._show_restore)
        self._show(screen)

    @Slot()
    def _show_recovery(self) -> None:
        page = lazy_features.create_recovery_screen(
            self._folder, self._opener, self.runner, self._options.language
        )
        page.office_recovered.connect(self._open_recovered)
        page.cancelled.connect(self._show_first_page)
        self._show(page)

    @Slot()
    def _show_restore(self) -> None:
        page = lazy_features.create_restore_screen(
            self._folder,
            self._machine_state_folder(),
            unlock_wiring.machine_name(),
            self._opener,
            self.runner,
        )
        page.replacement_started.connect(self.reservation.release)
        page.replacement_ended.connect(self._reserve_again)
        page.leave_wanted.connect(self._show_first_page)
        self._show(page)

    @Slot()
    def _reserve_again(self) -> None:
        if not self.reservation.reserve(self._folder):
            self._app.quit()  # another window has reserved it meanwhile

    @Slot(str, str)
    def _open_recovered(self, user_id: str, password: str) -> None:
        self._options = self._options._replace(locked="", user=user_id)
        self._show_first_page()
        self._unlock(UnlockAttempt(user_id, password))

    def _show_wizard(self) -> None:
        wizard = lazy_features.setup_wizard_class()(
            self._folder,
            self.runner,
            self._opener.create,
            self._options.language,
            self.start_window,
        )
        wizard.finished.connect(self._show_created_office)
        wizard.cancelled.connect(self._app.quit)
        self._show(wizard)

    def _show_damage(self, error: ReceptionError) -> None:
        page = lazy_features.damage_screen_class()(
            error, self._folder, self._options.language, self.start_window
        )
        page.retry_wanted.connect(self._show_first_page)
        page.restore_wanted.connect(self._show_restore)
        page.close_wanted.connect(self._app.quit)
        self._show(page)

    @Slot(str)
    def _change_language(self, language: str) -> None:
        self._set_language(language)
        self._settings.store_appearance(self._settings.appearance()._replace(language=language))
        self._stored_language = language
        self._show_first_page()

    @Slot(object)
    def _show_created_office(self, folder: Path) -> None:
        self._folder = folder
        self._settings.store_office_folder(folder)
        self.reservation.reserve(folder)
        self._show_first_page()

    def sign_in(self, name: str, password: str) -> None:
        """Sign in to a demonstration office by the name of an account."""
        accounts = read_pre_unlock_state(self._folder, self._machine_state_folder()).accounts
        for user_id, account in accounts:
            if account == name:
                self._unlock(UnlockAttempt(user_id, password))

    @Slot(object)
    def _unlock(self, attempt: UnlockAttempt) -> None:
        self._user_id = attempt.user_id
        self.runner.run(
            self._opener.open,
            *(self._folder, attempt.user_id, attempt.password),
            then=self._show_office,
            failed=self._show_unlock_error,
        )

    @Slot(object)
    def _show_unlock_error(self, error: ReceptionError) -> None:
        page = self.start_window.page if self.start_window is not None else None
        if error.code in DAMAGE_CODES:
            self._show_damage(error)
        elif isinstance(page, UnlockScreen):
            if error.code == "unlock.wrong_password":
                page.show_wrong_password(
                    int(str(error.facts["tries"])), int(str(error.facts["wait"]))
                )
            else:
                page.show_error(lazy_features.error_sentence(error, self._options.language))

    @Slot(object)
    def _show_office(self, opened: OpenedOffice) -> None:
        self._settings.store_last_user(self._user_id)
        self._settings.store_office_folder(self._folder)
        after_lock = bool(self._options.locked) and self._user_id == self._options.user
        language = self._options.language
        create_screens = self._create_screens or lazy_features.create_screens
        self.office = lazy_features.office_window_class()(
            opened, self.runner, language, create_screens, self.restart_at_unlock
        )
        self.office.setParent(self)
        if self.start_window is not None:
            self.office.enter(self.start_window, after_lock)
            self.start_window = None

    def restart_at_unlock(self, reason: str) -> None:
        """Replace this process by a new one at the unlock screen; does not return."""
        if sys.platform == "win32":
            self.reservation.release()
        arguments = self._next_options().arguments_after_lock(
            self._folder.resolve(), reason, self._user_id
        )
        try:
            lazy_features.restart_program(arguments)
        finally:
            # Reached only when the new process was not started. No key may remain in memory.
            os._exit(1)

    def _next_options(self) -> Options:
        """Return the options of the next process, in the language chosen last in the settings."""
        language = self._settings.appearance().language
        if language == self._stored_language:
            return self._options
        return self._options._replace(language=language)

    @Slot()
    def _close_office(self) -> None:
        self._deferred_imports.stop()
        if self.office is None:
            if self._runner is not None:
                self._runner.stop()
            return
        self.office.save_drafts()
        self.runner.stop(self.office.close_session)
