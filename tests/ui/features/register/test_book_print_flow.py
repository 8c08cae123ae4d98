"""The register book: printed by pseudonym at once, with names after the head's password."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reception.bootstrap import Reception, create_services
from reception.print_queue.printers import Attachment, PrinterInfo, PrinterState, attachment_of
from tests.fixtures.cups import (
    CABLE_PRINTER,
    NETWORK_PRINTER,
    PrivateCups,
    document_keeping_cups,
    private_cups,
)
from tests.fixtures.office import (
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
    build_office,
)
from tests.fixtures.remote_viewing import simulate_remote_viewing
from tests.ui.conftest import send_text
from tests.ui.features.register.register_stage import PEOPLE, RegisterStage
from tests.ui.layout_checks import layout_faults
from tests.ui.waiting import printed_sheets
from ui.appearance.theme import Mode, theme
from ui.features.printing.print_preview import PrintPreview
from ui.features.printing.printer_list import refusal_text
from ui.features.register.book_print_dialog import BookKind, BookPrintDialog
from ui.features.register.book_print_flow import BookPrintFlow

__all__ = ["document_keeping_cups", "private_cups"]
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
REASON = "Lập sổ giấy tháng này để lưu tại trụ sở"


class BookStage:
    """The register with the printing of its book, the head signed in."""

    def __init__(self, register_stage: RegisterStage, qtbot) -> None:
        self.register_stage, self.qtbot = register_stage, qtbot
        self.print_flow = register_stage.print_flow
        self.book_print_flow = BookPrintFlow(
            register_stage.opened[0], register_stage.runner, self.print_flow
        )
        register_stage.screen.print_book_wanted.connect(self.book_print_flow.ask_for_kind)
        register_stage.screen.locking.connect(self.book_print_flow.about_to_lock)
        register_stage.window.activateWindow()
        QTest.qWaitForWindowActive(register_stage.window)
        qtbot.waitUntil(lambda: register_stage.screen.page.model.row_at(0) is not None)
        register_stage.screen.page.table.setFocus()

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the focused widget."""
        QTest.keyClick(QApplication.focusWidget() or self.register_stage.window, key, modifier)

    def open_dialogs(self, kind: type[QWidget]) -> list[QWidget]:
        """Return the dialogs of a kind that are open."""
        return [d for d in self.register_stage.window.findChildren(kind) if d.isVisible()]

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """Wait for a dialog and return it."""
        self.qtbot.waitUntil(lambda: bool(self.open_dialogs(kind)))
        return self.open_dialogs(kind)[0]

    def ask(self) -> BookPrintDialog:
        """Open the dialog by key."""
        self.press(K.Key_P, CTRL)
        dialog = self.dialog(BookPrintDialog)
        assert isinstance(dialog, BookPrintDialog)
        return dialog

    def fill(self, password: str = PASSWORDS[HEAD], names: int = 8) -> BookPrintDialog:
        """Choose the next kind and give reason, words and password, by keys alone."""
        dialog = self.ask()
        self.press(K.Key_Down)
        if dialog.kind() is BookKind.IDENTITY_PAGES:
            self.tick(dialog, names)
        self.qtbot.waitUntil(lambda: f"Sẽ mở {names} tên" in words(dialog))
        self.press(K.Key_Tab)
        self.press(K.Key_Space)
        while QApplication.focusWidget() is not dialog.reasons.explanation:
            self.press(K.Key_Tab)
        send_text(dialog.reasons.explanation, REASON)
        self.press(K.Key_Tab)
        assert QApplication.focusWidget() is dialog.reasons.head_password
        send_text(dialog.reasons.head_password, password)
        return dialog

    def tick(self, dialog: BookPrintDialog, names: int) -> None:
        """Tick the first codes of the list by keys; the focus stays in the list."""
        ticks = dialog.page_choice.list
        self.qtbot.waitUntil(lambda: ticks.count() > 0)
        while QApplication.focusWidget() is not ticks:
            self.press(K.Key_Tab)
        for number in range(names):
            if number:
                self.press(K.Key_Down)
            self.press(K.Key_Space)

    def log_entries(self) -> list[tuple[str, dict]]:
        """Return (act, facts) of the log."""
        found: list = []
        read = self.register_stage.opened[0].session.database.query
        self.register_stage.runner.run(
            read,
            "SELECT act, facts FROM log ORDER BY seq",
            then=found.append,
            owner=self.print_flow,
        )
        self.qtbot.waitUntil(lambda: bool(found))
        return [(row["act"], json.loads(row["facts"])) for row in found[0]]


