"""Removable media are found by label: their mount points change, their labels do not."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

_LABELS = Path("/dev/disk/by-label")
_MOUNTS = Path("/proc/self/mountinfo")
_SYSTEM_MOUNT_POINTS = ("/", "/boot", "/boot/efi", "/home", "/usr", "/var")
_MOUNT_POINT, _SOURCE = 4, 1  # columns of mountinfo, counted before and after its " - "


@dataclass(frozen=True, slots=True)
class Volume:
    """A connected medium: its label and its mount point."""

    label: str
    folder: Path


def volumes(labels: Path = _LABELS, mounts: Path = _MOUNTS) -> tuple[Volume, ...]:
    """Return the connected media that have a label and do not belong to the operating system."""
    if sys.platform == "win32":
        return _windows_volumes()
    return _linux_volumes(labels, mounts)


def _linux_volumes(labels: Path, mounts: Path) -> tuple[Volume, ...]:
    try:
        names = {os.path.realpath(link): _unescape(link.name) for link in labels.iterdir()}
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ()
    media = {}
    for line in lines:
        before, separator, after = line.partition(" - ")
        if not separator:
            continue
        mount_point = _unescape(before.split(" ")[_MOUNT_POINT])
        label = names.get(os.path.realpath(_unescape(after.split(" ")[_SOURCE])))
        if label and mount_point not in _SYSTEM_MOUNT_POINTS:
            media[mount_point] = Volume(label, Path(mount_point))
    return tuple(media.values())


def _unescape(text: str) -> str:
    r"""Replace the escapes of udev (``\x20``) and of the kernel (``\040``)."""
    raw = re.sub(
        rb"\\x([0-9a-fA-F]{2})|\\([0-7]{3})",
        lambda escape: bytes([int(escape[1], 16) if escape[1] else int(escape[2], 8)]),
        os.fsencode(text),
    )
    return os.fsdecode(raw)


def _windows_volumes() -> tuple[Volume, ...]:
    """Return the labels of Windows drives; not tested yet."""
    if sys.platform != "win32":
        return ()
    import ctypes  # noqa: PLC0415  # Windows only

    kernel = ctypes.windll.kernel32
    drives = kernel.GetLogicalDrives()
    media = []
    for number in range(26):
        root = f"{chr(ord('A') + number)}:\\"
        removable = 2
        if not drives & (1 << number) or kernel.GetDriveTypeW(root) != removable:
            continue
        label = ctypes.create_unicode_buffer(261)
        if kernel.GetVolumeInformationW(root, label, 261, None, None, None, None, 0):
            media.append(Volume(label.value, Path(root)))
    return tuple(volume for volume in media if volume.label)
