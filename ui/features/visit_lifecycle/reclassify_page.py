"""Reclassification of a visit to another kind or to a protected one; irreversible effects."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.petition import FIELDS_OF_KIND, PetitionField, PetitionKind
from reception.law.statutory_words import FIELD, KIND
from reception.services.visit_lifecycle.reclassification import (
    IrreversibleEffects,
    Reclassification,
)
from ui.appearance.theme import theme
from ui.features.visit_lifecycle import lifecycle_words
from ui.features.visit_lifecycle.consequence_list import ConsequenceList, Line
from ui.features.visit_lifecycle.lifecycle_page import (
    LifecyclePage,
    PageContext,
    ReasonRow,
    Subject,
)
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.text_area import TextArea
from ui.widgets.toggle_switch import ToggleSwitch

translate = QCoreApplication.translate
_KINDS = (
    PetitionKind.COMPLAINT,
    PetitionKind.DENUNCIATION,
    PetitionKind.RECOMMENDATION,
    PetitionKind.FEEDBACK,
)


class ReclassifyPage(LifecyclePage):
    """Kind, field, protection, and the texts that still contain a name."""

    def __init__(self, subject: Subject, parent: QWidget) -> None:
        super().__init__(subject, parent)
        self.kind = ChoiceBox(self)
        for kind in _KINDS:
            self.kind.add(KIND[kind], kind.value)
        self.field = ChoiceBox(self)
        self.protection = ToggleSwitch(translate("Life", "Protection asked for"), self)
        self.corrections: dict[str, TextArea] = {}
        self.row(
            (self.put("kind", translate("Life", "Kind"), self.kind), 1),
            (self.put("field", translate("Life", "Field"), self.field), 1),
        )
        self.column.addWidget(self.protection)
        self.reason_row = ReasonRow(self, lifecycle_words.kind_grounds())
        for place in subject.state.waived_fields:
            self._add_mending(place)
        self.after = ConsequenceList(translate("Life", "After reclassification"), self)
        self.column.addWidget(self.after)
        self.kind.choose(subject.row.kind)
        self.protection.setChecked(subject.row.protection)
        self.kind.chosen.connect(self._turn)
        self.protection.toggled.connect(self._show)
        self._turn()

    def _add_mending(self, place: str) -> None:
        area = TextArea(self, limit=20_000)
        area.setFixedHeight(theme().px(56))
        area.set_text(self.subject.state.field_values[place])
        area.textChanged.connect(self.emit_changed)
        label = translate("Life", "{place}: take the name out").format(
            place=lifecycle_words.place_words(place)
        )
        self.column.addWidget(self.put(place, label, area))
        self.corrections[place] = area

    @Slot()
    def _turn(self) -> None:
        self.field.clear()
        for field in FIELDS_OF_KIND[self.wanted_kind()]:
            self.field.add(FIELD[field], field.value)
        self.field.choose(self.subject.row.field)
        if self.field.value() is None:
            self.field.choose(PetitionField.OTHER.value)
        self._show()

    @Slot()
    def _show(self) -> None:
        upward = self.upward()
        for place in self.corrections:
            self.fields[place].setVisible(upward)
        self.after.show_lines(self._lines())
        self.emit_changed()

    def wanted_kind(self) -> PetitionKind:
        return PetitionKind(str(self.kind.value()))

    def secret(self) -> bool:
        """Tell whether only custodians may open the identity afterwards."""
        return self.wanted_kind().protected or self.protection.isChecked()

    def upward(self) -> bool:
        """Tell whether reception officers lose access to the identity."""
        return self.secret() and not self.subject.state.protected

    def downward(self) -> bool:
        """Tell whether only a custodian may do it."""
        was = PetitionKind(self.subject.row.kind).protected
        now = self.wanted_kind().protected
        return (self.subject.state.protected and not self.secret()) or (was and not now)

    def _lines(self) -> list[Line]:
        lines: list[Line] = []
        if self.upward():
            papers = ", ".join(self.subject.state.receipts)
            lines += [
                ("seal", translate("Life", "Only a custodian can open the identity"), ""),
                (
                    "x",
                    translate("Life", "Code {code} ends, the visit gets another one"),
                    "",
                ),
                (
                    "triangle-alert",
                    translate("Life", "Cannot be taken back: {papers} older backups, prints"),
                    translate("Life", "listed afterwards"),
                ),
            ]
            papers = f"{papers}," if papers else ""
            facts = {"code": self.subject.row.code, "papers": papers}
            lines = [(i, text.format(**facts), note) for i, text, note in lines]
        elif self.downward():
            lines.append(("user-check", translate("Life", "Only a custodian can do this"), ""))
        lines.append(
            (
                "calendar-clock",
                translate("Life", "Deadlines follow the new kind, from the day of the visit"),
                "",
            )
        )
        return lines

    def context(self) -> PageContext:
        return PageContext(
            translate("Life", "Reclassify the visit"),
            "scale",
            translate("Life", "The head is asked for new keys afterwards") if self.upward() else "",
            translate("Life", "Reclassify"),
        )

    def valid(self) -> bool:
        """Require a difference, a reason, and texts without the name."""
        row = self.subject.row
        same = (self.wanted_kind().value, self.protection.isChecked()) == (
            row.kind,
            row.protection,
        )
        places = self.subject.state.field_values
        corrected = all(area.value().strip() != places[p] for p, area in self.corrections.items())
        return not same and self.reason_row.valid() and (corrected or not self.upward())

    def job(self) -> Callable[[], object]:
        state = self.subject.state
        wanted = Reclassification(
            self.reason_row.change_reason(),
            self.wanted_kind(),
            state.event_count,
            self.protection.isChecked(),
            PetitionField(str(self.field.value())),
            changes={p: area.value() for p, area in self.corrections.items()}
            if self.upward()
            else {},
        )
        return partial(self.subject.reception.lifecycle.reclassify, state.visit_id, wanted)

    def first_field(self) -> QWidget:
        return self.kind


def irreversible_lines(beyond: IrreversibleEffects) -> list[Line]:
    """Return the effects that a reclassification cannot undo, as lines with counts."""
    found: list[Line] = []
    for icon, title, numbers in (
        ("file-text", translate("Life", "Papers handed out"), beyond.receipts),
        ("printer", translate("Life", "Prints"), beyond.prints),
        (
            "database",
            translate("Life", "Backups, by number in the log"),
            tuple(str(number) for number in beyond.backups),
        ),
    ):
        if numbers:
            found.append((icon, f"{title}: {', '.join(numbers)}", ""))
    words_ = translate("Life", "Copies kept outside the program, if there are any")
    found.append(("hard-drive", words_, ""))
    return found
