"""The register book in the window: by code at once, with names by the head's password, by keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reception.bootstrap import Reception, wire
from reception.print_queue.printers import Attachment, PrinterInfo, PrinterState, attachment_of
from tests.fixtures.cups import (
    CABLE,
    NETWORK,
    PrivateCups,
    keeping_cups,
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
from tests.fixtures.remote_viewing import view_remotely
from tests.ui.conftest import send_text
from tests.ui.features.register.test_register_screen import PEOPLE, RegisterStage
from tests.ui.layout_checks import faults
from ui.appearance.theme import Mode, theme
from ui.features.printing.print_flow import PrintFlow
from ui.features.printing.print_preview import PrintPreview
from ui.features.printing.printer_list import refusal_words
from ui.features.register.book_print_dialog import CODES, NAMES, SECRET, BookPrintDialog
from ui.features.register.book_print_flow import BookPrintFlow

__all__ = ["keeping_cups", "private_cups"]
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
WHY = "Lập sổ giấy tháng này để lưu tại trụ sở"


class Shelf:
    """The register with the way to its book, open as the head."""

    def __init__(self, register_stage: RegisterStage, qtbot) -> None:
        """Wire the way to the register as the program does."""
        self.register_stage, self.qtbot = register_stage, qtbot
        self.papers = PrintFlow(
            register_stage.opened[0], register_stage.runner, register_stage.window
        )
        self.books = BookPrintFlow(register_stage.opened[0], register_stage.runner, self.papers)
        register_stage.screen.print_book_wanted.connect(self.books.ask)
        register_stage.screen.locking.connect(self.books.about_to_lock)
        register_stage.window.activateWindow()
        QTest.qWaitForWindowActive(register_stage.window)
        qtbot.waitUntil(lambda: register_stage.screen.page.model.row_at(0) is not None)
        register_stage.screen.page.table.setFocus()

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.register_stage.window, key, modifier)

    def seen(self, kind: type[QWidget]) -> list[QWidget]:
        """Return the dialogs of a kind that are open."""
        return [d for d in self.register_stage.window.findChildren(kind) if d.isVisible()]

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """Wait for a dialog and return it."""
        self.qtbot.waitUntil(lambda: bool(self.seen(kind)))
        return self.seen(kind)[0]

    def ask(self) -> BookPrintDialog:
        """Open the question by key."""
        self.press(K.Key_P, CTRL)
        dialog = self.dialog(BookPrintDialog)
        assert isinstance(dialog, BookPrintDialog)
        return dialog

    def fill(self, password: str = PASSWORDS[HEAD], names: int = 8) -> BookPrintDialog:
        """Choose the way below and give reason, words and password, by keys alone."""
        dialog = self.ask()
        self.press(K.Key_Down)
        self.qtbot.waitUntil(lambda: f"Sẽ mở {names} tên" in words(dialog))
        self.press(K.Key_Tab)
        self.press(K.Key_Space)
        while QApplication.focusWidget() is not dialog.reasons.words:
            self.press(K.Key_Tab)
        send_text(dialog.reasons.words, WHY)
        self.press(K.Key_Tab)
        assert QApplication.focusWidget() is dialog.reasons.head_password
        send_text(dialog.reasons.head_password, password)
        return dialog

    def acts(self) -> list[tuple[str, dict]]:
        """Return (act, facts) of the log."""
        found: list = []
        read = self.register_stage.opened[0].session.database.query
        self.register_stage.runner.run(
            read, "SELECT act, facts FROM log ORDER BY seq", then=found.append, owner=self.papers
        )
        self.qtbot.waitUntil(lambda: bool(found))
        return [(row["act"], json.loads(row["facts"])) for row in found[0]]


def words(widget: QWidget) -> str:
    """Return what is read in a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def shelf(
    tmp_path: Path, qtbot, themed: QApplication, private_cups: PrivateCups
) -> Iterator[Shelf]:
    """The register of a throw-away office, with the way to its book."""
    register_stage = RegisterStage(build_office(tmp_path), qtbot)
    shelf = Shelf(register_stage, qtbot)
    yield shelf
    shelf.papers.forget()
    shelf.papers.print_thread.close()
    register_stage.runner.stop(register_stage.opened[0].session.database.close)


def test_by_code_is_the_way_that_is_chosen_and_one_more_key_takes_it(shelf: Shelf) -> None:
    dialog = shelf.ask()
    assert dialog.kind() == CODES
    assert not dialog.reasons.isVisible()
    assert dialog.kinds[CODES].hasFocus()
    shelf.press(K.Key_Return)
    preview = shelf.dialog(PrintPreview)
    assert not shelf.seen(BookPrintDialog)
    assert preview.side.copies.isEnabled()
    assert "bulk_opened" not in [act for act, _ in shelf.acts()]


