"""The audit log and the backups: read by keys, without names, and a backup that is verified."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from reception.domain.audit import Act
from reception.messages.catalogue import sentences
from reception.services.backup.backup_inspection import checked_manifest
from tests.fixtures.office import OFFICER, ThrowAwayOffice
from tests.scenarios.trace_search import identifying_words, words_found_in
from tests.ui.conftest import send_text
from tests.ui.features.audit.audit_stage import PEOPLE, SELECTION, AuditStage
from tests.ui.layout_checks import layout_faults
from ui.appearance.theme import Mode, theme
from ui.features.audit.health_dialog import HealthDialog
from ui.features.audit.log_rows import ACT_GROUPS, group_title
from ui.features.audit.verification_dialog import LogVerificationDialog
from ui.shell.backup_status import backup_status

K = Qt.Key


def test_disclosures_are_filtered_by_keys(stage: AuditStage, qtbot) -> None:
    page = stage.page
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.search.hasFocus()
    page.filters.group_box.setFocus()
    qtbot.keyClick(page.filters.group_box, K.Key_Down)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    qtbot.waitUntil(lambda: SELECTION.explanation in stage.texts())
    assert "Mở danh tính" in stage.texts()
    assert "Lượt 0001" in stage.texts()
    page.filters.person_box.choose(
        next(key for key, name in stage.opened[0].audit_log.people_in_log() if name == OFFICER)
    )
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_a_number_is_searched_and_esc_shows_all_again(stage: AuditStage, qtbot) -> None:
    page = stage.page
    every = page.model.rowCount()
    qtbot.keyClick(page.table, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    send_text(page.filters.search, "0001")
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)  # entry 1, the visit, its opening
    qtbot.keyClick(page.filters.search, K.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == every)
    qtbot.keyClick(page.filters.search, K.Key_Escape)
    assert page.table.hasFocus()
    page.filters.days_box.choose(0)
    qtbot.waitUntil(lambda: not stage.runner.busy)
    assert page.model.rowCount() == every  # all of it is of today


def test_every_act_has_a_group_and_words() -> None:
    grouped = [act for acts in ACT_GROUPS.values() for act in acts]
    assert sorted(grouped) == sorted(set(grouped)) == sorted(Act)
    assert all(f"act.{act.value}" in sentences() for act in Act)
    assert all(group_title(group) for group in ACT_GROUPS)


def test_nothing_here_names_a_reporter(stage: AuditStage, qtbot) -> None:
    qtbot.waitUntil(lambda: not stage.runner.busy)
    assert words_found_in(stage.texts().encode(), identifying_words(PEOPLE)) == set()


def test_f5_verifies_the_log(stage: AuditStage, qtbot) -> None:
    qtbot.keyClick(stage.page.table, K.Key_F5)
    (dialog,) = stage.window.findChildren(LogVerificationDialog)
    qtbot.waitUntil(dialog.banner.isVisible)
    assert "nguyên vẹn" in dialog.banner.text()
    qtbot.keyClick(dialog, K.Key_Escape)


def test_a_folder_is_chosen_and_its_first_backup_is_verified(
    stage: AuditStage, qtbot, tmp_path: Path
) -> None:
    location = tmp_path / "usb"
    location.mkdir()
    cards = stage.page.cards
    qtbot.waitUntil(lambda: "Chưa chọn thư mục" in cards.backup_status_label.text())
    assert not cards.back_up_button.isEnabled()
    assert backup_status(stage.opened[0])[1] == "Chưa sao lưu"
    stage.screen.add_location(str(location))
    qtbot.waitUntil(lambda: "12 lượt, đã mở thử" in stage.texts())
    (backup,) = location.iterdir()
    assert checked_manifest(backup).counts.visits == 12
    assert not cards.back_up_button.busy
    assert backup_status(stage.opened[0])[1] == "Sao lưu hôm nay"
    qtbot.waitUntil(lambda: "Sao lưu, mở thử, đếm khớp" in stage.texts())


def test_a_missing_folder_is_explained(stage: AuditStage, qtbot, tmp_path: Path) -> None:
    location = tmp_path / "usb"
    location.mkdir()
    stage.screen.add_location(str(location))
    qtbot.waitUntil(
        lambda: bool(list(location.iterdir())) and not stage.page.cards.back_up_button.busy
    )
    location.rename(tmp_path / "gone")
    qtbot.keyClick(stage.page.cards.back_up_button, K.Key_Return)
    qtbot.waitUntil(stage.page.banner.isVisible)
    assert "Cắm USB" in stage.page.banner.text()
    assert not stage.page.cards.back_up_button.busy
    stage.screen.read_entries()
    qtbot.waitUntil(lambda: not stage.runner.busy)
    assert stage.page.banner.isVisible()  # entries read in the meantime do not hide it
    (tmp_path / "gone").rename(location)
    earlier = set(location.iterdir())
    qtbot.keyClick(stage.page.cards.back_up_button, K.Key_Return)
    qtbot.waitUntil(stage.page.banner.isHidden)
    (newest_of_the_day,) = location.iterdir()
    assert newest_of_the_day not in earlier


def test_an_officer_reads_it_but_chooses_no_folder(
    office: ThrowAwayOffice, qtbot, themed: QApplication
) -> None:
    stage = AuditStage(office, qtbot, OFFICER)
    assert stage.page.cards.choose_location_button.isHidden()
    stage.close()


@pytest.mark.parametrize(("scale", "mode"), [(1.0, Mode.LIGHT), (1.5, Mode.DARK)])
def test_nothing_is_cut(office, qtbot, themed, picture, scale: float, mode: Mode) -> None:
    theme().apply(themed, mode, scale)
    stage = AuditStage(office, qtbot)
    picture(stage.window, f"08-upkeep-{scale}-{mode.value}")
    found = layout_faults(stage.window)
    stage.close()
    assert found == []


def test_the_health_of_the_machine_is_listed_by_key(stage: AuditStage, qtbot, picture) -> None:
    button = stage.page.health_button
    button.setFocus()
    qtbot.keyClick(button, K.Key_Return)
    qtbot.waitUntil(lambda: bool(stage.window.findChildren(HealthDialog)))
    (dialog,) = stage.window.findChildren(HealthDialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Chặn mạng", "Bộ nhớ tạm trên ổ đĩa", "Bản sao lưu gần nhất"} <= words
    picture(stage.window, "17-health")
    assert [fault for fault in layout_faults(dialog) if "label" in fault] == []
    qtbot.keyClick(dialog.close_button, K.Key_Escape)
    qtbot.waitUntil(lambda: not stage.page.health_button.busy)
