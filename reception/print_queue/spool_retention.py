"""Whether CUPS keeps what it printed: its habit is a day, and a thief reads the spool."""

from __future__ import annotations

import os
from pathlib import Path

from reception.domain.errors import ReceptionError
from reception.print_queue.cups_connection import send_request, user_name
from reception.print_queue.ipp import Field, Group, Operation, Tag

_DIRECTIVE = "preservejobfiles"
_OFF = frozenset({"no", "off", "false", "0"})


def spool_warning() -> str | None:
    """Return the code of a warning, or None when CUPS throws printed documents away.

    ``printer.spool_keeps``: the setting says so, or printed documents lie there now.
    ``printer.spool_unknown``: the setting is readable by the administrator only.
    """
    keeps = _setting_keeps()
    if keeps is None:
        return "printer.spool_keeps" if _documents_kept() else "printer.spool_unknown"
    return "printer.spool_keeps" if keeps else None


def _setting_keeps() -> bool | None:
    """Read ``PreserveJobFiles``; its absence means a day, None that nobody may read it."""
    root = Path(os.environ.get("CUPS_SERVERROOT", "/etc/cups"))
    try:
        lines = (root / "cupsd.conf").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    keeps = True
    for line in lines:
        name, *rest = line.split(None, 1) or [""]
        if name.lower() == _DIRECTIVE and rest:
            keeps = rest[0].strip().lower() not in _OFF
    return keeps


def _documents_kept() -> bool:
    """Ask CUPS itself, which needs no right: jobs long over whose document is still there."""
    fields = [
        Field(Tag.URI, "printer-uri", ("ipp://localhost/",)),
        Field(Tag.NAME, "requesting-user-name", (user_name(),)),
        Field(Tag.KEYWORD, "which-jobs", ("completed",)),
        Field(Tag.KEYWORD, "requested-attributes", ("job-id", "job-preserved")),
    ]
    try:
        jobs = send_request(Operation.GET_JOBS, fields).of(Group.JOB)
    except ReceptionError:
        return False
    return any(job.get("job-preserved", (False,))[0] is True for job in jobs)