def test_with_names_by_keys_alone_to_paper_and_never_on_the_screen(
    shelf: Shelf, private_cups: PrivateCups
) -> None:
    dialog = shelf.fill()
    assert dialog.print_button.isEnabled()
    shelf.press(K.Key_Return, CTRL)
    preview = shelf.dialog(PrintPreview)
    assert not shelf.seen(BookPrintDialog)
    assert isinstance(preview, PrintPreview)
    pages = preview._pages.document
    shown = "".join(pages.getAllText(page).text() for page in range(pages.pageCount()))
    assert "TC-0001" in shown
    assert not [p for p in PEOPLE if p.name.split()[-1] in shown or p.paper.number in shown]
    assert not preview.side.copies.isEnabled()
    shelf.qtbot.waitUntil(lambda: preview.side.printer is not None)
    assert preview.side.printer.name == CABLE
    shelf.press(K.Key_P, CTRL)
    (paper,) = private_cups.wait_sheets(1)
    shelf.qtbot.waitUntil(lambda: not shelf.seen(PrintPreview))
    assert paper.startswith(b"%PDF")
    assert not preview._order.pdf
    facts = next(facts for act, facts in shelf.acts() if act == "bulk_opened")
    assert facts["names"] == 8
    assert not [p for p in PEOPLE if p.name in shelf.register_stage.texts()]


def test_a_wrong_password_is_said_and_only_it_is_typed_again(shelf: Shelf) -> None:
    dialog = shelf.fill(PASSWORDS[OFFICER])
    shelf.press(K.Key_Return, CTRL)
    shelf.qtbot.waitUntil(lambda: "chưa đúng" in dialog.banner.text())
    assert dialog.isVisible()
    assert dialog.reasons.words.value() == WHY
    assert dialog.reasons.head_password.value() == ""
    assert dialog.reasons.head_password.hasFocus()
    assert not dialog.print_button.isEnabled()
    assert shelf.acts()[-1] == ("approval_failed", {"tries": 1})


def test_a_display_over_the_network_shuts_it(shelf: Shelf) -> None:
    dialog = shelf.fill()
    view_remotely(shelf.register_stage.opened[0])
    shelf.press(K.Key_Return, CTRL)
    shelf.qtbot.waitUntil(lambda: "máy khác" in dialog.banner.text())
    assert "bulk_opened" not in [act for act, _ in shelf.acts()]


def test_nothing_goes_on_without_reason_words_and_password(shelf: Shelf) -> None:
    dialog = shelf.fill()
    dialog.reasons.words.set_text("ngắn")
    assert not dialog.print_button.isEnabled()
    dialog.reasons.words.set_text(WHY)
    assert dialog.print_button.isEnabled()
    dialog.reasons.head_password.clear()
    assert not dialog.print_button.isEnabled()


def test_a_lock_takes_the_password_along(shelf: Shelf) -> None:
    dialog = shelf.fill()
    shelf.register_stage.screen.about_to_lock()
    assert not shelf.seen(BookPrintDialog)
    assert dialog.reasons.head_password.value() == ""


def test_the_words_are_composed_as_vietnamese_is(shelf: Shelf, compose) -> None:
    dialog = shelf.fill()
    dialog.reasons.words.setFocus()
    compose(dialog.reasons.words, "sở")
    shelf.press(K.Key_Return, CTRL)
    shelf.dialog(PrintPreview)
    made = next(facts for act, facts in shelf.acts() if act == "bulk_made")
    assert made["words"].endswith("sở")
    assert made["words"].startswith(WHY)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (1366, 696)), (1.0, (1280, 648)), (1.5, (1920, 1010))]
)
def test_nothing_is_cut(shelf: Shelf, themed, picture, scale, size, mode) -> None:
    theme().apply(themed, mode, scale)
    shelf.register_stage.window.resize(*size)
    dialog = shelf.fill()
    picture(shelf.register_stage.window, f"book-names-{size[0]}-{mode.value}")
    assert faults(dialog) == []
    dialog.kinds[CODES].setChecked(True)
    picture(shelf.register_stage.window, f"book-codes-{size[0]}-{mode.value}")
    assert faults(dialog) == []
    dialog.kinds[NAMES].setChecked(True)
    shelf.press(K.Key_Escape)


