"""Settings of the window on this machine: appearance, office folder, last account."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings, QStandardPaths

from reception.hardening.regular_files import is_regular

LANGUAGES = ("vi", "en")
MODES = ("light", "dark", "system")
SCALES = (1.0, 1.15, 1.3, 1.5)
_LARGEST = 1 << 20  # bytes
_MOST_NAMES = 10


class AppearanceSettings(NamedTuple):
    """Mode (light, dark, system), scale (1.0 to 1.5) and language of the window."""

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


def _readable_path(path: Path) -> Path:
    """Return the path, or another name beside it if it is no regular file or too large.

    Qt would wait for a named pipe for ever, and read a device without end. The settings are then
    the default ones, and stored under the other name.
    """
    names = [path.name, *(f"{path.stem}-{number}{path.suffix}" for number in range(2, _MOST_NAMES))]
    paths = [path.with_name(name) for name in names]
    return next((item for item in paths if _is_free_or_readable(item)), paths[-1])


def _is_free_or_readable(path: Path) -> bool:
    if not os.path.lexists(path):
        return True
    return is_regular(path) and path.stat().st_size <= _LARGEST


class WindowSettings:
    """Typed access to the settings; they contain no personal data except a user id."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the file; it is written only when a value is set."""
        readable = _readable_path(path or settings_path())
        self._values = QSettings(str(readable), QSettings.Format.IniFormat)

    def appearance(self) -> AppearanceSettings:
        """Return the stored appearance; invalid values are replaced by defaults."""
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

    def store_appearance(self, appearance: AppearanceSettings) -> None:
        """Store mode, scale and language."""
        self._store("look/mode", appearance.mode)
        self._store("look/scale", str(appearance.scale))
        self._store("look/language", appearance.language)

    def office_folder(self) -> Path | None:
        """Return the folder of the office used last, if any."""
        text = self._text("office/folder")
        return Path(text) if text and "\x00" not in text else None

    def store_office_folder(self, folder: Path) -> None:
        """Store the folder of the office that was opened."""
        self._store("office/folder", str(folder))

    def last_user(self) -> str:
        """Return the id of the last account that unlocked the office, or ""."""
        return self._text("office/user")

    def store_last_user(self, user_id: str) -> None:
        """Store the id of the account that unlocked the office."""
        self._store("office/user", user_id)

    def register_columns(self) -> tuple[str, ...]:
        """Return the keys of the register columns that were chosen; empty for the default ones."""
        return tuple(key for key in self._text("register/columns").split() if key)

    def store_register_columns(self, keys: Sequence[str]) -> None:
        """Store the keys of the chosen register columns; empty for the default ones."""
        self._store("register/columns", " ".join(keys))

    def _text(self, key: str) -> str:
        # QSettings reads every value of a file as text: lists are stored as text by this class.
        return str(self._values.value(key, "", type=str))

    def _store(self, key: str, value: str) -> None:
        self._values.setValue(key, value)
        self._values.sync()
