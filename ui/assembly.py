"""Which screen stands at which place: one table, so that screens plug in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.places import Place
from ui.theme import Theme
from ui.work.worker import Runner

if TYPE_CHECKING:
    from reception.bootstrap import Reception

# A screen may have: entered(), about_to_lock() (hand its draft to the runner at once),
# drafts_found(drafts, returning): this person's drafts, newest first; ``returning`` is True
# when the same person comes back after a lock, so that the newest is put back without asking.
Factory = Callable[["Reception", Runner, Theme, QWidget], QWidget]

SCREENS: list[tuple[Place, Factory]] = []
