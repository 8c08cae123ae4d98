"""Maintainers' script: pins every package the project needs, with the hashes of its wheels.

Run it with the oldest Python the project supports, so that packages only old versions
need are pinned too: ``python3.11 -m installer.lock``. It asks the package index that pip
is set up with and downloads no wheel.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSIONS = ("3.11", "3.12", "3.13")
LINUX = (
    *(f"manylinux_2_{minor}_x86_64" for minor in range(5, 35)),
    "manylinux2014_x86_64",
    "manylinux2010_x86_64",
    "manylinux1_x86_64",
)
TARGETS = {"linux": LINUX, "windows": ("win_amd64",)}

Wheels = dict[str, tuple[str, str]]


def _report(requirements: list[str], *options: str) -> Wheels:
    """Return name -> (version, sha256) of the wheels pip would take for ``requirements``."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "wanted.txt")
        listed.write_text("\n".join(requirements), encoding="utf-8")
        report = Path(folder, "report.json")
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed"]
        command += ["--only-binary=:all:", "--quiet", "--report", str(report), "-r", str(listed)]
        subprocess.run([*command, *options], check=True)  # noqa: S603 - our own arguments
        items = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {
        _canonical(item["metadata"]["name"]): (
            item["metadata"]["version"],
            item["download_info"]["archive_info"]["hashes"]["sha256"],
        )
        for item in items
    }


def _canonical(name: str) -> str:
    """Return a package's name as an index spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _target_options(folder: str, platforms: tuple[str, ...], version: str) -> list[str]:
    options = ["--no-deps", "--target", folder, "--python-version", version]
    for platform in platforms:
        options += ["--platform", platform]
    return options


def _all_hashes(pins: dict[str, str]) -> dict[str, set[str]]:
    """Return name -> hashes of the wheels of every supported platform and Python."""
    hashes: dict[str, set[str]] = {name: set() for name in pins}
    wanted = [f"{name}=={version}" for name, version in pins.items()]
    with tempfile.TemporaryDirectory() as folder:
        for platforms in TARGETS.values():
            for version in VERSIONS:
                found = _report(wanted, *_target_options(folder, platforms, version))
                for name, (_, digest) in found.items():
                    hashes[name].add(digest)
    return hashes


def _lines(names: list[str], pins: dict[str, str], hashes: dict[str, set[str]]) -> str:
    entries = []
    for name in sorted(names):
        digests = [f"    --hash=sha256:{digest}" for digest in sorted(hashes[name])]
        entries.append(" \\\n".join([f"{name}=={pins[name]}", *digests]))
    return "\n".join(entries) + "\n"


def main() -> int:
    """Write the three requirement files: the program, its installation, the checks and tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed, groups = project["project"]["dependencies"], project["dependency-groups"]
    together = _report([*needed, *groups["build"], *groups["dev"]])
    pins = {name: version for name, (version, _) in together.items()}
    hashes = _all_hashes(pins)
    left = set(pins)
    for file, wanted in (
        ("requirements.txt", needed),
        ("requirements-build.txt", groups["build"]),
        ("requirements-dev.txt", groups["dev"]),
    ):
        names = [name for name in _report(wanted) if name in left]
        left -= set(names)
        text = _lines(names, pins, hashes)
        (ROOT / "installer" / file).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
