"""What a page must be for hands without a mouse and for eyes that listen, one line a fault."""

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

INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
_TARGET = 28
_MOST_STOPS = 160


def stops(scope: QWidget) -> list[QWidget]:
    """Return what Tab must reach inside a page or dialog."""
    return [part for part in scope.findChildren(QWidget) if _is_stop(part, scope)]


def _is_stop(part: QWidget, scope: QWidget) -> bool:
    by_tab = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    usable = part.isEnabled() and part.isVisibleTo(scope) and part.focusProxy() is None
    inner = isinstance(part.parentWidget(), (QAbstractSpinBox, QComboBox))
    return bool(by_tab) and usable and not inner and part.width() > 0 and not _led(part)


def _led(part: QWidget) -> bool:
    """Tell whether another button of its group is chosen: arrow keys lead from that one."""
    return any(one.isChecked() for one in _group(part)) and not part.isChecked()  # type: ignore[attr-defined]


def _group(part: QWidget) -> list[QAbstractButton]:
    """Return the buttons of which one holds, this one among them; none for other widgets."""
    if not isinstance(part, QAbstractButton):
        return []
    group, holder = part.group(), part.parentWidget()
    if group is not None:
        return group.buttons() if group.exclusive() else []
    near = holder.findChildren(QAbstractButton) if holder is not None else []
    return [one for one in near if one.autoExclusive()] if part.autoExclusive() else []


def nameless(scope: QWidget) -> Iterator[str]:
    """Yield what takes the focus and tells a screen reader nothing."""
    for part in stops(scope):
        if not spoken(part).strip():
            yield f"{kind(part)} has no accessible name"


def names_told(scope: QWidget, secrets: Sequence[str]) -> Iterator[str]:
    """Yield accessible names and descriptions that say who somebody is."""
    for part in (scope, *scope.findChildren(QWidget)):
        words = (part.accessibleName(), part.accessibleDescription(), part.toolTip())
        for secret in secrets:
            if any(secret in text for text in words):
                yield f"{kind(part)} tells {secret!r}"


def spoken(part: QWidget) -> str:
    """Return what a screen reader says for a widget."""
    face = QAccessible.queryAccessibleInterface(part)
    return part.accessibleName() or (face.text(QAccessible.Text.Name) if face else "")


def unlabelled(scope: QWidget) -> Iterator[str]:
    """Yield labels that lead nowhere, and inputs that no label and no name leads to."""
    led = set()
    for label in scope.findChildren(QLabel):
        buddy = label.buddy()
        if buddy is not None:
            led.add(buddy)
    for field in scope.findChildren(LabeledField):
        buddy = field.label.buddy()
        if buddy is None:
            yield f"label {field.label.text()!r} has no buddy"
        elif buddy is not field.inner() and not field.inner().isAncestorOf(buddy):
            yield f"label {field.label.text()!r} leads to {kind(buddy)}"
    for part in stops(scope):
        if isinstance(part, INPUTS) and part not in led and not part.accessibleName():
            yield f"{kind(part)} has neither label nor name"


def small(scope: QWidget) -> Iterator[str]:
    """Yield targets that are smaller than 28 px at scale 1.0, either way."""
    least = theme().px(_TARGET)
    for part in stops(scope):
        if isinstance(part, QAbstractScrollArea):
            continue
        if part.height() < least or part.width() < least:
            yield f"{kind(part)} is {part.width()} x {part.height()}, less than {least}"


def round_trip(scope: QWidget, backwards: bool = False) -> tuple[list[QWidget], list[str]]:
    """Press Tab until the focus comes round; return the way it went, and what is wrong with it."""
    wanted = stops(scope)
    if not wanted:
        return [], []
    key = Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab
    way: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        here = QApplication.focusWidget()
        if here is None or here in way:
            break
        way.append(here)
        QTest.keyClick(here, key)
        if QApplication.focusWidget() is here and len(wanted) > 1:
            return way, [f"{kind(here)} keeps the focus"]
    came_back = QApplication.focusWidget() in way
    faults = [] if came_back else ["the focus never comes round"]
    faults += [f"{kind(part)} is not reached" for part in wanted if not _reached(part, way)]
    faults += [f"{kind(part)} is outside" for part in way if not scope.isAncestorOf(part)]
    return way, faults


