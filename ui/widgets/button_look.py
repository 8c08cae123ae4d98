"""The colours of each kind of button, by token name."""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """Token names of one kind; "" is transparent or none."""

    fill: str
    text: str
    border: str
    hover: str
    pressed: str


LOOKS = {
    "primary": Look("accent", "onAccent", "accent", "accentHover", "accentPressed"),
    "secondary": Look("surface", "text", "borderStrong", "sunken", "border"),
    "chosen": Look("accentSoft", "accentText", "accent", "accentSoftHover", "accentSoftHover"),
    "flat": Look("", "accentText", "", "accentSoft", "accentSoftHover"),
    "plain": Look("", "text", "", "sunken", "border"),
    "link": Look("", "accentText", "", "", ""),
    "danger": Look("surface", "dangerText", "danger", "dangerSoft", "dangerBorder"),
    "seal": Look("seal", "onSeal", "seal", "seal", "seal"),
}
DISABLED = Look("sunken", "text3", "border", "sunken", "sunken")


def look_of(kind: str, enabled: bool) -> Look:
    """Return the colours of a kind, or the disabled ones."""
    if enabled:
        return LOOKS[kind]
    return Look("", "text3", "", "", "") if kind in ("flat", "plain", "link") else DISABLED
