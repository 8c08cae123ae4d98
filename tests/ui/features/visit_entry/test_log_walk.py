"""A denunciation at the desk waits until the log is verified; after a bad entry it is a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from reception.services.access.session import Session
from reception.services.access.session_log_walk import STEP
from tests.fixtures.log_entries import write_bad_signature, write_entries
from tests.fixtures.office import COLLEAGUE, ThrowAwayOffice, build_office
from tests.ui.features.visit_entry.conftest import EntryStage, close_stage, open_stage
from tests.ui.features.visit_entry.entry_steps import save_visit, type_content, type_person

K = Qt.Key


def nothing(session: Session) -> None:
    """Leave the log as it is."""


@pytest.fixture
def stage_after(themed, tmp_path) -> Iterator[Callable[[Callable[[Session], None]], EntryStage]]:
    """Return a function: a long log, at its end what the colleague does, then visit entry."""
    stages: list[EntryStage] = []
    office: ThrowAwayOffice = build_office(tmp_path)

    def prepared(last: Callable[[Session], None]) -> EntryStage:
        colleague = office.open(COLLEAGUE)
        write_entries(colleague, STEP)
        last(colleague)
        colleague.database.close()
        stages.append(open_stage(office))
        return stages[0]

    yield prepared
    close_stage(stages[0])


def test_a_denunciation_waits_until_the_log_is_verified(stage_after):
    stage = stage_after(nothing)
    walk = stage.reception.session.log_walk
    assert not stage.ask(lambda: walk.is_through)
    type_person(stage)
    type_content(stage, K.Key_T, "Cán bộ xã thu tiền hỗ trợ của dân.")
    assert save_visit(stage).code == "TC-0001"
    assert walk.end.seq > STEP


def test_after_a_bad_entry_a_denunciation_stays_a_draft_and_a_complaint_is_saved(stage_after):
    stage = stage_after(write_bad_signature)
    type_person(stage)
    type_content(stage, K.Key_T, "Cán bộ xã thu tiền hỗ trợ của dân.")
    before = stage.screen.drafts.collect()
    stage.control(K.Key_S)
    stage.settle(300)
    banner = stage.screen.page.error_banner
    assert banner.isVisible()
    assert "nhận trên giấy" in banner.text()
    assert stage.rows() == []
    assert stage.screen.drafts.collect() == before
    drafts = stage.ask(stage.reception.drafts.own_drafts)
    assert [draft.form["entries"][0]["kind"] for draft in drafts] == ["denunciation"]
    stage.screen.drafts.start_new_visit()
    stage.screen.page.focus_person()
    stage.settle()
    type_person(stage, "Lò Thị Hai")
    type_content(stage, K.Key_K, "Chậm cấp giấy chứng nhận.")
    assert save_visit(stage).code == "KN-0001"