def _reached(part: QWidget, way: Sequence[QWidget]) -> bool:
    # A covered field is reached through its cover, which leaves when the focus comes.
    holder = part.parentWidget()
    covered = isinstance(holder, MaskableField)
    by_cover = covered and any(holder.isAncestorOf(here) for here in way)
    return part in way or by_cover or any(one in way for one in _group(part))


def out_of_order(way: Sequence[QWidget], scope: QWidget) -> Iterator[str]:
    """Yield steps of Tab that go back up, or back to the left, within what holds both ends.

    Going round, one step leads from the end of the page to its beginning.
    """
    around = zip(way, [*way[1:], *way[:1]], strict=True)
    back = [(here, there) for here, there in around if _goes_back(here, there, scope)]
    if back:
        back.remove(min(back, key=lambda step: _corner(step[1], scope)))
    for here, there in back:
        yield f"Tab goes back from {kind(here)} to {kind(there)}"


def _goes_back(here: QWidget, there: QWidget, scope: QWidget) -> bool:
    one, other = _apart(here, there, scope)
    if one is None or other is None or one is other:
        return False
    if hasattr(one.parentWidget(), "tab_parts"):
        return False  # it says itself how it is read: the desk's sections stand in two columns
    first, second = _place(one, scope), _place(other, scope)
    beside = _overlap(first.top(), first.bottom(), second.top(), second.bottom())
    above = _overlap(first.left(), first.right(), second.left(), second.right())
    left_of = beside and second.right() <= first.left()
    return left_of or (above and not beside and second.bottom() <= first.top())


def _corner(part: QWidget, scope: QWidget) -> tuple[int, int]:
    place = _place(part, scope)
    return place.left(), place.top()


def _apart(here: QWidget, there: QWidget, scope: QWidget) -> tuple[QWidget | None, QWidget | None]:
    """Return the two parts, holding either widget, in the innermost parent they share."""
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


def _place(part: QWidget, scope: QWidget) -> QRect:
    return QRect(part.mapTo(scope, QPoint(0, 0)), part.size())


def _overlap(a: int, b: int, c: int, d: int) -> bool:
    """Tell whether two stretches share more than a third of the shorter."""
    return min(b, d) - max(a, c) > min(b - a, d - c) / 3


def doubled(scope: QWidget, actions: Sequence[QAction]) -> Iterator[str]:
    """Yield keys and Alt letters that two acts of a page share."""
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
            yield f"{key} stands for {times} acts"


def _letter(part: QWidget) -> str:
    """Return the Alt letter in the words of a button or of a field's label, e.g. "Alt+N"."""
    leads = isinstance(part, QLabel) and part.buddy() is not None
    if not leads and not isinstance(part, QAbstractButton):
        return ""
    return QKeySequence.mnemonic(part.text()).toString()  # type: ignore[attr-defined]


def caps_told_twice(scope: QWidget) -> Iterator[str]:
    """Yield key caps that are shown for two different acts at once."""
    shown: dict[str, set[str]] = {}
    for part in scope.findChildren(QWidget):
        if not part.isVisibleTo(scope) or isinstance(part, ShortcutLabel):
            continue
        key = getattr(part, "key", None)
        if isinstance(key, str) and key and isinstance(part, QAbstractButton):
            shown.setdefault(key, set()).add(part.text())
    for key, acts in shown.items():
        if len(acts) > 1 and key not in ("Enter", "Esc"):
            yield f"the cap {key} is shown for {sorted(acts)}"


def kind(part: QWidget) -> str:
    """Return what a widget is, for people who mend it."""
    words = spoken(part) or part.objectName()
    holder = part.parentWidget()
    inside = f" in {type(holder).__name__}" if holder is not None else ""
    return f"{type(part).__name__} {words!r}{inside}"
