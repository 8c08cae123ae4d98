"""Section 2: the content of a petition; a visit has at most one petition of each kind."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from reception.domain.petition import FIELDS_OF_KIND, KINDS_OF_NEW_PETITIONS, PetitionKind
from reception.law.petition_fields import field_named_by
from reception.law.statutory_words import FIELD_WORDS, KIND_WORDS
from ui.appearance.theme import theme
from ui.features.identity_fields.identity_input import IDENTITY_INPUT_HINTS
from ui.features.visit_entry.field_row import STRETCH, field_row
from ui.features.visit_entry.form_state import ContentForm
from ui.features.visit_entry.leak_marks import Leak, LeakBanner
from ui.features.visit_entry.leak_underlines import LeakUnderlines
from ui.widgets.autocomplete_field import AutocompleteField
from ui.widgets.card import Card
from ui.widgets.icon_line import IconLine
from ui.widgets.labeled_field import LabeledField
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.push_button import PushButton
from ui.widgets.segmented_control import SegmentedControl
from ui.widgets.tab_order import remove_from_tab_order
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class ContentCard(Card):
    """The content of one petition (section 2 of the page).

    Emits ``changed`` after each edit and ``kind_changed`` after a choice of kind.
    ``split_wanted`` asks for another petition, ``petition_wanted(index)`` asks to show one of them,
    and ``earlier_return_code_typed(text)`` asks to look up a return code.
    """

    changed = Signal()
    kind_changed = Signal()
    split_wanted = Signal()
    petition_wanted = Signal(int)
    earlier_return_code_typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("Desk", "Content"), parent, 2)
        self.setProperty("dense", True)
        self.petition_choice = SegmentedControl(self)
        self.split_button = PushButton(translate("Desk", "Split"), self, "link")
        self.kind_choice = SegmentedControl(self)
        self.hint = IconLine("info", "", self)
        self.petition_field = AutocompleteField(self)
        self.respondent = TextField(self)
        self.place = TextField(self)
        self.summary = TextArea(self)
        self.leak_banner = LeakBanner(self)
        self.request = TextField(self)
        self.settled_by = TextField(self)
        self.settled_round = NumberStepper(self, 0, 9)
        self.earlier_return_code = TextField(self)
        self.earlier_return_code.setInputMethodHints(IDENTITY_INPUT_HINTS)
        self.leak_marks = LeakUnderlines(self.summary.document(), self)
        self._lay_out()
        self._connect_signals()

    def _lay_out(self) -> None:
        px = theme().px
        remove_from_tab_order(self.split_button)
        self.hint.set_line(
            "info", translate("Desk", "One petition a kind; a denunciation is a visit of its own")
        )
        for kind in KINDS_OF_NEW_PETITIONS:
            self.kind_choice.add(kind.value, KIND_WORDS[kind], "seal" if kind.protected else "")
        self.kind_choice.setAccessibleName(translate("Desk", "Kind"))
        self.petition_choice.hide()
        self.add_at_right(self.petition_choice)
        self.add_at_right(self.split_button)
        self.labeled_petition_field = LabeledField(
            translate("Desk", "Field"), self.petition_field, self
        )
        self.respondent_field = LabeledField(
            translate("Desk", "Body, person concerned"), self.respondent, self
        )
        self.place_field = LabeledField(translate("Desk", "Place"), self.place, self)
        self.summary_field = LabeledField(
            translate("Desk", "Summary of content"), self.summary, self
        )
        self.request_field = LabeledField(translate("Desk", "Request"), self.request, self)
        self.settled_by_field = LabeledField(translate("Desk", "Settled by"), self.settled_by, self)
        self.settled_round_field = LabeledField(
            translate("Desk", "Round"), self.settled_round, self
        )
        self.earlier_return_code_field = LabeledField(
            translate("Desk", "Old return code"), self.earlier_return_code, self
        )
        self.summary.setMinimumHeight(px(48))
        self.summary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.setSpacing(px(7))
        self.body.addWidget(self.kind_choice)
        self.body.addWidget(self.hint)
        self.body.addLayout(
            field_row(
                (self.labeled_petition_field, 112),
                (self.respondent_field, STRETCH),
                (self.place_field, 104),
            )
        )
        self.body.addWidget(self.summary_field, 1)
        self.body.addWidget(self.leak_banner)
        self.body.addLayout(
            field_row(
                (self.request_field, STRETCH),
                (self.settled_by_field, 132),
                (self.settled_round_field, 96),
                (self.earlier_return_code_field, 110),
            )
        )
        self.earlier_return_code_field.hide()

    def _connect_signals(self) -> None:
        self.kind_choice.chosen.connect(self._kind_chosen)
        for text_input in self.text_inputs().values():
            text_input.textChanged.connect(self.changed)
        self.summary.textChanged.connect(self.changed)
        self.settled_round.changed.connect(self._emit_changed)
        self.petition_field.focus_lost.connect(self._complete_field)
        self.split_button.clicked.connect(self.split_wanted)
        self.petition_choice.chosen.connect(self._petition_chosen)
        self.earlier_return_code.focus_lost.connect(self._look_up_earlier_return_code)

    def text_inputs(self) -> dict[str, QLineEdit]:
        """Return the inputs of one line, by their names in ``ContentForm``."""
        return {
            "field": self.petition_field,
            "respondent": self.respondent,
            "place": self.place,
            "request": self.request,
            "settled_by": self.settled_by,
            "earlier_return_code": self.earlier_return_code,
        }

    def labeled_fields(self) -> dict[str, LabeledField]:
        """Return the labelled fields by the names of ``VisitForm.free_texts``."""
        return {
            "field_note": self.labeled_petition_field,
            "respondent": self.respondent_field,
            "place": self.place_field,
            "summary": self.summary_field,
            "request": self.request_field,
            "settled_by": self.settled_by_field,
        }

    def kind(self) -> PetitionKind | None:
        value = self.kind_choice.value()
        return PetitionKind(str(value)) if value else None

    def collect(self) -> ContentForm:
        return ContentForm(
            kind=self.kind(),
            field=self.petition_field.text(),
            respondent=self.respondent.text(),
            place=self.place.text(),
            summary=self.summary.toPlainText(),
            request=self.request.text(),
            settled_by=self.settled_by.text(),
            settled_round=self.settled_round.value(),
            earlier_return_code=self.earlier_return_code.text(),
        )

    def show_form(self, content: ContentForm) -> None:
        """Show a form; nothing is emitted."""
        blocked = self.blockSignals(True)
        self.kind_choice.choose(content.kind.value if content.kind else None)
        self.petition_field.setText(content.field)
        self.respondent.setText(content.respondent)
        self.place.setText(content.place)
        self.summary.set_text(content.summary)
        self.request.setText(content.request)
        self.settled_by.setText(content.settled_by)
        self.settled_round.set_value(content.settled_round)
        self.earlier_return_code.setText(content.earlier_return_code)
        for text_input in self.text_inputs().values():
            text_input.setCursorPosition(0)
        for field in self.labeled_fields().values():
            field.clear_state()
        self.leak_marks.show_hits("", ())
        self.blockSignals(blocked)
        self._adapt_to_kind()

    def show_petitions(self, count: int, active_index: int) -> None:
        """Show the choice between petitions when there is more than one."""
        self.petition_choice.setVisible(count > 1)
        blocked = self.petition_choice.blockSignals(True)
        self.petition_choice.clear()
        for index in range(count if count > 1 else 0):
            self.petition_choice.add(index, translate("Desk", "Petition {n}").format(n=index + 1))
        if count > 1:
            self.petition_choice.choose(active_index)
        self.petition_choice.blockSignals(blocked)

    def mark_summary(self, leak: Leak | None) -> None:
        """Underline the hits of the summary."""
        self.leak_marks.show_hits(leak.text if leak else "", leak.hits if leak else ())

    def choose_kind(self, kind: PetitionKind) -> None:
        self.kind_choice.choose(kind.value)

    @Slot(object)
    def _kind_chosen(self, _value: object) -> None:
        self._adapt_to_kind()
        self.kind_changed.emit()
        self.changed.emit()

    def _adapt_to_kind(self) -> None:
        kind = self.kind()
        is_denunciation = kind is PetitionKind.DENUNCIATION
        self.earlier_return_code_field.setVisible(is_denunciation)
        self.settled_round_field.setVisible(not is_denunciation)
        suggestions = [
            FIELD_WORDS[field] for field in FIELDS_OF_KIND[kind or PetitionKind.COMPLAINT]
        ]
        self.petition_field.set_suggestions(suggestions)

    @Slot()
    def _complete_field(self) -> None:
        kind = self.kind()
        typed = self.petition_field.text().strip()
        if kind is None or not typed:
            return
        field, note = field_named_by(typed, kind)
        self.petition_field.setText(f"{FIELD_WORDS[field]}: {note}" if note else FIELD_WORDS[field])

    @Slot(object)
    def _petition_chosen(self, index: object) -> None:
        self.petition_wanted.emit(int(str(index)))

    @Slot()
    def _look_up_earlier_return_code(self) -> None:
        if self.earlier_return_code.text().strip():
            self.earlier_return_code_typed.emit(self.earlier_return_code.text())

    @Slot(object)
    def _emit_changed(self, _value: object) -> None:
        self.changed.emit()
