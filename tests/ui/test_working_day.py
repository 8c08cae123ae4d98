"""One day of the month in the real window, by keys: a morning, an afternoon, the head's evening."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from reception.domain.todo_item import RequestGranted, RequestToDecide
from tests.fixtures.cups import CABLE, PrivateCups, private_cups
from tests.scenarios.month_simulation import BINH, GIANG, HEAD, MonthSimulation
from tests.scenarios.planted_identities import planted
from tests.scenarios.trace_search import found_in, needles
from tests.ui.conftest import send_preedit, send_text
from tests.ui.window_machine import ALT, CONTROL, K, WindowMachine, spoken, words
from ui.features.disclosure.reveal_decision_dialog import RevealDecisionDialog
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.disclosure.reveal_request_dialog import RevealRequestDialog
from ui.features.printing.print_preview import PrintPreview
from ui.features.register.register_screen import RegisterScreen
from ui.features.status_lookup.lookup_dialog import StatusLookupDialog
from ui.features.visit_entry.entry_screen import VisitEntryScreen
from ui.features.visit_lifecycle.lifecycle_dialog import LifecycleDialog
from ui.shell.navigation import NavigationItem
from ui.widgets.confirm_dialog import ConfirmDialog

__all__ = ["private_cups"]

NEW_PRINTER = "may-in-moi"
WHO = planted(250)[200:]
WHY = "Gửi giấy mời làm rõ nội dung, hẹn trong tuần này"


class Day:
    """The machine on the ninth day of the month, with the papers that come out of it."""

    def __init__(self, month: MonthSimulation, cups: PrivateCups, qtbot) -> None:
        """Live the first eight days through the services."""
        self.month, self.cups, self.qtbot = month, cups, qtbot
        self.machine = WindowMachine(month, qtbot)
        self.next = 0
        for place, day in enumerate(month.days()):
            if place == 8:
                break
            desk = month.sign_in(BINH)
            for _ in range(3):
                month.receive(desk, self.next)
                self.next += 1
            month.answer_due(desk, day)
        month.sign_out()

    @property
    def desk(self) -> VisitEntryScreen:
        """The desk of whoever sits there."""
        desk = self.machine.window.screen_at(NavigationItem.HOME)
        assert isinstance(desk, VisitEntryScreen)
        return desk

    @property
    def register(self) -> RegisterScreen:
        """The register of whoever sits there."""
        register = self.machine.window.screen_at(NavigationItem.REGISTER)
        assert isinstance(register, RegisterScreen)
        return register

    def type(self, text: str, place: QWidget) -> None:
        """Type with the input method, the last syllable still under composition."""
        place.setFocus()
        if " " in text:
            done, _, last = text.rpartition(" ")
            send_text(place, f"{done} ")
            send_preedit(place, last)
        else:
            send_text(place, text)

    def receive(self, person, kind, summary: str, paper: str = "") -> None:
        """Type a visit; Ctrl+P saves, seals and asks for the paper."""
        fields = self.desk.page.person.fields
        self.type(person.name, fields.name)
        self.type(str(person.birth_year), fields.birth)
        self.type(person.paper.number, fields.number)
        self.type(person.address.commune, fields.commune)
        self.machine.press(kind, ALT)
        self.type(summary, self.desk.page.content.summary)
        if paper:
            self.machine.press(K.Key_D, ALT)
            self.type(paper, QApplication.focusWidget())
        self.machine.press(K.Key_P, CONTROL)

    def print(self, printer: str = CABLE) -> str:
        """Print what is previewed on a printer chosen by key; return the words on the paper."""
        preview = self.machine.dialog(PrintPreview)
        assert isinstance(preview, PrintPreview)
        self.qtbot.waitUntil(lambda: bool(preview.side.printers.rows))
        row = next(r for r in preview.side.printers.rows if r.printer.name == printer)
        row.setFocus()
        self.machine.press(K.Key_Space)
        before = len(self.cups.sheets())
        self.machine.press(K.Key_P, CONTROL)
        pdf = self.cups.wait_sheets(before + 1)[-1]
        self.qtbot.waitUntil(lambda: not isValid(preview) or not preview.isVisible())
        pages = PdfReader(io.BytesIO(pdf)).pages
        return " ".join(page.extract_text() for page in pages).replace("\n", " ")

    def to_register(self) -> None:
        """Go to the register and wait for its newest row."""
        self.machine.press(K.Key_2, CONTROL)
        self.qtbot.waitUntil(lambda: self.register.page.model.row_at(0) is not None)
        self.qtbot.waitUntil(self.register.page.story.isVisible)

    def stand_on(self, kind: str) -> int:
        """Choose the newest visit of a kind; return its key."""
        model, table = self.register.page.model, self.register.page.table
        rows = [model.row_at(row) for row in range(model.rowCount())]
        found = next(r for r in rows if r.kind == kind and not r.voided)  # type: ignore[union-attr, attr-defined]
        key: int = found.visit_id  # type: ignore[union-attr, attr-defined]
        table.setFocus()

        def standing() -> bool:
            # The register may be reading anew and go back to where it stood.
            table.selectRow(rows.index(found))
            self.machine.settle()
            row = model.row_at(table.current_row())
            return getattr(row, "visit_id", None) == key and self.told() == key

        self.qtbot.waitUntil(standing)
        return key

    def told(self) -> int | None:
        """Return the visit whose story stands beside the register."""
        return self.register.lifecycle.visit


@pytest.fixture
def day(tmp_path: Path, qtbot, themed: QApplication, private_cups: PrivateCups) -> Iterator[Day]:
    """The ninth day, nobody there yet."""
    found = Day(MonthSimulation(tmp_path), private_cups, qtbot)
    yield found
    found.machine.sign_out()


@pytest.mark.on_screen
def test_a_day_in_the_window(day: Day, qtbot) -> None:
    receipt = the_morning(day)
    the_afternoon(day, receipt)
    the_evening(day)
    the_next_one_opens_what_was_approved(day)


def the_morning(day: Day) -> str:
    """A complaint with a paper, a denunciation, feedback; the receipt's words are returned."""
    machine, first = day.machine, WHO[0]
    machine.sign_in(BINH)
    day.receive(first, K.Key_K, "Chậm cấp giấy chứng nhận quyền sử dụng đất", "Đơn viết tay")
    receipt = day.print()
    assert first.name in receipt
    assert day.desk.page.person.fields.name.text() == ""

    denouncer = WHO[1]
    day.receive(
        denouncer, K.Key_T, f"Ông {denouncer.name} thấy xã lập khống danh sách hỗ trợ", "Danh sách"
    )
    day.qtbot.waitUntil(lambda: day.desk.page.content.summary_field.state() == "error")
    assert "[người tố cáo]" not in day.desk.page.content.summary.toPlainText()
    machine.press(K.Key_R, ALT)
    machine.press(K.Key_P, CONTROL)
    papers = [day.print() for _ in range(2)]  # two copies on a sheet, one for the envelope
    assert not found_in(" ".join(papers).encode(), needles([denouncer]))

    day.receive(WHO[2], K.Key_P, "Đường vào bản sạt lở chưa sửa")
    slip = day.print()
    assert WHO[2].name not in slip
    rows = machine.opened[0].register
    assert [row.kind for row in ask(day, rows.today)] == ["feedback", "denunciation", "complaint"]
    return receipt


