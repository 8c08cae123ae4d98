"""Runs a snippet in a new interpreter: a network block would stay for all other tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.fixtures.polling import PROCESS_PATIENCE

ROOT = Path(__file__).resolve().parents[2]


def run(code: str, *args: str, prefix: tuple[str, ...] = (), **env: str) -> str:
    """Return the output of the snippet; its stderr is shown when it fails."""
    done = subprocess.run(  # noqa: S603  # our own snippets
        [*prefix, sys.executable, "-c", code, *args],
        capture_output=True,
        text=True,
        timeout=PROCESS_PATIENCE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        check=False,
    )
    assert done.returncode == 0, f"{done.returncode}: {done.stdout}{done.stderr}"
    return done.stdout.strip()
