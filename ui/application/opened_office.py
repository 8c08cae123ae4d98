"""An unlocked office as the window takes it over."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from reception.bootstrap import Reception
    from reception.services.office.office_settings import OfficeSettings
    from reception.services.visits.drafts import Draft


class OpenedOffice(NamedTuple):
    """An open office with what the window shows first, all read on the worker."""

    reception: Reception
    settings: OfficeSettings
    drafts: list[Draft]
    recovered: datetime | None = None  # when two sheets opened it, for a month

    def __repr__(self) -> str:
        """Never print what was typed."""
        return "Opened(…)"
