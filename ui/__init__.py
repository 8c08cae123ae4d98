"""The window: Qt and nothing but Qt."""

from __future__ import annotations

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide 6.12 is built for Python versions in which None, True and False are immortal (from
    # 3.12 on) and returns them without a new reference: each call that returns None, and each
    # emit, lowers the reference count by one, until Python ends with "none_dealloc" or
    # "bool_dealloc" (measured on 3.11, after some ten thousand calls). A very large reference
    # count makes them immortal here too.
    for _singleton in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(_singleton)).value += 1 << 40
