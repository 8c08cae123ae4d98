"""Changes margins, spacings and fixed sizes of existing widgets to another scale."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLayout, QWidget

NO_SIZE_LIMIT = 16_777_215  # QWIDGETSIZE_MAX, which PySide6 does not export
_BASE_PROPERTY = "lengthsAtScale1"


def rescale(app: QApplication, old: float, new: float) -> None:
    """Multiply the lengths of layouts and fixed sizes by ``new / old``."""
    if old == new:
        return
    for widget in app.allWidgets():
        _rescale_size(widget, old, new)
        for layout in widget.findChildren(QLayout):
            if layout.parentWidget() is widget:
                _rescale_layout(layout, old, new)


def _lengths_at_scale_1(stored: object, current: list[int], old: float) -> list[float]:
    # The lengths at scale 1.0 are stored, so that repeated changes add no rounding errors.
    if isinstance(stored, list) and [round(length * old) for length in stored] == current:
        return [float(length) for length in stored]
    return [length / old for length in current]


def _rescale_layout(layout: QLayout, old: float, new: float) -> None:
    margins = layout.contentsMargins()
    current = [margins.left(), margins.top(), margins.right(), margins.bottom(), layout.spacing()]
    base = _lengths_at_scale_1(layout.property(_BASE_PROPERTY), current, old)
    layout.setProperty(_BASE_PROPERTY, base)
    left, top, right, bottom, gap = (round(length * new) for length in base)
    layout.setContentsMargins(left, top, right, bottom)
    if gap >= 0:
        layout.setSpacing(gap)


def _rescale_size(widget: QWidget, old: float, new: float) -> None:
    if widget.isWindow():
        return  # the user sets its size
    smallest, largest = widget.minimumSize(), widget.maximumSize()

    def scaled(length: int) -> int:
        return round(length / old * new) if 1 < length < NO_SIZE_LIMIT else length

    if (
        scaled(largest.height()) != largest.height()
        or scaled(smallest.height()) != smallest.height()
    ):
        widget.setMinimumHeight(0)
        widget.setMaximumHeight(scaled(largest.height()))
        widget.setMinimumHeight(scaled(smallest.height()))
    if scaled(largest.width()) != largest.width() or scaled(smallest.width()) != smallest.width():
        widget.setMinimumWidth(0)
        widget.setMaximumWidth(scaled(largest.width()))
        widget.setMinimumWidth(scaled(smallest.width()))
