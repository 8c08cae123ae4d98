"""What the register says when there is little to show: counts, empty pages, rows on their way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.fixtures.office import build_office
from tests.ui.clipping import faults
from tests.ui.test_register import PEOPLE, Hall
from ui.theme import Mode, theme

K = Qt.Key


@pytest.fixture
def halls(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[Callable[..., Hall]]:
    """Return a maker of registers, each over a throw-away office."""
    made: list[Hall] = []

    def make(people=PEOPLE, days: int = 0, later: int = 0) -> Hall:
        office = build_office(tmp_path)
        found = Hall(office, qtbot, people, days)
        if later:
            found.runner.stop(found.opened[0].session.close)
            office.clock.move(days=later)
            found = Hall(office, qtbot, ())
        made.append(found)
        return found

    yield make
    for hall in made:
        hall.runner.stop(hall.opened[0].session.database.close)


def said(hall: Hall) -> str:
    """Return the words of an empty page."""
    return "\n".join(label.text() for label in hall.screen.empty.findChildren(QLabel))


def test_late_and_near_visits_are_counted_and_found(halls, qtbot) -> None:
    hall = halls(days=3)
    filters, source = hall.screen.filters, hall.opened[0].register
    qtbot.waitUntil(lambda: filters.overdue.number() != "")
    found: list[int] = []
    for asked in (filters.late(), filters.near()):
        hall.runner.run(source.page, asked, then=lambda rows: found.append(len(rows)))
    qtbot.waitUntil(lambda: len(found) == 2)
    late, near = found
    assert late > 0
    assert near > 0
    assert filters.overdue.number() == str(late)
    assert filters.soon.number() == str(near)
    assert filters.overdue.accessibleName() == f"Quá hạn, {late}"
    filters.overdue.setFocus()
    qtbot.keyClick(filters.overdue, K.Key_Return)
    qtbot.waitUntil(lambda: hall.total() == late)
    assert filters.drop_button.isVisible()
    qtbot.keyClick(filters.soon, K.Key_Space)
    qtbot.waitUntil(lambda: hall.total() == near)
    assert not filters.overdue.isChecked()
    qtbot.keyClick(filters.drop_button, K.Key_Return)
    qtbot.waitUntil(lambda: hall.total() == len(PEOPLE))
    assert not filters.drop_button.isVisible()


def test_a_number_beyond_reading_is_shown_as_more(halls) -> None:
    filters = halls(()).screen.filters
    filters.show_counts(1000, 999, 999)
    assert (filters.overdue.number(), filters.soon.number()) == ("999+", "999")


def test_an_office_without_a_visit_offers_both_ways_on(halls, qtbot) -> None:
    hall = halls(())
    empty = hall.screen.empty
    qtbot.waitUntil(empty.isVisible)
    assert "Sổ chưa có lượt tiếp nào" in said(hall)
    qtbot.waitUntil(empty.button.hasFocus)
    with qtbot.waitSignal(hall.screen.new_visit_wanted):
        qtbot.keyClick(empty.button, K.Key_Return)
    assert empty.second.text() == "Nhập sổ Excel"
    with qtbot.waitSignal(hall.screen.import_wanted):
        qtbot.keyClick(empty.second, K.Key_Space)


def test_a_fresh_period_leads_back_to_the_last_one(halls, qtbot) -> None:
    hall = halls(later=30)
    hall.screen.filters.time.choose("period")
    empty = hall.screen.empty
    qtbot.waitUntil(empty.isVisible)
    assert "Kỳ này chưa có lượt tiếp nào" in said(hall)
    assert "15/12/2026 - 14/01/2027" in said(hall)
    words = f"Kỳ trước: {len(PEOPLE)} lượt, còn đủ trong sổ."
    qtbot.waitUntil(lambda: empty._note.accessibleName() == words)
    qtbot.keyClick(empty.second, K.Key_Return)
    qtbot.waitUntil(lambda: hall.total() == len(PEOPLE))
    assert hall.screen.filters.period()[0].isoformat() == "2026-11-15"


def test_nothing_found_gives_everything_back_by_esc(halls, qtbot) -> None:
    hall = halls()
    hall.screen.filters.progress.choose("transferred")
    qtbot.waitUntil(hall.screen.empty.isVisible)
    assert "Không tìm thấy lượt nào" in said(hall)
    assert hall.screen.empty.button.hasFocus() or hall.screen.filters.progress.hasFocus()
    QTest.keyClick(QApplication.focusWidget() or hall.screen, K.Key_Escape)
    qtbot.waitUntil(lambda: hall.total() == len(PEOPLE))


def test_rows_on_their_way_are_grey_bars_and_the_filters_live(halls, qtbot) -> None:
    hall = halls()
    skeleton, go = hall.screen.skeleton, threading.Event()
    qtbot.waitUntil(lambda: not hall.runner.busy)
    assert not skeleton.isVisible()
    hall.runner.run(go.wait, 10)
    hall.screen.filters.kind.choose("denunciation")
    qtbot.waitUntil(skeleton.isVisible)
    assert skeleton.geometry() == hall.screen.table.geometry()
    assert hall.screen.filters.isEnabled()
    hall.screen.filters.kind.choose("complaint")
    go.set()
    qtbot.waitUntil(lambda: hall.total() == 4)
    assert not skeleton.isVisible()
    QTest.qWait(350)
    assert not skeleton.isVisible()  # a wait that is over does not come back


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3, 1.5])
@pytest.mark.parametrize("size", [(1366, 696), (1280, 648)])
def test_nothing_of_the_register_is_cut(halls, qtbot, themed, scale, size) -> None:
    theme().apply(themed, Mode.DARK if scale == 1.3 else Mode.LIGHT, scale)
    hall = halls(days=3)
    hall.window.resize(*size)
    hall.screen.filters.overdue.setChecked(True)
    qtbot.waitUntil(lambda: not hall.runner.busy)
    qtbot.wait(50)
    assert faults(hall.window) == []
