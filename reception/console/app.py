"""``reception-admin``: the console twin of the window, with the same services and rights."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reception.hardening.memory_protection import harden_process
from reception.hardening.network_block import block_network
from reception.hardening.network_tripwires import install_tripwires


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; exit status 0, 1 (the work failed, why on stderr) or 2 (usage)."""
    harden_process()
    block_network()
    install_tripwires(None)
    # Only now all the rest: the wall stands before anything of weight is there.
    from reception.console.command_runner import run  # noqa: PLC0415 - after the walls

    return run(list(sys.argv[1:] if arguments is None else arguments))


if __name__ == "__main__":
    raise SystemExit(main())
