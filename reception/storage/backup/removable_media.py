"""Removable media, found by label: the mount point of a stick changes, its label does not."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

_LABELS = Path("/dev/disk/by-label")
_MOUNTS = Path("/proc/self/mountinfo")
_SYSTEM = ("/", "/boot", "/boot/efi", "/home", "/usr", "/var")
_POINT, _SOURCE = 4, 1  # columns of mountinfo before and after its dash


@dataclass(frozen=True, slots=True)
class Volume:
    """A connected medium: its label and its mount point."""

    label: str
    folder: Path


def volumes(labels: Path = _LABELS, mounts: Path = _MOUNTS) -> tuple[Volume, ...]:
    """Return the connected media with a label, without those of the system."""
    if sys.platform == "win32":
        return _of_windows()
    return _of_linux(labels, mounts)


def _of_linux(labels: Path, mounts: Path) -> tuple[Volume, ...]:
    try:
        names = {os.path.realpath(link): _plain(link.name) for link in labels.iterdir()}
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ()
    found = {}
    for line in lines:
        before, dash, after = line.partition(" - ")
        if not dash:
            continue
        point = _plain(before.split(" ")[_POINT])
        label = names.get(os.path.realpath(_plain(after.split(" ")[_SOURCE])))
        if label and point not in _SYSTEM:
            found[point] = Volume(label, Path(point))
    return tuple(found.values())


def _plain(text: str) -> str:
    r"""Undo what udev writes as ``\x20`` and the kernel as ``\040``."""
    raw = re.sub(
        rb"\\x([0-9a-fA-F]{2})|\\([0-7]{3})",
        lambda found: bytes([int(found[1], 16) if found[1] else int(found[2], 8)]),
        os.fsencode(text),
    )
    return os.fsdecode(raw)


def _of_windows() -> tuple[Volume, ...]:
    """Return the labels of Windows drives; not tested yet."""
    if sys.platform != "win32":
        return ()
    import ctypes  # noqa: PLC0415  # this platform alone

    kernel = ctypes.windll.kernel32
    drives = kernel.GetLogicalDrives()
    found = []
    for number in range(26):
        root = f"{chr(ord('A') + number)}:\\"
        removable = 2
        if not drives & (1 << number) or kernel.GetDriveTypeW(root) != removable:
            continue
        label = ctypes.create_unicode_buffer(261)
        if kernel.GetVolumeInformationW(root, label, 261, None, None, None, None, 0):
            found.append(Volume(label.value, Path(root)))
    return tuple(volume for volume in found if volume.label)
