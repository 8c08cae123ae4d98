"""What waits, in the real window: the head answers by key, the officer opens once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reception.bootstrap import Reception, wire
from reception.domain.need import NeedKind
from reception.domain.reveal import IdentityPart, RevealWish
from reception.services.life_rules import Why
from tests.fixtures.forms import form
from tests.fixtures.office import HEAD, OFFICER, ThrowAwayOffice, build_office
from tests.scenarios.people import form_of, planted
from tests.ui.clipping import faults
from tests.ui.conftest import send_text
from ui import assembly
from ui.backups import BackupClerk
from ui.desk_place import DeskPlace
from ui.dialogs.confirm import Confirm
from ui.dialogs.request_answer import RequestAnswer
from ui.dialogs.reveal_ask import RevealAsk
from ui.dialogs.reveal_open import RevealOpen
from ui.main_window import MainWindow
from ui.output.clerk import PaperClerk
from ui.places import Place
from ui.screens.book.screen import RegisterScreen
from ui.screens.desk.screen import Desk
from ui.screens.head.screen import HeadDesk
from ui.theme import Mode, theme
from ui.work.worker import Runner

K = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PEOPLE = planted(6)
WHY = "Gửi thông báo kết quả, hạn còn hai ngày"
WISH = RevealWish("answer", WHY, frozenset({IdentityPart.NAME, IdentityPart.ADDRESS}))


class Seat:
    """The machine: people sit down one after another, each with a window of their own."""

    def __init__(self, office: ThrowAwayOffice, qtbot) -> None:
        """Nobody sits there."""
        self.office, self.qtbot = office, qtbot
        self.runner: Runner | None = None
        self.opened: list[Reception] = []

    def sit(self, name: str) -> MainWindow:
        """Open the window as somebody."""
        self.rise()
        self.runner = Runner()
        self.opened = []
        self.runner.run(self._open, name, then=self.opened.append, owner=self.runner)
        self.qtbot.waitUntil(lambda: bool(self.opened), timeout=10_000)
        self.window = MainWindow(tuple(place for place, _ in assembly.SCREENS))
        self.qtbot.addWidget(self.window)
        for place, factory in assembly.SCREENS:
            page = factory(self.opened[0], self.runner, theme(), self.window)
            self.window.add_screen(place, page)
        self.window.resize(1366, 696)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.window.go(Place.DESK)
        return self.window

    def _open(self, name: str) -> Reception:
        reception = wire(self.office.open(name))
        reception.session.settings()
        return reception

    @property
    def place(self) -> DeskPlace:
        """The desk's two pages."""
        return self.window.findChild(DeskPlace)

    def needs(self) -> HeadDesk:
        """Turn to what waits by key and wait for the list."""
        self.press(K.Key_C, ALT)
        page = self.place.page
        assert page is not None
        self.settle()
        return page

    def settle(self) -> None:
        """Wait until the worker has nothing more to do for the list."""
        done: list[object] = []
        assert self.runner is not None
        self.runner.run(int, then=done.append, owner=self.window)
        self.qtbot.waitUntil(lambda: bool(done))

    def stand_on(self, kind: NeedKind) -> None:
        """Choose the first line of a kind with the arrow keys."""
        page = self.place.page
        assert page is not None
        page.list.setFocus()
        self.press(K.Key_Home)
        for _ in range(30):
            need = page.list.need()
            if need is not None and need.kind is kind:
                return
            self.press(K.Key_Down)
        raise AssertionError(f"no line of {kind}")

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """Wait for a dialog and return it."""

        def there() -> bool:
            return any(d.isVisible() for d in self.window.findChildren(kind))

        self.qtbot.waitUntil(there)
        return next(d for d in self.window.findChildren(kind) if d.isVisible())

    def gone(self, kind: type[QWidget]) -> None:
        """Wait until no dialog of a kind stands there."""

        def away() -> bool:
            return not any(d.isVisible() for d in self.window.findChildren(kind))

        self.qtbot.waitUntil(away)

    def rise(self) -> None:
        """Lock."""
        if self.runner is not None:
            for clerk in self.window.findChildren(PaperClerk):
                clerk.close()
            for copier in self.window.findChildren(BackupClerk):
                copier.close()
            self.window.hide()
            self.runner.stop(self.opened[0].session.close)
            self.runner = None


