"""The commands and options of ``reception-admin``, with help in two languages."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date

from reception.console.localized_parser import LocalizedParser
from reception.law.tables.registry import table_codes
from reception.messages.catalogue import sentence
from reception.messages.language import ENGLISH, VIETNAMESE


def language_of(arguments: Sequence[str]) -> str:
    """Return the value of the option ``--lang``, wherever it is; Vietnamese by default."""
    for first, second in zip(arguments, [*arguments[1:], ""], strict=False):
        if first == "--lang=en" or (first == "--lang" and second == ENGLISH):
            return ENGLISH
    return VIETNAMESE


def build_parser(language: str) -> LocalizedParser:
    """Return the parser of all commands, with help in a language ("vi" or "en")."""
    top = LocalizedParser(
        language=language, prog="reception-admin", description=_help_text("about", language)
    )
    _add_language_option(top, language)
    commands = top.add_subparsers(
        title=_help_text("head_commands", language),
        dest="command",
        required=True,
        metavar=_help_text("metavar_command", language),
    )
    for name, add in _COMMANDS.items():
        text = _help_text(name, language)
        command = commands.add_parser(name, language=language, help=text, description=text)
        _add_language_option(command, language)
        add(command, language)
    return top


def _day_reader(language: str) -> Callable[[str], date]:
    def day(value: str) -> date:
        try:
            return date.fromisoformat(value)
        except ValueError:
            problem = sentence("console.bad_date", language, value=value)
            raise argparse.ArgumentTypeError(problem) from None

    return day


def _add_init_options(command: LocalizedParser, language: str) -> None:
    _add_option(command, language, "--office", required=True, metavar="DIR")
    _add_option(command, language, "--name", required=True)
    _add_option(command, language, "--head", required=True)
    _add_option(command, language, "--head-reads", action="store_true")
    _add_option(command, language, "--recovery", default="later", metavar="PRINTER|-|later")
    _add_option(command, language, "--password-stdin", action="store_true")
    _add_option(command, language, "--json", action="store_true")


def _add_demo_options(command: LocalizedParser, language: str) -> None:
    command.options.add_argument("--office", metavar="DIR", help=_help_text("office", language))
    _add_option(command, language, "--out", metavar="DIR")
    _add_option(
        command, language, "--years", type=int, choices=range(11), default=3, metavar="0-10"
    )
    _add_option(command, language, "--window", action="store_true")
    _add_option(command, language, "--json", action="store_true")


def _add_import_options(command: LocalizedParser, language: str) -> None:
    _add_open_office_options(command, language)
    command.positional.add_argument("file", metavar="FILE.xlsx", help=_help_text("file", language))
    _add_option(command, language, "--leave-problems", action="store_true")
    _add_option(command, language, "--preview", action="store_true")
    _add_option(command, language, "--tags-now", action="store_true")


def _add_report_options(command: LocalizedParser, language: str) -> None:
    _add_open_office_options(command, language)
    _add_option(command, language, "--form", required=True, choices=table_codes())
    _add_option(
        command,
        language,
        "--from",
        required=True,
        dest="since",
        metavar="DAY",
        type=_day_reader(language),
    )
    _add_option(
        command,
        language,
        "--to",
        required=True,
        dest="until",
        metavar="DAY",
        type=_day_reader(language),
    )
    _add_option(command, language, "--format", default="json", choices=("json", "xlsx", "pdf"))
    command.options.add_argument(
        "--out", default="-", metavar="FILE", help=_help_text("report_out", language)
    )


def _add_verify_options(command: LocalizedParser, language: str) -> None:
    _add_open_office_options(command, language)
    _add_option(command, language, "--accept", type=int, metavar="COUNT")


def _add_backup_options(command: LocalizedParser, language: str) -> None:
    _add_open_office_options(command, language)
    command.options.add_argument(
        "--to", required=True, metavar="FOLDER", help=_help_text("backup_to", language)
    )


def _add_restore_options(command: LocalizedParser, language: str) -> None:
    command.options.add_argument(
        "--from",
        required=True,
        dest="source",
        metavar="BACKUP",
        help=_help_text("restore_from", language),
    )
    command.options.add_argument(
        "--office", required=True, metavar="NEW", help=_help_text("restore_office", language)
    )
    _add_option(command, language, "--in-place", action="store_true")
    _add_option(command, language, "--confirm", action="append", metavar="NAME")
    _add_sign_in_options(command, language)


def _add_roster_options(command: LocalizedParser, language: str) -> None:
    _add_open_office_options(command, language)
    _add_option(command, language, "--sign", action="store_true")


def _add_open_office_options(command: LocalizedParser, language: str) -> None:
    _add_option(command, language, "--office", required=True, metavar="DIR")
    _add_sign_in_options(command, language)


def _add_sign_in_options(command: LocalizedParser, language: str) -> None:
    _add_option(command, language, "--user", metavar="NAME")
    _add_option(command, language, "--demonstration", action="store_true")
    _add_option(command, language, "--password-stdin", action="store_true")
    _add_option(command, language, "--json", action="store_true")


def _add_language_option(command: LocalizedParser, language: str) -> None:
    command.options.add_argument(
        "--lang", choices=(VIETNAMESE, ENGLISH), default=language, help=_help_text("lang", language)
    )


def _add_option(command: LocalizedParser, language: str, flag: str, **settings: object) -> None:
    topic = flag.removeprefix("--").replace("-", "_")
    command.options.add_argument(flag, help=_help_text(topic, language), **settings)  # type: ignore[arg-type] # settings of argparse


def _help_text(topic: str, language: str) -> str:
    return sentence(f"console.{topic}", language)


_COMMANDS = {
    "init": _add_init_options,
    "demo": _add_demo_options,
    "import": _add_import_options,
    "report": _add_report_options,
    "verify": _add_verify_options,
    "backup": _add_backup_options,
    "restore": _add_restore_options,
    "roster": _add_roster_options,
}
