"""Dialog for the reason of a reveal and the parts that are needed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.errors import ReceptionError
from reception.domain.reveal import (
    SHORTEST_REASON,
    VISIBLE_SECONDS,
    IdentityPart,
    RevealReason,
    RevealSelection,
)
from reception.law.reveal_reasons import reveal_reasons
from reception.messages.catalogue import error_sentence
from reception.messages.language import VIETNAMESE, current_language
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealChip
from ui.widgets.text_area import TextArea

translate = QCoreApplication.translate
_COLUMNS = 2


def part_name(part: IdentityPart) -> str:
    """Return the translated name of a part of an identity."""
    return {
        IdentityPart.NAME: translate("Reveal", "Name"),
        IdentityPart.ADDRESS: translate("Reveal", "Address"),
        IdentityPart.NUMBER: translate("Reveal", "Identity paper"),
        IdentityPart.CONTACT: translate("Reveal", "Phone, how to reach"),
    }[part]


class RevealReasonDialog(Dialog):
    """Emits ``selection_submitted(RevealSelection)`` with the reason and the parts.

    The dialog stays open after that, so that the input can be corrected if the reveal fails; the
    receiver of the signal closes it with ``finish``.

    ``visit_caption`` is (title of the visit, pseudonym). ``by_request`` is True when the user lacks
    the right to open identities, so that the selection is sent to the head.
    """

    selection_submitted = Signal(object)  # RevealSelection

    def __init__(
        self,
        visit_caption: tuple[str, str],
        member_name: str,
        parent: QWidget,
        *,
        by_request: bool = False,
    ) -> None:
        super().__init__(translate("Reveal", "Open a reporter's identity"), parent, 720)
        self._by_request = by_request
        visit_title, pseudonym = visit_caption
        self.set_icon("seal")
        self.set_subtitle(visit_title)
        self.add_header_right(SealChip(pseudonym, self))
        self.reason_group = QButtonGroup(self)
        self._reason_by_button: dict[QRadioButton, RevealReason] = {}
        self.body.addWidget(QLabel(translate("Reveal", "Reason"), self))
        self.body.addLayout(self._reason_cards())
        self.body.addLayout(self._explanation_and_parts())
        who_decides = translate(
            "Reveal",
            "{name} may open ordinary reporters, so nobody else has to agree. Denouncers are "
            "another matter: this right never opens them.",
        )
        log_note = translate("Reveal", "Logged before it opens.")
        if by_request:
            who_decides = translate(
                "Reveal",
                "{name} may not open identities, so the head is asked. The answer will appear in "
                "your to-do list; an approved request opens once.",
            )
            log_note = translate("Reveal", "Write no name here. Logged when it is sent.")
        self.banner = Banner("info", self, who_decides.format(name=member_name), "", "user-check")
        self.body.addWidget(self.banner)
        self.add_note("history", log_note)
        cancel_button = PushButton(translate("Reveal", "Cancel"), self, "secondary", "", "Esc")
        self.set_leave_button(cancel_button)
        self.open_button = PushButton("", self, "seal", "", "Ctrl+Enter")
        self._update_button(makes_paper=False)
        self.open_button.setObjectName("open_button")
        self.set_primary(self.open_button)
        self.reason_group.buttonToggled.connect(self._reason_toggled)
        self.explanation.textChanged.connect(self._validate)
        for check_box in self.part_boxes.values():
            check_box.toggled.connect(self._validate)
        self._validate()

    def _reason_cards(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme().px(8))
        for index, reason in enumerate(reveal_reasons()):
            vietnamese = current_language() == VIETNAMESE
            radio = QRadioButton(reason.vietnamese if vietnamese else reason.english, self)
            radio.setAccessibleDescription(reason.basis)
            basis = QLabel(reason.basis, self)
            basis.setProperty("role", "hint")
            card = QVBoxLayout()
            card.setSpacing(0)
            card.addWidget(radio)
            card.addWidget(basis)
            self.reason_group.addButton(radio)
            self._reason_by_button[radio] = reason
            grid.addLayout(card, index // _COLUMNS, index % _COLUMNS)
        return grid

    def _explanation_and_parts(self) -> QHBoxLayout:
        self.explanation = TextArea(self, 500)
        self.explanation.setFixedHeight(theme().px(84))
        self.explanation_field = LabeledField(
            translate("Reveal", "What for, in your words"), self.explanation, self
        )
        self.explanation_field.set_right_text(
            translate("Reveal", "at least {least} characters").format(least=SHORTEST_REASON)
        )
        parts_column = QVBoxLayout()
        parts_column.addWidget(QLabel(translate("Reveal", "Only what is needed"), self))
        self.part_boxes: dict[IdentityPart, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(6))
        parts_column.addLayout(grid)
        for index, part in enumerate(IdentityPart):
            self.part_boxes[part] = QCheckBox(part_name(part), self)
            grid.addWidget(self.part_boxes[part], index // _COLUMNS, index % _COLUMNS)
        parts_column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        parts_column.setSpacing(theme().px(6))
        row.addWidget(self.explanation_field, 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(parts_column)
        return row

    @Slot()
    def _reason_toggled(self) -> None:
        reason = self.selected_reason()
        if reason is not None:
            for part, check_box in self.part_boxes.items():
                check_box.setChecked(part in reason.parts)
            self._update_button(makes_paper=bool(reason.paper))
        self._validate()

    def _update_button(self, *, makes_paper: bool) -> None:
        """Set text and icon of the button: make a paper, open the identity, or ask the head."""
        open_text = translate("Reveal", "Open for {seconds} s").format(seconds=VISIBLE_SECONDS)
        text = translate("Reveal", "Make the paper") if makes_paper else open_text
        icon = "printer" if makes_paper else "lock-open"
        if self._by_request:
            text, icon = translate("Reveal", "Send, wait for approval"), "user-check"
        self.open_button.set_text(text)
        self.open_button.set_icon(icon)

    def selected_reason(self) -> RevealReason | None:
        """Return the selected reason, None while none is selected."""
        button = self.reason_group.checkedButton()
        return self._reason_by_button.get(button) if isinstance(button, QRadioButton) else None

    def selection(self) -> RevealSelection:
        reason = self.selected_reason()
        parts = frozenset(part for part, box in self.part_boxes.items() if box.isChecked())
        return RevealSelection(reason.code if reason else "", self.explanation.value(), parts)

    @Slot()
    def _validate(self) -> None:
        selection = self.selection()
        long_enough = len(" ".join(selection.explanation.split())) >= SHORTEST_REASON
        self.set_valid(bool(selection.reason and selection.parts and long_enough))

    @Slot()
    def accept(self) -> None:
        """Emit the selection and show that it is being processed."""
        sending = translate("Reveal", "Sending…")
        self.open_button.set_busy(sending if self._by_request else translate("Reveal", "Opening…"))
        self.selection_submitted.emit(self.selection())

    def show_again(self) -> None:
        """Show the dialog again after the dialog of the next step was cancelled."""
        self.open_button.set_busy("")
        super().show_again()

    def show_failure(self, error: ReceptionError) -> None:
        """Show why nothing was opened; the input is kept."""
        self.open_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self.refit()
        self.explanation.setFocus(Qt.FocusReason.OtherFocusReason)
