"""The bar below the form: time of the last draft, and the buttons that read back and save."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.shown_times import ShownTime
from ui.appearance import display_format
from ui.shell import actions
from ui.widgets.action_bar import ActionBar
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class ActionRow(ActionBar):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.draft_time_line = IconLine("save", "", self)
        self.draft_time_line.hide()
        keys = actions.first_key_text
        self.read_back_button = PushButton(
            translate("Desk", "Read back"), self, "plain", "volume-2", keys("entry.read_back")
        )
        self.save_and_print_button = PushButton(
            "", self, "secondary", "printer", keys("entry.save_print")
        )
        self.save_button = PushButton(
            translate("Desk", "Save and seal"), self, "primary", "seal", keys("entry.save")
        )
        self.add_left(self.draft_time_line)
        for button in (self.read_back_button, self.save_and_print_button, self.save_button):
            self.add_at_right(button)
        self.set_has_papers(False)

    def show_draft_time(self, saved_at: ShownTime | None) -> None:
        """Show when the draft was last stored; None hides the line."""
        self.draft_time_line.setVisible(saved_at is not None)
        if saved_at is not None:
            template = translate("Desk", "Draft encrypted {hour}")
            self.draft_time_line.set_line(
                "save", template.format(hour=display_format.hour_or_day(saved_at))
            )

    @Slot(bool)
    def set_has_papers(self, has_papers: bool) -> None:
        """Show which paper the button prints: a receipt for papers received, else a return slip."""
        text = (
            translate("Desk", "Save, print receipt")
            if has_papers
            else translate("Desk", "Save, print return slip")
        )
        self.save_and_print_button.set_text(text)

    def set_saving(self, saving: bool) -> None:
        """Show that the visit is being saved."""
        self.save_button.set_busy(translate("Desk", "Saving…") if saving else "")
        self.save_and_print_button.setEnabled(not saving)
