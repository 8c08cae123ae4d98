"""The register without rows: empty pages with their reasons, and grey rows while reading."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reception.domain.errors import StorageError
from tests.fixtures.office import build_office
from tests.ui.features.register.register_stage import PEOPLE, RegisterStage
from tests.ui.layout_checks import layout_faults
from ui.appearance.theme import Mode, theme

K = Qt.Key


@pytest.fixture
def open_register(
    tmp_path: Path, qtbot, themed: QApplication
) -> Iterator[Callable[..., RegisterStage]]:
    """A function that opens the register of a throw-away office."""
    made: list[RegisterStage] = []

    def make(people=PEOPLE, days: int = 0, later: int = 0) -> RegisterStage:
        office = build_office(tmp_path)
        found = RegisterStage(office, qtbot, people, days)
        if later:
            found.print_flow.print_thread.close()
            found.runner.stop(found.opened[0].session.close)
            office.clock.move(days=later)
            found = RegisterStage(office, qtbot, ())
        made.append(found)
        return found

    yield make
    for register_stage in made:
        register_stage.close()


def empty_text(register_stage: RegisterStage) -> str:
    """Return every text of the empty page."""
    return "\n".join(
        label.text() for label in register_stage.screen.page.empty_register.findChildren(QLabel)
    )


def test_an_office_without_a_visit_offers_entry_and_import(open_register, qtbot) -> None:
    register_stage = open_register(())
    empty = register_stage.screen.page.empty_register
    qtbot.waitUntil(empty.isVisible)
    assert "Sổ chưa có lượt tiếp nào" in empty_text(register_stage)
    qtbot.waitUntil(empty.first_button.hasFocus)
    with qtbot.waitSignal(register_stage.screen.new_visit_wanted):
        qtbot.keyClick(empty.first_button, K.Key_Return)
    assert empty.second_button.text() == "Nhập sổ Excel"
    with qtbot.waitSignal(register_stage.screen.import_wanted):
        qtbot.keyClick(empty.second_button, K.Key_Space)


def test_an_empty_new_period_offers_the_last_one(open_register, qtbot) -> None:
    register_stage = open_register(later=30)
    register_stage.screen.page.filters.time_box.choose("period")
    empty = register_stage.screen.page.empty_register
    qtbot.waitUntil(empty.isVisible)
    assert "Kỳ này chưa có lượt tiếp nào" in empty_text(register_stage)
    assert "15/12/2026 - 14/01/2027" in empty_text(register_stage)
    words = f"Kỳ trước: {len(PEOPLE)} lượt, còn đủ trong sổ."
    qtbot.waitUntil(lambda: empty._note.accessibleName() == words)
    qtbot.keyClick(empty.second_button, K.Key_Return)
    qtbot.waitUntil(lambda: register_stage.total() == len(PEOPLE))
    assert register_stage.screen.page.filters.book_days()[0].isoformat() == "2026-11-15"


def test_a_fresh_period_without_one_before_shows_the_whole_register(open_register, qtbot) -> None:
    register_stage = open_register(later=70)
    register_stage.screen.page.filters.time_box.choose("period")
    empty = register_stage.screen.page.empty_register
    qtbot.waitUntil(lambda: empty.isVisible() and empty.second_button.text() == "Xem cả sổ")
    assert not empty._note.isVisible()
    qtbot.waitUntil(
        lambda: register_stage.screen.page.header.subtitle() == "Chưa có lượt tiếp trong kỳ"
    )
    qtbot.keyClick(empty.second_button, K.Key_Return)
    qtbot.waitUntil(lambda: register_stage.total() == len(PEOPLE))


def test_an_empty_office_is_explained_whatever_is_chosen(open_register, qtbot) -> None:
    register_stage = open_register(())
    register_stage.screen.page.filters.kind_box.choose("denunciation")
    qtbot.waitUntil(lambda: not register_stage.runner.busy)
    qtbot.waitUntil(lambda: "Sổ chưa có lượt tiếp nào" in empty_text(register_stage))
    assert register_stage.screen.page.empty_register.first_button.text() == "Ghi lượt tiếp đầu tiên"


def test_esc_drops_filters_that_find_nothing(open_register, qtbot) -> None:
    register_stage = open_register()
    register_stage.screen.page.filters.progress_box.choose("transferred")
    qtbot.waitUntil(register_stage.screen.page.empty_register.isVisible)
    assert "Không tìm thấy lượt nào" in empty_text(register_stage)
    assert (
        register_stage.screen.page.empty_register.first_button.hasFocus()
        or register_stage.screen.page.filters.progress_box.hasFocus()
    )
    QTest.keyClick(QApplication.focusWidget() or register_stage.screen, K.Key_Escape)
    qtbot.waitUntil(lambda: register_stage.total() == len(PEOPLE))


def test_eight_grey_rows_are_shown_while_reading_and_filters_work(open_register, qtbot) -> None:
    register_stage = open_register()
    skeleton, go = register_stage.screen.page.skeleton, threading.Event()
    qtbot.waitUntil(lambda: not register_stage.runner.busy)
    assert not skeleton.is_active()
    register_stage.runner.run(go.wait, 10)
    register_stage.screen.page.filters.kind_box.choose("denunciation")
    assert not skeleton.isVisible()  # not at once: a page that comes soon must not flicker
    assert (skeleton.is_active(), skeleton.delay_ms()) == (True, 300)
    qtbot.waitUntil(skeleton.isVisible)
    rows = register_stage.screen.page.table.viewport()
    assert skeleton.mapToGlobal(QPoint(0, 0)) == rows.mapToGlobal(QPoint(0, 0))
    assert skeleton.size() == rows.size()
    assert skeleton.sizeHint().height() == 8 * register_stage.screen.page.table.rowHeight(0)
    assert register_stage.screen.page.filters.isEnabled()
    register_stage.screen.page.filters.kind_box.choose("complaint")
    assert skeleton.isVisible()
    go.set()
    qtbot.waitUntil(lambda: register_stage.total() == 4)
    assert not skeleton.is_active()  # a wait that is over does not come back


def test_grey_rows_disappear_when_reading_fails(open_register, qtbot) -> None:
    register_stage = open_register()
    qtbot.waitUntil(lambda: not register_stage.runner.busy)
    register_stage.screen.page.show_reading()
    assert register_stage.screen.page.skeleton.is_active()
    register_stage.screen.page.show_error(StorageError("database.busy"))
    assert register_stage.screen.page.banner.isVisible()
    assert not register_stage.screen.page.skeleton.is_active()
    assert register_stage.total() == len(PEOPLE)  # the last good rows stay


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(1366, 696), (1280, 648)])
def test_nothing_of_the_register_is_cut(open_register, qtbot, themed, scale, size) -> None:
    theme().apply(themed, Mode.DARK if scale == 1.5 else Mode.LIGHT, scale)
    register_stage = open_register(days=3)
    register_stage.window.resize(*size)
    register_stage.screen.page.filters.overdue_button.setChecked(True)
    qtbot.waitUntil(lambda: not register_stage.runner.busy)
    assert layout_faults(register_stage.window) == []
