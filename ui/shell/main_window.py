"""Main window: navigation rail, one screen at a time, dialogs and toasts above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedLayout, QVBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.shell import actions, navigation
from ui.shell.help_dialog import HelpDialog
from ui.shell.navigation import NavigationItem
from ui.shell.navigation_rail import NavigationRail, RailEntry
from ui.shell.screen import Screen
from ui.shell.screen_stack import ScreenStack
from ui.shell.shortcut import ShortcutScope
from ui.widgets import tab_order
from ui.widgets.banner import Banner
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.push_button import SHORTCUTS_MIN_WIDTH, PushButton
from ui.widgets.toast import Toast

COMPACT_BELOW = 1340  # px; the rail of a narrower window shows only icons

_SHORTCUT_SCOPES = {
    NavigationItem.HOME: ShortcutScope.VISIT_ENTRY,
    NavigationItem.REGISTER: ShortcutScope.REGISTER,
    NavigationItem.MATTERS: ShortcutScope.MATTERS,
    NavigationItem.PROTECTION: ShortcutScope.PROTECTION,
    NavigationItem.LEADERS: ShortcutScope.LEADERS,
    NavigationItem.REPORTS: ShortcutScope.REPORTS,
    NavigationItem.AUDIT: ShortcutScope.AUDIT,
    NavigationItem.SETTINGS: ShortcutScope.SETTINGS,
}


class MainWindow(QMainWindow):
    """Navigation rail, screens and toast; :meth:`add_screen` adds the screens.

    ``item_changed(NavigationItem)`` is emitted when the screen of another item is shown,
    ``lock_wanted`` and ``new_visit_wanted`` when the user asks for it, ``deactivated`` when
    the window loses the focus.
    """

    item_changed = Signal(object)
    lock_wanted = Signal()
    new_visit_wanted = Signal()
    deactivated = Signal()

    def __init__(
        self,
        items: Sequence[NavigationItem] = navigation.ITEMS_WITH_SCREEN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._items = tuple(items)
        self._frame_actions: list[QAction] = []
        self._current_item: NavigationItem | None = None
        self._is_narrow = False
        self.setWindowTitle(QCoreApplication.translate("MainWindow", "Citizen reception register"))
        self._content = QWidget(self)
        self._content.setObjectName("page")
        self.setCentralWidget(self._content)
        self._content_layout = QStackedLayout(self._content)
        self.frame = QWidget(self._content)
        self.frame.setObjectName("frame")
        self.stack = ScreenStack(self.frame)
        self.rail = NavigationRail(_rail_entries(), self.frame)
        self.toast = Toast(self._content)
        self.error_banner: Banner | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        row = QHBoxLayout(self.frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        self._screen_column = QVBoxLayout()
        self._screen_column.setSpacing(0)
        self._screen_column.addWidget(self.stack, 1)
        row.addLayout(self._screen_column, 1)
        self._content_layout.addWidget(self.frame)
        self.rail.set_visible_items(tuple(int(item) for item in self._items))
        self.setMinimumSize(1024, 600)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._show_chosen_item)
        self.rail.lock_wanted.connect(self._request_lock)
        for item in self._items:
            action = actions.create(f"go.{int(item)}", self.frame, self._show_item_of_action)
            action.setData(int(item))
        actions.create("lock", self.frame, self._request_lock)
        actions.create("keys", self.frame, self.show_help)
        actions.create("visit.new", self.frame, self._request_new_visit)
        theme().changed.connect(self._adapt_to_width)

    @property
    def current_item(self) -> NavigationItem | None:
        """The item whose screen is shown, None before the first one."""
        return self._current_item

    def screen_at(self, item: NavigationItem) -> Screen | None:
        """Return the screen of an item."""
        return self.stack.screen_of(item)

    def add_screen(self, item: NavigationItem, screen: Screen) -> None:
        """Set the screen of an item; an earlier one is removed."""
        self.stack.set_screen(item, screen)

    def add_second_page(self, item: NavigationItem, page: Screen) -> None:
        """Set a second page of an item; :meth:`select_page` chooses one of the two."""
        self.stack.set_second_page(item, page)

    def select_page(self, item: NavigationItem, *, second: bool) -> None:
        """Show an item with its second page, or with its screen again."""
        self._choose_page(item, second=second)
        self.show_item(item)

    def _choose_page(self, item: NavigationItem, *, second: bool) -> None:
        self.stack.select_page(item, second=second)
        page = self.stack.temporary_page_of(item)
        if page is not None:
            page.leave()  # otherwise it covers the page that was chosen

    def open_temporary_page(self, item: NavigationItem, page: Screen) -> None:
        """Show a page instead of the screen of an item, until :meth:`close_temporary_page`."""
        self.stack.set_temporary_page(item, page)
        self.show_item(item)

    def close_temporary_page(self, item: NavigationItem) -> None:
        """Delete the page; the screen of the item is shown again."""
        page = self.stack.take_temporary_page(item)
        if page is None:
            return
        focus = page.focusWidget()
        if focus is not None:
            focus.clearFocus()  # a widget deleted with the focus ends the process
        if self._current_item is item:
            self.show_item(item)
        self.stack.removeWidget(page)
        page.deleteLater()

    def pages(self) -> list[Screen]:
        """Return all screens and pages, also those that are not shown."""
        return self.stack.pages()

    def show_item(self, item: NavigationItem) -> bool:
        """Show the screen or page of an item; return False when it has none."""
        screen = self.stack.page_of(item)
        if screen is None:
            return False
        commit_composition()
        self.show_frame()
        self.stack.setCurrentWidget(screen)
        self.rail.set_current(int(item))
        self._add_frame_actions(screen)
        has_changed = item is not self._current_item
        self._current_item = item
        screen.on_entered()
        if has_changed:
            self.item_changed.emit(item)
        return True

    @Slot()
    def show_frame(self) -> None:
        """Show rail and screens again."""
        self._content_layout.setCurrentWidget(self.frame)

    def show_toast(self, text: str, icon: str = "seal", action: str = "") -> None:
        """Show a toast; its text must never contain an identity."""
        self.toast.show_message(text, icon, action)

    def show_error_banner(self, text: str) -> None:
        """Show an error above every screen until it is taken back or the office is locked."""
        if self.error_banner is None:
            self.error_banner = Banner("error", self.frame)
            self.error_banner.setObjectName("error_banner")
            self._screen_column.insertWidget(0, self.error_banner)
        self.error_banner.show_message("", text)

    def hide_error_banner(self) -> None:
        """Take the error above every screen back: its cause is gone."""
        if self.error_banner is not None:
            self.error_banner.hide()

    @Slot()
    def show_help(self) -> None:
        """Open the help dialog at the keys of the current screen."""
        item = self._current_item or NavigationItem.HOME
        page = self.stack.page_of(item)
        scope = (page.shortcut_scope if page is not None else None) or _SHORTCUT_SCOPES[item]
        owners = [self.frame] if page is None else [self.frame, page]
        created = {action.objectName() for owner in owners for action in owner.actions()}
        dialog = HelpDialog(scope, created, self)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot(int)
    def _show_chosen_item(self, number: int) -> None:
        if not self.show_item(NavigationItem(number)) and self._current_item is not None:
            self.rail.set_current(int(self._current_item))

    @Slot()
    def _show_item_of_action(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.show_item(NavigationItem(int(sender.data())))

    @Slot()
    def _request_lock(self) -> None:
        commit_composition()
        self.lock_wanted.emit()

    @Slot()
    def _request_new_visit(self) -> None:
        self._choose_page(NavigationItem.HOME, second=False)
        if self.show_item(NavigationItem.HOME):
            self.new_visit_wanted.emit()

    @Slot()
    def show_visit_entry(self) -> None:
        """Show visit entry instead of the to-do list."""
        self.select_page(NavigationItem.HOME, second=False)

    def _add_frame_actions(self, screen: Screen) -> None:
        # They are added to the frame, so that e.g. Ctrl+S also works while the rail has the focus,
        # but not while a dialog is open.
        self._remove_frame_actions()
        self._frame_actions = list(screen.actions())
        self.frame.addActions(self._frame_actions)

    def _remove_frame_actions(self) -> None:
        for action in self._frame_actions:
            self.frame.removeAction(action)
        self._frame_actions = []

    @Slot()
    def _adapt_to_width(self) -> None:
        width = self.width()
        self.rail.set_compact(width < theme().px(COMPACT_BELOW))
        is_narrow = width < theme().px(SHORTCUTS_MIN_WIDTH)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for button in self.findChildren(PushButton):
                button.updateGeometry()
        self.toast.reposition()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Move the focus in reading order."""
        return tab_order.move_focus(self, next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only icons in the rail of a narrow window."""
        super().resizeEvent(event)
        self._adapt_to_width()

    def changeEvent(self, event: QEvent) -> None:
        """Emit ``deactivated`` when another window takes the focus."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.deactivated.emit()


def _rail_entries() -> tuple[RailEntry, ...]:
    return tuple(
        RailEntry(
            int(item),
            navigation.title(item),
            navigation.ICONS[item],
            item in navigation.GROUP_STARTS,
        )
        for item in NavigationItem
    )
