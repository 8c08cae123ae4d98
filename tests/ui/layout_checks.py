"""Layout faults of a window: cut texts, covered or too small widgets, needless scrolling."""

from __future__ import annotations

from collections.abc import Iterator

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

from tests.ui.waiting import rest
from ui.appearance.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.painting import PaintedWidget
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import FittingPane, ScrollPane

TARGET = 28  # least height of a button or field, in pixels at scale 1.0
_SLACK = 1
_AROUND = 48  # height that a dialog leaves free in the window, above and below together


def faults(window: QWidget) -> list[str]:
    """Return the faults of a page at rest, one line each."""
    rest(window)
    return [
        *_cut_texts(window),
        *_squeezed(window),
        *_small_targets(window),
        *_outside(window),
        *_covered(window),
        *_scrolled(window),
        *_wider_than_pane(window),
    ]


def _visible(window: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    for part in window.findChildren(kind):
        if part.isVisibleTo(window) and part.width() > 0:
            yield part


def _cut_texts(window: QWidget) -> Iterator[str]:
    for label in _visible(window, QLabel):
        if isinstance(label, QLabel) and label.text() and not label.property("elides"):
            yield from _cut_label(label)
    for button in _visible(window, PushButton):
        if isinstance(button, PushButton) and button.text():
            needed = button.minimumSizeHint().width()
            yield from _too_narrow(f"button {button.text()!r}", button, needed)
    for box in _visible(window, QComboBox):
        if isinstance(box, QComboBox) and not _full_text_in_tool_tip(box):
            needed = box.fontMetrics().horizontalAdvance(box.currentText())
            if needed > _text_width(box) + _SLACK:
                yield f"choice {box.currentText()!r} needs {needed} px, has {_text_width(box)}"


def _text_width(box: QComboBox) -> int:
    """Return the width that the style leaves for the text of a box, beside its arrow."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(control, option, part, box).width()


def _full_text_in_tool_tip(box: QComboBox) -> bool:
    """Return whether a box with elided text has the whole text as its tool tip."""
    return bool(box.property("elides")) and box.toolTip() == box.currentText()


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        yield from _too_narrow(f"label {label.text()!r}", label, label.sizeHint().width())
        return
    needed = label.heightForWidth(label.width())
    if needed > label.height() + _SLACK:
        yield f"label {label.text()!r} needs {needed} px of height, has {label.height()}"


def _too_narrow(name: str, part: QWidget, needed: int) -> Iterator[str]:
    if needed > part.width() + _SLACK:
        yield f"{name} needs {needed} px, has {part.width()}"


def _squeezed(window: QWidget) -> Iterator[str]:
    """Yield painted widgets smaller than their minimum size hint: a row of them would be cut."""
    for part in _visible(window, PaintedWidget):
        minimum = part.minimumSizeHint()
        if minimum.height() > part.height() + _SLACK or minimum.width() > part.width() + _SLACK:
            size = part.size().toTuple()
            yield f"{_name(part)} needs at least {minimum.toTuple()}, has {size}"


def _small_targets(window: QWidget) -> Iterator[str]:
    least = theme().px(TARGET)
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for part in _visible(window, kind):
            parent = part.parentWidget()
            if isinstance(parent, (QAbstractSpinBox, QComboBox)):
                continue
            if part.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(part, QAbstractSpinBox):
                continue
            if part.height() < least:
                yield f"{_name(part)} is {part.height()} px high, less than {least}"


def _outside(window: QWidget) -> Iterator[str]:
    """Yield widgets that take the focus outside their page, without a scroll bar to reach them."""
    for part in _visible(window, QWidget):
        if part.focusPolicy() == Qt.FocusPolicy.NoFocus or _in_scroll(part, window):
            continue
        rect = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        if not window.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(rect):
            yield f"{_name(part)} lies outside the window: {rect.getRect()}"


def _scrolled(window: QWidget) -> Iterator[str]:
    """Yield dialogs that scroll although the window is high enough to show them whole."""
    for dialog in _visible(window, Dialog):
        for pane in _visible(dialog, FittingPane):
            hidden = pane.verticalScrollBar().maximum() if isinstance(pane, FittingPane) else 0
            panel = pane.parentWidget()
            spare = dialog.height() - (panel.height() if panel is not None else 0)
            if hidden and spare > theme().px(_AROUND) + _SLACK:
                yield f"{_name(dialog)} hides {hidden} px of itself, with {spare} px to spare"


def _wider_than_pane(window: QWidget) -> Iterator[str]:
    """Yield vertically scrolling panes with wider content."""
    for pane in _visible(window, ScrollPane):
        inner = pane.widget() if isinstance(pane, ScrollPane) else None
        if isinstance(pane, ScrollPane) and inner is not None:
            width = pane.viewport().width()
            if inner.width() > width + _SLACK:
                yield f"{_name(inner)} is {inner.width()} px wide, its pane {width}"


def _in_scroll(part: QWidget, window: QWidget) -> bool:
    parent = part.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent, QScrollArea | QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _covered(window: QWidget) -> Iterator[str]:
    """Yield pairs of siblings that take the focus and overlap."""
    parts = [
        part
        for part in _visible(window, QWidget)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and isinstance(part, (QAbstractButton, QLineEdit, QComboBox))
        and not isinstance(part.parentWidget(), (QAbstractSpinBox, QComboBox))
    ]
    for index, one in enumerate(parts):
        for other in parts[index + 1 :]:
            if one.parentWidget() is other.parentWidget():
                common = one.geometry().intersected(other.geometry())
                if common.width() > _SLACK and common.height() > _SLACK:
                    yield f"{_name(one)} and {_name(other)} overlap by {common.getRect()}"


def _name(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName() or part.objectName()!r}"
