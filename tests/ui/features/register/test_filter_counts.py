"""The counts beside the filters, up to date after each saved visit."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from reception.domain.filter_counts import ANY, OVERDUE, FilterCounts
from tests.fixtures.office import build_office
from tests.scenarios.planted_identities import form_of, planted
from tests.scenarios.trace_search import identifying_words, words_found_in
from tests.ui.features.register.register_stage import PEOPLE, RegisterStage
from ui.shell.navigation import NavigationItem

K = Qt.Key


@pytest.fixture
def open_register(
    tmp_path: Path, qtbot, themed: QApplication
) -> Iterator[Callable[..., RegisterStage]]:
    """A function that opens the register of a throw-away office."""
    made: list[RegisterStage] = []

    def make(people=PEOPLE, days: int = 0) -> RegisterStage:
        made.append(RegisterStage(build_office(tmp_path), qtbot, people, days))
        return made[-1]

    yield make
    for register_stage in made:
        register_stage.close()


def settled(register_stage: RegisterStage, qtbot) -> None:
    """Wait until reading and counting have ended."""
    qtbot.waitUntil(
        lambda: (
            not register_stage.runner.busy and not register_stage.screen.page.skeleton.is_active()
        )
    )


def test_every_entry_shows_how_many_rows_it_leaves(open_register, qtbot) -> None:
    register_stage = open_register(days=3)
    filters = register_stage.screen.page.filters
    boxes = (filters.kind_box, filters.progress_box, filters.time_box)
    settled(register_stage, qtbot)
    for box in boxes:
        for place in range(box.count()):
            value = box.itemData(place)
            promised = box.count_of(value)
            box.choose(value)
            settled(register_stage, qtbot)
            assert register_stage.total() == promised
        box.clear_choice()
        settled(register_stage, qtbot)
    assert filters.kind_box.count_of("") == len(PEOPLE)


def test_one_filter_changes_the_numbers_of_the_others(open_register, qtbot) -> None:
    register_stage = open_register(days=3)
    filters = register_stage.screen.page.filters
    settled(register_stage, qtbot)
    filters.kind_box.choose("denunciation")
    assert filters.kind_box.count_of("complaint") == 4  # its own others stay open
    promised = {state: filters.progress_box.count_of(state) for state in ("accepted", "guided")}
    assert sum(number or 0 for number in promised.values()) == 4
    late = filters.overdue_button.count_text()
    filters.overdue_button.setChecked(True)
    settled(register_stage, qtbot)
    assert str(register_stage.total()) == late
    assert str(filters.kind_box.count_of("denunciation")) == late


def test_filter_counts_apply_to_the_search_result(open_register, qtbot, type_text) -> None:
    register_stage = open_register()
    filters = register_stage.screen.page.filters
    qtbot.keyClick(register_stage.screen.page.table, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(filters.search.hasFocus)
    type_text(filters.search, "viec so 7")
    qtbot.waitUntil(lambda: filters.kind_box.count_of("") == 1)
    assert filters.kind_box.count_of("feedback") == 1
    assert filters.kind_box.count_of("complaint") == 0
    qtbot.keyClick(filters.search, K.Key_Escape)
    qtbot.waitUntil(lambda: filters.kind_box.count_of("") == len(PEOPLE))


def test_a_visit_just_saved_is_counted(open_register, qtbot) -> None:
    register_stage = open_register()
    settled(register_stage, qtbot)
    filters = register_stage.screen.page.filters
    before = filters.kind_box.count_of("complaint")
    form = form_of(planted(14)[13], 0)
    register_stage.runner.run(register_stage.opened[0].intake.seal_visit, form)
    register_stage.screen.on_entered()
    qtbot.waitUntil(lambda: filters.kind_box.count_of("complaint") == before + 1)
    qtbot.waitUntil(lambda: register_stage.screen.page.header.subtitle() == "13 lượt")


def test_overdue_and_due_visits_are_counted_and_found(open_register, qtbot) -> None:
    register_stage = open_register(days=3)
    filters = register_stage.screen.page.filters
    qtbot.waitUntil(lambda: filters.overdue_button.count_text() != "")
    late, near = filters.overdue_button.count_text(), filters.due_soon_button.count_text()
    assert int(late) > 0
    assert int(near) > 0
    assert filters.overdue_button.accessibleName() == f"Quá hạn, {late}"
    filters.overdue_button.setFocus()
    qtbot.keyClick(filters.overdue_button, K.Key_Return)
    qtbot.waitUntil(lambda: str(register_stage.total()) == late)
    assert filters.drop_button.isVisible()
    qtbot.keyClick(filters.due_soon_button, K.Key_Space)
    qtbot.waitUntil(lambda: str(register_stage.total()) == near)
    assert not filters.overdue_button.isChecked()
    qtbot.keyClick(filters.drop_button, K.Key_Return)
    qtbot.waitUntil(lambda: register_stage.total() == len(PEOPLE))
    assert not filters.drop_button.isVisible()


def test_a_large_number_is_shown_as_999_plus(open_register, qtbot) -> None:
    register_stage = open_register(())
    settled(register_stage, qtbot)
    filters = register_stage.screen.page.filters
    many = {
        (OVERDUE, "complaint", "accepted"): (1000,) * 4,
        (ANY, "complaint", "guided"): (2000,) * 4,
    }
    filters.show_counts(FilterCounts(many))
    assert filters.overdue_button.count_text() == "999+"
    assert filters.kind_box.count_of("complaint") == 2000
    filters.show_counts(FilterCounts({}, is_complete=False), "đường")
    assert filters.overdue_button.count_text() == ""
    assert filters.kind_box.count_of("complaint") is None


def test_calls_during_a_count_start_one_more_count(open_register, qtbot) -> None:
    register_stage = open_register()
    settled(register_stage, qtbot)
    go, counts = threading.Event(), register_stage.screen.filter_counting
    came: list[int] = []
    counts.counted.connect(lambda: came.append(1))
    register_stage.runner.run(go.wait, 10)
    for _ in range(5):
        counts.count()
    register_stage.screen.page.filters.kind_box.choose(
        "complaint"
    )  # the window lives while the worker is held
    assert register_stage.screen.page.filters.count() == 4  # what is known already is said at once
    assert register_stage.screen.page.filters.kind_box.is_filtering()
    go.set()
    settled(register_stage, qtbot)
    assert 1 <= len(came) <= 2


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_filter_by_key_alone(open_register, qtbot) -> None:
    register_stage = open_register()
    settled(register_stage, qtbot)
    kind = register_stage.screen.page.filters.kind_box
    kind.setFocus()
    qtbot.keyClick(kind, K.Key_Return)
    qtbot.waitUntil(lambda: kind.view().isVisible())
    for key in (K.Key_Down, K.Key_Down, K.Key_Return):
        QTest.keyClick(kind.view(), key)
    qtbot.waitUntil(lambda: register_stage.total() == 4)
    assert kind.value() == "denunciation"
    assert kind.is_filtering()
    spoken = kind.itemData(2, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Tố cáo, 4"
    qtbot.keyClick(kind, K.Key_Delete)
    qtbot.waitUntil(lambda: register_stage.total() == len(PEOPLE))
    assert not kind.is_filtering()


def test_the_cross_clears_a_filter(open_register, qtbot) -> None:
    register_stage = open_register()
    kind = register_stage.screen.page.filters.kind_box
    kind.choose("feedback")
    qtbot.waitUntil(lambda: register_stage.total() == 4)
    qtbot.mouseClick(kind, Qt.MouseButton.LeftButton, pos=kind._icon_rect().center())
    qtbot.waitUntil(lambda: register_stage.total() == len(PEOPLE))


def test_no_count_and_no_entry_contains_a_name(open_register, qtbot) -> None:
    register_stage = open_register()
    settled(register_stage, qtbot)
    filters = register_stage.screen.page.filters
    texts = [
        register_stage.texts(),
        register_stage.screen.page.header.subtitle(),
        register_stage.screen.page.footer.position.text(),
    ]
    for box in (filters.kind_box, filters.progress_box, filters.time_box):
        for place in range(box.count()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                texts.append(str(box.itemData(place, role)))
    assert words_found_in("\n".join(texts).encode(), identifying_words(PEOPLE)) == set()


def test_the_header_shows_the_number_before_the_rows_arrive(open_register, qtbot) -> None:
    register_stage = open_register()
    settled(register_stage, qtbot)
    go = threading.Event()
    register_stage.runner.run(go.wait, 10)
    register_stage.screen.page.filters.kind_box.choose("complaint")
    assert register_stage.screen.page.header.subtitle() == "4 lượt"
    register_stage.screen.page.filters.search.setText("đường")  # nobody has counted among these yet
    register_stage.screen.page.filters.changed.emit()
    assert register_stage.screen.page.header.subtitle() == ""
    go.set()
    qtbot.waitUntil(lambda: register_stage.screen.page.header.subtitle() == "4 lượt")


def test_the_header_of_a_wide_page_also_shows_the_year(open_register, qtbot) -> None:
    register_stage = open_register()
    register_stage.window.resize(1700, 900)
    settled(register_stage, qtbot)
    register_stage.screen.page.filters.time_box.choose("period")
    words = "12 lượt từ 15/11, 12 lượt từ đầu năm"
    qtbot.waitUntil(lambda: register_stage.screen.page.header.subtitle() == words)


def test_the_cross_closes_the_story_and_the_table_keeps_the_focus(open_register, qtbot) -> None:
    register_stage = open_register()
    register_stage.screen.page.table.setFocus()
    qtbot.waitUntil(register_stage.screen.page.story_panel.isVisible)
    cross = register_stage.screen.page.story_panel.findChild(QPushButton, "close_story")
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert not register_stage.screen.page.story_panel.isVisible()
    assert register_stage.screen.page.table.hasFocus()
    qtbot.keyClick(register_stage.screen.page.table, K.Key_Return)
    qtbot.waitUntil(register_stage.screen.page.story_panel.isVisible)


def test_the_periods_follow_the_offices_window_and_the_day(open_register, qtbot) -> None:
    register_stage = open_register()
    settled(register_stage, qtbot)
    filters, session = register_stage.screen.page.filters, register_stage.opened[0].session
    assert filters.time_box.itemText(1) == "Kỳ này, từ 15/11"
    changed = session.settings().changed(month_starts_on=1)
    register_stage.runner.run(session.change_settings, changed)
    qtbot.waitUntil(lambda: not register_stage.runner.busy)
    register_stage.window.show_item(NavigationItem.REGISTER)
    assert filters.time_box.itemText(1) == "Kỳ này, từ 01/11"
    filters.time_box.choose("period")
    assert filters.book_days()[0] == date(2026, 11, 1)
