"""Chooses the print route of this machine's operating system."""

from __future__ import annotations

import sys

from reception.print_queue.print_route import CupsRoute, PrintRoute
from ui.features.printing.qt_print_route import QtPrintRoute


def platform_print_route() -> PrintRoute:
    """Return a route that sends PDF to CUPS, or on Windows one that paints the pages."""
    return QtPrintRoute() if sys.platform == "win32" else CupsRoute()
