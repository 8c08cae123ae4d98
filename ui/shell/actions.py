"""The actions of the window: each has its keys in the table of shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.shell.shortcut import Shortcut, ShortcutScope
from ui.shell.shortcut_table import SHORTCUTS

_SHORTCUTS_BY_ID = {shortcut.id: shortcut for shortcut in SHORTCUTS}


def shortcut(id: str) -> Shortcut:
    """Return the shortcut with an id; KeyError for an unknown one."""
    return _SHORTCUTS_BY_ID[id]


def first_key_text(id: str) -> str:
    """Return the first key of an action as text, e.g. "Ctrl+S"."""
    return _SHORTCUTS_BY_ID[id].keys[0].replace("Return", "Enter")


def action_text(id: str) -> str:
    """Return the name of an action in the language of the window."""
    return QCoreApplication.translate("Actions", _SHORTCUTS_BY_ID[id].source_text)


def tooltip(id: str) -> str:
    """Return the tooltip of an action: "Lock now, Ctrl+L"."""
    return f"{action_text(id)}, {first_key_text(id)}"


def help_rows(scope: ShortcutScope, created_ids: Collection[str]) -> list[Shortcut]:
    """Return the shortcuts that F1 lists for a screen: its own first, then those of every screen.

    ``created_ids``: the ids of the QActions of window and screen; other keys have no effect there.
    """
    own = [row for row in SHORTCUTS if scope in row.scopes]
    everywhere = [row for row in SHORTCUTS if ShortcutScope.EVERYWHERE in row.scopes]
    rows = own + [row for row in everywhere if row not in own]
    return [row for row in rows if row.handled_by_widget or row.id in created_ids]


def create(id: str, owner: QWidget, slot: Callable[[], object]) -> QAction:
    """Create the QAction of a shortcut on ``owner`` (a screen or the window) and connect it.

    The action works while the focus is inside the owner. The window adds the actions of the current
    screen to its frame; they do not work while a dialog is open.
    """
    row = _SHORTCUTS_BY_ID[id]
    action = QAction(action_text(id), owner)
    action.setObjectName(id)
    action.setToolTip(tooltip(id))
    action.setShortcuts([QKeySequence(keys) for keys in row.keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(slot)
    owner.addAction(action)
    return action
