"""The words after the program's name."""

from __future__ import annotations

import getopt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn, TextIO

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


_KNOWN = (
    *("help", "demonstration", "sign-in"),
    *("office=", "locked=", "user=", "lang=", "screenshots="),
)
_CHOICES = {"--locked": ("", *REASONS), "--lang": ("", "vi", "en")}
_USAGE = """reception [--office DIR] [--lang vi|en]

  --office DIR        mở sổ trong thư mục DIR / open the office in DIR
  --lang vi|en        ngôn ngữ của cửa sổ / language of the window

Chương trình tự dùng / used by the program itself:
  --demonstration --locked REASON --user ID --screenshots DIR --sign-in
"""


def parse(argv: Sequence[str]) -> Options:
    """Read the arguments; a wrong one ends the program with status 2 and a line on stderr.

    By getopt: argparse looks for a catalogue of its own words each time, 2 ms of the start.
    """
    try:
        pairs, rest = getopt.getopt(list(argv), "h", list(_KNOWN))
    except getopt.GetoptError as error:
        _refuse(f"--{error.opt}" if len(error.opt) > 1 else f"-{error.opt}")
    said = dict(pairs)
    if rest:
        _refuse(rest[0])
    if {"-h", "--help"} & set(said):
        _tell(sys.stdout, _USAGE)
        raise SystemExit(0)
    for name, choices in _CHOICES.items():
        if said.get(name, "") not in choices:
            _refuse(f"{name} {said[name]}")
    office, screenshots = said.get("--office"), said.get("--screenshots")
    return Options(
        office=Path(office) if office is not None else None,
        demonstration="--demonstration" in said,
        locked=said.get("--locked", ""),
        user=said.get("--user", ""),
        language=said.get("--lang", ""),
        screenshots=Path(screenshots) if screenshots is not None else None,
        sign_in="--sign-in" in said,
    )


def _refuse(what: str) -> NoReturn:
    _tell(sys.stderr, f"reception: không hiểu {what!r} (unknown); xem (see) reception --help\n")
    raise SystemExit(2)


def _tell(stream: TextIO | None, words: str) -> None:
    if stream is not None:  # a window started without a console has none
        stream.write(words)
