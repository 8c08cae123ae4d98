"""Output for developers, for demonstration offices only: ``reception --debug``."""

from __future__ import annotations

import faulthandler
import logging
import sys

from reception.hardening.memory_protection import allow_debugger
from reception.messages.catalogue import sentence
from reception.services.access.pre_unlock_state import is_demonstration_office
from ui.application.command_line import Options


def start_debugging(options: Options) -> bool:
    """Write traces, database tasks and fatal signals to stderr and let a debugger attach.

    Returns False, with a sentence on stderr, for an office that is not a demonstration, whatever
    the arguments say: a trace holds what was typed, and a debugger reads identities and keys.
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
