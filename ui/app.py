"""The entry point of the program: hardening first, then Qt, then the unlock screen."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from reception.hardening.memory_protection import harden_process
from reception.hardening.network_block import block_network
from reception.hardening.network_tripwires import install_tripwires


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: 0, or 1 when the office is open already."""
    prepare()
    from ui.application.command_line import parse  # noqa: PLC0415  # after hardening
    from ui.application_run import run  # noqa: PLC0415  # after hardening

    return run(parse(sys.argv[1:] if argv is None else argv))


def prepare() -> None:
    """Confine the process. Call this before Qt is imported: Qt opens displays and buses at once."""
    harden_process()
    block_network()
    install_tripwires(_report)
    gc.disable()  # for good: `WindowThreadCollector` collects instead
    use_known_input_method()


def use_known_input_method() -> None:
    """Ask for ibus where fcitx is named: Qt's wheel has no fcitx, and fcitx5 speaks ibus."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"


def _report(words: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    raise SystemExit(main())
