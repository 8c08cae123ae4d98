"""Checks of a page for keyboard users and screen readers; each check yields one line a fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui.appearance.theme import theme
from ui.widgets.labeled_field import LabeledField
from ui.widgets.masked_field import MaskableField
from ui.widgets.shortcut_label import ShortcutLabel
from ui.widgets.tab_order import OwnTabOrder

INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
_MIN_TARGET = 28  # pixels at scale 1.0
_MAX_STOPS = 160


def tab_stops(scope: QWidget) -> list[QWidget]:
    """Return the widgets of a page or dialog that Tab must reach."""
    return [part for part in scope.findChildren(QWidget) if _is_stop(part, scope)]


def _is_stop(part: QWidget, scope: QWidget) -> bool:
    by_tab = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    usable = part.isEnabled() and part.isVisibleTo(scope) and part.focusProxy() is None
    inner = isinstance(part.parentWidget(), (QAbstractSpinBox, QComboBox))
    return (
        bool(by_tab)
        and usable
        and not inner
        and part.width() > 0
        and not _is_reached_by_arrows(part)
    )


def _is_reached_by_arrows(part: QWidget) -> bool:
    """Return whether another button of its group is checked: Tab reaches that one only."""
    return any(one.isChecked() for one in _group(part)) and not part.isChecked()  # type: ignore[attr-defined]


def _group(part: QWidget) -> list[QAbstractButton]:
    """Return the exclusive group of a button, itself included; empty for other widgets."""
    if not isinstance(part, QAbstractButton):
        return []
    group, holder = part.group(), part.parentWidget()
    if group is not None:
        return group.buttons() if group.exclusive() else []
    siblings = holder.findChildren(QAbstractButton) if holder is not None else []
    return [one for one in siblings if one.autoExclusive()] if part.autoExclusive() else []


def without_name(scope: QWidget) -> Iterator[str]:
    """Yield widgets that take the focus and have no name for a screen reader."""
    for part in tab_stops(scope):
        if not spoken_name(part).strip():
            yield f"{describe(part)} has no accessible name"


def secrets_in_names(scope: QWidget, secrets: Sequence[str]) -> Iterator[str]:
    """Yield accessible names, descriptions and tool tips that contain one of the secrets."""
    for part in (scope, *scope.findChildren(QWidget)):
        texts = (part.accessibleName(), part.accessibleDescription(), part.toolTip())
        for secret in secrets:
            if any(secret in text for text in texts):
                yield f"{describe(part)} tells {secret!r}"


def spoken_name(part: QWidget) -> str:
    """Return the name that a screen reader reads for a widget."""
    interface = QAccessible.queryAccessibleInterface(part)
    return part.accessibleName() or (interface.text(QAccessible.Text.Name) if interface else "")


def unlabelled(scope: QWidget) -> Iterator[str]:
    """Yield labels without an input, and inputs without a label or a name."""
    labelled = set()
    for label in scope.findChildren(QLabel):
        buddy = label.buddy()
        if buddy is not None:
            labelled.add(buddy)
    for field in scope.findChildren(LabeledField):
        buddy = field.label.buddy()
        if buddy is None:
            yield f"label {field.label.text()!r} has no buddy"
        elif buddy is not field.input_widget() and not field.input_widget().isAncestorOf(buddy):
            yield f"label {field.label.text()!r} has the buddy {describe(buddy)}"
    for part in tab_stops(scope):
        if isinstance(part, INPUTS) and part not in labelled and not part.accessibleName():
            yield f"{describe(part)} has neither label nor name"


def too_small(scope: QWidget) -> Iterator[str]:
    """Yield targets of less than 28 px at scale 1.0 in width or height."""
    least = theme().px(_MIN_TARGET)
    for part in tab_stops(scope):
        if isinstance(part, QAbstractScrollArea):
            continue
        if part.height() < least or part.width() < least:
            yield f"{describe(part)} is {part.width()} x {part.height()}, less than {least}"


def round_trip(scope: QWidget, backwards: bool = False) -> tuple[list[QWidget], list[str]]:
    """Press Tab until a widget has the focus again; return the widgets in order, and the faults."""
    wanted = tab_stops(scope)
    if not wanted:
        return [], []
    key = Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab
    visited: list[QWidget] = []
    for _ in range(_MAX_STOPS):
        here = QApplication.focusWidget()
        if here is None or here in visited:
            break
        visited.append(here)
        QTest.keyClick(here, key)
        if QApplication.focusWidget() is here and len(wanted) > 1:
            return visited, [f"{describe(here)} keeps the focus"]
    is_closed = QApplication.focusWidget() in visited
    faults = [] if is_closed else ["the focus does not return to the first widget"]
    faults += [f"{describe(part)} is not reached" for part in wanted if not _reached(part, visited)]
    faults += [f"{describe(part)} is outside" for part in visited if not scope.isAncestorOf(part)]
    return visited, faults


def _reached(part: QWidget, visited: Sequence[QWidget]) -> bool:
    # A masked field is reached through its cover, which hides when it gets the focus.
    holder = part.parentWidget()
    maskable = isinstance(holder, MaskableField)
    by_cover = maskable and any(holder.isAncestorOf(here) for here in visited)
    return part in visited or by_cover or any(one in visited for one in _group(part))


def out_of_order(visited: Sequence[QWidget], scope: QWidget) -> Iterator[str]:
    """Yield steps of Tab upwards, or to the left, between parts with a common parent.

    One step is allowed: the one from the end of the page to its beginning.
    """
    steps = zip(visited, [*visited[1:], *visited[:1]], strict=True)
    back = [(here, there) for here, there in steps if _goes_back(here, there, scope)]
    if back:
        back.remove(min(back, key=lambda step: _corner(step[1], scope)))
    for here, there in back:
        yield f"Tab goes back from {describe(here)} to {describe(there)}"


def _goes_back(here: QWidget, there: QWidget, scope: QWidget) -> bool:
    one, other = _siblings(here, there, scope)
    if one is None or other is None or one is other:
        return False
    if isinstance(one.parentWidget(), OwnTabOrder):
        return False  # it defines its own order: visit entry has its sections in two columns
    first, second = _rect(one, scope), _rect(other, scope)
    beside = _overlap(first.top(), first.bottom(), second.top(), second.bottom())
    above = _overlap(first.left(), first.right(), second.left(), second.right())
    left_of = beside and second.right() <= first.left()
    return left_of or (above and not beside and second.bottom() <= first.top())


def _corner(part: QWidget, scope: QWidget) -> tuple[int, int]:
    rect = _rect(part, scope)
    return rect.left(), rect.top()


def _siblings(
    here: QWidget, there: QWidget, scope: QWidget
) -> tuple[QWidget | None, QWidget | None]:
    """Return the children of the innermost common parent that contain one widget each."""
    one: QWidget | None = here
    while one is not None and one is not scope:
        parent = one.parentWidget()
        if parent is not None and parent.isAncestorOf(there):
            other: QWidget | None = there
            while other is not None and other.parentWidget() is not parent:
                other = other.parentWidget()
            return one, other
        one = parent
    return None, None


def _rect(part: QWidget, scope: QWidget) -> QRect:
    return QRect(part.mapTo(scope, QPoint(0, 0)), part.size())


def _overlap(a: int, b: int, c: int, d: int) -> bool:
    """Return whether the intervals a–b and c–d share more than a third of the shorter one."""
    return min(b, d) - max(a, c) > min(b - a, d - c) / 3


def shared_shortcuts(scope: QWidget, actions: Sequence[QAction]) -> Iterator[str]:
    """Yield keys and Alt letters that two actions of a page share."""
    keys: Counter[str] = Counter()
    for action in {id(action): action for action in actions}.values():
        keys.update(sequence.toString() for sequence in action.shortcuts())
    for shortcut in scope.findChildren(QShortcut):
        holder = shortcut.parent()
        if isinstance(holder, QWidget) and holder.isVisibleTo(scope):
            keys[shortcut.key().toString()] += 1
    parts = (part for part in scope.findChildren(QWidget) if part.isVisibleTo(scope))
    keys.update(letter for letter in map(_letter, parts) if letter)
    for key, times in keys.items():
        if times > 1:
            yield f"{key} triggers {times} actions"


def _letter(part: QWidget) -> str:
    """Return the Alt letter in the text of a button or of a field's label, e.g. "Alt+N"."""
    labels_a_field = isinstance(part, QLabel) and part.buddy() is not None
    if not labels_a_field and not isinstance(part, QAbstractButton):
        return ""
    return QKeySequence.mnemonic(part.text()).toString()  # type: ignore[attr-defined]


def shared_key_caps(scope: QWidget) -> Iterator[str]:
    """Yield key caps that are shown for two different actions at once."""
    shown: dict[str, set[str]] = {}
    for part in scope.findChildren(QWidget):
        if not part.isVisibleTo(scope) or isinstance(part, ShortcutLabel):
            continue
        key = getattr(part, "key", None)
        if isinstance(key, str) and key and isinstance(part, QAbstractButton):
            shown.setdefault(key, set()).add(part.text())
    for key, texts in shown.items():
        if len(texts) > 1 and key not in ("Enter", "Esc"):
            yield f"the cap {key} is shown for {sorted(texts)}"


def describe(part: QWidget) -> str:
    """Return class, name and parent class of a widget, for messages."""
    name = spoken_name(part) or part.objectName()
    holder = part.parentWidget()
    inside = f" in {type(holder).__name__}" if holder is not None else ""
    return f"{type(part).__name__} {name!r}{inside}"
