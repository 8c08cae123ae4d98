"""Correction of a visit: present and new text side by side (screen 20a)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from reception.domain.petition import FIELDS_OF_KIND, PetitionField, PetitionKind
from reception.domain.visit_lifecycle import is_text, split_field_path
from reception.law.statutory_words import FIELD
from reception.services.visit_lifecycle.corrections import Correction
from ui.appearance.theme import theme
from ui.features.visit_lifecycle import lifecycle_texts
from ui.features.visit_lifecycle.lifecycle_page import (
    LifecyclePage,
    PageContext,
    ReasonRow,
    Subject,
)
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.text_area import TextArea

translate = QCoreApplication.translate
_ORDER = ("summary", "request", "respondent", "place", "field", "handled_by")
_FROM_LIST = ("mode", "field")


class CorrectionPage(LifecyclePage):
    """Corrects several fields (``summary.1``) in one act; what was typed for each is kept."""

    def __init__(self, subject: Subject, parent: QWidget) -> None:
        super().__init__(subject, parent)
        self._typed: dict[str, str] = {}
        self._current_path = ""
        self.part = ChoiceBox(self)
        self.before = TextArea(self)
        self.before.setReadOnly(True)
        self.before.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.after = TextArea(self, limit=20_000)
        self.choice = ChoiceBox(self)
        for area in (self.before, self.after):
            area.setFixedHeight(theme().px(92))
        self._build()
        self.part.chosen.connect(self._show_field)
        self.after.textChanged.connect(self._store_typed)
        self.choice.chosen.connect(self._store_typed)
        self._list_fields()

    def _build(self) -> None:
        part = self.labeled("part", translate("Life", "Part to correct"), self.part)
        self.add_row((part, 1), (QWidget(self), 1))
        before = self.labeled("before", translate("Life", "Stands there"), self.before)
        self.before.counter_changed.disconnect(before.set_right_text)
        before.set_right_text("")
        self.add_row(
            (before, 1),
            (self.labeled("after", translate("Life", "Correct to"), self.after), 1),
        )
        self.fields["choice"] = self.labeled("choice", translate("Life", "Correct to"), self.choice)
        self.add_row((self.fields["choice"], 1))
        self.reason_row = ReasonRow(self, lifecycle_texts.correction_grounds())
        self.banner = Banner("info", self)
        self.column.addWidget(self.banner)

    def _list_fields(self) -> None:
        paths = self.subject.state.field_values
        first = [path for name in _ORDER for path in paths if split_field_path(path)[0] == name]
        others = [path for path in paths if path not in first]
        for path in [*first, *others]:
            self.part.add(lifecycle_texts.field_title(path), path)
        self.part.choose(first[0])
        self._show_field()

    def show_state(self, subject: Subject) -> None:
        """Show the text that somebody else has saved meanwhile; typed text is kept."""
        super().show_state(subject)
        self.before.set_text(
            self._display_value(self._current_path, subject.state.field_values[self._current_path])
        )
        self.emit_changed()

    @Slot()
    def _show_field(self) -> None:
        path = str(self.part.value())
        self._current_path = path
        present = self.subject.state.field_values[path]
        self.before.set_text(self._display_value(path, present))
        value = self._typed.get(path, present)
        is_from_list = split_field_path(path)[0] in _FROM_LIST
        self.fields["choice"].setVisible(is_from_list)
        self.fields["after"].setVisible(not is_from_list)
        if is_from_list:
            self._fill_choice(path, value)
        else:
            self.after.set_text(value)
            self.after.moveCursor(QTextCursor.MoveOperation.End)
        self.banner.show_message("", self._consequence(path))
        self.emit_changed()

    def _fill_choice(self, path: str, selected: str) -> None:
        self.choice.blockSignals(True)
        self.choice.clear()
        for value, text in self._values(path):
            self.choice.add(text, value)
        self.choice.choose(selected)
        self.choice.blockSignals(False)

    def _values(self, path: str) -> list[tuple[str, str]]:
        if path == "mode":
            return lifecycle_texts.modes()
        kind = PetitionKind(self.subject.state.kinds[split_field_path(path)[1] - 1])
        return [(field.value, FIELD[field]) for field in FIELDS_OF_KIND[kind]]

    def _display_value(self, path: str, value: str) -> str:
        if path == "mode":
            return dict(lifecycle_texts.modes())[value]
        return FIELD[PetitionField(value)] if split_field_path(path)[0] == "field" else value

    def _consequence(self, path: str) -> str:
        parts = []
        if is_text(path):
            parts.append(
                translate(
                    "Life",
                    "The identity is sealed, so the new words cannot be compared with the name; "
                    "they are marked unchecked until a custodian has looked.",
                )
            )
        is_sealed = self.subject.state.protected and is_text(path)
        parts.append(
            translate("Life", "The old words go into the seal, the deadline stays.")
            if is_sealed
            else translate("Life", "The old version is kept, the deadline stays.")
        )
        return " ".join(parts)

    @Slot()
    def _store_typed(self) -> None:
        value = self.choice.value() if self.choice.isVisibleTo(self) else self.after.value()
        if value is not None:
            self._typed[self._current_path] = str(value)
        self.fields["after"].clear_state()
        self.emit_changed()

    def changes(self) -> dict[str, str]:
        """Return field path (``summary.1``) → new text, where it differs from the present one."""
        present = self.subject.state.field_values
        return {
            path: text for path, text in self._typed.items() if text.strip() != present.get(path)
        }

    def context(self) -> PageContext:
        count = self.subject.state.corrections + 1
        note = translate("Life", "Correction {count}").format(count=count)
        act = translate("Life", "Save the correction")
        return PageContext(translate("Life", "Correct the visit"), "pen-line", note, act)

    def valid(self) -> bool:
        """Require a difference and a reason."""
        return bool(self.changes()) and self.reason_row.valid()

    def job(self) -> Callable[[], object]:
        state = self.subject.state
        correction = Correction(self.reason_row.change_reason(), self.changes(), state.event_count)
        return partial(self.subject.reception.lifecycle.correct, state.visit_id, correction)

    def first_field(self) -> QWidget:
        return self.after if self.after.isVisibleTo(self) else self.choice
