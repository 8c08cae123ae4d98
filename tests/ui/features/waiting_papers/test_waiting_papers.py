"""A paper that was not printed is asked about once, listed, printed later or dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from reception.bootstrap import Reception, create_services
from reception.domain.petition import PetitionKind
from reception.domain.requested_paper import DropGround, PaperState, Sheet
from reception.domain.visit import PaperReceived
from reception.messages.catalogue import sentence
from reception.services.papers.visit_saving import RequestedPapers, SavedVisit
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from tests.fixtures.cups import PrivateCups, private_cups
from tests.fixtures.office import ThrowAwayOffice, build_office
from tests.fixtures.visit_forms import PERSON, visit_form
from tests.ui.waiting import printed_sheets, wait_until, wait_until_settled
from ui.appearance.theme import theme
from ui.application.screen_registry import OfficeScreens, ScreenContext, create_screens
from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.drop_paper_dialog import DropPaperDialog
from ui.features.printing.print_preview import PrintPreview
from ui.features.waiting_papers.remake_dialog import RemakeDialog
from ui.features.waiting_papers.waiting_papers_screen import WaitingPapersScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

__all__ = ["private_cups"]
K = Qt.Key
NO_KEY, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@dataclass
class Stage:
    """The whole window of an officer; the session belongs to the database thread."""

    runner: TaskRunner
    reception: Reception
    window: MainWindow
    screens: OfficeScreens

    def save(self, kind: PetitionKind = PetitionKind.DENUNCIATION) -> SavedVisit:
        """Save a visit with papers and hand them to the print flow, as visit entry does."""
        found: list[SavedVisit] = []
        form = visit_form(kind, papers=(PaperReceived("Đơn viết tay", 2),))
        save = self.reception.visit_saving.save
        self.runner.run(save, form, RequestedPapers(citizen_papers=True), then=found.append)
        wait_until(lambda: found)
        self.screens.flows.print_flow.preview_jobs(found[0].papers)
        return found[0]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key in the focused widget."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def shown(self, kind: type[QWidget]) -> QWidget:
        """Wait for a visible widget of a class and return it."""
        wait_until(lambda: [w for w in self.window.findChildren(kind) if w.isVisible()])
        self.settle()
        return next(w for w in self.window.findChildren(kind) if w.isVisible())

    def settle(self) -> None:
        """Wait until window and database thread are idle."""
        wait_until_settled(self.window, self.runner)

    def ask(self, function: object) -> object:
        """Call a service on the database thread."""
        found: list[object] = []
        self.runner.run(function, then=found.append)
        wait_until(lambda: found)
        return found[0]

    def close_previews(self) -> DropPaperDialog:
        """Close the preview that is shown by Esc; return the question about it."""
        self.shown(PrintPreview)
        self.press(K.Key_Escape)
        dialog = self.shown(DropPaperDialog)
        assert isinstance(dialog, DropPaperDialog)
        return dialog


def _open(office: ThrowAwayOffice) -> Reception:
    reception = create_services(office.open())
    reception.session.settings()
    reception.office_calendar.calendar()
    return reception


@pytest.fixture
def stage(themed, private_cups: PrivateCups, tmp_path: Path) -> Iterator[Stage]:
    office: ThrowAwayOffice = build_office(tmp_path)
    runner = TaskRunner()
    found: list[Reception] = []
    runner.run(_open, office, then=found.append, owner=runner)
    wait_until(lambda: found)
    window = MainWindow()
    screens = create_screens(ScreenContext(found[0], runner, theme(), window))
    for item, page in screens.pages.items():
        window.add_screen(item, page)
    window.resize(1366, 696)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.show_item(NavigationItem.HOME)
    opened = Stage(runner, found[0], window, screens)
    opened.settle()
    yield opened
    screens.flows.print_flow.discard_all()
    screens.flows.end_threads()
    runner.stop(found[0].session.database.close)
    window.close()
    window.deleteLater()


def test_a_closed_preview_asks_once_and_leaves_every_paper_in_the_list(stage: Stage) -> None:
    saved = stage.save()
    dialog = stage.close_previews()
    assert not dialog.drop_button.isEnabled()
    stage.press(K.Key_Escape)
    stage.settle()
    assert not [w for w in stage.window.findChildren(DropPaperDialog) if w.isVisible()]
    assert not [w for w in stage.window.findChildren(PrintPreview) if w.isVisible()]
    kept = stage.screens.flows.print_flow.kept
    assert kept.ids() == {paper_id for _, paper_id in saved.sealed.paper_ids}
    assert len(stage.ask(stage.reception.waiting_papers.waiting)) == len(kept.ids())


def test_the_list_prints_what_waits_and_forgets_it(stage: Stage, private_cups: PrivateCups) -> None:
    saved = stage.save()
    first = saved.papers[0].paper_ids
    left = {paper_id for _, paper_id in saved.sealed.paper_ids} - set(first)
    stage.close_previews()
    stage.press(K.Key_Escape)
    stage.settle()
    button = stage.window.findChild(QWidget, "waiting_button")
    assert button is not None
    assert "3" in button.accessibleName()
    stage.press(K.Key_G, ALT)
    screen = stage.shown(WaitingPapersScreen)
    assert isinstance(screen, WaitingPapersScreen)
    stage.press(K.Key_P, CONTROL)
    preview = stage.shown(PrintPreview)
    assert isinstance(preview, PrintPreview)
    wait_until(lambda: preview.options_panel.printer is not None)
    stage.press(K.Key_P, CONTROL)
    assert len(printed_sheets(private_cups, 1)) == 1
    wait_until(lambda: stage.screens.flows.print_flow.kept.ids() == left)
    stage.settle()
    waiting = stage.ask(stage.reception.waiting_papers.waiting)
    assert {paper.paper_id for paper in waiting} == left
    shown = {line.paper.paper_id for line in screen.view.paper_model._lines if line.paper}
    assert shown == left
    stage.press(K.Key_Escape)
    stage.settle()
    assert stage.window.screen_at(NavigationItem.HOME).isVisible()


def test_dropping_needs_a_ground_and_is_told_in_the_list(stage: Stage) -> None:
    stage.save(PetitionKind.COMPLAINT)
    dialog = stage.close_previews()
    assert isinstance(dialog, DropPaperDialog)
    texts = " ".join(dialog.consequences.texts())
    assert "Mã tra cứu" in texts
    stage.press(K.Key_Down)  # the first ground, by the keyboard
    assert dialog.drop_button.isEnabled()
    stage.press(K.Key_Tab)
    stage.press(K.Key_Tab)
    assert dialog.drop_button.hasFocus()
    stage.press(K.Key_Space)
    wait_until(lambda: not isValid(dialog) or not dialog.isVisible())
    stage.settle()
    (dropped,) = [
        paper
        for paper in stage.ask(stage.reception.waiting_papers.dropped)
        if paper.sheet.sheet is Sheet.CITIZEN
    ]
    assert (dropped.state, dropped.ground) == (PaperState.DROPPED, DropGround.NOT_TAKEN)


def test_no_name_is_shown_in_list_or_question(stage: Stage) -> None:
    stage.save(PetitionKind.COMPLAINT)
    stage.close_previews()
    shown = " ".join(w.text() for w in stage.window.findChildren(QLabel) if w.isVisible())
    assert PERSON.name not in shown
    stage.press(K.Key_Escape)
    stage.settle()
    while [w for w in stage.window.findChildren(PrintPreview) if w.isVisible()]:
        stage.close_previews()
        stage.press(K.Key_Escape)
        stage.settle()
    stage.press(K.Key_G, ALT)
    screen = stage.shown(WaitingPapersScreen)
    lines = " ".join(line.accessible_text() for line in screen.view.paper_model._lines)
    assert PERSON.name not in lines


def test_a_sheet_for_the_file_whose_pages_are_gone_is_made_again_from_the_list(
    stage: Stage,
) -> None:
    saved = stage.save()
    stage.close_previews()
    stage.press(K.Key_Escape)
    stage.settle()
    while [w for w in stage.window.findChildren(PrintPreview) if w.isVisible()]:
        stage.close_previews()
        stage.press(K.Key_Escape)
        stage.settle()
    stage.screens.flows.print_flow.kept.clear()  # as by a lock
    stage.press(K.Key_G, ALT)
    screen = stage.shown(WaitingPapersScreen)
    assert isinstance(screen, WaitingPapersScreen)
    wanted = next(i for sheet, i in saved.sealed.paper_ids if sheet.sheet is Sheet.FILE)
    screen.view.setCurrentIndex(
        screen.view.paper_model.index(screen.view.paper_model.row_of(wanted), 0)
    )
    stage.settle()
    stage.press(K.Key_P, CONTROL)
    stage.shown(PrintPreview)
    assert stage.screens.flows.print_flow._current.paper_ids == (wanted,)


def _open_list_without_pages(stage: Stage) -> WaitingPapersScreen:
    """Close all previews, forget the pages as a lock does, and open the list."""
    while [w for w in stage.window.findChildren(PrintPreview) if w.isVisible()]:
        stage.close_previews()
        stage.press(K.Key_Escape)
        stage.settle()
    stage.screens.flows.print_flow.kept.clear()
    stage.press(K.Key_G, ALT)
    screen = stage.shown(WaitingPapersScreen)
    assert isinstance(screen, WaitingPapersScreen)
    return screen


def _void_after(stage: Stage, visit_id: int, gate: Event) -> None:
    """Keep the database thread busy until ``gate``, then void the visit there."""

    def void() -> None:
        assert gate.wait(20)
        reason = ChangeReason("twice", "Ghi hai lần cùng một lượt tiếp")
        stage.reception.lifecycle.void(visit_id, reason, 0)

    stage.runner.run(void, owner=stage.runner)


def test_a_copy_that_fails_after_its_question_was_left_is_told_above_the_list(
    stage: Stage,
) -> None:
    saved = stage.save()
    stage.shown(PrintPreview)
    screen = _open_list_without_pages(stage)
    wanted = next(i for sheet, i in saved.sealed.paper_ids if sheet.sheet is Sheet.CITIZEN)
    model = screen.view.paper_model
    screen.view.setCurrentIndex(model.index(model.row_of(wanted), 0))
    stage.press(K.Key_P, CONTROL)
    dialog = stage.shown(RemakeDialog)
    assert isinstance(dialog, RemakeDialog)
    gate = Event()
    _void_after(stage, saved.sealed.visit.visit_id, gate)
    stage.press(K.Key_Down)
    stage.press(K.Key_Return, CONTROL)
    assert dialog.make_button.busy
    stage.press(K.Key_Escape)
    wait_until(lambda: not isValid(dialog))
    gate.set()
    stage.settle()
    assert screen.banner.isVisible()
    told = sentence("life.voided", number=f"{saved.sealed.visit.number:04d}")
    assert told in " ".join(w.text() for w in screen.banner.findChildren(QLabel))


def test_a_paper_whose_question_was_left_while_it_was_dropped_is_not_kept_for_printing(
    stage: Stage,
) -> None:
    stage.save(PetitionKind.COMPLAINT)
    dialog = stage.close_previews()
    kept = stage.screens.flows.print_flow.kept
    (paper_id,) = kept.ids()
    gate = Event()
    stage.runner.run(lambda: gate.wait(20), owner=stage.runner)
    stage.press(K.Key_Down)
    QTest.mouseClick(dialog.drop_button, Qt.MouseButton.LeftButton)
    assert dialog.drop_button.busy
    keep_button = dialog.findChild(QWidget, "keep_button")
    QTest.mouseClick(keep_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not isValid(dialog))
    gate.set()
    stage.settle()
    dropped = stage.ask(stage.reception.waiting_papers.dropped)
    assert [paper.paper_id for paper in dropped] == [paper_id]
    assert paper_id not in kept.ids()
