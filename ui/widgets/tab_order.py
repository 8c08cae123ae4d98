"""Where Tab goes: as a page is read, whatever order its parts were made in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QGridLayout,
    QLayout,
    QScrollArea,
    QWidget,
)

BY_COLUMNS = "readByColumns"  # a grid that is read down its columns has this property set


def stops_of(holder: QWidget) -> list[QWidget]:
    """Return the widgets inside ``holder`` where Tab stops, in the order they are read.

    Layouts say the order: rows from the top, in a row from the left, in a grid row after row
    (column after column with the property BY_COLUMNS). A widget whose parts are read otherwise
    has ``tab_parts()``.
    """
    return [part for part in _reading(holder) if _can_stop(part)]


def step(holder: QWidget, forward: bool) -> bool:
    """Move the focus to the next stop or the one before, round and round; True when it moved."""
    here = QApplication.focusWidget()
    order = list(_reading(holder, here))
    at = order.index(here) if here is not None and here in order else -1
    others = order if at < 0 else order[at + 1 :] + order[:at]
    way = others if forward else others[::-1]
    target = next((part for part in way if part.isVisible() and _can_stop(part)), None)
    if target is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    bring_in_sight(QApplication.focusWidget() or target)
    return True


def bring_in_sight(part: QWidget) -> None:
    """Scroll what holds a widget until it is seen."""
    holder = part.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(part)
        holder = holder.parentWidget()


def _can_stop(part: QWidget) -> bool:
    by_tab = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and part.isEnabled() and part.focusProxy() is None and not _led(part)


def _led(part: QWidget) -> bool:
    """Tell whether another button of its group holds: that one is the group's only stop."""
    if not isinstance(part, QAbstractButton) or not part.isCheckable() or part.isChecked():
        return False
    group = part.group()
    if group is not None:
        return group.exclusive() and group.checkedButton() is not None
    if not part.autoExclusive():
        return False
    holder = part.parentWidget()
    near = Qt.FindChildOption.FindDirectChildrenOnly
    buttons = holder.findChildren(QAbstractButton, options=near) if holder is not None else []
    return any(one.autoExclusive() and one.isChecked() and one.group() is None for one in buttons)


def _reading(holder: QWidget, here: QWidget | None = None) -> Iterator[QWidget]:
    """Yield every widget inside ``holder`` that is seen, as it is read.

    Qt asks for the next stop also while the one with the focus is being hidden: it is yielded.
    """
    for part in _parts(holder):
        seen = part.isVisible() or (here is not None and (part is here or part.isAncestorOf(here)))
        if seen and not part.isWindow():
            yield part
            yield from _reading(part, here)


def _parts(holder: QWidget) -> list[QWidget]:
    own = getattr(holder, "tab_parts", None)
    if callable(own):
        return list(own())
    if isinstance(holder, QScrollArea):
        inner = holder.widget()
        return [inner] if inner is not None else []
    if isinstance(holder, QAbstractScrollArea):
        return []
    layout = holder.layout()
    inside = holder.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    laid = list(_laid(layout, holder, inside)) if layout is not None else []
    loose = [part for part in inside if part not in laid]
    return laid + sorted(loose, key=_corner)


def _laid(layout: QLayout, holder: QWidget, inside: list[QWidget]) -> Iterator[QWidget]:
    # Not by itemAt: PySide keeps its wrapper of an item and takes it for valid after Qt has deleted
    # the item together with its widget. This is no matter of garbage collection: with automatic
    # collection off, 1 of 9 runs of the keyboard tests still ended with SIGSEGV when this function
    # used itemAt (PySide 6.12), and 1000 deleted widgets left 970 wrappers of deleted items.
    held: dict[int, QWidget | QLayout] = {layout.indexOf(part): part for part in inside}
    held |= {layout.indexOf(part): part for part in layout.children() if isinstance(part, QLayout)}
    for place in _places(layout, holder):
        part = held.get(place)
        if isinstance(part, QLayout):
            yield from _laid(part, holder, inside)
        elif part is not None:
            yield part


def _places(layout: QLayout, holder: QWidget) -> list[int]:
    places = range(layout.count())
    if not isinstance(layout, QGridLayout):
        return list(places)
    down = bool(holder.property(BY_COLUMNS))

    def cell(place: int) -> tuple[int, int]:
        found: tuple[int, ...] = layout.getItemPosition(place)  # type: ignore[assignment]
        return (found[1], found[0]) if down else (found[0], found[1])

    return sorted(places, key=cell)


def _corner(part: QWidget) -> tuple[int, int]:
    corner: QPoint = part.pos()
    return corner.y(), corner.x()
