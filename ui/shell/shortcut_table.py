"""The keyboard shortcuts of the window and its screens, one row each.

Some dialogs and widgets handle further keys themselves.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.shortcut import Shortcut, ShortcutScope


def _shortcut(
    id: str,
    keys: str,
    source_text: object,
    *scopes: ShortcutScope,
    handled_by_widget: bool = False,
    is_reserved: bool = False,
) -> Shortcut:
    scope_set = frozenset(scopes or (ShortcutScope.EVERYWHERE,))
    return Shortcut(
        id, tuple(keys.split(" ")), str(source_text), scope_set, handled_by_widget, is_reserved
    )


_S = ShortcutScope
SHORTCUTS: tuple[Shortcut, ...] = (
    _shortcut("go.1", "Ctrl+1", QT_TRANSLATE_NOOP("Actions", "Go to the desk")),
    _shortcut("go.2", "Ctrl+2", QT_TRANSLATE_NOOP("Actions", "Go to the register")),
    _shortcut("go.3", "Ctrl+3", QT_TRANSLATE_NOOP("Actions", "Go to matters"), is_reserved=True),
    _shortcut("go.4", "Ctrl+4", QT_TRANSLATE_NOOP("Actions", "Go to protection"), is_reserved=True),
    _shortcut(
        "go.5", "Ctrl+5", QT_TRANSLATE_NOOP("Actions", "Go to the calendar"), is_reserved=True
    ),
    _shortcut("go.6", "Ctrl+6", QT_TRANSLATE_NOOP("Actions", "Go to reports")),
    _shortcut("go.7", "Ctrl+7", QT_TRANSLATE_NOOP("Actions", "Go to log and backup")),
    _shortcut("go.8", "Ctrl+8", QT_TRANSLATE_NOOP("Actions", "Go to settings")),
    _shortcut("lock", "Ctrl+L", QT_TRANSLATE_NOOP("Actions", "Lock now")),
    _shortcut("keys", "F1", QT_TRANSLATE_NOOP("Actions", "Keys and guide")),
    _shortcut("visit.new", "Ctrl+N", QT_TRANSLATE_NOOP("Actions", "New visit")),
    _shortcut(
        "cover.window", "F12", QT_TRANSLATE_NOOP("Actions", "Cover the window"), is_reserved=True
    ),
    _shortcut(
        "back",
        "Esc",
        QT_TRANSLATE_NOOP("Actions", "Close the panel or dialog"),
        handled_by_widget=True,
    ),
    _shortcut(
        "search",
        "Ctrl+F",
        QT_TRANSLATE_NOOP("Actions", "Search in this screen"),
        *(_S.REGISTER, _S.MATTERS, _S.PROTECTION, _S.LEADERS, _S.AUDIT, _S.SETTINGS),
    ),
    _shortcut(
        "entry.save", "Ctrl+S", QT_TRANSLATE_NOOP("Actions", "Save and seal"), _S.VISIT_ENTRY
    ),
    _shortcut(
        "entry.save_print", "Ctrl+P", QT_TRANSLATE_NOOP("Actions", "Save and print"), _S.VISIT_ENTRY
    ),
    _shortcut(
        "entry.section_1",
        "Alt+1",
        QT_TRANSLATE_NOOP("Actions", "Section 1, reporter"),
        _S.VISIT_ENTRY,
    ),
    _shortcut(
        "entry.section_2",
        "Alt+2",
        QT_TRANSLATE_NOOP("Actions", "Section 2, content"),
        _S.VISIT_ENTRY,
    ),
    _shortcut(
        "entry.section_3",
        "Alt+3",
        QT_TRANSLATE_NOOP("Actions", "Section 3, papers"),
        _S.VISIT_ENTRY,
    ),
    _shortcut(
        "entry.section_4",
        "Alt+4",
        QT_TRANSLATE_NOOP("Actions", "Section 4, outcome"),
        _S.VISIT_ENTRY,
    ),
    _shortcut(
        "entry.scan", "F2", QT_TRANSLATE_NOOP("Actions", "Scan the card's QR"), _S.VISIT_ENTRY
    ),
    _shortcut("entry.read_back", "F7", QT_TRANSLATE_NOOP("Actions", "Read back"), _S.VISIT_ENTRY),
    _shortcut(
        "entry.cover", "F8", QT_TRANSLATE_NOOP("Actions", "Cover on leaving"), _S.VISIT_ENTRY
    ),
    _shortcut(
        "entry.add_paper", "Alt+D", QT_TRANSLATE_NOOP("Actions", "Add a paper"), _S.VISIT_ENTRY
    ),
    _shortcut(
        "entry.attach", "Alt+A", QT_TRANSLATE_NOOP("Actions", "Attach a scan"), _S.VISIT_ENTRY
    ),
    _shortcut(
        "entry.more",
        "Alt+M",
        QT_TRANSLATE_NOOP("Actions", "More about the reporter"),
        _S.VISIT_ENTRY,
    ),
    _shortcut(
        "entry.complaint", "Alt+K", QT_TRANSLATE_NOOP("Actions", "Kind: complaint"), _S.VISIT_ENTRY
    ),
    _shortcut(
        "entry.denunciation",
        "Alt+T",
        QT_TRANSLATE_NOOP("Actions", "Kind: denunciation"),
        _S.VISIT_ENTRY,
    ),
    _shortcut(
        "entry.recommendation",
        "Alt+N",
        QT_TRANSLATE_NOOP("Actions", "Kind: recommendation"),
        _S.VISIT_ENTRY,
    ),
    _shortcut(
        "entry.feedback", "Alt+P", QT_TRANSLATE_NOOP("Actions", "Kind: feedback"), _S.VISIT_ENTRY
    ),
    _shortcut(
        "entry.replace", "Alt+R", QT_TRANSLATE_NOOP("Actions", "Replace the name"), _S.VISIT_ENTRY
    ),
    _shortcut(
        "entry.remove_paper",
        "Del",
        QT_TRANSLATE_NOOP("Actions", "Remove an empty paper row"),
        _S.VISIT_ENTRY,
        handled_by_widget=True,
    ),
    _shortcut(
        "entry.next",
        "Enter",
        QT_TRANSLATE_NOOP("Actions", "Next field"),
        _S.VISIT_ENTRY,
        handled_by_widget=True,
    ),
    _shortcut(
        "return_code",
        "F6",
        QT_TRANSLATE_NOOP("Actions", "Look up by return code"),
        *(_S.VISIT_ENTRY, _S.REGISTER),
    ),
    _shortcut(
        "print",
        "Ctrl+P",
        QT_TRANSLATE_NOOP("Actions", "Print"),
        *(_S.REGISTER, _S.MATTERS, _S.REPORTS, _S.AUDIT, _S.PROTECTION, _S.LEADERS),
        _S.SETTINGS,
    ),
    _shortcut(
        "visit.lifecycle",
        "F3",
        QT_TRANSLATE_NOOP("Actions", "Correct, answer, void …"),
        _S.REGISTER,
    ),
    _shortcut(
        "visit.hand_on",
        "Ctrl+G",
        QT_TRANSLATE_NOOP("Actions", "Hand a denunciation on to read"),
        _S.REGISTER,
    ),
    _shortcut(
        "reveal",
        "F9",
        QT_TRANSLATE_NOOP("Actions", "Ask to open the seal"),
        *(_S.REGISTER, _S.MATTERS, _S.PROTECTION),
    ),
    _shortcut(
        "export",
        "Ctrl+E",
        QT_TRANSLATE_NOOP("Actions", "Export without identity"),
        *(_S.REGISTER, _S.REPORTS, _S.AUDIT),
    ),
    _shortcut(
        "check",
        "F5",
        QT_TRANSLATE_NOOP("Actions", "Check again"),
        *(_S.REPORTS, _S.AUDIT, _S.TODO, _S.WAITING_PAPERS),
    ),
    _shortcut(
        "request.approve",
        "Ctrl+Return",
        QT_TRANSLATE_NOOP("Actions", "Approve the request shown"),
        _S.TODO,
    ),
    _shortcut(
        "request.refuse",
        "Alt+T",
        QT_TRANSLATE_NOOP("Actions", "Refuse the request shown"),
        _S.TODO,
    ),
    _shortcut(
        "home.switch",
        "Alt+C",
        QT_TRANSLATE_NOOP("Actions", "To the to-do list, and back"),
        _S.VISIT_ENTRY,
        _S.TODO,
    ),
    _shortcut(
        "waiting.open",
        "Alt+G",
        QT_TRANSLATE_NOOP("Actions", "Papers not printed"),
        *(_S.VISIT_ENTRY, _S.TODO),
    ),
    _shortcut(
        "copy.remake",
        "Alt+G",
        QT_TRANSLATE_NOOP("Actions", "Make the citizen's copy again"),
        _S.REGISTER,
    ),
    _shortcut(
        "waiting.print",
        "Ctrl+P",
        QT_TRANSLATE_NOOP("Actions", "Print the paper, or make it again"),
        _S.WAITING_PAPERS,
    ),
    _shortcut(
        "waiting.reveal",
        "F9",
        QT_TRANSLATE_NOOP("Actions", "Open the identity, print again"),
        _S.WAITING_PAPERS,
    ),
    _shortcut(
        "waiting.drop",
        "Del",
        QT_TRANSLATE_NOOP("Actions", "Drop the paper, with a reason"),
        _S.WAITING_PAPERS,
    ),
    _shortcut(
        "document.new",
        "Ctrl+B",
        QT_TRANSLATE_NOOP("Actions", "New document"),
        _S.MATTERS,
        is_reserved=True,
    ),
    _shortcut("import.choose", "Ctrl+O", QT_TRANSLATE_NOOP("Actions", "Choose a file"), _S.IMPORT),
    _shortcut("import.again", "F5", QT_TRANSLATE_NOOP("Actions", "Read the file again"), _S.IMPORT),
    _shortcut("import.list", "Ctrl+P", QT_TRANSLATE_NOOP("Actions", "Print the list"), _S.IMPORT),
    _shortcut(
        "import.bring", "Ctrl+Return", QT_TRANSLATE_NOOP("Actions", "Bring all in"), _S.IMPORT
    ),
    _shortcut("save", "Ctrl+S", QT_TRANSLATE_NOOP("Actions", "Save"), _S.MATTERS, _S.SETTINGS),
    _shortcut(
        "settings.accounts",
        "Alt+T",
        QT_TRANSLATE_NOOP("Actions", "Section: accounts and rights"),
        _S.SETTINGS,
    ),
    _shortcut(
        "settings.password",
        "Alt+M",
        QT_TRANSLATE_NOOP("Actions", "Section: my password"),
        _S.SETTINGS,
    ),
    _shortcut(
        "settings.office", "Alt+C", QT_TRANSLATE_NOOP("Actions", "Section: office"), _S.SETTINGS
    ),
    _shortcut(
        "settings.calendar",
        "Alt+L",
        QT_TRANSLATE_NOOP("Actions", "Section: working calendar"),
        _S.SETTINGS,
    ),
    _shortcut(
        "settings.counting",
        "Alt+K",
        QT_TRANSLATE_NOOP("Actions", "Section: counting and periods"),
        _S.SETTINGS,
    ),
    _shortcut(
        "settings.machine",
        "Alt+I",
        QT_TRANSLATE_NOOP("Actions", "Section: printers, backup, look"),
        _S.SETTINGS,
    ),
    _shortcut(
        "settings.health",
        "Alt+S",
        QT_TRANSLATE_NOOP("Actions", "Section: health of this machine"),
        _S.SETTINGS,
    ),
    _shortcut(
        "table.open",
        "Enter",
        QT_TRANSLATE_NOOP("Actions", "Open the row"),
        *(_S.REGISTER, _S.MATTERS, _S.AUDIT, _S.TODO, _S.WAITING_PAPERS),
        handled_by_widget=True,
    ),
    _shortcut(
        "table.move",
        "Up Down PgUp PgDown Home End",
        QT_TRANSLATE_NOOP("Actions", "Move in the table"),
        *(_S.REGISTER, _S.IMPORT, _S.MATTERS, _S.AUDIT, _S.REPORTS, _S.TODO),
        _S.WAITING_PAPERS,
        handled_by_widget=True,
    ),
    _shortcut(
        "settings.rights",
        "Space",
        QT_TRANSLATE_NOOP("Actions", "Give or take the right chosen"),
        _S.SETTINGS,
        handled_by_widget=True,
    ),
    _shortcut(
        "settings.move",
        "Up Down Home End",
        QT_TRANSLATE_NOOP("Actions", "Move in the list of sections"),
        _S.SETTINGS,
        handled_by_widget=True,
    ),
    _shortcut(
        "confirm",
        "Ctrl+Return",
        QT_TRANSLATE_NOOP("Actions", "Confirm"),
        _S.DIALOG,
        handled_by_widget=True,
    ),
)
