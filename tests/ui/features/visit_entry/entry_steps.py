"""Steps of visit entry for tests: fill in, save, read texts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.features.visit_entry.conftest import NAME
from ui.widgets.labeled_field import LabeledField

K = Qt.Key


def type_person(entry_stage, name=NAME):
    fields = entry_stage.screen.page.person_card.fields
    entry_stage.type(name, fields.name)
    entry_stage.type("1968", fields.birth)
    entry_stage.type("012068000123", fields.number)
    entry_stage.type("Xã Bình Lư", fields.commune)


def type_content(entry_stage, kind, summary):
    entry_stage.alt(kind)
    entry_stage.type(summary, entry_stage.screen.page.content_card.summary)
    entry_stage.settle()


def save_visit(entry_stage, key=K.Key_S):
    before = len(entry_stage.rows())
    entry_stage.control(key)
    entry_stage.settle(300)
    rows = entry_stage.rows()
    assert len(rows) == before + 1, error_sentences(entry_stage)
    return rows[0]


def error_sentences(entry_stage):
    """Return the sentences about errors on the screen."""
    fields = entry_stage.screen.findChildren(LabeledField)
    return [
        entry_stage.screen.page.error_banner.text(),
        *(f.note() for f in fields if f.state() == "error"),
    ]


def all_texts(widget):
    """Yield every text, tool tip and accessible name in a tree of widgets."""
    for part in [widget, *widget.findChildren(QWidget)]:
        yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription())
        yield from (part.windowTitle(), part.statusTip(), part.whatsThis())
        if isinstance(part, (QLineEdit, QLabel)):
            yield part.text()
        if isinstance(part, QPlainTextEdit):
            yield part.toPlainText()
        interface = QAccessible.queryAccessibleInterface(part)
        if interface is not None:
            yield from (
                interface.text(role) for role in (QAccessible.Text.Name, QAccessible.Text.Value)
            )
