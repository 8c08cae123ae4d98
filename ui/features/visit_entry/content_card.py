"""Section 2: the content of a petition; a visit has at most one petition of each kind."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from reception.domain.petition import FIELDS_OF_KIND, PetitionKind
from reception.law.statutory_words import FIELD, KIND
from ui.appearance.theme import theme
from ui.features.visit_entry.form_builder import field_of
from ui.features.visit_entry.form_state import ContentForm
from ui.features.visit_entry.leak_marks import Leak, LeakBanner, LeakMarks
from ui.features.visit_entry.no_autocomplete import HINTS, no_tab
from ui.widgets.autocomplete_field import AutocompleteField
from ui.widgets.card import Card
from ui.widgets.icon_line import IconLine
from ui.widgets.labeled_field import LabeledField
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.push_button import PushButton
from ui.widgets.segmented_control import SegmentedControl
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate
KINDS = (
    PetitionKind.COMPLAINT,
    PetitionKind.DENUNCIATION,
    PetitionKind.RECOMMENDATION,
    PetitionKind.FEEDBACK,
)


class ContentCard(Card):
    """Section 2 of one petition.

    ``changed`` after each edit, ``kind_changed`` after a choice of kind, ``split_wanted`` asks for
    another petition, ``petition_wanted(index)`` asks to show one of them,
    ``old_code_typed(text)`` asks to look up a return code.
    """

    changed = Signal()
    kind_changed = Signal()
    split_wanted = Signal()
    petition_wanted = Signal(int)
    old_code_typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("Desk", "Content"), parent, 2)
        self.setProperty("dense", True)
        self.petition_choice = SegmentedControl(self)
        self.split = PushButton(translate("Desk", "Split"), self, "link")
        self.kinds = SegmentedControl(self)
        self.hint = IconLine("info", "", self)
        self.field = AutocompleteField(self)
        self.respondent = TextField(self)
        self.place = TextField(self)
        self.summary = TextArea(self)
        self.banner = LeakBanner(self)
        self.request = TextField(self)
        self.settled = TextField(self)
        self.round = NumberStepper(self, 0, 9)
        self.old_code = TextField(self)
        self.old_code.setInputMethodHints(HINTS)
        self.marks = LeakMarks(self.summary.document())
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        px = theme().px
        no_tab(self.split)
        self.hint.set_line(
            "info", translate("Desk", "One petition a kind; a denunciation is a visit of its own")
        )
        for kind in KINDS:
            self.kinds.add(kind.value, KIND[kind], "seal" if kind.protected else "")
        self.kinds.setAccessibleName(translate("Desk", "Kind"))
        self.petition_choice.hide()
        self.add_right(self.petition_choice)
        self.add_right(self.split)
        self.field_field = LabeledField(translate("Desk", "Field"), self.field, self)
        self.respondent_field = LabeledField(
            translate("Desk", "Body, person concerned"), self.respondent, self
        )
        self.place_field = LabeledField(translate("Desk", "Place"), self.place, self)
        self.summary_field = LabeledField(
            translate("Desk", "Summary of content"), self.summary, self
        )
        self.request_field = LabeledField(translate("Desk", "Request"), self.request, self)
        self.settled_field = LabeledField(translate("Desk", "Settled by"), self.settled, self)
        self.round_field = LabeledField(translate("Desk", "Round"), self.round, self)
        self.old_field = LabeledField(translate("Desk", "Old return code"), self.old_code, self)
        self.summary.setMinimumHeight(px(48))
        self.summary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.setSpacing(px(7))
        self.body.addWidget(self.kinds)
        self.body.addWidget(self.hint)
        self.body.addLayout(
            self._row((self.field_field, 112), (self.respondent_field, 0), (self.place_field, 104))
        )
        self.body.addWidget(self.summary_field, 1)
        self.body.addWidget(self.banner)
        self.body.addLayout(
            self._row(
                (self.request_field, 0),
                (self.settled_field, 132),
                (self.round_field, 96),
                (self.old_field, 110),
            )
        )
        self.old_field.hide()

    def _row(self, *widgets: tuple[QWidget, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        for widget, width in widgets:
            if width:
                widget.setFixedWidth(theme().px(width))
            row.addWidget(widget, 0 if width else 1)
        return row

    def _wire(self) -> None:
        self.kinds.chosen.connect(self._kind_chosen)
        for line in self.lines().values():
            line.textChanged.connect(self.changed)
        self.summary.textChanged.connect(self.changed)
        self.round.changed.connect(self._changed)
        self.field.focus_lost.connect(self._complete_field)
        self.split.clicked.connect(self.split_wanted)
        self.petition_choice.chosen.connect(self._petition_chosen)
        self.old_code.focus_lost.connect(self._old_code_left)

    def lines(self) -> dict[str, QLineEdit]:
        """Return the one-line inputs by their names in ``ContentForm``."""
        return {
            "field": self.field,
            "respondent": self.respondent,
            "place": self.place,
            "request": self.request,
            "settled_by": self.settled,
            "old_code": self.old_code,
        }

    def labels(self) -> dict[str, LabeledField]:
        """Return the labelled fields by the names of ``VisitForm.free_texts``."""
        return {
            "field_note": self.field_field,
            "respondent": self.respondent_field,
            "place": self.place_field,
            "summary": self.summary_field,
            "request": self.request_field,
            "settled_by": self.settled_field,
        }

    def kind(self) -> PetitionKind | None:
        value = self.kinds.value()
        return PetitionKind(str(value)) if value else None

    def collect(self) -> ContentForm:
        return ContentForm(
            kind=self.kind(),
            field=self.field.text(),
            respondent=self.respondent.text(),
            place=self.place.text(),
            summary=self.summary.toPlainText(),
            request=self.request.text(),
            settled_by=self.settled.text(),
            settled_round=self.round.value(),
            old_code=self.old_code.text(),
        )

    def show_form(self, content: ContentForm) -> None:
        """Show a form; nothing is emitted."""
        blocked = self.blockSignals(True)
        self.kinds.choose(content.kind.value if content.kind else None)
        self.field.setText(content.field)
        self.respondent.setText(content.respondent)
        self.place.setText(content.place)
        self.summary.set_text(content.summary)
        self.request.setText(content.request)
        self.settled.setText(content.settled_by)
        self.round.set_value(content.settled_round)
        self.old_code.setText(content.old_code)
        for line in self.lines().values():
            line.setCursorPosition(0)
        for field in self.labels().values():
            field.clear_state()
        self.marks.show_hits(())
        self.blockSignals(blocked)
        self._follow_kind()

    def show_petitions(self, count: int, active: int) -> None:
        """Show the choice between petitions when there is more than one."""
        self.petition_choice.setVisible(count > 1)
        blocked = self.petition_choice.blockSignals(True)
        self.petition_choice.clear()
        for number in range(count if count > 1 else 0):
            self.petition_choice.add(number, translate("Desk", "Petition {n}").format(n=number + 1))
        if count > 1:
            self.petition_choice.choose(active)
        self.petition_choice.blockSignals(blocked)

    def mark(self, leak: Leak | None) -> None:
        """Underline the hits of the summary."""
        self.marks.show_hits(leak.hits if leak else ())

    def choose_kind(self, kind: PetitionKind) -> None:
        self.kinds.choose(kind.value)

    @Slot(object)
    def _kind_chosen(self, _value: object) -> None:
        self._follow_kind()
        self.kind_changed.emit()
        self.changed.emit()

    def _follow_kind(self) -> None:
        kind = self.kind()
        denounced = kind is PetitionKind.DENUNCIATION
        self.old_field.setVisible(denounced)
        self.round_field.setVisible(not denounced)
        suggestions = [FIELD[field] for field in FIELDS_OF_KIND[kind or PetitionKind.COMPLAINT]]
        self.field.set_suggestions(suggestions)

    @Slot()
    def _complete_field(self) -> None:
        kind = self.kind()
        typed = self.field.text().strip()
        if kind is None or not typed:
            return
        field, note = field_of(typed, kind)
        self.field.setText(f"{FIELD[field]}: {note}" if note else FIELD[field])

    @Slot(object)
    def _petition_chosen(self, number: object) -> None:
        self.petition_wanted.emit(int(str(number)))

    @Slot()
    def _old_code_left(self) -> None:
        if self.old_code.text().strip():
            self.old_code_typed.emit(self.old_code.text())

    @Slot(object)
    def _changed(self, _value: object) -> None:
        self.changed.emit()
