"""A document for the preview, and the conditions under which it may be printed."""

from __future__ import annotations

from dataclasses import dataclass, field

from reception.print_queue.print_jobs import PrintOptions


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """A document to print; heading and subtitle are for the dialog, no print queue gets them.

    ``needs_allowed_printer``: only on printers that the office allows for identities; without a
    decision of the office, on those attached by a cable. ``note``: a warning, e.g. that
    the sheet shows a name. ``preview_pdf``: the pages shown on the screen, with names hatched.
    ``single_copy``: one copy only, and not on a queue that may write a file. ``is_secret``: marked
    MẬT (secret). ``needs_clean_spool``: printed only if the spool is known to keep no documents, as
    what is marked secret always is.
    ``approvals``: a text for each approval that was given.
    """

    heading: str
    subtitle: str
    pdf: bytes = field(repr=False)
    options: PrintOptions = field(default_factory=PrintOptions)
    needs_allowed_printer: bool = False
    note: str = ""
    preview_pdf: bytes | None = field(default=None, repr=False)
    single_copy: bool = False
    is_secret: bool = False
    needs_clean_spool: bool = False
    approvals: tuple[str, ...] = ()
