"""How long the reason must be that a person writes for a change, a late entry or a waiver."""

from __future__ import annotations

SHORTEST_WRITTEN_REASON = 10  # characters, without spaces at both ends
