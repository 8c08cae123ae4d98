"""What custodians see: the dialog that opens a denouncer, a colleague's request, its refusal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from reception.domain.clock import VIETNAM
from reception.domain.copy_tracing import Trace, TracedCopy
from reception.domain.petition import PetitionKind
from reception.domain.reveal import IdentityPart
from reception.domain.reveal_request import RequestState, RevealRequest
from reception.domain.todo_item import RequestToDecide
from reception.law.reveal_reasons import protected_reveal_grounds
from reception.services.papers.denouncer_identity_pages import PageCandidate
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER
from tests.ui.all_pages.head_pages import todo_page
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.all_pages.office_pages import register
from ui.features.disclosure.refusal_dialog import RefusalDialog
from ui.features.disclosure.reveal_purpose import RevealPurpose
from ui.features.disclosure.reveal_reason_dialog import (
    RevealQuestion,
    RevealReasonDialog,
    VisitToOpen,
)
from ui.features.register.book_print_dialog import BookKind, BookPrintDialog, BookRights
from ui.features.status_lookup.lookup_dialog import StatusLookupDialog
from ui.features.status_lookup.trace_dialog import TraceDialog

_DAY = date(2026, 11, 19)
REQUEST = RevealRequest(
    request_id="0123456789abcdef",
    visit_id=2026000003,
    code="TC-0001",
    asker=OFFICER,
    asked_at=datetime(2026, 11, 19, 9, 0, tzinfo=VIETNAM),
    ends_on=_DAY,
    reason="admissibility",
    parts=frozenset({IdentityPart.NAME, IdentityPart.CONTACT}),
    state=RequestState.WAITING,
    decided_by="",
    note=None,
    is_protected=True,
    kind=PetitionKind.DENUNCIATION.value,
    asker_title="Cán bộ tiếp công dân",
)


def _custodian_reveal(office: OfficeFixture) -> QWidget:
    window = register(office).window()
    grounds = protected_reveal_grounds(PetitionKind.DENUNCIATION, _DAY)
    question = RevealQuestion(RevealPurpose.OPEN_AS_CUSTODIAN, grounds, (11, 3))
    visit = VisitToOpen("Lượt 0003, 19/11/2026", "Người tố cáo · TC-0001", "denunciation")
    dialog = RevealReasonDialog(visit, question, CUSTODIAN, window)
    dialog.closed.connect(dialog.deleteLater)
    dialog.open()
    office.settle()
    return window


def _request_panel(office: OfficeFixture) -> QWidget:
    page = todo_page(office)
    page._show_selected(RequestToDecide(REQUEST))
    page.request_panel.scroll_pane.setFocus()
    office.settle()
    return page.window()


def _refusal(office: OfficeFixture) -> QWidget:
    window = todo_page(office).window()
    dialog = RefusalDialog(REQUEST, window)
    dialog.closed.connect(dialog.deleteLater)
    dialog.open()
    office.settle()
    return window


def _identity_pages(office: OfficeFixture) -> QWidget:
    window = register(office).window()
    rights = BookRights(True, True, HEAD)
    dialog = BookPrintDialog((_DAY.replace(day=1), _DAY), rights, window)
    dialog.closed.connect(dialog.deleteLater)
    dialog.open()
    dialog.kind_buttons[BookKind.IDENTITY_PAGES].setFocus()
    dialog.kind_buttons[BookKind.IDENTITY_PAGES].setChecked(True)
    dialog.show_candidates(
        tuple(
            PageCandidate(2026000000 + number, number, _DAY, f"TC-{number:04d}")
            for number in range(1, 9)
        )
    )
    office.settle()
    return window


def _traced_copy(office: OfficeFixture) -> QWidget:
    window = register(office).window()
    dialog = TraceDialog(HEAD, window)
    dialog.closed.connect(dialog.deleteLater)
    dialog.open()
    dialog.number.setText("072-415-9036")
    dialog.show_trace(
        Trace((TracedCopy(2026000012, 12, "TC-0003", _DAY, is_newest=False, voided=False),), 1)
    )
    office.settle()
    return window


def _lookup_of_custodian(office: OfficeFixture) -> QWidget:
    window = register(office).window()
    dialog = StatusLookupDialog(window, may_trace=True)
    dialog.closed.connect(dialog.deleteLater)
    dialog.open()
    office.settle()
    return window


PAGES: dict[str, Callable[[OfficeFixture], QWidget]] = {
    "custodian: reveal": _custodian_reveal,
    "custodian: request": _request_panel,
    "custodian: refusal": _refusal,
    "custodian: identity pages": _identity_pages,
    "custodian: found paper": _traced_copy,
    "custodian: look-up": _lookup_of_custodian,
}
