"""Makes the pictures of the user guide from the pictures of the demonstration.

``python -m installer.help_pictures FOLDER``: reads the pictures that the chapters name from a
folder of ``make demo`` (``07-viec-can-xu-ly.png``), reduces and stores them.
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
_PICTURE_LINK = re.compile(r"!\[[^\]]*\]\(\.\./pictures/([a-z0-9-]+\.png)\)")
_WIDTH, _COLOURS = 920, 80


def linked_pictures() -> list[str]:
    """Return the file names of the pictures in the chapters, each once."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(CHAPTERS.glob("*.md")))
    return sorted({name for text in texts for name in _PICTURE_LINK.findall(text)})


def make_pictures(source: Path) -> Iterator[str]:
    """Make every picture; yield the names that are missing in ``source``."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    names = linked_pictures()
    for old in PICTURES.glob("*.png"):
        if old.name not in names:
            old.unlink()
    for name in names:
        candidates = sorted(source.glob(f"[0-9][0-9]-{name}"))
        if not candidates:
            yield name
            continue
        with Image.open(candidates[0]) as picture:
            height = round(picture.height * _WIDTH / picture.width)
            small = picture.convert("RGB").resize((_WIDTH, height), Image.Resampling.LANCZOS)
            indexed = small.quantize(_COLOURS, dither=Image.Dither.NONE)
            indexed.save(PICTURES / name, optimize=True)


def main(arguments: Sequence[str]) -> int:
    """Make the pictures of one folder; 1 when one was missing."""
    if len(arguments) != 1:
        sys.stderr.write("python -m installer.help_pictures FOLDER\n")
        return 2
    missing = list(make_pictures(Path(arguments[0])))
    for name in missing:
        sys.stderr.write(f"{name}: not in {arguments[0]}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
