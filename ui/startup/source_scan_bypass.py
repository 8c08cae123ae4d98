"""Spares the program a habit of PySide: reading the source of every module imported after it."""

from __future__ import annotations

import sys


def bypass_source_scan() -> None:
    """Load Qt's core and say of every later module that it switches no syntax of PySide's.

    PySide offers switches of syntax (``from __feature__ import snake_case``) and, to find out who
    may want them, reads and keeps the source text of each module that is imported from then on.
    This program uses none; the reading would take a tenth of the way to the unlock screen, and
    the texts would stay in memory.
    """
    import PySide6.QtCore  # noqa: F401, PLC0415  # brings the switches along

    switches = sys.modules.get("shibokensupport.feature")
    if hasattr(switches, "_mod_uses_pyside"):
        # "Uses PySide, with no switch on": what PySide itself finds for each of our modules.
        vars(switches)["_mod_uses_pyside"] = _no_switch


def _no_switch(_module: object) -> bool:
    return True
