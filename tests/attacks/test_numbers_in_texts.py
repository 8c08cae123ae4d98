"""Numbers that identify somebody do not stay in a denunciation: one key takes them out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.fixtures.office import build_office
from tests.ui.conftest import qapp, qapp_args, themed
from tests.ui.features.visit_entry.conftest import EntryStage, close_stage, open_stage
from tests.ui.features.visit_entry.entry_steps import all_texts, type_content, type_person

__all__ = ["qapp", "qapp_args", "themed"]

K = Qt.Key
SOMEBODY = "034190112233"  # not the reporter's number
WRITINGS = (SOMEBODY, "034 190 112 233", "+84 912 345 678", "0912/345/678", "CMND 045123456")


@pytest.fixture
def stage(themed, tmp_path) -> Iterator[EntryStage]:
    """Visit entry of a throw-away office, in a window."""
    opened = open_stage(build_office(tmp_path))
    yield opened
    close_stage(opened)


@pytest.mark.parametrize("number", WRITINGS)
def test_a_number_of_anybody_stops_and_one_key_replaces_it(stage, number):
    type_person(stage)
    type_content(stage, K.Key_T, f"Tố cáo chi sai, liên hệ {number} để hỏi.")
    stage.control(K.Key_S)
    stage.settle(300)
    assert stage.rows() == []
    banner = stage.screen.page.content_card.leak_banner
    assert banner.isVisible()
    assert all(number not in text for text in all_texts(banner))
    stage.screen.page.content_card.summary.setFocus()
    stage.alt(K.Key_R)
    stage.settle()
    summary = stage.screen.page.content_card.summary.toPlainText()
    assert "[số]" in summary
    assert not any(char.isdigit() for char in summary)
    assert number in stage.screen.drafts.collect().original_texts
    stage.control(K.Key_S)
    stage.settle(300)
    assert len(stage.rows()) == 1


def test_the_wording_of_every_text_is_sealed_not_of_the_summary_alone(stage):
    type_person(stage)
    type_content(stage, K.Key_T, "Tố cáo chi sai.")
    stage.type(f"Trả lại cho chủ số {SOMEBODY}", stage.screen.page.content_card.request)
    stage.settle()
    stage.alt(K.Key_R)
    stage.settle()
    assert SOMEBODY not in stage.screen.page.content_card.request.text()
    assert SOMEBODY in stage.screen.drafts.collect().original_texts
