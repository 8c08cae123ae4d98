"""Base class of the pages of the lifecycle dialog: labelled fields, the reason, and one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception.domain.written_reason import SHORTEST_WRITTEN_REASON
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from ui.appearance.theme import theme
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labeled_field import LabeledField
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.errors import InvalidInput
    from reception.services.register.register_row import RegisterRow
    from reception.services.visit_lifecycle.lifecycle_state import VisitChangeContext

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class VisitToChange:
    """The visit that the dialog changes: its row, its present fields, and the services."""

    register_row: RegisterRow
    present: VisitChangeContext
    reception: Reception


@dataclass(frozen=True, slots=True)
class PageLabels:
    """Title, icon and note of the dialog; text, kind and icon of its button."""

    title: str
    icon: str
    note: str
    button_text: str
    button_kind: str = "primary"
    button_icon: str = "save"


class LifecyclePage(QWidget):
    """Base class of the pages; emits ``changed`` when ``valid()`` may return another result."""

    changed = Signal()

    def __init__(self, visit: VisitToChange, parent: QWidget) -> None:
        super().__init__(parent)
        self.visit = visit
        self.fields: dict[str, LabeledField] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme().px(10))

    def page_labels(self) -> PageLabels:
        """Return title, note and button of the dialog while it shows this page."""
        raise NotImplementedError

    def valid(self) -> bool:
        """Tell whether the change may be carried out."""
        raise NotImplementedError

    def job(self) -> Callable[[], object]:
        """Return the change as a function to be run on the database thread."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Return the field that gets the focus first."""
        raise NotImplementedError

    def show_changed_visit(self, visit: VisitToChange) -> None:
        """Show the visit as somebody else has changed it; typed text is kept."""
        self.visit = visit

    def show_error(self, error: InvalidInput, text: str) -> bool:
        """Show an error at its field; False when the page has no such field."""
        field = self.fields.get(error.field)
        if field is None:
            return False
        field.set_error(text)
        field.input_widget().setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def clear_errors(self) -> None:
        """Remove the error states of all fields."""
        for field in self.fields.values():
            field.clear_state()

    def labeled_field(self, name: str, label: str, field: QWidget, hint: str = "") -> LabeledField:
        """Return a field with its label; services give ``name`` in an error of this field."""
        field.setObjectName(name)
        labeled = LabeledField(label, field, self, hint)
        self.fields[name] = labeled
        return labeled

    def add_row(self, *fields: tuple[QWidget, int]) -> None:
        """Add fields side by side; each with its stretch factor."""
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        for widget, stretch in fields:
            row.addWidget(widget, stretch)
        self.column.addLayout(row)

    @Slot()
    def emit_changed(self) -> None:
        self.changed.emit()


class ReasonRow:
    """Two fields that every change requires: a ground from a list, and a reason as free text."""

    def __init__(self, page: LifecyclePage, grounds: Sequence[tuple[str, str]]) -> None:
        """``grounds`` are (value, text); the first one is selected."""
        self.ground = ChoiceBox(page)
        for value, text in grounds:
            self.ground.add(text, value)
        self.reason = TextField(page)
        self.reason.textChanged.connect(page.emit_changed)
        self.ground.chosen.connect(page.emit_changed)
        hint = translate("Life", "At least {count} characters, without a name").format(
            count=SHORTEST_WRITTEN_REASON
        )
        page.add_row(
            (page.labeled_field("ground", translate("Life", "Why"), self.ground), 3),
            (
                page.labeled_field(
                    "reason", translate("Life", "Reason in words"), self.reason, hint
                ),
                5,
            ),
        )

    def valid(self) -> bool:
        return self.ground.value() is not None and len(self.reason.text().strip()) >= (
            SHORTEST_WRITTEN_REASON
        )

    def change_reason(self) -> ChangeReason:
        return ChangeReason(str(self.ground.value()), self.reason.value())
