"""Screens of an open office: created once, each with the collaborators it needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QApplication

from ui.appearance.theme import Mode, Theme
from ui.appearance.window_settings import AppearanceSettings, WindowSettings
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
from ui.features.waiting_papers.waiting_papers_flow import WaitingPapersFlow
from ui.shell import actions
from ui.shell.backup_status import BackupJob
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem
from ui.shell.screen import Screen

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.visits.drafts import Draft


class DraftReceiver(Protocol):
    """A screen in which the signed-in person continues unsaved drafts."""

    def offer_drafts(self, drafts: list[Draft], after_lock: bool) -> None:
        """Take the drafts, newest first.

        ``after_lock``: the same person comes back after a lock, and the newest draft is opened
        without a question.
        """
        ...


@dataclass(frozen=True)
class ScreenContext:
    """Everything that a screen of an open office is created with."""

    reception: Reception
    runner: TaskRunner
    theme: Theme
    window: MainWindow


@dataclass(frozen=True)
class OfficeFlows:
    """The flows of an open office: each performs a task that several screens start."""

    print_flow: PrintFlow
    reveal_flow: RevealFlow
    lookup_flow: LookupFlow
    import_flow: ImportFlow
    book_print_flow: BookPrintFlow
    waiting_papers_flow: WaitingPapersFlow
    backup_job: BackupJob

    def end_threads(self) -> None:
        """End the threads for printers and backups; a running task is abandoned."""
        self.print_flow.print_thread.close()
        self.backup_job.close()


@dataclass(frozen=True)
class OfficeScreens:
    """The screens of an office; the first of ``pages`` is shown first.

    Attributes are None where the office has no such screen.
    """

    pages: dict[NavigationItem, Screen]
    draft_receiver: DraftReceiver | None = None
    home: HomePages | None = None
    audit: AuditScreen | None = None
    flows: OfficeFlows | None = None


def create_screens(context: ScreenContext) -> OfficeScreens:
    """Create every screen and connect them to each other."""
    flows = _flows(context)
    entry = _visit_entry(context, flows)
    home = _home_pages(context, flows, entry)
    register = _register(context, flows)
    register.late_entry_wanted.connect(entry.start_late_entry)
    for visit_wanted in (home.todo_flow.visit_wanted, entry.day_list.visit_wanted):
        visit_wanted.connect(partial(_show_visit, context.window, register))
    audit = _audit(context, flows.backup_job)
    pages: dict[NavigationItem, Screen] = {
        NavigationItem.HOME: entry,
        NavigationItem.REGISTER: register,
        NavigationItem.AUDIT: audit,
        NavigationItem.SETTINGS: _settings(context, flows),
    }
    return OfficeScreens(pages, entry, home, audit, flows)


def _audit(context: ScreenContext, backup_job: BackupJob) -> AuditScreen:
    screen = AuditScreen(context.reception, context.runner, context.window)
    screen.backup_wanted.connect(backup_job.make_backup)
    backup_job.backup_made.connect(screen.show_backup_made)
    backup_job.failed.connect(screen.show_backup_error)
    return screen


def _flows(context: ScreenContext) -> OfficeFlows:
    reception, runner, window = context.reception, context.runner, context.window
    print_flow = PrintFlow(reception, runner, window)
    reveal_flow = RevealFlow(reception, runner, window)
    reveal_flow.paper_made.connect(print_flow.preview_job)
    waiting_papers_flow = WaitingPapersFlow(reception, runner, window, print_flow)
    waiting_papers_flow.reveal_wanted.connect(reveal_flow.start_reveal)
    return OfficeFlows(
        print_flow,
        reveal_flow,
        LookupFlow(reception, runner, window),
        ImportFlow(reception, runner, window, print_flow),
        BookPrintFlow(reception, runner, print_flow),
        waiting_papers_flow,
        BackupJob(reception, runner, window),
    )


def _visit_entry(context: ScreenContext, flows: OfficeFlows) -> VisitEntryScreen:
    window = context.window
    screen = VisitEntryScreen(context.reception, context.runner, window)
    screen.papers_made.connect(flows.print_flow.preview_jobs)
    screen.papers_failed.connect(flows.print_flow.show_failure)
    waiting_papers_flow = flows.waiting_papers_flow
    waiting_papers_flow.counted.connect(screen.page.day_panel.show_waiting_papers)
    screen.page.day_panel.waiting_papers_wanted.connect(waiting_papers_flow.open)
    actions.create("waiting.open", screen, waiting_papers_flow.open)
    waiting_papers_flow.refresh()
    flows.print_flow.emptied.connect(screen.focus_next_person)
    window.new_visit_wanted.connect(screen.new_visit)
    screen.toast_wanted.connect(window.show_toast)
    actions.create("return_code", screen, flows.lookup_flow.open)
    return screen


def _home_pages(context: ScreenContext, flows: OfficeFlows, entry: VisitEntryScreen) -> HomePages:
    home = HomePages(context.reception, context.runner, context.window, entry, entry.page.header)
    home.todo_flow.reveal_wanted.connect(flows.reveal_flow.open_granted_request)
    home.todo_flow.report_wanted.connect(flows.print_flow.print_report_of)
    home.todo_flow.waiting_papers_wanted.connect(flows.waiting_papers_flow.open)
    for signal in (
        flows.print_flow.emptied,
        flows.print_flow.waiting_changed,
        flows.reveal_flow.reveal_logged,
        flows.reveal_flow.request_sent,
    ):
        signal.connect(home.read_todo_list)
    return home


def _register(context: ScreenContext, flows: OfficeFlows) -> RegisterScreen:
    reception, runner, window = context.reception, context.runner, context.window
    screen = RegisterScreen(reception, runner, window, WindowSettings(), flows.print_flow)
    screen.print_book_wanted.connect(flows.book_print_flow.ask_for_kind)
    screen.locking.connect(flows.book_print_flow.about_to_lock)
    screen.new_visit_wanted.connect(window.new_visit_wanted)
    screen.late_entry_wanted.connect(window.show_visit_entry)
    screen.import_wanted.connect(flows.import_flow.open)
    flows.import_flow.imported.connect(screen.reload)
    screen.reveal_wanted.connect(flows.reveal_flow.start_reveal)
    screen.remake_wanted.connect(flows.waiting_papers_flow.ask_to_remake)
    screen.locking.connect(flows.reveal_flow.about_to_lock)
    flows.reveal_flow.reveal_logged.connect(screen.reload_story)
    actions.create("return_code", screen, flows.lookup_flow.open)
    return screen


def _show_visit(window: MainWindow, register: RegisterScreen, visit_id: int) -> None:
    if window.show_item(NavigationItem.REGISTER):
        register.show_visit(visit_id)


def _settings(context: ScreenContext, flows: OfficeFlows) -> SettingsScreen:
    reception, runner, window = context.reception, context.runner, context.window
    print_flow, backup_job = flows.print_flow, flows.backup_job
    screen = SettingsScreen(reception, runner, window, WindowSettings(), print_flow.print_thread)
    screen.print_wanted.connect(print_flow.preview_job)
    screen.appearance_changed.connect(partial(_apply_appearance, context.theme))
    screen.backup_wanted.connect(backup_job.make_backup)
    screen.trial_wanted.connect(backup_job.open_on_trial)
    backup_job.backup_made.connect(screen.show_backup_made)
    backup_job.backup_verified.connect(screen.show_backup_verified)
    backup_job.failed.connect(screen.show_backup_error)
    screen.toast_wanted.connect(window.show_toast)
    return screen


def _apply_appearance(theme: Theme, appearance: AppearanceSettings) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply(app, Mode(appearance.mode), appearance.scale)
