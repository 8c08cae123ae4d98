"""Actions confirmed in a dialog first: a voided visit, a clock jump, late texts, readers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot

from reception.domain.todo_item import (
    ClockJumpToConfirm,
    LateTextsToCheck,
    ReadersToConfirm,
    VoidToConfirm,
)
from ui.appearance import display_format
from ui.features.todo.todo_dialogs import TodoDialogs
from ui.features.visit_lifecycle import lifecycle_texts
from ui.models.day_list import reporter_title
from ui.models.todo_line import visit_title
from ui.widgets.confirm_dialog import ConfirmDialog

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register.visit_story import VisitStory
    from reception.services.visit_lifecycle.late_text_check import LateTextResult

translate = QCoreApplication.translate


class TodoConfirmations(QObject):
    """Shows the facts of a to-do item and a button that confirms it."""

    def __init__(self, reception: Reception, dialogs: TodoDialogs) -> None:
        super().__init__(dialogs)
        self._reception, self._dialogs = reception, dialogs

    def confirm_void(self, item: VoidToConfirm) -> None:
        """Read why the visit was voided, then ask the head to confirm it."""
        read_story, visit_id = self._reception.register.story, item.visit.visit_id
        then, failed = (
            partial(self._ask_to_confirm_void, visit_id),
            self._dialogs.show_failure_toast,
        )
        self._dialogs.runner.run(read_story, visit_id, then=then, owner=self, failed=failed)

    def confirm_clock_jump(self, item: ClockJumpToConfirm) -> None:
        """Show the log entry at which the clock jumped."""
        facts = (
            (translate("Needs", "Entry"), display_format.number(item.entry)),
            (translate("Needs", "Its day"), display_format.moment(item.at)),
        )
        title, button = translate("Needs", "A moment of the log is odd"), _confirm_text()
        dialog = ConfirmDialog(title, facts, button, self._dialogs.window)
        dialog.explain(
            translate(
                "Needs",
                "The machine's clock was set, or its battery is empty. Confirm when you know why; "
                "look at date and time of the machine.",
            )
        )
        confirm = self._reception.todo_list.confirm_clock_jump
        dialog.confirmed.connect(partial(self._dialogs.run_action, confirm, item.entry))
        self._dialogs.open(dialog)

    def confirm_readers(self, item: ReadersToConfirm) -> None:
        """Show who reads every denunciation by an earlier rule; the head keeps or changes it."""
        facts = tuple((translate("Needs", "Reads all"), name) for _, name in item.people)
        title = translate("Needs", "Shall these people read every denunciation?")
        button = translate("Needs", "Yes, all of them")
        dialog = ConfirmDialog(title, facts, button, self._dialogs.window)
        dialog.explain(
            translate(
                "Needs",
                "An earlier version gave every officer this right. Take it from whoever needs it "
                "no more first: Settings, Accounts and rights, column Read denunciations. The "
                "officer who received the person reads until the end of the next working day "
                "anyway.",
            ),
            "warn",
        )
        confirm = self._reception.staff.denunciation_readers.confirm
        user_ids = tuple(user_id for user_id, _ in item.people)
        dialog.confirmed.connect(partial(self._dialogs.run_action, confirm, user_ids))
        self._dialogs.open(dialog)

    def check_late_texts(self, item: LateTextsToCheck) -> None:
        """Offer to compare unchecked texts with the sealed identities."""
        facts = ((translate("Needs", "Visits"), str(item.visits)),)
        title = translate("Needs", "Check words written later")
        button = translate("Needs", "Check now")
        dialog = ConfirmDialog(title, facts, button, self._dialogs.window)
        dialog.explain(
            translate(
                "Needs",
                "The program compares the words with the sealed identities and shows no name. "
                "What it finds is told to you alone. Of denunciations nothing that others see "
                "depends on it; other visits that show nobody are marked as checked.",
            )
        )
        dialog.confirmed.connect(self._run_check)
        self._dialogs.open(dialog)

    def _ask_to_confirm_void(self, visit_id: int, story: VisitStory | None) -> None:
        if story is None:
            self._dialogs.show_item_gone()
            return
        title = translate("Needs", "A visit was voided")
        dialog = ConfirmDialog(title, _void_facts(story), _confirm_text(), self._dialogs.window)
        dialog.explain(
            translate(
                "Needs",
                "The number stays, struck, and no table counts it. If it was voided wrongly, leave "
                "this and have the visit entered late.",
            )
        )
        confirm = self._reception.lifecycle.confirm_void
        dialog.confirmed.connect(partial(self._dialogs.run_action, confirm, visit_id))
        self._dialogs.open(dialog)

    @Slot()
    def _run_check(self) -> None:
        check, failed = self._reception.late_text_checks.run, self._dialogs.show_failure
        self._dialogs.runner.run(check, then=self._show_check_result, owner=self, failed=failed)

    def _show_check_result(self, result: LateTextResult) -> None:
        self._dialogs.finish()
        title, button = translate("Needs", "Words were checked"), translate("Needs", "Understood")
        dialog = ConfirmDialog(title, _check_facts(result), button, self._dialogs.window)
        if result.hits:
            dialog.explain(
                translate(
                    "Needs",
                    "Somebody may be recognised there. Tell nobody. Of an ordinary visit, correct "
                    "the words (F3) with the reason that they show the reporter. Those of a "
                    "denunciation stand on no paper; correcting them would tell their author that "
                    "they are right: talk with the head first.",
                ),
                "warn",
            )
        dialog.confirmed.connect(self._dialogs.finish)
        self._dialogs.open(dialog)


def _confirm_text() -> str:
    return translate("Needs", "Confirm")


def _void_facts(story: VisitStory) -> tuple[tuple[str, str], ...]:
    voided = next((event for event in story.events if event.code == "voided"), None)
    void_facts = dict(voided.facts) if voided is not None else {}
    return (
        (translate("Needs", "Visit"), f"{story.row.number:04d}"),
        (translate("Needs", "Reporter"), reporter_title(story.row.kind, story.row.code)),
        (translate("Needs", "Voided by"), void_facts.get("by", "")),
        (translate("Needs", "Reason"), lifecycle_texts.ground_text(story.row.void_ground)),
        (translate("Needs", "In words"), void_facts.get("reason", "")),
    )


def _check_facts(result: LateTextResult) -> list[tuple[str, str]]:
    facts = [(translate("Needs", "Checked"), display_format.number(result.checked))]
    for visit_id, paths in result.hits:
        titles = ", ".join(lifecycle_texts.field_title(path) for path in paths)
        facts.append((visit_title(visit_id), titles))
    if result.unopened:
        count = display_format.number(len(result.unopened))
        facts.append((translate("Needs", "Could not be opened"), count))
    return facts
