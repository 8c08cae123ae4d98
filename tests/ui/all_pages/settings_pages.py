"""The sections of the settings, and the dialogs of calendar and accounts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.bootstrap import Reception
from reception.domain.calendar_overrides import DayKind
from reception.domain.offboarding import ObsoleteBackup
from reception.domain.staff import Right
from reception.services.staff.account_list import AccountSummary
from tests.fixtures.office import CUSTODIAN, OFFICER
from tests.ui.all_pages.office_fixture import OfficeFixture
from ui.features.settings.section_registry import SECTIONS
from ui.features.settings.settings_screen import SettingsScreen
from ui.features.settings.staff.accounts_section import AccountsSection
from ui.features.settings.staff.rights_model import FIRST_RIGHT_COLUMN, RIGHT_COLUMNS
from ui.features.settings.working_days.calendar_section import CalendarSection
from ui.shell.navigation import NavigationItem

K = Qt.Key


def settings(office: OfficeFixture) -> SettingsScreen:
    """Show the settings."""
    page = office.go(NavigationItem.SETTINGS)
    assert isinstance(page, SettingsScreen)
    return page


def calendar(office: OfficeFixture, year: int) -> CalendarSection:
    """Show the calendar of a year as computed, without the input that an earlier page left."""
    page = settings(office)
    page.show_section("calendar")
    office.runner.run(_remove_overrides, office.reception)
    office.settle()
    section = page.section("calendar")
    assert isinstance(section, CalendarSection)
    section.discard_input()
    office.settle()
    section.read_year(year)
    office.settle()
    assert section.year_view.selected_day().year == year
    return section


def _remove_overrides(reception: Reception) -> None:
    changes = reception.calendar_changes
    for override in reception.office_calendar.overrides():
        changes.save(override.day, None, changes.preview(override.day, None))


def _present_year(office: OfficeFixture) -> QWidget:
    return calendar(office, office.reception.session.today().year).window()


def _section(name: str) -> Callable[[OfficeFixture], QWidget]:
    def open_page(office: OfficeFixture) -> QWidget:
        page = settings(office)
        page.show_section(name)
        office.settle()
        return page.window()

    return open_page


def _day(office: OfficeFixture) -> QWidget:
    section = calendar(office, 2026)
    section.year_view.setFocus()
    section.year_view.select(date(2026, 12, 16))
    office.press(K.Key_Return)
    section.day_editor.kind.choose(DayKind.HOLIDAY)
    office.wait_until(section.effect_card.affected_deadline_list.count)
    return section.window()


def _year_to_announce(office: OfficeFixture) -> QWidget:
    section = calendar(office, office.reception.session.today().year + 1)
    section.estimate_banner.show_dialog()
    office.settle()
    return section.window()


def accounts(office: OfficeFixture) -> AccountsSection:
    """Show the accounts of the office."""
    page = settings(office)
    page.show_section("accounts")
    section = page.section("accounts")
    assert isinstance(section, AccountsSection)
    office.wait_until(section.rights_model.rowCount)
    if section.can_save:
        section.discard_changes()  # those of an earlier page
    return section


def _person(section: AccountsSection, name: str) -> AccountSummary:
    people = (section.rights_model.person(row) for row in range(section.rights_model.rowCount()))
    return next(person for person in people if person.name == name)


def _account_dialog(action: str) -> Callable[[OfficeFixture], QWidget]:
    def open_page(office: OfficeFixture) -> QWidget:
        section = accounts(office)
        dialogs = section.dialogs
        if action == "add":
            dialogs.add_account()
        elif action == "destroy":
            dialogs.show_obsolete_backups(
                (
                    ObsoleteBackup(
                        "so-2026-11-01", office.office.clock.now().date(), location="LUU-A"
                    ),
                )
            )
        else:
            name = CUSTODIAN if action == "toggle_custody" else OFFICER
            getattr(dialogs, action)(_person(section, name))
        office.wait_until(office.dialogs)
        return section.window()

    return open_page


def _unsaved_rights(office: OfficeFixture) -> QWidget:
    section = accounts(office)
    row = section.rights_model.row_of(_person(section, OFFICER).user_id)
    column = FIRST_RIGHT_COLUMN + RIGHT_COLUMNS.index(Right.REPORT)
    section.rights_view.setCurrentIndex(section.rights_model.index(row, column))
    section.rights_view.toggle_current()
    office.wait_until(section.save_bar.isVisible)
    return section.window()


PAGES: dict[str, Callable[[OfficeFixture], QWidget]] = {
    **{f"settings, {one.section_id}": _section(one.section_id) for one in SECTIONS},
    "settings, calendar": _present_year,
    "calendar, a day": _day,
    "calendar: announce": _year_to_announce,
    "accounts: add": _account_dialog("add"),
    "accounts: password": _account_dialog("ask_new_password"),
    "accounts: offboarding": _account_dialog("offboard"),
    "accounts: old backups": _account_dialog("destroy"),
    "accounts: unsaved rights": _unsaved_rights,
    "accounts: custody": _account_dialog("toggle_custody"),
}
