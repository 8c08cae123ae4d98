"""Page for the reclassification of a visit to another kind or to a protected one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.petition import (
    FIELDS_OF_KIND,
    KINDS_OF_NEW_PETITIONS,
    PetitionField,
    PetitionKind,
)
from reception.domain.visit_lifecycle import Protection, ProtectionChange
from reception.law.statutory_words import FIELD_WORDS, KIND_WORDS
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from ui.appearance.theme import theme
from ui.features.visit_lifecycle import lifecycle_texts
from ui.features.visit_lifecycle.lifecycle_page import (
    LifecyclePage,
    PageLabels,
    ReasonRow,
    VisitToChange,
)
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.consequence_list import ConsequenceLine, ConsequenceList
from ui.widgets.text_area import TextArea
from ui.widgets.toggle_switch import ToggleSwitch

translate = QCoreApplication.translate


class ReclassifyPage(LifecyclePage):
    """Asks for kind, field and protection, and for corrections of texts that contain a name."""

    def __init__(self, visit: VisitToChange, parent: QWidget) -> None:
        super().__init__(visit, parent)
        self.kind = ChoiceBox(self)
        for kind in KINDS_OF_NEW_PETITIONS:
            self.kind.add(KIND_WORDS[kind], kind.value)
        self.field = ChoiceBox(self)
        self.protection = ToggleSwitch(translate("Life", "Protection asked for"), self)
        self.correction_areas: dict[str, TextArea] = {}
        self.add_row(
            (self.labeled_field("kind", translate("Life", "Kind"), self.kind), 1),
            (self.labeled_field("field", translate("Life", "Field"), self.field), 1),
        )
        self.column.addWidget(self.protection)
        self.reason_row = ReasonRow(self, lifecycle_texts.reclassification_grounds())
        for path in visit.present.waived_fields:
            self._add_text_correction(path)
        self.consequence_list = ConsequenceList(translate("Life", "After reclassification"), self)
        self.column.addWidget(self.consequence_list)
        self.kind.choose(visit.register_row.kind)
        self.protection.setChecked(visit.register_row.protection)
        self.kind.chosen.connect(self._kind_chosen)
        self.protection.toggled.connect(self._show_consequences)
        self._kind_chosen()

    def _add_text_correction(self, path: str) -> None:
        area = TextArea(self, limit=20_000)
        area.setFixedHeight(theme().px(56))
        area.set_text(self.visit.present.field_values[path])
        area.textChanged.connect(self.emit_changed)
        label = translate("Life", "{place}: take the name out").format(
            place=lifecycle_texts.field_title(path)
        )
        self.column.addWidget(self.labeled_field(path, label, area))
        self.correction_areas[path] = area

    @Slot()
    def _kind_chosen(self) -> None:
        self.field.clear()
        for field in FIELDS_OF_KIND[self.selected_kind()]:
            self.field.add(FIELD_WORDS[field], field.value)
        self.field.choose(self.visit.register_row.field)
        if self.field.value() is None:
            self.field.choose(PetitionField.OTHER.value)
        self._show_consequences()

    @Slot()
    def _show_consequences(self) -> None:
        is_raised = self.protection_change().raises
        for path in self.correction_areas:
            self.fields[path].setVisible(is_raised)
        self.consequence_list.show_lines(self._consequence_lines())
        self.emit_changed()

    def selected_kind(self) -> PetitionKind:
        return PetitionKind(str(self.kind.value()))

    def protection_change(self) -> ProtectionChange:
        """Return the protection of the visit now, and as it will be with the choices made here."""
        after = Protection(self.selected_kind(), self.protection.isChecked())
        return ProtectionChange(self.visit.present.protection, after)

    def _consequence_lines(self) -> list[ConsequenceLine]:
        lines: list[ConsequenceLine] = []
        if self.protection_change().raises:
            papers = ", ".join(self.visit.present.receipts)
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
            values = {"code": self.visit.register_row.code, "papers": papers}
            lines = [(icon, text.format(**values), note) for icon, text, note in lines]
        elif self.protection_change().lowers:
            lines.append(("user-check", translate("Life", "Only a custodian can do this"), ""))
        lines.append(
            (
                "calendar-clock",
                translate("Life", "Deadlines follow the new kind, from the day of the visit"),
                "",
            )
        )
        return lines

    def page_labels(self) -> PageLabels:
        return PageLabels(
            translate("Life", "Reclassify the visit"),
            "scale",
            translate("Life", "The head is asked for new keys afterwards")
            if self.protection_change().raises
            else "",
            translate("Life", "Reclassify"),
        )

    def valid(self) -> bool:
        """Require a change, a reason, and a correction of each text that contains a name."""
        change = self.protection_change()
        present = self.visit.present.field_values
        all_corrected = all(
            area.value().strip() != present[path] for path, area in self.correction_areas.items()
        )
        return (
            change.before != change.after
            and self.reason_row.valid()
            and (all_corrected or not change.raises)
        )

    def job(self) -> Callable[[], object]:
        present = self.visit.present
        reclassification = Reclassification(
            self.reason_row.change_reason(),
            self.selected_kind(),
            present.event_count,
            self.protection.isChecked(),
            PetitionField(str(self.field.value())),
            changes={path: area.value() for path, area in self.correction_areas.items()}
            if self.protection_change().raises
            else {},
        )
        return partial(
            self.visit.reception.lifecycle.reclassify, present.visit_id, reclassification
        )

    def first_field(self) -> QWidget:
        return self.kind
