"""Layout faults of a window: cut texts, overlapping or too small widgets, needless scrolling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from tests.ui.waiting import wait_until_settled
from ui.appearance.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.painting import PaintedWidget
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import FittingPane, ScrollPane

_Kind = TypeVar("_Kind", bound=QWidget)
MIN_TARGET_SIZE = 28  # minimum height of a button or field, in pixels at scale 1.0
_TOLERANCE = 1  # pixels
_DIALOG_MARGIN = 48  # height that a dialog leaves free in the window, above and below together


def layout_faults(window: QWidget) -> list[str]:
    """Wait until a page has settled, then return its faults as texts."""
    wait_until_settled(window)
    every: list[QWidget] = window.findChildren(QWidget)
    parts = [part for part in every if part.isVisibleTo(window) and part.width() > 0]
    return [
        *_cut_texts(parts),
        *_squeezed_widgets(parts),
        *_small_targets(parts),
        *_unreachable_widgets(parts, window),
        *_overlapping_widgets(parts),
        *_needlessly_scrolling_dialogs(parts),
        *_too_wide_contents(parts),
    ]


def _of_kind(parts: list[QWidget], kind: type[_Kind]) -> Iterator[_Kind]:
    for part in parts:
        if isinstance(part, kind):
            yield part


def _cut_texts(parts: list[QWidget]) -> Iterator[str]:
    for label in _of_kind(parts, QLabel):
        if label.text() and not label.property("elides"):
            yield from _cut_label(label)
    for button in _of_kind(parts, PushButton):
        if button.text():
            needed = button.minimumSizeHint().width()
            yield from _too_narrow(f"button {button.text()!r}", button, needed)
    for box in _of_kind(parts, QComboBox):
        if not _full_text_in_tool_tip(box):
            needed = box.fontMetrics().horizontalAdvance(box.currentText())
            if needed > _text_width(box) + _TOLERANCE:
                yield f"choice {box.currentText()!r} needs {needed} px, has {_text_width(box)}"


def _text_width(box: QComboBox) -> int:
    """Return the width that the style leaves for the text of a box, beside its arrow."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, sub_control = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(control, option, sub_control, box).width()


def _full_text_in_tool_tip(box: QComboBox) -> bool:
    """Return whether a box with elided text has the whole text as its tool tip."""
    return bool(box.property("elides")) and box.toolTip() == box.currentText()


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        yield from _too_narrow(f"label {label.text()!r}", label, label.sizeHint().width())
        return
    needed = label.heightForWidth(label.width())
    if needed > label.height() + _TOLERANCE:
        yield f"label {label.text()!r} needs {needed} px of height, has {label.height()}"


def _too_narrow(name: str, widget: QWidget, needed: int) -> Iterator[str]:
    if needed > widget.width() + _TOLERANCE:
        yield f"{name} needs {needed} px, has {widget.width()}"


def _squeezed_widgets(parts: list[QWidget]) -> Iterator[str]:
    """Yield painted widgets smaller than their minimum size hint: a row of them would be cut."""
    for widget in _of_kind(parts, PaintedWidget):
        minimum = widget.minimumSizeHint()
        if (
            minimum.height() > widget.height() + _TOLERANCE
            or minimum.width() > widget.width() + _TOLERANCE
        ):
            size = widget.size().toTuple()
            yield f"{_description(widget)} needs at least {minimum.toTuple()}, has {size}"


def _small_targets(parts: list[QWidget]) -> Iterator[str]:
    min_height = theme().px(MIN_TARGET_SIZE)
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in _of_kind(parts, kind):
            parent = widget.parentWidget()
            if isinstance(parent, (QAbstractSpinBox, QComboBox)):
                continue
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(
                widget, QAbstractSpinBox
            ):
                continue
            if widget.height() < min_height:
                yield f"{_description(widget)} is {widget.height()} px high, less than {min_height}"


def _unreachable_widgets(parts: list[QWidget], window: QWidget) -> Iterator[str]:
    """Yield widgets that take the focus outside their page, without a scroll bar to reach them."""
    for widget in parts:
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or _is_in_scroll_area(widget, window):
            continue
        rect = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        if (
            not window.rect()
            .adjusted(-_TOLERANCE, -_TOLERANCE, _TOLERANCE, _TOLERANCE)
            .contains(rect)
        ):
            yield f"{_description(widget)} lies outside the window: {rect.getRect()}"


def _needlessly_scrolling_dialogs(parts: list[QWidget]) -> Iterator[str]:
    """Yield dialogs that scroll although the window is high enough to show them whole."""
    for dialog in _of_kind(parts, Dialog):
        for pane in _of_kind(parts, FittingPane):
            if not dialog.isAncestorOf(pane):
                continue
            hidden_height = pane.verticalScrollBar().maximum()
            panel = pane.parentWidget()
            spare_height = dialog.height() - (panel.height() if panel is not None else 0)
            if hidden_height and spare_height > theme().px(_DIALOG_MARGIN) + _TOLERANCE:
                yield (
                    f"{_description(dialog)} hides {hidden_height} px of itself, "
                    f"with {spare_height} px to spare"
                )


def _too_wide_contents(parts: list[QWidget]) -> Iterator[str]:
    """Yield vertically scrolling panes with wider content."""
    for pane in _of_kind(parts, ScrollPane):
        content = pane.widget()
        if content is not None:
            width = pane.viewport().width()
            if content.width() > width + _TOLERANCE:
                yield f"{_description(content)} is {content.width()} px wide, its pane {width}"


def _is_in_scroll_area(widget: QWidget, window: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent, QScrollArea | QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _overlapping_widgets(parts: list[QWidget]) -> Iterator[str]:
    """Yield pairs of siblings that take the focus and overlap."""
    widgets = [
        widget
        for widget in parts
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and isinstance(widget, (QAbstractButton, QLineEdit, QComboBox))
        and not isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox))
    ]
    for index, first in enumerate(widgets):
        for second in widgets[index + 1 :]:
            if first.parentWidget() is second.parentWidget():
                overlap = first.geometry().intersected(second.geometry())
                if overlap.width() > _TOLERANCE and overlap.height() > _TOLERANCE:
                    names = f"{_description(first)} and {_description(second)}"
                    yield f"{names} overlap by {overlap.getRect()}"


def _description(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}"
