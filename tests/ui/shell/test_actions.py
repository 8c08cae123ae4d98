"""Every key that F1 shows does something, and every key that does something is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import Shiboken

from tests.fixtures.office import build_office
from tests.ui.features.register.register_stage import RegisterStage
from ui.appearance.theme import theme
from ui.application.screen_registry import ScreenContext, create_screens
from ui.features.register_import.import_screen import ImportScreen
from ui.features.waiting_papers.waiting_papers_screen import WaitingPapersScreen
from ui.shell import actions
from ui.shell.help_dialog import HelpDialog
from ui.shell.main_window import MainWindow
from ui.shell.navigation import ITEMS_WITH_SCREEN, NavigationItem
from ui.shell.shortcut import ShortcutScope
from ui.shell.shortcut_table import SHORTCUTS
from ui.widgets import tab_order

K = Qt.Key


@pytest.fixture
def register_stage(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[RegisterStage]:
    """A window with every screen the program has."""
    register_stage = RegisterStage(build_office(tmp_path), qtbot, ())
    full = MainWindow()
    qtbot.addWidget(full)
    context = ScreenContext(register_stage.opened[0], register_stage.runner, theme(), full)
    screens = create_screens(context)
    for item, page in screens.pages.items():
        full.add_screen(item, page)
    register_stage.window.close()
    register_stage.window = full
    full.resize(1366, 696)
    full.show()
    full.activateWindow()
    QTest.qWaitForWindowActive(full)
    qtbot.waitUntil(lambda: not register_stage.runner.busy)
    register_stage.screens = screens
    yield register_stage
    for page in full.findChildren(ImportScreen):
        page.about_to_lock()
    screens.flows.end_threads()
    register_stage.close()


def shown(register_stage: RegisterStage, qtbot) -> set[str]:
    """Press F1 and return the words it lists."""
    place = QApplication.focusWidget() or register_stage.window
    qtbot.keyClick(place, K.Key_F1)
    (dialog,) = [d for d in register_stage.window.findChildren(HelpDialog) if d.isVisible()]
    words = set(dialog.text.toPlainText().splitlines())
    qtbot.keyClick(QApplication.focusWidget() or dialog, K.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    return words


@pytest.mark.parametrize("place", ITEMS_WITH_SCREEN)
def test_f1_shows_the_keys_that_work_here_and_no_others(
    register_stage: RegisterStage, qtbot, place: NavigationItem
) -> None:
    register_stage.window.show_item(place)
    page = register_stage.window.screen_at(place)
    assert page is not None
    made = {
        a.objectName() for holder in (register_stage.window.frame, page) for a in holder.actions()
    }
    listed = shown(register_stage, qtbot)
    rows = {row.id: row for row in SHORTCUTS}
    assert {actions.action_text(id) for id in made if id in rows} <= listed
    for row in rows.values():
        if not row.handled_by_widget and row.id not in made:
            assert actions.action_text(row.id) not in listed, row.id


def test_f1_over_the_import_shows_its_own_keys(register_stage: RegisterStage, qtbot) -> None:
    register_stage.window.show_item(NavigationItem.REGISTER)
    register_stage.window.screen_at(NavigationItem.REGISTER).import_wanted.emit()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bool(register_stage.window.findChildren(ImportScreen)))
    assert actions.action_text("import.choose") in shown(register_stage, qtbot)


def show_todo(stage: RegisterStage) -> None:
    stage.screens.home.show_page(todo=True)


def show_waiting_papers(stage: RegisterStage) -> None:
    stage.screens.flows.waiting_papers_flow.open()


def show_import(stage: RegisterStage) -> None:
    stage.window.show_item(NavigationItem.REGISTER)
    stage.screens.flows.import_flow.open()


PAGES_WITH_KEYS: dict[ShortcutScope, Callable[[RegisterStage], object]] = {
    ShortcutScope.VISIT_ENTRY: lambda stage: stage.window.show_item(NavigationItem.HOME),
    ShortcutScope.TODO: show_todo,
    ShortcutScope.WAITING_PAPERS: show_waiting_papers,
    ShortcutScope.REGISTER: lambda stage: stage.window.show_item(NavigationItem.REGISTER),
    ShortcutScope.IMPORT: show_import,
    ShortcutScope.AUDIT: lambda stage: stage.window.show_item(NavigationItem.AUDIT),
    ShortcutScope.SETTINGS: lambda stage: stage.window.show_item(NavigationItem.SETTINGS),
}

# The table keeps these keys free for what the page cannot do yet; F1 does not list them.
PLANNED_KEYS = {
    ShortcutScope.REGISTER: {"export"},
    ShortcutScope.AUDIT: {"export", "print"},
    ShortcutScope.SETTINGS: {"search"},
}


@pytest.mark.parametrize("scope", PAGES_WITH_KEYS, ids=lambda scope: scope.value)
def test_a_page_has_every_key_that_the_table_gives_it(
    register_stage: RegisterStage, scope: ShortcutScope
) -> None:
    PAGES_WITH_KEYS[scope](register_stage)
    window = register_stage.window
    item = window.current_item
    assert item is not None
    page = window.stack.page_of(item)
    assert page is not None
    made = {action.objectName() for holder in (window.frame, page) for action in holder.actions()}
    rows = [row for row in SHORTCUTS if {scope, ShortcutScope.EVERYWHERE} & row.scopes]
    wanted = {row.id for row in rows if not row.handled_by_widget and not row.is_reserved}
    without_screen = {f"go.{int(item)}" for item in set(NavigationItem) - set(ITEMS_WITH_SCREEN)}
    assert wanted - made - without_screen == PLANNED_KEYS.get(scope, set())


@pytest.mark.parametrize("todo", [False, True])
def test_alt_g_opens_the_papers_not_printed_on_both_pages_of_the_desk(
    register_stage: RegisterStage, qtbot, *, todo: bool
) -> None:
    register_stage.screens.home.show_page(todo=todo)
    qtbot.waitUntil(lambda: not register_stage.runner.busy)
    place = QApplication.focusWidget() or register_stage.window
    qtbot.keyClick(place, K.Key_G, Qt.KeyboardModifier.AltModifier)
    assert register_stage.window.findChildren(WaitingPapersScreen)


def test_ctrl_n_and_late_entry_leave_the_papers_not_printed(
    register_stage: RegisterStage, qtbot
) -> None:
    """The page would cover the form that was asked for."""
    window = register_stage.window
    entry = window.screen_at(NavigationItem.HOME)

    def press_ctrl_n() -> None:
        place = QApplication.focusWidget() or window
        qtbot.keyClick(place, K.Key_N, Qt.KeyboardModifier.ControlModifier)

    for ask in (press_ctrl_n, window.show_visit_entry):
        show_waiting_papers(register_stage)
        qtbot.waitUntil(lambda: not register_stage.runner.busy)
        assert window.stack.currentWidget() is not entry
        ask()
        assert window.stack.currentWidget() is entry


def test_no_two_acts_of_a_screen_share_a_key() -> None:
    for screen in ShortcutScope:
        rows = [r for r in SHORTCUTS if {screen, ShortcutScope.EVERYWHERE} & r.scopes]
        keys = [
            QKeySequence(key).toString()
            for row in rows
            if not row.handled_by_widget
            for key in row.keys
        ]
        assert len(keys) == len(set(keys)), screen


def test_enter_shows_a_closed_story_again(tmp_path: Path, qtbot, themed: QApplication) -> None:
    register_stage = RegisterStage(build_office(tmp_path), qtbot)
    story, table = register_stage.screen.page.story_panel, register_stage.screen.page.table
    qtbot.waitUntil(story.isVisible)
    table.setFocus()
    qtbot.keyClick(table, K.Key_Escape)
    assert not story.isVisible()
    qtbot.keyClick(table, K.Key_Return)
    qtbot.waitUntil(story.isVisible)
    register_stage.close()


def items_held() -> int:
    """Return how many items of layouts Python holds, the layouts themselves left out."""
    held = Shiboken.getAllValidWrappers()
    return sum(isinstance(one, QLayoutItem) and not isinstance(one, QLayout) for one in held)


def test_tab_holds_no_item_of_a_layout(qtbot) -> None:
    """One that outlives its widget, as PySide lets it, damages the memory of the process."""
    page = QWidget()
    qtbot.addWidget(page)
    column, row = QVBoxLayout(page), QHBoxLayout()
    parts = [QPushButton(str(number), page) for number in range(4)]
    column.addLayout(row)
    column.addWidget(parts[0])
    row.addWidget(parts[1])
    row.addWidget(parts[2])
    column.addWidget(parts[3])
    page.show()
    before = items_held()
    assert tab_order.tab_stops(page) == [parts[1], parts[2], parts[0], parts[3]]
    assert items_held() == before
