"""Opens the identity of a visit: on screen or on a paper, by right or by request to the head."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.domain.reveal import IdentityPart, RevealRoute, RevealSelection
from reception.domain.reveal_request import RequestState
from reception.law.reveal_reasons import reveal_reason
from reception.messages.catalogue import error_sentence, sentence
from reception.services.disclosure.reveal_conditions import ConditionNotMet
from ui.appearance import display_format
from ui.database_thread.task_runner import TaskRunner
from ui.features.disclosure.granted_request_dialog import granted_request_dialog
from ui.features.disclosure.letter_flow import LetterFlow, LetterMaker
from ui.features.disclosure.reveal_dialog import RevealDialog, reveal_caption
from ui.features.disclosure.reveal_reason_dialog import RevealReasonDialog
from ui.models.register_rows import reporter_text
from ui.shell.main_window import MainWindow
from ui.widgets.confirm_dialog import ConfirmDialog

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.reveal_request import RevealRequest
    from reception.services.disclosure.reveal import RevealResult
    from reception.services.register.register_row import RegisterRow

translate = QCoreApplication.translate
_LETTER = "letter"


class RevealFlow(QObject):
    """Opens the dialogs of a reveal one after another.

    Emits ``reveal_logged`` after each reveal, also if the identity could not be shown any more;
    ``paper_made(PaperJob)`` when the reason is a paper; ``request_sent`` when a request was sent
    to the head.
    """

    reveal_logged = Signal()
    paper_made = Signal(object)
    request_sent = Signal()

    def __init__(self, reception: Reception, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._reception = reception
        self._runner = runner
        self._window = window
        self._reason_or_confirm_dialog: RevealReasonDialog | ConfirmDialog | None = None
        self.reveal_dialog: RevealDialog | None = None
        self._visit_caption = ("", "")  # title of the visit, pseudonym
        self._letter_flow = LetterFlow(runner, window)
        self._letter_flow.paper_made.connect(self._paper_ready)
        self._letter_flow.paper_discarded.connect(self.reveal_logged)
        self._letter_flow.cancelled.connect(self._letter_cancelled)
        self._letter_flow.reason_rejected.connect(self._show_failure_in_dialog)

    @Slot(object)
    def start_reveal(self, row: RegisterRow) -> None:
        """Read how the user may open the identity of a visit, then open the dialog for it."""
        read_route = partial(self._reception.reveals.checked_route, row.visit_id)
        then = partial(self._route_read, row)
        self._runner.run(read_route, then=then, owner=self, failed=self._show_failure_toast)

    def _route_read(self, row: RegisterRow, route: RevealRoute) -> None:
        if route is RevealRoute.OPEN:
            self._open_reason_dialog(row)
        elif route is RevealRoute.CUSTODIAN:
            self._window.show_toast(sentence("reveal.denouncer"), "seal")
        else:
            own_request = partial(self._reception.reveal_requests.own_request_of, row.visit_id)
            then = partial(self._own_request_read, row)
            self._runner.run(own_request, then=then, owner=self, failed=self._show_failure_toast)

    def _own_request_read(self, row: RegisterRow, request: RevealRequest | None) -> None:
        """Without the right: ask the head, report a pending request, or use an approved one."""
        if request is None:
            self._open_reason_dialog(row, by_request=True)
        elif request.state is RequestState.GRANTED:
            self.open_granted_request(request)
        else:
            text = translate("Reveal", "Asked on {moment}. The head has not answered yet.")
            moment = display_format.moment(request.asked_at)
            self._window.show_toast(text.format(moment=moment), "clock")

    @Slot(object)
    def open_granted_request(self, request: RevealRequest) -> None:
        """Ask for confirmation, because a request opens only once; then open, or make the paper."""
        check = self._reception.reveals.check_conditions
        then = partial(self._ask_confirmation, request)
        self._runner.run(check, then=then, owner=self, failed=self._show_failure_toast)

    def _ask_confirmation(self, request: RevealRequest, _result: None) -> None:
        dialog = granted_request_dialog(request, self._window)
        self._reason_or_confirm_dialog = dialog
        dialog.confirmed.connect(partial(self._use_confirmed_request, request))
        dialog.closed.connect(self._reason_or_confirm_dialog_closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def _use_confirmed_request(self, request: RevealRequest) -> None:
        request_id = request.request_id
        paper = reveal_reason(request.reason).paper
        if paper == _LETTER:
            make_letter = partial(self._reception.letters.letter_for_request, request_id)
            self._open_letter_dialog((translate("Reveal", "Approved"), request.code), make_letter)
            return
        if paper:
            self._runner.run(
                self._reception.reprints.paper_for_request,
                request_id,
                then=self._paper_ready,
                owner=self,
                failed=self._show_failure_in_dialog,
            )
            return
        then = partial(self._show_identity, request.parts)
        open_identity = self._reception.reveal_requests.open
        self._runner.run(
            open_identity, request_id, then=then, owner=self, failed=self._show_failure_in_dialog
        )

    def _open_reason_dialog(self, row: RegisterRow, *, by_request: bool = False) -> None:
        title = translate("Reveal", "Visit {number}, {day}")
        title = title.format(number=f"{row.number:04d}", day=display_format.day(row.received_on))
        member_name = self._reception.session.member.name
        visit_caption = (title, reporter_text(row))
        dialog = RevealReasonDialog(visit_caption, member_name, self._window, by_request=by_request)
        self._reason_or_confirm_dialog = dialog
        submit = self._send_request if by_request else self._open_or_make_paper
        dialog.selection_submitted.connect(partial(submit, row.visit_id))
        self._visit_caption = visit_caption
        dialog.closed.connect(self._reason_or_confirm_dialog_closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _reason_or_confirm_dialog_closed(self) -> None:
        self._reason_or_confirm_dialog = None
        self._letter_flow.clear()

    def _open_letter_dialog(self, visit_caption: tuple[str, str], make_letter: LetterMaker) -> None:
        """Hide the dialog of the reason or the confirmation, and open the letter dialog."""
        if self._reason_or_confirm_dialog is not None:
            self._reason_or_confirm_dialog.hide_temporarily()
        self._letter_flow.open_dialog(visit_caption, make_letter)

    @Slot()
    def _letter_cancelled(self) -> None:
        if self._reason_or_confirm_dialog is not None:
            self._reason_or_confirm_dialog.show_again()

    def _send_request(self, visit_id: int, selection: RevealSelection) -> None:
        self._runner.run(
            self._reception.reveal_requests.ask,
            visit_id,
            selection,
            then=self._request_saved,
            owner=self,
            failed=self._show_failure_in_dialog,
        )

    def _request_saved(self, _request: RevealRequest) -> None:
        if self._reason_or_confirm_dialog is not None:
            self._reason_or_confirm_dialog.finish(True)
        self._window.show_toast(
            translate("Reveal", "Sent. The answer will appear in your to-do list."), "clock"
        )
        self.request_sent.emit()

    def _open_or_make_paper(self, visit_id: int, selection: RevealSelection) -> None:
        paper = reveal_reason(selection.reason).paper
        reprints = self._reception.reprints
        paper_makers = {"citizen_copy": reprints.citizen_copy, "refusal": reprints.refusal_notice}
        if paper == _LETTER:
            letter = self._reception.letters.letter
            self._open_letter_dialog(self._visit_caption, partial(letter, visit_id, selection))
            return
        if paper:
            self._runner.run(
                paper_makers[paper],
                visit_id,
                selection,
                then=self._paper_ready,
                owner=self,
                failed=self._show_failure_in_dialog,
            )
            return
        then = partial(self._show_identity, selection.parts)
        open_identity = self._reception.reveals.open
        self._runner.run(
            open_identity,
            visit_id,
            selection,
            then=then,
            owner=self,
            failed=self._show_failure_in_dialog,
        )

    @Slot(object)
    def _paper_ready(self, paper: object) -> None:
        if self._reason_or_confirm_dialog is not None:
            self._reason_or_confirm_dialog.finish(True)
        self.reveal_logged.emit()
        self.paper_made.emit(paper)

    def _show_identity(self, parts: frozenset[IdentityPart], result: RevealResult) -> None:
        if self._reason_or_confirm_dialog is None or not self._window.isActiveWindow():
            # Dialog closed or another window active: logged already, but not shown to anybody.
            self.reveal_logged.emit()
            return
        self._reason_or_confirm_dialog.finish(True)
        session = self._reception.session
        caption = reveal_caption(result, session.member.name, session.environment.clock.now())
        dialog = RevealDialog(result.revealed.identity, parts, caption, self._window)
        self.reveal_dialog = dialog
        dialog.closed.connect(self._reveal_dialog_closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()
        self.reveal_logged.emit()

    @Slot()
    def _reveal_dialog_closed(self) -> None:
        self.reveal_dialog = None

    @Slot(object)
    def _show_failure_in_dialog(self, error: ReceptionError) -> None:
        if self._reason_or_confirm_dialog is not None:
            self._reason_or_confirm_dialog.show_failure(error)

    @Slot(object)
    def _show_failure_toast(self, error: ReceptionError) -> None:
        icon = "shield-alert" if isinstance(error, ConditionNotMet) else "circle-alert"
        self._window.show_toast(error_sentence(error), icon)

    @Slot()
    def about_to_lock(self) -> None:
        """Close an opened identity and the letter dialog; what is opened later is not shown."""
        self.blockSignals(True)
        self._reason_or_confirm_dialog = None
        self._letter_flow.clear()
        if self.reveal_dialog is not None:
            self.reveal_dialog.reject()
