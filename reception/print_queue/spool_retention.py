"""Whether CUPS keeps printed documents: by default it keeps them unencrypted for a day."""

from __future__ import annotations

import os
from pathlib import Path

from reception.domain.errors import ReceptionError
from reception.print_queue.cups_connection import send_request, user_name
from reception.print_queue.ipp import Field, Group, Operation, Tag

_DIRECTIVE = "preservejobfiles"
_OFF = frozenset({"no", "off", "false", "0"})


def spool_warning() -> str | None:
    """Return the code of a warning, or None when CUPS deletes printed documents.

    ``printer.spool_keeps``: the setting says so, or there are printed documents now.
    ``printer.spool_unknown``: the setting is readable by the administrator only.
    """
    keeps_files = _setting_keeps()
    if keeps_files is None:
        return "printer.spool_keeps" if _has_kept_documents() else "printer.spool_unknown"
    return "printer.spool_keeps" if keeps_files else None


def _setting_keeps() -> bool | None:
    """Return whether CUPS keeps documents by its setting ``PreserveJobFiles``.

    True if the setting is absent: CUPS then keeps them for a day. None if the file with the
    settings cannot be read.
    """
    root = Path(os.environ.get("CUPS_SERVERROOT", "/etc/cups"))
    try:
        lines = (root / "cupsd.conf").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    keeps_files = True
    for line in lines:
        name, *rest = line.split(None, 1) or [""]
        if name.lower() == _DIRECTIVE and rest:
            keeps_files = rest[0].strip().lower() not in _OFF
    return keeps_files


def _has_kept_documents() -> bool:
    """Return whether CUPS lists finished jobs with their documents; this needs no rights."""
    fields = [
        Field(Tag.URI, "printer-uri", ("ipp://localhost/",)),
        Field(Tag.NAME, "requesting-user-name", (user_name(),)),
        Field(Tag.KEYWORD, "which-jobs", ("completed",)),
        Field(Tag.KEYWORD, "requested-attributes", ("job-id", "job-preserved")),
    ]
    try:
        jobs = send_request(Operation.GET_JOBS, fields).groups_of_kind(Group.JOB)
    except ReceptionError:
        return False
    return any(job.get("job-preserved", (False,))[0] is True for job in jobs)
