"""Opens the identity of a visit: by right, by request to the head, or by making a paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.domain.reveal import SECONDS, IdentityPart, RevealPurpose, RevealSelection
from reception.domain.reveal_request import RequestState
from reception.law.reveal_reasons import reveal_reason
from reception.messages.catalogue import error_sentence, sentence
from reception.services.disclosure.reveal_conditions import ConditionNotMet
from ui.appearance import display_format
from ui.database_thread.task_runner import TaskRunner
from ui.features.disclosure.letter_flow import LetterFlow, LetterMaker
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.disclosure.reveal_request_dialog import RevealRequestDialog, part_name
from ui.models.register_rows import reporter_text
from ui.shell.main_window import MainWindow
from ui.widgets.confirm_dialog import ConfirmDialog

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.reveal_request import RevealRequest
    from reception.services.disclosure.reveal import RevealResult
    from reception.services.register.register import RegisterRow

translate = QCoreApplication.translate
_LETTER = "letter"


class RevealFlow(QObject):
    """``revealed`` after each logged reveal; ``paper_made(PaperJob)`` when the reason is a paper;
    ``sent`` when a request was sent to the head.
    """

    revealed = Signal()
    paper_made = Signal(object)
    sent = Signal()

    def __init__(self, reception: Reception, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._reception = reception
        self._runner = runner
        self._window = window
        self._dialog: RevealRequestDialog | ConfirmDialog | None = None
        self.reveal_dialog: RevealDialog | None = None
        self._visit = ("", "")  # title, pseudonym
        self._letters = LetterFlow(runner, window)
        self._letters.made.connect(self._made)
        self._letters.cancelled.connect(self._letter_cancelled)
        self._letters.reason_refused.connect(self._refused)

    @Slot(object)
    def begin(self, row: RegisterRow) -> None:
        """Read whether this person may open the identity of a row, then open the dialog for it."""
        begin = partial(self._reception.reveals.begin, row.visit_id)
        self._runner.run(
            begin, then=partial(self._purpose_read, row), owner=self, failed=self._failed
        )

    def _purpose_read(self, row: RegisterRow, purpose: RevealPurpose) -> None:
        if purpose is RevealPurpose.OPEN:
            self._open_dialog(row)
        elif purpose is RevealPurpose.CUSTODIAN:
            self._window.show_toast(sentence("reveal.denouncer"), "seal")
        else:
            own_request = partial(self._reception.reveal_requests.own_request_of, row.visit_id)
            then = partial(self._own_request_read, row)
            self._runner.run(own_request, then=then, owner=self, failed=self._failed)

    def _own_request_read(self, row: RegisterRow, request: RevealRequest | None) -> None:
        """Without the right: ask the head, report a pending request, or use an approved one."""
        if request is None:
            self._open_dialog(row, by_request=True)
        elif request.state is RequestState.GRANTED:
            self.open_granted(request)
        else:
            text = translate("Reveal", "Asked at {moment}. The head has not answered yet.")
            moment = display_format.moment(request.asked_at)
            self._window.show_toast(text.format(moment=moment), "clock")

    @Slot(object)
    def open_granted(self, request: RevealRequest) -> None:
        """Ask for confirmation, because a request opens only once; then open, or make the paper."""
        check, then = self._reception.reveals.check_conditions, partial(self._confirm, request)
        self._runner.run(check, then=then, owner=self, failed=self._failed)

    def _confirm(self, request: RevealRequest, _met: object) -> None:
        makes_paper = bool(reveal_reason(request.reason).paper)
        open_text = translate("Reveal", "Open for {seconds} s").format(seconds=SECONDS)
        button_text = translate("Reveal", "Make the paper") if makes_paper else open_text
        facts = (
            (translate("Reveal", "Reporter"), request.code),
            (translate("Reveal", "Approved by"), request.decided_by),
            (translate("Reveal", "Parts"), ", ".join(map(part_name, sorted(request.parts)))),
        )
        dialog = ConfirmDialog(
            translate("Reveal", "Open the seal"), facts, button_text, self._window
        )
        dialog.set_icon("seal-open", "warn")
        dialog.explain(translate("Reveal", "It opens once. Opening is logged first."))
        self._dialog = dialog
        dialog.wanted.connect(partial(self._open_now, request))
        dialog.closed.connect(self._dialog_closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def _open_now(self, request: RevealRequest) -> None:
        request_id = request.request_id
        paper = reveal_reason(request.reason).paper
        if paper == _LETTER:
            letter = partial(self._reception.letters.granted, request_id)
            self._write_letter((translate("Reveal", "Approved"), request.code), letter)
            return
        if paper:
            make = self._reception.reprints.granted
            self._runner.run(make, request_id, then=self._made, owner=self, failed=self._refused)
            return
        then = partial(self._opened, request.parts)
        open_identity = self._reception.reveal_requests.open
        self._runner.run(open_identity, request_id, then=then, owner=self, failed=self._refused)

    def _open_dialog(self, row: RegisterRow, *, by_request: bool = False) -> None:
        title = translate("Reveal", "Visit {number}, {day}")
        title = title.format(number=f"{row.number:04d}", day=display_format.day(row.received_on))
        member = self._reception.session.member.name
        visit = (title, reporter_text(row))
        dialog = RevealRequestDialog(visit, member, self._window, by_request=by_request)
        self._dialog = dialog
        continue_with = self._send if by_request else self._open
        dialog.wanted.connect(partial(continue_with, row.visit_id))
        self._visit = visit
        dialog.closed.connect(self._dialog_closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _dialog_closed(self) -> None:
        self._dialog = None
        self._letters.clear()

    def _write_letter(self, visit: tuple[str, str], make: LetterMaker) -> None:
        """Open the letter dialog; the present dialog is hidden meanwhile."""
        if self._dialog is not None:
            self._dialog.hide_for_now()
        self._letters.write(visit, make)

    @Slot()
    def _letter_cancelled(self) -> None:
        if self._dialog is not None:
            self._dialog.show_again()

    def _send(self, visit_id: int, selection: RevealSelection) -> None:
        ask = self._reception.reveal_requests.ask
        self._runner.run(
            ask, visit_id, selection, then=self._sent, owner=self, failed=self._refused
        )

    def _sent(self, _request: RevealRequest) -> None:
        if self._dialog is not None:
            self._dialog.finish(True)
        self._window.show_toast(
            translate("Reveal", "Sent. The answer will stand on the desk."), "clock"
        )
        self.sent.emit()

    def _open(self, visit_id: int, selection: RevealSelection) -> None:
        paper = reveal_reason(selection.reason).paper
        reprints = self._reception.reprints
        makers = {"citizen_copy": reprints.citizen_copy, "refusal": reprints.refusal_notice}
        if paper == _LETTER:
            letter = self._reception.letters.letter
            self._write_letter(self._visit, partial(letter, visit_id, selection))
            return
        if paper:
            make = makers[paper]
            self._runner.run(
                make, visit_id, selection, then=self._made, owner=self, failed=self._refused
            )
            return
        then = partial(self._opened, selection.parts)
        open_identity = self._reception.reveals.open
        self._runner.run(
            open_identity, visit_id, selection, then=then, owner=self, failed=self._refused
        )

    @Slot(object)
    def _made(self, paper: object) -> None:
        if self._dialog is not None:
            self._dialog.finish(True)
        self.revealed.emit()
        self.paper_made.emit(paper)

    def _opened(self, parts: frozenset[IdentityPart], opened: RevealResult) -> None:
        if self._dialog is None or not self._window.isActiveWindow():
            return  # another window is active: the reveal is logged, the identity is not shown
        self._dialog.finish(True)
        session = self._reception.session
        now = session.environment.clock.now()
        watermark = (
            f"{session.member.name} · {display_format.day(now.date())} {display_format.hour(now)}"
        )
        caption = (opened.code, watermark, opened.entry)
        dialog = RevealDialog(opened.revealed.identity, parts, caption, self._window)
        self.reveal_dialog = dialog
        dialog.closed.connect(self._reveal_closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()
        self.revealed.emit()

    @Slot()
    def _reveal_closed(self) -> None:
        self.reveal_dialog = None

    @Slot(object)
    def _refused(self, error: ReceptionError) -> None:
        if self._dialog is not None:
            self._dialog.refuse(error)

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        icon = "shield-alert" if isinstance(error, ConditionNotMet) else "circle-alert"
        self._window.show_toast(error_sentence(error), icon)

    @Slot()
    def about_to_lock(self) -> None:
        """Close an opened identity and the letter dialog."""
        self._letters.clear()
        if self.reveal_dialog is not None:
            self.reveal_dialog.reject()
