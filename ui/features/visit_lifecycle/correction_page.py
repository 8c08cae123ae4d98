"""Page for corrections of a visit: the present text and the new text side by side."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from reception.domain.petition import FIELDS_OF_KIND, PetitionField, PetitionKind
from reception.domain.visit_lifecycle import is_text, split_field_path
from reception.law.statutory_words import FIELD_WORDS
from reception.services.visit_lifecycle.corrections import Correction
from ui.appearance.theme import theme
from ui.features.visit_lifecycle import lifecycle_texts
from ui.features.visit_lifecycle.lifecycle_page import (
    LifecyclePage,
    PageLabels,
    ReasonRow,
    VisitToChange,
)
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.text_area import TextArea

translate = QCoreApplication.translate
_FIRST_FIELDS = ("summary", "request", "respondent", "place", "field", "handled_by")
_FIELDS_WITH_CHOICES = ("mode", "field")


class CorrectionPage(LifecyclePage):
    """Corrects several fields in one change; the text typed for each field is kept."""

    def __init__(self, visit: VisitToChange, parent: QWidget) -> None:
        super().__init__(visit, parent)
        self._typed_values: dict[str, str] = {}
        self._current_path = ""
        self.field_choice = ChoiceBox(self)
        self.present_text = TextArea(self)
        self.present_text.setReadOnly(True)
        self.present_text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.new_text = TextArea(self, limit=20_000)
        self.value_choice = ChoiceBox(self)
        for area in (self.present_text, self.new_text):
            area.setFixedHeight(theme().px(92))
        self._add_fields()
        self.field_choice.chosen.connect(self._show_field)
        self.new_text.textChanged.connect(self._store_typed)
        self.value_choice.chosen.connect(self._store_typed)
        self._fill_field_choice()

    def _add_fields(self) -> None:
        labeled_choice = self.labeled_field(
            "part", translate("Life", "Part to correct"), self.field_choice
        )
        self.add_row((labeled_choice, 1), (QWidget(self), 1))
        labeled_present_text = self.labeled_field(
            "before", translate("Life", "Stands there"), self.present_text
        )
        self.present_text.counter_changed.disconnect(labeled_present_text.set_right_text)
        labeled_present_text.set_right_text("")
        self.add_row(
            (labeled_present_text, 1),
            (self.labeled_field("after", translate("Life", "Correct to"), self.new_text), 1),
        )
        self.fields["choice"] = self.labeled_field(
            "choice", translate("Life", "Correct to"), self.value_choice
        )
        self.add_row((self.fields["choice"], 1))
        self.reason_row = ReasonRow(self, lifecycle_texts.correction_grounds())
        self.banner = Banner("info", self)
        self.column.addWidget(self.banner)

    def _fill_field_choice(self) -> None:
        paths = self.visit.present.field_values
        first = [
            path for name in _FIRST_FIELDS for path in paths if split_field_path(path)[0] == name
        ]
        others = [path for path in paths if path not in first]
        for path in [*first, *others]:
            self.field_choice.add(lifecycle_texts.field_title(path), path)
        self.field_choice.choose(first[0])
        self._show_field()

    def show_changed_visit(self, visit: VisitToChange) -> None:
        """Show the text that somebody else has saved in the meantime; typed text is kept."""
        super().show_changed_visit(visit)
        self.present_text.set_text(
            self._display_value(self._current_path, visit.present.field_values[self._current_path])
        )
        self.emit_changed()

    @Slot()
    def _show_field(self) -> None:
        path = str(self.field_choice.value())
        self._current_path = path
        present = self.visit.present.field_values[path]
        self.present_text.set_text(self._display_value(path, present))
        value = self._typed_values.get(path, present)
        has_choices = split_field_path(path)[0] in _FIELDS_WITH_CHOICES
        self.fields["choice"].setVisible(has_choices)
        self.fields["after"].setVisible(not has_choices)
        if has_choices:
            self._fill_value_choice(path, value)
        else:
            self.new_text.set_text(value)
            self.new_text.moveCursor(QTextCursor.MoveOperation.End)
        self.banner.show_message("", self._consequence_text(path))
        self.emit_changed()

    def _fill_value_choice(self, path: str, selected: str) -> None:
        self.value_choice.blockSignals(True)
        self.value_choice.clear()
        for value, text in self._choices(path):
            self.value_choice.add(text, value)
        self.value_choice.choose(selected)
        self.value_choice.blockSignals(False)

    def _choices(self, path: str) -> list[tuple[str, str]]:
        if path == "mode":
            return lifecycle_texts.reception_modes()
        kind = PetitionKind(self.visit.present.kinds[split_field_path(path)[1] - 1])
        return [(field.value, FIELD_WORDS[field]) for field in FIELDS_OF_KIND[kind]]

    def _display_value(self, path: str, value: str) -> str:
        if path == "mode":
            return dict(lifecycle_texts.reception_modes())[value]
        return FIELD_WORDS[PetitionField(value)] if split_field_path(path)[0] == "field" else value

    def _consequence_text(self, path: str) -> str:
        sentences = []
        if is_text(path):
            sentences.append(
                translate(
                    "Life",
                    "The identity is sealed, so the new words cannot be compared with the name; "
                    "they are marked unchecked.",
                )
            )
        is_sealed = self.visit.present.protection.custodians_only and is_text(path)
        sentences.append(
            translate("Life", "The old words go into the seal, the deadline stays.")
            if is_sealed
            else translate("Life", "The old version is kept, the deadline stays.")
        )
        return " ".join(sentences)

    @Slot()
    def _store_typed(self) -> None:
        value = (
            self.value_choice.value()
            if self.value_choice.isVisibleTo(self)
            else self.new_text.value()
        )
        if value is not None:
            self._typed_values[self._current_path] = str(value)
        self.fields["after"].clear_state()
        self.emit_changed()

    def changes(self) -> dict[str, str]:
        """Return the new text of each field that differs, by its path (``summary.1``)."""
        present = self.visit.present.field_values
        return {
            path: text
            for path, text in self._typed_values.items()
            if text.strip() != present.get(path)
        }

    def page_labels(self) -> PageLabels:
        count = self.visit.present.correction_count + 1
        note = translate("Life", "Correction {count}").format(count=count)
        act = translate("Life", "Save the correction")
        return PageLabels(translate("Life", "Correct the visit"), "pen-line", note, act)

    def valid(self) -> bool:
        """Require a changed field and a reason."""
        return bool(self.changes()) and self.reason_row.valid()

    def job(self) -> Callable[[], object]:
        present = self.visit.present
        correction = Correction(
            self.reason_row.change_reason(), self.changes(), present.event_count
        )
        return partial(self.visit.reception.lifecycle.correct, present.visit_id, correction)

    def first_field(self) -> QWidget:
        return self.new_text if self.new_text.isVisibleTo(self) else self.value_choice
