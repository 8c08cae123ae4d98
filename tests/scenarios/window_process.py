"""A day in the real window as a program of its own, for test_window_traces. Never shipped.

Usage: python -m tests.scenarios.window_process OFFICE, with password, name and number as three
lines of standard input: neither the command line nor the environment holds them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reception.hardening.memory_protection import harden_process
from reception.hardening.network_audit_hook import install_network_audit_hook
from reception.hardening.network_block import block_network


def main(argv: list[str]) -> int:
    """Run until the lock replaces this process image by a new one."""
    harden_process()
    block_network()
    install_network_audit_hook(None)
    from tests.scenarios.window_driver import run_day  # noqa: PLC0415  # Qt after hardening

    secrets = tuple(sys.stdin.readline().rstrip("\n") for _ in range(3))
    return run_day(Path(argv[0]), secrets)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
