"""Leads from a visit to its opened identity: by right, by request to the head, or by a paper."""

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
from ui.appearance import display_format as shown
from ui.database_thread.task_runner import TaskRunner
from ui.features.disclosure.letter_flow import LetterFlow, Make
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
    """``shown`` after each logged reveal; ``paper_made(PaperJob)`` when the reason is a paper;
    ``sent`` when a request went to the head.
    """

    shown = Signal()
    paper_made = Signal(object)
    sent = Signal()

    def __init__(self, reception: Reception, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._reception = reception
        self._runner = runner
        self._window = window
        self._asking: RevealRequestDialog | ConfirmDialog | None = None
        self.showing: RevealDialog | None = None
        self._about = ("", "")  # words for the visit, pseudonym
        self._letters = LetterFlow(runner, window)
        self._letters.made.connect(self._made)
        self._letters.left.connect(self._back_from_letter)
        self._letters.reason_refused.connect(self._refused)

    @Slot(object)
    def ask(self, row: RegisterRow) -> None:
        """Read how this person may see the identity of a row, then ask for the reason."""
        begin = partial(self._reception.reveals.begin, row.visit_id)
        self._runner.run(begin, then=partial(self._found, row), owner=self, failed=self._failed)

    def _found(self, row: RegisterRow, purpose: RevealPurpose) -> None:
        if purpose is RevealPurpose.OPEN:
            self._open_question(row)
        elif purpose is RevealPurpose.CUSTODIAN:
            self._window.show_toast(sentence("reveal.denouncer"), "seal")
        else:
            own_request = partial(self._reception.reveal_requests.own_request_of, row.visit_id)
            then = partial(self._asked_before, row)
            self._runner.run(own_request, then=then, owner=self, failed=self._failed)

    def _asked_before(self, row: RegisterRow, request: RevealRequest | None) -> None:
        """Without the right: ask the head, tell that a request waits, or use an approved one."""
        if request is None:
            self._open_question(row, asking=True)
        elif request.state is RequestState.GRANTED:
            self.open_granted(request)
        else:
            words = translate("Reveal", "Asked at {moment}. The head has not answered yet.")
            moment = shown.moment(request.asked_at)
            self._window.show_toast(words.format(moment=moment), "clock")

    @Slot(object)
    def open_granted(self, request: RevealRequest) -> None:
        """Ask before a request that opens only once is used; then open it, or make the paper."""
        check, then = self._reception.reveals.check_conditions, partial(self._confirm, request)
        self._runner.run(check, then=then, owner=self, failed=self._failed)

    def _confirm(self, request: RevealRequest, _met: object) -> None:
        paper = bool(reveal_reason(request.reason).paper)
        opens = translate("Reveal", "Open for {seconds} s").format(seconds=SECONDS)
        act = translate("Reveal", "Make the paper") if paper else opens
        facts = (
            (translate("Reveal", "Reporter"), request.code),
            (translate("Reveal", "Approved by"), request.decided_by),
            (translate("Reveal", "Parts"), ", ".join(map(part_name, sorted(request.parts)))),
        )
        dialog = ConfirmDialog(translate("Reveal", "Open the seal"), facts, act, self._window)
        dialog.set_icon("seal-open", "warn")
        dialog.explain(translate("Reveal", "It opens once. Opening is logged first."))
        self._asking = dialog
        dialog.wanted.connect(partial(self._open_now, request))
        dialog.closed.connect(self._question_closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def _open_now(self, request: RevealRequest) -> None:
        key = request.request_id
        paper = reveal_reason(request.reason).paper
        if paper == _LETTER:
            letter = partial(self._reception.letters.granted, key)
            self._write((translate("Reveal", "Approved"), request.code), letter)
            return
        if paper:
            make = self._reception.reprints.granted
            self._runner.run(make, key, then=self._made, owner=self, failed=self._refused)
            return
        then = partial(self._opened, request.parts)
        look = self._reception.reveal_requests.open
        self._runner.run(look, key, then=then, owner=self, failed=self._refused)

    def _open_question(self, row: RegisterRow, *, asking: bool = False) -> None:
        words = translate("Reveal", "Visit {number}, {day}")
        visit = words.format(number=f"{row.number:04d}", day=shown.day(row.received_on))
        member = self._reception.session.member.name
        about = (visit, reporter_text(row))
        dialog = RevealRequestDialog(about, member, self._window, asking=asking)
        self._asking = dialog
        answer = self._send if asking else self._wanted
        dialog.wanted.connect(partial(answer, row.visit_id))
        self._about = about
        dialog.closed.connect(self._question_closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _question_closed(self) -> None:
        self._asking = None
        self._letters.forget()

    def _write(self, of: tuple[str, str], make: Make) -> None:
        """Ask for the text of a letter; the dialog before is hidden meanwhile."""
        if self._asking is not None:
            self._asking.step_back()
        self._letters.write(of, make)

    @Slot()
    def _back_from_letter(self) -> None:
        if self._asking is not None:
            self._asking.come_back()

    def _send(self, visit_id: int, selection: RevealSelection) -> None:
        ask = self._reception.reveal_requests.ask
        self._runner.run(
            ask, visit_id, selection, then=self._sent, owner=self, failed=self._refused
        )

    def _sent(self, _request: RevealRequest) -> None:
        if self._asking is not None:
            self._asking.finish(True)
        self._window.show_toast(
            translate("Reveal", "Sent. The answer will stand on the desk."), "clock"
        )
        self.sent.emit()

    def _wanted(self, visit_id: int, selection: RevealSelection) -> None:
        paper = reveal_reason(selection.reason).paper
        again = self._reception.reprints
        makers = {"citizen_copy": again.citizen_copy, "refusal": again.refusal_notice}
        if paper == _LETTER:
            letter = self._reception.letters.letter
            self._write(self._about, partial(letter, visit_id, selection))
            return
        if paper:
            make = makers[paper]
            self._runner.run(
                make, visit_id, selection, then=self._made, owner=self, failed=self._refused
            )
            return
        then = partial(self._opened, selection.parts)
        look = self._reception.reveals.open
        self._runner.run(look, visit_id, selection, then=then, owner=self, failed=self._refused)

    @Slot(object)
    def _made(self, paper: object) -> None:
        if self._asking is not None:
            self._asking.finish(True)
        self.shown.emit()
        self.paper_made.emit(paper)

    def _opened(self, parts: frozenset[IdentityPart], opened: RevealResult) -> None:
        if self._asking is None or not self._window.isActiveWindow():
            return  # left in the meantime: it is logged, and nobody sees it
        self._asking.finish(True)
        session = self._reception.session
        now = session.environment.clock.now()
        mark = f"{session.member.name} · {shown.day(now.date())} {shown.hour(now)}"
        about = (opened.code, mark, opened.entry)
        dialog = RevealDialog(opened.revealed.identity, parts, about, self._window)
        self.showing = dialog
        dialog.closed.connect(self._shut)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()
        self.shown.emit()

    @Slot()
    def _shut(self) -> None:
        self.showing = None

    @Slot(object)
    def _refused(self, error: ReceptionError) -> None:
        if self._asking is not None:
            self._asking.refuse(error)

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        icon = "shield-alert" if isinstance(error, ConditionNotMet) else "circle-alert"
        self._window.show_toast(error_sentence(error), icon)

    @Slot()
    def about_to_lock(self) -> None:
        """Close an opened identity and the text of a letter."""
        self._letters.forget()
        if self.showing is not None:
            self.showing.reject()
