"""The bar below the form: time of the last draft, and the buttons that read back and save."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from ui.appearance import display_format
from ui.shell import actions
from ui.widgets.action_bar import ActionBar
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class ActionRow(ActionBar):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.draft = IconLine("save", "", self)
        self.draft.hide()
        keys = actions.first_key_text
        self.read = PushButton(
            translate("Desk", "Read back"), self, "plain", "volume-2", keys("entry.read_back")
        )
        self.save_print = PushButton("", self, "secondary", "printer", keys("entry.save_print"))
        self.save = PushButton(
            translate("Desk", "Save and seal"), self, "primary", "seal", keys("entry.save")
        )
        self.add_left(self.draft)
        for button in (self.read, self.save_print, self.save):
            self.add_right(button)
        self.set_papers(False)

    def show_draft_time(self, moment: datetime | None) -> None:
        """Show when the draft was last stored; None hides the line."""
        self.draft.setVisible(moment is not None)
        if moment is not None:
            template = translate("Desk", "Draft encrypted {hour}")
            self.draft.set_line("save", template.format(hour=display_format.hour(moment)))

    @Slot(bool)
    def set_papers(self, has_papers: bool) -> None:
        """Name the paper on the button: a receipt for papers taken in, else a return slip."""
        text = (
            translate("Desk", "Save, print receipt")
            if has_papers
            else translate("Desk", "Save, print return slip")
        )
        self.save_print.set_text(text)

    def set_saving(self, saving: bool) -> None:
        """Show that the visit is being saved."""
        self.save.set_busy(translate("Desk", "Saving…") if saving else "")
        self.save_print.setEnabled(not saving)
