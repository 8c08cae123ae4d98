"""What a custodian or the head has to see once: expired requests, identities opened alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reception.domain.todo_item import ExpiredRequest, OpeningToNote
from ui.appearance import display_format
from ui.features.todo.todo_dialogs import TodoDialogs
from ui.models.todo_custody_lines import PARTS_IN_ORDER, ground_text, part_name
from ui.models.todo_line import visit_title
from ui.widgets.confirm_dialog import ConfirmDialog

if TYPE_CHECKING:
    from reception.bootstrap import Reception

translate = QCoreApplication.translate


class CustodyConfirmations(QObject):
    """Shows the facts and a button that logs that they were seen."""

    def __init__(self, reception: Reception, dialogs: TodoDialogs) -> None:
        super().__init__(dialogs)
        self._reception, self._dialogs = reception, dialogs

    def note_opening(self, item: OpeningToNote) -> None:
        """Show who opened which identity and why; for the head."""
        notice = item.notice
        parts = ", ".join(part_name(part) for part in PARTS_IN_ORDER if part in notice.parts)
        facts = (
            (translate("Needs", "Opened by"), notice.opened_by),
            (translate("Needs", "Day"), display_format.day(notice.opened_on)),
            (translate("Needs", "Reporter"), notice.code),
            (translate("Needs", "Visit"), visit_title(notice.visit_id)),
            (translate("Needs", "Ground"), ground_text(notice.ground)),
            (translate("Needs", "In words"), notice.words),
            (translate("Needs", "Parts"), parts),
            (translate("Needs", "Log entry"), display_format.number(notice.entry)),
        )
        title = translate("Needs", "A custodian opened an identity alone")
        dialog = ConfirmDialog(title, facts, translate("Needs", "Seen"), self._dialogs.window)
        dialog.set_icon("seal-open", "warn")
        dialog.explain(
            translate("Needs", "No name is shown here. That you have seen this is logged.")
        )
        note = self._reception.opening_notices.note
        dialog.confirmed.connect(partial(self._dialogs.run_action, note, notice.entry))
        self._dialogs.open(dialog)

    def note_expired(self, item: ExpiredRequest) -> None:
        """Show which request nobody answered on its day; for a custodian."""
        request = item.request
        facts = (
            (translate("Needs", "Asked by"), request.asker),
            (translate("Needs", "Day"), display_format.day(request.ends_on)),
            (translate("Needs", "Reporter"), request.code),
            (translate("Needs", "Visit"), visit_title(request.visit_id)),
            (translate("Needs", "Ground"), ground_text(request.reason)),
        )
        title = translate("Needs", "A request expired unanswered")
        dialog = ConfirmDialog(title, facts, translate("Needs", "Seen"), self._dialogs.window)
        dialog.set_icon("seal")
        dialog.explain(
            translate("Needs", "Nothing was opened. Whoever asked can ask again if it is needed.")
        )
        note = self._reception.reveal_decisions.note_expired
        dialog.confirmed.connect(partial(self._dialogs.run_action, note, request.request_id))
        self._dialogs.open(dialog)
