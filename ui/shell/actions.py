"""All keyboard shortcuts of the program in one table."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class ShortcutScope(Enum):
    """Where a shortcut works: everywhere, in one screen, or in dialogs."""

    EVERYWHERE = "everywhere"
    VISIT_ENTRY = "visit_entry"
    TODO = "todo"
    REGISTER = "register"
    IMPORT = "import"
    MATTERS = "matters"
    PROTECTION = "protection"
    LEADERS = "leaders"
    REPORTS = "reports"
    AUDIT = "audit"
    SETTINGS = "settings"
    DIALOG = "dialog"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One action: id, keys, English text (translated in the context "Actions"), scopes.

    ``described``: keys that fields and tables handle themselves; listed by F1, without a QAction.
    ``later``: the screen does not exist yet; the keys are reserved for it.
    """

    id: str
    keys: tuple[str, ...]
    source: str
    scopes: frozenset[ShortcutScope]
    described: bool = False
    later: bool = False


def _row(
    id: str,
    keys: str,
    source: object,
    *scopes: ShortcutScope,
    described: bool = False,
    later: bool = False,
) -> Shortcut:
    valid_in = frozenset(scopes or (ShortcutScope.EVERYWHERE,))
    return Shortcut(id, tuple(keys.split(" ")), str(source), valid_in, described, later)


