"""The words after the program's name."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

# Why a session ended, as it stands in the log and is said on the unlock screen.
REASONS = ("idle", "key", "screen", "sleep", "restore")


class Options(NamedTuple):
    """How the program was started; "" and None mean "not said"."""

    office: Path | None = None
    demonstration: bool = False
    locked: str = ""
    user: str = ""
    language: str = ""
    screenshots: Path | None = None
    sign_in: bool = False  # account and password come as two lines of standard input

    def after_lock(self, office: Path, reason: str, user: str) -> list[str]:
        """Return the arguments of the image that takes this one's place."""
        found = ["--office", str(office), "--locked", reason, "--user", user]
        if self.demonstration:
            found.append("--demonstration")
        if self.language:
            found += ["--lang", self.language]
        return found


def parse(argv: Sequence[str]) -> Options:
    """Read the arguments; a wrong one ends the program with status 2 and a line on stderr."""
    parser = argparse.ArgumentParser(prog="reception", description="Sổ tiếp công dân")
    parser.add_argument("--office", type=Path, metavar="DIR")
    parser.add_argument("--demonstration", action="store_true")
    parser.add_argument("--locked", choices=REASONS, default="")
    parser.add_argument("--user", default="", metavar="ID")
    parser.add_argument("--lang", dest="language", choices=("vi", "en"), default="")
    parser.add_argument("--screenshots", type=Path, metavar="DIR")
    parser.add_argument("--sign-in", action="store_true")
    return Options(**vars(parser.parse_args(argv)))
