"""The default language of sentences, Vietnamese or English; the window sets it."""

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
