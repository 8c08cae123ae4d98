"""Settings in the window: my password, the look at once, the office's lines for the head."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.bootstrap import Reception, wire
from reception.services.session import unlock
from tests.fixtures.office import HEAD, OFFICER, PASSWORDS, ThrowAwayOffice, build_office
from tests.ui.clipping import faults
from tests.ui.conftest import send_text
from ui.main_window import MainWindow
from ui.places import Place
from ui.screens.settings.screen import SettingsScreen
from ui.settings_file import SettingsFile
from ui.theme import Mode, theme
from ui.work.worker import Runner

K = Qt.Key
NEW = "thuyền nan 7 mái chèo 93 gốc sung"


class Study:
    """The settings of a throw-away office."""

    def __init__(self, office: ThrowAwayOffice, name: str) -> None:
        """Open as somebody on the worker."""
        self.office, self.runner = office, Runner()
        self.opened: list[Reception] = []
        self.runner.run(self._open, name)
        self.wait()
        self.window = MainWindow((Place.DESK, Place.SETTINGS))
        self.machine = SettingsFile(office.folder.parent / "window.ini")
        self.page = SettingsScreen(self.opened[0], self.runner, self.window, self.machine)
        self.said: list[str] = []
        self.page.said.connect(self.said.append)
        self.window.add_screen(Place.SETTINGS, self.page)
        self.window.resize(1366, 696)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.window.go(Place.SETTINGS)

    def _open(self, name: str) -> None:
        reception = wire(self.office.open(name))
        reception.session.settings()
        self.opened.append(reception)

    def wait(self) -> None:
        """Wait for the worker."""
        QTest.qWait(20)
        while self.runner.busy:
            QTest.qWait(10)

    def type_passwords(self, old: str, new: str, again: str) -> None:
        """Type three passwords and press the button by key."""
        page = self.page
        for field, text in ((page.old, old), (page.new, new), (page.again, again)):
            field.setFocus()
            send_text(field, text)
        page.password_button.setFocus()
        QTest.keyClick(page.password_button, K.Key_Return)
        self.wait()


@pytest.fixture
def study(themed: QApplication, tmp_path: Path) -> Iterator[Callable[..., Study]]:
    """Return a maker of settings screens."""
    made: list[Study] = []
    office = build_office(tmp_path)

    def make(name: str = HEAD) -> Study:
        made.append(Study(office, name))
        return made[-1]

    yield make
    for found in made:
        found.runner.stop(found.opened[0].session.database.close)
        found.window.close()
        found.window.deleteLater()


def test_my_password_is_changed_by_keys(study) -> None:
    room = study(OFFICER)
    assert room.page.old.hasFocus()
    room.type_passwords(PASSWORDS[OFFICER], NEW, NEW)
    assert room.said == ["Đã đổi mật khẩu"]
    office = room.office
    unlock(office.folder, office.user_id(OFFICER), NEW, office.environment).database.close()


@pytest.mark.parametrize(
    ("old", "new", "again", "field", "words"),
    [
        ("sai", NEW, NEW, "old_field", "chưa đúng"),
        (PASSWORDS[OFFICER], NEW, NEW + "x", "again_field", "giống nhau"),
        (PASSWORDS[OFFICER], "laichau123", "laichau123", "new_field", "thiếu"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(study, old, new, again, field, words) -> None:
    room = study(OFFICER)
    room.type_passwords(old, new, again)
    assert room.said == []
    assert getattr(room.page, field).state() == "error"
    assert words in getattr(room.page, field).note()
    assert [f.text() for f in (room.page.old, room.page.new, room.page.again)] == ["", "", ""]


def test_the_head_keeps_the_offices_lines(study) -> None:
    room = study()
    line = room.page.lines["phone"]
    line.setFocus()
    send_text(line, "0213 000 0001")
    room.page.idle.set_value(7)
    QTest.keyClick(line, K.Key_S, Qt.KeyboardModifier.ControlModifier)
    room.wait()
    assert room.said == ["Đã lưu cài đặt"]
    settings = room.opened[0].session.settings()
    assert (settings.phone, settings.idle_minutes) == ("0213 000 0001", 7)
    room.page.lines["issuing"].clear()
    QTest.keyClick(line, K.Key_S, Qt.KeyboardModifier.ControlModifier)
    room.wait()
    assert room.page.banner.isVisible()
    assert room.opened[0].session.settings().issuing


def test_an_officer_reads_the_lines_and_changes_none(study) -> None:
    room = study(OFFICER)
    assert not room.page.save_button.isVisible()
    assert room.page.lines["phone"].isReadOnly()
    assert not room.page.idle.isEnabled()


def test_the_look_holds_at_once_and_is_remembered(study) -> None:
    room = study()
    looks: list[object] = []
    room.page.look_changed.connect(looks.append)
    room.page.mode.choose("dark")
    room.page.scale.choose(1.3)
    look = room.machine.look()
    assert (look.mode, look.scale) == ("dark", 1.3)
    assert looks[-1] == look


def test_typed_passwords_go_with_the_lock(study) -> None:
    room = study()
    send_text(room.page.old, PASSWORDS[HEAD])
    room.page.about_to_lock()
    assert room.page.old.text() == ""


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(study, themed, picture, scale: float) -> None:
    theme().apply(themed, Mode.LIGHT, scale)
    room = study()
    QTest.qWait(60)
    picture(room.window, f"16-settings-{scale}")
    assert faults(room.window) == []
