"""All keyboard shortcuts of the program in one table."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Screen(Enum):
    """Screens in which a shortcut works."""

    EVERYWHERE = "everywhere"
    DESK = "desk"
    HEAD = "head"
    REGISTER = "register"
    IMPORT = "import"
    MATTERS = "matters"
    PROTECTION = "protection"
    LEADERS = "leaders"
    REPORTS = "reports"
    UPKEEP = "upkeep"
    SETTINGS = "settings"
    DIALOG = "dialog"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One action: id, keys, English words (translated in context "Actions"), screens.

    ``described``: keys that fields and tables handle themselves; listed by F1, no QAction.
    ``later``: the screen does not exist yet; the keys stay reserved.
    """

    id: str
    keys: tuple[str, ...]
    source: str
    screens: frozenset[Screen]
    described: bool = False
    later: bool = False


def _row(
    id: str,
    keys: str,
    source: object,
    *screens: Screen,
    described: bool = False,
    later: bool = False,
) -> Shortcut:
    where = frozenset(screens or (Screen.EVERYWHERE,))
    return Shortcut(id, tuple(keys.split(" ")), str(source), where, described, later)


_S = Screen
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
        *(_S.REGISTER, _S.MATTERS, _S.PROTECTION, _S.LEADERS, _S.UPKEEP, _S.SETTINGS),
    ),
    _row("desk.save", "Ctrl+S", QT_TRANSLATE_NOOP("Actions", "Save and seal"), _S.DESK),
    _row("desk.save_print", "Ctrl+P", QT_TRANSLATE_NOOP("Actions", "Save and print"), _S.DESK),
    _row("desk.section_1", "Alt+1", QT_TRANSLATE_NOOP("Actions", "Section 1, reporter"), _S.DESK),
    _row("desk.section_2", "Alt+2", QT_TRANSLATE_NOOP("Actions", "Section 2, content"), _S.DESK),
    _row("desk.section_3", "Alt+3", QT_TRANSLATE_NOOP("Actions", "Section 3, papers"), _S.DESK),
    _row("desk.section_4", "Alt+4", QT_TRANSLATE_NOOP("Actions", "Section 4, outcome"), _S.DESK),
    _row("desk.scan", "F2", QT_TRANSLATE_NOOP("Actions", "Scan the card's QR"), _S.DESK),
    _row("desk.read_back", "F7", QT_TRANSLATE_NOOP("Actions", "Read back"), _S.DESK),
    _row("desk.cover", "F8", QT_TRANSLATE_NOOP("Actions", "Cover on leaving"), _S.DESK),
    _row("desk.add_paper", "Alt+D", QT_TRANSLATE_NOOP("Actions", "Add a paper"), _S.DESK),
    _row("desk.attach", "Alt+A", QT_TRANSLATE_NOOP("Actions", "Attach a scan"), _S.DESK),
    _row("desk.more", "Alt+M", QT_TRANSLATE_NOOP("Actions", "More about the reporter"), _S.DESK),
    _row("desk.complaint", "Alt+K", QT_TRANSLATE_NOOP("Actions", "Kind: complaint"), _S.DESK),
    _row("desk.denunciation", "Alt+T", QT_TRANSLATE_NOOP("Actions", "Kind: denunciation"), _S.DESK),
    _row(
        "desk.recommendation",
        "Alt+N",
        QT_TRANSLATE_NOOP("Actions", "Kind: recommendation"),
        _S.DESK,
    ),
    _row("desk.feedback", "Alt+P", QT_TRANSLATE_NOOP("Actions", "Kind: feedback"), _S.DESK),
    _row("desk.replace", "Alt+R", QT_TRANSLATE_NOOP("Actions", "Replace the name"), _S.DESK),
    _row(
        "desk.remove_paper",
        "Del",
        QT_TRANSLATE_NOOP("Actions", "Remove an empty paper row"),
        _S.DESK,
        described=True,
    ),
    _row(
        "desk.next",
        "Enter",
        QT_TRANSLATE_NOOP("Actions", "Next field"),
        _S.DESK,
        described=True,
    ),
    _row(
        "return_code",
        "F6",
        QT_TRANSLATE_NOOP("Actions", "Look up by return code"),
        *(_S.DESK, _S.REGISTER),
    ),
    _row(
        "print",
        "Ctrl+P",
        QT_TRANSLATE_NOOP("Actions", "Print"),
        *(_S.REGISTER, _S.MATTERS, _S.REPORTS, _S.UPKEEP, _S.PROTECTION, _S.LEADERS),
        _S.SETTINGS,
    ),
    _row(
        "visit.life",
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
        *(_S.REGISTER, _S.REPORTS, _S.UPKEEP),
    ),
    _row(
        "check",
        "F5",
        QT_TRANSLATE_NOOP("Actions", "Check again"),
        *(_S.REPORTS, _S.UPKEEP, _S.HEAD),
    ),
    _row(
        "desk.turn",
        "Alt+C",
        QT_TRANSLATE_NOOP("Actions", "To what waits, and back"),
        _S.DESK,
        _S.HEAD,
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
        *(_S.REGISTER, _S.MATTERS, _S.UPKEEP, _S.HEAD),
        described=True,
    ),
    _row(
        "table.move",
        "Up Down PgUp PgDown Home End",
        QT_TRANSLATE_NOOP("Actions", "Move in the table"),
        *(_S.REGISTER, _S.IMPORT, _S.MATTERS, _S.UPKEEP, _S.REPORTS, _S.HEAD),
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


def keys_text(id: str) -> str:
    """Return the words of the first key, e.g. "Ctrl+S"."""
    return _BY_ID[id].keys[0].replace("Return", "Enter")


def text(id: str) -> str:
    """Return the words of an action in the language of the window."""
    return QCoreApplication.translate("Actions", _BY_ID[id].source)


def tip(id: str) -> str:
    """Return the words and the key: "Lock now, Ctrl+L"."""
    return f"{text(id)}, {keys_text(id)}"


def of_screen(screen: Screen, made: Collection[str]) -> list[Shortcut]:
    """Return the rows that F1 lists for a screen: its own first, then those of every screen.

    ``made`` are the ids of the QActions of window and screen; other keys would do nothing.
    """
    own = [row for row in SHORTCUTS if screen in row.screens]
    all_over = [row for row in SHORTCUTS if Screen.EVERYWHERE in row.screens]
    rows = own + [row for row in all_over if row not in own]
    return [row for row in rows if row.described or row.id in made]


def create(id: str, holder: QWidget, slot: Callable[[], object]) -> QAction:
    """Create the QAction of a row on ``holder`` (a screen or the window) and connect it.

    It works while the focus is inside the holder; the window adds the actions of the current
    screen to its frame, and a dialog over the screen disables them.
    """
    row = _BY_ID[id]
    action = QAction(text(id), holder)
    action.setObjectName(id)
    action.setToolTip(tip(id))
    action.setShortcuts([QKeySequence(keys) for keys in row.keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(slot)
    holder.addAction(action)
    return action