def ask(day: Day, act):
    """Run something on the worker and return its answer."""
    found: list[object] = []
    runner = day.machine.runner
    assert runner is not None
    runner.run(act, then=found.append, owner=day.machine.window)
    day.qtbot.waitUntil(lambda: bool(found))
    return found[0]


def the_afternoon(day: Day, receipt: str) -> None:
    """Somebody comes back with the receipt; a summary is mended; a name is asked for."""
    machine = day.machine
    day.month.clock.move(hours=5)
    machine.sign_in(GIANG)
    code = next(word for word in receipt.split() if word.count("-") == 2 and len(word) == 14)
    number = next(word for word in receipt.split() if word.startswith("BN-"))
    machine.press(K.Key_F6)
    dialog = machine.dialog(StatusLookupDialog)
    assert isinstance(dialog, StatusLookupDialog)
    send_text(dialog.number, number)
    dialog.code.setFocus()
    send_text(dialog.code, code)
    machine.press(K.Key_Return)
    day.qtbot.waitUntil(dialog.answer.isVisible)
    assert "Đang xử lý" in dialog.answer.text()
    machine.press(K.Key_Escape)

    day.to_register()
    day.stand_on("feedback")
    machine.press(K.Key_F3)
    life = machine.dialog(LifecycleDialog)
    assert isinstance(life, LifecycleDialog)
    page = life.page()
    page.after.setFocus()
    page.after.selectAll()
    send_text(page.after, "Đường vào bản sạt lở, xin sửa trước mùa ")
    send_preedit(page.after, "mưa")
    machine.press(K.Key_Tab)
    page.reason_row.reason.setFocus()
    send_text(page.reason_row.reason, "Ghi thêm điều người đến nói")
    machine.press(K.Key_Return, CONTROL)
    machine.gone(LifecycleDialog)
    today = ask(day, machine.opened[0].register.today)
    assert today[0].summary == "Đường vào bản sạt lở, xin sửa trước mùa mưa"

    day.to_register()
    day.stand_on("complaint")
    machine.press(K.Key_F9)
    asking = machine.dialog(RevealRequestDialog)
    assert isinstance(asking, RevealRequestDialog)
    machine.press(K.Key_Space)
    asking.words.setFocus()
    send_text(asking.words, WHY)
    machine.press(K.Key_Return, CONTROL)
    machine.gone(RevealRequestDialog)


