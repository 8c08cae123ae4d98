"""The language of sentences for callers that name none: the window's, Vietnamese or English."""

from __future__ import annotations

VIETNAMESE = "vi"
ENGLISH = "en"
_current = [VIETNAMESE]


def set_language(language: str) -> None:
    """Set the language, "vi" or "en"."""
    _current[0] = language


def current_language() -> str:
    """Return "vi" or "en"."""
    return _current[0]
