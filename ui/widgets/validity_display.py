"""The interface of inputs that show the result of a check."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class ValidityDisplay(Protocol):
    """An input whose outline shows whether its content passed a check."""

    def set_state(self, state: str) -> None:
        """Show "error", "warning", "valid" or "" (not checked)."""
        ...
