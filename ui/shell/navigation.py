"""Items of the navigation rail; their numbers (Ctrl+1 to Ctrl+8) never change."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication


class NavigationItem(IntEnum):
    """An item of the rail; its value is its digit in Ctrl+1 to Ctrl+8."""

    HOME = 1
    REGISTER = 2
    MATTERS = 3
    PROTECTION = 4
    LEADERS = 5
    REPORTS = 6
    AUDIT = 7
    SETTINGS = 8


ITEMS_WITH_SCREEN = (
    NavigationItem.HOME,
    NavigationItem.REGISTER,
    NavigationItem.AUDIT,
    NavigationItem.SETTINGS,
)

ICONS = {
    NavigationItem.HOME: "monitor",
    NavigationItem.REGISTER: "book-open",
    NavigationItem.MATTERS: "folder",
    NavigationItem.PROTECTION: "seal-line",
    NavigationItem.LEADERS: "calendar-days",
    NavigationItem.REPORTS: "chart-column",
    NavigationItem.AUDIT: "history",
    NavigationItem.SETTINGS: "settings",
}

# The rail draws a separator before these.
GROUP_STARTS = (NavigationItem.REPORTS, NavigationItem.AUDIT)


def title(item: NavigationItem) -> str:
    """Return the name of an item in the language of the window."""
    return {
        NavigationItem.HOME: QCoreApplication.translate("Places", "Desk"),
        NavigationItem.REGISTER: QCoreApplication.translate("Places", "Register"),
        NavigationItem.MATTERS: QCoreApplication.translate("Places", "Matters"),
        NavigationItem.PROTECTION: QCoreApplication.translate("Places", "Denouncer protection"),
        NavigationItem.LEADERS: QCoreApplication.translate("Places", "Leaders' reception calendar"),
        NavigationItem.REPORTS: QCoreApplication.translate("Places", "Reports"),
        NavigationItem.AUDIT: QCoreApplication.translate("Places", "Log and backup"),
        NavigationItem.SETTINGS: QCoreApplication.translate("Places", "Settings"),
    }[item]
