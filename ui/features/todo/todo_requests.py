"""Requests to open an identity, from the to-do list: decided by the head, used or withdrawn."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from reception.domain.reveal import IdentityPart
from reception.domain.reveal_request import RefusalNote, RequestState, RevealRequest
from ui.appearance import display_format
from ui.features.disclosure.reveal_decision_dialog import RevealDecisionDialog
from ui.features.todo.todo_dialog import TodoDialog
from ui.models.todo_line import visit_title
from ui.widgets.confirm_dialog import ConfirmDialog

if TYPE_CHECKING:
    from reception.bootstrap import Reception

translate = QCoreApplication.translate


class TodoRequests(QObject):
    """Acts on requests; ``granted(RevealRequest)`` when one may open its identity now.

    Each act reads the requests again first: another person may have answered in the meantime.
    """

    granted = Signal(object)

    def __init__(self, reception: Reception, dialog: TodoDialog) -> None:
        super().__init__(dialog)
        self._reception, self._dialog = reception, dialog

    def decide(self, request: RevealRequest) -> None:
        """Let the head approve parts of a request, or refuse it with a note."""
        waiting = self._reception.reveal_decisions.requests_to_decide
        then = partial(self._show_request, request.request_id)
        self._dialog.runner.run(
            waiting, then=then, owner=self, failed=self._dialog.show_failure_toast
        )

    def use(self, request: RevealRequest) -> None:
        """Open the identity of an approved request."""
        own_requests = self._reception.reveal_requests.own_requests
        then = partial(self._use_if_granted, request.request_id)
        self._dialog.runner.run(
            own_requests, then=then, owner=self, failed=self._dialog.show_failure_toast
        )

    def withdraw(self, request: RevealRequest) -> None:
        """Ask whether a request is to be withdrawn."""
        facts = (
            (translate("Needs", "Reporter"), request.code),
            (translate("Needs", "Asked"), display_format.moment(request.asked_at)),
        )
        title, button = translate("Needs", "Withdraw the request"), translate("Needs", "Withdraw")
        dialog = ConfirmDialog(title, facts, button, self._dialog.window)
        withdraw = self._reception.reveal_requests.withdraw
        dialog.wanted.connect(partial(self._dialog.run_act, withdraw, request.request_id))
        self._dialog.open(dialog)

    def _show_request(self, request_id: str, waiting: tuple[RevealRequest, ...]) -> None:
        request = next((item for item in waiting if item.request_id == request_id), None)
        if request is None:
            self._dialog.report_ended()
            return
        dialog = RevealDecisionDialog(request, visit_title(request.visit_id), self._dialog.window)
        dialog.granted.connect(partial(self._grant, request_id))
        dialog.refused.connect(partial(self._refuse, request_id))
        self._dialog.open(dialog)
        read, failed = self._reception.reveal_decisions.reason_text, self._dialog.show_failure
        self._dialog.runner.run(
            read, request_id, then=self._show_explanation, owner=self, failed=failed
        )

    def _show_explanation(self, explanation: str) -> None:
        if isinstance(self._dialog.current, RevealDecisionDialog):
            self._dialog.current.show_explanation(explanation)

    def _grant(self, request_id: str, parts: frozenset[IdentityPart]) -> None:
        self._dialog.run_act(self._reception.reveal_decisions.grant, request_id, parts)

    def _refuse(self, request_id: str, note: RefusalNote) -> None:
        self._dialog.run_act(self._reception.reveal_decisions.refuse, request_id, note)

    def _use_if_granted(self, request_id: str, own_requests: tuple[RevealRequest, ...]) -> None:
        for request in own_requests:
            if request.request_id == request_id and request.state is RequestState.GRANTED:
                self.granted.emit(request)
                return
        self._dialog.report_ended()
