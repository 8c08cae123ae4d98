"""The entry point of the program: hardening first, then Qt, then the unlock screen."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from reception.hardening.memory_protection import harden_process
from reception.hardening.network_audit_hook import install_network_audit_hook
from reception.hardening.network_block import block_network


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status, as :func:`ui.application_run.run` does."""
    prepare()
    from ui.application.command_line import parse  # noqa: PLC0415  # after hardening
    from ui.application_run import run  # noqa: PLC0415  # after hardening

    return run(parse(sys.argv[1:] if argv is None else argv))


def prepare() -> None:
    """Harden the process; to be called before Qt is imported, which connects to the display."""
    harden_process()
    block_network()
    install_network_audit_hook(_report)
    gc.disable()  # permanently: `WindowThreadCollector` collects instead
    use_known_input_method()


def use_known_input_method() -> None:
    """Replace fcitx by ibus: PySide6 has no fcitx module, and fcitx5 supports the ibus protocol."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"


def _report(message: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{message}\n")


if __name__ == "__main__":
    raise SystemExit(main())
