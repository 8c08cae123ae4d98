"""All expected failures; their sentences for people are in reception.messages."""

from __future__ import annotations


class ReceptionError(Exception):
    """An expected failure: a code that names a sentence, and the facts that fill it.

    Facts never carry an identity: they may be shown, logged and printed.
    """

    def __init__(self, code: str, **facts: object) -> None:
        """``code`` has the form ``topic.name``; ``facts`` fill the placeholders of its sentence."""
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        """Return the code alone, so that no fact appears in a stack trace."""
        return self.code


class InvalidInput(ReceptionError):
    """Input that cannot be accepted; ``field`` names the form field to correct."""

    def __init__(self, code: str, field: str, **facts: object) -> None:
        super().__init__(code, field=field, **facts)
        self.field = field


class NotAllowed(ReceptionError):
    """The signed-in person lacks the right for this act."""


class StorageError(ReceptionError):
    """The encrypted file, the keyring or a backup cannot be read or written."""
