"""The user's guide: its chapters, and which of them belongs to a screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import resources
from reception.domain.text import fold
from ui.shell.actions import Screen

FOLDER = "help/vi"
PICTURES = "help/pictures"
_OF_SCREEN = {
    Screen.DESK: "ghi-luot-tiep",
    Screen.HEAD: "viec-can-xu-ly",
    Screen.REGISTER: "so-tiep-cong-dan",
    Screen.IMPORT: "nhap-so-excel",
    Screen.REPORTS: "bao-cao",
    Screen.UPKEEP: "nhat-ky",
    Screen.SETTINGS: "cai-dat",
    Screen.EVERYWHERE: "bat-dau",
}


@dataclass(frozen=True, slots=True)
class GuideChapter:
    """One chapter; ``name`` is its file's name without number, ``text`` is Markdown."""

    name: str
    title: str
    text: str

    def holds(self, words: str) -> bool:
        """Tell whether every word stands in the chapter, accents or not."""
        text = fold(self.text)
        return all(word in text for word in fold(words).split())


@cache
def chapters() -> tuple[GuideChapter, ...]:
    """Return the chapters in the order in which they are read."""
    return tuple(_chapter(path) for path in sorted(resources.path(FOLDER).glob("*.md")))


def chapter_of(screen: Screen) -> GuideChapter:
    """Return the chapter of a screen, the first one where it has none of its own."""
    wanted = _OF_SCREEN.get(screen, _OF_SCREEN[Screen.EVERYWHERE])
    return next((one for one in chapters() if one.name == wanted), chapters()[0])


def picture(name: str) -> Path:
    """Return the path of a picture that a chapter names."""
    return resources.path(f"{PICTURES}/{Path(name).name}")


def _chapter(path: Path) -> GuideChapter:
    text = path.read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("# ").strip()
    return GuideChapter(path.stem.partition("-")[2], title, text)
