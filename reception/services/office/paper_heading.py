"""The heading lines of the office's papers."""

from __future__ import annotations

from reception.printing.layout.document_heading import OfficeHeading
from reception.services.office.office_settings import OfficeSettings


def office_heading(settings: OfficeSettings) -> OfficeHeading:
    """Return the heading lines of a paper from the settings."""
    return OfficeHeading(settings.superior, settings.issuing, settings.place)
