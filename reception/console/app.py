"""``reception-admin``: the command line, with the same services and rights as the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reception.hardening.memory_protection import harden_process
from reception.hardening.network_audit_hook import install_network_audit_hook
from reception.hardening.network_block import block_network


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: success; 1: failure, with the reason on stderr; 2: wrong usage.
    """
    harden_process()
    block_network()
    install_network_audit_hook(None)
    from reception.console.command_runner import run  # noqa: PLC0415 - only in a hardened process

    return run(list(sys.argv[1:] if arguments is None else arguments))


if __name__ == "__main__":
    raise SystemExit(main())
