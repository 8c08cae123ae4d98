"""From a line of what waits to the act it asks for."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.domain.reveal import IdentityPart
from reception.domain.reveal_request import RefusalNote, RequestState, RevealRequest
from reception.domain.todo_item import TodoItem, TodoKind
from reception.messages.catalogue import error_sentence, sentence
from ui.appearance import display_format as shown
from ui.database_thread.task_runner import TaskRunner
from ui.features.disclosure.reveal_decision_dialog import RevealDecisionDialog
from ui.features.visit_lifecycle import lifecycle_words as life_words
from ui.models.day_list import reporter_title
from ui.shell.main_window import MainWindow
from ui.widgets.confirm_dialog import ConfirmDialog

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register.register import VisitStory
    from reception.services.visit_lifecycle.late_text_check import LateTextResult

translate = QCoreApplication.translate


class TodoFlow(QObject):
    """``act(Need)``; ``changed`` when the list is to be read again.

    ``visit_wanted(visit_id)``, ``report_wanted(day)``, ``granted(RevealRequest)``,
    ``upkeep_wanted``, ``settings_wanted`` lead to where the act is done.
    """

    changed = Signal()
    visit_wanted = Signal(object)
    report_wanted = Signal(object)
    granted = Signal(object)
    upkeep_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, reception: Reception, runner: TaskRunner, window: MainWindow) -> None:
        """Wait to be asked."""
        super().__init__(window)
        self._reception, self._runner, self._window = reception, runner, window
        self.dialog: ConfirmDialog | RevealDecisionDialog | None = None

    @Slot(object)
    def act(self, need: TodoItem) -> None:
        """Do what a line offers."""
        if self.dialog is not None:
            return
        {
            TodoKind.REQUEST: self._request,
            TodoKind.NOTICE: self._visit,
            TodoKind.VOID: self._void,
            TodoKind.REPORT: self._report,
            TodoKind.GRANTED: self._granted,
            TodoKind.DECLINED: self._visit,
            TodoKind.WAITING: self._withdraw,
            TodoKind.DUE: self._visit,
            TodoKind.BACKUP: self._upkeep,
            TodoKind.WORDS: self._words_check,
            TodoKind.CLOCK: self._clock,
            TodoKind.ROTATE: self._settings,
            TodoKind.CUSTODY: self._settings,
            TodoKind.LEAVING: self._settings,
            TodoKind.OLD_BACKUPS: self._settings,
            TodoKind.RECOVERY: self._recovery,
        }[need.kind](need)

    # -- elsewhere ------------------------------------------------------------------------

    def _visit(self, need: TodoItem) -> None:
        self.visit_wanted.emit(need.visit_id)

    def _report(self, need: TodoItem) -> None:
        self.report_wanted.emit(need.on or date.fromisoformat(need.key.split("/")[1]))

    def _upkeep(self, _need: TodoItem) -> None:
        self.upkeep_wanted.emit()

    def _settings(self, _need: TodoItem) -> None:
        self.settings_wanted.emit()

    def _recovery(self, _need: TodoItem) -> None:
        words = translate("Needs", "Lock and open again: the page before the desk makes them.")
        self._window.show_toast(words, "shield-alert")

    # -- requests -------------------------------------------------------------------------

    def _request(self, need: TodoItem) -> None:
        waiting = self._reception.reveal_decisions.waiting
        then = partial(self._show_request, need.key)
        self._runner.run(waiting, then=then, owner=self, failed=self._failed)

    def _show_request(self, key: str, waiting: tuple[RevealRequest, ...]) -> None:
        found = next((item for item in waiting if item.request_id == key), None)
        if found is None:
            self._ended()
            return
        number = f"{found.visit_id % 1_000_000:04d}"
        words = translate("Needs", "Visit {number}").format(number=number)
        dialog = RevealDecisionDialog(found, words, self._window)
        dialog.granted.connect(partial(self._grant, key))
        dialog.refused.connect(partial(self._refuse, key))
        self._open(dialog)
        read = self._reception.reveal_decisions.words
        self._runner.run(read, key, then=self._words, owner=self, failed=self._no)

    def _words(self, words: str) -> None:
        if isinstance(self.dialog, RevealDecisionDialog):
            self.dialog.show_words(words)

    def _grant(self, key: str, parts: frozenset[IdentityPart]) -> None:
        grant = self._reception.reveal_decisions.grant
        self._runner.run(grant, key, parts, then=self._done, owner=self, failed=self._no)

    def _refuse(self, key: str, note: RefusalNote) -> None:
        refuse = self._reception.reveal_decisions.refuse
        self._runner.run(refuse, key, note, then=self._done, owner=self, failed=self._no)

    def _granted(self, need: TodoItem) -> None:
        mine = self._reception.reveal_requests.mine
        then = partial(self._hand_granted, need.key)
        self._runner.run(mine, then=then, owner=self, failed=self._failed)

    def _hand_granted(self, key: str, mine: tuple[RevealRequest, ...]) -> None:
        for item in mine:
            if item.request_id == key and item.state is RequestState.GRANTED:
                self.granted.emit(item)
                return
        self._ended()

    def _withdraw(self, need: TodoItem) -> None:
        facts = (
            (translate("Needs", "Reporter"), need.code),
            (translate("Needs", "Asked"), shown.moment(need.since) if need.since else ""),
        )
        title = translate("Needs", "Withdraw the request")
        dialog = ConfirmDialog(title, facts, translate("Needs", "Withdraw"), self._window)
        withdraw = self._reception.reveal_requests.withdraw
        dialog.wanted.connect(partial(self._run, withdraw, need.key))
        self._open(dialog)

    # -- confirmed by the head ------------------------------------------------------------

    def _void(self, need: TodoItem) -> None:
        story = self._reception.register.story
        then = partial(self._show_void, need)
        self._runner.run(story, need.visit_id, then=then, owner=self, failed=self._failed)

    def _show_void(self, need: TodoItem, story: VisitStory | None) -> None:
        if story is None:
            self._ended()
            return
        event = next((item for item in story.events if item.code == "voided"), None)
        told = dict(event.facts) if event is not None else {}
        facts = (
            (translate("Needs", "Visit"), f"{story.row.number:04d}"),
            (translate("Needs", "Reporter"), reporter_title(story.row.kind, story.row.code)),
            (translate("Needs", "Voided by"), told.get("by", "")),
            (translate("Needs", "Reason"), life_words.grounds_words(story.row.void_ground)),
            (translate("Needs", "In words"), told.get("reason", "")),
        )
        title = translate("Needs", "A visit was voided")
        dialog = ConfirmDialog(title, facts, translate("Needs", "Confirm"), self._window)
        dialog.explain(
            translate(
                "Needs",
                "The number stays, struck, and no table counts it. If it was voided wrongly, leave "
                "this and have the visit entered late.",
            )
        )
        dialog.wanted.connect(
            partial(self._run, self._reception.lifecycle.confirm_void, need.visit_id)
        )
        self._open(dialog)

    def _clock(self, need: TodoItem) -> None:
        facts = (
            (translate("Needs", "Entry"), shown.number(int(need.key))),
            (translate("Needs", "Its time"), shown.moment(need.since) if need.since else ""),
        )
        title = translate("Needs", "A moment of the log is odd")
        dialog = ConfirmDialog(title, facts, translate("Needs", "Confirm"), self._window)
        dialog.explain(
            translate(
                "Needs",
                "The machine's clock was set, or its battery is empty. Confirm when you know why; "
                "look at date and time of the machine.",
            )
        )
        confirm = self._reception.todo_list.confirm_moment
        dialog.wanted.connect(partial(self._run, confirm, need.key))
        self._open(dialog)

    def _words_check(self, need: TodoItem) -> None:
        facts = ((translate("Needs", "Visits"), need.about),)
        title = translate("Needs", "Check words written later")
        dialog = ConfirmDialog(title, facts, translate("Needs", "Check now"), self._window)
        dialog.explain(
            translate(
                "Needs",
                "The program compares the words with the sealed identities and shows no name. "
                "Visits that show nobody are marked as checked; the rest is told to you alone.",
            )
        )
        dialog.wanted.connect(self._run_checks)
        self._open(dialog)

    @Slot()
    def _run_checks(self) -> None:
        run = self._reception.late_text_checks.run
        self._runner.run(run, then=self._checked, owner=self, failed=self._no)

    def _checked(self, looked: LateTextResult) -> None:
        self._done(None)
        facts = [(translate("Needs", "Checked"), shown.number(looked.checked))]
        for visit_id, places in looked.hits:
            number = f"{visit_id % 1_000_000:04d}"
            visit = translate("Needs", "Visit {number}").format(number=number)
            facts.append((visit, ", ".join(life_words.place_words(place) for place in places)))
        if looked.unopened:
            count = shown.number(len(looked.unopened))
            facts.append((translate("Needs", "Could not be opened"), count))
        title = translate("Needs", "Words were checked")
        dialog = ConfirmDialog(title, facts, translate("Needs", "Understood"), self._window)
        if looked.hits:
            dialog.explain(
                translate(
                    "Needs",
                    "Somebody may be recognised there. Open the visit, F3, correct the words with "
                    "the reason that they show the reporter, then check again. Tell nobody.",
                ),
                "warn",
            )
        dialog.wanted.connect(partial(self._done, None))
        self._open(dialog)

    # -- dialogs --------------------------------------------------------------------------

    def _open(self, dialog: ConfirmDialog | RevealDecisionDialog) -> None:
        self.dialog = dialog
        dialog.closed.connect(self._closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _closed(self) -> None:
        self.dialog = None
        self.changed.emit()

    def _run(self, act: object, key: object) -> None:
        self._runner.run(act, key, then=self._done, owner=self, failed=self._no)  # type: ignore[arg-type]  # a bound method

    def _done(self, _result: object) -> None:
        if self.dialog is not None:
            self.dialog.finish(True)

    def _no(self, error: ReceptionError) -> None:
        if isinstance(self.dialog, RevealDecisionDialog):
            self.dialog.say_no(error)
        elif self.dialog is not None:
            self.dialog.refuse(error)
        else:
            self._failed(error)

    def _ended(self) -> None:
        self._window.show_toast(sentence("request.ended"), "circle-alert")
        self.changed.emit()

    def _failed(self, error: ReceptionError) -> None:
        self._window.show_toast(error_sentence(error), "circle-alert")
