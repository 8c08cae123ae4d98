"""Sequence of the program: set-up or unlock, then the open office, then the lock."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from reception.domain.clock import VIETNAM
from reception.domain.errors import ReceptionError
from reception.hardening.single_instance import InstanceLock
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
from ui.features.unlock.unlock_screen import UnlockAttempt, UnlockContents, UnlockScreen
from ui.privacy.clipboard_guard import ClipboardGuard
from ui.startup import lazy_features
from ui.startup.deferred_imports import DeferredImports
from ui.startup.office_opening import OfficeOpener

if TYPE_CHECKING:
    from ui.application.office_window import CreateScreens, OfficeWindow
    from ui.database_thread.task_runner import TaskRunner

VERSION = "0.1.0"
_TO_RESTORE = "restore"  # reason of a lock that leads to the restore screen
_DAMAGE_CODES = frozenset(
    {
        *("keyring.missing", "keyring.unreadable", "keyring.newer", "keyring.older"),
        *("database.missing", "database.unreadable", "database.damaged", "database.newer"),
        *("database.setting_refused", "members.forged", "seal.broken"),
    }
)


class ApplicationFlow(QObject):
    """Leads from the first page to the lock; ``start()`` returns False when it may not run.

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
        self._folder = options.office or settings.office() or default_office_folder()
        self._instance: InstanceLock | None = None
        self._attempt = ""
        self._remembered = ""
        self._runner: TaskRunner | None = None
        self._deferred_imports = DeferredImports(self._import_services, self)
        self.start_window: StartWindow | None = None
        self.office: OfficeWindow | None = None
        app.aboutToQuit.connect(self._end)

    @property
    def runner(self) -> TaskRunner:
        """Return the database thread, started at its first use."""
        if self._runner is None:
            self._runner = lazy_features.task_runner()(self)
        return self._runner

    def start(self) -> bool:
        """Show the first page; False when another window holds the office."""
        look = self._settings.appearance()
        self._remembered = look.language
        self._set_language(self._options.language or look.language)
        finish_restore(self._folder)
        if not self._reserve():
            return False
        theme().apply(self._app, Mode(look.mode), look.scale)
        ClipboardGuard(self)
        self.start_window = StartWindow()
        self.start_window.painted.connect(self._deferred_imports.begin)
        self._show_first()
        self.start_window.show()
        return True

    def _set_language(self, language: str) -> None:
        self._options = self._options._replace(language=language)
        translation.install(self._app, language)

    def _reserve(self) -> bool:
        """Reserve the office for this window; a folder without an office needs no reservation."""
        if self._instance is not None or not holds_office(self._folder):
            return True
        lock = InstanceLock(self._folder, "window")
        if not lock.acquire():
            return False
        self._instance = lock
        return True

    def _import_services(self) -> None:
        self.runner.run(self._opener.import_modules, then=self._deferred_imports.import_office)

    def _show_first(self) -> None:
        if not holds_office(self._folder):
            self._show_wizard()
            return
        try:
            state = read_pre_unlock_state(self._folder, self._state())
        except ReceptionError as error:
            self._show_damage(error)
            return
        self._show_unlock(state)
        if self._options.locked == _TO_RESTORE:
            self._options = self._options._replace(locked="")
            self._show_restore()

    def _state(self) -> Path:
        return machine_state_folder(self._folder, demonstration=self._options.demonstration)

    def _show(self, page: QWidget) -> None:
        if self.start_window is not None:
            self.start_window.show_page(page)

    def _show_unlock(self, state: PreUnlockState) -> None:
        text = QCoreApplication.translate("Unlock", "Machine {name} · Version {version}")
        contents = UnlockContents(
            pre_unlock_state=state,
            now=datetime.now(VIETNAM),
            lock_reason=self._options.locked,
            last_user_id=self._options.user or self._settings.last_user(),
            language=self._options.language,
            machine_line=text.format(name=_machine(), version=VERSION),
        )
        explain = lazy_features.explain_forgotten_password
        screen = UnlockScreen(contents, explain, self.start_window)
        screen.unlock_wanted.connect(self._open)
        screen.language_wanted.connect(self._change_language)
        screen.sheets_wanted.connect(self._show_recovery)
        screen.restore_wanted.connect(self._show_restore)
        self._show(screen)

    @Slot()
    def _show_recovery(self) -> None:
        page = lazy_features.recovery_page(
            self._folder, self._opener, self.runner, self._options.language
        )
        page.office_recovered.connect(self._reopened)
        page.cancelled.connect(self._show_again)
        self._show(page)

    @Slot()
    def _show_restore(self) -> None:
        page = lazy_features.restore_page(
            self._folder, self._state(), _machine(), self._opener, self.runner
        )
        page.replacement_started.connect(self._release)
        page.replacement_ended.connect(self._reserve_again)
        page.leave_wanted.connect(self._show_again)
        self._show(page)

    @Slot()
    def _release(self) -> None:
        """Release the folder of the office, which a restore replaces."""
        if self._instance is not None:
            self._instance.release()
            self._instance = None

    @Slot()
    def _reserve_again(self) -> None:
        if not self._reserve():
            self._app.quit()  # another window reserved it first

    @Slot(str, str)
    def _reopened(self, user_id: str, password: str) -> None:
        self._options = self._options._replace(locked="", user=user_id)
        self._show_first()
        self._open(UnlockAttempt(user_id, password))

    def _show_wizard(self) -> None:
        wizard = lazy_features.setup_wizard()(
            self._folder,
            self.runner,
            self._opener.create,
            self._options.language,
            self.start_window,
        )
        wizard.finished.connect(self._created)
        wizard.cancelled.connect(self._app.quit)
        self._show(wizard)

    def _show_damage(self, error: ReceptionError) -> None:
        page = lazy_features.damage_screen()(
            error, self._folder, self._options.language, self.start_window
        )
        page.retry_wanted.connect(self._show_again)
        page.restore_wanted.connect(self._show_restore)
        page.close_wanted.connect(self._app.quit)
        self._show(page)

    @Slot()
    def _show_again(self) -> None:
        self._show_first()

    @Slot(str)
    def _change_language(self, language: str) -> None:
        self._set_language(language)
        self._settings.store_appearance(self._settings.appearance()._replace(language=language))
        self._remembered = language
        self._show_first()

    @Slot(object)
    def _created(self, folder: Path) -> None:
        self._folder = folder
        self._settings.store_office_folder(folder)
        self._reserve()
        self._show_first()

    def sign_in(self, name: str, password: str) -> None:
        """Sign in by the name of an account; for the demonstration."""
        accounts = read_pre_unlock_state(self._folder, self._state()).accounts
        for user_id, account in accounts:
            if account == name:
                self._open(UnlockAttempt(user_id, password))

    @Slot(object)
    def _open(self, attempt: UnlockAttempt) -> None:
        self._attempt = attempt.user_id
        self.runner.run(
            self._opener.open,
            *(self._folder, attempt.user_id, attempt.password),
            then=self._opened,
            failed=self._refused,
        )

    @Slot(object)
    def _refused(self, error: ReceptionError) -> None:
        page = self.start_window.page if self.start_window is not None else None
        if error.code in _DAMAGE_CODES:
            self._show_damage(error)
        elif isinstance(page, UnlockScreen):
            if error.code == "unlock.wrong_password":
                page.show_wrong_password(
                    int(str(error.facts["tries"])), int(str(error.facts["wait"]))
                )
            else:
                page.show_error(lazy_features.error_sentence(error, self._options.language))

    @Slot(object)
    def _opened(self, opened: OpenedOffice) -> None:
        self._settings.store_last_user(self._attempt)
        self._settings.store_office_folder(self._folder)
        returning = bool(self._options.locked) and self._attempt == self._options.user
        language = self._options.language
        create_screens = self._create_screens or lazy_features.create_screens
        self.office = lazy_features.office_window()(
            opened, self.runner, language, create_screens, self.restart_at_unlock
        )
        self.office.setParent(self)
        if self.start_window is not None:
            self.office.enter(self.start_window, returning)
            self.start_window = None

    def restart_at_unlock(self, reason: str) -> None:
        """Replace this process by a new one at the unlock screen; does not return."""
        if self._instance is not None and sys.platform == "win32":
            self._instance.release()
        arguments = self._next().after_lock(self._folder.resolve(), reason, self._attempt)
        try:
            lazy_features.restart_program(arguments)
        finally:
            # Reached only when the new process could not start: the keys must be gone all the same.
            os._exit(1)

    def _next(self) -> Options:
        """Return the options of the next process, in the language chosen in the settings since."""
        language = self._settings.appearance().language
        if language == self._remembered:
            return self._options
        return self._options._replace(language=language)

    @Slot()
    def _end(self) -> None:
        self._deferred_imports.stop()
        if self.office is None:
            if self._runner is not None:
                self._runner.stop()
            return
        self.office.keep_drafts()
        self.runner.stop(self.office.close_session)


def _machine() -> str:
    """Return the machine's name; the module platform would take 5 ms to import for it."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
