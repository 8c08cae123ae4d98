"""The way to paper of this machine."""

from __future__ import annotations

import sys

from reception.printer.route import CupsRoute, PaperRoute
from ui.output.qt_route import QtRoute


def paper_route() -> PaperRoute:
    """Return the route: the document itself to CUPS, painted pages where there is no CUPS."""
    return QtRoute() if sys.platform == "win32" else CupsRoute()
