"""The places of the program, with the numbers of Ctrl+1 to Ctrl+8 that never move."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication


class Place(IntEnum):
    """A place of the rail; its value is its number on the keyboard."""

    DESK = 1
    REGISTER = 2
    MATTERS = 3
    PROTECTION = 4
    LEADERS = 5
    REPORTS = 6
    UPKEEP = 7
    SETTINGS = 8


FIRST = (Place.DESK, Place.REGISTER, Place.REPORTS, Place.UPKEEP)

ICONS = {
    Place.DESK: "monitor",
    Place.REGISTER: "book-open",
    Place.MATTERS: "folder",
    Place.PROTECTION: "seal-line",
    Place.LEADERS: "calendar-days",
    Place.REPORTS: "chart-column",
    Place.UPKEEP: "history",
    Place.SETTINGS: "settings",
}

# A line is drawn in the rail in front of these.
GROUP_STARTS = (Place.REPORTS, Place.UPKEEP)


def title(place: Place) -> str:
    """Return the name of a place in the language of the window."""
    return {
        Place.DESK: QCoreApplication.translate("Places", "Desk"),
        Place.REGISTER: QCoreApplication.translate("Places", "Register"),
        Place.MATTERS: QCoreApplication.translate("Places", "Matters"),
        Place.PROTECTION: QCoreApplication.translate("Places", "Denouncer protection"),
        Place.LEADERS: QCoreApplication.translate("Places", "Leaders' reception calendar"),
        Place.REPORTS: QCoreApplication.translate("Places", "Reports"),
        Place.UPKEEP: QCoreApplication.translate("Places", "Log and backup"),
        Place.SETTINGS: QCoreApplication.translate("Places", "Settings"),
    }[place]
