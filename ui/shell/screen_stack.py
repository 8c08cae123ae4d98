"""The screens and pages of the main window, by their item in the navigation rail."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.shell.navigation import NavigationItem
from ui.shell.screen import Screen


class ScreenStack(QStackedWidget):
    """Shows one page at a time.

    Each item has one screen. Instead of it a second page can be shown (for Home the to-do list) or
    a temporary page, which is removed after use.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("screens")
        self._screens: dict[NavigationItem, Screen] = {}
        self._temporary_pages: dict[NavigationItem, Screen] = {}
        self._second_pages: dict[NavigationItem, Screen] = {}
        self._items_with_second_page: set[NavigationItem] = set()

    def screen_of(self, item: NavigationItem) -> Screen | None:
        """Return the screen of an item, also while another page is shown instead of it."""
        return self._screens.get(item)

    def page_of(self, item: NavigationItem) -> Screen | None:
        """Return what is shown for an item: its temporary page, its second page or its screen."""
        shows_second = item in self._items_with_second_page
        second_page = self._second_pages.get(item) if shows_second else None
        return self._temporary_pages.get(item) or second_page or self._screens.get(item)

    def pages(self) -> list[Screen]:
        """Return all screens and pages, also those that are not shown."""
        return [
            *self._screens.values(),
            *self._second_pages.values(),
            *self._temporary_pages.values(),
        ]

    def set_screen(self, item: NavigationItem, screen: Screen) -> None:
        """Set the screen of an item; an earlier one is removed."""
        old = self._screens.pop(item, None)
        if old is not None:
            self.removeWidget(old)
        self._screens[item] = screen
        self._add(screen)

    def set_second_page(self, item: NavigationItem, page: Screen) -> None:
        """Set the second page of an item."""
        self._second_pages[item] = page
        self._add(page)

    def select_page(self, item: NavigationItem, *, second: bool) -> None:
        """Make :meth:`page_of` return the second page of an item, if it has one, or its screen.

        The page on the screen does not change.
        """
        if second and item in self._second_pages:
            self._items_with_second_page.add(item)
        else:
            self._items_with_second_page.discard(item)

    def set_temporary_page(self, item: NavigationItem, page: Screen) -> None:
        """Set a page that is shown for an item until :meth:`take_temporary_page`."""
        self._temporary_pages[item] = page
        self._add(page)

    def temporary_page_of(self, item: NavigationItem) -> Screen | None:
        """Return the temporary page of an item, if any."""
        return self._temporary_pages.get(item)

    def take_temporary_page(self, item: NavigationItem) -> Screen | None:
        """Return the temporary page of an item, if any; it is no longer shown for the item.

        The caller removes and deletes the page.
        """
        return self._temporary_pages.pop(item, None)

    def _add(self, page: Screen) -> None:
        page.setProperty("page", True)
        self.addWidget(page)
