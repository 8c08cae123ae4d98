"""The colours of each kind of button, as token names."""

from __future__ import annotations

from typing import NamedTuple


class ButtonColours(NamedTuple):
    """Token names of one kind; "" is transparent or none."""

    fill: str
    text: str
    border: str
    hover: str
    pressed: str


_COLOURS_OF_KIND = {
    "primary": ButtonColours("accent", "onAccent", "accent", "accentHover", "accentPressed"),
    "secondary": ButtonColours("surface", "text", "borderStrong", "sunken", "border"),
    "chosen": ButtonColours(
        "accentSoft", "accentText", "accent", "accentSoftHover", "accentSoftHover"
    ),
    "flat": ButtonColours("", "accentText", "", "accentSoft", "accentSoftHover"),
    "plain": ButtonColours("", "text", "", "sunken", "border"),
    "link": ButtonColours("", "accentText", "", "", ""),
    "danger": ButtonColours("surface", "dangerText", "danger", "dangerSoft", "dangerBorder"),
    "seal": ButtonColours("seal", "onSeal", "seal", "seal", "seal"),
}
_DISABLED_COLOURS = ButtonColours("sunken", "text3", "border", "sunken", "sunken")


def button_colours(kind: str, enabled: bool) -> ButtonColours:
    """Return the colours of a kind, or the disabled ones."""
    if enabled:
        return _COLOURS_OF_KIND[kind]
    return (
        ButtonColours("", "text3", "", "", "")
        if kind in ("flat", "plain", "link")
        else _DISABLED_COLOURS
    )
