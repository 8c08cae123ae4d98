"""Dialog in which the head answers a reveal request: approves parts of it, or refuses it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.reveal import IdentityPart
from reception.domain.reveal_request import RefusalNote, RevealRequest
from reception.law.reveal_reasons import reveal_reason
from reception.messages.catalogue import error_sentence, sentence
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.models.todo_custody_lines import part_name
from ui.models.todo_line import reason_text
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealChip

translate = QCoreApplication.translate


class RevealDecisionDialog(Dialog):
    """Shows who asks for which parts and why; stays open until ``finish``.

    Emits ``request_granted(parts)`` or ``request_refused(note)``.
    ``show_explanation(text)`` adds the explanation of the reason, which only the head's keys
    decrypt.
    """

    request_granted = Signal(object)  # frozenset[IdentityPart]
    request_refused = Signal(object)  # RefusalNote

    def __init__(self, request: RevealRequest, visit_title: str, parent: QWidget) -> None:
        super().__init__(translate("Request", "Somebody asks to open an identity"), parent, 720)
        self._request = request
        self._makes_paper = bool(reveal_reason(request.reason).paper)
        self.set_icon("seal")
        self.set_subtitle(visit_title)
        self.add_header_right(SealChip(request.code, self))
        self.explanation = QLabel("…", self)
        self.explanation.setObjectName("explanation")
        self.part_boxes: dict[IdentityPart, QCheckBox] = {}
        self.body.addLayout(self._request_facts())
        self.body.addLayout(self._decision_inputs())
        effect = translate(
            "Request",
            "Approved parts open once, to {name} alone, for sixty seconds. Logged either way.",
        )
        if self._makes_paper:
            effect = translate(
                "Request",
                "{name} gets the paper and sees nothing on the screen. Logged either way.",
            )
        self.banner = Banner("info", self, "", effect.format(name=request.asker), "user-check")
        self.body.addWidget(self.banner)
        self._add_buttons()
        self._validate()

    def _request_facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(20))
        grid.setVerticalSpacing(theme().px(8))
        grid.setColumnStretch(1, 1)
        reason = reveal_reason(self._request.reason)
        asker = QLabel(
            translate("Request", "{name}, {moment}").format(
                name=self._request.asker, moment=display_format.moment(self._request.asked_at)
            ),
            self,
        )
        reason_label = QLabel(f"{reason_text(reason.code)}\n{reason.basis}", self)
        self.explanation.setWordWrap(True)
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        for row, (label, value) in enumerate(
            (
                (translate("Request", "Asks"), asker),
                (translate("Request", "Reason"), reason_label),
                (translate("Request", "In their words"), self.explanation),
            )
        ):
            caption = QLabel(label, self)
            caption.setProperty("role", "secondary")
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        return grid

    def _decision_inputs(self) -> QHBoxLayout:
        parts_column = QVBoxLayout()
        parts_column.setSpacing(theme().px(6))
        parts_column.addWidget(QLabel(translate("Request", "Only what is needed"), self))
        for part in IdentityPart:
            if part in self._request.parts:
                check_box = QCheckBox(part_name(part), self)
                check_box.setChecked(True)
                check_box.setEnabled(not self._makes_paper)
                check_box.toggled.connect(self._validate)
                self.part_boxes[part] = check_box
                parts_column.addWidget(check_box)
        parts_column.addStretch(1)
        self.note_choice = ChoiceBox(self)
        self.note_choice.add(translate("Request", "Choose why, to refuse"), "")
        for note in RefusalNote.offered(is_protected=self._request.is_protected):
            self.note_choice.add(sentence(f"request.note.{note.value}"), note.value)
        self.note_choice.chosen.connect(self._validate)
        labeled_note = LabeledField(
            translate("Request", "If you do not approve"), self.note_choice, self
        )
        row = QHBoxLayout()
        row.setSpacing(theme().px(24))
        row.addLayout(parts_column)
        row.addWidget(labeled_note, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _add_buttons(self) -> None:
        self.set_leave_button(
            PushButton(translate("Request", "Later"), self, "secondary", "", "Esc")
        )
        self.refuse_button = PushButton(translate("Request", "Do not approve"), self, "danger")
        self.refuse_button.setObjectName("refuse_button")
        self.refuse_button.clicked.connect(self._emit_refusal)
        self.add_button(self.refuse_button)
        approve_text = translate("Request", "Approve")
        self.approve_button = PushButton(approve_text, self, "seal", "lock-open", "Ctrl+Enter")
        self.approve_button.setObjectName("approve_button")
        self.set_primary(self.approve_button)

    def show_explanation(self, text: str) -> None:
        self.explanation.setText(text)
        self.refit()
        self._validate()

    def selected_parts(self) -> frozenset[IdentityPart]:
        """Return the parts whose boxes are ticked."""
        return frozenset(part for part, box in self.part_boxes.items() if box.isChecked())

    @Slot()
    def _validate(self) -> None:
        self.set_valid(bool(self.selected_parts()) and not self.note_choice.value())
        self.refuse_button.setEnabled(bool(self.note_choice.value()))

    @Slot()
    def accept(self) -> None:
        """Emit the approval and show that it is being saved."""
        self.approve_button.set_busy(translate("Request", "Approving…"))
        self.request_granted.emit(self.selected_parts())

    @Slot()
    def _emit_refusal(self) -> None:
        self.request_refused.emit(RefusalNote(str(self.note_choice.value())))

    def show_failure(self, error: ReceptionError) -> None:
        """Show why the answer was not saved."""
        self.approve_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self.refit()
