"""Shows an open office in the main window, protects it and locks it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from reception.domain.errors import ReceptionError
from reception.domain.roster import MISMATCH_CODES
from reception.domain.staff import Right
from reception.messages.catalogue import error_sentence, sentence
from reception.sandbox.child_process import end_children
from ui.appearance.theme import theme
from ui.application.command_line import MISMATCH_REASON, SHUT_OUT_REASON
from ui.application.idle_work import IdleWork
from ui.application.mismatch_confirmation import MismatchConfirmation
from ui.application.office_status import office_status, own_last_entry_notice
from ui.application.opening_notices import OpeningNotices
from ui.application.screen_registry import OfficeScreens, ScreenContext
from ui.database_thread.task_runner import TaskRunner
from ui.privacy.desktop_session_watch import DesktopSessionWatch
from ui.privacy.idle_timer import IdleTimer
from ui.privacy.privacy_cover import PrivacyCover
from ui.privacy.session_lock import SessionLock
from ui.shell.backup_status import back_up_at_lock
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.services.backup.backups import BackupResult
    from ui.application.opened_office import OpenedOffice
    from ui.application.start_window import StartWindow

SHUT_OUT_CODE = "unlock.shut_out"  # the person was suspended or has new keys
CreateScreens = Callable[[ScreenContext], OfficeScreens]


class OfficeWindow(QObject):
    """Shows an open office until it is locked.

    ``create_screens`` makes the screens of its window. ``lock(reason)`` closes the session and
    calls ``restart(reason)``, which replaces this process by a new one and does not return.
    """

    def __init__(
        self,
        opened: OpenedOffice,
        runner: TaskRunner,
        language: str,
        create_screens: CreateScreens,
        restart: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._opened = opened
        self._runner = runner
        self._language = language
        self._create_screens = create_screens
        self._restart = restart
        self._lock_reason = ""
        self._after_lock = False
        self._is_session_closed = False
        self.start_window: StartWindow | None = None
        self.window: MainWindow | None = None
        self.screens: OfficeScreens | None = None
        self.session_lock = SessionLock(self._replace_process, self)
        self.desktop_watch = DesktopSessionWatch(self)
        self.idle_timer = IdleTimer(opened.settings.idle_minutes * 60, self)
        self.cover: PrivacyCover | None = None
        self.idle_work: IdleWork | None = None

    def enter(self, start_window: StartWindow, after_lock: bool) -> None:
        """Show the warnings in the start window, then the office instead of that window.

        Before them the head confirms a register that does not match the roster.

        ``after_lock``: the person who locked the office has unlocked it again, and the newest
        draft is opened without a question.
        """
        self.start_window = start_window
        self._after_lock = after_lock
        confirmation = MismatchConfirmation(self._opened, self._runner, start_window)
        confirmation.finished.connect(self._show_notices)
        confirmation.lock_wanted.connect(partial(self.lock, "key"))
        confirmation.show()

    @Slot(object)
    def _show_notices(self, opened: OpenedOffice) -> None:
        self._opened = opened
        start_window = self.start_window
        if start_window is None:
            return
        notices = OpeningNotices(self._opened, self._runner, self._language, start_window)
        notices.finished.connect(self._show_office)
        notices.lock_wanted.connect(partial(self.lock, "key"))
        notices.show()

    @Slot()
    def _show_office(self) -> None:
        reception = self._opened.reception
        member = reception.session.member
        window = self.window = MainWindow()
        window.rail.set_office_name(self._opened.settings.issuing)
        window.rail.set_signed_in_person(member.name, member.title)
        window.rail.set_status(self._status_lines())
        screens = self._create_screens(ScreenContext(reception, self._runner, theme(), window))
        self.screens = screens
        for item, page in screens.pages.items():
            window.add_screen(item, page)
        window.lock_wanted.connect(partial(self.lock, "key"))
        self._runner.refused.connect(self._show_failure)
        self._runner.error_seen.connect(self._lock_after_error)
        self._runner.set_after_job(reception.session.truncate_wal)
        idle_work = self.idle_work = IdleWork(reception, self)
        idle_work.log_walk_failed.connect(self._show_log_failure)
        idle_work.log_accepted.connect(window.hide_error_banner)
        self._runner.set_idle_step(idle_work.run_step)
        self._replace_start_window(window)
        self._start_protection(window)
        window.show_item(next(iter(screens.pages)))
        window.show_toast(own_last_entry_notice(reception.session), "history")
        self._start_screens(screens)

    def _start_screens(self, screens: OfficeScreens) -> None:
        """Pass drafts to visit entry, choose the head's first page, and make a backup that is due.

        The head starts on the to-do list, unless a draft is continued after a lock.
        """
        drafts, after_lock = self._opened.drafts, self._after_lock
        if screens.draft_receiver is not None and drafts:
            screens.draft_receiver.offer_drafts(drafts, after_lock)
        if screens.home is not None:
            is_head = self._opened.reception.session.may(Right.MANAGE)
            if is_head and not (after_lock and drafts):
                screens.home.show_page(todo=True)
            else:
                screens.home.read_todo_list()
        if screens.audit is not None:
            screens.audit.restore_wanted.connect(partial(self.lock, "restore"))
        if screens.flows is not None:
            backup_job = screens.flows.backup_job
            backup_job.backup_made.connect(self._show_backup)
            backup_job.failed.connect(self._show_failure)
            backup_job.make_due_backups()

    @Slot(object)
    def _show_backup(self, result: BackupResult) -> None:
        """Update the status; a backup whose log has findings is said too."""
        if self.window is None:
            return
        self.window.rail.set_status(self._status_lines())
        if result.findings:
            text = sentence("backup.made_with_findings", self._language, count=result.findings)
            self.window.show_toast(text, "triangle-alert")

    def _replace_start_window(self, window: MainWindow) -> None:
        start_window = self.start_window
        if start_window is None:
            return
        window.setGeometry(start_window.geometry())
        if start_window.isMaximized():
            window.showMaximized()
        else:
            window.show()
        start_window.hide()
        start_window.deleteLater()
        self.start_window = None

    def _start_protection(self, window: MainWindow) -> None:
        self.cover = PrivacyCover(window)
        self.cover.input_received.connect(self.idle_timer.reset)
        self.idle_timer.warning.connect(self.cover.cover)
        self.idle_timer.input_resumed.connect(self.cover.uncover)
        self.idle_timer.expired.connect(partial(self.lock, "idle"))
        self.idle_timer.start()
        self.idle_timer.watch(window.windowHandle())
        self.desktop_watch.lock_wanted.connect(self.lock)
        self.desktop_watch.start()

    def _status_lines(self) -> list[tuple[str, str, str]]:
        return office_status(self._opened.reception, self._opened.recent_recovery_day)

    @Slot(object)
    def _show_failure(self, error: ReceptionError) -> None:
        if self.window is not None:
            self.window.show_toast(error_sentence(error, self._language), "circle-alert")

    @Slot(object)
    def _show_log_failure(self, error: ReceptionError) -> None:
        """Tell what has stopped; the head is told how everybody goes on."""
        if self.window is None:
            return
        if self._opened.reception.staff.finding_acceptance.is_head():
            text = sentence("log.walk_failed_head", self._language, **error.facts)
        else:
            text = error_sentence(error, self._language)
        self.window.show_error_banner(text)

    @Slot(object)
    def _lock_after_error(self, error: ReceptionError) -> None:
        """Lock when this person or this register may no longer be used."""
        if error.code == SHUT_OUT_CODE:
            self.lock(SHUT_OUT_REASON)
        elif error.code in MISMATCH_CODES:
            self.lock(MISMATCH_REASON)

    @Slot(str)
    def lock(self, reason: str) -> None:
        """Lock immediately, without confirmation; unsaved input is kept as a draft."""
        if self.session_lock.locking:
            return
        self._lock_reason = reason
        self.idle_timer.stop()
        if self.cover is not None:
            self.cover.cover(0)
        self.session_lock.lock(
            self._save_steps(), (end_children, self._end_threads), self._close_session_then
        )

    def _save_steps(self) -> list[Callable[[], object]]:
        return [page.about_to_lock for page in self.window.pages()] if self.window else []

    def _end_threads(self) -> None:
        if self.screens is not None and self.screens.flows is not None:
            self.screens.flows.end_threads()

    def _close_session_then(self, on_closed: Callable[[], object]) -> None:
        self._on_closed = on_closed
        self._is_session_closed = True
        self._runner.set_idle_step(None)
        session = self._opened.reception.session
        self._runner.run(back_up_at_lock, self._opened.reception, failed=_ignore)
        self._runner.run(
            session.close, self._lock_reason, then=self._session_closed, failed=self._session_closed
        )

    @Slot(object)
    def _session_closed(self, _result: object) -> None:
        self._on_closed()

    def _replace_process(self) -> None:
        self._restart(self._lock_reason)

    def save_drafts(self) -> None:
        """Let every screen pass its unsaved input to the database thread; end the other threads."""
        for save in self._save_steps():
            save()
        self._end_threads()
        end_children()

    def close_session(self) -> None:
        """Close the session; runs on the database thread as its last task."""
        if not self._is_session_closed:
            self._is_session_closed = True
            self._opened.reception.session.close("quit")


def _ignore(_error: ReceptionError) -> None:
    """Do nothing: a failed backup does not prevent the lock; the next unlock makes it."""
