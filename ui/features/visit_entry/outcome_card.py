"""Section 4: the outcome of a petition; only lawful outcomes are offered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from reception.domain.lawful_outcomes import lawful_outcomes
from reception.domain.petition import Competence, Form, PetitionKind
from reception.domain.visit import Outcome
from reception.law.refusal_grounds import ground
from reception.law.statutory_words import OUTCOME
from ui.appearance.theme import theme
from ui.features.visit_entry.form_state import OutcomeForm
from ui.widgets.autocomplete_field import AutocompleteField
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.icon_line import IconLine
from ui.widgets.labeled_field import LabeledField
from ui.widgets.segmented_control import SegmentedControl
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate
_EXPLAINED = (Outcome.REFUSE, Outcome.EXPLAIN)


class OutcomeCard(Card):
    """Section 4 of one petition; ``refusal_wanted`` asks for the ground of a refusal."""

    changed = Signal()
    refusal_wanted = Signal()

    def __init__(self, head: str, bodies: tuple[str, ...], parent: QWidget) -> None:
        """``head`` is the usual addressee of an accepted petition, ``bodies`` are suggestions."""
        super().__init__(translate("Desk", "Outcome"), parent, 4)
        self.setProperty("dense", True)
        self._head = head
        self._kind, self._written = PetitionKind.COMPLAINT, False
        self._form: Form | None = None
        self._ground = ""
        self._body_by_outcome: dict[str, str] = {}
        self.within_competence = QCheckBox(translate("Desk", "Within competence"), self)
        self.competence = ChoiceBox(self)
        self.outcomes = SegmentedControl(self)
        self.body_name = AutocompleteField(self)
        self.explanation = TextField(self)
        self.form = ChoiceBox(self)
        self.document = TextField(self)
        self.deadline = QLabel(self)
        self.deadline_icon = IconLine("calendar-clock", "", self, "info")
        self.body_name.set_suggestions((head, *bodies))
        self._fill_choices()
        self._lay_out()
        self._wire()
        self.show_form(OutcomeForm())

    def _fill_choices(self) -> None:
        self.competence.add(translate("Desk", "Another body"), Competence.OTHER.value)
        self.competence.add(translate("Desk", "Lower body is late"), Competence.LOWER_LATE.value)
        self.competence.add(translate("Desk", "Already settled"), Competence.SETTLED.value)
        self.form.add(translate("Desk", "Spoken"), Form.SPOKEN.value)
        self.form.add(translate("Desk", "In writing"), Form.WRITTEN.value)
        self.outcomes.setAccessibleName(translate("Desk", "Outcome"))
        self.competence.setAccessibleName(translate("Desk", "Whose matter"))

    def _lay_out(self) -> None:
        px = theme().px
        self.add_right(self.competence)
        self.add_right(self.within_competence)
        self.body_field = LabeledField(translate("Desk", "Report to"), self.body_name, self)
        self.explain_field = LabeledField(
            translate("Desk", "What was explained"), self.explanation, self
        )
        self.form_field = LabeledField(translate("Desk", "Told or written"), self.form, self)
        self.document_field = LabeledField(
            translate("Desk", "Document number"), self.document, self
        )
        self.document.setPlaceholderText(translate("Desk", "Given on print"))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.body_field, 1)
        row.addWidget(self.explain_field, 1)
        self.form_field.setFixedWidth(px(114))
        self.document_field.setFixedWidth(px(96))
        row.addWidget(self.form_field)
        row.addWidget(self.document_field)
        self.body.addWidget(self.outcomes)
        self.body.addLayout(row)
        foot = QHBoxLayout()
        foot.setSpacing(px(7))
        self.deadline_icon.setFixedWidth(px(17))
        self.deadline.setProperty("role", "secondary")
        self.deadline.setTextFormat(Qt.TextFormat.RichText)
        self.deadline.setWordWrap(True)
        foot.addWidget(self.deadline_icon, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.deadline, 1)
        self.body.addLayout(foot)

    def _wire(self) -> None:
        self.within_competence.toggled.connect(self._competence_changed)
        self.competence.chosen.connect(self._refresh)
        self.form.chosen.connect(self._form_chosen)
        self.outcomes.chosen.connect(self._outcome_chosen)
        for line in (self.body_name, self.explanation, self.document):
            line.textChanged.connect(self.changed)

    def outcome(self) -> Outcome:
        value = self.outcomes.value()
        return Outcome(str(value)) if value else Outcome.ACCEPT

    def competence_value(self) -> Competence:
        if self.within_competence.isChecked():
            return Competence.OURS
        return Competence(str(self.competence.value() or Competence.OTHER))

    def collect(self) -> OutcomeForm:
        return OutcomeForm(
            competence=self.competence_value(),
            outcome=self.outcome(),
            handled_by=self.body_name.text(),
            document_number=self.document.text(),
            explanation=self.explanation.text(),
            form=self._form,
            ground=self._ground,
        )

    def show_form(self, form: OutcomeForm) -> None:
        """Show a form; nothing is emitted."""
        blocked = self.blockSignals(True)
        competence = form.competence
        self._form, self._ground = form.form, form.ground
        self.within_competence.setChecked(competence is Competence.OURS)
        if competence is not Competence.OURS:
            self.competence.choose(competence.value)
        self.competence.setVisible(competence is not Competence.OURS)
        self.document.setText(form.document_number)
        self.explanation.setText(form.explanation)
        for field in (self.body_field, self.explain_field, self.document_field):
            field.clear_state()
        self._offer(form.outcome)
        body = self._usual_body() if form.handled_by is None else form.handled_by
        self.body_name.setText(body)
        self._show()
        self.blockSignals(blocked)

    def follow(self, kind: PetitionKind | None, written: bool) -> None:
        """Offer the lawful outcomes; ``written``: a petition is among the papers."""
        self._kind, self._written = kind or PetitionKind.COMPLAINT, written
        if self._ground and self._kind not in ground(self._ground).kinds:
            self._ground = ""
        blocked = self.blockSignals(True)
        self._refresh()
        self.blockSignals(blocked)

    def set_ground(self, code: str) -> None:
        self._ground = code
        self.outcomes.choose(Outcome.REFUSE.value)
        self._show()
        self.changed.emit()

    def drop_refusal(self) -> None:
        """Choose the usual outcome again if no ground was chosen."""
        if not self._ground:
            self._offer(None)
            self._show()
            self.changed.emit()

    def set_deadline(self, emphasised: str, details: str) -> None:
        """Show the deadline that starts; two empty texts hide the line."""
        self.deadline.setText(f"{emphasised} {details}".strip())
        self.deadline_icon.setVisible(bool(emphasised or details))

    # -- lawful outcomes ------------------------------------------------------------------

    def _form_now(self) -> Form:
        return self._form or (Form.WRITTEN if self._written else Form.SPOKEN)

    def _offer(self, preferred: Outcome | None) -> None:
        lawful = lawful_outcomes(self._kind, self.competence_value(), self._form_now())
        offered = (*lawful, Outcome.REFUSE)
        blocked = self.outcomes.blockSignals(True)
        if self.outcomes.values() != [outcome.value for outcome in offered]:
            self.outcomes.clear()
            for outcome in offered:
                label = (
                    translate("Desk", "Refuse") if outcome is Outcome.REFUSE else OUTCOME[outcome]
                )
                self.outcomes.add(outcome.value, label)
        chosen = preferred if preferred in offered else lawful[0]
        self.outcomes.choose(chosen.value)
        self.outcomes.blockSignals(blocked)
        blocked_form = self.form.blockSignals(True)
        self.form.choose(self._form_now().value)
        self.form.blockSignals(blocked_form)

    def _usual_body(self) -> str:
        return self._head if self.outcome() in (Outcome.ACCEPT, Outcome.REPORT_UP) else ""

    @Slot()
    def _refresh(self, _value: object = None) -> None:
        before = self.outcome()
        self._offer(before)
        self._change_body(before)
        self._show()
        self.changed.emit()

    def _change_body(self, before: Outcome) -> None:
        after = self.outcome()
        if after is not before and before not in _EXPLAINED:
            self._body_by_outcome[before.value] = self.body_name.text()
        if after is not before and after not in _EXPLAINED:
            self.body_name.setText(self._body_by_outcome.get(after.value, self._usual_body()))

    @Slot(bool)
    def _competence_changed(self, within: bool) -> None:
        self.competence.setVisible(not within)
        if not within and not self.competence.value():
            self.competence.choose(Competence.OTHER.value)
        self._refresh()

    @Slot(object)
    def _form_chosen(self, value: object) -> None:
        self._form = Form(str(value))
        self._refresh()

    @Slot(object)
    def _outcome_chosen(self, _value: object) -> None:
        outcome = self.outcome()
        if outcome not in _EXPLAINED:
            self.body_name.setText(self._body_by_outcome.get(outcome.value, self._usual_body()))
        self._show()
        self.changed.emit()
        if outcome is Outcome.REFUSE:
            self.refusal_wanted.emit()

    def _show(self) -> None:
        outcome = self.outcome()
        has_notice = (
            outcome is Outcome.REFUSE and bool(self._ground) and ground(self._ground).written
        )
        self.explain_field.setVisible(outcome in _EXPLAINED)
        self.body_field.setVisible(outcome not in _EXPLAINED)
        label = {
            Outcome.GUIDE: translate("Desk", "Guided to"),
            Outcome.TRANSFER: translate("Desk", "Transferred to"),
        }.get(outcome, translate("Desk", "Report to"))
        self.body_field.set_label(label)
        note, explained = (
            translate("Desk", "Note on the refusal"),
            translate("Desk", "What was explained"),
        )
        self.explain_field.set_label(note if has_notice else explained)
