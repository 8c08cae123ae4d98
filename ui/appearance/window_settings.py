"""Settings of the window on this machine: look, language, office folder, last account."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings, QStandardPaths

LANGUAGES = ("vi", "en")
MODES = ("light", "dark", "system")
SCALES = (1.0, 1.15, 1.3, 1.5)


class AppearanceSettings(NamedTuple):
    """The look of the window: mode (light, dark, system), scale (1.0 to 1.5), language."""

    mode: str = "light"
    scale: float = 1.0
    language: str = "vi"


def settings_path() -> Path:
    """Return the settings file of the operating-system account."""
    kind = QStandardPaths.StandardLocation.GenericConfigLocation
    base = os.environ.get("XDG_CONFIG_HOME") or QStandardPaths.writableLocation(kind)
    return Path(base) / "reception" / "window.ini"


def default_office_folder() -> Path:
    """Return the default folder for a new office."""
    kind = QStandardPaths.StandardLocation.GenericDataLocation
    base = os.environ.get("XDG_DATA_HOME") or QStandardPaths.writableLocation(kind)
    return Path(base) / "reception" / "office"


class WindowSettings:
    """Typed access to the settings; no personal data is stored except a user id."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the file; it is written only when a value is set."""
        self._values = QSettings(str(path or settings_path()), QSettings.Format.IniFormat)

    def appearance(self) -> AppearanceSettings:
        """Return the look; invalid values are replaced by defaults."""
        mode, language = self._text("look/mode"), self._text("look/language")
        try:
            scale = float(self._text("look/scale") or 1.0)
        except ValueError:
            scale = 1.0
        return AppearanceSettings(
            mode if mode in MODES else "light",
            scale if scale in SCALES else 1.0,
            language if language in LANGUAGES else "vi",
        )

    def store_appearance(self, look: AppearanceSettings) -> None:
        """Keep the look."""
        self._put("look/mode", look.mode)
        self._put("look/scale", str(look.scale))
        self._put("look/language", look.language)

    def office(self) -> Path | None:
        """Return the folder of the office used last, if any."""
        text = self._text("office/folder")
        return Path(text) if text else None

    def store_office_folder(self, folder: Path) -> None:
        """Keep the folder of the office."""
        self._put("office/folder", str(folder))

    def last_user(self) -> str:
        """Return the id of the last account that unlocked the office, or ""."""
        return self._text("office/user")

    def store_last_user(self, user_id: str) -> None:
        """Keep the id of the account that opened."""
        self._put("office/user", user_id)

    def register_columns(self) -> tuple[str, ...]:
        """Return the keys of the register columns that were chosen; empty for the default ones."""
        return tuple(key for key in self._text("register/columns").split() if key)

    def store_register_columns(self, keys: Sequence[str]) -> None:
        """Store the columns of the register; empty for the default ones."""
        self._put("register/columns", " ".join(keys))

    def _text(self, key: str) -> str:
        # A new process reads every value as text, and a list of one item as that item.
        return str(self._values.value(key, "", type=str))

    def _put(self, key: str, value: str) -> None:
        self._values.setValue(key, value)
        self._values.sync()
