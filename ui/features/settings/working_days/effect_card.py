"""The card with the effect of saving a day: moved deadlines, and the buttons to save or discard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.appearance.theme import theme
from ui.features.settings.working_days.affected_deadline_list import AffectedDeadlineList
from ui.widgets.card import Card
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.services.working_days.calendar_changes import CalendarEffect

translate = QCoreApplication.translate


class EffectCard(Card):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.set_follows_focus(False)
        self.affected_deadline_list = AffectedDeadlineList(self)
        self.message_label = QLabel("", self)
        self.message_label.setWordWrap(True)
        self.message_label.setProperty("role", "secondary")
        self.discard_button = PushButton(
            translate("Settings", "Drop"), self, "secondary", "", "Esc"
        )
        self.discard_button.setObjectName("discard_button")
        text = translate("Settings", "Save, count anew")
        self.save_button = PushButton(text, self, "primary", "save", "Ctrl+S")
        self.save_button.setObjectName("save_button")
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        row.addWidget(self.discard_button)
        row.addWidget(self.save_button, 1)
        self.body.addWidget(self.affected_deadline_list)
        self.body.addWidget(self.message_label)
        self.body.addLayout(row)

    def show_message(self, sentence: str) -> None:
        """Show why the effect cannot be computed."""
        self.message_label.setText(sentence)

    def show_effect(self, effect: CalendarEffect | None) -> None:
        """Show the affected deadlines; ``effect`` is None while it is being computed."""
        self.affected_deadline_list.show_effect(effect)
        if effect is None:
            self.set_title(translate("Settings", "If saved"))
            self.message_label.setText(translate("Settings", "Counting which deadlines move…"))
            return
        template = translate("Settings", "If saved: {moved} of {running} deadlines move")
        moved_count, open_count = len(effect.moved_deadlines), effect.open_count
        self.set_title(template.format(moved=moved_count, running=open_count))
        template = translate(
            "Settings",
            "{count} stay. A day that may stand on a citizen's paper is not shortened.",
        )
        self.message_label.setText(template.format(count=open_count - moved_count))
