"""Late entry: its day is the title, Ctrl+N goes back to a visit of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QLabel, QRadioButton

from reception.domain.clock import VIETNAM
from reception.domain.visit import Mode
from reception.domain.visit_lifecycle import LateEntry
from tests.ui.features.visit_entry.conftest import EntryStage
from tests.ui.features.visit_entry.entry_steps import K, type_content, type_person
from tests.ui.features.visit_entry.shown_screens import shown_screens
from ui.features.register.register_screen import RegisterScreen
from ui.features.visit_entry.entry_screen import VisitEntryScreen
from ui.features.visit_entry.refusal_dialog import RefusalDialog
from ui.shell.navigation import NavigationItem

LATE = LateEntry(date(2026, 11, 17), "Phiếu ghi tay số 03", "Mất điện, tiếp bằng phiếu giấy")


def headline(entry_stage: EntryStage) -> str:
    """Return the words of the header."""
    return " ".join(label.text() for label in entry_stage.screen.page.header.findChildren(QLabel))


def test_a_late_visit_is_saved_with_its_true_day(entry_stage: EntryStage, picture) -> None:
    entry_stage.screen.start_late_entry(LATE, Mode.DELEGATE.value)
    entry_stage.settle()
    assert "Ghi bổ sung ngày 17/11/2026" in headline(entry_stage)
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Chi trả hỗ trợ chậm")
    entry_stage.settle()
    picture(entry_stage.window, "desk-late")
    entry_stage.control(K.Key_S)
    entry_stage.settle()
    assert entry_stage.rows() == []  # nothing was received today
    row = entry_stage.ask(lambda: entry_stage.reception.register.day(date(2026, 11, 17)))[0]  # type: ignore[index]
    assert (row.number, row.mode, row.entered_on) == (1, "delegate", date(2026, 11, 19))
    assert row.due_on == date(2026, 11, 27)
    assert "Ghi bổ sung" not in headline(entry_stage)


def test_a_long_title_hides_the_label_of_the_mode(entry_stage: EntryStage) -> None:
    header = entry_stage.screen.page.header
    label = next(label for label in header.findChildren(QLabel) if label.text() == "Hình thức")
    for title, is_shown in (("Lượt mới", True), ("Ghi bổ sung " * 4, False), ("Lượt mới", True)):
        header.set_title(title)
        assert label.isVisible() is is_shown, title


@pytest.mark.parametrize(("day", "count"), [(date(2026, 6, 30), 3), (date(2026, 7, 1), 12)])
def test_grounds_in_force_on_the_day_of_the_visit_are_offered(
    entry_stage: EntryStage, day: date, count: int
) -> None:
    entry_stage.screen.start_late_entry(replace(LATE, received_on=day), Mode.REGULAR.value)
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Chi trả hỗ trợ chậm")
    entry_stage.settle()
    entry_stage.screen.page.outcome_card.outcomes.choose("refuse")
    dialog = entry_stage.window.findChild(RefusalDialog)
    assert isinstance(dialog, RefusalDialog)
    assert len(dialog.findChildren(QRadioButton)) == count
    dialog.reject()


def test_the_notice_of_a_refusal_is_due_from_the_day_of_the_visit(entry_stage: EntryStage) -> None:
    entry_stage.screen.start_late_entry(LATE, Mode.REGULAR.value)
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Chi trả hỗ trợ chậm")
    entry_stage.settle()
    entry_stage.screen.page.outcome_card.outcomes.choose("refuse")
    dialog = entry_stage.window.findChild(RefusalDialog)
    assert isinstance(dialog, RefusalDialog)
    dialog.findChildren(QRadioButton)[-1].setChecked(True)
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "20/11/2026" in texts
    dialog.reject()


def test_an_empty_late_form_becomes_a_form_of_today(entry_stage: EntryStage) -> None:
    entry_stage.screen.start_late_entry(LATE, Mode.REGULAR.value)
    entry_stage.settle()
    entry_stage.screen.new_visit()
    entry_stage.settle()
    assert "Ghi bổ sung" not in headline(entry_stage)
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Chi trả hỗ trợ chậm")
    entry_stage.control(K.Key_S)
    entry_stage.settle()
    assert [row.received_on for row in entry_stage.rows()] == [date(2026, 11, 19)]  # type: ignore[attr-defined]


def test_a_late_visit_survives_as_a_draft(entry_stage: EntryStage) -> None:
    entry_stage.screen.start_late_entry(LATE, Mode.REGULAR.value)
    type_person(entry_stage)
    entry_stage.screen.drafts.save_now()
    entry_stage.settle()
    (draft,) = entry_stage.ask(entry_stage.reception.drafts.own_drafts)  # type: ignore[misc]
    assert draft.form["late"]["received_on"] == "2026-11-17"


def test_the_register_opens_visit_entry_for_a_late_visit(entry_stage: EntryStage) -> None:
    with shown_screens(entry_stage) as (window, screens):
        window.show_item(NavigationItem.REGISTER)
        screen, register = (
            screens.pages[NavigationItem.HOME],
            screens.pages[NavigationItem.REGISTER],
        )
        assert isinstance(screen, VisitEntryScreen)
        assert isinstance(register, RegisterScreen)
        register.late_entry_wanted.emit(LATE, Mode.REGULAR.value)
        entry_stage.settle()
        assert screen.isVisible()
        assert screen.drafts.current_entry.form.late_entry == LATE
        entry_stage.settle()


def test_the_year_changes_while_visit_entry_is_open(entry_stage: EntryStage) -> None:
    entry_stage.office.clock.at = datetime(2026, 12, 31, 23, 58, tzinfo=VIETNAM)
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Chi trả hỗ trợ chậm")
    entry_stage.control(K.Key_S)
    entry_stage.settle()
    entry_stage.office.clock.move(minutes=5)
    type_person(entry_stage, "Lò Văn Tám")
    type_content(entry_stage, K.Key_P, "Đường vào bản sạt lở")
    entry_stage.control(K.Key_S)
    entry_stage.settle()
    assert [(row.year, row.number) for row in entry_stage.rows()] == [(2027, 1)]  # type: ignore[attr-defined]
    assert "0002" in headline(entry_stage)  # the number that the next visit of the new year gets
