"""What an officer does again and again at the desk, for tests."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.features.visit_entry.conftest import NAME
from ui.widgets.labeled_field import LabeledField

K = Qt.Key


def person(room, name=NAME):
    fields = room.desk.person.fields
    room.type(name, fields.name)
    room.type("1968", fields.birth)
    room.type("012068000123", fields.number)
    room.type("Xã Bình Lư", fields.commune)


def content(room, kind, summary):
    room.alt(kind)
    room.type(summary, room.desk.content.summary)
    room.settle()


def saved(room, key=K.Key_S):
    before = len(room.rows())
    room.control(key)
    room.settle(300)
    rows = room.rows()
    assert len(rows) == before + 1, said(room)
    return rows[0]


def said(room):
    """What the desk says is wrong."""
    fields = room.desk.findChildren(LabeledField)
    return [room.desk.trouble.text(), *(f.note() for f in fields if f.state() == "error")]


def words_on(widget):
    """Every word a person, a screen reader or a tooltip could get from a widget tree."""
    for part in [widget, *widget.findChildren(QWidget)]:
        yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription())
        yield from (part.windowTitle(), part.statusTip(), part.whatsThis())
        if isinstance(part, (QLineEdit, QLabel)):
            yield part.text()
        if isinstance(part, QPlainTextEdit):
            yield part.toPlainText()
        face = QAccessible.queryAccessibleInterface(part)
        if face is not None:
            yield from (face.text(role) for role in (QAccessible.Text.Name, QAccessible.Text.Value))
