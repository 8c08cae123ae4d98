"""The sections of the settings, from top to bottom; a new section gets an entry here."""

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
class SectionEntry:
    """A section; its shortcut is the action ``settings.<section_id>``."""

    section_id: str
    icon: str
    create: Callable[[SettingsContext, QWidget], SettingsSection]


SECTIONS: tuple[SectionEntry, ...] = (
    SectionEntry("accounts", "users", AccountsSection),
    SectionEntry("password", "lock", PasswordSection),
    SectionEntry("office", "file-text", OfficeSection),
    SectionEntry("calendar", "calendar-days", CalendarSection),
    SectionEntry("counting", "chart-column", CountingSection),
    SectionEntry("machine", "printer", MachineSection),
    SectionEntry("health", "wrench", HealthSection),
)


def section_title(section_id: str) -> str:
    """Return the title of a section."""
    return {
        "accounts": translate("Settings", "Accounts and rights"),
        "password": translate("Settings", "My password"),
        "office": translate("Settings", "Office, symbols"),
        "calendar": translate("Settings", "Working calendar"),
        "counting": translate("Settings", "Counting, periods"),
        "machine": translate("Settings", "Printers, backup, look"),
        "health": translate("Settings", "Health of this machine"),
    }[section_id]
