"""One day of the month in the real window, by keys: morning and afternoon of officers, the head."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from reception.domain.todo_item import RequestGranted, RequestToDecide
from tests.fixtures.cups import CABLE_PRINTER, PrivateCups, private_cups
from tests.scenarios.month_simulation import BINH, GIANG, HEAD, MonthSimulation
from tests.scenarios.planted_identities import planted
from tests.scenarios.trace_search import identifying_words, words_found_in
from tests.ui.conftest import send_preedit, send_text
from tests.ui.waiting import printed_sheets
from tests.ui.window_machine import ALT, CONTROL, K, WindowMachine, label_texts, spoken_text
from ui.features.disclosure.reveal_decision_dialog import RevealDecisionDialog
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.disclosure.reveal_reason_dialog import RevealReasonDialog
from ui.features.printing.print_preview import PrintPreview
from ui.features.register.register_screen import RegisterScreen
from ui.features.status_lookup.lookup_dialog import StatusLookupDialog
from ui.features.visit_entry.entry_screen import VisitEntryScreen
from ui.features.visit_lifecycle.correction_page import CorrectionPage
from ui.features.visit_lifecycle.lifecycle_dialog import LifecycleDialog
from ui.shell.navigation import NavigationItem
from ui.widgets.confirm_dialog import ConfirmDialog

__all__ = ["private_cups"]

NEW_PRINTER = "may-in-moi"
REPORTERS = planted(250)[200:]
REASON = "Gửi giấy mời làm rõ nội dung, hẹn trong tuần này"


class WorkingDay:
    """The machine on the ninth day of the month, and the papers that it prints."""

    def __init__(self, month: MonthSimulation, cups: PrivateCups, qtbot) -> None:
        """Enter and answer the visits of the first eight days through the services."""
        self.month, self.cups, self.qtbot = month, cups, qtbot
        self.machine = WindowMachine(month, qtbot)
        for number, day in enumerate(month.days()):
            if number == 8:
                break  # the clock now shows the morning of the ninth day
            officer = month.sign_in(BINH)
            for index in range(3 * number, 3 * number + 3):
                month.receive(officer, index)
            month.answer_due(officer, day)
        month.sign_out()

    @property
    def entry(self) -> VisitEntryScreen:
        screen = self.machine.window.screen_at(NavigationItem.HOME)
        assert isinstance(screen, VisitEntryScreen)
        return screen

    @property
    def register(self) -> RegisterScreen:
        register = self.machine.window.screen_at(NavigationItem.REGISTER)
        assert isinstance(register, RegisterScreen)
        return register

    def type(self, text: str, field: QWidget) -> None:
        """Type with the input method; of several words, the last stays under composition."""
        field.setFocus()
        if " " in text:
            done, _, last = text.rpartition(" ")
            send_text(field, f"{done} ")
            send_preedit(field, last)
        else:
            send_text(field, text)

    def receive(self, person, kind, summary: str, paper: str = "") -> None:
        """Enter a visit; Ctrl+P saves, seals and opens the print preview."""
        fields = self.entry.page.person_card.fields
        self.type(person.name, fields.name)
        self.type(str(person.birth_year), fields.birth)
        self.type(person.paper.number, fields.number)
        self.type(person.address.commune, fields.commune)
        self.machine.press(kind, ALT)
        self.type(summary, self.entry.page.content_card.summary)
        if paper:
            self.machine.press(K.Key_D, ALT)
            self.type(paper, QApplication.focusWidget())
        self.machine.press(K.Key_P, CONTROL)

    def print(self, printer: str = CABLE_PRINTER) -> str:
        """Print the preview on a printer chosen by key; return the text of the paper."""
        preview = self.machine.dialog(PrintPreview)
        assert isinstance(preview, PrintPreview)
        self.qtbot.waitUntil(lambda: bool(preview.options_panel.printer_list.rows))
        row = next(r for r in preview.options_panel.printer_list.rows if r.printer.name == printer)
        row.setFocus()
        self.machine.press(K.Key_Space)
        before = len(self.cups.sheets())
        self.machine.press(K.Key_P, CONTROL)
        pdf = printed_sheets(self.cups, before + 1)[-1]
        self.qtbot.waitUntil(lambda: not isValid(preview) or not preview.isVisible())
        pages = PdfReader(io.BytesIO(pdf)).pages
        return " ".join(page.extract_text() for page in pages).replace("\n", " ")

    def to_register(self) -> None:
        """Go to the register and wait for its newest row."""
        self.machine.press(K.Key_2, CONTROL)
        self.qtbot.waitUntil(lambda: self.register.page.model.row_at(0) is not None)
        self.qtbot.waitUntil(self.register.page.story_panel.isVisible)

    def select_visit(self, kind: str) -> int:
        """Select the newest visit of a kind; return its key."""
        model, table = self.register.page.model, self.register.page.table
        rows = [model.row_at(row) for row in range(model.rowCount())]
        found = next(r for r in rows if r.kind == kind and not r.voided)  # type: ignore[union-attr, attr-defined]
        key: int = found.visit_id  # type: ignore[union-attr, attr-defined]
        table.setFocus()

        def is_selected() -> bool:
            # The register may still be reading and then restore the earlier selection.
            table.selectRow(rows.index(found))
            self.machine.settle()
            row = model.row_at(table.current_row())
            return getattr(row, "visit_id", None) == key and self.register.lifecycle.visit_id == key

        self.qtbot.waitUntil(is_selected)
        return key


@pytest.fixture
def day(
    tmp_path: Path, qtbot, themed: QApplication, private_cups: PrivateCups
) -> Iterator[WorkingDay]:
    """The ninth day, with nobody signed in."""
    day = WorkingDay(MonthSimulation(tmp_path), private_cups, qtbot)
    yield day
    day.machine.sign_out()


@pytest.mark.on_screen
def test_a_day_in_the_window(day: WorkingDay, qtbot) -> None:
    receipt = enter_visits_in_the_morning(day)
    work_in_the_afternoon(day, receipt)
    decide_and_report_as_head(day)
    open_the_approved_identity(day)


def enter_visits_in_the_morning(day: WorkingDay) -> str:
    """Enter a complaint with a paper, a denunciation and feedback; return the receipt's text."""
    machine, first = day.machine, REPORTERS[0]
    machine.sign_in(BINH)
    day.receive(first, K.Key_K, "Chậm cấp giấy chứng nhận quyền sử dụng đất", "Đơn viết tay")
    receipt, kept = day.print(), day.print()
    assert first.name not in receipt + kept  # written by pen
    assert day.entry.page.person_card.fields.name.text() == ""

    denouncer = REPORTERS[1]
    day.receive(
        denouncer, K.Key_T, f"Ông {denouncer.name} thấy xã lập khống danh sách hỗ trợ", "Danh sách"
    )
    day.qtbot.waitUntil(lambda: day.entry.page.content_card.summary_field.state() == "error")
    assert "[người tố cáo]" not in day.entry.page.content_card.summary.toPlainText()
    machine.press(K.Key_R, ALT)
    machine.press(K.Key_P, CONTROL)
    papers = [day.print() for _ in range(3)]  # the citizen's, the file's, the envelope's
    assert not words_found_in(" ".join(papers).encode(), identifying_words([denouncer]))

    day.receive(REPORTERS[2], K.Key_P, "Đường vào bản sạt lở chưa sửa")
    slip = day.print()
    assert REPORTERS[2].name not in slip
    rows = machine.opened[0].register
    assert [row.kind for row in result_of(day, rows.today)] == [
        "feedback",
        "denunciation",
        "complaint",
    ]
    return receipt


