"""The import by keyboard: choose, preview, stop, leave rows out, import, print the list."""

from __future__ import annotations

import io
import os
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.fixtures import workbooks
from tests.fixtures.cups import PrivateCups
from tests.fixtures.visit_forms import visit_form
from tests.fixtures.workbooks import CARD_NUMBER, HAMLET, PERSON, register_row, register_workbook
from tests.ui.features.register_import.conftest import CONTROL, REGISTER, ImportStage
from tests.ui.waiting import printed_sheets, wait_until
from ui.features.printing.print_preview import PrintPreview
from ui.models.paged_table_model import CELL_ROLE
from ui.shell.navigation import NavigationItem
from ui.shell.screen import Screen

K = Qt.Key
SECRETS = (PERSON, PERSON.upper(), "Zơrúp", HAMLET, CARD_NUMBER, CARD_NUMBER[1:])


def cell(import_stage: ImportStage, row: int, column: int) -> object:
    model = import_stage.page.preview_table.model
    wait_until(lambda: model.row_at(row) is not None)
    return model.index(row, column).data(CELL_ROLE)


def test_the_published_workbook_is_imported_by_keyboard_alone(import_stage: ImportStage) -> None:
    import_stage.open(REGISTER)
    page = import_stage.page
    assert page.cards.count_rows[0].text() == "1.647 dòng vào được"
    assert page.cards.count_rows[1].text().startswith("0 ")
    assert page.cards.line_range.text() == "1.654 dòng, 02/01 đến 30/06/2017"
    assert page.import_button.isEnabled()
    assert not page.cards.leave_out.isVisible()
    assert import_stage.visits() == 0
    import_stage.key(K.Key_Return, CONTROL)
    wait_until(lambda: page.stack.currentWidget() is page.result)
    assert page.result.title.text() == "1.647 dòng đã vào sổ, tên đã niêm phong"
    assert page.result.file_name.text() == "Tệp register-lam-dong-2017-h1.xlsx vẫn còn mọi tên:"
    assert (
        page.preview_table.model.rowCount() == 0
    )  # the rows, which hold names, are removed from memory
    import_stage.key(K.Key_Escape)
    wait_until(lambda: import_stage.flow.screen is None)
    wait_until(lambda: import_stage.register.page.model.rowCount() == 1647)
    assert import_stage.register.page.table.hasFocus()


def test_bad_rows_are_red_with_the_cell_framed_and_the_reason_last(
    import_stage: ImportStage,
) -> None:
    import_stage.open(import_stage.file(workbooks.faulty_register()))
    assert import_stage.page.preview_table.line_filter.value() == "near_problems"
    bad = cell(import_stage, 1, 2)
    assert (bad.text, bad.framed, bad.background, bad.text_color) == (
        "31/02/2025",
        True,
        "dangerSoft",
        "dangerText",
    )
    assert (cell(import_stage, 1, 0).background, cell(import_stage, 1, 0).framed) == (
        "dangerSoft",
        False,
    )
    assert cell(import_stage, 1, 6).text == "Ngày 31/02/2025 không có"
    assert (cell(import_stage, 2, 3).text, cell(import_stage, 2, 3).framed) == ("trống", True)
    assert (cell(import_stage, 0, 6).text, cell(import_stage, 0, 6).background) == ("Vào sổ", "")
    assert cell(import_stage, 14, 6).framed  # a merged person is not shown, so the reason is framed
    assert import_stage.page.preview_table.reason_line.text() == "Dòng 4: Ngày 31/02/2025 không có"
    import_stage.key(K.Key_Down)
    assert import_stage.page.preview_table.reason_line.text() == "Dòng 5: Thiếu loại đơn"


def test_no_name_anywhere_on_the_page(import_stage: ImportStage) -> None:
    slipped = register_row(
        30, date=PERSON, person=CARD_NUMBER, paper=None, kind=PERSON, mode=PERSON
    )
    import_stage.open(
        import_stage.file(
            register_workbook(
                [register_row(1), slipped, register_row(2, summary=f"nhà ông {PERSON} hỏng")]
            )
        )
    )
    import_stage.page.preview_table.line_filter.choose("all")
    texts = import_stage.texts()
    assert "dòng vướng" in texts
    assert "[người khiếu nại]" in texts
    assert not any(secret in texts for secret in SECRETS)


