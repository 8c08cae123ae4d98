"""The pages before an office is open: unlock, set-up, damage, recovery, restore, notices."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from reception.domain.errors import StorageError
from reception.domain.staff import DEFAULT_RIGHTS, Role
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.backup.restored_people import PersonToConfirm
from reception.services.office.office_setup import OfficePlan
from reception.services.recovery.office_recovery import OfficeToRecover
from reception.services.recovery.recovery_shares import make_shares
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.all_pages.roster_pages import mismatch, roster_start
from ui.features.recovery.recovery_screen import RecoveryScreen
from ui.features.recovery.sheet_creation_screen import SheetCreationScreen
from ui.features.restore.confirm_people_dialog import ConfirmPeopleDialog
from ui.features.restore.restore_screen import RestoreScreen
from ui.features.setup.setup_wizard import SetupWizard
from ui.features.unlock.damage_screen import DamageScreen
from ui.features.unlock.notices_screen import Notice, NoticesScreen
from ui.features.unlock.unlock_screen import UnlockContents, UnlockScreen
from ui.startup.lazy_features import explain_forgotten_password
from ui.startup.office_opening import OfficeOpener
from ui.startup.recovery_wiring import create_recovery_screen as recovery_page
from ui.startup.restore_wiring import create_restore_screen as restore_page

PASSWORDS = ("suối nhãn thềm lụa chiêng", "con trâu đen ăn cỏ bờ ruộng sau mưa")
HOLDERS = ("Phạm Thị D", "Giàng A K", "Lò M")


def unlock(office: OfficeFixture) -> UnlockScreen:
    """Show the unlock screen of the closed office."""
    state = read_pre_unlock_state(office.office.folder, office.office.environment.state_folder)
    user = office.office.user_id(HEAD)
    view = UnlockContents(state, office.office.clock.now(), "key", user, "vi", "Máy TCD-01")
    page = UnlockScreen(view, explain_forgotten_password, office.start_window)
    office.show_start_page(page)
    office.wait_until(page.password.hasFocus)
    return page


def _unlock(office: OfficeFixture) -> QWidget:
    return unlock(office).window()


def _wrong_password(office: OfficeFixture) -> QWidget:
    page = unlock(office)
    page.show_wrong_password(3, 20)
    office.settle()
    return page.window()


def _forgotten_password(office: OfficeFixture) -> QWidget:
    page = unlock(office)
    page.forgotten_button.click()
    return page.window()


def _fail_to_create(_folder: object, _plan: OfficePlan) -> str:
    raise StorageError("database.disk_full")


def wizard(office: OfficeFixture) -> SetupWizard:
    """Show the set-up wizard; creating the office would fail."""
    page = SetupWizard(
        office.folder / "new", office.runner, _fail_to_create, "vi", office.start_window
    )
    office.show_start_page(page)
    return page


def _step(index: int) -> Callable[[OfficeFixture], QWidget]:
    def open_page(office: OfficeFixture) -> QWidget:
        page = wizard(office)
        for card, name, password in zip(page.people_step.cards, HOLDERS, PASSWORDS, strict=False):
            card.name.setText(name)
            card.password.setText(password)
        page.show_step(index)
        office.settle()
        return page.window()

    return open_page


def _copy_words(office: OfficeFixture) -> QWidget:
    page = wizard(office)
    page.show_step(2)
    for field, name in zip(page.create_sheets_step.holder_fields, HOLDERS, strict=True):
        field.setText(name)
    page.advance()
    office.wait_until(lambda: page.create_sheets_step.is_copying)
    return page.window()


def _check_words(office: OfficeFixture) -> QWidget:
    top = _copy_words(office)
    page = office.start_window.page
    assert isinstance(page, SetupWizard)
    page.create_sheets_step.copy_page.toggle_cover()
    office.settle()
    return top


def _sheets_postponed(office: OfficeFixture) -> QWidget:
    page = wizard(office)
    page.show_step(2)
    page.create_sheets_step.postpone_button.click()
    office.settle()
    return page.window()


def _failed_start(office: OfficeFixture) -> QWidget:
    top = _step(3)(office)
    page = office.start_window.page
    assert isinstance(page, SetupWizard)
    page.create_step.show_error("Đĩa đã đầy. Chưa có gì được ghi.")
    office.settle()
    return top


def recovery(office: OfficeFixture) -> RecoveryScreen:
    """Show the recovery screen, which opens the office by two sheets."""
    page = recovery_page(office.office.folder, OfficeOpener(True), office.runner, "vi")
    office.show_start_page(page)
    return page


def _first_sheet(office: OfficeFixture) -> QWidget:
    return recovery(office).window()


def _new_password(office: OfficeFixture) -> QWidget:
    page = recovery(office)
    settings = office.reception.session.settings()
    recovered = OfficeToRecover(
        "1",
        HEAD,
        HOLDERS,
        settings,
        "7K3F-2MXD",
        sheets_open_protected=False,
        other_members_open_protected=True,
    )
    page.password_step.show_office(recovered)
    page.show_step(1)
    office.settle()
    return page.window()


def _new_sheets(office: OfficeFixture) -> QWidget:
    page = recovery(office)
    page.show_step(2)
    office.settle()
    return page.window()


def _sheet_creation(office: OfficeFixture) -> QWidget:
    opened = (office.reception.session.settings(), office.reception.session.fingerprint())
    page = SheetCreationScreen(opened, office.runner, lambda *_: None, "vi", office.start_window)
    top = office.show_start_page(page)
    page.create_sheets_step.copy_page.start_copying(make_shares(), list(HOLDERS))
    page.create_sheets_step.pages.setCurrentWidget(page.create_sheets_step.copy_page)
    office.settle()
    return top


def _damaged(code: str) -> Callable[[OfficeFixture], QWidget]:
    def open_page(office: OfficeFixture) -> QWidget:
        error = StorageError(code, folder="/media/TCD", found=9, known=7)
        return office.show_start_page(
            DamageScreen(error, office.office.folder, "vi", office.start_window)
        )

    return open_page


def _notices(office: OfficeFixture) -> QWidget:
    codes = ("clock.back", "recovery.missing")
    notices = [
        Notice(code, "Nhật ký bị cắt: thiếu 12 dòng cuối so với lần khoá.") for code in codes
    ]
    return office.show_start_page(
        NoticesScreen(notices, office.office.clock.now(), office.start_window)
    )


def restore(office: OfficeFixture) -> RestoreScreen:
    """Show the restore screen with the backups it found."""
    state = office.office.environment.state_folder
    screen = restore_page(
        office.office.folder, state, "Máy TCD-01", OfficeOpener(True), office.runner
    )
    office.show_start_page(screen)
    office.wait_until(lambda: screen.page.backup_box.count() >= 1)
    return screen


def _restore(office: OfficeFixture) -> QWidget:
    return restore(office).window()


def _restore_people(office: OfficeFixture) -> QWidget:
    screen = restore(office)
    rights = tuple(sorted(DEFAULT_RIGHTS[Role.OFFICER]))
    people = [PersonToConfirm(name, name, rights) for name in (OFFICER, CUSTODIAN)]
    ConfirmPeopleDialog(people, screen).open()
    return screen.window()


PAGES = {
    "unlock": _unlock,
    "unlock, wrong password": _wrong_password,
    "unlock, forgotten password": _forgotten_password,
    "wizard, office": _step(0),
    "wizard, people": _step(1),
    "wizard, sheets": _step(2),
    "wizard, sheets postponed": _sheets_postponed,
    "wizard, copying the words": _copy_words,
    "wizard, checking the words": _check_words,
    "wizard, start": _step(3),
    "wizard, start failed": _failed_start,
    "recovery, sheets": _first_sheet,
    "recovery, new password": _new_password,
    "recovery, new sheets": _new_sheets,
    "recovery sheets, created later": _sheet_creation,
    "damage, database": _damaged("database.damaged"),
    "damage, keyring missing": _damaged("keyring.missing"),
    "damage, newer version": _damaged("database.newer"),
    "damage, roster": _damaged("roster.lower"),
    "roster mismatch": mismatch,
    "first roster": roster_start,
    "notices": _notices,
    "restore": _restore,
    "restore, people": _restore_people,
}
