"""The working calendar in the window: moved through by keys, a day set, deadlines seen first."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.domain.calendar_overrides import DayKind
from reception.domain.petition import PetitionKind
from tests.fixtures.office import OFFICER
from tests.fixtures.visit_forms import visit_form
from tests.ui.conftest import send_text
from tests.ui.features.settings.settings_fixture import SettingsStage, control_s, open_settings
from tests.ui.layout_checks import layout_faults
from tests.ui.waiting import wait_until
from ui.appearance.theme import Mode, theme
from ui.widgets.push_button import PushButton

__all__ = ["open_settings"]
K = Qt.Key
MONDAY = date(2026, 11, 23)


def open_calendar(settings_stage: SettingsStage) -> Any:
    """Show the section with its year read."""
    section = settings_stage.open_section("calendar")
    settings_stage.wait()
    assert section.year_view.hasFocus()
    return section


def press(*keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def seal(settings_stage: SettingsStage, count: int = 1) -> None:
    """Let the desk seal complaints; their answer is due on 4 December."""
    intake = settings_stage.reception.intake
    kinds = (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION)
    for index in range(count):
        settings_stage.runner.run(partial(intake.seal_visit, visit_form(kinds[index % 2])))
    settings_stage.wait()


def settle(settings_stage: SettingsStage, section: Any) -> None:
    """Wait until the effect has been counted."""
    wait_until(lambda: not section.effect_preview.is_pending())
    settings_stage.wait()


def test_arrows_move_by_day_week_and_month_and_out_of_the_year(open_settings) -> None:
    settings_stage = open_settings()
    section = open_calendar(settings_stage)
    assert section.year_view.selected_day() == date(2026, 11, 19)
    press(K.Key_Right, K.Key_Down)
    assert section.year_view.selected_day() == date(2026, 11, 27)
    press(K.Key_Left, K.Key_Up)
    assert section.year_view.selected_day() == date(2026, 11, 19)
    press(K.Key_PageUp, K.Key_Home)
    assert section.year_view.selected_day() == date(2026, 10, 1)
    press(K.Key_PageDown, K.Key_PageDown, K.Key_End)
    assert section.year_view.selected_day() == date(2026, 12, 31)
    press(K.Key_Right)
    settings_stage.wait()
    assert section.year_view.selected_day() == date(2027, 1, 1)
    assert section.year_card.year_label.text() == "2027"
    assert section.estimate_banner.isVisible()
    assert "ước tính" in section.estimate_banner.text()
    press(K.Key_Left)
    settings_stage.wait()
    assert section.year_view.selected_day() == date(2026, 12, 31)
    assert not section.estimate_banner.isVisible()


def test_a_screen_reader_hears_the_day(open_settings) -> None:
    settings_stage = open_settings()
    section = open_calendar(settings_stage)
    section.year_view.select(date(2026, 11, 24))
    accessible = QAccessible.queryAccessibleInterface(section.year_view)
    description = accessible.text(QAccessible.Text.Description)
    assert "24/11/2026" in description
    assert "Nghỉ lễ" in description
    section.year_view.select(MONDAY)
    assert "đề xuất" in accessible.text(QAccessible.Text.Description)


def test_a_day_is_set_by_keys_after_its_effect_is_seen(open_settings) -> None:
    settings_stage = open_settings()
    seal(settings_stage, 2)
    section = open_calendar(settings_stage)
    section.year_view.select(date(2026, 11, 25))
    press(K.Key_Return)
    assert section.day_editor.isAncestorOf(QApplication.focusWidget())
    press(K.Key_Right, K.Key_Right, K.Key_Space)
    assert section.day_editor.kind.value() is DayKind.HOLIDAY
    settle(settings_stage, section)
    effect = section.effect_preview.effect(section._pending_change())
    assert len(effect.moved_deadlines) == section.effect_card.affected_deadline_list.count() > 0
    assert section.effect_card.isVisible()
    texts = [
        section.effect_card.affected_deadline_list.item(n).text()
        for n in range(section.effect_card.affected_deadline_list.count())
    ]
    assert any("KN-0001: từ 04/12/2026 sang 07/12/2026" in text for text in texts)
    # Without a document nothing is kept, and the field says so.
    control_s(settings_stage, section.day_editor.kind)
    assert section.day_editor.labeled_fields["document"].state() == "error"
    assert section.day_editor.document.hasFocus()
    send_text(section.day_editor.document, "15/TB-VP")
    send_text(section.day_editor.name, "Nghỉ chống bão")
    control_s(settings_stage, section.day_editor.document)
    assert settings_stage.toasts[-1].startswith("Đã lưu lịch")
    (edit,) = settings_stage.reception.office_calendar.overrides()
    assert (edit.day, edit.document, edit.name) == (
        date(2026, 11, 25),
        "15/TB-VP",
        "Nghỉ chống bão",
    )
    settings_stage.wait()
    assert section.year_view.hasFocus()
    assert not section.effect_card.isVisible()


def test_a_proposed_swap_is_filled_in_and_taken_back(open_settings) -> None:
    settings_stage = open_settings()
    section = open_calendar(settings_stage)
    section.year_view.select(date(2026, 11, 28))
    assert section.day_editor.day() == MONDAY
    assert section.day_editor.make_up_day.day() == date(2026, 11, 28)
    settle(settings_stage, section)
    send_text(section.day_editor.document, "12/TB-VP")
    control_s(settings_stage, section.day_editor.document)
    settings_stage.wait()
    calendar = settings_stage.reception.office_calendar.calendar()
    assert not calendar.is_working_day(MONDAY)
    assert calendar.is_working_day(date(2026, 11, 28))
    section.day_editor.reset_button.setFocus()
    press(K.Key_Return)
    settle(settings_stage, section)
    press(K.Key_Return)  # the button that keeps it has the focus
    settings_stage.wait()
    settings_stage.wait()
    assert settings_stage.reception.office_calendar.overrides() == ()


def test_esc_discards_the_input(open_settings) -> None:
    settings_stage = open_settings()
    section = open_calendar(settings_stage)
    section.year_view.select(date(2026, 11, 25))
    press(K.Key_Return)
    section.day_editor.kind.choose(DayKind.HOLIDAY)
    settle(settings_stage, section)
    assert section.effect_card.isVisible()
    press(K.Key_Escape)
    settings_stage.wait()
    assert section.year_view.hasFocus()
    assert section.day_editor.kind.value() is DayKind.WORKING
    assert not section.effect_card.isVisible()


def test_a_year_is_announced_by_keyboard(open_settings, picture, qtbot) -> None:
    settings_stage = open_settings()
    section = open_calendar(settings_stage)
    section.year_view.select(date(2027, 1, 4))
    settings_stage.wait()
    qtbot.waitUntil(lambda: section.estimate_banner.findChild(PushButton, "announced") is not None)
    link = section.estimate_banner.findChild(PushButton, "announced")
    qtbot.waitUntil(link.isVisible)
    link.setFocus()
    press(K.Key_Return)
    picture(settings_stage.window, "15-year-announced")
    assert layout_faults(settings_stage.window) == []
    press(K.Key_Return)  # nothing typed: nothing happens
    send_text(QApplication.focusWidget(), "4567/TB-BNV")
    press(K.Key_Return)
    qtbot.waitUntil(lambda: settings_stage.toasts == ["Đã lưu cài đặt"])
    qtbot.waitUntil(lambda: not section.estimate_banner.isVisible())
    assert settings_stage.reception.office_calendar.calendar().estimated_years == frozenset()
    assert section.year_view.selected_day() == date(2027, 1, 4)


def test_an_officer_reads_the_year_and_sets_no_day(open_settings) -> None:
    settings_stage = open_settings(OFFICER)
    section = open_calendar(settings_stage)
    assert not section.day_editor.isVisible()
    press(K.Key_Return)
    assert section.year_view.hasFocus()
    control_s(settings_stage, section.year_view)
    assert settings_stage.reception.office_calendar.overrides() == ()


def test_the_selected_day_is_scrolled_into_view(open_settings, themed, qtbot) -> None:
    theme().apply(themed, Mode.LIGHT, 1.5)
    settings_stage = open_settings()
    section = open_calendar(settings_stage)

    def is_visible() -> bool:
        rect = section.year_view.day_rect(section.year_view.selected_day())
        corners = (rect.topLeft(), rect.bottomRight())
        return all(section.year_view.visibleRegion().contains(corner) for corner in corners)

    for key in (K.Key_Home, K.Key_PageDown, K.Key_End):
        press(key)
        qtbot.waitUntil(is_visible)
    press(K.Key_Return)
    field = section.day_editor.kind
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())


def test_input_is_kept_while_another_section_is_shown(open_settings) -> None:
    settings_stage = open_settings()
    section = open_calendar(settings_stage)
    section.year_view.select(date(2026, 11, 25))
    section.day_editor.kind.choose(DayKind.HOLIDAY)
    send_text(section.day_editor.document, "15/TB-VP")
    settings_stage.open_section("office")
    assert settings_stage.open_section("calendar") is section
    settings_stage.wait()
    assert section.day_editor.document.text() == "15/TB-VP"
    assert section.day_editor.kind.value() is DayKind.HOLIDAY


def test_a_click_chooses_a_day(open_settings) -> None:
    settings_stage = open_settings()
    section = open_calendar(settings_stage)
    rect = section.year_view.day_rect(date(2026, 9, 2)).center()
    QTest.mouseClick(section.year_view, Qt.MouseButton.LeftButton, pos=rect)
    assert section.year_view.selected_day() == date(2026, 9, 2)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_while_a_day_is_set(open_settings, themed, picture, scale, mode) -> None:
    theme().apply(themed, mode, scale)
    settings_stage = open_settings()
    seal(settings_stage, 4)
    section = open_calendar(settings_stage)
    section.year_view.select(MONDAY)
    settle(settings_stage, section)
    picture(settings_stage.window, f"15-calendar-{scale}-{mode.value}")
    assert layout_faults(settings_stage.window) == []
    assert section.width() <= section.parentWidget().width()  # nothing lies beside the pane
    section.day_editor.kind.choose(DayKind.HOLIDAY)
    settle(settings_stage, section)
    assert layout_faults(settings_stage.window) == []
