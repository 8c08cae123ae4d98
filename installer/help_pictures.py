"""Pictures of the guide, made anew from what the demonstration leaves behind.

``python -m installer.help_pictures FOLDER``: takes the pictures that chapters name out of a
folder of ``make demo`` (``07-viec-can-xu-ly.png``), makes them smaller and puts them in place.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
CHAPTERS = ROOT / "resources/help/vi"
PICTURES = ROOT / "resources/help/pictures"
_NAMED = re.compile(r"!\[[^\]]*\]\(\.\./pictures/([a-z0-9-]+\.png)\)")
_WIDTH, _COLOURS = 920, 80


def named() -> list[str]:
    """Return the names of the pictures in the chapters, each once."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(CHAPTERS.glob("*.md")))
    return sorted({name for text in texts for name in _NAMED.findall(text)})


def make(source: Path) -> Iterator[str]:
    """Make every picture; yield the names that the folder lacks."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    wanted = named()
    for old in PICTURES.glob("*.png"):
        if old.name not in wanted:
            old.unlink()
    for name in wanted:
        found = sorted(source.glob(f"[0-9][0-9]-{name}"))
        if not found:
            yield name
            continue
        with Image.open(found[0]) as picture:
            height = round(picture.height * _WIDTH / picture.width)
            small = picture.convert("RGB").resize((_WIDTH, height), Image.Resampling.LANCZOS)
            flat = small.quantize(_COLOURS, dither=Image.Dither.NONE)
            flat.save(PICTURES / name, optimize=True)


def main(arguments: Sequence[str]) -> int:
    """Make the pictures of one folder; 1 when one was missing."""
    if len(arguments) != 1:
        sys.stderr.write("python -m installer.help_pictures FOLDER\n")
        return 2
    missing = list(make(Path(arguments[0])))
    for name in missing:
        sys.stderr.write(f"{name}: not in {arguments[0]}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