def result_of(day: WorkingDay, function):
    """Call a function on the database thread and return its result."""
    results: list[object] = []
    runner = day.machine.runner
    assert runner is not None
    runner.run(function, then=results.append, owner=day.machine.window)
    day.qtbot.waitUntil(lambda: bool(results))
    return results[0]


def work_in_the_afternoon(day: WorkingDay, receipt: str) -> None:
    """Look up a receipt, correct a summary, request an identity."""
    machine = day.machine
    day.month.clock.move(hours=5)
    machine.sign_in(GIANG)
    code = next(word for word in receipt.split() if word.count("-") == 2 and len(word) == 14)
    machine.press(K.Key_F6)
    dialog = machine.dialog(StatusLookupDialog)
    assert isinstance(dialog, StatusLookupDialog)
    send_text(dialog.code, code)
    machine.press(K.Key_Return)
    day.qtbot.waitUntil(dialog.answer_banner.isVisible)
    assert "Đang xử lý" in dialog.answer_banner.text()
    machine.press(K.Key_Escape)

    day.to_register()
    day.select_visit("feedback")
    machine.press(K.Key_F3)
    lifecycle = machine.dialog(LifecycleDialog)
    assert isinstance(lifecycle, LifecycleDialog)
    page = lifecycle.current_page()
    assert isinstance(page, CorrectionPage)
    page.new_text.setFocus()
    page.new_text.selectAll()
    send_text(page.new_text, "Đường vào bản sạt lở, xin sửa trước mùa ")
    send_preedit(page.new_text, "mưa")
    machine.press(K.Key_Tab)
    page.reason_row.reason.setFocus()
    send_text(page.reason_row.reason, "Ghi thêm điều người đến nói")
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(LifecycleDialog)
    today = result_of(day, machine.opened[0].register.today)
    assert today[0].summary == "Đường vào bản sạt lở, xin sửa trước mùa mưa"

    day.to_register()
    day.select_visit("complaint")
    machine.press(K.Key_F9)
    request = machine.dialog(RevealReasonDialog)
    assert isinstance(request, RevealReasonDialog)
    machine.press(K.Key_Space)
    request.explanation.setFocus()
    send_text(request.explanation, REASON)
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(RevealReasonDialog)


