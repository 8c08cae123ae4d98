"""Which screen stands at which place: one table, so that screens plug in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from ui import actions
from ui.backups import BackupClerk
from ui.book_desk import BookDesk
from ui.desk_place import DeskPlace
from ui.follow_desk import FollowDesk
from ui.import_desk import ImportDesk
from ui.main_window import MainWindow
from ui.paper_desk import PaperDesk
from ui.places import Place
from ui.reveal_desk import RevealDesk
from ui.screens.book.screen import RegisterScreen
from ui.screens.desk.screen import Desk
from ui.screens.settings.screen import SettingsScreen
from ui.screens.upkeep.screen import UpkeepScreen
from ui.settings_file import Look, SettingsFile
from ui.theme import Mode, Theme
from ui.work.worker import Runner

if TYPE_CHECKING:
    from reception.bootstrap import Reception

# A screen may have: entered(), about_to_lock() (hand its draft to the runner at once),
# drafts_found(drafts, returning): this person's drafts, newest first; ``returning`` is True
# when the same person comes back after a lock, so that the newest is put back without asking.
Factory = Callable[["Reception", Runner, Theme, QWidget], QWidget]


def paper_desk(reception: Reception, runner: Runner, window: QWidget) -> PaperDesk:
    """Return the window's one way to paper, made when it is first asked for."""
    found = window.findChild(PaperDesk)
    if isinstance(found, PaperDesk):
        return found
    if not isinstance(window, MainWindow):
        raise TypeError("papers are previewed over the main window")
    return PaperDesk(reception, runner, window)


def follow_desk(reception: Reception, runner: Runner, window: MainWindow) -> FollowDesk:
    """Return the window's one way to a look-up by return code."""
    found = window.findChild(FollowDesk)
    return found if isinstance(found, FollowDesk) else FollowDesk(reception, runner, window)


def reveal_desk(reception: Reception, runner: Runner, window: MainWindow) -> RevealDesk:
    """Return the window's one way to identities."""
    found = window.findChild(RevealDesk)
    if isinstance(found, RevealDesk):
        return found
    reveals = RevealDesk(reception, runner, window)
    reveals.paper_made.connect(paper_desk(reception, runner, window).print_job)
    return reveals


def _desk(reception: Reception, runner: Runner, theme: Theme, window: QWidget) -> QWidget:
    desk = Desk(reception, runner, theme, window)
    papers = paper_desk(reception, runner, window)
    desk.print_wanted.connect(papers.print_visit)
    desk.record_wanted.connect(papers.print_statement)
    papers.emptied.connect(desk.next_person)
    if isinstance(window, MainWindow):
        actions.create("return_code", desk, follow_desk(reception, runner, window).open)
        place = DeskPlace(reception, runner, window, desk, desk.header)
        reveals = reveal_desk(reception, runner, window)
        place.needs.granted.connect(reveals.open_granted)
        place.needs.report_wanted.connect(papers.print_report_of)
        papers.emptied.connect(place.read)
        for signal in (reveals.shown, reveals.sent):
            signal.connect(place.read)
    return desk


def _register(reception: Reception, runner: Runner, _theme: Theme, window: QWidget) -> QWidget:
    register = RegisterScreen(reception, runner, window, SettingsFile())
    papers = paper_desk(reception, runner, window)
    books = BookDesk(reception, runner, papers)
    register.print_book_wanted.connect(books.ask)
    register.locking.connect(books.about_to_lock)
    register.report_wanted.connect(papers.print_report)
    if isinstance(window, MainWindow):
        register.new_visit_wanted.connect(window.new_visit_wanted)
        register.late_visit_wanted.connect(window.to_desk)
        desk = window.findChild(Desk)
        if isinstance(desk, Desk):
            register.late_visit_wanted.connect(desk.begin_late)
        imports = ImportDesk(reception, runner, window, papers)
        register.import_wanted.connect(imports.open)
        imports.brought_in.connect(register.read_again)
        reveals = reveal_desk(reception, runner, window)
        register.reveal_wanted.connect(reveals.ask)
        reveals.shown.connect(register.tell_again)
        for place in window.findChildren(DeskPlace):
            place.needs.visit_wanted.connect(partial(_to_visit, window, register))
        register.locking.connect(reveals.about_to_lock)
        actions.create("return_code", register, follow_desk(reception, runner, window).open)
    return register


def _to_visit(window: MainWindow, register: RegisterScreen, visit_id: int) -> None:
    if window.go(Place.REGISTER):
        register.show_visit(visit_id)


def _upkeep(reception: Reception, runner: Runner, _theme: Theme, window: QWidget) -> QWidget:
    page = UpkeepScreen(reception, runner, window)
    clerk = BackupClerk(reception, runner, window)
    page.backup_wanted.connect(clerk.make)
    clerk.made.connect(page.show_made)
    clerk.failed.connect(page.show_failed)
    return page


def _settings(reception: Reception, runner: Runner, theme: Theme, window: QWidget) -> QWidget:
    papers = paper_desk(reception, runner, window)
    page = SettingsScreen(reception, runner, window, SettingsFile(), papers.clerk)
    page.print_wanted.connect(papers.print_job)
    page.look_changed.connect(partial(_dress, theme))
    clerk = window.findChild(BackupClerk)
    if isinstance(clerk, BackupClerk):
        page.backup_wanted.connect(clerk.make)
        page.trial_wanted.connect(clerk.try_out)
        clerk.made.connect(page.backup_made)
        clerk.tried.connect(page.backup_tried)
        clerk.failed.connect(page.backup_failed)
    if isinstance(window, MainWindow):
        page.said.connect(window.say)
    return page


def _dress(theme: Theme, look: Look) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply(app, Mode(look.mode), look.scale)


SCREENS: list[tuple[Place, Factory]] = [
    (Place.DESK, _desk),
    (Place.REGISTER, _register),
    (Place.UPKEEP, _upkeep),
    (Place.SETTINGS, _settings),
]
