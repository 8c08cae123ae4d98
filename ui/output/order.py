"""What is asked of the preview: a document in memory and how it may become paper."""

from __future__ import annotations

from dataclasses import dataclass, field

from reception.printer.jobs import PrintOptions


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """A document to print; ``code`` becomes the job title, the words are for the header.

    ``cable_only`` refuses printers that are not known to hang on a cable. ``note`` is one
    more line of warning, e.g. that the sheet shows a name.
    """

    heading: str
    subtitle: str
    code: str
    pdf: bytes
    options: PrintOptions = field(default_factory=PrintOptions)
    cable_only: bool = False
    note: str = ""
