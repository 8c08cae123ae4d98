"""A row that nobody can read, in the window."""

from __future__ import annotations

from tests.ui.features.register.register_stage import RegisterStage
from tests.ui.layout_checks import layout_faults


def test_a_row_that_nobody_can_read_is_shown_as_such(register_stage: RegisterStage, qtbot) -> None:
    database = register_stage.opened[0].session.database
    statement = "UPDATE visit SET received_on = 'x', due_on = 'x' WHERE number = 11"
    done: list = []
    register_stage.runner.run(
        lambda: database.execute(statement), then=done.append, owner=register_stage.window
    )
    qtbot.waitUntil(lambda: bool(done))
    screen = register_stage.screen
    screen.reload()
    qtbot.waitUntil(lambda: "Dòng hỏng" in register_stage.texts())
    assert "0012" in register_stage.texts()
    screen.show_visit(register_stage.screen.page.model.row_at(1).visit_id)
    qtbot.waitUntil(lambda: "công cụ khác" in register_stage.texts())
    assert not layout_faults(register_stage.window)
