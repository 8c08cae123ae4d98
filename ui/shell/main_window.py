"""Main window: navigation rail, one screen at a time, dialogs and toasts over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedLayout, QStackedWidget, QWidget

from ui.appearance.theme import theme
from ui.shell import actions, navigation
from ui.shell.help_dialog import HelpDialog
from ui.shell.navigation import NavigationItem
from ui.shell.navigation_rail import NavigationRail, RailEntry
from ui.widgets import tab_order
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.push_button import HIDE_KEYS_BELOW, PushButton
from ui.widgets.toast import Toast

COMPACT_BELOW = 1340

_SCREENS = {
    NavigationItem.HOME: actions.Screen.DESK,
    NavigationItem.REGISTER: actions.Screen.REGISTER,
    NavigationItem.MATTERS: actions.Screen.MATTERS,
    NavigationItem.PROTECTION: actions.Screen.PROTECTION,
    NavigationItem.LEADERS: actions.Screen.LEADERS,
    NavigationItem.REPORTS: actions.Screen.REPORTS,
    NavigationItem.AUDIT: actions.Screen.UPKEEP,
    NavigationItem.SETTINGS: actions.Screen.SETTINGS,
}


class MainWindow(QMainWindow):
    """Navigation and status; the screens are added from outside.

    ``place_changed(NavigationItem)``, ``lock_wanted``, ``new_visit_wanted``; ``deactivated`` when
    the window loses the focus. A screen may have ``entered()``, called each time it is shown, and
    ``keys``, the screen whose keys F1 lists.
    """

    place_changed = Signal(object)
    lock_wanted = Signal()
    new_visit_wanted = Signal()
    deactivated = Signal()

    def __init__(
        self, shown: Sequence[NavigationItem] = navigation.SHOWN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = tuple(shown)
        self._screens: dict[NavigationItem, QWidget] = {}
        self._over: dict[NavigationItem, QWidget] = {}
        self._beside: dict[NavigationItem, QWidget] = {}
        self._showing_beside: set[NavigationItem] = set()
        self._frame_actions: list[QAction] = []
        self._place: NavigationItem | None = None
        self._narrow = False
        self.setWindowTitle(QCoreApplication.translate("MainWindow", "Citizen reception register"))
        self._layer = QWidget(self)
        self._layer.setObjectName("page")
        self.setCentralWidget(self._layer)
        self._outer = QStackedLayout(self._layer)
        self.frame = QWidget(self._layer)
        self.frame.setObjectName("frame")
        self.stack = QStackedWidget(self.frame)
        self.stack.setObjectName("screens")
        self.rail = NavigationRail(_entries(), self.frame)
        self.toast = Toast(self._layer)
        self._build()
        self._wire()

    def _build(self) -> None:
        row = QHBoxLayout(self.frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self._outer.addWidget(self.frame)
        self.rail.set_visible(tuple(int(place) for place in self._shown))
        self.setMinimumSize(1024, 600)

    def _wire(self) -> None:
        self.rail.chosen.connect(self._chosen)
        self.rail.lock_wanted.connect(self._lock)
        for place in self._shown:
            action = actions.create(f"go.{int(place)}", self.frame, self._go_by_key)
            action.setData(int(place))
        actions.create("lock", self.frame, self._lock)
        actions.create("keys", self.frame, self.show_keys)
        actions.create("visit.new", self.frame, self._new_visit)
        theme().changed.connect(self._adapt_to_width)

    @property
    def place(self) -> NavigationItem | None:
        """Return the current item."""
        return self._place

    def screen_at(self, place: NavigationItem) -> QWidget | None:
        """Return the screen of an item."""
        return self._screens.get(place)

    def add_screen(self, place: NavigationItem, screen: QWidget) -> None:
        """Set the screen of an item."""
        old = self._screens.pop(place, None)
        if old is not None:
            self.stack.removeWidget(old)
        self._screens[place] = screen
        screen.setProperty("page", True)
        self.stack.addWidget(screen)

    def add_beside(self, place: NavigationItem, page: QWidget) -> None:
        """Set a second page of an item; :meth:`show_beside` chooses one of the two."""
        self._beside[place] = page
        page.setProperty("page", True)
        self.stack.addWidget(page)

    def show_beside(self, place: NavigationItem, *, beside: bool) -> None:
        """Show an item with its second page, or with its own screen again."""
        if beside and place in self._beside:
            self._showing_beside.add(place)
        else:
            self._showing_beside.discard(place)
        self.go(place)

    def open_over(self, place: NavigationItem, page: QWidget) -> None:
        """Show a page instead of the screen of an item, until :meth:`close_over`."""
        self._over[place] = page
        page.setProperty("page", True)
        self.stack.addWidget(page)
        self.go(place)

    def close_over(self, place: NavigationItem) -> None:
        """Delete the page; the screen of the item is shown again."""
        page = self._over.pop(place, None)
        if page is None:
            return
        focus = page.focusWidget()
        if focus is not None:
            focus.clearFocus()  # a widget deleted with the focus ends the process
        if self._place is place:
            self.go(place)
        self.stack.removeWidget(page)
        page.deleteLater()

    def pages(self) -> list[QWidget]:
        """Return all screens and pages."""
        return [*self._screens.values(), *self._beside.values(), *self._over.values()]

    def clear_screens(self) -> None:
        """Remove and delete all screens."""
        self._remove_frame_actions()
        for screen in self.pages():
            self.stack.removeWidget(screen)
            screen.deleteLater()
        self._screens.clear()
        self._beside.clear()
        self._showing_beside.clear()
        self._over.clear()
        self._place = None

    def go(self, place: NavigationItem) -> bool:
        """Show an item; False when it has no screen."""
        screen = self._page(place)
        if screen is None:
            return False
        commit_composition()
        self.show_frame()
        self.stack.setCurrentWidget(screen)
        self.rail.set_current(int(place))
        self._add_frame_actions(screen)
        changed = place is not self._place
        self._place = place
        entered = getattr(screen, "entered", None)
        if callable(entered):
            entered()
        elif not screen.isAncestorOf(self.focusWidget() or self):
            screen.setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.place_changed.emit(place)
        return True

    def _page(self, place: NavigationItem) -> QWidget | None:
        beside = self._beside.get(place) if place in self._showing_beside else None
        return self._over.get(place) or beside or self._screens.get(place)

    def show_alone(self, widget: QWidget) -> None:
        """Show a widget over the whole window, without rail (unlock, wizard, read-back)."""
        if self._outer.indexOf(widget) < 0:
            self._outer.addWidget(widget)
        widget.setProperty("page", True)
        self._outer.setCurrentWidget(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_frame(self) -> None:
        """Show rail and screens again."""
        self._outer.setCurrentWidget(self.frame)

    def show_toast(self, text: str, icon: str = "seal", action: str = "") -> None:
        """Show a toast; never with an identity in it."""
        self.toast.say(text, icon, action)

    @Slot()
    def show_keys(self) -> None:
        """Open the list of keys of this screen."""
        place = self._place or NavigationItem.HOME
        page = self._page(place)
        screen = getattr(page, "keys", _SCREENS.get(place, actions.Screen.EVERYWHERE))
        holders = [self.frame] if page is None else [self.frame, page]
        made = {action.objectName() for holder in holders for action in holder.actions()}
        dialog = HelpDialog(screen, made, self)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot(int)
    def _chosen(self, number: int) -> None:
        if not self.go(NavigationItem(number)) and self._place is not None:
            self.rail.set_current(int(self._place))

    @Slot()
    def _go_by_key(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.go(NavigationItem(int(sender.data())))

    @Slot()
    def _lock(self) -> None:
        commit_composition()
        self.lock_wanted.emit()

    @Slot()
    def _new_visit(self) -> None:
        self._showing_beside.discard(NavigationItem.HOME)
        if self.go(NavigationItem.HOME):
            self.new_visit_wanted.emit()

    @Slot()
    def show_visit_entry(self) -> None:
        """Show visit entry, also where the to-do list is shown in its place."""
        self.show_beside(NavigationItem.HOME, beside=False)

    def _add_frame_actions(self, screen: QWidget) -> None:
        # So that Ctrl+S works with the focus in the rail too, but not under a dialog.
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
        narrow = width < theme().px(HIDE_KEYS_BELOW)
        if narrow != self._narrow:
            self._narrow = narrow
            for button in self.findChildren(PushButton):
                button.updateGeometry()
        self.toast.place()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Move the focus in reading order."""
        return tab_order.step(self, next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone in the rail of a narrow window."""
        super().resizeEvent(event)
        self._adapt_to_width()

    def changeEvent(self, event: QEvent) -> None:
        """Emit ``deactivated`` when another window takes the focus."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.deactivated.emit()


def _entries() -> tuple[RailEntry, ...]:
    return tuple(
        RailEntry(
            int(place),
            navigation.title(place),
            navigation.ICONS[place],
            place in navigation.GROUP_STARTS,
        )
        for place in NavigationItem
    )
