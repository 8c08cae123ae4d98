"""Colours, sizes and fonts of the window, from the table of tokens."""

from __future__ import annotations

import re
from enum import Enum
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui.appearance import window_fonts
from ui.appearance.rescaling import rescale

SCALES = (1.0, 1.15, 1.3, 1.5)
_PLACEHOLDER = re.compile(r"\{(?:(px|px-1|px-2|pt):)?([A-Za-z0-9.]+)\}")
_RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")


class Mode(Enum):
    """The chosen mode; SYSTEM follows the desktop."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Theme(QObject):
    """The appearance of the window; ``changed`` is emitted after a mode or scale was applied."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Read the tokens; :meth:`apply` applies them (until then light, scale 1.0)."""
        super().__init__(parent)
        self._tokens: dict[str, Any] = resources.table("themes/tokens.json")
        self._colors = {
            mode: {name: _colour(value) for name, value in values.items()}
            for mode, values in self._tokens["color"].items()
        }
        self._app: QApplication | None = None
        self._mode = Mode.LIGHT
        self._scale = 1.0
        self._dark = False

    @property
    def mode(self) -> Mode:
        """Return the chosen mode."""
        return self._mode

    @property
    def scale(self) -> float:
        """Return the chosen scale: 1.0, 1.15, 1.3 or 1.5."""
        return self._scale

    @property
    def dark(self) -> bool:
        """True while the dark colours are shown."""
        return self._dark

    def apply(
        self, app: QApplication, mode: Mode | None = None, scale: float | None = None
    ) -> None:
        """Apply palette, style sheet and font, at any time; the style must be Fusion."""
        is_first_time = self._app is None
        self._app = app
        self._mode = mode or self._mode
        old_scale, self._scale = self._scale, scale or self._scale
        self._dark = self._mode is Mode.DARK or (
            self._mode is Mode.SYSTEM
            and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        if is_first_time:
            window_fonts.load()
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        # Done before the style sheet is set, because its sizes have priority.
        rescale(app, 1.0 if is_first_time else old_scale, self._scale)
        app.setPalette(self._palette())
        app.setFont(self.font("body"))
        app.setStyleSheet(self.style_sheet())
        self.changed.emit()

    @Slot()
    def _follow_system(self) -> None:
        if self._mode is Mode.SYSTEM and self._app is not None:
            self.apply(self._app)

    def color(self, name: str) -> QColor:
        """Return the colour of a token, e.g. ``color("sealSoft")``; KeyError when unknown."""
        return self._colors["dark" if self._dark else "light"][name]

    def px(self, length: float) -> int:
        """Convert a length at scale 1.0 to logical pixels at the present scale."""
        return round(length * self._scale)

    def font(self, role: str) -> QFont:
        """Return the font of a type role: title, heading, body, small, label, strong …"""
        key = {"strong": "label", "labelStrong": "label"}.get(role, role)
        type_tokens = self._tokens["type"][key]
        font = QFont(window_fonts.UI_FAMILY)
        font.setPointSizeF(float(type_tokens["pt"]) * self._scale)
        weight = 600 if key != role else int(type_tokens.get("weight", 400))
        font.setWeight(QFont.Weight(weight))
        return font

    def style_sheet(self) -> str:
        """Return the style sheet for the present mode and scale."""
        folder = resources.path("themes/dark" if self._dark else "themes/light").as_posix()
        return _PLACEHOLDER.sub(
            partial(self._replacement, folder), resources.text("themes/style.qss")
        )

    def _replacement(self, folder: str, match: re.Match[str]) -> str:
        unit, value = match.groups()
        if unit == "pt":
            return f"{float(value) * self._scale:.2f}"
        if unit is not None:
            return str(self.px(float(value)) - {"px": 0, "px-1": 1, "px-2": 2}[unit])
        if value == "theme":
            return f'"{folder}"'.strip('"')
        return self.color(value).name()

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        names = {
            role.Window: "canvas",
            role.WindowText: "text",
            role.Base: "surface",
            role.AlternateBase: "surfaceAlt",
            role.Text: "text",
            role.Button: "surface",
            role.ButtonText: "text",
            role.Highlight: "accent",
            role.HighlightedText: "onAccent",
            role.Link: "accentText",
            role.PlaceholderText: "text3",
            role.ToolTipBase: "tooltip",
            role.ToolTipText: "onTooltip",
        }
        palette = QPalette()
        for color_role, name in names.items():
            palette.setColor(color_role, self.color(name))
        for color_role in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, color_role, self.color("text3"))
        return palette


def _colour(value: str) -> QColor:
    match = _RGBA.fullmatch(value)
    if match is None:
        return QColor(value)
    red, green, blue, alpha = match.groups()
    return QColor(int(red), int(green), int(blue), round(float(alpha) * 255))


_THEME = Theme()


def theme() -> Theme:
    """Return the one theme of the program."""
    return _THEME
