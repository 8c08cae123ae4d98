"""The one tree of expected failures; sentences for people stand in reception.messages."""

from __future__ import annotations


class ReceptionError(Exception):
    """An expected failure: a code that names a sentence, and the facts that fill it.

    Facts never carry an identity: they may be shown, logged and printed.
    """

    def __init__(self, code: str, **facts: object) -> None:
        """Keep the code (``topic.what``) and the facts for the sentence."""
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        """Return the code alone: facts are for the sentence, not for a trace."""
        return self.code


class InvalidInput(ReceptionError):
    """Something a person typed cannot be taken; ``field`` names the place to mend."""

    def __init__(self, code: str, field: str, **facts: object) -> None:
        """Keep the name of the field beside the code."""
        super().__init__(code, field=field, **facts)
        self.field = field


class NotAllowed(ReceptionError):
    """The person has no right to do this."""


class StorageError(ReceptionError):
    """The encrypted file or the keyring cannot be used as it is."""
