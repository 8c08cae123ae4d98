"""The list of the day: its saved visits lead to the register."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.ui.features.visit_entry.conftest import EntryStage
from tests.ui.features.visit_entry.entry_steps import K, save_visit, type_content, type_person
from tests.ui.features.visit_entry.shown_screens import shown_screens
from ui.features.register.register_screen import RegisterScreen
from ui.features.visit_entry.entry_screen import VisitEntryScreen
from ui.shell.navigation import NavigationItem


def test_a_saved_visit_of_the_day_opens_in_the_register(entry_stage: EntryStage, qtbot) -> None:
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Chi trả hỗ trợ chậm")
    row = save_visit(entry_stage)
    with shown_screens(entry_stage) as (window, screens):
        screen, register = (
            screens.pages[NavigationItem.HOME],
            screens.pages[NavigationItem.REGISTER],
        )
        assert isinstance(screen, VisitEntryScreen)
        assert isinstance(register, RegisterScreen)
        window.show_item(NavigationItem.HOME)
        day_list = screen.page.day_panel.list_view
        qtbot.waitUntil(
            lambda: day_list.line_model.rowCount() == 2
        )  # the new entry, the saved visit
        day_list.setCurrentIndex(day_list.line_model.index(1))
        QTest.keyClick(day_list, K.Key_Return)
        assert window.current_item is NavigationItem.REGISTER
        qtbot.waitUntil(lambda: register.lifecycle.visit_id == row.visit_id)
        qtbot.waitUntil(register.page.story_panel.isVisible)
        entry_stage.settle()