_S = ShortcutScope
SHORTCUTS: tuple[Shortcut, ...] = (
    _row("go.1", "Ctrl+1", QT_TRANSLATE_NOOP("Actions", "Go to the desk")),
    _row("go.2", "Ctrl+2", QT_TRANSLATE_NOOP("Actions", "Go to the register")),
    _row("go.3", "Ctrl+3", QT_TRANSLATE_NOOP("Actions", "Go to matters"), later=True),
    _row("go.4", "Ctrl+4", QT_TRANSLATE_NOOP("Actions", "Go to protection"), later=True),
    _row("go.5", "Ctrl+5", QT_TRANSLATE_NOOP("Actions", "Go to the calendar"), later=True),
    _row("go.6", "Ctrl+6", QT_TRANSLATE_NOOP("Actions", "Go to reports")),
    _row("go.7", "Ctrl+7", QT_TRANSLATE_NOOP("Actions", "Go to log and backup")),
    _row("go.8", "Ctrl+8", QT_TRANSLATE_NOOP("Actions", "Go to settings")),
    _row("lock", "Ctrl+L", QT_TRANSLATE_NOOP("Actions", "Lock now")),
    _row("keys", "F1", QT_TRANSLATE_NOOP("Actions", "Keys and guide")),
    _row("visit.new", "Ctrl+N", QT_TRANSLATE_NOOP("Actions", "New visit")),
    _row("cover.window", "F12", QT_TRANSLATE_NOOP("Actions", "Cover the window"), later=True),
    _row("back", "Esc", QT_TRANSLATE_NOOP("Actions", "Close the panel or dialog"), described=True),
    _row(
        "search",
        "Ctrl+F",
        QT_TRANSLATE_NOOP("Actions", "Search in this screen"),
        *(_S.REGISTER, _S.MATTERS, _S.PROTECTION, _S.LEADERS, _S.AUDIT, _S.SETTINGS),
    ),
    _row("entry.save", "Ctrl+S", QT_TRANSLATE_NOOP("Actions", "Save and seal"), _S.VISIT_ENTRY),
    _row(
        "entry.save_print", "Ctrl+P", QT_TRANSLATE_NOOP("Actions", "Save and print"), _S.VISIT_ENTRY
    ),
    _row(
        "entry.section_1",
        "Alt+1",
        QT_TRANSLATE_NOOP("Actions", "Section 1, reporter"),
        _S.VISIT_ENTRY,
    ),
    _row(
        "entry.section_2",
        "Alt+2",
        QT_TRANSLATE_NOOP("Actions", "Section 2, content"),
        _S.VISIT_ENTRY,
    ),
    _row(
        "entry.section_3",
        "Alt+3",
        QT_TRANSLATE_NOOP("Actions", "Section 3, papers"),
        _S.VISIT_ENTRY,
    ),
    _row(
        "entry.section_4",
        "Alt+4",
        QT_TRANSLATE_NOOP("Actions", "Section 4, outcome"),
        _S.VISIT_ENTRY,
    ),
    _row("entry.scan", "F2", QT_TRANSLATE_NOOP("Actions", "Scan the card's QR"), _S.VISIT_ENTRY),
    _row("entry.read_back", "F7", QT_TRANSLATE_NOOP("Actions", "Read back"), _S.VISIT_ENTRY),
    _row("entry.cover", "F8", QT_TRANSLATE_NOOP("Actions", "Cover on leaving"), _S.VISIT_ENTRY),
    _row("entry.add_paper", "Alt+D", QT_TRANSLATE_NOOP("Actions", "Add a paper"), _S.VISIT_ENTRY),
    _row("entry.attach", "Alt+A", QT_TRANSLATE_NOOP("Actions", "Attach a scan"), _S.VISIT_ENTRY),
    _row(
        "entry.more",
        "Alt+M",
        QT_TRANSLATE_NOOP("Actions", "More about the reporter"),
        _S.VISIT_ENTRY,
    ),
    _row(
        "entry.complaint", "Alt+K", QT_TRANSLATE_NOOP("Actions", "Kind: complaint"), _S.VISIT_ENTRY
    ),
    _row(
        "entry.denunciation",
        "Alt+T",
        QT_TRANSLATE_NOOP("Actions", "Kind: denunciation"),
        _S.VISIT_ENTRY,
    ),
    _row(
        "entry.recommendation",
        "Alt+N",
        QT_TRANSLATE_NOOP("Actions", "Kind: recommendation"),
        _S.VISIT_ENTRY,
    ),
    _row("entry.feedback", "Alt+P", QT_TRANSLATE_NOOP("Actions", "Kind: feedback"), _S.VISIT_ENTRY),
    _row(
        "entry.replace", "Alt+R", QT_TRANSLATE_NOOP("Actions", "Replace the name"), _S.VISIT_ENTRY
    ),
    _row(
        "entry.remove_paper",
        "Del",
        QT_TRANSLATE_NOOP("Actions", "Remove an empty paper row"),
        _S.VISIT_ENTRY,
        described=True,
    ),
    _row(
        "entry.next",
        "Enter",
        QT_TRANSLATE_NOOP("Actions", "Next field"),
        _S.VISIT_ENTRY,
        described=True,
    ),
    _row(
        "return_code",
        "F6",
        QT_TRANSLATE_NOOP("Actions", "Look up by return code"),
        *(_S.VISIT_ENTRY, _S.REGISTER),
    ),
    _row(
        "print",
        "Ctrl+P",
        QT_TRANSLATE_NOOP("Actions", "Print"),
        *(_S.REGISTER, _S.MATTERS, _S.REPORTS, _S.AUDIT, _S.PROTECTION, _S.LEADERS),
        _S.SETTINGS,
    ),
    _row(
        "visit.lifecycle",
        "F3",
        QT_TRANSLATE_NOOP("Actions", "Correct, answer, void …"),
        _S.REGISTER,
    ),
    _row(
        "reveal",
        "F9",
        QT_TRANSLATE_NOOP("Actions", "Ask to open the seal"),
        *(_S.REGISTER, _S.MATTERS, _S.PROTECTION),
    ),
    _row(
        "export",
        "Ctrl+E",
        QT_TRANSLATE_NOOP("Actions", "Export without identity"),
        *(_S.REGISTER, _S.REPORTS, _S.AUDIT),
    ),
    _row(
        "check",
        "F5",
        QT_TRANSLATE_NOOP("Actions", "Check again"),
        *(_S.REPORTS, _S.AUDIT, _S.TODO),
    ),
    _row(
        "home.switch",
        "Alt+C",
        QT_TRANSLATE_NOOP("Actions", "To what waits, and back"),
        _S.VISIT_ENTRY,
        _S.TODO,
    ),
    _row(
        "document.new",
        "Ctrl+B",
        QT_TRANSLATE_NOOP("Actions", "New document"),
        _S.MATTERS,
        later=True,
    ),
    _row("import.choose", "Ctrl+O", QT_TRANSLATE_NOOP("Actions", "Choose a file"), _S.IMPORT),
    _row("import.again", "F5", QT_TRANSLATE_NOOP("Actions", "Read the file again"), _S.IMPORT),
    _row("import.list", "Ctrl+P", QT_TRANSLATE_NOOP("Actions", "Print the list"), _S.IMPORT),
    _row("import.bring", "Ctrl+Return", QT_TRANSLATE_NOOP("Actions", "Bring all in"), _S.IMPORT),
    _row("save", "Ctrl+S", QT_TRANSLATE_NOOP("Actions", "Save"), _S.MATTERS, _S.SETTINGS),
    _row(
        "settings.accounts",
        "Alt+T",
        QT_TRANSLATE_NOOP("Actions", "Section: accounts and rights"),
        _S.SETTINGS,
    ),
    _row(
        "settings.password",
        "Alt+M",
        QT_TRANSLATE_NOOP("Actions", "Section: my password"),
        _S.SETTINGS,
    ),
    _row("settings.office", "Alt+C", QT_TRANSLATE_NOOP("Actions", "Section: office"), _S.SETTINGS),
    _row(
        "settings.calendar",
        "Alt+L",
        QT_TRANSLATE_NOOP("Actions", "Section: working calendar"),
        _S.SETTINGS,
    ),
    _row(
        "settings.counting",
        "Alt+K",
        QT_TRANSLATE_NOOP("Actions", "Section: counting and periods"),
        _S.SETTINGS,
    ),
    _row(
        "settings.machine",
        "Alt+I",
        QT_TRANSLATE_NOOP("Actions", "Section: printers, backup, look"),
        _S.SETTINGS,
    ),
    _row(
        "settings.health",
        "Alt+S",
        QT_TRANSLATE_NOOP("Actions", "Section: health of this machine"),
        _S.SETTINGS,
    ),
    _row(
        "table.open",
        "Enter",
        QT_TRANSLATE_NOOP("Actions", "Open the row"),
        *(_S.REGISTER, _S.MATTERS, _S.AUDIT, _S.TODO),
        described=True,
    ),
    _row(
        "table.move",
        "Up Down PgUp PgDown Home End",
        QT_TRANSLATE_NOOP("Actions", "Move in the table"),
        *(_S.REGISTER, _S.IMPORT, _S.MATTERS, _S.AUDIT, _S.REPORTS, _S.TODO),
        described=True,
    ),
    _row(
        "settings.rights",
        "Space",
        QT_TRANSLATE_NOOP("Actions", "Give or take the right chosen"),
        _S.SETTINGS,
        described=True,
    ),
    _row(
        "settings.move",
        "Up Down Home End",
        QT_TRANSLATE_NOOP("Actions", "Move in the list of sections"),
        _S.SETTINGS,
        described=True,
    ),
    _row(
        "confirm",
        "Ctrl+Return",
        QT_TRANSLATE_NOOP("Actions", "Confirm"),
        _S.DIALOG,
        described=True,
    ),
)

