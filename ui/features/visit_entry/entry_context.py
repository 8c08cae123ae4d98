"""The present day and the language, for the sections of visit entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EntryContext:
    """``language`` is the language of messages; "" means the language of the window."""

    today: Callable[[], date]
    language: str = ""
