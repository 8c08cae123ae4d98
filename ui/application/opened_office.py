"""The data of an unlocked office that the window is built from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from reception.bootstrap import Reception
    from reception.services.office.office_settings import OfficeSettings
    from reception.services.visits.drafts import Draft


class OpenedOffice(NamedTuple):
    """An open office with the data of the first screen, all read on the database thread."""

    reception: Reception
    settings: OfficeSettings
    drafts: list[Draft]
    # Day of a recovery with two recovery sheets; None if never or 31 days ago or more.
    recent_recovery_day: date | None = None

    def __repr__(self) -> str:
        """Return a text without data: drafts contain what users typed."""
        return "Opened(…)"
