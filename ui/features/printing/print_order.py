"""A document for the preview, and the conditions under which it may be printed."""

from __future__ import annotations

from dataclasses import dataclass, field

from reception.print_queue.print_jobs import PrintOptions


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """A document to print; ``code`` becomes the job title, the words are for the header.

    ``cable_only`` refuses printers that are not known to be attached by a cable. ``note`` is one
    more line of warning, e.g. that the sheet shows a name. ``shown`` are the pages as the
    screen may show them, names hatched. A ``single`` paper goes once, and to no queue that may
    be a file; ``secret`` frames the order MẬT: its spool must keep nothing.
    ``done`` lists the approvals that this paper has got.
    """

    heading: str
    subtitle: str
    code: str
    pdf: bytes = field(repr=False)
    options: PrintOptions = field(default_factory=PrintOptions)
    cable_only: bool = False
    note: str = ""
    shown: bytes | None = field(default=None, repr=False)
    single: bool = False
    secret: bool = False
    done: tuple[str, ...] = ()
