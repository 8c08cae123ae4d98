"""The program as a whole: options, settings, first pages, crash, second window."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reception.domain.errors import StorageError
from reception.hardening.single_instance import InstanceLock
from reception.services.visits.drafts import Drafts
from reception.storage.database import DATABASE_FILE
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice
from tests.fixtures.polling import PROCESS_PATIENCE
from tests.ui.application.running_program import sign_in
from ui.app import use_known_input_method
from ui.appearance.window_settings import AppearanceSettings, WindowSettings
from ui.application.command_line import Options, parse
from ui.features.setup.setup_wizard import SetupWizard
from ui.features.unlock.damage_screen import DamageScreen
from ui.features.unlock.damage_texts import damage_title, next_steps, technical_line
from ui.features.unlock.last_log_entry import relative_day
from ui.features.unlock.notices_screen import NoticesScreen
from ui.features.unlock.unlock_screen import UnlockScreen
from ui.shell.crash_dialog import CrashGuard, crash_location
from ui.shell.navigation import NavigationItem

ROOT = Path(__file__).resolve().parents[3]
DAMAGED = (
    *("keyring.missing", "keyring.unreadable", "keyring.newer", "keyring.older"),
    *("database.missing", "database.unreadable", "database.damaged", "database.newer"),
    *("database.setting_refused", "members.forged", "seal.broken"),
    *("roster.rows_differ", "roster.lower", "roster.fork", "roster.forged"),
)


def test_options_survive_a_lock():
    options = parse(["--demonstration", "--lang", "en", "--office", "/a b"])
    again = parse(options.arguments_after_lock(Path("/a b"), "idle", "0f"))
    assert again == Options(Path("/a b"), True, "idle", "0f", "en")


@pytest.mark.parametrize(
    "wrong",
    [["--locked", "duress"], ["--lang", "fr"], ["--what"], ["-x"], ["--office"], ["a file"]],
)
def test_wrong_options_are_refused_and_named(wrong: list[str], capsys):
    with pytest.raises(SystemExit) as end:
        parse(wrong)
    assert end.value.code == 2
    error_output = capsys.readouterr().err
    assert wrong[0] in error_output
    assert "--help" in error_output


@pytest.mark.parametrize("ask", ["-h", "--help"])
def test_help_names_every_option(ask: str, capsys):
    with pytest.raises(SystemExit) as end:
        parse([ask])
    assert end.value.code == 0
    output = capsys.readouterr().out
    assert all(f"--{name}" in output for name in ("office", "lang"))


def test_settings_are_read_back_with_their_types(tmp_path: Path):
    path = tmp_path / "window.ini"
    first = WindowSettings(path)
    assert (first.appearance(), first.office_folder(), first.last_user()) == (
        AppearanceSettings(),
        None,
        "",
    )
    first.store_appearance(AppearanceSettings("dark", 1.3, "en"))
    first.store_office_folder(tmp_path / "sổ")
    first.store_last_user("0a1b")
    del first
    again = WindowSettings(path)
    assert again.appearance() == AppearanceSettings("dark", 1.3, "en")
    assert again.office_folder() == tmp_path / "sổ"
    assert again.last_user() == "0a1b"


def test_nonsense_in_the_settings_is_the_default(tmp_path: Path):
    path = tmp_path / "window.ini"
    path.write_text("[look]\nmode=pink\nscale=9\nlanguage=1\n", encoding="utf-8")
    assert WindowSettings(path).appearance() == AppearanceSettings()
    path.write_text("[look]\nscale=big\n", encoding="utf-8")
    assert WindowSettings(path).appearance() == AppearanceSettings()


@pytest.mark.parametrize(
    ("given", "used"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("xim", "xim")]
)
def test_fcitx_is_spoken_to_as_ibus(monkeypatch, given: str, used: str):
    monkeypatch.setenv("QT_IM_MODULE", given)
    use_known_input_method()
    assert os.environ["QT_IM_MODULE"] == used


def test_an_empty_folder_begins_with_the_wizard(start, tmp_path: Path):
    program = start(Options(office=tmp_path / "none", language="vi"))
    assert isinstance(program.start_window.page, SetupWizard)


def test_the_right_password_opens_and_is_remembered_by_id_only(
    start, office: ThrowAwayOffice, qtbot, tmp_path: Path
):
    program = start(Options(office=office.folder, demonstration=True, language="vi"))
    sign_in(program, OFFICER, PASSWORDS[OFFICER])
    qtbot.waitUntil(lambda: program.office is not None)
    qtbot.waitUntil(lambda: program.office.window is not None)
    assert program.office.window.isVisible()
    assert program.office.window.windowTitle() == "Sổ tiếp công dân"
    assert WindowSettings(tmp_path / "window.ini").last_user() == office.user_id(OFFICER)
    assert OFFICER not in (tmp_path / "window.ini").read_text(encoding="utf-8")


def test_after_unlocking_the_window_shows_the_persons_own_last_entry(
    start, office: ThrowAwayOffice, qtbot, picture
):
    office.open(OFFICER).close()
    office.open(COLLEAGUE).close()
    program = start(Options(office=office.folder, demonstration=True, language="vi"))
    sign_in(program, OFFICER, PASSWORDS[OFFICER])
    qtbot.waitUntil(lambda: program.office is not None)
    qtbot.waitUntil(lambda: program.office.window is not None)
    window, session = program.office.window, program.office._opened.reception.session
    own = session.own_last_entry
    assert own is not None
    assert own.seq < session.opening_checkpoint.seq  # which is the colleague's
    assert own.at.time_of_day is None
    day = relative_day(own.at.day, session.environment.clock.now())
    assert window.toast.text().startswith(f"Lần cuối của bạn: {own.seq}, {day}. ")
    assert window.toast.isVisible()
    lines = [text for _, text, _ in program.office._status_lines()]
    assert any(re.fullmatch(rf"Bạn: {own.seq}, \d\d/\d\d", text) for text in lines)
    window.resize(1400, 800)
    picture(window, "own_last_entry")
    window.resize(1024, 600)
    picture(window, "own_last_entry_small")


def test_who_was_never_here_is_told_so_after_unlocking(start, office: ThrowAwayOffice, qtbot):
    office.open(COLLEAGUE).close()
    program = start(Options(office=office.folder, demonstration=True, language="vi"))
    sign_in(program, OFFICER, PASSWORDS[OFFICER])
    qtbot.waitUntil(lambda: program.office is not None)
    qtbot.waitUntil(lambda: program.office.window is not None)
    notice = program.office.window.toast.text()
    assert notice == "Nhật ký chưa có mục nào của bạn từ trước. Danh sách số 1."
    lines = [text for _, text, _ in program.office._status_lines()]
    assert "Bạn: chưa có mục nào" in lines


def test_a_wrong_password_shows_the_unlock_screen_and_is_counted(
    start, office: ThrowAwayOffice, qtbot
):
    program = start(Options(office=office.folder, demonstration=True, language="vi"))
    page = program.start_window.page
    sign_in(program, OFFICER, "sai rồi")
    qtbot.waitUntil(page.note.isVisible)
    assert page.note.attempts_label.text() == "Sai lần 1, chờ 1 giây"
    assert program.start_window.page is page


def test_the_head_gets_a_notice_about_missing_recovery_sheets(
    start, office: ThrowAwayOffice, qtbot
):
    program = start(Options(office=office.folder, demonstration=True, language="vi"))
    sign_in(program, HEAD, PASSWORDS[HEAD])
    qtbot.waitUntil(lambda: program.office is not None)
    page = program.office.start_window.page
    assert isinstance(page, NoticesScreen)
    assert page.continue_button.isEnabled()
    page.continue_button.click()
    qtbot.waitUntil(lambda: program.office.window is not None)


def test_a_clock_that_ran_backwards_must_be_confirmed(start, office: ThrowAwayOffice, qtbot):
    office.clock.move(days=4000)
    office.open().close()
    program = start(Options(office=office.folder, demonstration=True, language="vi"))
    sign_in(program, OFFICER, PASSWORDS[OFFICER])
    qtbot.waitUntil(lambda: program.office is not None)
    page = program.office.start_window.page
    assert isinstance(page, NoticesScreen)
    assert not page.continue_button.isEnabled()
    assert len(page.check_boxes) == 1
    page.check_boxes[0].setChecked(True)
    page.continue_button.click()
    qtbot.waitUntil(lambda: program.office.window is not None)
    database = program.office._opened.reception.session.database
    acts: list[object] = []
    program.runner.run(
        lambda: [row["act"] for row in database.query("SELECT act FROM log", ())],
        then=acts.extend,
    )
    qtbot.waitUntil(lambda: bool(acts))
    assert acts[-1] == "clock_confirmed"


@pytest.mark.parametrize(("user", "returning"), [(OFFICER, True), (HEAD, False)])
def test_the_draft_is_restored_for_its_officer(
    start, office: ThrowAwayOffice, qtbot, user: str, returning: bool
):
    session = office.open(OFFICER)
    drafts = Drafts(session)
    drafts.save(drafts.create(), {"name": "Giàng A Páo"})
    session.close()
    last = Options(
        office=office.folder,
        demonstration=True,
        locked="idle",
        user=office.user_id(user),
        language="vi",
    )
    program = start(last)
    sign_in(program, OFFICER, PASSWORDS[OFFICER])
    qtbot.waitUntil(lambda: program.office is not None and program.office.window is not None)
    assert program.office.window.screen_at(NavigationItem.HOME).given == [(1, returning)]


def test_a_damaged_file_is_a_page_with_the_true_state(start, office: ThrowAwayOffice, qtbot):
    path = office.folder / DATABASE_FILE
    data = bytearray(path.read_bytes())
    data[100:2000] = bytes(1900)
    path.write_bytes(bytes(data))
    program = start(Options(office=office.folder, demonstration=True, language="vi"))
    sign_in(program, OFFICER, PASSWORDS[OFFICER])
    qtbot.waitUntil(lambda: isinstance(program.start_window.page, DamageScreen))
    page = program.start_window.page
    page_text = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "database.unreadable" in page_text
    assert str(office.folder) not in page_text
    page.retry_button.click()
    qtbot.waitUntil(lambda: isinstance(program.start_window.page, UnlockScreen))


def test_every_failure_has_a_headline_and_steps(themed: QApplication):
    for code in DAMAGED:
        assert damage_title(code).startswith("Chưa mở được sổ")
        assert len(next_steps(code)) in (2, 3)


def test_details_for_the_administrator_contain_numbers_only(themed: QApplication):
    error = StorageError("database.newer", found=9, known=1, folder="/srv/tran-thi-b")
    assert technical_line(error) == "database.newer found=9 known=1"


def test_a_language_change_rebuilds_the_page_and_is_stored(
    start, office: ThrowAwayOffice, qtbot, tmp_path: Path
):
    program = start(Options(office=office.folder, demonstration=True, language="vi"))
    program.start_window.page.language_box.choose("en")
    qtbot.waitUntil(lambda: program.start_window.page.open_button.text() == "Open the register")
    assert WindowSettings(tmp_path / "window.ini").appearance().language == "en"


def test_a_language_chosen_in_the_settings_holds_from_the_next_lock(
    start, office: ThrowAwayOffice, tmp_path: Path
):
    program = start(Options(office=office.folder, demonstration=True, language="vi"))
    assert program._next_options().language == "vi"
    settings = WindowSettings(tmp_path / "window.ini")
    settings.store_appearance(settings.appearance()._replace(language="en"))
    arguments = program._next_options().arguments_after_lock(office.folder, "key", "")
    assert parse(arguments).language == "en"


def test_a_crash_report_names_source_lines_and_no_data():
    try:
        secret = "Giàng A Páo"
        raise ValueError(secret)
    except ValueError as error:
        details = crash_location(ValueError, error.__traceback__)
    assert "ValueError" in details
    assert "test_application.py" in details
    assert "Giàng" not in details
    assert str(ROOT) not in details


def test_a_crash_shows_one_dialog(themed: QApplication, qtbot, monkeypatch, capsys):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    guard = CrashGuard(window)
    for _ in range(2):
        guard.report(ValueError, ValueError("Giàng A Páo"), None)
    qtbot.waitUntil(lambda: window.findChild(QLabel, "details") is not None)
    details = window.findChildren(QLabel, "details")
    assert [label.text() for label in details] == ["ValueError"]
    assert "Giàng" not in capsys.readouterr().err


def run_program(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "ui.app", *arguments],
        capture_output=True,
        text=True,
        timeout=PROCESS_PATIENCE,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )


def test_a_second_window_is_refused_with_a_sentence(office: ThrowAwayOffice):
    lock = InstanceLock(office.folder, "window")
    assert lock.acquire()
    done = run_program("--office", str(office.folder), "--demonstration", "--lang", "vi")
    lock.release()
    assert done.returncode == 1
    assert done.stderr.strip().endswith("Dùng cửa sổ đang mở.")


def test_hardening_is_complete_before_qt_is_imported():
    code = (
        "import sys, reception.hardening.network_audit_hook as t\n"
        "import reception.hardening.network_block as n\n"
        "seen = []\n"
        "def look(name, real):\n"
        "    def call(*a):\n"
        "        seen.append((name, 'PySide6' in sys.modules))\n"
        "        return real(*a)\n"
        "    return call\n"
        "n.block_network = look('wall', n.block_network)\n"
        "t.install_network_audit_hook = look('hook', t.install_network_audit_hook)\n"
        "import ui.app\n"
        "print('PySide6' in sys.modules)\n"
        "try:\n"
        "    ui.app.main(['--what'])\n"
        "except SystemExit:\n"
        "    print(seen)\n"
    )
    done = subprocess.run(  # noqa: S603  # our own snippet
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.split("\n")[:2] == ["False", "[('wall', False), ('hook', False)]"]
