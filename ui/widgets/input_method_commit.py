"""Commits the word that an input method is still composing, before a field is read."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication


@runtime_checkable
class Composing(Protocol):
    """A field that returns the word being composed in it."""

    def composed_text(self) -> str:
        """Return the word under composition, "" when there is none."""
        ...


def commit_composition() -> None:
    """Commit the word being composed to its field.

    Call it before every read: save, search, lock, change of screen, leaving a field.
    """
    QGuiApplication.inputMethod().commit()
    field = QApplication.focusWidget()
    # Some platforms discard the word instead of committing it: then it is committed here.
    if isinstance(field, Composing) and field.composed_text():
        event = QInputMethodEvent("", [])
        event.setCommitString(field.composed_text())
        QApplication.sendEvent(field, event)
        QGuiApplication.inputMethod().reset()
