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
from ui.features.visit_lifecycle import lifecycle_texts
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
    """Kind, field, protection, and corrections of texts that still contain a name."""

    def __init__(self, subject: Subject, parent: QWidget) -> None:
        super().__init__(subject, parent)
        self.kind = ChoiceBox(self)
        for kind in _KINDS:
            self.kind.add(KIND[kind], kind.value)
        self.field = ChoiceBox(self)
        self.protection = ToggleSwitch(translate("Life", "Protection asked for"), self)
        self.corrections: dict[str, TextArea] = {}
        self.add_row(
            (self.labeled("kind", translate("Life", "Kind"), self.kind), 1),
            (self.labeled("field", translate("Life", "Field"), self.field), 1),
        )
        self.column.addWidget(self.protection)
        self.reason_row = ReasonRow(self, lifecycle_texts.kind_grounds())
        for path in subject.state.waived_fields:
            self._add_text_correction(path)
        self.consequences = ConsequenceList(translate("Life", "After reclassification"), self)
        self.column.addWidget(self.consequences)
        self.kind.choose(subject.row.kind)
        self.protection.setChecked(subject.row.protection)
        self.kind.chosen.connect(self._kind_chosen)
        self.protection.toggled.connect(self._update)
        self._kind_chosen()

    def _add_text_correction(self, path: str) -> None:
        area = TextArea(self, limit=20_000)
        area.setFixedHeight(theme().px(56))
        area.set_text(self.subject.state.field_values[path])
        area.textChanged.connect(self.emit_changed)
        label = translate("Life", "{place}: take the name out").format(
            place=lifecycle_texts.field_title(path)
        )
        self.column.addWidget(self.labeled(path, label, area))
        self.corrections[path] = area

    @Slot()
    def _kind_chosen(self) -> None:
        self.field.clear()
        for field in FIELDS_OF_KIND[self.wanted_kind()]:
            self.field.add(FIELD[field], field.value)
        self.field.choose(self.subject.row.field)
        if self.field.value() is None:
            self.field.choose(PetitionField.OTHER.value)
        self._update()

    @Slot()
    def _update(self) -> None:
        becomes_protected = self.becomes_protected()
        for path in self.corrections:
            self.fields[path].setVisible(becomes_protected)
        self.consequences.show_lines(self._lines())
        self.emit_changed()

    def wanted_kind(self) -> PetitionKind:
        return PetitionKind(str(self.kind.value()))

    def will_be_protected(self) -> bool:
        """Tell whether only custodians may open the identity afterwards."""
        return self.wanted_kind().protected or self.protection.isChecked()

    def becomes_protected(self) -> bool:
        """Tell whether reception officers lose access to the identity."""
        return self.will_be_protected() and not self.subject.state.protected

    def needs_custodian(self) -> bool:
        """Tell whether only a custodian may carry out this change."""
        was_protected = PetitionKind(self.subject.row.kind).protected
        kind_protected = self.wanted_kind().protected
        return (self.subject.state.protected and not self.will_be_protected()) or (
            was_protected and not kind_protected
        )

    def _lines(self) -> list[Line]:
        lines: list[Line] = []
        if self.becomes_protected():
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
            lines = [(icon, text.format(**facts), note) for icon, text, note in lines]
        elif self.needs_custodian():
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
            translate("Life", "The head is asked for new keys afterwards")
            if self.becomes_protected()
            else "",
            translate("Life", "Reclassify"),
        )

    def valid(self) -> bool:
        """Require a difference, a reason, and texts without the name."""
        row = self.subject.row
        is_same = (self.wanted_kind().value, self.protection.isChecked()) == (
            row.kind,
            row.protection,
        )
        present = self.subject.state.field_values
        corrected = all(
            area.value().strip() != present[path] for path, area in self.corrections.items()
        )
        return (
            not is_same and self.reason_row.valid() and (corrected or not self.becomes_protected())
        )

    def job(self) -> Callable[[], object]:
        state = self.subject.state
        reclassification = Reclassification(
            self.reason_row.change_reason(),
            self.wanted_kind(),
            state.event_count,
            self.protection.isChecked(),
            PetitionField(str(self.field.value())),
            changes={path: area.value() for path, area in self.corrections.items()}
            if self.becomes_protected()
            else {},
        )
        return partial(
            self.subject.reception.lifecycle.reclassify, state.visit_id, reclassification
        )

    def first_field(self) -> QWidget:
        return self.kind


def irreversible_lines(effects: IrreversibleEffects) -> list[Line]:
    """Return the effects that a reclassification cannot undo, as lines with counts."""
    lines: list[Line] = []
    for icon, title, numbers in (
        ("file-text", translate("Life", "Papers handed out"), effects.receipts),
        ("printer", translate("Life", "Prints"), effects.prints),
        (
            "database",
            translate("Life", "Backups, by number in the log"),
            tuple(str(number) for number in effects.backups),
        ),
    ):
        if numbers:
            lines.append((icon, f"{title}: {', '.join(numbers)}", ""))
    copies = translate("Life", "Copies kept outside the program, if there are any")
    lines.append(("hard-drive", copies, ""))
    return lines