class Vault(RegisterStage):
    """The register, open as the custodian."""

    def _open(self, office: ThrowAwayOffice) -> Reception:
        super()._open(office).session.close()
        reception = wire(office.open(CUSTODIAN))
        reception.session.settings()
        reception.office_calendar.calendar()
        return reception


@pytest.fixture
def vault(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[Shelf]:
    """The register as the custodian sees it; the test brings its printers."""
    register_stage = Vault(build_office(tmp_path), qtbot)
    shelf = Shelf(register_stage, qtbot)
    yield shelf
    shelf.papers.forget()
    shelf.papers.print_thread.close()
    register_stage.runner.stop(register_stage.opened[0].session.database.close)


def secret_preview(vault: Shelf) -> PrintPreview:
    """Ask for the pages framed MẬT by keys and wait for their preview."""
    dialog = vault.fill(names=4)
    assert dialog.kind() == SECRET
    assert NAMES not in dialog.kinds
    vault.press(K.Key_Return, CTRL)
    preview = vault.dialog(PrintPreview)
    assert isinstance(preview, PrintPreview)
    vault.qtbot.waitUntil(lambda: bool(preview.side.printers.rows))
    return preview


def test_secret_pages_by_keys_to_a_cable_hatched_on_the_screen(
    private_cups: PrivateCups, vault: Shelf, picture
) -> None:
    preview = secret_preview(vault)
    picture(vault.register_stage.window, "23-print-secret")
    assert "MẬT" in words(preview)
    assert "Bản số 01-04" in words(preview)
    pages = preview._pages.document
    shown = "".join(pages.getAllText(page).text() for page in range(pages.pageCount()))
    assert "TC-0001" in shown
    assert not [p for p in PEOPLE if p.name.split()[-1] in shown or p.paper.number in shown]
    usable = [row.printer.name for row in preview.side.printers.rows if row.usable]
    assert usable == [CABLE]
    vault.press(K.Key_P, CTRL)
    vault.qtbot.waitUntil(lambda: bool(private_cups.sheets()))
    (paper,) = private_cups.sheets()
    assert paper.startswith(b"%PDF")
    private_cups.wait_clean()
    vault.qtbot.waitUntil(lambda: not vault.seen(PrintPreview))
    acts = dict(vault.acts())
    assert acts["secret_opened"]["names"] == 4
    assert "bulk_opened" not in acts


def test_a_spool_that_keeps_documents_gets_no_secret_page(
    keeping_cups: PrivateCups, vault: Shelf
) -> None:
    preview = secret_preview(vault)
    vault.qtbot.waitUntil(lambda: preview.side.printer is not None)
    vault.press(K.Key_P, CTRL)
    vault.qtbot.waitUntil(lambda: "giấy MẬT chưa gửi" in preview.side.banner.text())
    assert keeping_cups.sheets() == []
    assert keeping_cups.spool_documents() == []
    assert preview.isVisible()


def test_a_paper_given_up_is_gone_and_the_log_says_so(
    private_cups: PrivateCups, vault: Shelf
) -> None:
    preview = secret_preview(vault)
    vault.press(K.Key_Escape)
    vault.qtbot.waitUntil(lambda: not vault.seen(PrintPreview))
    assert not preview._order.pdf
    assert private_cups.sheets() == []
    act, facts = vault.acts()[-1]
    assert (act, facts["why"], facts["prints"]) == ("bulk_stopped", "bulk.dropped", ["2026-0001"])


def test_the_book_with_names_goes_over_the_network_unless_the_office_forbids_it(
    shelf: Shelf,
) -> None:
    shelf.fill()
    shelf.press(K.Key_Return, CTRL)
    preview = shelf.dialog(PrintPreview)
    shelf.qtbot.waitUntil(lambda: bool(preview.side.printers.rows))
    rows = {row.printer.name: row.usable for row in preview.side.printers.rows}
    assert rows[NETWORK]


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
    printer = PrinterInfo("q", "Q", uri, attachment_of(uri), PrinterState.IDLE, accepting=True)
    assert (refusal_words(printer, False, True) == "") is may
    assert refusal_words(printer, False) == ""
    marked = replace(printer, attachment=Attachment.CABLE)  # the office cannot allow files
    assert (refusal_words(marked, True, True) == "") is (not printer.writes_files)


def test_a_printer_the_office_said_no_to_gets_no_names() -> None:
    printer = PrinterInfo("q", "Q", "usb://Canon", Attachment.CABLE, PrinterState.IDLE, True)
    off = replace(printer, marked_off=True)
    assert refusal_words(printer, False, True) == ""
    assert refusal_words(off, False, True)
    assert refusal_words(off, False) == ""