def test_filters_by_arrow_keys(import_stage: ImportStage) -> None:
    import_stage.open(import_stage.file(workbooks.faulty_register()))
    lines = import_stage.page.preview_table
    seen = {}
    for value in ("all", "importable", "near_problems", "left_out"):
        lines.line_filter.choose(value)
        seen[value] = lines.model.rowCount()
    assert seen == {"all": 22, "importable": 5, "near_problems": 22, "left_out": 4}
    part = next(part for part in lines.line_filter._segments if part.isChecked())
    part.setFocus()
    import_stage.key(K.Key_Left)
    import_stage.key(K.Key_Space)
    assert lines.line_filter.value() == "near_problems"


def test_rows_are_left_out_and_their_list_is_printed(
    import_stage: ImportStage, private_cups: PrivateCups
) -> None:
    import_stage.open(import_stage.file(workbooks.faulty_register()))
    page = import_stage.page
    assert not page.import_button.isEnabled()
    assert page.obstacle.text() == "Còn 13 dòng vướng"
    import_stage.key(K.Key_Return, CONTROL)
    assert page.stack.currentWidget() is page.preview
    presses = 0
    while not page.cards.leave_out.hasFocus():
        import_stage.key(K.Key_Tab)
        presses += 1
        assert presses < 12
    import_stage.key(K.Key_Space)
    import_stage.key(K.Key_Return, CONTROL)
    wait_until(lambda: import_stage.window.findChild(PrintPreview) is not None)
    assert page.stack.currentWidget() is page.result
    assert page.result.left_out.text() == "13 dòng vướng để lại, chưa vào sổ"
    preview = import_stage.window.findChild(PrintPreview)
    wait_until(lambda: preview.options_panel.printer is not None)
    import_stage.key(K.Key_P, CONTROL)
    (sheet,) = printed_sheets(private_cups, 1)
    text = "".join(found.extract_text() for found in PdfReader(io.BytesIO(sheet)).pages)
    assert "Thiếu loại đơn" in text
    assert not any(secret in text for secret in SECRETS)
    assert not any(secret.encode() in private_cups.stored_bytes() for secret in SECRETS)
    wait_until(lambda: import_stage.window.findChild(PrintPreview) is None)
    assert import_stage.visits() == 5


def test_a_key_shows_the_list_alone(import_stage: ImportStage, private_cups: PrivateCups) -> None:
    import_stage.open(import_stage.file(workbooks.faulty_register()))
    import_stage.key(K.Key_P, CONTROL)
    wait_until(lambda: import_stage.window.findChild(PrintPreview) is not None)
    import_stage.key(K.Key_Escape)
    wait_until(lambda: import_stage.window.findChild(PrintPreview) is None)
    assert import_stage.visits() == 0
    assert import_stage.page.stack.currentWidget() is import_stage.page.preview


def test_stop_while_reading_and_while_sealing_leaves_nothing(import_stage: ImportStage) -> None:
    import_stage.flow.open()
    import_stage.type(import_stage.file(workbooks.large_register(2_400)))
    page = import_stage.page
    wait_until(lambda: page.progress.progress_bar.maximum() > 1000)
    assert page.progress.stop_button.hasFocus()
    import_stage.key(K.Key_Escape)
    import_stage.settle()
    assert page.stack.currentWidget() is page.start
    assert "Đã dừng" in page.banner.text()
    import_stage.key(K.Key_F5)
    import_stage.settle()
    assert page.stack.currentWidget() is page.preview
    import_stage.key(K.Key_Return, CONTROL)
    wait_until(lambda: page.progress.activity.text().startswith("Đang niêm phong"))
    wait_until(lambda: 0 < page.progress.progress_bar.value() < 2_400)
    import_stage.key(K.Key_Escape)
    import_stage.settle()
    assert page.stack.currentWidget() is page.preview  # the preview is still good
    assert import_stage.visits() == 0
    assert import_stage.ask(import_stage.reception.blind_index_queue.pending_visits) == 0
    assert import_stage.ask(lambda: import_stage.reception.log_verification.verify().intact)
    import_stage.key(K.Key_Escape)
    wait_until(lambda: import_stage.flow.screen is None)


