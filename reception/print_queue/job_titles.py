"""The title of a print job: a document code, never a word about a person."""

from __future__ import annotations

import re

from reception.domain.errors import ReceptionError

# CUPS and Windows keep job titles in their logs for an unknown time: the pattern admits no
# name, no telephone number and no twelve-digit identity number.
# The titles without a number are those of papers for citizens, the same for every visit.
_CODE = re.compile(r"(?:[A-Z]{2,4}-(?:20[0-9]{2}-)?|20[0-9]{2}-)[0-9]{1,6}|BN|PT|TB", re.ASCII)


def document_code(title: str) -> str:
    """Return the title if it is a code such as ``BN-0294``, ``BN-2026-0294``, ``2026-0431``.

    Raises ``printer.title`` otherwise; the refused title is not among the facts.
    """
    if not _CODE.fullmatch(title):
        raise ReceptionError("printer.title")
    return title
