"""The pages in front of an office: unlock, set-up, damage, sheets, restore, notices."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from reception.domain.errors import StorageError
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.office.office_setup import OfficePlan
from reception.services.recovery.recovery_shares import make_shares
from reception.services.recovery.recovery_unlock import RecoveredOffice
from tests.fixtures.office import HEAD
from tests.ui.all_pages.office_fixture import OfficeFixture
from ui.features.recovery.later_enrolment import LaterEnrolment
from ui.features.recovery.recovery_screen import RecoveryScreen
from ui.features.restore.restore_screen import RestoreScreen
from ui.features.setup.setup_wizard import SetupWizard
from ui.features.unlock.damage_screen import DamageScreen
from ui.features.unlock.notices_screen import Notice, NoticesScreen
from ui.features.unlock.unlock_screen import UnlockScreen, UnlockView
from ui.startup.lazy_features import explain_forgotten_password
from ui.startup.office_opening import OfficeOpener
from ui.startup.recovery_wiring import page_for as reopening_page
from ui.startup.restore_wiring import page_for as restoring_page

STRONG = ("suối nhãn thềm lụa chiêng", "con trâu đen ăn cỏ bờ ruộng sau mưa")
HOLDERS = ("Phạm Thị D", "Giàng A K", "Lò M")


def unlock(office: OfficeFixture) -> UnlockScreen:
    """Stand before the closed office."""
    door = read_pre_unlock_state(office.office.folder, office.office.environment.state)
    user = office.office.user_id(HEAD)
    view = UnlockView(door, office.office.clock.now(), "key", user, "vi", "Máy TCD-01")
    page = UnlockScreen(view, explain_forgotten_password, office.start_window)
    office.front(page)
    office.until(page.password.hasFocus)
    return page


def _unlock(office: OfficeFixture) -> QWidget:
    return unlock(office).window()


def _refused(office: OfficeFixture) -> QWidget:
    page = unlock(office)
    page.show_wrong_password(3, 20)
    office.settle()
    return page.window()


def _forgotten(office: OfficeFixture) -> QWidget:
    page = unlock(office)
    page.forgotten_button.click()
    return page.window()


def _created(_folder: object, _plan: OfficePlan) -> str:
    raise StorageError("database.disk_full")


def wizard(office: OfficeFixture) -> SetupWizard:
    """Begin to set an office up."""
    page = SetupWizard(office.folder / "new", office.runner, _created, "vi", office.start_window)
    office.front(page)
    return page


def _step(index: int) -> Callable[[OfficeFixture], QWidget]:
    def way(office: OfficeFixture) -> QWidget:
        page = wizard(office)
        for card, name, password in zip(page.people.cards, HOLDERS, STRONG, strict=False):
            card.name.setText(name)
            card.password.setText(password)
        page.show_step(index)
        office.settle()
        return page.window()

    return way


def _copying(office: OfficeFixture) -> QWidget:
    page = wizard(office)
    page.show_step(2)
    for field, name in zip(page.recovery.holders, HOLDERS, strict=True):
        field.setText(name)
    page.go_on()
    office.until(lambda: page.recovery.copying)
    return page.window()


def _trying(office: OfficeFixture) -> QWidget:
    top = _copying(office)
    page = office.start_window.page
    assert isinstance(page, SetupWizard)
    page.recovery.copy.toggle_cover()
    office.settle()
    return top


def _put_off(office: OfficeFixture) -> QWidget:
    page = wizard(office)
    page.show_step(2)
    page.recovery.later_button.click()
    office.settle()
    return page.window()


def _refused_start(office: OfficeFixture) -> QWidget:
    top = _step(3)(office)
    page = office.start_window.page
    assert isinstance(page, SetupWizard)
    page.start.show_error("Đĩa đã đầy. Chưa có gì được ghi.")
    office.settle()
    return top


def reopening(office: OfficeFixture) -> RecoveryScreen:
    """Begin to open the office by two sheets."""
    page = reopening_page(office.office.folder, OfficeOpener(True), office.runner, "vi")
    office.front(page)
    return page


def _first_sheet(office: OfficeFixture) -> QWidget:
    return reopening(office).window()


def _fresh_password(office: OfficeFixture) -> QWidget:
    page = reopening(office)
    settings = office.reception.session.settings()
    found = RecoveredOffice(
        "1", HEAD, HOLDERS, settings, "7K3F-2MXD", opens_protected=False, protected_kept=True
    )
    page.password.show_found(found)
    page.show_step(1)
    office.settle()
    return page.window()


def _fresh_sheets(office: OfficeFixture) -> QWidget:
    page = reopening(office)
    page.show_step(2)
    office.settle()
    return page.window()


def _later_sheets(office: OfficeFixture) -> QWidget:
    opened = (office.reception.session.settings(), office.reception.session.fingerprint())
    page = LaterEnrolment(opened, office.runner, lambda *_: None, "vi", office.start_window)
    top = office.front(page)
    page.sheets.copy.begin(make_shares(), list(HOLDERS))
    page.sheets.pages.setCurrentWidget(page.sheets.copy)
    office.settle()
    return top


def _damaged(code: str) -> Callable[[OfficeFixture], QWidget]:
    def way(office: OfficeFixture) -> QWidget:
        error = StorageError(code, folder="/media/TCD", found=9, known=7)
        return office.front(DamageScreen(error, office.office.folder, "vi", office.start_window))

    return way


def _notices(office: OfficeFixture) -> QWidget:
    codes = ("clock.back", "recovery.missing")
    notices = [
        Notice(code, "Nhật ký bị cắt: thiếu 12 dòng cuối so với lần khoá.") for code in codes
    ]
    return office.front(NoticesScreen(notices, office.office.clock.now(), office.start_window))


def restoring(office: OfficeFixture) -> RestoreScreen:
    """Stand before the backups that were found."""
    state = office.office.environment.state
    screen = restoring_page(
        office.office.folder, state, "Máy TCD-01", OfficeOpener(True), office.runner
    )
    office.front(screen)
    office.until(lambda: screen.page.backup_box.count() >= 1)
    return screen


def _restoring(office: OfficeFixture) -> QWidget:
    return restoring(office).window()


WAYS = {
    "unlock": _unlock,
    "unlock, refused": _refused,
    "unlock, forgotten": _forgotten,
    "wizard, office": _step(0),
    "wizard, people": _step(1),
    "wizard, sheets": _step(2),
    "wizard, sheets put off": _put_off,
    "wizard, copying": _copying,
    "wizard, trying": _trying,
    "wizard, start": _step(3),
    "wizard, start refused": _refused_start,
    "reopen, sheets": _first_sheet,
    "reopen, password": _fresh_password,
    "reopen, new sheets": _fresh_sheets,
    "later sheets": _later_sheets,
    "damaged": _damaged("database.damaged"),
    "keyring missing": _damaged("keyring.missing"),
    "newer": _damaged("database.newer"),
    "notices": _notices,
    "restore": _restoring,
}
