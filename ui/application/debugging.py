"""Debugging of demonstration offices, for developers: ``reception --debug``."""

from __future__ import annotations

import faulthandler
import logging
import sys

from reception.hardening.memory_protection import allow_debugger
from reception.messages.catalogue import sentence
from reception.services.access.pre_unlock_state import is_demonstration_office
from ui.application.command_line import Options


def start_debugging(options: Options) -> bool:
    """Log to stderr, dump tracebacks at fatal signals, and let a debugger attach.

    Refuses an office that is not a demonstration: returns False, with a sentence on stderr. The
    argument ``--demonstration`` is not enough, the office itself is checked, because a traceback
    contains what was typed and a debugger reads identities and keys.
    """
    office = options.office
    if not (options.demonstration and office is not None and is_demonstration_office(office)):
        if sys.stderr is not None:
            sys.stderr.write(sentence("unlock.debug_refused", options.language or "vi") + "\n")
        return False
    allow_debugger()
    if sys.stderr is not None:
        faulthandler.enable()
        logger = logging.getLogger("reception")
        logger.addHandler(logging.StreamHandler(sys.stderr))
        logger.setLevel(logging.DEBUG)
    return True
