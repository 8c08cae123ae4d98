"""The pages of the head about the roster: the first one is signed, a mismatch is confirmed."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from reception.domain.roster import RosterMismatch, RowChange, RowRepair
from reception.domain.roster_mismatch import (
    DifferingRow,
    PersonNow,
    RosterMismatchView,
    RowStanding,
)
from reception.domain.staff import Right
from reception.services.staff.roster_confirmation import RosterConfirmation
from tests.ui.all_pages.office_fixture import OfficeFixture
from ui.features.unlock.roster_mismatch_screen import RosterMismatchScreen
from ui.features.unlock.roster_start_screen import RosterStartScreen

_NAMES = ("Phạm Thị D", "Giàng A K", "Lò M")


class _ShownMismatch:
    """Shows a mismatch that the office of the tests does not have."""

    def __init__(self, office: OfficeFixture) -> None:
        member = RowStanding(frozenset(Right), True)
        rows = (
            DifferingRow(
                "member",
                RowChange.CHANGED,
                RowRepair.PUT_RIGHT,
                person=_NAMES[1],
                is_signed=False,
                now=member,
                stated=RowStanding(frozenset({Right.RECEIVE}), True),
            ),
            DifferingRow(
                "vault_grant",
                RowChange.MISSING,
                RowRepair.LOST,
                person=_NAMES[0],
                vault="protected",
                generation=12,
            ),
        )
        people = tuple(
            PersonNow(name, "Cán bộ tiếp công dân", frozenset(Right), True, ("desk", "protected"))
            for name in _NAMES
        )
        fingerprint = office.reception.session.fingerprint()
        mismatch = RosterMismatch("roster.lower", 7, 9)
        self.view = RosterMismatchView(mismatch, 7, False, 10, True, fingerprint, rows, people)

    def mismatch(self) -> RosterMismatchView:
        return self.view


def mismatch(office: OfficeFixture) -> QWidget:
    """Show the page of a register that is older than the newest roster."""
    confirmation = cast(RosterConfirmation, _ShownMismatch(office))
    page = RosterMismatchScreen(confirmation, office.runner, office.start_window)
    top = office.show_start_page(page)
    office.wait_until(page.seen_box.isEnabled)
    return top


def roster_start(office: OfficeFixture) -> QWidget:
    """Show the page of an older office; it has verified the log of the office of the tests."""
    page = RosterStartScreen(
        office.reception.staff.roster_start, office.runner, office.start_window
    )
    top = office.show_start_page(page)
    office.wait_until(lambda: page.banner.isVisibleTo(page))
    return top
