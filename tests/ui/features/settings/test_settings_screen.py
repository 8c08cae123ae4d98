"""Settings in the window: my password, the look at once, the office's lines for the head."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from reception.law.table_notes import note_01tcd
from reception.services.access.session import unlock
from tests.fixtures.office import HEAD, OFFICER, PASSWORDS
from tests.fixtures.visit_forms import form
from tests.ui.conftest import send_preedit, send_text
from tests.ui.features.settings.settings_fixture import control_s, settings_of, study
from tests.ui.layout_checks import faults
from tests.ui.waiting import pause
from ui.appearance import translation
from ui.appearance.theme import Mode, theme
from ui.shell import actions

__all__ = ["study"]
# The name of a language in itself, a day off as the law names it, the note that goes on a form.
DATA = (
    "Tiếng Việt",
    "Ngày Văn hóa Việt Nam",
    note_01tcd(
        people_distinct=False,
        matters_distinct=False,
        refused_counted=False,
        days_from_visits=False,
    ),
)
K = Qt.Key
NEW = "thuyền nan 7 mái chèo 93 gốc sung"


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
        room.wait()
        if name == "calendar":
            assert page.current().year_card.year_line.text() == "2026"
    QTest.keyClick(QApplication.focusWidget(), K.Key_Home)
    assert page.list.current() == names[0]
    alt = Qt.KeyboardModifier.AltModifier
    for name in names:
        letter = actions.shortcut(f"settings.{name}").keys[0][-1]
        QTest.keyClick(QApplication.focusWidget(), K[f"Key_{letter}"], alt)
        assert page.list.current() == name
        focus, section = QApplication.focusWidget(), page.section(name)
        assert section.isAncestorOf(focus) or focus in section.sides()


def test_the_machine_is_looked_at_once_then_on_demand(study) -> None:
    room = study()
    session = room.opened[0].session
    sql = "SELECT count(*) FROM log WHERE act = 'machine_checked'"

    def looks() -> int:
        found: list[int] = []
        room.wait()
        room.runner.run(lambda: found.append(session.database.one(sql)[0]))
        room.wait()
        return found[0]

    part = room.part("health")
    assert looks() == 1
    room.part("office")
    room.part("health")
    assert looks() == 1
    assert part.again_button.hasFocus()
    QTest.keyClick(part.again_button, K.Key_Return)
    assert looks() == 2
    assert part.verdict.isVisible()
    assert len(part.list.findChildren(QLabel)) == 30  # ten findings, three labels each


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


def test_english_is_whole(study, themed, picture) -> None:
    """No word of a section is left in Vietnamese, but what is the office's or the law's."""
    translation.install(themed, "en")
    room = study()
    office = [str(value) for value in asdict(room.opened[0].session.settings()).values()]
    for name in room.page.list.names():
        part = room.part(name)
        room.wait()
        pause(60)
        people = room.opened[0].session.people.values()
        office += [person.name for person in people]
        named = [word for person in people for word in (person.name, person.title)]
        picture(room.window, f"settings-{name}-en")
        texts = [label.text() for label in part.findChildren(QLabel) if label.isVisible()]
        texts += [button.text() for button in part.findChildren(QAbstractButton)]
        texts += [item.text() for item in room.page.list.findChildren(QAbstractButton)]
        texts += [room.page.header.subtitle()]
        for word in named:  # a name inside a sentence is no word of the program
            texts = [text if text == word else text.replace(word, "") for text in texts]
        left = [text for text in texts if _vietnamese(text) and text not in office]
        assert [text for text in left if text not in DATA] == [], name
        assert faults(room.window) == [], name


def _vietnamese(text: str) -> bool:
    marks = "ăâđêôơưàáãèéìíòóõùúý"
    return any(
        letter in marks or (letter.isalpha() and ord(letter) > 0x17F) for letter in text.lower()
    )


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(study, themed, picture, scale: float, mode: Mode) -> None:
    theme().apply(themed, mode, scale)
    room = study()
    for name in room.page.list.names():
        room.part(name)
        room.wait()
        pause(60)
        picture(room.window, f"settings-{name}-{scale}-{mode.value}")
        assert faults(room.window) == [], name


def test_the_next_number_is_set_with_a_reason_once_the_year_has_begun(study) -> None:
    room = study(HEAD)
    card = room.part("counting").number
    room.wait()
    assert "bắt đầu từ số 0001" in card.line.text()
    set_number(room, card, "120", "")
    assert room.said == ["Đã đặt số lượt"]
    assert "bắt đầu từ số 0120" in card.line.text()
    sealed: list[object] = []
    room.runner.run(lambda: sealed.append(room.opened[0].intake.seal_visit(form())))
    room.wait()
    assert sealed[0].visit.number == 120  # type: ignore[attr-defined]
    card.read()
    room.wait()
    assert "kế tiếp mang số 0121" in card.line.text()
    set_number(room, card, "120", "Sổ giấy đã ghi tới đó")
    assert card.number_field.state() == "error"
    set_number(room, card, "200", "ngắn")
    assert card.reason_field.state() == "error"
    assert card.number.text() == "200"
    set_number(room, card, "200", "Sổ giấy đã ghi tới số 199")
    assert "kế tiếp mang số 0200" in card.line.text()
    set_number(room, card, "hai trăm", "")
    assert card.number_field.state() == "error"


def set_number(room, card, number: str, reason: str) -> None:
    """Type number and reason, press the button by key."""
    for field, text in ((card.number, number), (card.reason, reason)):
        field.setFocus()
        field.clear()
        send_text(field, text)
    card.button.setFocus()
    QTest.keyClick(card.button, K.Key_Space)
    room.wait()


def test_who_does_not_manage_reads_the_next_number_alone(study) -> None:
    room = study(OFFICER)
    card = room.part("counting").number
    room.wait()
    assert "0001" in card.line.text()
    assert not card.button.isVisible()
    assert not card.number.isVisible()
