"""Which screen stands at which place: one table, so that screens plug in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from ui.appearance.theme import Mode, Theme
from ui.appearance.window_settings import WindowLook, WindowSettings
from ui.database_thread.task_runner import TaskRunner
from ui.features.audit.audit_screen import AuditScreen
from ui.features.disclosure.reveal_flow import RevealFlow
from ui.features.printing.print_flow import PrintFlow
from ui.features.register.book_print_flow import BookPrintFlow
from ui.features.register.register_screen import RegisterScreen
from ui.features.register_import.import_flow import ImportFlow
from ui.features.settings.settings_screen import SettingsScreen
from ui.features.status_lookup.lookup_flow import LookupFlow
from ui.features.todo.home_pages import HomePages
from ui.features.visit_entry.entry_screen import VisitEntryScreen
from ui.shell import actions
from ui.shell.backup_status import BackupJob
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

if TYPE_CHECKING:
    from reception.bootstrap import Reception

# A screen may have: entered(), about_to_lock() (hand its draft to the runner at once),
# drafts_found(drafts, returning): this person's drafts, newest first; ``returning`` is True
# when the same person comes back after a lock, so that the newest is put back without asking.
Factory = Callable[["Reception", TaskRunner, Theme, QWidget], QWidget]


def make_print_flow(reception: Reception, runner: TaskRunner, window: QWidget) -> PrintFlow:
    """Return the window's one way to paper, made when it is first asked for."""
    found = window.findChild(PrintFlow)
    if isinstance(found, PrintFlow):
        return found
    if not isinstance(window, MainWindow):
        raise TypeError("papers are previewed over the main window")
    return PrintFlow(reception, runner, window)


def make_lookup_flow(reception: Reception, runner: TaskRunner, window: MainWindow) -> LookupFlow:
    """Return the window's one way to a look-up by return code."""
    found = window.findChild(LookupFlow)
    return found if isinstance(found, LookupFlow) else LookupFlow(reception, runner, window)


def make_reveal_flow(reception: Reception, runner: TaskRunner, window: MainWindow) -> RevealFlow:
    """Return the window's one way to identities."""
    found = window.findChild(RevealFlow)
    if isinstance(found, RevealFlow):
        return found
    reveals = RevealFlow(reception, runner, window)
    reveals.paper_made.connect(make_print_flow(reception, runner, window).print_job)
    return reveals


def _desk(reception: Reception, runner: TaskRunner, theme: Theme, window: QWidget) -> QWidget:
    desk = VisitEntryScreen(reception, runner, theme, window)
    papers = make_print_flow(reception, runner, window)
    desk.print_wanted.connect(papers.print_visit)
    desk.record_wanted.connect(papers.print_statement)
    papers.emptied.connect(desk.next_person)
    if isinstance(window, MainWindow):
        actions.create("return_code", desk, make_lookup_flow(reception, runner, window).open)
        place = HomePages(reception, runner, window, desk, desk.header)
        reveals = make_reveal_flow(reception, runner, window)
        place.todo_flow.granted.connect(reveals.open_granted)
        place.todo_flow.report_wanted.connect(papers.print_report_of)
        papers.emptied.connect(place.read)
        for signal in (reveals.shown, reveals.sent):
            signal.connect(place.read)
    return desk


def _register(reception: Reception, runner: TaskRunner, _theme: Theme, window: QWidget) -> QWidget:
    register = RegisterScreen(reception, runner, window, WindowSettings())
    papers = make_print_flow(reception, runner, window)
    books = BookPrintFlow(reception, runner, papers)
    register.print_book_wanted.connect(books.ask)
    register.locking.connect(books.about_to_lock)
    register.report_wanted.connect(papers.print_report)
    if isinstance(window, MainWindow):
        register.new_visit_wanted.connect(window.new_visit_wanted)
        register.late_visit_wanted.connect(window.to_desk)
        desk = window.findChild(VisitEntryScreen)
        if isinstance(desk, VisitEntryScreen):
            register.late_visit_wanted.connect(desk.begin_late)
        imports = ImportFlow(reception, runner, window, papers)
        register.import_wanted.connect(imports.open)
        imports.brought_in.connect(register.reload)
        reveals = make_reveal_flow(reception, runner, window)
        register.reveal_wanted.connect(reveals.ask)
        reveals.shown.connect(register.reload_story)
        for place in window.findChildren(HomePages):
            place.todo_flow.visit_wanted.connect(partial(_to_visit, window, register))
        register.locking.connect(reveals.about_to_lock)
        actions.create("return_code", register, make_lookup_flow(reception, runner, window).open)
    return register


def _to_visit(window: MainWindow, register: RegisterScreen, visit_id: int) -> None:
    if window.go(NavigationItem.REGISTER):
        register.show_visit(visit_id)


def _upkeep(reception: Reception, runner: TaskRunner, _theme: Theme, window: QWidget) -> QWidget:
    page = AuditScreen(reception, runner, window)
    clerk = BackupJob(reception, runner, window)
    page.backup_wanted.connect(clerk.make)
    clerk.made.connect(page.show_backup_made)
    clerk.failed.connect(page.show_backup_error)
    return page


def _settings(reception: Reception, runner: TaskRunner, theme: Theme, window: QWidget) -> QWidget:
    papers = make_print_flow(reception, runner, window)
    page = SettingsScreen(reception, runner, window, WindowSettings(), papers.clerk)
    page.print_wanted.connect(papers.print_job)
    page.look_changed.connect(partial(_dress, theme))
    clerk = window.findChild(BackupJob)
    if isinstance(clerk, BackupJob):
        page.backup_wanted.connect(clerk.make)
        page.trial_wanted.connect(clerk.try_out)
        clerk.made.connect(page.backup_made)
        clerk.tried.connect(page.backup_tried)
        clerk.failed.connect(page.backup_failed)
    if isinstance(window, MainWindow):
        page.said.connect(window.show_toast)
    return page


def _dress(theme: Theme, look: WindowLook) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply(app, Mode(look.mode), look.scale)


SCREENS: list[tuple[NavigationItem, Factory]] = [
    (NavigationItem.HOME, _desk),
    (NavigationItem.REGISTER, _register),
    (NavigationItem.AUDIT, _upkeep),
    (NavigationItem.SETTINGS, _settings),
]
