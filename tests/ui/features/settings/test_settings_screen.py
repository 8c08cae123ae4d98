"""Settings in the window: my password, appearance, and the office's settings for the head."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from reception.law.tables.table_01tcd import TABLE_01TCD
from reception.services.access.unlocking import unlock
from tests.fixtures.office import HEAD, OFFICER, PASSWORDS
from tests.fixtures.visit_forms import visit_form
from tests.ui.conftest import send_preedit, send_text
from tests.ui.features.settings.settings_fixture import control_s, open_settings, settings_of
from tests.ui.layout_checks import layout_faults
from ui.appearance import translation
from ui.appearance.theme import Mode, theme
from ui.shell import actions

__all__ = ["open_settings"]
# The name of a language in itself, a day off as the law names it, the note that goes on a form.
DATA = (
    "Tiếng Việt",
    "Ngày Văn hóa Việt Nam",
    TABLE_01TCD.note(frozenset()),
)
K = Qt.Key
NEW = "thuyền nan 7 mái chèo 93 gốc sung"


def test_my_password_is_changed_by_keys(open_settings) -> None:
    settings_stage = open_settings(OFFICER)
    assert settings_stage.open_section("password").old_password.hasFocus()
    settings_stage.type_passwords(PASSWORDS[OFFICER], NEW, NEW)
    assert settings_stage.toasts == ["Đã đổi mật khẩu"]
    office = settings_stage.office
    unlock(office.folder, office.user_id(OFFICER), NEW, office.environment).database.close()


@pytest.mark.parametrize(
    ("old", "new", "repeated", "field", "note"),
    [
        ("sai", NEW, NEW, "old_field", "chưa đúng"),
        (PASSWORDS[OFFICER], NEW, NEW + "x", "repeated_field", "giống nhau"),
        (PASSWORDS[OFFICER], "laichau123", "laichau123", "new_field", "thiếu"),
    ],
)
def test_an_error_is_shown_at_its_field(open_settings, old, new, repeated, field, note) -> None:
    settings_stage = open_settings(OFFICER)
    settings_stage.type_passwords(old, new, repeated)
    assert settings_stage.toasts == []
    section = settings_stage.open_section("password")
    assert getattr(section, field).state() == "error"
    assert note in getattr(section, field).note()
    assert [
        f.text() for f in (section.old_password, section.new_password, section.repeated_password)
    ] == [
        "",
        "",
        "",
    ]


def test_the_head_keeps_the_offices_lines(open_settings) -> None:
    settings_stage = open_settings()
    office = settings_stage.open_section("office")
    line = office.line_fields["phone"]
    line.setFocus()
    send_text(line, "0213 000 0001")
    send_preedit(line, "ơi")
    area = office.list_fields["bodies"]
    area.setFocus()
    area.set_text("Ban Tiếp công dân tỉnh\n\nVăn phòng Tỉnh ủy\nVăn phòng Tỉnh ủy\n")
    control_s(settings_stage, area)
    assert settings_stage.toasts == ["Đã lưu cài đặt"]
    settings = settings_of(settings_stage)
    assert settings.phone == "0213 000 0001ơi"
    assert settings.bodies == ("Ban Tiếp công dân tỉnh", "Văn phòng Tỉnh ủy")
    office.line_fields["issuing"].clear()
    control_s(settings_stage, line)
    assert office.labeled_fields["issuing"].state() == "error"
    assert office.line_fields["issuing"].hasFocus()
    assert settings_of(settings_stage).issuing


def test_the_minutes_are_kept(open_settings) -> None:
    settings_stage = open_settings()
    machine = settings_stage.open_section("machine")
    machine.idle_minutes.set_value(7)
    control_s(settings_stage, machine.idle_minutes.spin)
    assert settings_of(settings_stage).idle_minutes == 7


def test_counting_is_kept_and_its_note_follows(open_settings) -> None:
    settings_stage = open_settings()
    section = settings_stage.open_section("counting")
    assert "đếm theo lượt" in section.note_label.text()
    section.month_start.setFocus()
    QTest.keyClick(QApplication.focusWidget(), K.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), K.Key_Space)
    assert section.month_start.value() == 1
    section.people_counting.choose(True)
    section.refused_counting.choose(True)
    assert "Số người không đếm trùng" in section.note_label.text()
    assert "01/" in section.period_label.text()
    control_s(settings_stage, section.head_day.spin)
    settings = settings_of(settings_stage)
    assert (settings.month_starts_on, settings.people_distinct, settings.count_refused) == (
        1,
        True,
        True,
    )
    assert settings.matters_distinct is False


def test_an_officer_reads_the_lines_and_changes_none(open_settings) -> None:
    settings_stage = open_settings(OFFICER)
    office = settings_stage.open_section("office")
    assert not settings_stage.page.save_button.isVisible()
    assert office.line_fields["phone"].isReadOnly()
    assert office.list_fields["bodies"].isReadOnly()
    assert not settings_stage.open_section("machine").idle_minutes.isEnabled()
    assert not settings_stage.open_section("counting").month_start.isEnabled()
    before = settings_of(settings_stage)
    office.line_fields["phone"].setText("0213")
    control_s(settings_stage, settings_stage.page)
    assert settings_of(settings_stage) == before


def test_sections_are_chosen_by_arrows_and_letters(open_settings) -> None:
    settings_stage = open_settings()
    page = settings_stage.page
    names = page.section_list.section_ids()
    page.section_list.item("password").setFocus()
    for name in names[names.index("password") + 1 :]:
        QTest.keyClick(QApplication.focusWidget(), K.Key_Down)
        assert page.section_list.current_id() == name
        assert page.section_list.item(name).hasFocus()
        assert page.current_section().isVisible()
        settings_stage.wait()
        if name == "calendar":
            assert page.current_section().year_card.year_label.text() == "2026"
    QTest.keyClick(QApplication.focusWidget(), K.Key_Home)
    assert page.section_list.current_id() == names[0]
    alt = Qt.KeyboardModifier.AltModifier
    for name in names:
        letter = actions.shortcut(f"settings.{name}").keys[0][-1]
        QTest.keyClick(QApplication.focusWidget(), K[f"Key_{letter}"], alt)
        assert page.section_list.current_id() == name
        focus, section = QApplication.focusWidget(), page.section(name)
        assert section.isAncestorOf(focus) or focus in section.header_buttons()


def test_the_machine_is_looked_at_once_then_on_demand(open_settings) -> None:
    settings_stage = open_settings()
    session = settings_stage.reception.session
    sql = "SELECT count(*) FROM log WHERE act = 'machine_checked'"

    def examinations() -> int:
        counts: list[int] = []
        settings_stage.wait()
        settings_stage.runner.run(lambda: counts.append(session.database.one(sql)[0]))
        settings_stage.wait()
        return counts[0]

    section = settings_stage.open_section("health")
    assert examinations() == 1
    settings_stage.open_section("office")
    settings_stage.open_section("health")
    assert examinations() == 1
    assert section.check_button.hasFocus()
    QTest.keyClick(section.check_button, K.Key_Return)
    assert examinations() == 2
    assert section.verdict_banner.isVisible()
    assert len(section.findings.findChildren(QLabel)) == 33  # eleven findings, three labels each


def test_the_appearance_changes_at_once_and_is_stored(open_settings) -> None:
    settings_stage = open_settings()
    appearances: list[object] = []
    settings_stage.page.appearance_changed.connect(appearances.append)
    machine = settings_stage.open_section("machine")
    machine.mode.choose("dark")
    machine.scale.choose(1.3)
    machine.language.choose("en")
    look = settings_stage.machine.appearance()
    assert (look.mode, look.scale, look.language) == ("dark", 1.3, "en")
    assert appearances[-1] == look


def test_typed_passwords_go_with_the_lock(open_settings) -> None:
    settings_stage = open_settings()
    section = settings_stage.open_section("password")
    send_text(section.old_password, PASSWORDS[HEAD])
    settings_stage.page.about_to_lock()
    assert section.old_password.text() == ""


def test_every_text_of_the_sections_is_in_english(open_settings, themed, picture) -> None:
    """No text of a section is Vietnamese, except data of the office and terms of the law."""
    translation.install(themed, "en")
    settings_stage = open_settings()
    office = [str(value) for value in asdict(settings_stage.reception.session.settings()).values()]
    for name in settings_stage.page.section_list.section_ids():
        section = settings_stage.open_section(name)
        settings_stage.wait()
        people = settings_stage.reception.session.people.values()
        office += [person.name for person in people]
        named = [word for person in people for word in (person.name, person.title)]
        picture(settings_stage.window, f"settings-{name}-en")
        texts = [label.text() for label in section.findChildren(QLabel) if label.isVisible()]
        texts += [button.text() for button in section.findChildren(QAbstractButton)]
        texts += [
            item.text() for item in settings_stage.page.section_list.findChildren(QAbstractButton)
        ]
        texts += [settings_stage.page.header.subtitle()]
        for word in named:  # a name inside a sentence is no word of the program
            texts = [text if text == word else text.replace(word, "") for text in texts]
        vietnamese_texts = [text for text in texts if _vietnamese(text) and text not in office]
        assert [text for text in vietnamese_texts if text not in DATA] == [], name
        assert layout_faults(settings_stage.window) == [], name


def _vietnamese(text: str) -> bool:
    marks = "ăâđêôơưàáãèéìíòóõùúý"
    return any(
        letter in marks or (letter.isalpha() and ord(letter) > 0x17F) for letter in text.lower()
    )


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(open_settings, themed, picture, scale: float, mode: Mode) -> None:
    theme().apply(themed, mode, scale)
    settings_stage = open_settings()
    for name in settings_stage.page.section_list.section_ids():
        settings_stage.open_section(name)
        settings_stage.wait()
        picture(settings_stage.window, f"settings-{name}-{scale}-{mode.value}")
        assert layout_faults(settings_stage.window) == [], name


def test_the_next_number_is_set_with_a_reason_once_the_year_has_begun(open_settings) -> None:
    settings_stage = open_settings(HEAD)
    card = settings_stage.open_section("counting").number_card
    settings_stage.wait()
    assert "bắt đầu từ số 0001" in card.summary.text()
    set_number(settings_stage, card, "120", "")
    assert settings_stage.toasts == ["Đã đặt số lượt"]
    assert "bắt đầu từ số 0120" in card.summary.text()
    sealed_visits: list[object] = []
    settings_stage.runner.run(
        lambda: sealed_visits.append(settings_stage.reception.intake.seal_visit(visit_form()))
    )
    settings_stage.wait()
    assert sealed_visits[0].visit.number == 120  # type: ignore[attr-defined]
    card.read_next_number()
    settings_stage.wait()
    assert "kế tiếp mang số 0121" in card.summary.text()
    set_number(settings_stage, card, "120", "Sổ giấy đã ghi tới đó")
    assert card.number_field.state() == "error"
    set_number(settings_stage, card, "200", "ngắn")
    assert card.reason_field.state() == "error"
    assert card.number.text() == "200"
    set_number(settings_stage, card, "200", "Sổ giấy đã ghi tới số 199")
    assert "kế tiếp mang số 0200" in card.summary.text()
    set_number(settings_stage, card, "hai trăm", "")
    assert card.number_field.state() == "error"


def set_number(settings_stage, card, number: str, reason: str) -> None:
    """Type number and reason, press the button by key."""
    for field, text in ((card.number, number), (card.reason, reason)):
        field.setFocus()
        field.clear()
        send_text(field, text)
    card.set_button.setFocus()
    QTest.keyClick(card.set_button, K.Key_Space)
    settings_stage.wait()


def test_without_the_right_to_manage_the_next_number_is_read_only(open_settings) -> None:
    settings_stage = open_settings(OFFICER)
    card = settings_stage.open_section("counting").number_card
    settings_stage.wait()
    assert "0001" in card.summary.text()
    assert not card.set_button.isVisible()
    assert not card.number.isVisible()
