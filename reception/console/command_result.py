"""The result of a command."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class CommandResult:
    """Lines of text, facts for JSON, and whether the command succeeded."""

    lines: tuple[str, ...]
    facts: dict[str, Any] | None = field(default_factory=dict)  # None: output was written already
    succeeded: bool = True