def test_the_window_responds_while_a_long_file_is_read(import_stage: ImportStage) -> None:
    ticks: list[None] = []
    timer = QTimer(import_stage.window)
    timer.setInterval(10)
    timer.timeout.connect(lambda: ticks.append(None))
    import_stage.flow.open()
    import_stage.type(import_stage.file(workbooks.large_register(2_000)))
    wait_until(lambda: import_stage.page.progress.progress_bar.maximum() > 1000)
    # Counted and not timed: the window takes events while the file is still being read.
    timer.start()
    wait_until(lambda: len(ticks) >= 5)
    assert import_stage.screen.tasks.busy
    # The database thread is free in the meantime: a visit is sealed.
    import_stage.ask(lambda: import_stage.reception.intake.seal_visit(visit_form()))
    assert import_stage.screen.tasks.busy
    import_stage.settle()
    timer.stop()


def test_leaving_and_coming_back_finds_the_preview(import_stage: ImportStage) -> None:
    import_stage.open(import_stage.file(workbooks.faulty_register()))
    page = import_stage.page
    other = import_stage.window
    other.add_screen(NavigationItem.HOME, Screen(other))
    import_stage.key(K.Key_1, CONTROL)
    assert import_stage.window.stack.currentWidget() is not import_stage.screen
    import_stage.key(K.Key_2, CONTROL)
    assert import_stage.window.stack.currentWidget() is import_stage.screen
    assert page.preview_table.table.hasFocus()


def test_a_lock_stops_the_import_at_once(import_stage: ImportStage) -> None:
    import_stage.open(import_stage.file(workbooks.large_register(2_000)))
    import_stage.key(K.Key_Return, CONTROL)
    wait_until(lambda: import_stage.page.progress.progress_bar.maximum() == 2_000)
    taken = QElapsedTimer()
    taken.start()
    for page in import_stage.window.pages():
        page.about_to_lock()
    assert import_stage.visits() == 0
    assert taken.elapsed() < 2_000


def test_keys_are_listed_and_a_file_is_chosen(import_stage: ImportStage, qtbot) -> None:
    path = import_stage.file(workbooks.faulty_register(), "chon.xlsx")
    import_stage.flow.open()
    wait_until(import_stage.page.start.path.hasFocus)
    import_stage.key(K.Key_O, CONTROL)
    wait_until(lambda: import_stage.screen.findChild(QFileDialog) is not None)
    import_stage.screen.findChild(QFileDialog).fileSelected.emit(str(path))
    import_stage.screen.findChild(QFileDialog).reject()
    import_stage.settle()
    assert import_stage.page.stack.currentWidget() is import_stage.page.preview
    assert import_stage.page.cards.file_card.accessibleName() == "chon.xlsx"
    import_stage.key(K.Key_F1)
    texts = import_stage.texts()
    assert "Đọc lại tệp" in texts
    assert "Nhập cả" in texts
    import_stage.key(K.Key_Escape)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "sổ Excel kiểu cũ (.xls)"),
        (
            register_workbook([register_row(1)], [""] * 14),
            "thiếu cột: STT, Ngày tiếp, Họ tên, địa chỉ",
        ),
        (register_workbook([]), "không có lượt tiếp nào bên dưới"),
        (b"khong phai", "không phải sổ Excel .xlsx"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained(
    import_stage: ImportStage, data: bytes, message: str
) -> None:
    import_stage.open(import_stage.file(data))
    page = import_stage.page
    assert page.stack.currentWidget() is page.start
    assert message in page.banner.text()
    assert page.start.path.hasFocus()
    page.start.path.clear()
    import_stage.type(Path("/không/có.xlsx"))
    import_stage.settle()
    assert "có.xlsx" in page.banner.text()


def test_tab_reaches_every_widget(import_stage: ImportStage) -> None:
    import_stage.open(import_stage.file(workbooks.faulty_register()))
    seen: list[str] = []
    for _ in range(24):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget.objectName() or type(widget).__name__)
        QTest.keyClick(widget, K.Key_Tab)
    wanted = ["lines", "leave_out", "problem_list_button", "cancel_button"]
    assert [name for name in seen if name in wanted][:4] == wanted
    assert {"back_button", "choose_button", "read_again_button", "Segment"} <= set(seen)
    assert all(one != two for one, two in pairwise(seen))


@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "missing"])
def test_what_is_no_file_is_named_and_reading_ends(import_stage: ImportStage, kind: str) -> None:
    path = import_stage.folder / "sổ cũ.xlsx"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    import_stage.flow.open()
    wait_until(import_stage.page.start.path.hasFocus)
    import_stage.type(path)
    import_stage.settle()
    assert "Không đọc được tệp sổ cũ.xlsx" in import_stage.page.banner.text()
