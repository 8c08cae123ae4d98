"""The arguments of the program."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

# Reasons why a session ended: codes of the log, which the unlock screen shows as sentences.
SHUT_OUT_REASON = "shut_out"  # the person was suspended, or has a new password
MISMATCH_REASON = "roster"  # the register does not match the roster
LOCK_REASONS = ("idle", "key", "screen", "sleep", "restore", SHUT_OUT_REASON, MISMATCH_REASON)


class Options(NamedTuple):
    """The options of one run; "" and None mean "not given".

    ``locked`` is the reason of the lock that ended the previous process, ``user`` the id of the
    account that was signed in then.
    """

    office: Path | None = None
    demonstration: bool = False
    locked: str = ""
    user: str = ""
    language: str = ""
    screenshots: Path | None = None
    sign_in: bool = False  # account and password come as two lines of standard input
    debug: bool = False

    def arguments_after_lock(self, office: Path, reason: str, user: str) -> list[str]:
        """Return the arguments of the process that replaces this one when the office is locked."""
        arguments = ["--office", str(office), "--locked", reason, "--user", user]
        if self.demonstration:
            arguments.append("--demonstration")
        if self.debug:
            arguments.append("--debug")
        if self.language:
            arguments += ["--lang", self.language]
        return arguments


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        line = f"reception: không hiểu (not understood): {message}; xem (see) reception --help\n"
        self.exit(2, line)


def parse(argv: Sequence[str]) -> Options:
    """Return the options; a wrong option ends the program with status 2 and a line on stderr."""
    arguments = _parser().parse_args(argv)
    return Options(
        office=arguments.office,
        demonstration=arguments.demonstration,
        locked=arguments.locked,
        user=arguments.user,
        language=arguments.lang,
        screenshots=arguments.screenshots,
        sign_in=arguments.sign_in,
        debug=arguments.debug,
    )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="reception", allow_abbrev=False)
    parser.add_argument(
        "--office",
        metavar="DIR",
        type=Path,
        help="mở sổ trong thư mục DIR / open the office in the folder DIR",
    )
    parser.add_argument(
        "--lang",
        choices=("vi", "en"),
        default="",
        metavar="vi|en",
        help="ngôn ngữ của cửa sổ / language of the window",
    )
    internal_options = parser.add_argument_group(
        "chương trình tự dùng / used by the program itself"
    )
    internal_options.add_argument("--demonstration", action="store_true")
    internal_options.add_argument("--locked", choices=LOCK_REASONS, default="", metavar="REASON")
    internal_options.add_argument("--user", default="", metavar="ID")
    internal_options.add_argument("--screenshots", type=Path, metavar="DIR")
    internal_options.add_argument("--sign-in", action="store_true")
    developer_options = parser.add_argument_group("cho người phát triển / for developers")
    developer_options.add_argument(
        "--debug",
        action="store_true",
        help="vết lỗi và việc của cơ sở dữ liệu ra stderr; chỉ với sổ trình diễn / "
        "traces and database tasks to stderr; demonstration offices only",
    )
    return parser
