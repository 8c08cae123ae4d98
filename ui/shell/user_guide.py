"""The user guide: its chapters, and the chapter of each screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import resources
from reception.domain.text import fold
from ui.shell.shortcut import ShortcutScope

CHAPTER_FOLDER = "help/vi"
PICTURE_FOLDER = "help/pictures"
_CHAPTER_NAMES = {
    ShortcutScope.VISIT_ENTRY: "ghi-luot-tiep",
    ShortcutScope.TODO: "viec-can-xu-ly",
    ShortcutScope.REGISTER: "so-tiep-cong-dan",
    ShortcutScope.IMPORT: "nhap-so-excel",
    ShortcutScope.REPORTS: "bao-cao",
    ShortcutScope.AUDIT: "nhat-ky",
    ShortcutScope.SETTINGS: "cai-dat",
    ShortcutScope.EVERYWHERE: "bat-dau",
}


@dataclass(frozen=True, slots=True)
class GuideChapter:
    """One chapter; ``name`` is its file's name without number, ``text`` is Markdown."""

    name: str
    title: str
    text: str

    def contains(self, words: str) -> bool:
        """Tell whether the chapter contains every word; accents do not matter."""
        text = fold(self.text)
        return all(word in text for word in fold(words).split())


@cache
def chapters() -> tuple[GuideChapter, ...]:
    """Return the chapters in the order in which they are read."""
    return tuple(
        _read_chapter(path) for path in sorted(resources.path(CHAPTER_FOLDER).glob("*.md"))
    )


def chapter_of(scope: ShortcutScope) -> GuideChapter:
    """Return the chapter about a screen; the first chapter if there is none about it."""
    name = _CHAPTER_NAMES.get(scope, _CHAPTER_NAMES[ShortcutScope.EVERYWHERE])
    return next((item for item in chapters() if item.name == name), chapters()[0])


def picture(name: str) -> Path:
    """Return the path of a picture that a chapter names."""
    return resources.path(f"{PICTURE_FOLDER}/{Path(name).name}")


def _read_chapter(path: Path) -> GuideChapter:
    text = path.read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("# ").strip()
    return GuideChapter(path.stem.partition("-")[2], title, text)
