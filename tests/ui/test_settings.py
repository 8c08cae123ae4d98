"""Settings in the window: my password, the look at once, the office's lines for the head."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.bootstrap import Reception, wire
from reception.services.session import unlock
from reception.services.settings import OfficeSettings, read_settings
from tests.fixtures.office import HEAD, OFFICER, PASSWORDS, ThrowAwayOffice, build_office
from tests.ui.clipping import faults
from tests.ui.conftest import send_preedit, send_text
from ui import actions
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
        self.page.show_section("password")

    def part(self, name: str) -> Any:
        """Return a section, shown."""
        self.page.show_section(name)
        return self.page.section(name)

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
        page = self.part("password")
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
    assert room.part("password").old.hasFocus()
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
    part = room.part("password")
    assert getattr(part, field).state() == "error"
    assert words in getattr(part, field).note()
    assert [f.text() for f in (part.old, part.new, part.again)] == ["", "", ""]


def control_s(room: Study, place: Any) -> None:
    """Press Ctrl+S where the focus is and wait for the worker."""
    QTest.keyClick(place, K.Key_S, Qt.KeyboardModifier.ControlModifier)
    room.wait()


def settings_of(room: Study) -> OfficeSettings:
    """Read the settings anew from the register, not from memory."""
    found: list[OfficeSettings] = []
    session = room.opened[0].session
    room.runner.run(lambda: found.append(read_settings(session.database)))
    room.wait()
    return found[0]


def test_the_head_keeps_the_offices_lines(study) -> None:
    room = study()
    office = room.part("office")
    line = office.lines["phone"]
    line.setFocus()
    send_text(line, "0213 000 0001")
    send_preedit(line, "ơi")
    area = office.lists["bodies"]
    area.setFocus()
    area.set_text("Ban Tiếp công dân tỉnh\n\nVăn phòng Tỉnh ủy\nVăn phòng Tỉnh ủy\n")
    control_s(room, area)
    assert room.said == ["Đã lưu cài đặt"]
    settings = settings_of(room)
    assert settings.phone == "0213 000 0001ơi"
    assert settings.bodies == ("Ban Tiếp công dân tỉnh", "Văn phòng Tỉnh ủy")
    office.lines["issuing"].clear()
    control_s(room, line)
    assert office.fields["issuing"].state() == "error"
    assert office.lines["issuing"].hasFocus()
    assert settings_of(room).issuing


def test_the_minutes_are_kept(study) -> None:
    room = study()
    machine = room.part("machine")
    machine.idle.set_value(7)
    control_s(room, machine.idle.spin)
    assert settings_of(room).idle_minutes == 7


def test_counting_is_kept_and_its_note_follows(study) -> None:
    room = study()
    part = room.part("counting")
    assert "đếm theo lượt" in part.note_line.text()
    part.month.setFocus()
    QTest.keyClick(QApplication.focusWidget(), K.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), K.Key_Space)
    assert part.month.value() == 1
    part.people.choose(True)
    part.refused.choose(True)
    assert "Số người không đếm trùng" in part.note_line.text()
    assert "01/" in part.window_line.text()
    control_s(room, part.head_day.spin)
    kept = settings_of(room)
    assert (kept.month_starts_on, kept.people_distinct, kept.count_refused) == (1, True, True)
    assert kept.matters_distinct is False


def test_an_officer_reads_the_lines_and_changes_none(study) -> None:
    room = study(OFFICER)
    office = room.part("office")
    assert not room.page.save_button.isVisible()
    assert office.lines["phone"].isReadOnly()
    assert office.lists["bodies"].isReadOnly()
    assert not room.part("machine").idle.isEnabled()
    assert not room.part("counting").month.isEnabled()
    before = settings_of(room)
    office.lines["phone"].setText("0213")
    control_s(room, room.page)
    assert settings_of(room) == before


def test_arrows_and_letters_lead_through_the_sections(study) -> None:
    room = study()
    page = room.page
    names = page.list.names()
    page.list.item("password").setFocus()
    for name in names[names.index("password") + 1 :]:
        QTest.keyClick(QApplication.focusWidget(), K.Key_Down)
        assert page.list.current() == name
        assert page.list.item(name).hasFocus()
        assert page.current().isVisible()
    QTest.keyClick(QApplication.focusWidget(), K.Key_Home)
    assert page.list.current() == names[0]
    alt = Qt.KeyboardModifier.AltModifier
    for name in names:
        letter = actions.shortcut(f"settings.{name}").keys[0][-1]
        QTest.keyClick(QApplication.focusWidget(), K[f"Key_{letter}"], alt)
        assert page.list.current() == name
        assert page.section(name).isAncestorOf(QApplication.focusWidget())


def test_the_look_holds_at_once_and_is_remembered(study) -> None:
    room = study()
    looks: list[object] = []
    room.page.look_changed.connect(looks.append)
    machine = room.part("machine")
    machine.mode.choose("dark")
    machine.scale.choose(1.3)
    machine.language.choose("en")
    look = room.machine.look()
    assert (look.mode, look.scale, look.language) == ("dark", 1.3, "en")
    assert looks[-1] == look


def test_typed_passwords_go_with_the_lock(study) -> None:
    room = study()
    part = room.part("password")
    send_text(part.old, PASSWORDS[HEAD])
    room.page.about_to_lock()
    assert part.old.text() == ""


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(study, themed, picture, scale: float, mode: Mode) -> None:
    theme().apply(themed, mode, scale)
    room = study()
    for name in room.page.list.names():
        room.part(name)
        room.wait()
        QTest.qWait(60)
        picture(room.window, f"settings-{name}-{scale}-{mode.value}")
        assert faults(room.window) == [], name
