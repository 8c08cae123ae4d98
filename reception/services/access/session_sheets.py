"""What became of requested sheets in one session, kept until the entry that ends it."""

from __future__ import annotations

from dataclasses import dataclass, field

from reception.domain.requested_paper import DropGround


@dataclass(frozen=True, slots=True)
class DroppedSheet:
    """Why somebody gave a sheet up; ``words`` as stored, "" if the ground says all."""

    ground: DropGround
    words: str = ""


@dataclass(slots=True)
class SessionSheets:
    """Sheets by their paper ids; what is not written, e.g. after a power cut, waits again.

    A citizen's own copy has no log entry of its own: entries would show when each visitor left.
    """

    printed: set[str] = field(default_factory=set)  # a printer has taken them
    dropped: dict[str, DroppedSheet] = field(default_factory=dict)
    obstacles: dict[str, str] = field(default_factory=dict)  # the code of a sentence

    def is_settled(self, paper_id: str) -> bool:
        """Tell whether a sheet was printed or dropped in this session."""
        return paper_id in self.printed or paper_id in self.dropped

    def clear(self) -> None:
        """Forget all sheets: they are written."""
        self.printed.clear()
        self.dropped.clear()
        self.obstacles.clear()
