"""Opening an identity in the window: by key, for sixty seconds, and gone when one leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reception.domain.reveal import SECONDS
from tests.fixtures.office import build_office
from tests.ui.conftest import send_text
from tests.ui.features.register.test_register_screen import PEOPLE, RegisterStage
from tests.ui.waiting import pause
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.disclosure.reveal_flow import RevealFlow
from ui.features.disclosure.reveal_request_dialog import RevealRequestDialog

K = Qt.Key
WHY = "Gửi thông báo kết quả, hạn còn hai ngày"


class RevealStage:
    """The register with the way to identities, open as the head."""

    def __init__(self, hall: RegisterStage, qtbot) -> None:
        """Wire the way to the register as the program does."""
        self.hall, self.qtbot = hall, qtbot
        self.way = RevealFlow(hall.opened[0], hall.runner, hall.window)
        hall.screen.reveal_wanted.connect(self.way.ask)
        self.way.shown.connect(hall.screen.tell_again)
        hall.screen.locking.connect(self.way.about_to_lock)
        hall.window.activateWindow()
        QTest.qWaitForWindowActive(hall.window)

    def stand_on(self, kind: str) -> int:
        """Choose the newest visit of a kind; return its row."""
        model = self.hall.screen.model
        self.qtbot.waitUntil(lambda: model.row_at(0) is not None)
        rows = range(model.rowCount())
        place = next(row for row in rows if model.row_at(row).kind == kind)
        self.hall.screen.table.setFocus()
        self.hall.screen.table.selectRow(place)
        return place

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """Wait for a dialog and return it."""

        def there() -> bool:
            return any(d.isVisible() for d in self.hall.window.findChildren(kind))

        self.qtbot.waitUntil(there)
        return next(d for d in self.hall.window.findChildren(kind) if d.isVisible())

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.hall.window, key, modifier)

    def ask(self) -> RevealRequestDialog:
        """Ask with F9, choose the first reason, say what for."""
        self.press(K.Key_F9)
        asking = self.dialog(RevealRequestDialog)
        assert isinstance(asking, RevealRequestDialog)
        self.press(K.Key_Space)
        asking.words.setFocus()
        send_text(asking.words, WHY)
        return asking

    def open(self) -> RevealDialog:
        """Open the identity of the visit one stands on."""
        self.ask()
        self.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
        shown = self.dialog(RevealDialog)
        assert isinstance(shown, RevealDialog)
        return shown


def words(widget: QWidget) -> str:
    """Return what is read in a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def person_of(room: RevealStage, row: int):
    """Return the planted person of a row."""
    return PEOPLE[room.hall.screen.model.row_at(row).number - 1]


@pytest.fixture
def room(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[RevealStage]:
    """The register of a throw-away office, with the way to identities."""
    hall = RegisterStage(build_office(tmp_path), qtbot)
    yield RevealStage(hall, qtbot)
    hall.runner.stop(hall.opened[0].session.database.close)


def test_f9_opens_the_parts_asked_for_and_tells_the_log(room: RevealStage, qtbot) -> None:
    row = room.stand_on("complaint")
    person = person_of(room, row)
    shown = room.open()
    assert person.name in words(shown)
    assert person.address.hamlet in words(shown)
    assert person.paper.number not in words(shown).replace(" ", "")
    assert person.phone not in words(shown)
    assert shown.ring.left == SECONDS
    room.press(K.Key_Escape)
    qtbot.waitUntil(lambda: room.way.showing is None)
    assert person.name not in room.hall.texts()
    qtbot.waitUntil(lambda: "Đã mở 1 lần" in tape(room))


def tape(room: RevealStage) -> str:
    """Return what the seal of the story says."""
    names = (w.accessibleName() for w in room.hall.screen.story.findChildren(QWidget))
    return "\n".join(names)


def test_it_closes_when_the_time_is_over(room: RevealStage, qtbot) -> None:
    row = room.stand_on("complaint")
    shown = room.open()
    for _ in range(SECONDS - 1):
        shown._tick()
    assert shown.isVisible()
    assert "Tự đóng sau 1 giây" in words(shown)
    shown._tick()
    assert not shown.isVisible()
    assert person_of(room, row).name not in words(shown)


def test_it_closes_when_the_window_is_left(room: RevealStage, qtbot) -> None:
    row = room.stand_on("complaint")
    room.open()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: room.way.showing is None)
    assert person_of(room, row).name not in room.hall.texts()


