"""The machine's section: printers allowed for identities, backup locations, a trial opening."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reception.print_queue.print_route import CupsRoute
from reception.print_queue.printers import Attachment, PrinterInfo, PrinterState
from reception.services.backup.backup_locations import backup_location_of
from reception.storage.backup import backup_reader
from reception.storage.backup.backup_listing import MOST_FOLDERS
from tests.fixtures.cups import CABLE_PRINTER, NETWORK_PRINTER, PrivateCups, private_cups
from tests.fixtures.office import OFFICER
from tests.ui.features.settings.settings_fixture import SettingsStage, open_settings, settings_of
from tests.ui.layout_checks import layout_faults
from ui.appearance.theme import Mode, theme
from ui.widgets.push_button import PushButton
from ui.widgets.tag import Tag

__all__ = ["open_settings", "private_cups"]
K = Qt.Key


def texts_of(section: Any) -> str:
    """Return every word a card shows."""
    return " ".join(label.text() for label in section.findChildren(QLabel) if label.isVisible())


def open_machine(settings_stage: SettingsStage, qtbot: Any) -> Any:
    """Show the section with printers and places read."""
    section = settings_stage.open_section("machine")
    settings_stage.wait()
    if settings_stage.print_thread is not None:
        qtbot.waitUntil(lambda: bool(section.printers_card.printers))
        settings_stage.wait()
    return section


def settle(settings_stage: SettingsStage, qtbot: Any, done: Callable[[], bool]) -> None:
    """Wait for something, then for the worker."""
    qtbot.waitUntil(done)
    settings_stage.wait()


def test_each_printer_shows_its_connection_and_only_a_cable_prints_identities(
    open_settings, private_cups: PrivateCups, qtbot
) -> None:
    settings_stage = open_settings(route=CupsRoute())
    section = open_machine(settings_stage, qtbot)
    check_boxes = section.printers_card.check_boxes
    assert check_boxes[CABLE_PRINTER].isChecked()
    assert not check_boxes[NETWORK_PRINTER].isChecked()
    assert not check_boxes[NETWORK_PRINTER].isEnabled()
    assert "Cáp cắm vào máy này" in texts_of(section.printers_card)
    assert "Qua mạng nội bộ" in texts_of(section.printers_card)


def test_a_mark_is_set_by_keys_and_holds_for_printing(
    open_settings, private_cups: PrivateCups, qtbot
) -> None:
    settings_stage = open_settings(route=CupsRoute())
    section = open_machine(settings_stage, qtbot)
    rules = settings_stage.reception.printer_rules.rules
    check = section.printers_card.check_boxes[CABLE_PRINTER]
    check.setFocus()
    QTest.keyClick(check, K.Key_Space)
    settle(settings_stage, qtbot, lambda: bool(settings_stage.toasts))
    cable = next(p for p in section.printers_card.printers if p.name == CABLE_PRINTER)
    assert not rules().may_print_identities(cable)
    assert section.printers_card.check_boxes[CABLE_PRINTER].hasFocus()
    answers: list[Any] = []
    assert settings_stage.print_thread is not None
    settings_stage.print_thread.list_printers(answers.append, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert not any(one.allowed_for_identities for one in answers[0] if one.name == CABLE_PRINTER)
    QTest.keyClick(section.printers_card.check_boxes[CABLE_PRINTER], K.Key_Space)
    settle(settings_stage, qtbot, lambda: len(settings_stage.toasts) == 2)
    assert rules().may_print_identities(cable)


class Windows(CupsRoute):
    """A system that does not report how its one printer is connected."""

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the printer."""
        state = PrinterState.IDLE
        return (
            PrinterInfo(
                "May-in-1", "Máy in 1", "", Attachment.UNKNOWN, state, is_accepting_jobs=True
            ),
        )

    def warning(self) -> str | None:
        """Return the warning about Windows."""
        return "printer.spool_unknown"


def test_the_office_sets_the_connection_that_the_system_does_not_report(
    open_settings, qtbot
) -> None:
    settings_stage = open_settings(route=Windows())
    section = open_machine(settings_stage, qtbot)
    check = section.printers_card.check_boxes["May-in-1"]
    assert check.isEnabled()
    assert not check.isChecked()
    assert "Hệ thống không rõ" in texts_of(section.printers_card)
    qtbot.waitUntil(section.printers_card.spool_line.isVisible)
    check.setFocus()
    QTest.keyClick(check, K.Key_Space)
    settle(settings_stage, qtbot, lambda: bool(settings_stage.toasts))
    assert section.printers_card.check_boxes["May-in-1"].isChecked()
    tags = [tag.text() for tag in section.printers_card.findChildren(Tag) if tag.isVisible()]
    assert tags == ["Cắm cáp, cơ quan xác nhận"]
    assert settings_of(settings_stage).printer_marks[0][1] == "yes"


