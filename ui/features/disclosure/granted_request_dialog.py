"""Dialog that asks for confirmation before a granted reveal request is used, which opens once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reception.domain.reveal import VISIBLE_SECONDS
from reception.domain.reveal_request import RevealRequest
from reception.law.reveal_reasons import reveal_reason
from ui.models.todo_custody_lines import part_name
from ui.widgets.confirm_dialog import ConfirmDialog

translate = QCoreApplication.translate


def granted_request_dialog(request: RevealRequest, parent: QWidget) -> ConfirmDialog:
    """Return the dialog; it names the pseudonym, who approved the request, and which parts."""
    makes_paper = bool(reveal_reason(request.reason).paper)
    open_text = translate("Reveal", "Open for {seconds} s").format(seconds=VISIBLE_SECONDS)
    button_text = translate("Reveal", "Make the paper") if makes_paper else open_text
    facts = (
        (translate("Reveal", "Reporter"), request.code),
        (translate("Reveal", "Approved by"), request.decided_by),
        (translate("Reveal", "Parts"), ", ".join(map(part_name, sorted(request.parts)))),
    )
    dialog = ConfirmDialog(translate("Reveal", "Open the seal"), facts, button_text, parent)
    dialog.set_icon("seal-open", "warn")
    dialog.explain(translate("Reveal", "It opens once. Opening is logged first."))
    return dialog
