"""Facts about the office and the window that the sections of visit entry use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EntrySetting:
    """The present day, and the language of sentences ("" is the window's)."""

    today: Callable[[], date]
    language: str = ""
