"""Asking to open an ordinary reporter's name: reason, words of one's own, only what is needed."""

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
    SECONDS,
    SHORTEST_REASON,
    IdentityPart,
    RevealReason,
    RevealSelection,
)
from reception.law.reveal_reasons import reveal_reasons
from reception.messages.catalogue import VIETNAMESE, current_language, error_sentence
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealChip
from ui.widgets.text_area import TextArea

translate = QCoreApplication.translate
_COLUMNS = 2


def part_words(part: IdentityPart) -> str:
    """Return what a part is called."""
    return {
        IdentityPart.NAME: translate("Reveal", "Name"),
        IdentityPart.ADDRESS: translate("Reveal", "Address"),
        IdentityPart.NUMBER: translate("Reveal", "Identity paper"),
        IdentityPart.CONTACT: translate("Reveal", "Phone, how to reach"),
    }[part]


class RevealRequestDialog(Dialog):
    """``RevealRequestDialog((visit words, code words), member name, parent)`` emits ``wanted``.

    ``asking`` is for one without the right: the wish goes to the head. It stays open until
    ``finish``: a wish that was refused is mended, not typed again.
    """

    wanted = Signal(object)

    def __init__(
        self, of: tuple[str, str], member: str, parent: QWidget, *, asking: bool = False
    ) -> None:
        """Offer the reasons; nothing is opened yet."""
        super().__init__(translate("Reveal", "Open a reporter's identity"), parent, 720)
        self._asking = asking
        visit, code = of
        self.set_icon("seal")
        self.set_subtitle(visit)
        self.add_header_side(SealChip(code, self))
        self.reasons = QButtonGroup(self)
        self._by_button: dict[QRadioButton, RevealReason] = {}
        self.body.addWidget(QLabel(translate("Reveal", "Reason"), self))
        self.body.addLayout(self._reasons())
        self.body.addLayout(self._middle())
        words = translate(
            "Reveal",
            "{name} may open ordinary reporters, so nobody else has to agree. Denouncers are "
            "another matter: this right never opens them.",
        )
        note = translate("Reveal", "Logged before it opens.")
        if asking:
            words = translate(
                "Reveal",
                "{name} may not open identities, so the head is asked. The answer stands on the "
                "desk under what waits; what is approved opens once.",
            )
            note = translate("Reveal", "Write no name here. Logged when it is sent.")
        self.banner = Banner("info", self, words.format(name=member), "", "user-check")
        self.body.addWidget(self.banner)
        self.add_note("history", note)
        back = PushButton(translate("Reveal", "Cancel"), self, "secondary", "", "Esc")
        self.set_safe(back)
        self.open_button = PushButton("", self, "seal", "", "Ctrl+Enter")
        self._name_act(makes_paper=False)
        self.open_button.setObjectName("open_button")
        self.set_primary(self.open_button)
        self.reasons.buttonToggled.connect(self._chosen)
        self.words.textChanged.connect(self._judge)
        for tick in self.parts.values():
            tick.toggled.connect(self._judge)
        self._judge()

    def _reasons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme().px(8))
        for place, reason in enumerate(reveal_reasons()):
            vietnamese = current_language() == VIETNAMESE
            radio = QRadioButton(reason.vietnamese if vietnamese else reason.english, self)
            radio.setAccessibleDescription(reason.basis)
            basis = QLabel(reason.basis, self)
            basis.setProperty("role", "hint")
            card = QVBoxLayout()
            card.setSpacing(0)
            card.addWidget(radio)
            card.addWidget(basis)
            self.reasons.addButton(radio)
            self._by_button[radio] = reason
            grid.addLayout(card, place // _COLUMNS, place % _COLUMNS)
        return grid

    def _middle(self) -> QHBoxLayout:
        self.words = TextArea(self, 500)
        self.words.setFixedHeight(theme().px(84))
        self.field = LabeledField(translate("Reveal", "What for, in your words"), self.words, self)
        self.field.set_side_text(
            translate("Reveal", "at least {least} characters").format(least=SHORTEST_REASON)
        )
        right = QVBoxLayout()
        right.addWidget(QLabel(translate("Reveal", "Only what is needed"), self))
        self.parts: dict[IdentityPart, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(6))
        right.addLayout(grid)
        for place, part in enumerate(IdentityPart):
            self.parts[part] = QCheckBox(part_words(part), self)
            grid.addWidget(self.parts[part], place // _COLUMNS, place % _COLUMNS)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        right.setSpacing(theme().px(6))
        row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right)
        return row

    @Slot()
    def _chosen(self) -> None:
        reason = self.reason()
        if reason is not None:
            for part, tick in self.parts.items():
                tick.setChecked(part in reason.parts)
            self._name_act(makes_paper=bool(reason.paper))
        self._judge()

    def _name_act(self, *, makes_paper: bool) -> None:
        """Say on the button what follows: a paper, or a minute on the screen."""
        opens = translate("Reveal", "Open for {seconds} s").format(seconds=SECONDS)
        words = translate("Reveal", "Make the paper") if makes_paper else opens
        icon = "printer" if makes_paper else "lock-open"
        if self._asking:
            words, icon = translate("Reveal", "Send, wait for approval"), "user-check"
        self.open_button.set_text(words)
        self.open_button.set_icon(icon)

    def reason(self) -> RevealReason | None:
        """Return the reason chosen."""
        button = self.reasons.checkedButton()
        return self._by_button.get(button) if isinstance(button, QRadioButton) else None

    def selection(self) -> RevealSelection:
        """Return what is asked for."""
        reason = self.reason()
        parts = frozenset(part for part, tick in self.parts.items() if tick.isChecked())
        return RevealSelection(reason.code if reason else "", self.words.value(), parts)

    @Slot()
    def _judge(self) -> None:
        selection = self.selection()
        long_enough = len(" ".join(selection.words.split())) >= SHORTEST_REASON
        self.set_valid(bool(selection.reason and selection.parts and long_enough))

    @Slot()
    def accept(self) -> None:
        """Hand the wish over and wait for the answer."""
        sending = translate("Reveal", "Sending…")
        self.open_button.set_busy(sending if self._asking else translate("Reveal", "Opening…"))
        self.wanted.emit(self.selection())

    def come_back(self) -> None:
        """Stand there again after the step that followed was left."""
        self.open_button.set_busy("")
        super().come_back()

    def refuse(self, error: ReceptionError) -> None:
        """Say why nothing was opened; what was typed stays."""
        self.open_button.set_busy("")
        self.banner.say("", error_sentence(error), "error")
        self.refit()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
