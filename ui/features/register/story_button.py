"""The button of one action in the story panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.features.register.story_action import StoryAction
from ui.shell.actions import first_key_text
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.services.register.visit_story import VisitStory


class StoryButton(PushButton):
    """Performs its action with the story last set; does nothing before the first one."""

    def __init__(self, action: StoryAction, parent: QWidget) -> None:
        keys = first_key_text(action.shortcut_id) if action.shortcut_id else ""
        super().__init__(action.label, parent, "secondary", action.icon, keys)
        self.setObjectName(action.object_name)
        self._action = action
        self._story: VisitStory | None = None
        self.clicked.connect(self._perform)

    def set_story(self, story: VisitStory) -> None:
        """Show the button if its action is offered for this story, hide it otherwise."""
        self._story = story
        self.setVisible(self._action.is_offered(story))

    @Slot()
    def _perform(self) -> None:
        if self._story is not None:
            self._action.perform(self._story)
