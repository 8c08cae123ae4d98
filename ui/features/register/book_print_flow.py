"""Prints the register book: by pseudonym at once, with names after approval."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from reception.domain.errors import ReceptionError
from reception.domain.staff import Right, Role
from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.print_flow import PrintFlow
from ui.features.register.book_print_dialog import SECRET, BookPrintDialog, BookRights
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.staff import Member
    from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
    from reception.services.papers.print_log import PaperJob

Period = tuple[date, date]


class BookPrintFlow(QObject):
    """``ask(since, until)`` prints the book, or asks how if the person may open names."""

    def __init__(self, reception: Reception, runner: TaskRunner, papers: PrintFlow) -> None:
        super().__init__(papers)
        self._reception = reception
        self._runner = runner
        self._papers = papers
        self.dialog: BookPrintDialog | None = None

    @Slot(object, object)
    def ask(self, since: date, until: date) -> None:
        """Ask for the kind of book; without a right to names it is printed by pseudonym."""
        member = self._reception.session.member
        may_print_names = member.may(Right.REVEAL) and member.may(Right.REPORT)
        rights = BookRights(may_print_names, member.may(Right.CUSTODY), self._head_name(member))
        if not rights.names and not rights.secret:
            self._papers.print_book(since, until)
            return
        if self.dialog is not None:
            return
        period = (since, until)
        self.dialog = BookPrintDialog(period, rights, self._window())
        self.dialog.codes_wanted.connect(partial(self._papers.print_book, since, until))
        self.dialog.count_wanted.connect(partial(self._count, period))
        self.dialog.names_wanted.connect(self._make)
        self.dialog.closed.connect(self._closed)
        self.dialog.open()

    def _window(self) -> MainWindow:
        return self._papers.window

    def _head_name(self, member: Member) -> str:
        people = self._reception.session.people.values()
        heads = (person.name for person in people if person.active and person.role is Role.HEAD)
        return next(heads, member.name)

    def _count(self, period: Period, kind: str) -> None:
        named_books, identity_pages = (
            self._reception.named_register_books,
            self._reception.denouncer_identity_pages,
        )
        count = identity_pages.count_names if kind == SECRET else named_books.count_names
        show = partial(self._show_count, kind)
        self._runner.run(count, period, then=show, owner=self, failed=self._show_error)

    def _show_count(self, kind: str, names: int) -> None:
        if self.dialog is not None:
            self.dialog.show_count(kind, names)

    @Slot(str, object, str)
    def _make(self, kind: str, request: BulkDisclosureRequest, password: str) -> None:
        named_books, identity_pages = (
            self._reception.named_register_books,
            self._reception.denouncer_identity_pages,
        )
        make = partial(
            identity_pages.pages if kind == SECRET else named_books.named_book, request, password
        )
        self._runner.run(make, then=self._made, owner=self, failed=self._show_error)

    @Slot(object)
    def _made(self, paper: PaperJob) -> None:
        if self.dialog is None:
            return  # cancelled in the meantime: the log has the entry, nothing is printed
        self.dialog.finish(True)
        self._papers.print_job(paper)

    @Slot(object)
    def _show_error(self, error: ReceptionError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error)

    @Slot()
    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    @Slot()
    def about_to_lock(self) -> None:
        """Close the dialog and empty its password field."""
        if self.dialog is not None:
            self.dialog.reject()