def test_a_lock_takes_it_off_the_screen(room: RevealStage) -> None:
    row = room.stand_on("complaint")
    shown = room.open()
    room.hall.screen.about_to_lock()
    assert room.way.showing is None
    assert person_of(room, row).name not in words(shown)


def test_nothing_of_it_can_be_copied_or_dragged(room: RevealStage) -> None:
    room.stand_on("complaint")
    shown = room.open()
    QApplication.clipboard().setText("trước")
    for key in (K.Key_A, K.Key_C, K.Key_P):
        room.press(key, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "trước"
    for label in shown.findChildren(QLabel):
        flags = label.textInteractionFlags()
        assert not flags & Qt.TextInteractionFlag.TextSelectableByMouse
        assert not flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_a_denouncer_is_never_asked_about(room: RevealStage, qtbot) -> None:
    row = room.stand_on("denunciation")
    room.press(K.Key_F9)
    qtbot.waitUntil(room.hall.window.toast.isVisible)
    assert not [d for d in room.hall.window.findChildren(RevealRequestDialog) if d.isVisible()]
    assert person_of(room, row).name not in room.hall.texts()


def test_words_that_name_the_person_are_mended_not_typed_again(room: RevealStage, qtbot) -> None:
    row = room.stand_on("complaint")
    asking = room.ask()
    send_text(asking.words, f" cho {person_of(room, row).name}")
    room.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "không nêu tên" in asking.banner.text())
    assert asking.isVisible()
    assert asking.words.value().startswith(WHY)
    assert not asking.open_button.busy
    assert room.way.showing is None


def test_a_reason_that_asks_for_a_paper_makes_it_and_shows_no_name(
    room: RevealStage, qtbot
) -> None:
    made: list[object] = []
    room.way.paper_made.connect(made.append)
    row = room.stand_on("complaint")
    asking = room.ask()
    reprint = next(b for b, reason in asking._by_button.items() if reason.paper == "citizen_copy")
    reprint.setChecked(True)
    assert asking.open_button.text() == "Lập giấy"
    room.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(made))
    assert made[0].pdf.startswith(b"%PDF")  # type: ignore[attr-defined]
    assert room.way.showing is None
    assert not [d for d in room.hall.window.findChildren(RevealRequestDialog) if d.isVisible()]
    assert person_of(room, row).name not in room.hall.texts()


def test_too_few_words_or_no_part_keep_it_shut(room: RevealStage) -> None:
    room.stand_on("complaint")
    asking = room.ask()
    assert asking.open_button.isEnabled()
    for tick in asking.parts.values():
        tick.setChecked(False)
    assert not asking.open_button.isEnabled()
    next(iter(asking.parts.values())).setChecked(True)
    asking.words.set_text("ngắn")
    assert not asking.open_button.isEnabled()


def test_a_display_over_the_network_shuts_it(room: RevealStage, qtbot, monkeypatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
    room.stand_on("complaint")
    room.press(K.Key_F9)
    qtbot.waitUntil(room.hall.window.toast.isVisible)
    assert not [d for d in room.hall.window.findChildren(RevealRequestDialog) if d.isVisible()]


def test_who_leaves_while_it_opens_sees_nothing(room: RevealStage, qtbot) -> None:
    room.stand_on("complaint")
    room.ask()
    room.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.press(K.Key_Escape)
    qtbot.waitUntil(lambda: not room.hall.runner.busy)
    qtbot.wait(50)
    assert room.way.showing is None


def test_pictures(room: RevealStage, picture) -> None:
    room.stand_on("complaint")
    asking = room.ask()
    picture(room.hall.window, "04c-reveal-ordinary")
    asking.open_button.click()
    shown = room.dialog(RevealDialog)
    pause(100)
    picture(room.hall.window, "04b-reveal-open")
    QApplication.sendEvent(shown, QEvent(QEvent.Type.WindowDeactivate))
