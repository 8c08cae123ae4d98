"""The page of papers that were not printed, and the questions about one of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.domain.petition import PetitionKind
from reception.domain.visit import PaperReceived
from reception.services.papers.visit_saving import RequestedPapers, SavedVisit
from tests.fixtures.visit_forms import visit_form
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.all_pages.office_pages import register
from ui.features.printing.drop_paper_dialog import DropPaperDialog
from ui.features.waiting_papers.remake_dialog import RemakeDialog
from ui.features.waiting_papers.waiting_papers_screen import WaitingPapersScreen
from ui.shell.navigation import NavigationItem


def save_with_papers(office: OfficeFixture, kind: PetitionKind) -> SavedVisit:
    """Save a visit whose papers are made and not printed."""
    found: list[SavedVisit] = []
    form = visit_form(kind, papers=(PaperReceived("Đơn viết tay", 2),))
    save = office.reception.visit_saving.save
    office.runner.run(save, form, RequestedPapers(citizen_papers=True), then=found.append)
    office.wait_until(lambda: found)
    return found[0]


def waiting_papers(office: OfficeFixture) -> WaitingPapersScreen:
    """Show the page: a denunciation in memory, a complaint whose pages are gone, one dropped."""
    flows = office.screens.flows
    assert flows is not None
    if not office.window.findChildren(WaitingPapersScreen):
        denunciation = save_with_papers(office, PetitionKind.DENUNCIATION)
        complaint = save_with_papers(office, PetitionKind.COMPLAINT)
        flows.print_flow.kept.keep(denunciation.papers)
        service = office.reception.waiting_papers
        ids = complaint.papers[0].paper_ids
        office.runner.run(service.remember_obstacle, ids, "printer.offline")
    office.go(NavigationItem.HOME)
    office.press(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    office.wait_until(lambda: office.window.findChildren(WaitingPapersScreen))
    screen = office.window.findChildren(WaitingPapersScreen)[-1]
    office.wait_until(lambda: screen.view.current_paper() is not None)
    return screen


def _waiting_papers(office: OfficeFixture) -> QWidget:
    return waiting_papers(office).window()


def _drop_paper(office: OfficeFixture) -> QWidget:
    waiting_papers(office)
    office.press(Qt.Key.Key_Delete)
    office.wait_until(lambda: office.window.findChildren(DropPaperDialog))
    return office.window


def _remake_copy(office: OfficeFixture) -> QWidget:
    page = register(office)
    visit = save_with_papers(office, PetitionKind.DENUNCIATION).sealed.visit.visit_id
    page.show_visit(visit)
    office.settle()
    page.page.table.setFocus()
    office.press(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    office.wait_until(lambda: office.window.findChildren(RemakeDialog))
    return office.window


def _remake_copy_with_person(office: OfficeFixture) -> QWidget:
    _print_persons(office, True)
    top = _remake_copy(office)
    _print_persons(office, False)
    return top


def _print_persons(office: OfficeFixture, printed: bool) -> None:
    session = office.reception.session

    def change() -> None:
        session.change_settings(session.settings().changed(identity_on_citizen_copies=printed))

    done: list[None] = []
    office.runner.run(change, then=done.append)
    office.wait_until(lambda: done)


PAGES = {
    "waiting_papers": _waiting_papers,
    "drop_paper": _drop_paper,
    "remake_copy": _remake_copy,
    "remake_copy_with_person": _remake_copy_with_person,
}
