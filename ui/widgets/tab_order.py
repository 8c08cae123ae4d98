"""Tab order in reading order, independent of the order in which widgets were created."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

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

BY_COLUMNS = "readByColumns"  # property of a grid that is read column by column


@runtime_checkable
class OwnTabOrder(Protocol):
    """A widget that defines the tab order of its parts itself."""

    def parts_in_tab_order(self) -> Sequence[QWidget]:
        """Return the parts in the order in which Tab goes through them."""
        ...


def tab_stops(container: QWidget) -> list[QWidget]:
    """Return the widgets inside ``container`` where Tab stops, in reading order.

    The order is that of the layouts: from top to bottom and from left to right. A grid is read
    row by row, with the property BY_COLUMNS column by column. A widget with another order
    implements OwnTabOrder.
    """
    return [part for part in _reading_order(container) if _can_stop(part)]


def move_focus(container: QWidget, forward: bool) -> bool:
    """Move the focus to the next or previous stop; after the last one comes the first.

    Return whether the focus has moved.
    """
    current = QApplication.focusWidget()
    order = list(_reading_order(container, current))
    index = order.index(current) if current is not None and current in order else -1
    others = order if index < 0 else order[index + 1 :] + order[:index]
    candidates = others if forward else others[::-1]
    target = next((part for part in candidates if part.isVisible() and _can_stop(part)), None)
    if target is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    scroll_into_view(QApplication.focusWidget() or target)
    return True


def remove_from_tab_order(*widgets: QWidget) -> None:
    """Remove widgets from the tab order, for example buttons with a shortcut of their own."""
    for widget in widgets:
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def scroll_into_view(part: QWidget) -> None:
    """Scroll the areas around a widget until it is visible."""
    container = part.parentWidget()
    while container is not None:
        if isinstance(container, QScrollArea):
            container.ensureWidgetVisible(part)
        container = container.parentWidget()


def _can_stop(part: QWidget) -> bool:
    accepts_tab = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return (
        bool(accepts_tab)
        and part.isEnabled()
        and part.focusProxy() is None
        and not _is_represented_by_checked_button(part)
    )


def _is_represented_by_checked_button(part: QWidget) -> bool:
    """Tell whether a checked button of the group of ``part`` is the only stop of that group."""
    if not isinstance(part, QAbstractButton) or not part.isCheckable() or part.isChecked():
        return False
    group = part.group()
    if group is not None:
        return group.exclusive() and group.checkedButton() is not None
    if not part.autoExclusive():
        return False
    container = part.parentWidget()
    direct_children = Qt.FindChildOption.FindDirectChildrenOnly
    buttons = (
        container.findChildren(QAbstractButton, options=direct_children)
        if container is not None
        else []
    )
    return any(
        button.autoExclusive() and button.isChecked() and button.group() is None
        for button in buttons
    )


def _reading_order(container: QWidget, current: QWidget | None = None) -> Iterator[QWidget]:
    """Yield every visible widget inside ``container`` in reading order.

    ``current`` is yielded also when it is hidden: while Qt hides a widget, it asks for the next
    stop.
    """
    for part in _parts_of(container):
        is_current = current is not None and (part is current or part.isAncestorOf(current))
        if (part.isVisible() or is_current) and not part.isWindow():
            yield part
            yield from _reading_order(part, current)


def _parts_of(container: QWidget) -> list[QWidget]:
    if isinstance(container, OwnTabOrder):
        return list(container.parts_in_tab_order())
    if isinstance(container, QScrollArea):
        inner = container.widget()
        return [inner] if inner is not None else []
    if isinstance(container, QAbstractScrollArea):
        return []
    layout = container.layout()
    children = container.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    arranged = list(_widgets_in_layout(layout, container, children)) if layout is not None else []
    without_layout = [part for part in children if part not in arranged]
    return arranged + sorted(without_layout, key=_position)


def _widgets_in_layout(
    layout: QLayout, container: QWidget, children: list[QWidget]
) -> Iterator[QWidget]:
    # Not by itemAt: PySide keeps its wrapper of an item and treats it as valid after Qt has deleted
    # the item together with its widget. This is independent of garbage collection: with automatic
    # collection off, 1 of 9 runs of the keyboard tests still ended with SIGSEGV when this function
    # used itemAt (PySide 6.12), and 1000 deleted widgets left 970 wrappers of deleted items.
    items: dict[int, QWidget | QLayout] = {layout.indexOf(part): part for part in children}
    items |= {layout.indexOf(part): part for part in layout.children() if isinstance(part, QLayout)}
    for index in _item_indexes(layout, container):
        part = items.get(index)
        if isinstance(part, QLayout):
            yield from _widgets_in_layout(part, container, children)
        elif part is not None:
            yield part


def _item_indexes(layout: QLayout, container: QWidget) -> list[int]:
    indexes = range(layout.count())
    if not isinstance(layout, QGridLayout):
        return list(indexes)
    by_columns = bool(container.property(BY_COLUMNS))

    def grid_position(index: int) -> tuple[int, int]:
        position: tuple[int, ...] = layout.getItemPosition(index)  # type: ignore[assignment]
        return (position[1], position[0]) if by_columns else (position[0], position[1])

    return sorted(indexes, key=grid_position)


def _position(part: QWidget) -> tuple[int, int]:
    position: QPoint = part.pos()
    return position.y(), position.x()
