"""Creates the unlock screen from the state of the office and of this machine."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reception.domain.clock import VIETNAM
from reception.services.access.pre_unlock_state import PreUnlockState
from ui.application.command_line import Options
from ui.features.unlock.last_log_entry import lock_explanation
from ui.features.unlock.unlock_screen import UnlockContents, UnlockScreen
from ui.startup import lazy_features

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

VERSION = "0.1.0"


def create_unlock_screen(
    state: PreUnlockState, options: Options, last_user_id: str, parent: QWidget | None
) -> UnlockScreen:
    """Return the screen; the account of the options, or else of the last session, is chosen."""
    machine_text = QCoreApplication.translate("Unlock", "Machine {name} · Version {version}")
    contents = UnlockContents(
        pre_unlock_state=state,
        now=datetime.now(VIETNAM),
        lock_reason=options.locked,
        last_user_id=options.user or last_user_id,
        language=options.language,
        machine_line=machine_text.format(name=machine_name(), version=VERSION),
    )
    screen = UnlockScreen(contents, lazy_features.explain_forgotten_password, parent)
    explanation = lock_explanation(options.locked)
    if explanation:
        screen.show_error(explanation)
    return screen


def machine_name() -> str:
    """Return the machine's name; importing the module ``platform`` would take 5 ms."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
