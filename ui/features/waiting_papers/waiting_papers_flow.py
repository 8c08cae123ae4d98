"""Opens the page of papers that were not printed, and counts them for the day's list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.domain.requested_paper import RemakeReason, WaitingPaper
from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.print_flow import PrintFlow
from ui.features.waiting_papers.remake_dialog import RemakeDialog
from ui.features.waiting_papers.waiting_papers_screen import WaitingPapersScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.reporter import Identity
    from reception.services.papers.print_log import PaperJob
    from reception.services.register.register_row import RegisterRow


class WaitingPapersFlow(QObject):
    """``counted(int)`` when the number of papers that wait was read.

    ``reveal_wanted(RegisterRow)`` for a paper that is made again by opening an identity.
    """

    counted = Signal(object)
    reveal_wanted = Signal(object)

    def __init__(
        self, reception: Reception, runner: TaskRunner, window: MainWindow, print_flow: PrintFlow
    ) -> None:
        super().__init__(window)
        self._reception, self._runner, self._window = reception, runner, window
        self._print_flow = print_flow
        self.screen: WaitingPapersScreen | None = None
        self._dialog: RemakeDialog | None = None
        print_flow.waiting_changed.connect(self.refresh)

    @Slot()
    def open(self) -> None:
        """Show the page on the item of the desk, until Esc."""
        if self.screen is None:
            kept = self._print_flow.kept
            screen = WaitingPapersScreen(self._reception, self._runner, kept, self._window)
            screen.closed.connect(self._close)
            screen.print_wanted.connect(self._print_flow.preview_jobs)
            screen.remake_wanted.connect(self.ask_to_remake)
            screen.reprint_wanted.connect(self._reprint)
            screen.drop_wanted.connect(self._ask_about)
            screen.reveal_wanted.connect(self._request_reveal)
            self.screen = screen
        self._window.open_temporary_page(NavigationItem.HOME, self.screen)

    @Slot()
    def refresh(self) -> None:
        """Count the papers, and read the page again if it is open."""
        if self.screen is not None:
            self.screen.read()
        waiting = self._reception.waiting_papers.waiting
        self._runner.run(waiting, then=self._count, failed=_ignore)

    @Slot(object)
    def _count(self, papers: tuple[WaitingPaper, ...]) -> None:
        self.counted.emit(len(papers))

    @Slot(object)
    def _ask_about(self, paper: WaitingPaper) -> None:
        can_print = self._print_flow.kept.job_of(paper.paper_id) is not None
        self._print_flow.dropping.ask(paper.paper_id, can_print=can_print)

    @Slot(object)
    def _request_reveal(self, visit_id: int) -> None:
        rows = self._reception.register.rows
        self._runner.run(rows, [visit_id], then=self._emit_reveal, failed=_ignore)

    @Slot(object)
    def _emit_reveal(self, rows: list[RegisterRow]) -> None:
        for row in rows:
            self.reveal_wanted.emit(row)

    @Slot(object)
    def _reprint(self, paper_id: str) -> None:
        """Make a sheet for the office again, which opens no identity, and preview it."""
        make = self._reception.office_copies.make_again
        preview, show = self._print_flow.preview_job, self._show_reprint_failure
        self._runner.run(make, paper_id, then=preview, failed=show)

    @Slot(object)
    def _show_reprint_failure(self, error: ReceptionError) -> None:
        if self.screen is not None:
            self.screen.show_error(error)
        else:
            self._print_flow.show_failure(error)

    @Slot(object)
    def ask_to_remake(self, visit_id: int) -> None:
        """Ask why a citizen's copy is made again without its identity, then make it.

        The person is asked for too, where the office prints persons.
        """
        needs_person = self._reception.copy_renewal.needs_person
        self._runner.run(
            needs_person,
            visit_id,
            then=partial(self._open_dialog, visit_id),
            failed=self._print_flow.show_failure,
        )

    def _open_dialog(self, visit_id: int, needs_person: bool) -> None:
        today = self._reception.session.today
        dialog = RemakeDialog(self._window, today if needs_person else None)
        dialog.remake_wanted.connect(partial(self._remake, visit_id))
        dialog.closed.connect(self._forget_dialog)
        dialog.closed.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    def _remake(self, visit_id: int, reason: RemakeReason, person: Identity | None) -> None:
        make_again = partial(self._reception.copy_renewal.make_again, person=person)
        self._runner.run(
            make_again, visit_id, reason.value, then=self._remade, failed=self._show_failure
        )

    @Slot(object)
    def _remade(self, job: PaperJob) -> None:
        if self._dialog is not None:
            self._dialog.finish(True)
        self.refresh()
        self._print_flow.preview_job(job)

    @Slot(object)
    def _show_failure(self, error: ReceptionError) -> None:
        """Show why no copy was made: in the dialog, above the list once the dialog was left."""
        if self._dialog is not None:
            self._dialog.show_failure(error)
        elif self.screen is not None:
            self.screen.show_error(error)
        else:
            self._print_flow.show_failure(error)

    @Slot()
    def _close(self) -> None:
        self.screen = None
        self._window.close_temporary_page(NavigationItem.HOME)


def _ignore(_error: ReceptionError) -> None:
    """Ignore the error, because the page itself shows why it cannot be read."""
