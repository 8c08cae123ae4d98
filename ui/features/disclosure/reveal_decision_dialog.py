"""The head answers a request: who asks, why, which parts; approve, or refuse with a note."""

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
from ui.features.disclosure.reveal_request_dialog import part_name
from ui.models.todo_line import reason_text
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealChip

translate = QCoreApplication.translate


class RevealDecisionDialog(Dialog):
    """``granted(parts)`` or ``refused(note)``; stays open until ``finish``.

    ``show_explanation(text)`` adds the explanation of the reason, which only the head's keys
    decrypt.
    """

    granted = Signal(object)
    refused = Signal(object)

    def __init__(self, request: RevealRequest, visit: str, parent: QWidget) -> None:
        super().__init__(translate("Request", "Somebody asks to open an identity"), parent, 720)
        self._request = request
        self._makes_paper = bool(reveal_reason(request.reason).paper)
        self.set_icon("seal")
        self.set_subtitle(visit)
        self.add_header_side(SealChip(request.code, self))
        self.explanation = QLabel("…", self)
        self.explanation.setObjectName("explanation")
        self.parts: dict[IdentityPart, QCheckBox] = {}
        self.body.addLayout(self._facts())
        self.body.addLayout(self._choices())
        text = translate(
            "Request",
            "Approved parts open once, to {name} alone, for sixty seconds. Logged either way.",
        )
        if self._makes_paper:
            text = translate(
                "Request",
                "{name} gets the paper and sees nothing on the screen. Logged either way.",
            )
        self.banner = Banner("info", self, "", text.format(name=request.asker), "user-check")
        self.body.addWidget(self.banner)
        self._add_buttons()
        self._validate()

    def _facts(self) -> QGridLayout:
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
            name = QLabel(label, self)
            name.setProperty("role", "secondary")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        return grid

    def _choices(self) -> QHBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(theme().px(6))
        left.addWidget(QLabel(translate("Request", "Only what is needed"), self))
        for part in IdentityPart:
            if part in self._request.parts:
                check_box = QCheckBox(part_name(part), self)
                check_box.setChecked(True)
                check_box.setEnabled(not self._makes_paper)
                check_box.toggled.connect(self._validate)
                self.parts[part] = check_box
                left.addWidget(check_box)
        left.addStretch(1)
        self.note = ChoiceBox(self)
        self.note.add(translate("Request", "Choose why, to refuse"), "")
        for note in RefusalNote:
            self.note.add(sentence(f"request.note.{note.value}"), note.value)
        self.note.chosen.connect(self._validate)
        right = LabeledField(translate("Request", "If you do not approve"), self.note, self)
        row = QHBoxLayout()
        row.setSpacing(theme().px(24))
        row.addLayout(left)
        row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _add_buttons(self) -> None:
        self.set_leave_button(
            PushButton(translate("Request", "Later"), self, "secondary", "", "Esc")
        )
        self.refuse_button = PushButton(translate("Request", "Do not approve"), self, "danger")
        self.refuse_button.setObjectName("refuse_button")
        self.refuse_button.clicked.connect(self._refuse)
        self.add_button(self.refuse_button)
        approve = translate("Request", "Approve")
        self.approve_button = PushButton(approve, self, "seal", "lock-open", "Ctrl+Enter")
        self.approve_button.setObjectName("approve_button")
        self.set_primary(self.approve_button)

    def show_explanation(self, text: str) -> None:
        self.explanation.setText(text)
        self.refit()
        self._validate()

    def chosen(self) -> frozenset[IdentityPart]:
        """Return the ticked parts."""
        return frozenset(part for part, box in self.parts.items() if box.isChecked())

    @Slot()
    def _validate(self) -> None:
        self.set_valid(bool(self.chosen()) and not self.note.value())
        self.refuse_button.setEnabled(bool(self.note.value()))

    @Slot()
    def accept(self) -> None:
        """Emit the approval and show that it is being saved."""
        self.approve_button.set_busy(translate("Request", "Approving…"))
        self.granted.emit(self.chosen())

    @Slot()
    def _refuse(self) -> None:
        self.refused.emit(RefusalNote(str(self.note.value())))

    def show_failure(self, error: ReceptionError) -> None:
        """Show why nothing was granted."""
        self.approve_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self.refit()
