"""Loader of the bundled files: fonts, icons, translations, themes, data and help."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Return the path of a bundled file, e.g. ``path("fonts/Tinos_400Regular.ttf")``."""
    return _ROOT / name


def data(name: str) -> bytes:
    """Return the bytes of a bundled file."""
    return path(name).read_bytes()


def text(name: str) -> str:
    """Return the text (UTF-8) of a bundled file."""
    return path(name).read_text(encoding="utf-8")


def table(name: str) -> Any:
    """Return the content of a bundled JSON file, e.g. ``table("data/communes.json")``."""
    return json.loads(text(name))
