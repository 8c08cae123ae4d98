"""The preview prints through a real CUPS, and keeps the document when that fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reception.print_queue.print_jobs import JobTicket, PrintOptions
from reception.print_queue.print_route import CupsRoute
from tests.fixtures.cups import (
    CABLE_PRINTER,
    NETWORK_PRINTER,
    PAUSED_PRINTER,
    REFUSING_PRINTER,
    PrivateCups,
    document_keeping_cups,
    private_cups,
)
from tests.fixtures.sample_pdf import sample_pdf
from ui.appearance import translation
from ui.features.printing import print_attempt
from ui.features.printing.page_view import PageView
from ui.features.printing.pdf_pages import PdfPages
from ui.features.printing.print_order import PrintOrder
from ui.features.printing.print_preview import PrintPreview
from ui.features.printing.print_thread import PrintThread

__all__ = ["document_keeping_cups", "private_cups"]

NAME = "Nguyễn Thị Thử Nghiệm"
PDF = sample_pdf(NAME, pages=2)


class SignalRecorder(QObject):
    """Records the signals of a preview as texts, in order."""

    def __init__(self, dialog: PrintPreview) -> None:
        super().__init__(dialog.window())
        self.window = dialog.window()  # qtbot holds windows weakly
        self.records: list[str] = []
        dialog.printed.connect(self._printed)
        dialog.failed.connect(self._failed)
        dialog.discarded.connect(self._discarded)

    def _printed(self, ticket: object) -> None:
        assert isinstance(ticket, JobTicket)
        self.records.append(f"printed job on {ticket.printer}")

    def _failed(self, error: object) -> None:
        self.records.append(f"failed {error}")

    def _discarded(self) -> None:
        self.records.append("discarded")


@pytest.fixture
def print_thread(private_cups: PrivateCups) -> Iterator[PrintThread]:
    """A print thread at the private CUPS, ended after the test."""
    print_thread = PrintThread(CupsRoute())
    yield print_thread
    print_thread.close()


def _open(
    qtbot: QtBot,
    print_thread: PrintThread,
    needs_allowed_printer: bool = False,
    options: PrintOptions | None = None,
) -> tuple[PrintPreview, SignalRecorder]:
    order = PrintOrder(
        "In giấy biên nhận",
        "BN-0294",
        PDF,
        options or PrintOptions(),
        needs_allowed_printer=needs_allowed_printer,
    )
    window = QWidget()
    window.resize(1366, 696)
    qtbot.addWidget(window)
    window.show()
    dialog = PrintPreview(order, print_thread, window)
    dialog.open()
    qtbot.waitUntil(lambda: len(dialog.options_panel.printer_list.rows) == 4)
    return dialog, SignalRecorder(dialog)


def test_a_preview_can_be_closed_before_the_printers_are_read(
    qtbot: QtBot, print_thread: PrintThread, private_cups: PrivateCups
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = PrintPreview(PrintOrder("In", "BN-0294", PDF, PrintOptions()), print_thread, window)
    dialog.open()
    # The answer comes after the dialog has closed and before it is deleted.
    print_thread.list_printers(dialog._show_printers, dialog._show_error)
    qtbot.waitUntil(lambda: len(dialog.options_panel.printer_list.rows) == 4)
    answer = tuple(row.printer for row in dialog.options_panel.printer_list.rows)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog._show_printers(answer)
    assert not dialog.isAncestorOf(QApplication.focusWidget() or window)
    qtbot.waitUntil(lambda: not isValid(dialog))


def _press_print(qtbot: QtBot, dialog: PrintPreview) -> None:
    qtbot.keyClick(dialog.print_button, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_one_key_prints(qtbot: QtBot, print_thread: PrintThread, private_cups: PrivateCups) -> None:
    dialog, recorder = _open(qtbot, print_thread)
    _press_print(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(recorder.records))
    assert recorder.records == [f"printed job on {CABLE_PRINTER}"]
    assert private_cups.sheets() == [PDF]


def test_every_printer_is_listed_with_its_reason(
    qtbot: QtBot, print_thread: PrintThread, private_cups: PrivateCups
) -> None:
    dialog, _recorder = _open(qtbot, print_thread)
    rows = {row.printer.name: row for row in dialog.options_panel.printer_list.rows}
    assert [name for name, row in rows.items() if row.radio.isEnabled()] == [
        CABLE_PRINTER,
        NETWORK_PRINTER,
    ]
    qtbot.waitUntil(lambda: all(row.isVisible() for row in rows.values()))
    assert "Paused" in rows[PAUSED_PRINTER].radio.accessibleName()
    assert "Takes no jobs now" in rows[REFUSING_PRINTER].radio.accessibleName()
    assert "Over the network" in rows[NETWORK_PRINTER].radio.accessibleName()


def test_a_paper_for_cable_printers_is_not_sent_to_a_network_printer(
    qtbot: QtBot, print_thread: PrintThread, private_cups: PrivateCups
) -> None:
    dialog, _recorder = _open(qtbot, print_thread, needs_allowed_printer=True)
    rows = {row.printer.name: row for row in dialog.options_panel.printer_list.rows}
    assert not rows[NETWORK_PRINTER].radio.isEnabled()
    qtbot.mouseClick(rows[NETWORK_PRINTER], Qt.MouseButton.LeftButton)
    assert dialog.options_panel.printer == rows[CABLE_PRINTER].printer


def test_a_click_anywhere_on_a_row_chooses(
    qtbot: QtBot, print_thread: PrintThread, private_cups: PrivateCups
) -> None:
    dialog, recorder = _open(qtbot, print_thread)
    row = next(
        row for row in dialog.options_panel.printer_list.rows if row.printer.name == NETWORK_PRINTER
    )
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(recorder.records))
    assert recorder.records == [f"printed job on {NETWORK_PRINTER}"]


def test_a_failed_print_is_explained_and_can_be_repeated(
    qtbot: QtBot, print_thread: PrintThread, private_cups: PrivateCups
) -> None:
    dialog, recorder = _open(qtbot, print_thread)
    private_cups.stop()
    _press_print(qtbot, dialog)
    qtbot.waitUntil(lambda: recorder.records == ["failed printer.unreachable"])
    assert dialog.isVisible()
    assert "Bản in vẫn còn ở đây" in dialog.options_panel.banner.text()
    private_cups.start()
    qtbot.keyClick(dialog, Qt.Key.Key_F5)
    _press_print(qtbot, dialog)
    qtbot.waitUntil(lambda: len(recorder.records) == 2)
    assert recorder.records[1] == f"printed job on {CABLE_PRINTER}"
    assert private_cups.sheets() == [PDF]


@pytest.mark.parametrize(("language", "word"), [("vi", "vẫn còn"), ("en", "still here")])
def test_an_error_is_in_the_language_of_the_window(
    themed: QApplication,
    qtbot: QtBot,
    print_thread: PrintThread,
    private_cups: PrivateCups,
    language: str,
    word: str,
) -> None:
    other = QLocale.Language.English if language == "vi" else QLocale.Language.Vietnamese
    QLocale.setDefault(QLocale(other))
    translation.install(themed, language)
    dialog, recorder = _open(qtbot, print_thread)
    private_cups.stop()
    _press_print(qtbot, dialog)
    qtbot.waitUntil(lambda: recorder.records == ["failed printer.unreachable"])
    QLocale.setDefault(QLocale.system())
    assert word in dialog.options_panel.banner.text()
    private_cups.start()


def test_a_blocked_printer_is_reported_and_the_job_cancelled(
    qtbot: QtBot,
    print_thread: PrintThread,
    private_cups: PrivateCups,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(print_attempt, "POLLS_BEFORE_WARNING", 1)
    private_cups.jam()
    dialog, recorder = _open(qtbot, print_thread)
    _press_print(qtbot, dialog)
    qtbot.waitUntil(lambda: "chưa in xong" in dialog.options_panel.banner.text())
    assert not dialog.options_panel.printer_list.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.options_panel.printer_list.isEnabled)
    private_cups.clear_jam()
    private_cups.wait_until_spool_is_empty()
    assert private_cups.sheets() == []
    assert recorder.records == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert recorder.records == ["discarded"]
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_second_key_does_not_print_twice(
    qtbot: QtBot, print_thread: PrintThread, private_cups: PrivateCups
) -> None:
    dialog, recorder = _open(qtbot, print_thread)
    _press_print(qtbot, dialog)
    _press_print(qtbot, dialog)
    dialog.accept()
    qtbot.waitUntil(lambda: bool(recorder.records))
    assert len(private_cups.sheets()) == 1


def test_copies_go_into_the_options(
    qtbot: QtBot, print_thread: PrintThread, private_cups: PrivateCups
) -> None:
    dialog, _recorder = _open(qtbot, print_thread, options=PrintOptions(copies=3))
    assert dialog.options_panel.options.copies == 3
    dialog.options_panel.copies.set_value(2)
    assert dialog.options_panel.options == PrintOptions(copies=2)
    dialog.options_panel.copies.set_value(99)
    assert dialog.options_panel.options.copies == 20


def test_zoom_by_key(qtbot: QtBot, print_thread: PrintThread, private_cups: PrivateCups) -> None:
    dialog, _recorder = _open(qtbot, print_thread)
    whole = dialog.page_view.zoom_label.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert int(dialog.page_view.zoom_label.text()[:-1]) > int(whole[:-1])
    qtbot.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert dialog.page_view.zoom_label.text() == whole
    assert dialog.page_view.page_label.text() == "Page 1 of 2"
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.page_view.page_label.text() == "Page 2 of 2"


@pytest.mark.parametrize("page_count", [1, 2])
def test_no_bar_comes_and_goes_while_a_whole_page_is_shown(qtbot: QtBot, page_count: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view = PageView(PdfPages(sample_pdf(NAME, pages=page_count), window), window)
    view.resize(550, 431)
    window.show()
    bar = Qt.ScrollBarPolicy
    whole = bar.ScrollBarAlwaysOff if page_count == 1 else bar.ScrollBarAlwaysOn
    assert view.view.verticalScrollBarPolicy() == whole
    assert view.view.horizontalScrollBarPolicy() == bar.ScrollBarAlwaysOff
    for _ in range(3):
        view.zoom_in()
    qtbot.waitUntil(view.view.verticalScrollBar().isVisible)
    view.show_whole_page()
    assert view.view.verticalScrollBarPolicy() == whole


def test_no_widget_around_the_page_has_its_text(
    qtbot: QtBot, print_thread: PrintThread, private_cups: PrivateCups
) -> None:
    dialog, _recorder = _open(qtbot, print_thread)
    texts = [dialog.window().windowTitle(), dialog.accessibleName()]
    for widget in dialog.findChildren(QWidget):
        texts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        texts += [widget.text()] if isinstance(widget, QLabel | QAbstractButton) else []
    assert NAME not in " ".join(texts)
    buttons = dialog.findChildren(QAbstractButton)
    assert all(button.accessibleName() or button.text() for button in buttons)


def test_a_citizens_copy_with_a_name_is_not_sent_to_a_spool_that_keeps_it(
    qtbot: QtBot, document_keeping_cups: PrivateCups
) -> None:
    order = PrintOrder("Giấy biên nhận", "Bản", PDF, needs_clean_spool=True)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    print_thread = PrintThread(CupsRoute())
    dialog = PrintPreview(order, print_thread, window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.options_panel.printer is not None)
    _press_print(qtbot, dialog)
    qtbot.waitUntil(lambda: "có tên người đến" in dialog.options_panel.banner.text())
    assert document_keeping_cups.sheets() == []
    assert document_keeping_cups.spool_documents() == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))
    print_thread.close()
