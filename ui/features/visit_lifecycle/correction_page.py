"""Correction of a visit: present and new words side by side (20a)."""

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
from ui.features.visit_lifecycle import lifecycle_words
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
_CHOSEN = ("mode", "field")


class CorrectionPage(LifecyclePage):
    """Several texts may be corrected in one act; each keeps the words typed for it."""

    def __init__(self, subject: Subject, parent: QWidget) -> None:
        super().__init__(subject, parent)
        self._typed: dict[str, str] = {}
        self._shown = ""
        self.place = ChoiceBox(self)
        self.before = TextArea(self)
        self.before.setReadOnly(True)
        self.before.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.after = TextArea(self, limit=20_000)
        self.choice = ChoiceBox(self)
        for area in (self.before, self.after):
            area.setFixedHeight(theme().px(92))
        self._build()
        self.place.chosen.connect(self._turn)
        self.after.textChanged.connect(self._typed_here)
        self.choice.chosen.connect(self._typed_here)
        self._list_places()

    def _build(self) -> None:
        part = self.put("part", translate("Life", "Part to correct"), self.place)
        self.row((part, 1), (QWidget(self), 1))
        before = self.put("before", translate("Life", "Stands there"), self.before)
        self.before.counter_changed.disconnect(before.set_side_text)
        before.set_side_text("")
        self.row(
            (before, 1),
            (self.put("after", translate("Life", "Correct to"), self.after), 1),
        )
        self.fields["choice"] = self.put("choice", translate("Life", "Correct to"), self.choice)
        self.row((self.fields["choice"], 1))
        self.reason_row = ReasonRow(self, lifecycle_words.correction_grounds())
        self.banner = Banner("info", self)
        self.column.addWidget(self.banner)

    def _list_places(self) -> None:
        places = self.subject.state.field_values
        first = [p for name in _ORDER for p in places if split_field_path(p)[0] == name]
        for place in [*first, *(p for p in places if p not in first)]:
            self.place.add(lifecycle_words.place_words(place), place)
        self.place.choose(first[0])
        self._turn()

    def show_state(self, subject: Subject) -> None:
        """Show words that somebody else saved meanwhile beside those typed here."""
        super().show_state(subject)
        self.before.set_text(self._spoken(self._shown, subject.state.field_values[self._shown]))
        self.emit_changed()

    @Slot()
    def _turn(self) -> None:
        place = str(self.place.value())
        self._shown = place
        present = self.subject.state.field_values[place]
        self.before.set_text(self._spoken(place, present))
        wanted = self._typed.get(place, present)
        chosen = split_field_path(place)[0] in _CHOSEN
        self.fields["choice"].setVisible(chosen)
        self.fields["after"].setVisible(not chosen)
        if chosen:
            self._fill_choice(place, wanted)
        else:
            self.after.set_text(wanted)
            self.after.moveCursor(QTextCursor.MoveOperation.End)
        self.banner.say("", self._consequence(place))
        self.emit_changed()

    def _fill_choice(self, place: str, wanted: str) -> None:
        self.choice.blockSignals(True)
        self.choice.clear()
        for value, text in self._values(place):
            self.choice.add(text, value)
        self.choice.choose(wanted)
        self.choice.blockSignals(False)

    def _values(self, place: str) -> list[tuple[str, str]]:
        if place == "mode":
            return lifecycle_words.modes()
        kind = PetitionKind(self.subject.state.kinds[split_field_path(place)[1] - 1])
        return [(field.value, FIELD[field]) for field in FIELDS_OF_KIND[kind]]

    def _spoken(self, place: str, value: str) -> str:
        if place == "mode":
            return dict(lifecycle_words.modes())[value]
        return FIELD[PetitionField(value)] if split_field_path(place)[0] == "field" else value

    def _consequence(self, place: str) -> str:
        parts = []
        if is_text(place):
            parts.append(
                translate(
                    "Life",
                    "The identity is sealed, so the new words cannot be compared with the name; "
                    "they are marked unchecked until a custodian has looked.",
                )
            )
        secret = self.subject.state.protected and is_text(place)
        parts.append(
            translate("Life", "The old words go into the seal, the deadline stays.")
            if secret
            else translate("Life", "The old version is kept, the deadline stays.")
        )
        return " ".join(parts)

    @Slot()
    def _typed_here(self) -> None:
        value = self.choice.value() if self.choice.isVisibleTo(self) else self.after.value()
        if value is not None:
            self._typed[self._shown] = str(value)
        self.fields["after"].clear_state()
        self.emit_changed()

    def changes(self) -> dict[str, str]:
        """Return the new words that differ, by place (``summary.1``)."""
        places = self.subject.state.field_values
        return {p: text for p, text in self._typed.items() if text.strip() != places.get(p)}

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
        wanted = Correction(self.reason_row.change_reason(), self.changes(), state.event_count)
        return partial(self.subject.reception.lifecycle.correct, state.visit_id, wanted)

    def first_field(self) -> QWidget:
        return self.after if self.after.isVisibleTo(self) else self.choice
