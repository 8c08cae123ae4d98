"""Sticks by label, from files of udev and the kernel."""

from __future__ import annotations

from pathlib import Path

from reception.storage.backup.removable_media import Volume, volumes


def machine(folder: Path, **sticks: str) -> tuple[Path, Path]:
    """Make a folder of labels and a table of mounts; ``sticks``: escaped label by device."""
    labels = folder / "by-label"
    labels.mkdir()
    lines = ["22 27 0:21 / /proc rw,relatime - proc proc rw", "nonsense"]
    for device, label in sticks.items():
        node = folder / device
        node.touch()
        (labels / label).symlink_to(node)
        point = f"/media/an/{label}".replace("\\x20", "\\040")
        lines.append(f"90 27 8:17 / {point} rw,nosuid shared:5 - vfat {node} rw")
    mounts = folder / "mountinfo"
    mounts.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return labels, mounts


def test_a_stick_is_found_by_its_label(tmp_path: Path) -> None:
    found = volumes(*machine(tmp_path, sdb1="LUU-A", sdc1="LUU\\x20B"))
    assert set(found) == {
        Volume("LUU-A", Path("/media/an/LUU-A")),
        Volume("LUU B", Path("/media/an/LUU B")),
    }


def test_a_stick_that_is_not_mounted_is_not_there(tmp_path: Path) -> None:
    labels, mounts = machine(tmp_path, sdb1="LUU-A")
    mounts.write_text("", encoding="utf-8")
    assert volumes(labels, mounts) == ()


def test_the_disk_of_the_system_is_no_stick(tmp_path: Path) -> None:
    labels, mounts = machine(tmp_path, sda1="GOC")
    mounts.write_text(mounts.read_text().replace("/media/an/GOC", "/"), encoding="utf-8")
    assert volumes(labels, mounts) == ()


def test_without_udev_there_are_none(tmp_path: Path) -> None:
    assert volumes(tmp_path / "none", tmp_path / "none") == ()
