"""The set-up wizard: from nothing to an office that opens, and every obstacle on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reception.domain.errors import StorageError
from reception.domain.staff import Right, Role
from reception.services.access.unlocking import unlock
from reception.services.office.environment import Environment
from reception.services.office.office_setup import OfficePlan, create_office
from reception.services.recovery.recovery_shares import join_shares
from reception.storage.crypto.keyring import load
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.fixtures.office import FrozenClock
from ui.application.start_window import StartWindow
from ui.database_thread.task_runner import TaskRunner
from ui.features.setup.setup_wizard import SetupWizard
from ui.widgets.labeled_field import LabeledField

STRONG = ("suối nhãn thềm lụa chiêng", "con trâu đen ăn cỏ bờ ruộng sau mưa")


class SetupStage:
    """A wizard in its window, with a database thread and a folder for offices."""

    def __init__(self, folder: Path) -> None:
        """Show the first step."""
        self.folder = folder / "office"
        self.environment = Environment(FrozenClock(), DEMO_POLICY, folder / "state")
        self.refuse = False
        self.start_window = StartWindow()
        self.runner = TaskRunner()
        self.wizard = SetupWizard(self.folder, self.runner, self.create, "vi", self.start_window)
        self.start_window.show()
        self.start_window.show_page(self.wizard)
        self.start_window.activateWindow()

    def create(self, folder: Path, plan: OfficePlan) -> str:
        """Create the office, on the database thread."""
        if self.refuse:
            raise StorageError("database.disk_full")
        return create_office(folder, plan, self.environment)

    def name_people(self) -> None:
        """Fill both cards."""
        for card, name, password in zip(
            self.wizard.people_step.cards, ("Phạm Thị D", "Trần Thị B"), STRONG, strict=True
        ):
            card.name.setText(name)
            card.password.setText(password)
        self.wizard.people_step.cards[1].reading_option.checkbox.setChecked(True)
        self.wizard.show_step(1)
        self.wizard.advance()


@pytest.fixture
def stage(themed: QApplication, qtbot, tmp_path: Path):
    """A new wizard."""
    stage = SetupStage(tmp_path)
    qtbot.addWidget(stage.start_window)
    yield stage
    stage.runner.stop()


def test_no_field_of_the_office_is_clipped_in_a_small_window(stage: SetupStage, qtbot):
    stage.start_window.resize(1024, 600)
    office_step = stage.wizard.office_step
    qtbot.waitUntil(lambda: office_step.preview.y() > office_step.calendar.parentWidget().y())
    fields = office_step.findChildren(LabeledField)
    assert len(fields) == 11
    for field in fields:
        qtbot.waitUntil(lambda field=field: field.height() >= field.minimumSizeHint().height())


def test_enter_continues_only_when_the_names_are_filled_in(stage: SetupStage):
    wizard = stage.wizard
    wizard.office_step.issuing.clear()
    assert wizard.obstacle_label.text() == "Chưa ghi cơ quan ban hành"
    assert not wizard.next_button.isEnabled()
    QTest.keyClick(wizard.office_step.issuing, Qt.Key.Key_Return)
    assert wizard.step_index == 0
    wizard.office_step.issuing.setText("Ban Tiếp công dân tỉnh")
    QTest.keyClick(wizard.office_step.issuing, Qt.Key.Key_Return)
    assert wizard.step_index == 1


def test_the_first_button_leaves(stage: SetupStage, qtbot):
    with qtbot.waitSignal(stage.wizard.cancelled):
        QTest.mouseClick(stage.wizard.back_button, Qt.MouseButton.LeftButton)


def test_settings_are_taken_as_chosen(stage: SetupStage):
    office = stage.wizard.office_step
    office.superior.setText("  Văn phòng   UBND tỉnh Lai Châu ")
    office.month_start.choose(1)
    office.head_day.choose(15)
    office.people_counting_rule.choose(True)
    settings = office.settings()
    assert settings.superior == "Văn phòng UBND tỉnh Lai Châu"
    assert (settings.month_starts_on, settings.head_day) == (1, 15)
    assert settings.people_distinct is True
    assert settings.matters_distinct is False


def test_a_weak_password_is_an_obstacle_with_a_reason(stage: SetupStage, qtbot):
    wizard = stage.wizard
    wizard.show_step(1)
    first, second = wizard.people_step.cards
    first.name.setText("Phạm Thị D")
    first.password.setText(STRONG[0])
    second.name.setText("Trần Thị B")
    second.password.setText("tranthib")
    qtbot.waitUntil(lambda: "Trần Thị B" in wizard.obstacle_label.text())
    assert wizard.obstacle_label.text() == "Mật khẩu của Trần Thị B chưa đủ"
    assert "thiếu 4 ký tự" in second.strength.message_line.text().lower()
    assert "có tên người" in second.strength.message_line.text()
    assert first.strength.meter.level == 4
    assert second.strength.meter.level < 4
    second.password.setText(STRONG[1])
    second.reading_option.checkbox.setChecked(True)
    qtbot.waitUntil(wizard.next_button.isEnabled)


def test_five_words_are_drawn_shown_for_copying_and_enough(stage: SetupStage, qtbot):
    card = stage.wizard.people_step.cards[0]
    stage.wizard.show_step(1)
    card.name.setText("Phạm Thị D")
    QTest.mouseClick(card.strength.draw_button, Qt.MouseButton.LeftButton)
    drawn = card.password.text()
    assert len(drawn.split()) == 5
    assert drawn in card.strength.message_line.text()
    assert card.strength.meter.level == 4
    card.name.setFocus()
    assert drawn not in card.strength.message_line.text()
    assert card.obstacle() == ""


def test_custody_is_off_until_it_is_ticked(stage: SetupStage):
    cards = stage.wizard.people_step.cards
    stage.wizard.show_step(1)
    assert not any(card.custody_option.checkbox.isChecked() for card in cards)
    QTest.mouseClick(cards[1].custody_option.checkbox, Qt.MouseButton.LeftButton)
    assert [card.member().has_custody for card in cards] == [False, True]
    assert cards[1].custody_option.state_label.text() == "Đang bật"


def test_somebody_must_be_named_who_reads_denunciations(stage: SetupStage, qtbot):
    stage.name_people()
    stage.wizard.show_step(1)
    cards = stage.wizard.people_step.cards
    assert [card.member().reads_denunciations for card in cards] == [False, True]
    QTest.mouseClick(cards[1].reading_option.checkbox, Qt.MouseButton.LeftButton)
    assert stage.wizard.obstacle_label.text() == (
        "Chưa ai đọc nội dung tố cáo: đánh dấu ít nhất một người"
    )
    assert not stage.wizard.next_button.isEnabled()
    QTest.mouseClick(cards[0].reading_option.checkbox, Qt.MouseButton.LeftButton)
    assert stage.wizard.next_button.isEnabled()


def test_the_head_is_first_and_a_third_person_can_be_added(stage: SetupStage):
    people = stage.wizard.people_step
    assert people.cards[0].member().role is Role.HEAD
    assert people.cards[1].member().role is Role.OFFICER
    QTest.mouseClick(people.add_button, Qt.MouseButton.LeftButton)
    assert len(people.cards) == 3
    assert len(people.people()) == 2  # an empty card is nobody


@pytest.mark.parametrize("same", ["name", "password"])
def test_names_and_passwords_must_differ(stage: SetupStage, same: str):
    first, second = stage.wizard.people_step.cards
    first.name.setText("Phạm Thị D")
    second.name.setText("phạm thị d" if same == "name" else "Trần Thị B")
    first.password.setText(STRONG[0])
    second.password.setText(STRONG[0] if same == "password" else STRONG[1])
    wanted = "Hai người trùng tên" if same == "name" else "Hai người trùng mật khẩu"
    assert stage.wizard.people_step.obstacle() == wanted


def draw_sheets(stage: SetupStage, qtbot) -> None:
    """Continue to the first sheet."""
    recovery = stage.wizard.create_sheets_step
    for field, holder in zip(
        recovery.holder_fields, ("Phạm Thị D", "Giàng A K", "Lò Thị M"), strict=True
    ):
        field.setText(holder)
    assert stage.wizard.next_button.text() == "Tạo các từ"
    stage.wizard.advance()
    qtbot.waitUntil(lambda: recovery.is_copying)


def answer(stage: SetupStage, sheet: tuple[str, ...]) -> None:
    copy_page = stage.wizard.create_sheets_step.copy_page
    for field, position in zip(copy_page.answers, copy_page.asked_positions, strict=True):
        QTest.keyClicks(field, sheet[position - 1])


def test_sheets_are_copied_one_at_a_time_covered_and_asked_back(stage: SetupStage, qtbot):
    stage.name_people()
    draw_sheets(stage, qtbot)
    wizard, copy_page = stage.wizard, stage.wizard.create_sheets_step.copy_page
    shares = copy_page._shares
    assert shares is not None
    for number in (1, 2, 3):
        assert copy_page.sheet_number == number
        assert copy_page.table.is_covered
        QTest.keyClick(copy_page.cover_button, Qt.Key.Key_F8)
        assert not copy_page.table.is_covered
        assert not copy_page.answers[0].isEnabled()
        QTest.keyClick(copy_page.cover_button, Qt.Key.Key_F8)
        assert copy_page.table.is_covered
        QTest.keyClicks(copy_page.answers[0], "khong-phai")
        assert not wizard.next_button.isEnabled()
        copy_page.answers[0].clear()
        answer(stage, shares.sheets[number - 1])
        assert wizard.next_button.isEnabled()
        wizard.advance()
    assert wizard.step_index == 3
    shares = wizard.create_sheets_step.tested_shares()
    assert shares is not None
    first, third = (" ".join(shares.sheets[index]) for index in (0, 2))
    assert join_shares(first, third) == shares.keys
    assert wizard.plan().recovery == shares.keys


def test_words_are_covered_when_another_window_opens_and_no_label_has_them(
    stage: SetupStage, qtbot
):
    stage.name_people()
    draw_sheets(stage, qtbot)
    copy_page = stage.wizard.create_sheets_step.copy_page
    copy_page.toggle_cover()
    assert copy_page._shares is not None
    labels = " ".join(label.text() for label in stage.start_window.findChildren(QLabel))
    names = " ".join(w.accessibleName() for w in stage.start_window.findChildren(QLabel))
    for word in copy_page._shares.sheets[0]:
        assert f" {word} " not in f" {labels} {names} {copy_page.table.accessibleName()} "
    QApplication.sendEvent(copy_page.table, QEvent(QEvent.Type.WindowDeactivate))
    assert copy_page.table.is_covered


def test_going_back_discards_the_words(stage: SetupStage, qtbot):
    stage.name_people()
    draw_sheets(stage, qtbot)
    stage.wizard.go_back()
    assert not stage.wizard.create_sheets_step.is_copying
    assert stage.wizard.create_sheets_step.tested_shares() is None
    assert stage.wizard.step_index == 2


def test_three_different_holders_or_later(stage: SetupStage):
    stage.name_people()
    wizard, recovery = stage.wizard, stage.wizard.create_sheets_step
    assert wizard.obstacle_label.text() == "Ghi tên ba người giữ, hoặc chọn Để sau"
    for field in recovery.holder_fields:
        field.setText("Giàng A K")
    assert wizard.obstacle_label.text() == "Ba tờ do ba người khác nhau giữ"
    QTest.mouseClick(recovery.postpone_button, Qt.MouseButton.LeftButton)
    assert "không ai mở lại được sổ" in recovery.warning.text()
    wizard.advance()
    assert wizard.step_index == 3
    assert wizard.plan().recovery is None


def continue_to_start(stage: SetupStage) -> None:
    stage.name_people()
    stage.wizard.create_sheets_step.postpone_button.click()
    stage.wizard.advance()


def test_the_office_is_made_and_opens(stage: SetupStage, qtbot):
    stage.wizard.office_step.issuing.setText("Ban Tiếp công dân tỉnh")
    stage.wizard.people_step.cards[1].custody_option.checkbox.setChecked(True)
    continue_to_start(stage)
    with qtbot.waitSignal(stage.wizard.finished) as caught:
        QTest.keyClick(stage.wizard.create_step.folder_field, Qt.Key.Key_Return)
        assert stage.wizard.next_button.busy
    assert caught.args == [stage.folder]
    accounts = {account.name: account.user_id for account in load(stage.folder).accounts}
    assert list(accounts) == ["Phạm Thị D", "Trần Thị B"]
    session = unlock(stage.folder, accounts["Trần Thị B"], STRONG[1], stage.environment)
    assert session.may(Right.CUSTODY)
    assert session.settings().issuing == "Ban Tiếp công dân tỉnh"
    assert "recovery.missing" in session.warnings
    session.close()


def test_a_failure_loses_nothing_and_can_be_tried_again(stage: SetupStage, qtbot):
    stage.refuse = True
    continue_to_start(stage)
    stage.wizard.advance()
    qtbot.waitUntil(stage.wizard.create_step.banner.isVisible)
    assert "Ổ đĩa đầy" in stage.wizard.create_step.banner.text()
    assert stage.wizard.people_step.cards[0].name.text() == "Phạm Thị D"
    stage.refuse = False
    with qtbot.waitSignal(stage.wizard.finished):
        stage.wizard.advance()


def test_a_folder_with_a_register_is_refused(stage: SetupStage):
    continue_to_start(stage)
    stage.folder.mkdir()
    (stage.folder / "keyring.json").write_text("{}", encoding="utf-8")
    stage.wizard.create_step.folder_field.setText(f"{stage.folder} ")
    assert stage.wizard.obstacle_label.text() == "Thư mục này đã có sổ"


def test_pictures(stage: SetupStage, qtbot, picture: Callable[..., Path]) -> None:
    picture(stage.start_window, "09a-wizard-office")
    stage.name_people()
    stage.wizard.show_step(1)
    picture(stage.start_window, "09b-wizard-accounts")
    stage.wizard.show_step(2)
    draw_sheets(stage, qtbot)
    stage.wizard.create_sheets_step.copy_page.toggle_cover()
    assert picture(stage.start_window, "09c-wizard-recovery").stat().st_size > 10_000