def prepare(office: ThrowAwayOffice) -> int:
    """Enter visits, let terms run out, void one, ask for a name; return the visit asked about."""
    officer = wire(office.open(OFFICER))
    visits = []
    for index, person in enumerate(PEOPLE):
        visit_form = form_of(person, index)
        visits.append((officer.intake.seal_visit(visit_form).visit, visit_form.protected))
    asked = next(visit.visit_id for visit, protected in visits if not protected)
    extra = officer.intake.seal_visit(form()).visit.visit_id
    officer.life.void(extra, Why("twice", "Ghi hai lần cùng một lượt tiếp"), 0)
    officer.session.close()
    office.clock.move(days=20)
    officer = wire(office.open(OFFICER))
    officer.intake.seal_visit(form())
    officer.requests.ask(asked, WISH)
    officer.session.close()
    office.clock.move(minutes=7)
    return asked


@pytest.fixture
def seat(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[Seat]:
    """The machine with something waiting."""
    office = build_office(tmp_path)
    seat = Seat(office, qtbot)
    seat.asked = prepare(office)  # type: ignore[attr-defined]
    yield seat
    seat.rise()


def words(widget: QWidget) -> str:
    """Return what is read in a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def spoken(page: HeadDesk) -> str:
    """Return what a screen reader says of the list."""
    model = page.list.lines
    return "\n".join(model.line(row).spoken() for row in range(model.rowCount()))


def test_the_head_approves_by_key_and_the_officer_opens_once(seat: Seat, qtbot) -> None:
    window = seat.sit(HEAD)
    page = seat.needs()
    told = spoken(page)
    assert "Xin mở danh tính" in told
    assert "chờ 7 phút" in told
    assert "Quá hạn trả lời" in told
    assert window.rail.findChildren(QWidget)
    seat.stand_on(NeedKind.REQUEST)
    seat.press(K.Key_Return)
    dialog = seat.dialog(RequestAnswer)
    assert isinstance(dialog, RequestAnswer)
    qtbot.waitUntil(lambda: WHY in words(dialog))
    dialog.parts[IdentityPart.ADDRESS].setFocus()
    seat.press(K.Key_Space)
    seat.press(K.Key_Return, CONTROL)
    seat.gone(RequestAnswer)
    seat.settle()
    assert "Xin mở danh tính" not in spoken(page)

    seat.sit(OFFICER)
    page = seat.needs()
    assert f"{HEAD} đã duyệt" in spoken(page)
    seat.stand_on(NeedKind.GRANTED)
    seat.press(K.Key_Return)
    seat.dialog(Confirm)
    seat.press(K.Key_Return, CONTROL)
    shown = seat.dialog(RevealOpen)
    person = next(p for p in PEOPLE if p.name in words(shown))
    assert person.address.hamlet not in words(shown)
    seat.press(K.Key_Escape)
    seat.gone(RevealOpen)
    seat.settle()
    assert "Mở danh tính" not in spoken(page)
    assert person.name not in spoken(page) + words(seat.window)


def test_an_officer_asks_from_the_register_and_withdraws(seat: Seat, qtbot) -> None:
    window = seat.sit(OFFICER)
    seat.press(K.Key_2, CONTROL)
    register = window.screen_at(Place.REGISTER)
    assert isinstance(register, RegisterScreen)
    qtbot.waitUntil(lambda: register.model.row_at(0) is not None, timeout=10_000)
    seat.press(K.Key_F9)
    asking = seat.dialog(RevealAsk)
    assert isinstance(asking, RevealAsk)
    assert "Gửi, chờ duyệt" in asking.open_button.text()
    seat.press(K.Key_Space)
    asking.words.setFocus()
    send_text(asking.words, WHY)
    seat.press(K.Key_Return, CONTROL)
    seat.gone(RevealAsk)
    seat.press(K.Key_F9)
    qtbot.waitUntil(lambda: "Trưởng ban chưa trả lời" in window.toast.text())
    seat.press(K.Key_1, CONTROL)
    page = seat.needs()
    assert spoken(page).count("Rút lại") == 2
    seat.stand_on(NeedKind.WAITING)
    seat.press(K.Key_Return)
    seat.dialog(Confirm)
    seat.press(K.Key_Return, CONTROL)
    seat.gone(Confirm)
    seat.settle()
    assert spoken(page).count("Rút lại") == 1


def test_a_refusal_needs_its_note_and_reaches_the_asker(seat: Seat, qtbot) -> None:
    seat.sit(HEAD)
    seat.needs()
    seat.stand_on(NeedKind.REQUEST)
    seat.press(K.Key_Return)
    dialog = seat.dialog(RequestAnswer)
    assert isinstance(dialog, RequestAnswer)
    qtbot.waitUntil(lambda: WHY in words(dialog))
    assert not dialog.refuse_button.isEnabled()
    dialog.note.setFocus()
    seat.press(K.Key_Down)
    qtbot.waitUntil(dialog.refuse_button.isEnabled)
    assert not dialog.approve_button.isEnabled()
    dialog.refuse_button.setFocus()
    seat.press(K.Key_Space)
    seat.gone(RequestAnswer)
    seat.sit(OFFICER)
    assert f"{HEAD} không duyệt" in spoken(seat.needs())


def test_a_late_answer_leads_to_its_visit_in_the_register(seat: Seat, qtbot) -> None:
    window = seat.sit(HEAD)
    page = seat.needs()
    seat.stand_on(NeedKind.DUE)
    wanted = page.list.need().visit_id
    seat.press(K.Key_Return)
    register = window.screen_at(Place.REGISTER)
    assert window.place is Place.REGISTER
    assert isinstance(register, RegisterScreen)

    def standing() -> bool:
        row = register.model.row_at(register.table.current_row())
        return row is not None and row.visit_id == wanted and register.story.isVisible()

    qtbot.waitUntil(standing, timeout=10_000)


def test_a_voided_visit_is_confirmed(seat: Seat) -> None:
    seat.sit(HEAD)
    page = seat.needs()
    seat.stand_on(NeedKind.VOID)
    seat.press(K.Key_Return)
    dialog = seat.dialog(Confirm)
    assert "Ghi hai lần cùng một lượt tiếp" in words(dialog)
    assert OFFICER in words(dialog)
    seat.press(K.Key_Return, CONTROL)
    seat.gone(Confirm)
    seat.settle()
    assert "đã huỷ" not in spoken(page)


def test_the_backup_line_leads_to_the_backups(seat: Seat) -> None:
    window = seat.sit(HEAD)
    seat.needs()
    seat.stand_on(NeedKind.BACKUP)
    seat.press(K.Key_Return)
    assert window.place is Place.UPKEEP


def test_one_turns_between_the_pages_and_a_new_visit_turns_back(seat: Seat) -> None:
    window = seat.sit(HEAD)
    page = seat.needs()
    assert page.isVisible()
    seat.press(K.Key_2, CONTROL)
    seat.press(K.Key_1, CONTROL)
    assert page.isVisible()  # the page one left
    seat.press(K.Key_N, CONTROL)
    assert isinstance(window.stack.currentWidget(), Desk)
    seat.press(K.Key_C, ALT)
    assert page.isVisible()
    seat.press(K.Key_C, ALT)
    assert isinstance(window.stack.currentWidget(), Desk)


def test_the_month_stands_beside_the_list(seat: Seat, picture: Callable[..., Path]) -> None:
    seat.sit(HEAD)
    page = seat.needs()
    seat.settle()
    assert "8 lượt tiếp" not in page.figures.accessibleName()  # the voided one does not count
    assert "7 lượt tiếp, tăng 7" in page.figures.accessibleName()
    assert page.bars.accessibleName().count(":") == 13
    assert "Nhật ký chưa kiểm tra lần nào" in words(page)
    picture(seat.window, "needs-light")


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_nothing_is_cut(seat: Seat, themed: QApplication, picture, scale, mode) -> None:
    theme().apply(themed, mode, scale)
    window = seat.sit(HEAD)
    seat.needs()
    for size in ((1366, 696), (1280, 648)):
        window.resize(*size)
        QTest.qWait(30)
        assert faults(window) == []
        picture(window, f"needs-{mode.value}-{scale}-{size[0]}")
    seat.stand_on(NeedKind.REQUEST)
    seat.press(K.Key_Return)
    dialog = seat.dialog(RequestAnswer)
    seat.settle()
    assert faults(window) == []
    picture(window, f"request-{mode.value}-{scale}")
    assert isinstance(dialog, RequestAnswer)
    dialog.reject()
