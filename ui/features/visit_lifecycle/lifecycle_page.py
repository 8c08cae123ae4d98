"""What every page of the dialog about a visit's life has: a head, a form, one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception.services.visit_lifecycle.lifecycle_rules import SHORTEST_REASON, ChangeReason
from ui.appearance.theme import theme
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labeled_field import LabeledField
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.errors import InvalidInput
    from reception.services.register.register import RegisterRow
    from reception.services.visit_lifecycle.lifecycle_state import VisitChangeContext

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Subject:
    """The visit that the dialog is about: its row, its state, and the office's services."""

    row: RegisterRow
    state: VisitChangeContext
    reception: Reception


@dataclass(frozen=True, slots=True)
class PageContext:
    """Title, icon, the note at the foot, and the one act: words, kind of button, icon."""

    title: str
    icon: str
    note: str
    act: str
    kind: str = "primary"
    sign: str = "save"


class LifecyclePage(QWidget):
    """``look()``, ``valid()``, ``job()``, ``first()``; ``changed()`` when validity may differ."""

    changed = Signal()

    def __init__(self, subject: Subject, parent: QWidget) -> None:
        """Make an empty page in a column."""
        super().__init__(parent)
        self.subject = subject
        self.fields: dict[str, LabeledField] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme().px(10))

    def look(self) -> PageContext:
        """Return what the dialog shows around the page."""
        raise NotImplementedError

    def valid(self) -> bool:
        """Say whether the act may be done."""
        raise NotImplementedError

    def job(self) -> Callable[[], object]:
        """Return the act, to be run in the worker."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Return the field in which work begins."""
        raise NotImplementedError

    def show_state(self, subject: Subject) -> None:
        """Take a newer state of the visit; what was typed stays."""
        self.subject = subject

    def mark(self, error: InvalidInput, words: str) -> bool:
        """Show an error at its field; False when it belongs to none of them."""
        field = self.fields.get(error.field)
        if field is None:
            return False
        field.set_error(words)
        field.inner().setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def clear_marks(self) -> None:
        """Take every error away."""
        for field in self.fields.values():
            field.clear_state()

    def put(self, name: str, label: str, field: QWidget, hint: str = "") -> LabeledField:
        """Name a field, label it and remember it under the name the services use."""
        field.setObjectName(name)
        labeled = LabeledField(label, field, self, hint)
        self.fields[name] = labeled
        return labeled

    def row(self, *parts: tuple[QWidget, int]) -> None:
        """Lay fields out side by side with their shares of the width."""
        line = QHBoxLayout()
        line.setSpacing(theme().px(16))
        for widget, share in parts:
            line.addWidget(widget, share)
        self.column.addLayout(line)

    @Slot()
    def tell(self) -> None:
        """Say that something was typed or chosen."""
        self.changed.emit()


class ReasonRow:
    """The two fields every change asks for: a ground from the list, a reason in words."""

    def __init__(self, page: LifecyclePage, grounds: Sequence[tuple[str, str]]) -> None:
        """Put the fields into a page; ``grounds`` are (value, words), the first one chosen."""
        self.ground = ChoiceBox(page)
        for value, words in grounds:
            self.ground.add(words, value)
        self.reason = TextField(page)
        self.reason.textChanged.connect(page.tell)
        self.ground.chosen.connect(page.tell)
        hint = translate("Life", "At least {count} characters, without a name").format(
            count=SHORTEST_REASON
        )
        page.row(
            (page.put("ground", translate("Life", "Why"), self.ground), 3),
            (page.put("reason", translate("Life", "Reason in words"), self.reason, hint), 5),
        )

    def valid(self) -> bool:
        """Say whether both are given."""
        return self.ground.value() is not None and len(self.reason.text().strip()) >= (
            SHORTEST_REASON
        )

    def why(self) -> ChangeReason:
        """Return what was given."""
        return ChangeReason(str(self.ground.value()), self.reason.value())
