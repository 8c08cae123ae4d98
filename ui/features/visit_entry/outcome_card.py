"""Section 4: the outcome of a petition; only lawful outcomes are offered."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from reception.domain.petition import Competence, Form, PetitionKind
from reception.domain.visit import Outcome
from reception.law.lawful_outcomes import OutcomeCase, lawful_or_usual, lawful_outcomes
from reception.law.refusal_grounds import ground
from reception.law.statutory_words import OUTCOME_WORDS
from ui.features.visit_entry.deadline_line import DeadlineLine
from ui.features.visit_entry.field_row import STRETCH, field_row
from ui.features.visit_entry.form_state import OutcomeForm, VisitFacts
from ui.widgets.autocomplete_field import AutocompleteField
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labeled_field import LabeledField
from ui.widgets.segmented_control import SegmentedControl
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate
_OUTCOMES_WITH_EXPLANATION = (Outcome.REFUSE, Outcome.EXPLAIN)


class OutcomeCard(Card):
    """How one petition is handled (section 4 of the page).

    ``refusal_wanted`` asks for the ground of a refusal.
    """

    changed = Signal()
    refusal_wanted = Signal()

    def __init__(
        self, usual_addressee: str, bodies: tuple[str, ...], today: date, parent: QWidget
    ) -> None:
        """``usual_addressee`` gets accepted petitions; ``bodies`` are suggested besides."""
        super().__init__(translate("Desk", "Outcome"), parent, 4)
        self.setProperty("dense", True)
        self._usual_addressee = usual_addressee
        self._kind, self._facts = PetitionKind.COMPLAINT, VisitFacts(today)
        self._chosen_form: Form | None = None
        self._ground_code = ""
        self._body_name_by_outcome: dict[str, str] = {}
        self.within_competence = QCheckBox(translate("Desk", "Within competence"), self)
        self.competence = ChoiceBox(self)
        self.outcomes = SegmentedControl(self)
        self.body_name = AutocompleteField(self)
        self.explanation = TextField(self)
        self.form_choice = ChoiceBox(self)
        self.document_number = TextField(self)
        self.deadline_line = DeadlineLine(self)
        self.body_name.set_suggestions((usual_addressee, *bodies))
        self._fill_choices()
        self._lay_out()
        self._connect_signals()
        self.show_form(OutcomeForm())

    def _fill_choices(self) -> None:
        self.competence.add(translate("Desk", "Another body"), Competence.OTHER.value)
        self.competence.add(translate("Desk", "Lower body is late"), Competence.LOWER_LATE.value)
        self.competence.add(translate("Desk", "Already settled"), Competence.SETTLED.value)
        self.form_choice.add(translate("Desk", "Spoken"), Form.SPOKEN.value)
        self.form_choice.add(translate("Desk", "In writing"), Form.WRITTEN.value)
        self.outcomes.setAccessibleName(translate("Desk", "Outcome"))
        self.competence.setAccessibleName(translate("Desk", "Whose matter"))

    def _lay_out(self) -> None:
        self.add_at_right(self.competence)
        self.add_at_right(self.within_competence)
        self.body_field = LabeledField(translate("Desk", "Report to"), self.body_name, self)
        self.explanation_field = LabeledField(
            translate("Desk", "What was explained"), self.explanation, self
        )
        self.form_field = LabeledField(translate("Desk", "Told or written"), self.form_choice, self)
        self.document_field = LabeledField(
            translate("Desk", "Document number"), self.document_number, self
        )
        self.document_number.setPlaceholderText(translate("Desk", "Given on print"))
        self.body.addWidget(self.outcomes)
        self.body.addLayout(
            field_row(
                (self.body_field, STRETCH),
                (self.explanation_field, STRETCH),
                (self.form_field, 114),
                (self.document_field, 96),
            )
        )
        self.body.addWidget(self.deadline_line)

    def _connect_signals(self) -> None:
        self.within_competence.toggled.connect(self._competence_changed)
        self.competence.chosen.connect(self._competence_or_form_changed)
        self.form_choice.chosen.connect(self._form_chosen)
        self.outcomes.chosen.connect(self._outcome_chosen)
        for line in (self.body_name, self.explanation, self.document_number):
            line.textChanged.connect(self.changed)

    def selected_outcome(self) -> Outcome:
        value = self.outcomes.value()
        return Outcome(str(value)) if value else Outcome.ACCEPT

    def selected_competence(self) -> Competence:
        if self.within_competence.isChecked():
            return Competence.OURS
        return Competence(str(self.competence.value() or Competence.OTHER))

    def collect(self) -> OutcomeForm:
        return OutcomeForm(
            competence=self.selected_competence(),
            outcome=self.selected_outcome(),
            handled_by=self.body_name.text(),
            document_number=self.document_number.text(),
            explanation=self.explanation.text(),
            form=self._chosen_form,
            refusal_ground=self._ground_code,
        )

    def show_form(self, form: OutcomeForm) -> None:
        """Show a form; nothing is emitted."""
        blocked = self.blockSignals(True)
        competence = form.competence
        self._chosen_form, self._ground_code = form.form, form.refusal_ground
        self.within_competence.setChecked(competence is Competence.OURS)
        if competence is not Competence.OURS:
            self.competence.choose(competence.value)
        self.competence.setVisible(competence is not Competence.OURS)
        self.document_number.setText(form.document_number)
        self.explanation.setText(form.explanation)
        for field in (self.body_field, self.explanation_field, self.document_field):
            field.clear_state()
        self._offer_outcomes(form.outcome)
        body = self._usual_body_name() if form.handled_by is None else form.handled_by
        self.body_name.setText(body)
        self._show_fields()
        self.blockSignals(blocked)

    def offer_lawful_outcomes(self, kind: PetitionKind | None, facts: VisitFacts) -> None:
        """Offer the outcomes that are lawful for a petition of this kind in this visit."""
        self._kind, self._facts = kind or PetitionKind.COMPLAINT, facts
        if self._ground_code and self._kind not in ground(self._ground_code).kinds:
            self._ground_code = ""
        blocked = self.blockSignals(True)
        self._competence_or_form_changed()
        self.blockSignals(blocked)

    def set_ground(self, code: str) -> None:
        """Set the ground of a refusal, and the outcome to refusal."""
        self._ground_code = code
        self.outcomes.choose(Outcome.REFUSE.value)
        self._show_fields()
        self.changed.emit()

    def cancel_refusal(self) -> None:
        """Choose the usual outcome again if no ground was chosen."""
        if not self._ground_code:
            self._offer_outcomes(None)
            self._show_fields()
            self.changed.emit()

    # -- lawful outcomes ------------------------------------------------------------------

    def _petition_form(self) -> Form:
        usual = Form.WRITTEN if self._facts.has_written_petition else Form.SPOKEN
        return self._chosen_form or usual

    def _outcome_case(self) -> OutcomeCase:
        return OutcomeCase(
            self._kind,
            self.selected_competence(),
            self._petition_form(),
            self._facts.day,
            self._facts.is_large_group,
        )

    def _offer_outcomes(self, preferred: Outcome | None) -> None:
        """Offer the lawful outcomes and refusal; choose ``preferred`` if lawful, else the usual."""
        case = self._outcome_case()
        offered = (*lawful_outcomes(case), Outcome.REFUSE)
        blocked = self.outcomes.blockSignals(True)
        if self.outcomes.values() != [outcome.value for outcome in offered]:
            self.outcomes.clear()
            for outcome in offered:
                label = (
                    translate("Desk", "Refuse")
                    if outcome is Outcome.REFUSE
                    else OUTCOME_WORDS[outcome]
                )
                self.outcomes.add(outcome.value, label)
        self.outcomes.choose(lawful_or_usual(preferred, case).value)
        self.outcomes.blockSignals(blocked)
        blocked_form = self.form_choice.blockSignals(True)
        self.form_choice.choose(self._petition_form().value)
        self.form_choice.blockSignals(blocked_form)

    def _usual_body_name(self) -> str:
        has_addressee = self.selected_outcome() in (Outcome.ACCEPT, Outcome.REPORT_UP)
        return self._usual_addressee if has_addressee else ""

    @Slot()
    def _competence_or_form_changed(self, _value: object = None) -> None:
        previous = self.selected_outcome()
        self._offer_outcomes(previous)
        self._change_body_name(previous)
        self._show_fields()
        self.changed.emit()

    def _change_body_name(self, previous: Outcome) -> None:
        """Keep the body typed for the previous outcome, and show that of the selected one."""
        selected = self.selected_outcome()
        if selected is not previous and previous not in _OUTCOMES_WITH_EXPLANATION:
            self._body_name_by_outcome[previous.value] = self.body_name.text()
        if selected is not previous:
            self._show_body_name(selected)

    def _show_body_name(self, outcome: Outcome) -> None:
        if outcome not in _OUTCOMES_WITH_EXPLANATION:
            usual = self._usual_body_name()
            self.body_name.setText(self._body_name_by_outcome.get(outcome.value, usual))

    @Slot(bool)
    def _competence_changed(self, is_within: bool) -> None:
        self.competence.setVisible(not is_within)
        if not is_within and not self.competence.value():
            self.competence.choose(Competence.OTHER.value)
        self._competence_or_form_changed()

    @Slot(object)
    def _form_chosen(self, value: object) -> None:
        self._chosen_form = Form(str(value))
        self._competence_or_form_changed()

    @Slot(object)
    def _outcome_chosen(self, _value: object) -> None:
        outcome = self.selected_outcome()
        self._show_body_name(outcome)
        self._show_fields()
        self.changed.emit()
        if outcome is Outcome.REFUSE:
            self.refusal_wanted.emit()

    def _show_fields(self) -> None:
        outcome = self.selected_outcome()
        is_refused = outcome is Outcome.REFUSE and bool(self._ground_code)
        has_notice = is_refused and ground(self._ground_code).requires_notice
        self.explanation_field.setVisible(outcome in _OUTCOMES_WITH_EXPLANATION)
        self.body_field.setVisible(outcome not in _OUTCOMES_WITH_EXPLANATION)
        label = {
            Outcome.GUIDE: translate("Desk", "Guided to"),
            Outcome.TRANSFER: translate("Desk", "Transferred to"),
        }.get(outcome, translate("Desk", "Report to"))
        self.body_field.set_label(label)
        self.explanation_field.set_label(
            translate("Desk", "Note on the refusal")
            if has_notice
            else translate("Desk", "What was explained")
        )
