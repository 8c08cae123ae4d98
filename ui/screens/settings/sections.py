"""The sections of the settings, from top to bottom: a row each, and nothing else to add."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.screens.settings.accounts import AccountsSection
from ui.screens.settings.calendar import CalendarSection
from ui.screens.settings.counting import CountingSection
from ui.screens.settings.health import HealthSection
from ui.screens.settings.machine import MachineSection
from ui.screens.settings.office import OfficeSection
from ui.screens.settings.password import PasswordSection
from ui.screens.settings.section import Section, Study

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Entry:
    """A section: its id (its key is the act ``settings.<id>``), its icon, what makes it."""

    name: str
    icon: str
    make: Callable[[Study, QWidget], Section]


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
