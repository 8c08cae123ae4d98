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


LOOKS = {
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
DISABLED = ButtonColours("sunken", "text3", "border", "sunken", "sunken")


def button_colours(kind: str, enabled: bool) -> ButtonColours:
    """Return the colours of a kind, or the disabled ones."""
    if enabled:
        return LOOKS[kind]
    return ButtonColours("", "text3", "", "", "") if kind in ("flat", "plain", "link") else DISABLED
