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
from ui.application.recovery_wiring import page_for as reopening_page
from ui.application.restore_wiring import page_for as restoring_page
from ui.features.recovery.later_enrolment import LaterEnrolment
from ui.features.recovery.recovery_screen import RecoveryScreen
from ui.features.restore.restore_screen import RestoreScreen
from ui.features.setup.setup_wizard import SetupWizard
from ui.features.unlock.damage_screen import DamageScreen
from ui.features.unlock.notices_screen import Notice, NoticesScreen
from ui.features.unlock.unlock_screen import UnlockScreen, UnlockView
from ui.startup.office_opening import OfficeOpener

STRONG = ("suối nhãn thềm lụa chiêng", "con trâu đen ăn cỏ bờ ruộng sau mưa")
HOLDERS = ("Phạm Thị D", "Giàng A K", "Lò M")


def unlock(house: OfficeFixture) -> UnlockScreen:
    """Stand before the closed office."""
    door = read_pre_unlock_state(house.office.folder, house.office.environment.state)
    user = house.office.user_id(HEAD)
    view = UnlockView(door, house.office.clock.now(), "key", user, "vi", "Máy TCD-01")
    page = UnlockScreen(view, house.entrance)
    house.front(page)
    house.until(page.password.hasFocus)
    return page


def _unlock(house: OfficeFixture) -> QWidget:
    return unlock(house).window()


def _refused(house: OfficeFixture) -> QWidget:
    page = unlock(house)
    page.refuse(3, 20)
    house.settle()
    return page.window()


def _forgotten(house: OfficeFixture) -> QWidget:
    page = unlock(house)
    page.forgotten_button.click()
    return page.window()


def _created(_folder: object, _plan: OfficePlan) -> str:
    raise StorageError("database.disk_full")


def wizard(house: OfficeFixture) -> SetupWizard:
    """Begin to set an office up."""
    page = SetupWizard(house.folder / "new", house.runner, _created, "vi", house.entrance)
    house.front(page)
    return page


def _step(index: int) -> Callable[[OfficeFixture], QWidget]:
    def way(house: OfficeFixture) -> QWidget:
        page = wizard(house)
        for card, name, password in zip(page.people.cards, HOLDERS, STRONG, strict=False):
            card.name.setText(name)
            card.password.setText(password)
        page.show_step(index)
        house.settle()
        return page.window()

    return way


def _copying(house: OfficeFixture) -> QWidget:
    page = wizard(house)
    page.show_step(2)
    for field, name in zip(page.recovery.holders, HOLDERS, strict=True):
        field.setText(name)
    page.go_on()
    house.until(lambda: page.recovery.copying)
    return page.window()


def _trying(house: OfficeFixture) -> QWidget:
    top = _copying(house)
    page = house.entrance.page
    assert isinstance(page, SetupWizard)
    page.recovery.copy.turn_cover()
    house.settle()
    return top


def _put_off(house: OfficeFixture) -> QWidget:
    page = wizard(house)
    page.show_step(2)
    page.recovery.later_button.click()
    house.settle()
    return page.window()


def _refused_start(house: OfficeFixture) -> QWidget:
    top = _step(3)(house)
    page = house.entrance.page
    assert isinstance(page, SetupWizard)
    page.start.refuse("Đĩa đã đầy. Chưa có gì được ghi.")
    house.settle()
    return top


def reopening(house: OfficeFixture) -> RecoveryScreen:
    """Begin to open the office by two sheets."""
    page = reopening_page(house.office.folder, OfficeOpener(True), house.runner, "vi")
    house.front(page)
    return page


def _first_sheet(house: OfficeFixture) -> QWidget:
    return reopening(house).window()


def _fresh_password(house: OfficeFixture) -> QWidget:
    page = reopening(house)
    settings = house.reception.session.settings()
    found = RecoveredOffice(
        "1", HEAD, HOLDERS, settings, "7K3F-2MXD", opens_protected=False, protected_kept=True
    )
    page.password.show_found(found)
    page.show_step(1)
    house.settle()
    return page.window()


def _fresh_sheets(house: OfficeFixture) -> QWidget:
    page = reopening(house)
    page.show_step(2)
    house.settle()
    return page.window()


def _later_sheets(house: OfficeFixture) -> QWidget:
    office = (house.reception.session.settings(), house.reception.session.fingerprint())
    page = LaterEnrolment(office, house.runner, lambda *_: None, "vi", house.entrance)
    top = house.front(page)
    page.sheets.copy.begin(make_shares(), list(HOLDERS))
    page.sheets.pages.setCurrentWidget(page.sheets.copy)
    house.settle()
    return top


def _damaged(code: str) -> Callable[[OfficeFixture], QWidget]:
    def way(house: OfficeFixture) -> QWidget:
        error = StorageError(code, folder="/media/TCD", found=9, known=7)
        return house.front(DamageScreen(error, house.office.folder, "vi", house.entrance))

    return way


def _notices(house: OfficeFixture) -> QWidget:
    codes = ("clock.back", "recovery.missing")
    notices = [
        Notice(code, "Nhật ký bị cắt: thiếu 12 dòng cuối so với lần khoá.") for code in codes
    ]
    return house.front(NoticesScreen(notices, house.office.clock.now(), house.entrance))


def restoring(house: OfficeFixture) -> RestoreScreen:
    """Stand before the backups that were found."""
    state = house.office.environment.state
    page = restoring_page(
        house.office.folder, state, "Máy TCD-01", OfficeOpener(True), house.runner
    )
    house.front(page)
    house.until(lambda: page.backup.count() >= 1)
    return page


def _restoring(house: OfficeFixture) -> QWidget:
    return restoring(house).window()


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
