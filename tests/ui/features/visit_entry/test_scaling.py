"""Visit entry at every text size: nothing cut, the focus in sight, the order kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.fixtures.office import build_office
from tests.ui.features.visit_entry.conftest import NAME, EntryStage, close_stage, open_stage
from tests.ui.features.visit_entry.entry_steps import type_content, type_person
from tests.ui.layout_checks import layout_faults
from ui.appearance.theme import Mode, theme

K = Qt.Key


@pytest.fixture
def drawn(themed: QApplication, tmp_path: Path) -> Iterator[Callable[..., EntryStage]]:
    """Return a function that opens visit entry at a scale, in a window of a size."""
    made: list[EntryStage] = []

    def make(
        scale: float, mode: Mode = Mode.LIGHT, size: tuple[int, int] = (1366, 696)
    ) -> EntryStage:
        theme().apply(themed, mode, scale)
        entry_stage = open_stage(build_office(tmp_path))
        made.append(entry_stage)
        entry_stage.window.resize(*size)
        entry_stage.settle(120)
        return entry_stage

    yield make
    for entry_stage in made:
        close_stage(entry_stage)


def in_sight(entry_stage: EntryStage, part: QWidget) -> bool:
    """Return whether a field is completely in the visible part of the form."""
    view = entry_stage.screen.page.scroll_area.viewport()
    top = part.mapTo(view, QPoint(0, 0)).y()
    bottom = top + min(part.height(), view.height())
    return top >= 0 and bottom <= view.height() + 1


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3, 1.5])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_nothing_is_cut_too_small_or_unreachable(drawn, scale, mode):
    entry_stage = drawn(scale, mode)
    assert layout_faults(entry_stage.window) == []
    type_person(entry_stage)
    type_content(entry_stage, K.Key_T, f"Ông {NAME} nói cán bộ xã thu tiền của dân.")
    entry_stage.settle(250)
    assert not entry_stage.screen.page.content_card.leak_banner.isHidden()
    assert layout_faults(entry_stage.window) == []


def test_a_low_window_cuts_nothing_either(drawn):
    entry_stage = drawn(1.0, size=(1280, 648))
    type_content(entry_stage, K.Key_K, "Chậm cấp giấy chứng nhận.")
    assert layout_faults(entry_stage.window) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_focused_field_is_always_scrolled_into_view(drawn, scale):
    entry_stage = drawn(scale, size=(1280, 648))
    screen = entry_stage.screen
    for key, part in (
        (K.Key_4, screen.page.outcome_card.within_competence),
        (K.Key_1, screen.page.person_card.fields.name),
        (K.Key_2, screen.page.content_card.kind_choice),
        (K.Key_3, None),
    ):
        entry_stage.alt(key)
        entry_stage.settle(60)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert part is None or part is focused or part.isAncestorOf(focused)
        assert in_sight(entry_stage, focused), (key, focused)
    for _ in range(50):
        entry_stage.key(K.Key_Tab)
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        if focused is not None and screen.page.scroll_area.widget().isAncestorOf(focused):
            assert in_sight(entry_stage, focused), focused.accessibleName()


def test_sections_in_one_column_are_in_order(drawn):
    entry_stage = drawn(1.5)
    screen = entry_stage.screen
    cards = (
        screen.page.person_card,
        screen.page.content_card,
        screen.page.papers_card,
        screen.page.outcome_card,
    )
    tops = [card.mapTo(screen.page.scroll_area.widget(), QPoint(0, 0)).y() for card in cards]
    assert tops == sorted(tops)
    assert len({card.width() for card in cards}) == 1
