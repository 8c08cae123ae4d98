"""The catalogue: every screen, page and dialog of the program, and the way into each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tests.ui.walk import at_the_desk, before_the_office, in_the_office, of_the_head
from tests.ui.walk.house import House

Way = Callable[[House], QWidget]


@dataclass(frozen=True)
class Room:
    """A name, and ``enter(house)``, which opens it and returns the window it stands in."""

    name: str
    enter: Way


def every_room() -> tuple[Room, ...]:
    """Return every room; a widget class of ui/screens or ui/dialogs in none of them is a fault."""
    places = (before_the_office, at_the_desk, in_the_office, of_the_head)
    return tuple(Room(name, way) for place in places for name, way in place.WAYS.items())
