"""Where persons are printed, the person is typed again for a denouncer's copy, and forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from reception.bootstrap import Reception, create_services
from reception.domain.petition import PetitionKind
from reception.domain.visit import PaperReceived
from reception.services.papers.visit_saving import RequestedPapers
from tests.fixtures.cups import PrivateCups, private_cups
from tests.fixtures.office import HEAD, ThrowAwayOffice, build_office
from tests.fixtures.visit_forms import visit_form
from tests.printing.pdf_text import words
from tests.ui.waiting import printed_sheets, wait_until, wait_until_settled
from ui.appearance.theme import theme
from ui.application.screen_registry import ScreenContext, create_screens
from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.print_preview import PrintPreview
from ui.features.waiting_papers.remake_dialog import RemakeDialog
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

__all__ = ["private_cups"]
K, CONTROL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NAME = "Giang Thi Xuan Mai"


def _open(office: ThrowAwayOffice, kind: PetitionKind) -> Reception:
    """Open an office that prints persons, with one visit whose papers were never printed."""
    reception = create_services(office.open(HEAD))
    settings = reception.session.settings().changed(identity_on_citizen_copies=True)
    reception.session.change_settings(settings)
    reception.office_calendar.calendar()
    form = visit_form(kind, papers=(PaperReceived("Đơn viết tay", 2),))
    reception.visit_saving.save(form, RequestedPapers(citizen_papers=True))
    return reception


@pytest.fixture
def window(themed, private_cups: PrivateCups, tmp_path: Path) -> Iterator[MainWindow]:
    """The window of a person whose denunciation of today waits with a copy to be made again."""
    runner, found = TaskRunner(), []
    office = build_office(tmp_path)
    runner.run(_open, office, PetitionKind.DENUNCIATION, then=found.append, owner=runner)
    wait_until(lambda: found)
    main_window = MainWindow()
    screens = create_screens(ScreenContext(found[0], runner, theme(), main_window))
    for item, page in screens.pages.items():
        main_window.add_screen(item, page)
    main_window.resize(1366, 696)
    main_window.show()
    main_window.activateWindow()
    QTest.qWaitForWindowActive(main_window)
    main_window.show_item(NavigationItem.HOME)
    wait_until_settled(main_window, runner)
    yield main_window
    screens.flows.print_flow.discard_all()
    screens.flows.end_threads()
    runner.stop(found[0].session.database.close)
    main_window.close()
    main_window.deleteLater()


def shown(window: MainWindow, kind: type[QWidget]) -> QWidget:
    """Wait for a visible widget of a class and return it."""
    wait_until(lambda: [one for one in window.findChildren(kind) if one.isVisible()])
    return next(one for one in window.findChildren(kind) if one.isVisible())


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    receiver = QApplication.focusWidget()
    assert receiver is not None
    QTest.keyClick(receiver, key, modifier)


def open_dialog(window: MainWindow) -> RemakeDialog:
    """Open the list of papers and ask for the citizen's copy again."""
    press(K.Key_G, ALT)
    wait_until(lambda: (button := window.findChild(QWidget, "act_button")) and button.isVisible())
    press(K.Key_P, CONTROL)
    dialog = shown(window, RemakeDialog)
    assert isinstance(dialog, RemakeDialog)
    return dialog


def fill(dialog: RemakeDialog) -> dict[str, QLineEdit]:
    """Choose a reason and type the person."""
    dialog.reason_box.setFocus()
    press(K.Key_Down)
    fields = {
        name: dialog.findChild(QLineEdit, f"typed_{name}") for name in ("name", "number", "commune")
    }
    assert not dialog.make_button.isEnabled()  # nobody was typed yet
    for name, text in {"name": NAME, "number": "012189004321", "commune": "xa Pa Tan"}.items():
        fields[name].setFocus()
        QTest.keyClicks(fields[name], text)
    return fields


def test_the_typed_person_is_on_the_paper_and_nowhere_else(
    window: MainWindow, private_cups: PrivateCups
) -> None:
    dialog = open_dialog(window)
    fields = fill(dialog)
    assert dialog.make_button.isEnabled()
    press(K.Key_Return, CONTROL)
    preview = shown(window, PrintPreview)
    assert isinstance(preview, PrintPreview)
    assert not any(field.text() for field in fields.values() if isValid(field))
    wait_until(lambda: preview.options_panel.printer is not None)
    press(K.Key_P, CONTROL)
    (sheet,) = printed_sheets(private_cups, 1)
    assert NAME in words(sheet)
    assert "012189004321" in words(sheet)
    private_cups.wait_until_spool_is_empty()
    assert NAME.encode() not in private_cups.stored_bytes()


def test_leaving_the_dialog_empties_its_fields(window: MainWindow) -> None:
    dialog = open_dialog(window)
    fields = fill(dialog)
    press(K.Key_Escape)
    assert not dialog.isVisible()
    assert not any(field.text() for field in fields.values())


def test_the_fields_are_masked_while_another_window_has_the_focus(window: MainWindow) -> None:
    dialog = open_dialog(window)
    fields = fill(dialog)
    other = QWidget()
    other.show()
    other.activateWindow()
    QTest.qWaitForWindowActive(other)
    wait_until(lambda: not any(field.isVisible() for field in fields.values()))
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    wait_until(lambda: all(field.isVisible() for field in fields.values()))
    assert fields["name"].text() == NAME
    other.close()
    other.deleteLater()
