"""The catalogue of every screen, page and dialog of the program, with a function that opens it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tests.ui.all_pages import (
    custody_pages,
    entry_pages,
    head_pages,
    office_pages,
    settings_pages,
    start_pages,
    waiting_pages,
)
from tests.ui.all_pages.office_fixture import OfficeFixture


@dataclass(frozen=True)
class PageEntry:
    """``open(office)`` opens the page, whatever page was open before, and returns its window."""

    name: str
    open: Callable[[OfficeFixture], QWidget]


def every_page() -> tuple[PageEntry, ...]:
    """Return every page; a test fails for a widget class of ``ui.features`` that is on none."""
    modules = (
        *(start_pages, entry_pages, office_pages, settings_pages),
        *(head_pages, custody_pages),
        waiting_pages,
    )
    return tuple(PageEntry(*page) for module in modules for page in module.PAGES.items())