_BY_ID = {row.id: row for row in SHORTCUTS}


def shortcut(id: str) -> Shortcut:
    """Return a row of the table; KeyError for an unknown id."""
    return _BY_ID[id]


def first_key_text(id: str) -> str:
    """Return the first key as text, e.g. "Ctrl+S"."""
    return _BY_ID[id].keys[0].replace("Return", "Enter")


def action_text(id: str) -> str:
    """Return the name of an action in the language of the window."""
    return QCoreApplication.translate("Actions", _BY_ID[id].source)


def tooltip(id: str) -> str:
    """Return the tooltip of an action: "Lock now, Ctrl+L"."""
    return f"{action_text(id)}, {first_key_text(id)}"


def help_rows(scope: ShortcutScope, created: Collection[str]) -> list[Shortcut]:
    """Return the rows that F1 lists for a screen: its own first, then those of every screen.

    ``created`` are the ids of the QActions of window and screen; other keys would do nothing.
    """
    own = [row for row in SHORTCUTS if scope in row.scopes]
    everywhere = [row for row in SHORTCUTS if ShortcutScope.EVERYWHERE in row.scopes]
    rows = own + [row for row in everywhere if row not in own]
    return [row for row in rows if row.described or row.id in created]


def create(id: str, owner: QWidget, slot: Callable[[], object]) -> QAction:
    """Create the QAction of a row on ``owner`` (a screen or the window) and connect it.

    It works while the focus is inside the owner; the window adds the actions of the current
    screen to its frame, and a dialog over the screen disables them.
    """
    row = _BY_ID[id]
    action = QAction(action_text(id), owner)
    action.setObjectName(id)
    action.setToolTip(tooltip(id))
    action.setShortcuts([QKeySequence(keys) for keys in row.keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(slot)
    owner.addAction(action)
    return action
