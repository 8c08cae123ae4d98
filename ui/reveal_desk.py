"""The way to an identity: what may be opened, the question, the answer on the screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.domain.reveal import RevealWish, Way
from reception.law.reveal_reasons import reveal_reason
from reception.messages.book import say, say_error
from ui import format as shown
from ui.dialogs.reveal_ask import RevealAsk
from ui.dialogs.reveal_open import RevealOpen
from ui.guard.remote import remote_reason
from ui.main_window import MainWindow
from ui.models.register_rows import reporter_text
from ui.work.worker import Runner

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register import RegisterRow
    from reception.services.reveal import Opened

translate = QCoreApplication.translate


class RevealDesk(QObject):
    """``ask(row)`` leads from a row of the register to the opened parts, or to a sentence.

    ``shown`` when the log has one more reveal; ``paper_made(PaperJob)`` when the reason asks for
    a paper instead of a look.
    """

    shown = Signal()
    paper_made = Signal(object)  # PaperJob

    def __init__(self, reception: Reception, runner: Runner, window: MainWindow) -> None:
        """Wait to be asked."""
        super().__init__(window)
        self._reception = reception
        self._runner = runner
        self._window = window
        self._asking: RevealAsk | None = None
        self.showing: RevealOpen | None = None

    @Slot(object)
    def ask(self, row: RegisterRow) -> None:
        """Find out how this person may see the identity, then ask for the reason."""
        if remote_reason():
            self._window.say(say("reveal.looked_on"), "shield-alert")
            return
        way = partial(self._reception.reveals.way, row.visit_id)
        self._runner.run(way, then=partial(self._found, row), owner=self, failed=self._failed)

    def _found(self, row: RegisterRow, way: Way) -> None:
        if way is Way.OPEN:
            self._open_question(row)
            return
        code = "reveal.denouncer" if way is Way.CUSTODIAN else "reveal.no_right"
        self._window.say(say(code), "seal")

    def _open_question(self, row: RegisterRow) -> None:
        words = translate("Reveal", "Visit {number}, {day}")
        visit = words.format(number=f"{row.number:04d}", day=shown.day(row.received_on))
        member = self._reception.session.member.name
        dialog = RevealAsk((visit, reporter_text(row)), member, self._window)
        self._asking = dialog
        dialog.wanted.connect(partial(self._wanted, row.visit_id))
        dialog.closed.connect(self._question_closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _question_closed(self) -> None:
        self._asking = None

    def _wanted(self, visit_id: int, wish: RevealWish) -> None:
        paper = reveal_reason(wish.reason).paper
        again = self._reception.papers_again
        makers = {"citizen_copy": again.citizen_copy, "refusal": again.refusal_notice}
        if paper:
            make = makers[paper]
            self._runner.run(
                make, visit_id, wish, then=self._made, owner=self, failed=self._refused
            )
            return
        shown = partial(self._opened, wish)
        look = self._reception.reveals.open
        self._runner.run(look, visit_id, wish, then=shown, owner=self, failed=self._refused)

    @Slot(object)
    def _made(self, paper: object) -> None:
        if self._asking is not None:
            self._asking.finish(True)
        self.shown.emit()
        self.paper_made.emit(paper)

    def _opened(self, wish: RevealWish, opened: Opened) -> None:
        if self._asking is None or not self._window.isActiveWindow():
            return  # left meanwhile: it is logged, and nobody sees it
        self._asking.finish(True)
        session = self._reception.session
        now = session.environment.clock.now()
        mark = f"{session.member.name} · {shown.day(now.date())} {shown.hour(now)}"
        about = (opened.code, mark, opened.entry)
        dialog = RevealOpen(opened.revealed.identity, wish.parts, about, self._window)
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
        self._window.say(say_error(error), "circle-alert")

    @Slot()
    def about_to_lock(self) -> None:
        """Take an opened identity off the screen."""
        if self.showing is not None:
            self.showing.reject()
