"""Prints the register book: by pseudonym at once, with names after approval."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from reception.domain.errors import ReceptionError
from reception.domain.staff import Right
from reception.messages.catalogue import error_sentence
from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.print_flow import PrintFlow
from ui.features.register.book_print_dialog import BookKind, BookPrintDialog, BookRights
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
    from reception.services.papers.denouncer_identity_pages import PageCandidate
    from reception.services.papers.print_log import PaperJob

FirstAndLastDay = tuple[date, date]


class BookPrintFlow(QObject):
    """Makes the register book and hands it to the print flow; asks for its kind first.

    The book can be by pseudonym, with names, or the identity pages of denouncers.
    """

    def __init__(self, reception: Reception, runner: TaskRunner, print_flow: PrintFlow) -> None:
        super().__init__(print_flow)
        self._reception = reception
        self._runner = runner
        self._print_flow = print_flow
        self.dialog: BookPrintDialog | None = None

    @Slot(object, object)
    def ask_for_kind(self, since: date, until: date) -> None:
        """Ask for the kind; print by pseudonym at once if the person may print no names."""
        member = self._reception.session.member
        may_print_names = member.may(Right.REVEAL) and member.may(Right.REPORT)
        rights = BookRights(
            may_print_names, member.may(Right.CUSTODY), self._reception.session.head().name
        )
        if not rights.may_print_names and not rights.may_print_identity_pages:
            self._print_flow.print_book(since, until)
            return
        if self.dialog is not None:
            return
        days = (since, until)
        self.dialog = BookPrintDialog(days, rights, self._window())
        self.dialog.pseudonym_book_wanted.connect(
            partial(self._print_flow.print_book, since, until)
        )
        self.dialog.name_count_wanted.connect(partial(self._count_names, days))
        self.dialog.names_wanted.connect(self._make_paper)
        self.dialog.closed.connect(self._dialog_closed)
        self.dialog.open()

    def _window(self) -> MainWindow:
        return self._print_flow.window

    def _count_names(self, days: FirstAndLastDay, kind: BookKind) -> None:
        if kind is BookKind.IDENTITY_PAGES:
            read = self._reception.denouncer_identity_pages.candidates
            then = self._show_candidates
            self._runner.run(read, days, then=then, owner=self, failed=self._show_error)
            return
        count = self._reception.named_register_books.count_names
        show = partial(self._show_count, kind)
        self._runner.run(count, days, then=show, owner=self, failed=self._show_error)

    def _show_candidates(self, candidates: tuple[PageCandidate, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_candidates(candidates)

    def _show_count(self, kind: BookKind, name_count: int) -> None:
        if self.dialog is not None:
            self.dialog.show_count(kind, name_count)

    @Slot(object, object, str)
    def _make_paper(self, kind: BookKind, request: BulkDisclosureRequest, password: str) -> None:
        if kind is BookKind.IDENTITY_PAGES:
            make = self._reception.denouncer_identity_pages.identity_pages
        else:
            make = self._reception.named_register_books.named_book
        self._runner.run(
            make, request, password, then=self._paper_made, owner=self, failed=self._show_error
        )

    @Slot(object)
    def _paper_made(self, paper: PaperJob) -> None:
        if self.dialog is None:
            return  # cancelled since: the log has the entry, but nothing is printed
        self.dialog.finish(True)
        self._print_flow.preview_job(paper)

    @Slot(object)
    def _show_error(self, error: ReceptionError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error)
        else:  # it was closed before the answer came
            self._window().show_toast(error_sentence(error), "circle-alert")

    @Slot()
    def _dialog_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    @Slot()
    def about_to_lock(self) -> None:
        """Close the dialog and empty its password field."""
        if self.dialog is not None:
            self.dialog.reject()