def decide_and_report_as_head(day: WorkingDay) -> None:
    """Grant the request, print the report on the new printer, and make a backup."""
    machine = day.machine
    day.cups.add_printer(NEW_PRINTER, "usb://Pantum/P3010?serial=0009")
    day.month.clock.move(hours=3)
    window = machine.sign_in(HEAD)
    page = machine.todo()
    machine.select_item(RequestToDecide)
    machine.press(K.Key_Return)
    dialog = machine.dialog(RevealDecisionDialog)
    day.qtbot.waitUntil(lambda: REASON in label_texts(dialog))
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(RevealDecisionDialog)
    machine.settle()
    assert "Xin mở danh tính" not in spoken_text(page)
    page.report_button.setFocus()
    machine.press(K.Key_Space)
    report = day.print(NEW_PRINTER)
    figures = day.month.figures()
    assert f"{figures[1] + 3} lượt" in report
    location = day.month.backup_locations[0]
    result_of(day, lambda: machine.opened[0].backups.add_location(location))
    machine.press(K.Key_7, CONTROL)
    audit = window.screen_at(NavigationItem.AUDIT)
    button = audit.findChild(QWidget, "back_up_button")
    day.qtbot.waitUntil(button.isEnabled)
    machine.settle()
    button.setFocus()
    machine.press(K.Key_Space)
    day.qtbot.waitUntil(lambda: bool(list(location.iterdir())) and not button.busy)


def open_the_approved_identity(day: WorkingDay) -> None:
    """Open the identity once; the log is intact at the end of the day."""
    machine = day.machine
    day.month.clock.move(hours=14)
    machine.sign_in(GIANG)
    machine.todo()
    machine.select_item(RequestGranted)
    machine.press(K.Key_Return)
    machine.dialog(ConfirmDialog)
    machine.press(K.Key_Return, CONTROL)
    reveal = machine.dialog(RevealDialog)
    assert REPORTERS[0].name in label_texts(reveal)
    machine.press(K.Key_Escape)
    machine.wait_closed(RevealDialog)
    assert REPORTERS[0].name not in label_texts(machine.window)
    assert result_of(day, machine.opened[0].log_verification.verify).intact
