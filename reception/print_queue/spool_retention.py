"""Whether CUPS keeps printed documents, by default for a day, and the history of its jobs."""

from __future__ import annotations

import os
from pathlib import Path

from reception.domain.errors import ReceptionError
from reception.print_queue.cups_connection import send_request, user_name
from reception.print_queue.ipp import Field, Group, Operation, Tag

_OFF = frozenset({"no", "off", "false", "0"})
_HOUR = 3600  # seconds


def spool_warning() -> str | None:
    """Return the code of a warning, or None when CUPS deletes printed documents.

    ``printer.spool_keeps``: the setting says so, or there are printed documents now.
    ``printer.spool_unknown``: the setting is readable by the administrator only.
    """
    keeps_files = _setting_keeps()
    if keeps_files is None:
        return "printer.spool_keeps" if _has_kept_documents() else "printer.spool_unknown"
    return "printer.spool_keeps" if keeps_files else None


def keeps_job_history() -> bool | None:
    """Return whether CUPS keeps hours and sizes of finished jobs for more than an hour.

    By its setting ``PreserveJobHistory``; it keeps them if that is absent. None if the file with
    the settings cannot be read.
    """
    value = _setting("preservejobhistory")
    if value is None:
        return None
    if value.isdigit() and value != "0":
        return int(value) > _HOUR
    return value not in _OFF


def _setting_keeps() -> bool | None:
    """Return whether CUPS keeps documents by its setting ``PreserveJobFiles``.

    True if the setting is absent: CUPS then keeps them for a day. None if the file with the
    settings cannot be read.
    """
    value = _setting("preservejobfiles")
    return None if value is None else value not in _OFF


def _setting(directive: str) -> str | None:
    """Return the value of a setting in lower case, "" if absent; None if the file is unreadable."""
    root = Path(os.environ.get("CUPS_SERVERROOT", "/etc/cups"))
    try:
        lines = (root / "cupsd.conf").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    value = ""
    for line in lines:
        name, *rest = line.split(None, 1) or [""]
        if name.lower() == directive and rest:
            value = rest[0].strip().lower()
    return value


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
