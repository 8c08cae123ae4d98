"""Actions on reveal requests: the head decides; the asker opens the identity or withdraws."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from reception.domain.reveal import IdentityPart
from reception.domain.reveal_request import RefusalNote, RequestState, RevealRequest
from ui.appearance import display_format
from ui.features.disclosure.reveal_decision_dialog import RevealDecisionDialog
from ui.features.todo.todo_dialogs import TodoDialogs
from ui.models.todo_line import visit_title
from ui.widgets.confirm_dialog import ConfirmDialog

if TYPE_CHECKING:
    from reception.bootstrap import Reception

translate = QCoreApplication.translate


class TodoRequestActions(QObject):
    """Runs the actions; ``reveal_wanted(RevealRequest)`` when an identity is to be opened.

    Deciding and opening read the requests again first: another person may have decided in the
    meantime, or the request may have ended.
    """

    reveal_wanted = Signal(object)

    def __init__(self, reception: Reception, dialogs: TodoDialogs) -> None:
        super().__init__(dialogs)
        self._reception, self._dialogs = reception, dialogs

    def decide(self, request: RevealRequest) -> None:
        """Open the dialog in which the head grants parts of a request or refuses it."""
        read_requests = self._reception.reveal_decisions.requests_to_decide
        then = partial(self._show_decision_dialog, request.request_id)
        self._dialogs.runner.run(
            read_requests, then=then, owner=self, failed=self._dialogs.show_failure_toast
        )

    def open_identity(self, request: RevealRequest) -> None:
        """Emit ``reveal_wanted`` if the request is still granted; else show that it has ended."""
        read_requests = self._reception.reveal_requests.own_requests
        then = partial(self._open_if_granted, request.request_id)
        self._dialogs.runner.run(
            read_requests, then=then, owner=self, failed=self._dialogs.show_failure_toast
        )

    def withdraw(self, request: RevealRequest) -> None:
        """Ask for confirmation, then withdraw a request.

        The service refuses it if the request has ended in the meantime.
        """
        facts = (
            (translate("Needs", "Reporter"), request.code),
            (translate("Needs", "Asked"), display_format.moment(request.asked_at)),
        )
        title, button = translate("Needs", "Withdraw the request"), translate("Needs", "Withdraw")
        dialog = ConfirmDialog(title, facts, button, self._dialogs.window)
        withdraw = self._reception.reveal_requests.withdraw
        dialog.confirmed.connect(partial(self._dialogs.run_action, withdraw, request.request_id))
        self._dialogs.open(dialog)

    def _show_decision_dialog(self, request_id: str, requests: tuple[RevealRequest, ...]) -> None:
        request = next((request for request in requests if request.request_id == request_id), None)
        if request is None:
            self._dialogs.show_item_gone()
            return
        dialog = RevealDecisionDialog(request, visit_title(request.visit_id), self._dialogs.window)
        dialog.request_granted.connect(partial(self._grant, request_id))
        dialog.request_refused.connect(partial(self._refuse, request_id))
        self._dialogs.open(dialog)
        read, failed = self._reception.reveal_decisions.explanation, self._dialogs.show_failure
        self._dialogs.runner.run(
            read, request_id, then=self._show_explanation, owner=self, failed=failed
        )

    def _show_explanation(self, explanation: str) -> None:
        if isinstance(self._dialogs.current, RevealDecisionDialog):
            self._dialogs.current.show_explanation(explanation)

    def _grant(self, request_id: str, parts: frozenset[IdentityPart]) -> None:
        self._dialogs.run_action(self._reception.reveal_decisions.grant, request_id, parts)

    def _refuse(self, request_id: str, note: RefusalNote) -> None:
        self._dialogs.run_action(self._reception.reveal_decisions.refuse, request_id, note)

    def _open_if_granted(self, request_id: str, own_requests: tuple[RevealRequest, ...]) -> None:
        for request in own_requests:
            if request.request_id == request_id and request.state is RequestState.GRANTED:
                self.reveal_wanted.emit(request)
                return
        self._dialogs.show_item_gone()
