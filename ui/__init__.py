"""The window: Qt and nothing but Qt."""

from __future__ import annotations

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide 6.12 is built for Pythons where None, True and False never die and hands them out
    # without owning them: each call that returns nothing, and each emit, takes one reference
    # away, until Python ends with "none_dealloc" or "bool_dealloc" (measured on 3.11, a few ten
    # thousand calls). This gives them the long life that they have by themselves from 3.12 on.
    for _thing in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(_thing)).value += 1 << 40
