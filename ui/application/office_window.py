"""The open office: its window and screens, and everything that ends it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot

from reception.domain.errors import ReceptionError
from reception.domain.staff import Right
from reception.hardening.network_block import NetworkBlockState, network_block_state
from reception.messages.catalogue import error_sentence, sentence
from reception.sandbox.scan_inspection import end_children
from reception.services.audit.clock_confirmation import confirm_clock
from reception.services.recovery.recovery_enrolment import add_recovery
from ui.appearance import display_format as shown
from ui.appearance.theme import theme
from ui.application import screen_registry
from ui.database_thread.task_runner import TaskRunner
from ui.features.audit.audit_screen import AuditScreen
from ui.features.printing.print_thread import PrintThread
from ui.features.todo.home_pages import HomePages
from ui.features.unlock.notices_screen import CLOCK, Notice, NoticesScreen
from ui.privacy.desktop_session_watch import DesktopSessionWatch
from ui.privacy.idle_timer import IdleTimer
from ui.privacy.privacy_cover import PrivacyCover
from ui.privacy.remote_viewing import remote_reason
from ui.privacy.session_lock import SessionLock, hooks_of
from ui.shell.backup_status import BackupJob, back_up_at_lock, backup_status
from ui.shell.main_window import MainWindow
from ui.shell.navigation import FIRST, NavigationItem

if TYPE_CHECKING:
    from reception.storage.crypto.keyring import UserKeys
    from ui.application.start_window import StartWindow
    from ui.startup.office_opening import OpenedOffice

# Nobody but the head can make the sheets: others would only learn to click the notice away.
_FOR_HEAD = frozenset({"recovery.missing"})


class OfficeWindow(QObject):
    """``OfficeWindow(opened, runner, language, replace)``; ``enter(entrance, returning)``.

    ``lock(reason)`` closes the session and calls ``replace(reason)``, which does not come back.
    """

    def __init__(
        self,
        opened: OpenedOffice,
        runner: TaskRunner,
        language: str,
        replace: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        """Keep what was opened; the window is made by ``enter``."""
        super().__init__(parent)
        self._opened = opened
        self._runner = runner
        self._language = language
        self._replace = replace
        self._reason = ""
        self._returning = False
        self._closed = False
        self.entrance: StartWindow | None = None
        self.window: MainWindow | None = None
        self.locker = SessionLock(self._leave, self)
        self.watch = DesktopSessionWatch(self)
        self.idle = IdleTimer(opened.settings.idle_minutes * 60, self)
        self.cover: PrivacyCover | None = None

    def notices(self) -> list[Notice]:
        """Return what must be read before work begins."""
        session = self._opened.reception.session
        head = session.may(Right.MANAGE)
        return [
            Notice(code, sentence(code, self._language, **session.told.get(code, {})))
            for code in session.warnings
            if head or code not in _FOR_HEAD
        ]

    def enter(self, entrance: StartWindow, returning: bool) -> None:
        """Show what must be read first, then the office in the entrance's place."""
        self.entrance = entrance
        self._returning = returning
        self._show_notices()

    @Slot()
    def _show_notices(self) -> None:
        notices, entrance = self.notices(), self.entrance
        if not notices or entrance is None:
            self._show_office()
            return
        now = self._opened.reception.session.environment.clock.now()
        page = NoticesScreen(notices, now, entrance)
        page.read.connect(self._read)
        page.lock_wanted.connect(partial(self.lock, "key"))
        page.sheets_wanted.connect(self._make_sheets)
        entrance.show_page(page)

    @Slot()
    def _make_sheets(self) -> None:
        from ui.features.recovery.later_enrolment import LaterEnrolment  # noqa: PLC0415  # once in a life

        if self.entrance is None:
            return
        session = self._opened.reception.session
        office = (self._opened.settings, session.fingerprint())
        add, language = self._add_recovery, self._language
        page = LaterEnrolment(office, self._runner, add, language, self.entrance)
        page.made.connect(self._read)
        page.left.connect(self._show_notices)
        self.entrance.show_page(page)

    def _add_recovery(self, keys: UserKeys, opens_protected: bool) -> None:
        session = self._opened.reception.session
        add_recovery(session, keys, opens_protected=opens_protected)

    @Slot()
    def _read(self) -> None:
        session = self._opened.reception.session
        if any(code.startswith(CLOCK) for code in session.warnings):
            self._runner.run(confirm_clock, session)
        self._show_office()

    @Slot()
    def _show_office(self) -> None:
        window = MainWindow(tuple(place for place, _ in screen_registry.SCREENS) or FIRST)
        self.window = window
        session = self._opened.reception.session
        window.rail.set_office(self._opened.settings.issuing)
        window.rail.set_user(session.member.name, session.member.title)
        window.rail.set_status(self._status())
        for place, factory in screen_registry.SCREENS:
            window.add_screen(place, factory(self._opened.reception, self._runner, theme(), window))
        window.lock_wanted.connect(partial(self.lock, "key"))
        for page in window.findChildren(AuditScreen):
            page.restore_wanted.connect(partial(self.lock, "restore"))
        self._runner.refused.connect(self._say_refused)
        self._runner.set_afterwards(session.tidy)
        self._runner.set_idle(self._opened.reception.blind_index_queue.step)
        self._take_place()
        self._guard(window)
        if screen_registry.SCREENS:
            window.go(screen_registry.SCREENS[0][0])
        self._hand_drafts(window)
        self._begin(window)
        for clerk in window.findChildren(BackupJob):
            clerk.made.connect(self._backed_up)
            clerk.failed.connect(self._say_refused)
            clerk.make_due()

    def _begin(self, window: MainWindow) -> None:
        """Read what waits; the head's first page is that list, unless a draft is to be gone on."""
        for place in window.findChildren(HomePages):
            going_on = self._returning and bool(self._opened.drafts)
            if self._opened.reception.session.may(Right.MANAGE) and not going_on:
                place.show_page(todo=True)
            else:
                place.read()

    @Slot(object)
    def _backed_up(self, _made: object) -> None:
        """Show the new backup in the status."""
        if self.window is not None:
            self.window.rail.set_status(self._status())

    def _take_place(self) -> None:
        window, entrance = self.window, self.entrance
        if window is None or entrance is None:
            return
        window.setGeometry(entrance.geometry())
        if entrance.isMaximized():
            window.showMaximized()
        else:
            window.show()
        entrance.hide()
        entrance.deleteLater()
        self.entrance = None

    def _guard(self, window: MainWindow) -> None:
        self.cover = PrivacyCover(window)
        self.cover.touched.connect(self.idle.stir)
        self.idle.warning.connect(self.cover.cover)
        self.idle.returned.connect(self.cover.uncover)
        self.idle.expired.connect(partial(self.lock, "idle"))
        self.idle.start()
        self.idle.watch(window.windowHandle())
        self.watch.lock_wanted.connect(self.lock)
        self.watch.start()

    def _hand_drafts(self, window: MainWindow) -> None:
        desk = window.screen_at(NavigationItem.HOME)
        found = getattr(desk, "drafts_found", None)
        if callable(found) and self._opened.drafts:
            found(self._opened.drafts, self._returning)

    def _status(self) -> list[tuple[str, str, str]]:
        if network_block_state() is NetworkBlockState.UP:
            offline = ("wifi-off", QCoreApplication.translate("Office", "Offline"), "ok")
        else:
            text = QCoreApplication.translate("Office", "Network not walled off")
            offline = ("wifi-off", text, "warn")
        lines = [
            offline,
            ("lock", QCoreApplication.translate("Office", "Encrypted"), "ok"),
        ]
        remote = {
            "display": QCoreApplication.translate("Office", "Display over a network"),
            "desktop": QCoreApplication.translate("Office", "Seen from another machine"),
        }.get(remote_reason())
        if remote is not None:
            lines.append(("monitor", remote, "error"))
        moment = self._opened.recovered
        if moment is not None:
            text = QCoreApplication.translate("Office", "Opened by sheets {day}")
            lines.append(("shield-alert", text.format(day=shown.short_day(moment)), "warn"))
        lines.append(backup_status(self._opened.reception))
        if "recovery.missing" in self._opened.reception.session.warnings:
            text = QCoreApplication.translate("Office", "No recovery sheets")
            lines.append(("triangle-alert", text, "warn"))
        return lines

    @Slot(object)
    def _say_refused(self, error: ReceptionError) -> None:
        if self.window is not None:
            self.window.show_toast(error_sentence(error, self._language), "circle-alert")

    @Slot(str)
    def lock(self, reason: str) -> None:
        """Lock now; nothing is asked and nothing typed is lost."""
        if self.locker.locking:
            return
        self._reason = reason
        self.idle.stop()
        if self.cover is not None:
            self.cover.cover(0)
        self.locker.lock(self._hooks(), (end_children, self._end_printing), self._close)

    def _hooks(self) -> list[Callable[[], object]]:
        if self.window is None:
            return []
        return hooks_of(self.window.pages())

    def _end_printing(self) -> None:
        if self.window is not None:
            for clerk in self.window.findChildren(PrintThread):
                clerk.close()
            for copier in self.window.findChildren(BackupJob):
                copier.close()

    def _close(self, then: Callable[[], object]) -> None:
        self._then = then
        self._closed = True
        self._runner.set_idle(None)
        session = self._opened.reception.session
        self._runner.run(back_up_at_lock, self._opened.reception, failed=_leave_it)
        self._runner.run(
            session.close, self._reason, then=self._session_closed, failed=self._session_closed
        )

    @Slot(object)
    def _session_closed(self, _result: object) -> None:
        self._then()

    def _leave(self) -> None:
        self._replace(self._reason)

    def keep_drafts(self) -> None:
        """Let every screen hand its draft to the worker."""
        for hook in self._hooks():
            hook()
        self._end_printing()
        end_children()

    def close_session(self) -> None:
        """Close the session; runs on the worker as its last job."""
        if not self._closed:
            self._closed = True
            self._opened.reception.session.close("quit")


def _leave_it(_error: ReceptionError) -> None:
    """A backup that fails keeps nobody from locking; the next unlock makes it."""
