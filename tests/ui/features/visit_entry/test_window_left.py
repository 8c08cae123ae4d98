"""When another window takes the focus: names are covered, what was typed is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.features.visit_entry.conftest import NAME
from tests.ui.features.visit_entry.entry_steps import all_texts, type_content, type_person
from ui.features.visit_entry.person_details_dialog import PersonDetailsDialog

K = Qt.Key


@pytest.fixture
def other(qtbot) -> QWidget:
    """Return another window, not yet shown."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def go_to(window: QWidget) -> None:
    """Give a window the focus."""
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


def test_the_name_is_covered_wherever_the_focus_stood(entry_stage, other):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Chậm cấp giấy chứng nhận.")
    entry_stage.screen.page.person_card.fields.mask_group.unmask()
    assert NAME in list(all_texts(entry_stage.screen))
    go_to(other)
    assert NAME not in list(all_texts(entry_stage.screen))
    go_to(entry_stage.window)
    assert entry_stage.screen.page.person_card.collect().name == NAME


def test_an_empty_form_takes_input_again_at_once(entry_stage, other):
    go_to(other)
    go_to(entry_stage.window)
    entry_stage.settle()
    assert not entry_stage.screen.page.person_card.fields.mask_group.is_masked
    entry_stage.type(NAME)
    assert entry_stage.screen.page.person_card.collect().name == NAME


def test_the_further_fields_are_covered_and_shown_again(entry_stage, other):
    entry_stage.alt(K.Key_M)
    entry_stage.settle()
    (dialog,) = [d for d in entry_stage.window.findChildren(PersonDetailsDialog) if d.isVisible()]
    entry_stage.type("0912345678", dialog.fields.text_input("phone"))
    assert "0912345678" in list(all_texts(dialog))
    go_to(other)
    assert "0912345678" not in seen(dialog)
    go_to(entry_stage.window)
    assert "0912345678" in list(all_texts(dialog))
    assert dialog.fields.text_input("phone").text() == "0912345678"
    entry_stage.key(K.Key_Escape)


def seen(dialog: PersonDetailsDialog) -> list[str]:
    """Return the texts of the fields that are not behind a cover."""
    return [line.text() for line in dialog.fields._text_inputs.values() if line.isVisible()]


def test_the_draft_is_kept_at_once(entry_stage, other):
    type_person(entry_stage)
    entry_stage.settle(20)
    assert entry_stage.ask(entry_stage.reception.drafts.own_drafts) == []
    go_to(other)
    entry_stage.settle(50)
    drafts = entry_stage.ask(entry_stage.reception.drafts.own_drafts)
    assert [draft.form["person"]["name"] for draft in drafts] == [NAME]
