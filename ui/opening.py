"""The heavy side of the door, imported on the worker thread once the unlock screen stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.drafts import Draft
    from reception.services.settings import OfficeSettings
    from reception.services.setup import OfficePlan


@dataclass(frozen=True, slots=True)
class Opened:
    """An open office with what the window shows first, all read on the worker."""

    reception: Reception
    settings: OfficeSettings
    drafts: list[Draft]

    def __repr__(self) -> str:
        """Never print what was typed."""
        return "Opened(…)"


@dataclass(frozen=True, slots=True)
class Doors:
    """Opens and creates offices; every method runs on the worker thread."""

    demonstration: bool = False

    def warm(self) -> None:
        """Import what opening needs, so that the first password is not kept waiting."""
        import reception.bootstrap  # noqa: F401, PLC0415  # heavy

    def open(self, folder: Path, user_id: str, password: str) -> Opened:
        """Unlock an office; see reception.services.session.unlock for the errors."""
        from reception import bootstrap  # noqa: PLC0415  # heavy

        world = (
            bootstrap.demonstration_environment(folder)
            if self.demonstration
            else bootstrap.environment()
        )
        reception = bootstrap.open_office(folder, user_id, password, world)
        return Opened(reception, reception.session.settings(), reception.drafts.mine())

    def create(self, folder: Path, plan: OfficePlan) -> str:
        """Create an office and return its id; errors as in setup.create_office."""
        from reception import bootstrap  # noqa: PLC0415  # heavy
        from reception.services.setup import create_office  # noqa: PLC0415  # heavy

        world = (
            bootstrap.demonstration_environment(folder)
            if self.demonstration
            else bootstrap.environment()
        )
        return create_office(folder, plan, world)