def the_evening(day: Day) -> None:
    """The head approves, prints the month so far on the new printer, and backs the office up."""
    machine = day.machine
    day.cups.add_printer(NEW_PRINTER, "usb://Pantum/P3010?serial=0009")
    day.month.clock.move(hours=3)
    window = machine.sign_in(HEAD)
    page = machine.todo()
    machine.stand_on(RequestToDecide)
    machine.press(K.Key_Return)
    dialog = machine.dialog(RevealDecisionDialog)
    day.qtbot.waitUntil(lambda: WHY in words(dialog))
    machine.press(K.Key_Return, CONTROL)
    machine.gone(RevealDecisionDialog)
    machine.settle()
    assert "Xin mở danh tính" not in spoken(page)
    page.report_button.setFocus()
    machine.press(K.Key_Space)
    report = day.print(NEW_PRINTER)
    figures = day.month.figures()
    assert f"{figures[1] + 3} lượt" in report
    place = day.month.places[0]
    ask(day, lambda: machine.opened[0].backups.add_location(place))
    machine.press(K.Key_7, CONTROL)
    upkeep = window.screen_at(NavigationItem.AUDIT)
    button = upkeep.findChild(QWidget, "back_up_button")
    day.qtbot.waitUntil(button.isEnabled)
    machine.settle()
    button.setFocus()
    machine.press(K.Key_Space)
    day.qtbot.waitUntil(lambda: bool(list(place.iterdir())) and not button.busy)


def the_next_one_opens_what_was_approved(day: Day) -> None:
    """The officer opens once; the log holds together at the end of the day."""
    machine = day.machine
    day.month.clock.move(hours=14)
    machine.sign_in(GIANG)
    machine.todo()
    machine.stand_on(RequestGranted)
    machine.press(K.Key_Return)
    machine.dialog(ConfirmDialog)
    machine.press(K.Key_Return, CONTROL)
    shown = machine.dialog(RevealDialog)
    assert WHO[0].name in words(shown)
    machine.press(K.Key_Escape)
    machine.gone(RevealDialog)
    assert WHO[0].name not in words(machine.window)
    found = ask(day, machine.opened[0].log_verification.verify)
    assert found.intact
