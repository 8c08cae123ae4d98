"""The password of a command: from standard input, or typed at a terminal without echo."""

from __future__ import annotations

import argparse
import getpass
import sys

from reception.domain.errors import InvalidInput, StorageError
from reception.messages.catalogue import sentence


def password_of(options: argparse.Namespace, *, new: bool = False) -> str:
    """Return the password of a command.

    At a terminal a ``new`` password is typed twice: with a typing error in it nobody could open the
    new office.

    Errors: ``console.no_password``, ``console.password_unreadable``, ``console.passwords_differ``.
    """
    if options.password_stdin:
        password = _read_from_stdin()
        if password:
            return password
    elif sys.stdin.isatty():
        return _ask_at_terminal(options.lang, new=new)
    raise StorageError("console.no_password")


def _read_from_stdin() -> str:
    try:
        # Independent of the locale: the same bytes are the same password on every machine.
        return sys.stdin.buffer.readline().decode("utf-8-sig").rstrip("\r\n")
    except UnicodeError:
        raise InvalidInput("console.password_unreadable", "password") from None


def _ask_at_terminal(language: str, *, new: bool) -> str:
    password = getpass.getpass(sentence("console.ask_password", language))
    if new and getpass.getpass(sentence("console.ask_again", language)) != password:
        raise InvalidInput("console.passwords_differ", "password")
    return password
