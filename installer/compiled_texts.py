"""Compiles resources/i18n/*.ts into the .qm files that the window loads, with Qt's lrelease."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

# Language → the files compiled into its .qm; qtbase_vi.ts has the texts of Qt itself.
SOURCES = {"vi": ("qtbase_vi.ts", "reception_vi.ts"), "en": ("reception_en.ts",)}


def compile_texts(folder: Path) -> list[Path]:
    """Compile the .qm files of ``folder`` that are missing or older than their texts; return them.

    subprocess.CalledProcessError when lrelease refuses a file.
    """
    written = []
    for language, names in SOURCES.items():
        sources = [folder / name for name in names]
        target = folder / f"reception_{language}.qm"
        if _is_stale(target, sources):
            _compile(sources, target)
            written.append(target)
    return written


def _is_stale(target: Path, sources: list[Path]) -> bool:
    if not target.exists():
        return True
    return target.stat().st_mtime < max(source.stat().st_mtime for source in sources)


def _compile(sources: list[Path], target: Path) -> None:
    # Replaced in one step: a program or test that starts meanwhile never reads half a file.
    temporary = target.with_suffix(f".{os.getpid()}.new")
    try:
        subprocess.run(  # noqa: S603  # Qt's own program, our own files
            [_lrelease(), "-silent", "-nounfinished", *sources, "-qm", temporary], check=True
        )
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _lrelease() -> Path:
    """Return the compiler that comes with PySide6-Essentials."""
    package = find_spec("PySide6")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("PySide6-Essentials is not installed")
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    return Path(package.origin).parent / name
