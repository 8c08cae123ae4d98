"""Fills the panel of a request to custodians and carries the answer out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.domain.reveal_request import RefusalNote, RevealRequest
from reception.domain.todo_item import RequestToDecide
from ui.database_thread.task_runner import TaskRunner
from ui.features.disclosure.refusal_dialog import RefusalDialog
from ui.features.todo.custody_request_panel import ANSWERED, CustodyRequestPanel
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.disclosure.custodian_reveals import OpeningsOfMonth

translate = QCoreApplication.translate


def custody_request_of(item: object) -> RevealRequest | None:
    """Return the request of an item that the panel shows, None for every other item."""
    if isinstance(item, RequestToDecide) and item.request.is_protected:
        return item.request
    return None


class CustodyRequestPresenter(QObject):
    """``answered`` when a request was approved or refused, so that the list is read again."""

    answered = Signal()

    def __init__(
        self,
        reception: Reception,
        runner: TaskRunner,
        panel: CustodyRequestPanel,
        window: MainWindow,
    ) -> None:
        super().__init__(panel)
        self._reception, self._runner = reception, runner
        self._panel, self._window = panel, window
        self._dialog: RefusalDialog | None = None
        panel.approve_wanted.connect(self._approve)
        panel.refuse_wanted.connect(self._ask_why)

    def show_item(self, item: object) -> None:
        """Show the request of a selected item, or nothing."""
        request = custody_request_of(item)
        if request is None:
            self._panel.clear()
        elif request != self._panel.request:
            self._panel.show_request(request)
            self._read_explanation(request)

    def _read_explanation(self, request: RevealRequest) -> None:
        self._runner.run(
            self._reception.reveal_decisions.explanation,
            request.request_id,
            then=partial(self._show_explanation, request),
            owner=self,
            failed=partial(self._explanation_failed, request),
        )
        self._runner.run(
            self._reception.custodian_reveals.openings_of_month,
            then=self._show_month,
            owner=self,
            failed=partial(self._show_failure, request),
        )

    def _show_explanation(self, request: RevealRequest, words: str) -> None:
        if request == self._panel.request:
            self._panel.show_explanation(words)

    def _explanation_failed(self, request: RevealRequest, error: ReceptionError) -> None:
        if error.code != "request.words_name":
            self._show_failure(request, error)
        elif request == self._panel.request:
            self._panel.show_withheld(error)

    def _show_month(self, month: OpeningsOfMonth) -> None:
        self._panel.show_month(month)

    def _show_failure(self, request: RevealRequest, error: ReceptionError) -> None:
        if request == self._panel.request:
            self._panel.show_failure(error)

    @Slot(object)
    def _approve(self, request: RevealRequest) -> None:
        self._runner.run(
            self._reception.reveal_decisions.grant,
            request.request_id,
            request.parts,
            then=partial(self._approved, request),
            owner=self,
            failed=partial(self._show_failure, request),
        )

    def _approved(self, request: RevealRequest, _result: None) -> None:
        text = translate("Custody", "Approved: {name} can open {code} once, today.")
        self._window.show_toast(text.format(name=request.asker, code=request.code), "seal-open")
        self.answered.emit()

    @Slot(object)
    def _ask_why(self, request: RevealRequest) -> None:
        dialog = RefusalDialog(request, self._window)
        self._dialog = dialog
        dialog.request_refused.connect(partial(self._refuse, request))
        dialog.closed.connect(self._forget_dialog)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    def _refuse(self, request: RevealRequest, note: RefusalNote) -> None:
        self._runner.run(
            self._reception.reveal_decisions.refuse,
            request.request_id,
            note,
            then=self._refused,
            owner=self,
            failed=partial(self._refusal_failed, request),
        )

    def _refused(self, _result: None) -> None:
        if self._dialog is not None:
            self._dialog.finish(True)
        self.answered.emit()

    def _refusal_failed(self, request: RevealRequest, error: ReceptionError) -> None:
        """Show why in the dialog; in the panel if somebody has answered the request meanwhile."""
        if self._dialog is not None:
            if error.code not in ANSWERED:
                self._dialog.show_failure(error)
                return
            self._dialog.finish(False)
        self._show_failure(request, error)
