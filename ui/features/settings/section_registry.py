"""The sections of the settings, from top to bottom: a row each, and nothing else to add."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.features.settings.counting_section import CountingSection
from ui.features.settings.health_section import HealthSection
from ui.features.settings.machine.machine_section import MachineSection
from ui.features.settings.office_section import OfficeSection
from ui.features.settings.password_section import PasswordSection
from ui.features.settings.settings_section import SettingsContext, SettingsSection
from ui.features.settings.staff.accounts_section import AccountsSection
from ui.features.settings.working_days.calendar_section import CalendarSection

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Entry:
    """A section: its id (its key is the act ``settings.<id>``), its icon, what makes it."""

    name: str
    icon: str
    make: Callable[[SettingsContext, QWidget], SettingsSection]


SECTIONS: tuple[Entry, ...] = (
    Entry("accounts", "users", AccountsSection),
    Entry("password", "lock", PasswordSection),
    Entry("office", "file-text", OfficeSection),
    Entry("calendar", "calendar-days", CalendarSection),
    Entry("counting", "chart-column", CountingSection),
    Entry("machine", "printer", MachineSection),
    Entry("health", "wrench", HealthSection),
)


def title(name: str) -> str:
    """Return the words of a section in the language of the window."""
    return {
        "accounts": translate("Settings", "Accounts and rights"),
        "password": translate("Settings", "My password"),
        "office": translate("Settings", "Office, symbols"),
        "calendar": translate("Settings", "Working calendar"),
        "counting": translate("Settings", "Counting, periods"),
        "machine": translate("Settings", "Printers, backup, look"),
        "health": translate("Settings", "Health of this machine"),
    }[name]
