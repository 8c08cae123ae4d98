"""An argparse parser whose headings, help and error messages are Vietnamese or English."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from functools import partial
from typing import Any, NoReturn

from reception.messages.catalogue import sentence
from reception.messages.language import VIETNAMESE

EXIT_WRONG_USAGE = 2

# The error messages of argparse, which are English, and the code of our sentence for each.
_MESSAGES = (
    (r"the following arguments are required: (?P<what>.+)", "console.usage_required"),
    (r"argument (?P<name>[^:]+): invalid choice: (?P<what>.+?) \(.*", "console.usage_choice"),
    (r"argument (?P<name>[^:]+): expected one argument", "console.usage_value"),
    (r"argument (?P<name>[^:]+): ignored explicit argument .*", "console.usage_no_value"),
    (r"argument (?P<name>[^:]+): (?P<what>.+)", "console.usage_argument"),
    (r"unrecognized arguments: (?P<what>.+)", "console.usage_unknown"),
)


class LocalizedParser(argparse.ArgumentParser):
    """An argument parser with all texts in one language, "vi" or "en"."""

    def __init__(self, *, language: str, **settings: Any) -> None:
        formatter = partial(_Formatter, language=language)
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=formatter,
            **settings,
        )
        self.language = language
        self.positional = self.add_argument_group(sentence("console.head_arguments", language))
        self.options = self.add_argument_group(sentence("console.head_options", language))
        self.options.add_argument(
            "-h", "--help", action="help", help=sentence("console.help", language)
        )

    def error(self, message: str) -> NoReturn:
        """Write the message to stderr and exit with status 2."""
        self.print_usage(sys.stderr)
        self.exit(EXIT_WRONG_USAGE, f"{self.prog}: {localized_message(message, self.language)}\n")


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str, *, language: str) -> None:
        super().__init__(prog)
        self._prefix = sentence("console.usage", language) + " "

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix if prefix is not None else self._prefix)


def localized_message(message: str, language: str) -> str:
    """Return an error message of argparse as a sentence of the language."""
    if language == VIETNAMESE:
        for pattern, code in _MESSAGES:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                return sentence(code, language, **found.groupdict())
    return message
