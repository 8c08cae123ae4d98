"""After unlocking, the window verifies the log while it is idle, and a bad entry stays visible."""

from __future__ import annotations

from reception.bootstrap import create_services
from reception.services.access.session_log_walk import STEP
from reception.storage.audit.log_reader import last_entry_number
from tests.fixtures.log_entries import write_bad_signature, write_entries
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice
from tests.ui.application.running_program import sign_in
from ui.application.command_line import Options
from ui.features.unlock.notices_screen import NoticesScreen


def opened_program(start, office: ThrowAwayOffice, qtbot, name: str = OFFICER):
    """Start the program and unlock the office."""
    program = start(Options(office=office.folder, demonstration=True, language="vi"))
    sign_in(program, name, PASSWORDS[name])
    qtbot.waitUntil(lambda: program.office is not None)
    return program


def test_a_bad_entry_in_a_long_log_appears_above_every_screen(
    start, office: ThrowAwayOffice, qtbot
):
    colleague = office.open(COLLEAGUE)
    write_entries(colleague, 2 * STEP)
    write_bad_signature(colleague)
    bad = last_entry_number(colleague.database)
    colleague.close()
    program = opened_program(start, office, qtbot)
    qtbot.waitUntil(lambda: program.office.window is not None)
    window = program.office.window
    qtbot.waitUntil(lambda: window.error_banner is not None)
    assert window.error_banner.isVisible()
    assert f"từ mục {bad}:" in window.error_banner.text()
    for item in program.office.screens.pages:
        window.show_item(item)
        assert window.error_banner.isVisible()


def write_long_bad_log(office: ThrowAwayOffice) -> None:
    colleague = office.open(COLLEAGUE)
    write_entries(colleague, 2 * STEP)
    write_bad_signature(colleague)
    colleague.close()


def test_the_head_is_told_where_to_accept(start, office: ThrowAwayOffice, qtbot) -> None:
    write_long_bad_log(office)
    program = opened_program(start, office, qtbot, HEAD)
    qtbot.waitUntil(lambda: isinstance(program.office.start_window.page, NoticesScreen))
    program.office.start_window.page.continue_button.click()
    qtbot.waitUntil(lambda: program.office.window is not None)
    qtbot.waitUntil(lambda: program.office.window.error_banner is not None)
    assert "nhấn F5" in program.office.window.error_banner.text()


def test_the_banner_goes_when_the_head_has_accepted(start, office: ThrowAwayOffice, qtbot) -> None:
    write_long_bad_log(office)
    program = opened_program(start, office, qtbot)
    qtbot.waitUntil(lambda: program.office.window is not None)
    window = program.office.window
    qtbot.waitUntil(lambda: window.error_banner is not None)
    head = create_services(office.open(HEAD))
    acceptance = head.staff.finding_acceptance
    acceptance.accept(acceptance.verify().findings)
    head.session.close()
    reception = program.office._opened.reception
    program.office._runner.run(reception.session.refresh)  # as any act of the officer does
    qtbot.waitUntil(window.error_banner.isHidden)


def test_a_long_log_without_a_bad_entry_is_verified_without_a_word(
    start, office: ThrowAwayOffice, qtbot
):
    colleague = office.open(COLLEAGUE)
    write_entries(colleague, 2 * STEP)
    colleague.close()
    program = opened_program(start, office, qtbot)
    walk = program.office._opened.reception.session.log_walk
    qtbot.waitUntil(lambda: walk.end.seq > 2 * STEP, timeout=10_000)
    assert program.office.window.error_banner is None
    assert walk.failure() is None


def test_a_bad_entry_in_a_short_log_is_a_warning_at_the_unlock(
    start, office: ThrowAwayOffice, qtbot
):
    colleague = office.open(COLLEAGUE)
    write_bad_signature(colleague)
    colleague.close()
    program = opened_program(start, office, qtbot)
    qtbot.waitUntil(lambda: isinstance(program.office.start_window.page, NoticesScreen))
    page = program.office.start_window.page
    assert "confirm_log.walk_failed" in [box.objectName() for box in page.check_boxes]
    assert not page.continue_button.isEnabled()
