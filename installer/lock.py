"""Maintainers' script: pins every package the project needs, with the hashes of its wheels.

Run it with the oldest Python the project supports, so that packages required only by old
versions are pinned too: ``python3.11 -m installer.lock``. It uses the package index that pip
is configured with and downloads no wheels.
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


def _wheels_for(requirements: list[str], *options: str) -> Wheels:
    """Return name → (version, sha256) of the wheels pip would install for ``requirements``."""
    with tempfile.TemporaryDirectory() as folder:
        requirements_file = Path(folder, "wanted.txt")
        requirements_file.write_text("\n".join(requirements), encoding="utf-8")
        report = Path(folder, "report.json")
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed"]
        command += ["--only-binary=:all:", "--quiet", "--report", str(report), "-r"]
        command += [str(requirements_file)]
        subprocess.run([*command, *options], check=True)  # noqa: S603 - our own arguments
        items = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {
        _normalised_name(item["metadata"]["name"]): (
            item["metadata"]["version"],
            item["download_info"]["archive_info"]["hashes"]["sha256"],
        )
        for item in items
    }


def _normalised_name(name: str) -> str:
    """Return the normalised name of a package (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _target_options(folder: str, platforms: tuple[str, ...], version: str) -> list[str]:
    options = ["--no-deps", "--target", folder, "--python-version", version]
    for platform in platforms:
        options += ["--platform", platform]
    return options


def _all_hashes(pins: dict[str, str]) -> dict[str, set[str]]:
    """Return name → hashes of the wheels of every supported platform and Python."""
    hashes: dict[str, set[str]] = {name: set() for name in pins}
    pinned = [f"{name}=={version}" for name, version in pins.items()]
    with tempfile.TemporaryDirectory() as folder:
        for platforms in TARGETS.values():
            for version in VERSIONS:
                wheels = _wheels_for(pinned, *_target_options(folder, platforms, version))
                for name, (_, digest) in wheels.items():
                    hashes[name].add(digest)
    return hashes


def _requirement_lines(names: list[str], pins: dict[str, str], hashes: dict[str, set[str]]) -> str:
    entries = []
    for name in sorted(names):
        digests = [f"    --hash=sha256:{digest}" for digest in sorted(hashes[name])]
        entries.append(" \\\n".join([f"{name}=={pins[name]}", *digests]))
    return "\n".join(entries) + "\n"


def main() -> int:
    """Write the three requirement files: the program, its installation, the checks and tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    dependencies, groups = project["project"]["dependencies"], project["dependency-groups"]
    all_wheels = _wheels_for([*dependencies, *groups["build"], *groups["dev"]])
    pins = {name: version for name, (version, _) in all_wheels.items()}
    hashes = _all_hashes(pins)
    remaining = set(pins)
    for file, requirements in (
        ("requirements.txt", dependencies),
        ("requirements-build.txt", groups["build"]),
        ("requirements-dev.txt", groups["dev"]),
    ):
        names = [name for name in _wheels_for(requirements) if name in remaining]
        remaining -= set(names)
        text = _requirement_lines(names, pins, hashes)
        (ROOT / "installer" / file).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
