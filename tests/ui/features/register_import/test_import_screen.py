"""Screen 19 by keyboard: choose, preview, stop, leave out, bring in, print the list."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.fixtures import workbooks
from tests.fixtures.cups import PrivateCups
from tests.fixtures.visit_forms import form
from tests.fixtures.workbooks import PAPER, PERSON, PLACE, book, row
from tests.ui.features.register_import.conftest import CONTROL, REGISTER, Gate
from tests.ui.waiting import until
from ui.features.printing.print_preview import PrintPreview
from ui.models.paged_table import CELL_ROLE
from ui.shell.navigation import NavigationItem

K = Qt.Key
SECRETS = (PERSON, PERSON.upper(), "Zơrúp", PLACE, PAPER, PAPER[1:])


def cell(gate: Gate, place: int, column: int) -> object:
    model = gate.page.lines.model
    until(lambda: model.row_at(place) is not None)
    return model.index(place, column).data(CELL_ROLE)


def test_the_published_workbook_comes_in_by_keyboard_alone(gate: Gate) -> None:
    gate.open(REGISTER)
    page = gate.page
    assert page.side.counts[0].text() == "1.647 dòng vào được"
    assert page.side.counts[1].text().startswith("0 ")
    assert page.side.span.text() == "1.654 dòng, 02/01 đến 30/06/2017"
    assert page.import_button.isEnabled()
    assert not page.side.leave.isVisible()
    assert gate.visits() == 0
    gate.key(K.Key_Return, CONTROL)
    until(lambda: page.stack.currentWidget() is page.done)
    assert page.done.title.text() == "1.647 dòng đã vào sổ, tên đã niêm phong"
    assert page.done.file.text() == "Tệp register-lam-dong-2017-h1.xlsx vẫn còn mọi tên:"
    assert page.lines.model.rowCount() == 0  # the rows, names and all, are let go
    gate.key(K.Key_Escape)
    until(lambda: gate.way.page is None)
    until(lambda: gate.register.page.model.rowCount() == 1647)
    assert gate.register.page.table.hasFocus()


def test_bad_rows_are_red_with_the_cell_framed_and_the_reason_last(gate: Gate) -> None:
    gate.open(gate.file(workbooks.nasty()))
    assert gate.page.lines.filter.value() == "around"
    bad = cell(gate, 1, 2)
    assert (bad.text, bad.framed, bad.ground, bad.ink) == (
        "31/02/2025",
        True,
        "dangerSoft",
        "dangerText",
    )
    assert (cell(gate, 1, 0).ground, cell(gate, 1, 0).framed) == ("dangerSoft", False)
    assert cell(gate, 1, 6).text == "Ngày 31/02/2025 không có"
    assert (cell(gate, 2, 3).text, cell(gate, 2, 3).framed) == ("trống", True)
    assert (cell(gate, 0, 6).text, cell(gate, 0, 6).ground) == ("Vào sổ", "")
    assert cell(gate, 14, 6).framed  # a merged person is not shown, so the reason is framed
    assert gate.page.lines.why.text() == "Dòng 4: Ngày 31/02/2025 không có"
    gate.key(K.Key_Down)
    assert gate.page.lines.why.text() == "Dòng 5: Thiếu loại đơn"


def test_no_name_anywhere_on_the_page(gate: Gate) -> None:
    slipped = row(30, date=PERSON, person=PAPER, paper=None, kind=PERSON, mode=PERSON)
    gate.open(gate.file(book([row(1), slipped, row(2, summary=f"nhà ông {PERSON} hỏng")])))
    gate.page.lines.filter.choose("all")
    texts = gate.texts()
    assert "dòng vướng" in texts
    assert "[người khiếu nại]" in texts
    assert not any(secret in texts for secret in SECRETS)


def test_filters_by_arrow_keys(gate: Gate) -> None:
    gate.open(gate.file(workbooks.nasty()))
    lines = gate.page.lines
    seen = {}
    for value in ("all", "coming", "around", "left"):
        lines.filter.choose(value)
        seen[value] = lines.model.rowCount()
    assert seen == {"all": 22, "coming": 5, "around": 22, "left": 4}
    part = next(part for part in lines.filter._parts if part.isChecked())
    part.setFocus()
    gate.key(K.Key_Left)
    gate.key(K.Key_Space)
    assert lines.filter.value() == "around"


def test_rows_are_left_out_and_their_list_is_printed(gate: Gate, private_cups: PrivateCups) -> None:
    gate.open(gate.file(workbooks.nasty()))
    page = gate.page
    assert not page.import_button.isEnabled()
    assert page.rest.text() == "Còn 13 dòng vướng"
    gate.key(K.Key_Return, CONTROL)
    assert page.stack.currentWidget() is page.body
    presses = 0
    while not page.side.leave.hasFocus():
        gate.key(K.Key_Tab)
        presses += 1
        assert presses < 12
    gate.key(K.Key_Space)
    gate.key(K.Key_Return, CONTROL)
    until(lambda: gate.window.findChild(PrintPreview) is not None)
    assert page.stack.currentWidget() is page.done
    assert page.done.left.text() == "13 dòng vướng để lại, chưa vào sổ"
    preview = gate.window.findChild(PrintPreview)
    until(lambda: preview.side.printer is not None)
    gate.key(K.Key_P, CONTROL)
    (sheet,) = private_cups.wait_sheets(1)
    text = "".join(found.extract_text() for found in PdfReader(io.BytesIO(sheet)).pages)
    assert "Thiếu loại đơn" in text
    assert not any(secret in text for secret in SECRETS)
    assert not any(secret.encode() in private_cups.traces() for secret in SECRETS)
    until(lambda: gate.window.findChild(PrintPreview) is None)
    assert gate.visits() == 5


def test_the_list_alone_by_key(gate: Gate, private_cups: PrivateCups) -> None:
    gate.open(gate.file(workbooks.nasty()))
    gate.key(K.Key_P, CONTROL)
    until(lambda: gate.window.findChild(PrintPreview) is not None)
    gate.key(K.Key_Escape)
    until(lambda: gate.window.findChild(PrintPreview) is None)
    assert gate.visits() == 0
    assert gate.page.stack.currentWidget() is gate.page.body


def test_stop_while_reading_and_while_sealing_leaves_nothing(gate: Gate) -> None:
    gate.way.open()
    gate.type(gate.file(workbooks.large(2_400)))
    page = gate.page
    until(lambda: page.wait.bar.maximum() > 1000)
    assert page.wait.stop_button.hasFocus()
    gate.key(K.Key_Escape)
    gate.settle()
    assert page.stack.currentWidget() is page.start
    assert "Đã dừng" in page.banner.text()
    gate.key(K.Key_F5)
    gate.settle()
    assert page.stack.currentWidget() is page.body
    gate.key(K.Key_Return, CONTROL)
    until(lambda: page.wait.verb.text().startswith("Đang niêm phong"))
    until(lambda: 0 < page.wait.bar.value() < 2_400)
    gate.key(K.Key_Escape)
    gate.settle()
    assert page.stack.currentWidget() is page.body  # the preview is still good
    assert gate.visits() == 0
    assert gate.ask(gate.reception.blind_index_queue.waiting) == 0
    assert gate.ask(lambda: gate.reception.log_verification.verify().intact)
    gate.key(K.Key_Escape)
    until(lambda: gate.way.page is None)


def test_the_window_stays_awake_while_a_long_file_is_read(gate: Gate) -> None:
    gaps: list[int] = []
    clock = QElapsedTimer()
    clock.start()
    beat = QTimer(gate.window)
    beat.setInterval(10)
    beat.timeout.connect(lambda: gaps.append(clock.restart()))
    gate.way.open()
    gate.type(gate.file(workbooks.large(2_000)))
    beat.start()
    clock.restart()
    # The database is free meanwhile: a draft is kept, a visit is sealed.
    until(lambda: gate.page.wait.bar.maximum() > 1000)
    assert gate.page._work.busy
    gate.ask(lambda: gate.reception.intake.seal_visit(form()))
    assert gate.page._work.busy
    gate.settle()
    beat.stop()
    assert sorted(gaps)[-3] < 400
    assert len(gaps) > 40


def test_leaving_and_coming_back_finds_the_preview(gate: Gate) -> None:
    gate.open(gate.file(workbooks.nasty()))
    page = gate.page
    other = gate.window
    other.add_screen(NavigationItem.HOME, type(page.start)(other))
    gate.key(K.Key_1, CONTROL)
    assert gate.window.stack.currentWidget() is not page
    gate.key(K.Key_2, CONTROL)
    assert gate.window.stack.currentWidget() is page
    assert page.lines.table.hasFocus()


def test_a_lock_stops_the_import_at_once(gate: Gate) -> None:
    gate.open(gate.file(workbooks.large(2_000)))
    gate.key(K.Key_Return, CONTROL)
    until(lambda: gate.page.wait.bar.maximum() == 2_000)
    taken = QElapsedTimer()
    taken.start()
    for page in gate.window.pages():
        hook = getattr(page, "about_to_lock", None)
        if callable(hook):
            hook()
    assert gate.visits() == 0
    assert taken.elapsed() < 2_000


def test_keys_are_listed_and_files_are_chosen(gate: Gate, qtbot) -> None:
    path = gate.file(workbooks.nasty(), "chon.xlsx")
    gate.way.open()
    until(gate.page.start.path.hasFocus)
    gate.key(K.Key_O, CONTROL)
    until(lambda: gate.page.findChild(QFileDialog) is not None)
    gate.page.findChild(QFileDialog).fileSelected.emit(str(path))
    gate.page.findChild(QFileDialog).reject()
    gate.settle()
    assert gate.page.stack.currentWidget() is gate.page.body
    assert gate.page.side.file.accessibleName() == "chon.xlsx"
    gate.key(K.Key_F1)
    texts = gate.texts()
    assert "Đọc lại tệp" in texts
    assert "Nhập cả" in texts
    gate.key(K.Key_Escape)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "sổ Excel kiểu cũ (.xls)"),
        (book([row(1)], [""] * 14), "thiếu cột: STT, Ngày tiếp, Họ tên, địa chỉ"),
        (book([]), "không có lượt tiếp nào bên dưới"),
        (b"khong phai", "không phải sổ Excel .xlsx"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence(gate: Gate, data: bytes, said: str) -> None:
    gate.open(gate.file(data))
    page = gate.page
    assert page.stack.currentWidget() is page.start
    assert said in page.banner.text()
    assert page.start.path.hasFocus()
    page.start.path.clear()
    gate.type(Path("/không/có.xlsx"))
    gate.settle()
    assert "có.xlsx" in page.banner.text()


def test_the_focus_goes_round_everything(gate: Gate) -> None:
    gate.open(gate.file(workbooks.nasty()))
    seen: list[str] = []
    for _ in range(24):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget.objectName() or type(widget).__name__)
        QTest.keyClick(widget, K.Key_Tab)
    wanted = ["lines", "leave", "list_button", "cancel_button"]
    assert [name for name in seen if name in wanted][:4] == wanted
    assert {"back_button", "choose_button", "again_button", "Segment"} <= set(seen)
    assert all(one != two for one, two in pairwise(seen))
