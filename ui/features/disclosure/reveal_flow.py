"""Opens the identity of a visit: on screen or on a paper, by right or by request."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.domain.reveal import IdentityPart, RevealRoute, RevealSelection
from reception.domain.reveal_request import RequestState
from reception.law.reveal_reasons import reveal_reason
from reception.messages.catalogue import error_sentence
from reception.services.disclosure.reveal_conditions import ConditionNotMet
from ui.appearance import display_format
from ui.database_thread.task_runner import TaskRunner
from ui.features.disclosure.granted_request_dialog import granted_request_dialog
from ui.features.disclosure.identity_display import IdentityDisplay
from ui.features.disclosure.letter_flow import LetterFlow, LetterMaker
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.disclosure.reveal_purpose import RevealPurpose
from ui.features.disclosure.reveal_reason_dialog import (
    RevealQuestion,
    RevealReasonDialog,
    VisitToOpen,
)
from ui.models.register_rows import reporter_text
from ui.shell.main_window import MainWindow
from ui.widgets.confirm_dialog import ConfirmDialog

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.reveal_request import RevealRequest
    from reception.services.disclosure.opened_identity import RevealResult
    from reception.services.register.register_row import RegisterRow

translate = QCoreApplication.translate
_LETTER = "letter"


class RevealFlow(QObject):
    """Opens the dialogs of a reveal one after another.

    Emits ``reveal_logged`` after each reveal, also if the identity could not be shown any more;
    ``paper_made(PaperJob)`` when the reason is a paper; ``request_sent`` when a request was sent
    to the head or to the custodians.
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
        self._identity_display = IdentityDisplay(reception, window)
        self._visit_caption = ("", "")  # title of the visit, pseudonym
        self._letter_flow = LetterFlow(runner, window)
        self._letter_flow.paper_made.connect(self._paper_ready)
        self._letter_flow.paper_discarded.connect(self.reveal_logged)
        self._letter_flow.cancelled.connect(self._letter_cancelled)
        self._letter_flow.reason_rejected.connect(self._show_failure_in_dialog)

    @property
    def reveal_dialog(self) -> RevealDialog | None:
        """The dialog that shows an identity at present."""
        return self._identity_display.dialog

    @Slot(object)
    def start_reveal(self, row: RegisterRow) -> None:
        """Read how the user may open the identity of a visit, then open the dialog for it."""
        then = partial(self._route_read, row)
        self._read(partial(self._reception.reveals.checked_route, row.visit_id), then)

    def _read(self, read: Callable[[], object], then: Callable[..., None]) -> None:
        self._runner.run(read, then=then, owner=self, failed=self._show_failure_toast)

    def _route_read(self, row: RegisterRow, route: RevealRoute) -> None:
        purpose = RevealPurpose(route)
        if purpose.asks:
            own_request = partial(self._reception.reveal_requests.own_request_of, row.visit_id)
            self._read(own_request, partial(self._own_request_read, row, purpose))
        else:
            self._read_question(row, purpose)

    def _own_request_read(
        self, row: RegisterRow, purpose: RevealPurpose, request: RevealRequest | None
    ) -> None:
        """Without the right: ask, report a pending request, or use an approved one."""
        if request is None:
            self._read_question(row, purpose)
        elif request.state is RequestState.GRANTED:
            self.open_granted_request(request)
        else:
            text = translate("Reveal", "Asked on {moment}. The head has not answered yet.")
            if request.is_protected:
                text = translate("Reveal", "Asked on {moment}. No custodian has answered yet.")
            moment = display_format.moment(request.asked_at)
            self._window.show_toast(text.format(moment=moment), "clock")

    def _read_question(self, row: RegisterRow, purpose: RevealPurpose) -> None:
        read = partial(question_of, self._reception, row.visit_id, purpose)
        self._read(read, partial(self._open_reason_dialog, row))

    @Slot(object)
    def open_granted_request(self, request: RevealRequest) -> None:
        """Ask for confirmation, because a request opens only once; then open, or make the paper."""
        self._read(
            self._reception.reveals.check_conditions, partial(self._ask_confirmation, request)
        )

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

    def _open_reason_dialog(self, row: RegisterRow, question: RevealQuestion) -> None:
        title = translate("Reveal", "Visit {number}, {day}")
        title = title.format(number=f"{row.number:04d}", day=display_format.day(row.received_on))
        visit = VisitToOpen(title, reporter_text(row), row.kind)
        member_name = self._reception.session.member.name
        dialog = RevealReasonDialog(visit, question, member_name, self._window)
        self._reason_or_confirm_dialog = dialog
        submit: dict[RevealPurpose, Callable[[int, RevealSelection, str], None]] = {
            RevealPurpose.OPEN: self._open_or_make_paper,
            RevealPurpose.OPEN_AS_CUSTODIAN: self._open_as_custodian,
        }
        then = submit.get(question.purpose, self._send_request)
        dialog.selection_submitted.connect(partial(then, row.visit_id))
        self._visit_caption = (title, visit.pseudonym)
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

    def _send_request(self, visit_id: int, selection: RevealSelection, _password: str) -> None:
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

    def _open_as_custodian(self, visit_id: int, selection: RevealSelection, password: str) -> None:
        self._runner.run(
            self._reception.custodian_reveals.open,
            visit_id,
            selection,
            password,
            then=partial(self._show_identity, selection.parts),
            owner=self,
            failed=self._show_failure_in_dialog,
        )

    def _open_or_make_paper(
        self, visit_id: int, selection: RevealSelection, _password: str
    ) -> None:
        paper = reveal_reason(selection.reason).paper
        reprints = self._reception.reprints
        paper_makers: dict[str, Callable[[int, RevealSelection], object]] = {
            "citizen_copy": reprints.citizen_copy,
            "refusal": reprints.refusal_notice,
            "office_copies": reprints.office_copies,
        }
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
    def _paper_ready(self, made: object) -> None:
        """Take one paper, or several of one visit."""
        if self._reason_or_confirm_dialog is not None:
            self._reason_or_confirm_dialog.finish(True)
        self.reveal_logged.emit()
        for paper in made if isinstance(made, tuple) else (made,):
            self.paper_made.emit(paper)

    def _show_identity(self, parts: frozenset[IdentityPart], result: RevealResult) -> None:
        if self._reason_or_confirm_dialog is None or not self._window.isActiveWindow():
            # Dialog closed or another window active: logged already, but not shown to anybody.
            self.reveal_logged.emit()
            return
        self._reason_or_confirm_dialog.finish(True)
        self._identity_display.show(result, parts)
        self.reveal_logged.emit()

    @Slot(object)
    def _show_failure_in_dialog(self, error: ReceptionError) -> None:
        if self._reason_or_confirm_dialog is not None:
            self._reason_or_confirm_dialog.show_failure(error)
        else:  # it was closed before the answer came
            self._show_failure_toast(error)

    @Slot(object)
    def _show_failure_toast(self, error: ReceptionError) -> None:
        icon = "shield-alert" if isinstance(error, ConditionNotMet) else "circle-alert"
        self._window.show_toast(error_sentence(error), icon)

    @Slot()
    def about_to_lock(self) -> None:
        """Close an opened identity and the letter dialog; what is opened later is not shown."""
        self.blockSignals(True)
        if isinstance(self._reason_or_confirm_dialog, RevealReasonDialog):
            self._reason_or_confirm_dialog.forget_password()
        self._reason_or_confirm_dialog = None
        self._letter_flow.clear()
        self._identity_display.close()


def question_of(reception: Reception, visit_id: int, purpose: RevealPurpose) -> RevealQuestion:
    """Return what the dialog asks about a visit; runs on the database thread.

    Errors: those of ``check_may_ask`` of the requests, if one would be sent.
    """
    if purpose.asks:
        reception.reveal_requests.check_may_ask(visit_id)
    reasons = reception.reveals.reasons(visit_id)
    if not purpose.needs_password:
        return RevealQuestion(purpose, reasons)
    month = reception.custodian_reveals.openings_of_month()
    return RevealQuestion(purpose, reasons, (month.period.part, month.opened))