def test_names_too_may_be_bound_to_marked_printers(open_settings, qtbot) -> None:
    settings_stage = open_settings()
    section = open_machine(settings_stage, qtbot)
    section.printers_card.all_identities_toggle.setFocus()
    QTest.keyClick(section.printers_card.all_identities_toggle, K.Key_Space)
    settle(settings_stage, qtbot, lambda: bool(settings_stage.toasts))
    assert settings_of(settings_stage).names_on_marked_only
    assert settings_stage.reception.printer_rules.all_identities_need_allowed_printer()


def test_names_on_citizens_copies_are_switched_on_for_a_clean_spool_only(
    open_settings, private_cups: PrivateCups, qtbot
) -> None:
    settings_stage = open_settings(route=CupsRoute())
    section = open_machine(settings_stage, qtbot)
    toggle = section.printers_card.citizen_copies_toggle
    assert not toggle.isChecked()
    toggle.setFocus()
    QTest.keyClick(toggle, K.Key_Space)
    settle(settings_stage, qtbot, lambda: bool(settings_stage.toasts))
    assert settings_of(settings_stage).identity_on_citizen_copies


def test_a_refused_switch_goes_back_and_says_why(open_settings, qtbot) -> None:
    settings_stage = open_settings()
    section = open_machine(settings_stage, qtbot)
    refusals: list[Any] = []
    section.printers_card.failed.connect(refusals.append)
    toggle = section.printers_card.citizen_copies_toggle
    toggle.setFocus()
    QTest.keyClick(toggle, K.Key_Space)
    settle(settings_stage, qtbot, lambda: bool(refusals))
    assert refusals[0].code == "printer.no_marked"
    assert not toggle.isChecked()
    assert not settings_of(settings_stage).identity_on_citizen_copies


def test_without_printers_a_sentence_is_shown(open_settings, qtbot) -> None:
    settings_stage = open_settings()
    section = open_machine(settings_stage, qtbot)
    assert "chưa có máy in" in section.printers_card.message_label.text()


def test_an_officer_sees_all_and_marks_nothing(
    open_settings, private_cups: PrivateCups, qtbot
) -> None:
    settings_stage = open_settings(OFFICER, CupsRoute())
    section = open_machine(settings_stage, qtbot)
    assert not any(check.isEnabled() for check in section.printers_card.check_boxes.values())
    assert not section.printers_card.all_identities_toggle.isEnabled()
    assert not section.backup_locations_card.add_button.isVisible()


def test_ctrl_p_makes_a_page_to_try_and_the_years_calendar(open_settings, qtbot) -> None:
    settings_stage = open_settings()
    jobs: list[Any] = []
    settings_stage.page.print_wanted.connect(jobs.append)
    for name, form in (("machine", "Trang in thử"), ("calendar", "Lịch làm việc")):
        section = settings_stage.open_section(name)
        settings_stage.wait()
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(QApplication.focusWidget() or section, K.Key_P, control)
        qtbot.waitUntil(lambda f=form: bool(jobs) and jobs[-1].form.name == f)
    assert not any(job.holds_identity for job in jobs)
    assert all(
        button.isVisible() for button in settings_stage.page.current_section().header_buttons()
    )


