"""The buttons of the story panel: each is one row of its table of actions."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.features.register.register_stage import RegisterStage
from ui.features.register.story_action import StoryAction
from ui.features.register.story_panel import StoryPanel


def test_an_action_performs_with_the_story_shown_if_it_is_offered(
    register_stage: RegisterStage, qtbot
) -> None:
    model: Any = register_stage.screen.page.model
    qtbot.waitUntil(lambda: model.row_at(0) is not None)
    visit_ids = [model.row_at(row).visit_id for row in (0, 1)]
    stories: list = []
    register = register_stage.opened[0].register
    register_stage.runner.run(
        lambda: [register.story(visit_id) for visit_id in visit_ids],
        then=stories.extend,
        owner=register_stage.window,
    )
    qtbot.waitUntil(lambda: len(stories) == 2)
    performed: list = []
    actions = (
        StoryAction("paper", "Make a paper", "printer", performed.append),
        StoryAction(
            "rare_paper",
            "Make a rare paper",
            "printer",
            performed.append,
            is_offered=lambda story: story.row.visit_id == visit_ids[1],
        ),
        StoryAction("seal_paper", "Open", "", performed.append, "reveal", on_seal=True),
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = StoryPanel(actions, parent)
    parent.show()

    def visible(name: str) -> bool:
        return any(button.isVisible() for button in panel.findChildren(QPushButton, name))

    panel.show_story(stories[0])
    qtbot.keyClick(panel.findChild(QPushButton, "paper"), Qt.Key.Key_Space)
    assert performed == [stories[0]]
    qtbot.waitUntil(lambda: visible("seal_paper"))
    assert not visible("rare_paper")
    panel.show_story(stories[1])
    qtbot.waitUntil(lambda: visible("rare_paper"))
    qtbot.keyClick(panel.findChild(QPushButton, "rare_paper"), Qt.Key.Key_Space)
    assert performed == stories
