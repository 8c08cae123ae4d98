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
    """Return the language of the option ``--lang`` anywhere on the line; Vietnamese by default."""
    for first, second in zip(arguments, [*arguments[1:], ""], strict=False):
        if first == "--lang=en" or (first == "--lang" and second == ENGLISH):
            return ENGLISH
    return VIETNAMESE


def build_parser(language: str) -> LocalizedParser:
    top = LocalizedParser(
        language=language, prog="reception-admin", description=_help("about", language)
    )
    _language(top, language)
    commands = top.add_subparsers(
        title=_help("head_commands", language),
        dest="command",
        required=True,
        metavar=_help("metavar_command", language),
    )
    for name, add in _COMMANDS.items():
        text = _help(name, language)
        command = commands.add_parser(name, language=language, help=text, description=text)
        _language(command, language)
        add(command, language)
    return top


def _day_in(language: str) -> Callable[[str], date]:
    def day(value: str) -> date:
        try:
            return date.fromisoformat(value)
        except ValueError:
            problem = sentence("console.bad_date", language, value=value)
            raise argparse.ArgumentTypeError(problem) from None

    return day


def _init(command: LocalizedParser, language: str) -> None:
    _option(command, language, "--office", required=True, metavar="DIR")
    _option(command, language, "--name", required=True)
    _option(command, language, "--head", required=True)
    _option(command, language, "--recovery", default="later", metavar="PRINTER|-|later")
    _option(command, language, "--password-stdin", action="store_true")
    _option(command, language, "--json", action="store_true")


def _demo(command: LocalizedParser, language: str) -> None:
    command.options.add_argument("--office", metavar="DIR", help=_help("office", language))
    _option(command, language, "--out", metavar="DIR")
    _option(command, language, "--years", type=int, choices=range(11), default=3, metavar="0-10")
    _option(command, language, "--window", action="store_true")
    _option(command, language, "--json", action="store_true")


def _import(command: LocalizedParser, language: str) -> None:
    _opens_office(command, language)
    command.positional.add_argument("file", metavar="FILE.xlsx", help=_help("file", language))
    _option(command, language, "--leave-problems", action="store_true")
    _option(command, language, "--preview", action="store_true")
    _option(command, language, "--tags-now", action="store_true")


def _report(command: LocalizedParser, language: str) -> None:
    _opens_office(command, language)
    _option(command, language, "--form", required=True, choices=table_codes())
    _option(
        command,
        language,
        "--from",
        required=True,
        dest="since",
        metavar="DAY",
        type=_day_in(language),
    )
    _option(
        command,
        language,
        "--to",
        required=True,
        dest="until",
        metavar="DAY",
        type=_day_in(language),
    )
    _option(command, language, "--format", default="json", choices=("json", "xlsx", "pdf"))
    command.options.add_argument(
        "--out", default="-", metavar="FILE", help=_help("report_out", language)
    )


def _verify(command: LocalizedParser, language: str) -> None:
    _opens_office(command, language)


def _backup(command: LocalizedParser, language: str) -> None:
    _opens_office(command, language)
    command.options.add_argument(
        "--to", required=True, metavar="FOLDER", help=_help("backup_to", language)
    )


def _restore(command: LocalizedParser, language: str) -> None:
    command.options.add_argument(
        "--from",
        required=True,
        dest="source",
        metavar="BACKUP",
        help=_help("restore_from", language),
    )
    command.options.add_argument(
        "--office", required=True, metavar="NEW", help=_help("restore_office", language)
    )
    _option(command, language, "--in-place", action="store_true")
    _opened_by(command, language)


def _opens_office(command: LocalizedParser, language: str) -> None:
    _option(command, language, "--office", required=True, metavar="DIR")
    _opened_by(command, language)


def _opened_by(command: LocalizedParser, language: str) -> None:
    _option(command, language, "--user", metavar="NAME")
    _option(command, language, "--demonstration", action="store_true")
    _option(command, language, "--password-stdin", action="store_true")
    _option(command, language, "--json", action="store_true")


def _language(command: LocalizedParser, language: str) -> None:
    command.options.add_argument(
        "--lang", choices=(VIETNAMESE, ENGLISH), default=language, help=_help("lang", language)
    )


def _option(command: LocalizedParser, language: str, flag: str, **settings: object) -> None:
    topic = flag.removeprefix("--").replace("-", "_")
    command.options.add_argument(flag, help=_help(topic, language), **settings)  # type: ignore[arg-type] # settings of argparse


def _help(topic: str, language: str) -> str:
    return sentence(f"console.{topic}", language)


_COMMANDS = {
    "init": _init,
    "demo": _demo,
    "import": _import,
    "report": _report,
    "verify": _verify,
    "backup": _backup,
    "restore": _restore,
}
