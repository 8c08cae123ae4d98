"""Margins, gaps and fixed sizes of widgets that already stand, brought to another scale."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLayout, QWidget

_NO_LIMIT = 16777215
_MARK = "drawnAt"


def rescale(app: QApplication, old: float, new: float) -> None:
    """Multiply what layouts and fixed sizes hold by ``new / old``."""
    if old == new:
        return
    for widget in app.allWidgets():
        _size(widget, old, new)
        for layout in widget.findChildren(QLayout):
            if layout.parentWidget() is widget:
                _layout(layout, old, new)


def _base(kept: object, now: list[int], old: float) -> list[float]:
    # The lengths at scale 1.0 are kept, so that going up and down again does not drift.
    if isinstance(kept, list) and [round(length * old) for length in kept] == now:
        return [float(length) for length in kept]
    return [length / old for length in now]


def _layout(layout: QLayout, old: float, new: float) -> None:
    margins = layout.contentsMargins()
    now = [margins.left(), margins.top(), margins.right(), margins.bottom(), layout.spacing()]
    base = _base(layout.property(_MARK), now, old)
    layout.setProperty(_MARK, base)
    left, top, right, bottom, gap = (round(length * new) for length in base)
    layout.setContentsMargins(left, top, right, bottom)
    if gap >= 0:
        layout.setSpacing(gap)


def _size(widget: QWidget, old: float, new: float) -> None:
    if widget.isWindow():
        return  # as large as the screen lets it be
    low, high = widget.minimumSize(), widget.maximumSize()

    def drawn(length: int) -> int:
        return round(length / old * new) if 1 < length < _NO_LIMIT else length

    if drawn(high.height()) != high.height() or drawn(low.height()) != low.height():
        widget.setMinimumHeight(0)
        widget.setMaximumHeight(drawn(high.height()))
        widget.setMinimumHeight(drawn(low.height()))
    if drawn(high.width()) != high.width() or drawn(low.width()) != low.width():
        widget.setMinimumWidth(0)
        widget.setMaximumWidth(drawn(high.width()))
        widget.setMinimumWidth(drawn(low.width()))
