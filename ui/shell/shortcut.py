"""One row of the table of shortcuts, and the scopes in which shortcuts work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ShortcutScope(Enum):
    """Where a shortcut works: everywhere, in one screen, or in dialogs."""

    EVERYWHERE = "everywhere"
    VISIT_ENTRY = "visit_entry"
    TODO = "todo"
    WAITING_PAPERS = "waiting_papers"
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

    ``handled_by_widget``: fields and tables handle these keys; F1 lists them, there is no QAction.
    ``is_reserved``: the screen does not exist yet; the keys are reserved for it.
    """

    id: str
    keys: tuple[str, ...]
    source_text: str
    scopes: frozenset[ShortcutScope]
    handled_by_widget: bool = False
    is_reserved: bool = False
