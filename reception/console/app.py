"""``reception-admin``: the console twin of the window, with the same services and rights."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reception.walls.memory import harden_process
from reception.walls.network import raise_wall
from reception.walls.tripwires import set_tripwires


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; exit status 0, 1 (the work failed, why on stderr) or 2 (usage)."""
    harden_process()
    raise_wall()
    set_tripwires(None)
    # Only now all the rest: the wall stands before anything of weight is there.
    from reception.console.run import run  # noqa: PLC0415 - after the walls

    return run(list(sys.argv[1:] if arguments is None else arguments))


if __name__ == "__main__":
    raise SystemExit(main())
