"""The course of the program: set-up or unlock, then the office, then the lock."""

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
    machine_state_of,
    read_pre_unlock_state,
)
from ui.appearance import translation
from ui.appearance.theme import Mode, theme
from ui.appearance.window_settings import WindowSettings, usual_folder
from ui.application.command_line import Options
from ui.application.start_window import StartWindow
from ui.database_thread.garbage_collection import WindowThreadCollector
from ui.features.unlock.unlock_screen import Attempt, UnlockScreen, UnlockView
from ui.privacy.clipboard_guard import ClipboardGuard
from ui.startup import lazy_features
from ui.startup.deferred_imports import DeferredImports
from ui.startup.office_opening import OfficeOpener, OpenedOffice

if TYPE_CHECKING:
    from ui.application.office_window import CreateScreens, OfficeWindow
    from ui.database_thread.task_runner import TaskRunner

VERSION = "0.1.0"
_TO_RESTORE = "restore"  # the reason of a lock that leads to the restore page
_SHOWN_ALONE = frozenset(
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
        doors: OfficeOpener | None = None,
        create_screens: CreateScreens | None = None,
    ) -> None:
        super().__init__(app)
        self._collector = WindowThreadCollector(self)
        self._app = app
        self._options = options
        self._settings = settings
        self._doors = doors or OfficeOpener(options.demonstration)
        self._create_screens = create_screens
        self._folder = options.office or settings.office() or usual_folder()
        self._instance: InstanceLock | None = None
        self._attempt = ""
        self._remembered = ""
        self._runner: TaskRunner | None = None
        self._afterwards = DeferredImports(self._warm, self)
        self.entrance: StartWindow | None = None
        self.office: OfficeWindow | None = None
        app.aboutToQuit.connect(self._end)

    @property
    def runner(self) -> TaskRunner:
        """Return the worker thread, started when first wanted."""
        if self._runner is None:
            self._runner = lazy_features.task_runner()(self)
        return self._runner

    def start(self) -> bool:
        """Show the first page; False when another window holds the office."""
        look = self._settings.look()
        self._remembered = look.language
        self._speak(self._options.language or look.language)
        finish_restore(self._folder)
        if not self._hold():
            return False
        theme().apply(self._app, Mode(look.mode), look.scale)
        ClipboardGuard(self)
        self.entrance = StartWindow()
        self.entrance.painted.connect(self._afterwards.begin)
        self._show_first()
        self.entrance.show()
        return True

    def _speak(self, language: str) -> None:
        self._options = self._options._replace(language=language)
        translation.install(self._app, language)

    def _hold(self) -> bool:
        """Take the office for this window; a folder that does not exist yet is nobody's."""
        if self._instance is not None or not holds_office(self._folder):
            return True
        lock = InstanceLock(self._folder, "window")
        if not lock.acquire():
            return False
        self._instance = lock
        return True

    def _warm(self) -> None:
        self.runner.run(self._doors.warm, then=self._afterwards.fetch)

    def _show_first(self) -> None:
        if not holds_office(self._folder):
            self._show_wizard()
            return
        try:
            door = read_pre_unlock_state(self._folder, self._state())
        except ReceptionError as error:
            self._show_trouble(error)
            return
        self._show_unlock(door)
        if self._options.locked == _TO_RESTORE:
            self._options = self._options._replace(locked="")
            self._show_restoring()

    def _state(self) -> Path:
        return machine_state_of(self._folder, demonstration=self._options.demonstration)

    def _show(self, page: QWidget) -> None:
        if self.entrance is not None:
            self.entrance.show_page(page)

    def _show_unlock(self, door: PreUnlockState) -> None:
        text = QCoreApplication.translate("Unlock", "Machine {name} · Version {version}")
        view = UnlockView(
            state=door,
            now=datetime.now(VIETNAM),
            reason=self._options.locked,
            user=self._options.user or self._settings.last_user(),
            language=self._options.language,
            machine=text.format(name=_machine(), version=VERSION),
        )
        screen = UnlockScreen(view, self.entrance)
        screen.wanted.connect(self._open)
        screen.language_wanted.connect(self._change_language)
        screen.sheets_wanted.connect(self._show_reopening)
        screen.restore_wanted.connect(self._show_restoring)
        self._show(screen)

    @Slot()
    def _show_reopening(self) -> None:
        page = lazy_features.recovery_page(
            self._folder, self._doors, self.runner, self._options.language
        )
        page.recovered.connect(self._reopened)
        page.left.connect(self._show_again)
        self._show(page)

    @Slot()
    def _show_restoring(self) -> None:
        page = lazy_features.restore_page(
            self._folder, self._state(), _machine(), self._doors, self.runner
        )
        page.replacing.connect(self._let_go)
        page.settled.connect(self._take_again)
        page.left.connect(self._show_again)
        self._show(page)

    @Slot()
    def _let_go(self) -> None:
        """Give the office's folder free for what replaces it."""
        if self._instance is not None:
            self._instance.release()
            self._instance = None

    @Slot()
    def _take_again(self) -> None:
        if not self._hold():
            self._app.quit()  # another window was quicker

    @Slot(str, str)
    def _reopened(self, user_id: str, password: str) -> None:
        self._options = self._options._replace(locked="", user=user_id)
        self._show_first()
        self._open(Attempt(user_id, password))

    def _show_wizard(self) -> None:
        wizard = lazy_features.setup_wizard()(
            self._folder, self.runner, self._doors.create, self._options.language, self.entrance
        )
        wizard.finished.connect(self._created)
        wizard.left.connect(self._app.quit)
        self._show(wizard)

    def _show_trouble(self, error: ReceptionError) -> None:
        page = lazy_features.damage_screen()(
            error, self._folder, self._options.language, self.entrance
        )
        page.again.connect(self._show_again)
        page.restore_wanted.connect(self._show_restoring)
        page.left.connect(self._app.quit)
        self._show(page)

    @Slot()
    def _show_again(self) -> None:
        self._show_first()

    @Slot(str)
    def _change_language(self, language: str) -> None:
        self._speak(language)
        self._settings.remember_look(self._settings.look()._replace(language=language))
        self._remembered = language
        self._show_first()

    @Slot(object)
    def _created(self, folder: Path) -> None:
        self._folder = folder
        self._settings.remember_office(folder)
        self._hold()
        self._show_first()

    def sign_in(self, name: str, password: str) -> None:
        """Open with an account's name, as if it had been chosen and typed."""
        accounts = read_pre_unlock_state(self._folder, self._state()).accounts
        for user_id, account in accounts:
            if account == name:
                self._open(Attempt(user_id, password))

    @Slot(object)
    def _open(self, attempt: Attempt) -> None:
        self._attempt = attempt.user_id
        self.runner.run(
            self._doors.open,
            *(self._folder, attempt.user_id, attempt.password),
            then=self._opened,
            failed=self._refused,
        )

    @Slot(object)
    def _refused(self, error: ReceptionError) -> None:
        page = self.entrance.page if self.entrance is not None else None
        if error.code in _SHOWN_ALONE:
            self._show_trouble(error)
        elif isinstance(page, UnlockScreen):
            if error.code == "unlock.wrong_password":
                page.show_wrong_password(
                    int(str(error.facts["tries"])), int(str(error.facts["wait"]))
                )
            else:
                page.show_error(lazy_features.error_sentence(error, self._options.language))

    @Slot(object)
    def _opened(self, opened: OpenedOffice) -> None:
        self._settings.remember_user(self._attempt)
        self._settings.remember_office(self._folder)
        returning = bool(self._options.locked) and self._attempt == self._options.user
        language = self._options.language
        create_screens = self._create_screens or lazy_features.create_screens
        self.office = lazy_features.office_window()(
            opened, self.runner, language, create_screens, self.replace_image
        )
        self.office.setParent(self)
        if self.entrance is not None:
            self.office.enter(self.entrance, returning)
            self.entrance = None

    def replace_image(self, reason: str) -> None:
        """Become a fresh process that stands at the unlock screen; does not return."""
        if self._instance is not None and sys.platform == "win32":
            self._instance.release()
        arguments = self._next().after_lock(self._folder.resolve(), reason, self._attempt)
        try:
            lazy_features.restart_program(arguments)
        finally:
            # Not reached unless the fresh image could not be started: keys must go all the same.
            os._exit(1)

    def _next(self) -> Options:
        """Return the options of the next image: in the language chosen in the settings since."""
        language = self._settings.look().language
        if language == self._remembered:
            return self._options
        return self._options._replace(language=language)

    @Slot()
    def _end(self) -> None:
        self._afterwards.stop()
        if self.office is None:
            if self._runner is not None:
                self._runner.stop()
            return
        self.office.keep_drafts()
        self.runner.stop(self.office.close_session)


def _machine() -> str:
    """Return the machine's name; the module platform would take 5 ms to import for it."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
