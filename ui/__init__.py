"""The window: Qt and nothing but Qt."""

from __future__ import annotations

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide 6.12 returns True from Signal.emit() without owning it, so each emit takes one
    # reference of True away; after some thousands Python ends with "bool_dealloc" (measured
    # on 3.11). From 3.12 on True is immortal by itself: this gives it the same long life.
    ctypes.c_ssize_t.from_address(id(True)).value += 1 << 40
