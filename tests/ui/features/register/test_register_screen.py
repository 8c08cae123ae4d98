"""The register: rows, search, columns, filters, story, and the verification of the log."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.scenarios.planted_identities import form_of, planted
from tests.scenarios.trace_search import identifying_words, words_found_in
from tests.ui.features.register.register_stage import PEOPLE, RegisterStage
from tests.ui.waiting import wait_until_settled
from ui.features.audit.verification_dialog import LogVerificationDialog
from ui.features.register.register_screen import RegisterScreen
from ui.models.register_rows import every_column


def test_rows_are_newest_first_and_without_names(register_stage: RegisterStage, qtbot) -> None:
    model = register_stage.screen.page.model
    qtbot.waitUntil(lambda: model.row_at(0) is not None)
    numbers = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
    assert numbers == [f"{n:04d}" for n in range(len(PEOPLE), 0, -1)]
    qtbot.waitUntil(register_stage.screen.page.story_panel.isVisible)
    assert words_found_in(register_stage.texts().encode(), identifying_words(PEOPLE)) == set()


def test_search_by_keyboard_ignores_accents(
    register_stage: RegisterStage, qtbot, type_text
) -> None:
    qtbot.keyClick(
        register_stage.screen.page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier
    )
    search = register_stage.screen.page.filters.search
    qtbot.waitUntil(search.hasFocus)
    type_text(search, "viec so 7 ve duong")
    qtbot.waitUntil(lambda: register_stage.total() == 1)
    type_text(search, " không có")
    qtbot.waitUntil(lambda: register_stage.total() == 0)
    qtbot.waitUntil(register_stage.screen.page.empty_register.isVisible)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: register_stage.total() == len(PEOPLE))
    type_text(search, PEOPLE[0].name)
    qtbot.waitUntil(lambda: register_stage.total() == 0)


def test_nothing_is_copied_to_the_clipboard(register_stage: RegisterStage, qtbot) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("trước")
    qtbot.waitUntil(lambda: register_stage.screen.page.model.row_at(0) is not None)
    register_stage.screen.page.table.setFocus()
    register_stage.screen.page.table.selectRow(0)
    qtbot.keyClick(
        register_stage.screen.page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier
    )
    assert clipboard.text() == "trước"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_columns_are_chosen_by_key_and_remembered(register_stage: RegisterStage, qtbot) -> None:
    def titles() -> list[str]:
        return [column.key for column in register_stage.screen.page.model.columns()]

    assert titles() == ["number", "day", "reporter", "summary", "progress", "due"]
    menu = register_stage.screen.page.column_menu
    menu.popup(register_stage.screen.mapToGlobal(register_stage.screen.rect().center()))
    qtbot.keyClick(menu, Qt.Key.Key_Down)  # the first that may go is the day
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert titles() == ["number", "reporter", "summary", "progress", "due"]
    register_stage.window.resize(1700, 800)
    wait_until_settled(register_stage.window, register_stage.runner)
    assert titles() == ["number", "reporter", "summary", "progress", "due"]
    again = RegisterScreen(
        register_stage.opened[0],
        register_stage.runner,
        register_stage.window,
        register_stage.settings,
        register_stage.print_flow,
    )
    assert [column.key for column in again.page.model.columns()] == titles()
    again.deleteLater()
    menu.reset_action.trigger()
    assert titles() == [column.key for column in every_column()]


def test_the_selected_visit_remains_selected_after_a_reload(
    register_stage: RegisterStage, qtbot
) -> None:
    qtbot.waitUntil(lambda: register_stage.screen.page.model.row_at(11) is not None)
    register_stage.screen.page.table.selectRow(7)
    visit = register_stage.screen.page.model.row_at(7).visit_id
    qtbot.waitUntil(lambda: register_stage.screen._story_visit_id == visit)
    person = planted(14)[13]
    done: list[object] = []
    register_stage.runner.run(
        lambda: done.append(register_stage.opened[0].intake.seal_visit(form_of(person, 1))),
    )
    qtbot.waitUntil(lambda: bool(done))
    register_stage.screen.reload()
    qtbot.waitUntil(lambda: register_stage.total() == len(PEOPLE) + 1)
    qtbot.waitUntil(lambda: register_stage.screen.page.table.current_row() == 8)
    assert register_stage.screen.page.model.row_at(8).visit_id == visit


def test_a_visit_shown_in_place_of_a_search_stays_selected(
    register_stage: RegisterStage, qtbot, type_text
) -> None:
    screen = register_stage.screen
    type_text(screen.page.filters.search, "viec so 7 ve duong")
    qtbot.waitUntil(lambda: register_stage.total() == 1)
    wanted_id = screen.page.model.row_at(0).visit_id - 3
    screen.show_visit(wanted_id)
    wait_until_settled(register_stage.window, register_stage.runner, within_ms=500)
    assert screen.page.model.row_at(screen.page.table.current_row()).visit_id == wanted_id


def test_a_narrow_window_lays_the_story_over_the_table(
    register_stage: RegisterStage, qtbot
) -> None:
    qtbot.waitUntil(register_stage.screen.page.story_panel.isVisible)
    beside = register_stage.screen.page.table.width()
    register_stage.window.resize(1060, 700)
    wait_until_settled(register_stage.window, register_stage.runner)
    table, story = register_stage.screen.page.table, register_stage.screen.page.story_panel
    card = register_stage.screen.page.visit_table
    assert story.isVisible()
    assert story.geometry().right() == card.geometry().right()
    assert table.width() > 1060 - 216 - 60  # the whole width is the table's
    register_stage.screen.page.table.setFocus()
    qtbot.keyClick(register_stage.screen.page.table, Qt.Key.Key_Escape)
    assert not story.isVisible()
    register_stage.window.resize(1366, 696)
    register_stage.screen.page.table.selectRow(3)
    qtbot.waitUntil(story.isVisible)
    assert register_stage.screen.page.table.width() == beside


def test_a_filter_narrows_and_the_story_follows_the_row(
    register_stage: RegisterStage, qtbot
) -> None:
    register_stage.screen.page.filters.kind_box.choose("denunciation")
    register_stage.screen.page.filters.changed.emit()
    qtbot.waitUntil(lambda: register_stage.total() == 4)
    qtbot.waitUntil(lambda: register_stage.screen.page.model.row_at(3) is not None)
    register_stage.screen.page.table.selectRow(0)
    qtbot.keyClick(register_stage.screen.page.table, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: "TC-0001" in register_stage.texts())
    assert ":" not in str(
        register_stage.screen.page.model.data(register_stage.screen.page.model.index(0, 1))
    )


def test_the_menu_opens_the_import(register_stage: RegisterStage, qtbot) -> None:
    acts = {act.text(): act for act in register_stage.screen.page.more_button.menu().actions()}
    with qtbot.waitSignal(register_stage.screen.import_wanted):
        acts["Nhập sổ Excel"].trigger()


def test_verification_of_the_log_shows_its_result(register_stage: RegisterStage, qtbot) -> None:
    dialog = LogVerificationDialog(
        register_stage.opened[0], register_stage.runner, register_stage.window
    )
    dialog.open()
    qtbot.waitUntil(dialog.banner.isVisible)
    assert not dialog.progress.isVisible()
    dialog.finish(False)
