"""The catalogue: every screen, page and dialog of the program, and the way into each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tests.ui.all_pages import entry_pages, head_pages, office_pages, start_pages
from tests.ui.all_pages.office_fixture import OfficeFixture

Way = Callable[[OfficeFixture], QWidget]


@dataclass(frozen=True)
class PageEntry:
    """A name, and ``enter(office)``, which opens it and returns the window it stands in."""

    name: str
    enter: Way


def every_page() -> tuple[PageEntry, ...]:
    """Return every page; a test fails for a widget class of the features that stands on none."""
    places = (start_pages, entry_pages, office_pages, head_pages)
    return tuple(PageEntry(name, way) for place in places for name, way in place.WAYS.items())
