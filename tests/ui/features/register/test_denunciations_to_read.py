"""Denunciations in the register: masked for who may not read them, handed on by a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from reception.domain.petition import PetitionKind
from tests.fixtures.office import COLLEAGUE, HEAD, build_office
from tests.ui.features.register.register_stage import RegisterStage

SEALED = "Nội dung niêm phong"
Opener = Callable[[str], RegisterStage]


@pytest.fixture
def open_register(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[Opener]:
    """Open the register of one office as somebody."""
    stages: list[RegisterStage] = []

    def open_as(name: str) -> RegisterStage:
        stages.append(RegisterStage(build_office(tmp_path), qtbot, name=name))
        return stages[-1]

    yield open_as
    for stage in stages:
        stage.close()


def select_denunciation(stage: RegisterStage, qtbot) -> int:
    """Select the newest open denunciation, wait for its story, and return its visit id."""
    model: Any = stage.screen.page.model
    qtbot.waitUntil(lambda: model.row_at(0) is not None)
    rows = [model.row_at(index) for index in range(model.rowCount())]
    index, row = next(
        (index, row)
        for index, row in enumerate(rows)
        if row.kind == PetitionKind.DENUNCIATION.value and row.progress == "accepted"
    )
    stage.screen.page.visit_table.select_row(index)
    qtbot.waitUntil(lambda: stage.screen.lifecycle.visit_id == row.visit_id)
    return int(row.visit_id)


def panel_texts(stage: RegisterStage) -> str:
    panel = stage.screen.page.story_panel
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_a_masked_row_shows_code_and_state_and_can_be_answered(open_register: Opener, qtbot):
    stage = open_register(COLLEAGUE)
    select_denunciation(stage, qtbot)
    row: Any = stage.screen.page.model.row_at(stage.screen.page.table.current_row())
    assert row.masked
    qtbot.waitUntil(lambda: SEALED in panel_texts(stage))
    texts = panel_texts(stage)
    assert "Tài khoản này không đọc lượt này" in texts
    assert "Số người" not in texts
    buttons = stage.screen.page.story_panel.findChildren(QPushButton, "hand_over_button")
    assert not any(button.isVisible() for button in buttons)
    assert SEALED in stage.texts()
    qtbot.keyClick(stage.screen.page.table, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: stage.screen.lifecycle.dialog is not None)
    dialog = stage.screen.lifecycle.dialog
    assert [str(value) for value in dialog._pages.page_by_name] == ["answer", "late"]
    page = dialog.current_page()
    page.document_number.setText("45/TB-BTCD")
    qtbot.waitUntil(page.valid)
    qtbot.keyClick(page.document_number, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stage.screen.lifecycle.dialog is None)


def test_a_reader_hands_a_visit_on_and_takes_it_back_by_keys(open_register: Opener, qtbot):
    stage = open_register(HEAD)
    visit_id = select_denunciation(stage, qtbot)
    flow = stage.screen.hand_over
    qtbot.keyClick(stage.screen.page.table, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: flow.dialog is not None and flow.dialog.isVisible())
    assert not flow.dialog.hand_over_button.isEnabled()
    assert not flow.dialog.take_back_button.isVisible()
    assert flow.dialog.officer.count() == 1  # the one officer who does not read everything
    qtbot.keyClick(flow.dialog.officer, Qt.Key.Key_Down)
    qtbot.waitUntil(flow.dialog.hand_over_button.isEnabled)
    with qtbot.waitSignal(flow.changed) as changed:
        qtbot.keyClick(flow.dialog.officer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert changed.args == [visit_id]
    qtbot.waitUntil(lambda: flow.dialog is None)
    select_denunciation(stage, qtbot)
    flow.open()
    qtbot.waitUntil(lambda: flow.dialog is not None and flow.dialog.isVisible())
    shown = "\n".join(label.text() for label in flow.dialog.people.findChildren(QLabel))
    assert f"{COLLEAGUE}: được {HEAD} giao, đọc đến khi xong lượt" in shown
    with qtbot.waitSignal(flow.changed):
        qtbot.mouseClick(flow.dialog.take_back_button, Qt.MouseButton.LeftButton)


def test_an_act_that_fails_after_its_dialog_was_closed_is_said(open_register: Opener, qtbot):
    stage = open_register(HEAD)
    visit_id = select_denunciation(stage, qtbot)
    flow, hand_overs = stage.screen.hand_over, stage.opened[0].hand_overs
    people = stage.opened[0].session.people.values()
    colleague = next(person.user_id for person in people if person.name == COLLEAGUE)
    stage.runner.run(hand_overs.hand_on, visit_id, colleague, owner=stage.runner)
    flow.open()
    qtbot.waitUntil(lambda: flow.dialog is not None and flow.dialog.isVisible())
    # Taken back by another way first, so that taking it back is refused.
    stage.runner.run(hand_overs.take_back, visit_id, owner=stage.runner)
    qtbot.mouseClick(flow.dialog.take_back_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(flow.failed, timeout=10_000) as failed:
        qtbot.keyClick(flow.dialog, Qt.Key.Key_Escape)  # before the answer is delivered
    assert flow.dialog is None
    assert failed.args[0].code == "reader.not_handed_on"


def test_nothing_is_handed_on_of_a_complaint(open_register: Opener, qtbot):
    stage = open_register(HEAD)
    model: Any = stage.screen.page.model
    qtbot.waitUntil(lambda: model.row_at(0) is not None)
    rows = [model.row_at(index) for index in range(model.rowCount())]
    index = next(i for i, row in enumerate(rows) if row.kind == PetitionKind.COMPLAINT.value)
    stage.screen.page.visit_table.select_row(index)
    qtbot.waitUntil(lambda: stage.screen.lifecycle.visit_id == rows[index].visit_id)
    button = stage.screen.page.story_panel.findChild(QPushButton, "hand_over_button")
    assert not button.isVisible()
