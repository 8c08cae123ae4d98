"""The way from the register to its book on paper: by code at once, with names when approved."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.domain.staff import Right, Role
from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.print_flow import PrintFlow
from ui.features.register.book_print_dialog import SECRET, BookPrintDialog, BookRights
from ui.privacy.remote_viewing import remote_reason
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.staff import Member
    from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
    from reception.services.papers.print_log import PaperJob

Period = tuple[date, date]


class BookPrintFlow(QObject):
    """``ask(since, until)``: who may open names is asked how the book is to be printed.

    ``shown`` when the log has one more opening.
    """

    shown = Signal()

    def __init__(self, reception: Reception, runner: TaskRunner, papers: PrintFlow) -> None:
        """Wait to be asked."""
        super().__init__(papers)
        self._reception = reception
        self._runner = runner
        self._papers = papers
        self.dialog: BookPrintDialog | None = None

    @Slot(object, object)
    def ask(self, since: date, until: date) -> None:
        """Ask for the way; whoever has one only gets the book by code."""
        member = self._reception.session.member
        named = member.may(Right.REVEAL) and member.may(Right.REPORT)
        rights = BookRights(named, member.may(Right.CUSTODY), self._head_name(member))
        if not rights.names and not rights.secret:
            self._papers.print_book(since, until)
            return
        if self.dialog is not None:
            return
        period = (since, until)
        self.dialog = BookPrintDialog(period, rights, self._window())
        self.dialog.codes_wanted.connect(partial(self._papers.print_book, since, until))
        self.dialog.count_wanted.connect(partial(self._count, period))
        self.dialog.names_wanted.connect(self._wanted)
        self.dialog.closed.connect(self._closed)
        self.dialog.open()

    def _window(self) -> MainWindow:
        return self._papers.window

    def _head_name(self, member: Member) -> str:
        people = self._reception.session.people.values()
        heads = (one.name for one in people if one.active and one.role is Role.HEAD)
        return next(heads, member.name)

    def _count(self, period: Period, way: str) -> None:
        bulk, secret = (
            self._reception.named_register_books,
            self._reception.denouncer_identity_pages,
        )
        count = secret.names if way == SECRET else bulk.names
        told = partial(self._counted, way)
        self._runner.run(count, period, then=told, owner=self, failed=self._refused)

    def _counted(self, way: str, names: int) -> None:
        if self.dialog is not None:
            self.dialog.show_count(way, names)

    @Slot(str, object, str)
    def _wanted(self, way: str, wish: BulkDisclosureRequest, password: str) -> None:
        if remote_reason():
            self._refused(ReceptionError("bulk.looked_on"))
            return
        bulk, secret = (
            self._reception.named_register_books,
            self._reception.denouncer_identity_pages,
        )
        make = partial(secret.pages if way == SECRET else bulk.named_book, wish, password)
        self._runner.run(make, then=self._made, owner=self, failed=self._refused)

    @Slot(object)
    def _made(self, paper: PaperJob) -> None:
        if self.dialog is None:
            return  # left meanwhile: the log has it, and nothing is printed
        self.dialog.finish(True)
        self.shown.emit()
        self._papers.print_job(paper)

    @Slot(object)
    def _refused(self, error: ReceptionError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(error)

    @Slot()
    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    @Slot()
    def about_to_lock(self) -> None:
        """Take the question, and the password in it, off the screen."""
        if self.dialog is not None:
            self.dialog.reject()