def test_backups_are_made_at_every_location_and_one_is_tested(
    open_settings, tmp_path: Path, qtbot
) -> None:
    settings_stage = open_settings()
    section = open_machine(settings_stage, qtbot)
    assert "Chưa chọn nơi lưu" in section.backup_locations_card.summary.text()
    folders = [tmp_path / name for name in ("usb-a", "usb-b")]
    for folder in folders:
        folder.mkdir()
        section.backup_locations_card.add_location(str(folder))
        settings_stage.wait()
    assert {state.location for state in section.backup_locations_card.states} == {
        backup_location_of(str(f)) for f in folders
    }
    section.backup_locations_card.back_up_button.setFocus()
    QTest.keyClick(section.backup_locations_card.back_up_button, K.Key_Return)
    settle(settings_stage, qtbot, lambda: not section.backup_locations_card.back_up_button.busy)
    for folder in folders:
        (backup,) = folder.glob("sao-luu-*")
        assert backup_reader.verified_manifest(backup, None).counts.accounts == 4
    assert settings_stage.toasts[-1] == "Đã sao lưu, mở thử và kiểm tra"
    assert [len(state.backups) for state in section.backup_locations_card.states] == [1, 1]
    assert "1 bản, lần cuối" in texts_of(section.backup_locations_card)
    button = section.backup_locations_card.findChild(PushButton, "trial_0")
    button.setFocus()
    QTest.keyClick(button, K.Key_Return)
    settle(
        settings_stage, qtbot, lambda: settings_stage.toasts[-1] == "Bản sao lưu mở được và khớp"
    )
    # A damaged one says so.
    (backup,) = folders[0].glob("sao-luu-*")
    register = backup / "register.db"
    register.write_bytes(register.read_bytes()[:-4096] + bytes(4096))
    number = [state.location for state in section.backup_locations_card.states].index(
        backup_location_of(str(folders[0]))
    )
    button = section.backup_locations_card.findChild(PushButton, f"trial_{number}")
    button.click()
    settle(settings_stage, qtbot, settings_stage.page.banner.isVisible)
    assert "hỏng" in settings_stage.page.banner.text()


def test_an_unreachable_location_still_shows_its_last_backup(
    open_settings, tmp_path: Path, qtbot
) -> None:
    settings_stage = open_settings()
    section = open_machine(settings_stage, qtbot)
    folder = tmp_path / "usb-a"
    folder.mkdir()
    section.backup_locations_card.add_location(str(folder))
    settings_stage.wait()
    section.backup_locations_card.back_up_everywhere()
    settle(settings_stage, qtbot, lambda: not section.backup_locations_card.back_up_button.busy)
    folder.rename(tmp_path / "gone")
    settings_stage.office.clock.move(days=6)
    section.backup_locations_card.read_locations()
    settings_stage.wait()
    (state,) = section.backup_locations_card.states
    assert not state.is_connected
    assert state.last_backup_on is not None
    assert "chưa cắm, lần cuối" in texts_of(section.backup_locations_card)
    assert not section.backup_locations_card.back_up_button.isEnabled()
    tags = [tag.text() for tag in section.backup_locations_card.findChildren(Tag)]
    assert "Quá 6 ngày" in tags
    button = section.backup_locations_card.findChild(PushButton, "remove_0")
    button.setFocus()
    QTest.keyClick(button, K.Key_Return)
    settle(settings_stage, qtbot, lambda: section.backup_locations_card.states == ())
    assert QApplication.focusWidget() is not None


@pytest.mark.usefixtures("private_cups")
@pytest.mark.parametrize("look", [(m, s) for m in (Mode.LIGHT, Mode.DARK) for s in (1.0, 1.5)])
def test_nothing_is_cut_with_printers_and_locations(
    open_settings, themed, tmp_path: Path, picture, qtbot, look
) -> None:
    theme().apply(themed, *look)
    settings_stage = open_settings(route=CupsRoute())
    section = open_machine(settings_stage, qtbot)
    for name in ("usb-a", "usb-b"):
        (tmp_path / name).mkdir()
        section.backup_locations_card.add_location(str(tmp_path / name))
        settings_stage.wait()
    section.backup_locations_card.back_up_everywhere()
    settle(settings_stage, qtbot, lambda: not section.backup_locations_card.back_up_button.busy)
    picture(settings_stage.window, f"16-machine-{look[1]}-{look[0].value}")
    assert layout_faults(settings_stage.window) == []


def test_a_flooded_location_says_so(open_settings, qtbot, tmp_path: Path) -> None:
    place = tmp_path / "nơi sao lưu"
    for number in range(MOST_FOLDERS + 203):
        (place / f"sao-luu-{number}").mkdir(parents=True)
    settings_stage = open_settings()
    section = open_machine(settings_stage, qtbot)
    card = section.backup_locations_card
    card.add_location(str(place))
    settle(settings_stage, qtbot, lambda: "Còn 203 thư mục" in texts_of(card))
    assert "Quá nhiều" in [tag.text() for tag in card.findChildren(Tag)]
    assert not layout_faults(card)