def words(widget: QWidget) -> str:
    """Return every text of a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def book_stage(
    tmp_path: Path, qtbot, themed: QApplication, private_cups: PrivateCups
) -> Iterator[BookStage]:
    """The register of a throw-away office, with the printing of its book."""
    register_stage = RegisterStage(build_office(tmp_path), qtbot)
    book_stage = BookStage(register_stage, qtbot)
    yield book_stage
    book_stage.print_flow.discard_all()
    register_stage.close()


def test_by_pseudonym_is_chosen_first_and_one_key_prints_it(book_stage: BookStage) -> None:
    dialog = book_stage.ask()
    assert dialog.kind() == BookKind.BY_PSEUDONYM
    assert not dialog.reasons.isVisible()
    assert dialog.kind_buttons[BookKind.BY_PSEUDONYM].hasFocus()
    book_stage.press(K.Key_Return)
    preview = book_stage.dialog(PrintPreview)
    assert isinstance(preview, PrintPreview)
    assert not book_stage.open_dialogs(BookPrintDialog)
    assert preview.options_panel.copies.isEnabled()
    assert "bulk_opened" not in [act for act, _ in book_stage.log_entries()]


def test_names_are_printed_by_keyboard_only_and_never_shown(
    book_stage: BookStage, private_cups: PrivateCups
) -> None:
    dialog = book_stage.fill()
    assert dialog.print_button.isEnabled()
    book_stage.press(K.Key_Return, CTRL)
    preview = book_stage.dialog(PrintPreview)
    assert not book_stage.open_dialogs(BookPrintDialog)
    assert isinstance(preview, PrintPreview)
    pages = preview._pages.document
    shown = "".join(pages.getAllText(page).text() for page in range(pages.pageCount()))
    assert "TC-0001" in shown
    assert not [p for p in PEOPLE if p.name.split()[-1] in shown or p.paper.number in shown]
    assert not preview.options_panel.copies.isEnabled()
    book_stage.qtbot.waitUntil(lambda: preview.options_panel.printer is not None)
    assert preview.options_panel.printer.name == CABLE_PRINTER
    book_stage.press(K.Key_P, CTRL)
    (paper,) = printed_sheets(private_cups, 1)
    book_stage.qtbot.waitUntil(lambda: not book_stage.open_dialogs(PrintPreview))
    assert paper.startswith(b"%PDF")
    assert not preview._order.pdf
    facts = next(facts for act, facts in book_stage.log_entries() if act == "bulk_opened")
    assert facts["names"] == 8
    assert not [p for p in PEOPLE if p.name in book_stage.register_stage.texts()]


def test_after_a_wrong_password_only_the_password_is_typed_again(book_stage: BookStage) -> None:
    dialog = book_stage.fill(PASSWORDS[OFFICER])
    book_stage.press(K.Key_Return, CTRL)
    book_stage.qtbot.waitUntil(lambda: "chưa đúng" in dialog.banner.text())
    assert dialog.isVisible()
    assert dialog.reasons.explanation.value() == REASON
    assert dialog.reasons.head_password.value() == ""
    assert dialog.reasons.head_password.hasFocus()
    assert not dialog.print_button.isEnabled()
    assert book_stage.log_entries()[-1] == ("approval_failed", {"tries": 1})


def test_a_display_over_the_network_prevents_printing_names(book_stage: BookStage) -> None:
    dialog = book_stage.fill()
    simulate_remote_viewing(book_stage.register_stage.opened[0])
    book_stage.press(K.Key_Return, CTRL)
    book_stage.qtbot.waitUntil(lambda: "máy khác" in dialog.banner.text())
    assert "bulk_opened" not in [act for act, _ in book_stage.log_entries()]


def test_reason_words_and_password_are_required(book_stage: BookStage) -> None:
    dialog = book_stage.fill()
    dialog.reasons.explanation.set_text("ngắn")
    assert not dialog.print_button.isEnabled()
    dialog.reasons.explanation.set_text(REASON)
    assert dialog.print_button.isEnabled()
    dialog.reasons.head_password.clear()
    assert not dialog.print_button.isEnabled()


def test_a_lock_empties_the_password_field(book_stage: BookStage) -> None:
    dialog = book_stage.fill()
    book_stage.register_stage.screen.about_to_lock()
    assert not book_stage.open_dialogs(BookPrintDialog)
    assert dialog.reasons.head_password.value() == ""


def test_the_words_are_typed_by_an_input_method(book_stage: BookStage, compose) -> None:
    dialog = book_stage.fill()
    dialog.reasons.explanation.setFocus()
    compose(dialog.reasons.explanation, "sở")
    book_stage.press(K.Key_Return, CTRL)
    book_stage.dialog(PrintPreview)
    made = next(facts for act, facts in book_stage.log_entries() if act == "bulk_made")
    assert made["words"].endswith("sở")
    assert made["words"].startswith(REASON)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (1366, 696)), (1.0, (1280, 648)), (1.5, (1920, 1010))]
)
def test_nothing_is_cut(book_stage: BookStage, themed, picture, scale, size, mode) -> None:
    theme().apply(themed, mode, scale)
    book_stage.register_stage.window.resize(*size)
    dialog = book_stage.fill()
    picture(book_stage.register_stage.window, f"book-names-{size[0]}-{mode.value}")
    assert layout_faults(dialog) == []
    dialog.kind_buttons[BookKind.BY_PSEUDONYM].setChecked(True)
    picture(book_stage.register_stage.window, f"book-codes-{size[0]}-{mode.value}")
    assert layout_faults(dialog) == []
    dialog.kind_buttons[BookKind.WITH_NAMES].setChecked(True)
    book_stage.press(K.Key_Escape)


class CustodianStage(RegisterStage):
    """The register, the custodian signed in."""

    def _open(self, office: ThrowAwayOffice) -> Reception:
        super()._open(office).session.close()
        reception = create_services(office.open(CUSTODIAN))
        reception.session.settings()
        reception.office_calendar.calendar()
        return reception


@pytest.fixture
def custodian_stage(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[BookStage]:
    """The register of a custodian; the test brings the printers."""
    register_stage = CustodianStage(build_office(tmp_path), qtbot)
    book_stage = BookStage(register_stage, qtbot)
    yield book_stage
    book_stage.print_flow.discard_all()
    register_stage.close()


def secret_preview(custodian_stage: BookStage) -> PrintPreview:
    """Ask for the pages framed MẬT by keys and wait for their preview."""
    dialog = custodian_stage.fill(names=4)
    assert dialog.kind() == BookKind.IDENTITY_PAGES
    assert BookKind.WITH_NAMES not in dialog.kind_buttons
    custodian_stage.press(K.Key_Return, CTRL)
    preview = custodian_stage.dialog(PrintPreview)
    assert isinstance(preview, PrintPreview)
    custodian_stage.qtbot.waitUntil(lambda: bool(preview.options_panel.printer_list.rows))
    return preview


def test_secret_pages_are_printed_by_keys_on_a_cable_and_hidden_on_screen(
    private_cups: PrivateCups, custodian_stage: BookStage, picture
) -> None:
    preview = secret_preview(custodian_stage)
    picture(custodian_stage.register_stage.window, "23-print-secret")
    assert "MẬT" in words(preview)
    assert "Bản số 01-04" in words(preview)
    pages = preview._pages.document
    shown = "".join(pages.getAllText(page).text() for page in range(pages.pageCount()))
    assert "TC-0001" in shown
    assert not [p for p in PEOPLE if p.name.split()[-1] in shown or p.paper.number in shown]
    usable = [row.printer.name for row in preview.options_panel.printer_list.rows if row.is_usable]
    assert usable == [CABLE_PRINTER]
    custodian_stage.press(K.Key_P, CTRL)
    custodian_stage.qtbot.waitUntil(lambda: bool(private_cups.sheets()))
    (paper,) = private_cups.sheets()
    assert paper.startswith(b"%PDF")
    private_cups.wait_until_spool_is_empty()
    custodian_stage.qtbot.waitUntil(lambda: not custodian_stage.open_dialogs(PrintPreview))
    acts = dict(custodian_stage.log_entries())
    assert acts["secret_opened"]["names"] == 4
    assert "bulk_opened" not in acts


def test_the_pages_of_those_ticked_only_are_made(
    private_cups: PrivateCups, custodian_stage: BookStage, picture
) -> None:
    dialog = custodian_stage.fill(names=2)
    assert "Đã chọn 2 trên 4" in words(dialog)
    listed = [dialog.page_choice.list.item(row).text() for row in range(4)]
    assert listed[0].startswith("TC-0001 · lượt")
    assert not [person for person in PEOPLE if person.name in "".join(listed)]
    picture(custodian_stage.register_stage.window, "book-identity-pages")
    custodian_stage.press(K.Key_Return, CTRL)
    preview = custodian_stage.dialog(PrintPreview)
    assert isinstance(preview, PrintPreview)
    assert "Bản số 01-02" in words(preview)
    acts = dict(custodian_stage.log_entries())
    assert (acts["secret_opened"]["names"], len(acts["secret_opened"]["chosen"])) == (2, 2)
    custodian_stage.press(K.Key_Escape)


def test_a_spool_that_keeps_documents_gets_no_secret_page(
    document_keeping_cups: PrivateCups, custodian_stage: BookStage
) -> None:
    preview = secret_preview(custodian_stage)
    custodian_stage.qtbot.waitUntil(lambda: preview.options_panel.printer is not None)
    custodian_stage.press(K.Key_P, CTRL)
    custodian_stage.qtbot.waitUntil(
        lambda: "giấy MẬT chưa gửi" in preview.options_panel.banner.text()
    )
    assert document_keeping_cups.sheets() == []
    assert document_keeping_cups.spool_documents() == []
    assert preview.isVisible()


def test_a_cancelled_paper_is_discarded_and_logged(
    private_cups: PrivateCups, custodian_stage: BookStage
) -> None:
    preview = secret_preview(custodian_stage)
    custodian_stage.press(K.Key_Escape)
    custodian_stage.qtbot.waitUntil(lambda: not custodian_stage.open_dialogs(PrintPreview))
    assert not preview._order.pdf
    assert private_cups.sheets() == []
    act, facts = custodian_stage.log_entries()[-1]
    assert (act, facts["why"], facts["prints"]) == ("bulk_stopped", "bulk.dropped", ["2026-0001"])


def test_the_named_book_may_use_network_printers_unless_forbidden(
    book_stage: BookStage,
) -> None:
    book_stage.fill()
    book_stage.press(K.Key_Return, CTRL)
    preview = book_stage.dialog(PrintPreview)
    assert isinstance(preview, PrintPreview)
    book_stage.qtbot.waitUntil(lambda: bool(preview.options_panel.printer_list.rows))
    rows = {row.printer.name: row.is_usable for row in preview.options_panel.printer_list.rows}
    assert rows[NETWORK_PRINTER]


@pytest.mark.parametrize(
    ("uri", "may"),
    [
        ("cups-pdf:/", False),
        ("file:///tmp/x", False),
        ("PORTPROMPT:", False),
        ("hp:/net/OfficeJet", False),
        ("usb://Canon/LBP2900", True),
        ("ipp://hp.local/ipp", True),
    ],
)
def test_a_queue_that_may_write_a_file_gets_no_names(uri: str, may: bool) -> None:
    printer = PrinterInfo(
        "q", "Q", uri, attachment_of(uri), PrinterState.IDLE, is_accepting_jobs=True
    )
    assert (refusal_text(printer, False, True) == "") is may
    assert refusal_text(printer, False) == ""
    marked = replace(printer, attachment=Attachment.CABLE)  # the office cannot allow files
    assert (refusal_text(marked, True, True) == "") is (not printer.writes_files)


def test_a_printer_forbidden_by_the_office_gets_no_names() -> None:
    printer = PrinterInfo("q", "Q", "usb://Canon", Attachment.CABLE, PrinterState.IDLE, True)
    off = replace(printer, identities_forbidden=True)
    assert refusal_text(printer, False, True) == ""
    assert refusal_text(off, False, True)
    assert refusal_text(off, False) == ""


def test_a_function_that_makes_a_paper_is_run_and_its_paper_previewed(
    book_stage: BookStage,
) -> None:
    reception = book_stage.register_stage.opened[0]
    day = reception.session.today()
    book_stage.print_flow.make_and_preview(lambda: reception.register_books.monthly_report(day))
    preview = book_stage.dialog(PrintPreview)
    assert isinstance(preview, PrintPreview)
    assert "Báo cáo tháng" in words(preview)
    book_stage.print_flow.discard_all()
    assert book_stage.print_flow.idle
