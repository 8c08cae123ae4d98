"""The network adapters of this machine that are up."""

from __future__ import annotations

from pathlib import Path

_LOOPBACK = "lo"


def active_adapters(root: Path = Path("/")) -> tuple[str, ...]:
    """Return the names of the adapters that are up, without the loopback; OSError if unreadable.

    ``root`` is the folder that holds ``sys``.
    """
    return tuple(
        folder.name
        for folder in sorted((root / "sys/class/net").iterdir())
        if folder.name != _LOOPBACK
        and (folder / "operstate").read_text(encoding="utf-8").strip() == "up"
    )
