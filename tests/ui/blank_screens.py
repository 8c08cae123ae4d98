"""An office with one blank screen, for tests of what happens around the screens."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.application.screen_registry import OfficeScreens, ScreenContext
from ui.shell.navigation import NavigationItem
from ui.shell.screen import Screen


class BlankScreen(Screen):
    """``given``: for each call, the number of drafts, and whether the same person returned."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.given: list[tuple[int, bool]] = []

    def offer_drafts(self, drafts: list[object], after_lock: bool) -> None:
        self.given.append((len(drafts), after_lock))


def blank_screens(context: ScreenContext) -> OfficeScreens:
    """Create a blank screen as the only one."""
    screen = BlankScreen(context.window)
    return OfficeScreens({NavigationItem.HOME: screen}, screen)
