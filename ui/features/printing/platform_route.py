"""The print route of this machine."""

from __future__ import annotations

import sys

from reception.print_queue.print_route import CupsRoute, PrintRoute
from ui.features.printing.qt_print_route import QtPrintRoute


def platform_print_route() -> PrintRoute:
    """Return the route: PDF to CUPS, or painted pages on Windows."""
    return QtPrintRoute() if sys.platform == "win32" else CupsRoute()
