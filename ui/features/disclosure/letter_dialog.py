"""Text of a letter to a reporter; name and address are added when the paper is made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.papers.letters import LONGEST, LetterText
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealChip
from ui.widgets.text_area import TextArea

translate = QCoreApplication.translate


class LetterDialog(Dialog):
    """``wanted(LetterText)``; stays open until ``finish``, so that a refused text can be corrected.

    ``visit`` is (title of the visit, pseudonym), ``text`` the text written earlier.
    """

    wanted = Signal(object)

    def __init__(self, visit: tuple[str, str], text: str, parent: QWidget) -> None:
        super().__init__(translate("Letter", "A letter to the person"), parent, 760)
        title, code = visit
        self.set_icon("file-text", "accent")
        self.set_subtitle(title)
        self.add_header_side(SealChip(code, self))
        hint_text = translate(
            "Letter",
            "Name and address are put in when it is made. Number and symbol stay open for the "
            "clerk.",
        )
        hint = QLabel(hint_text, self)
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.text = TextArea(self, LONGEST)
        self.text.setFixedHeight(theme().px(236))
        self.text.set_text(text)
        self.field = LabeledField(translate("Letter", "Words of the letter"), self.text, self)
        self.body.addWidget(self.field)
        self.others_meant = QCheckBox(
            translate("Letter", "Naming others of this visit is meant"), self
        )
        self.others_meant.setObjectName("others_meant")
        self.others_meant.hide()
        self.banner = Banner("error", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self.body.addWidget(self.others_meant)
        self.add_note("history", translate("Reveal", "Logged before it opens."))
        self.set_leave_button(PushButton(translate("Letter", "Back"), self, "secondary", "", "Esc"))
        make = translate("Reveal", "Make the paper")
        self.make_button = PushButton(make, self, "seal", "printer", "Ctrl+Enter")
        self.make_button.setObjectName("make_button")
        self.set_primary(self.make_button)
        self.text.textChanged.connect(self._validate)
        self._validate()

    @Slot()
    def _validate(self) -> None:
        self.set_valid(bool(self.text.toPlainText().strip()))

    @Slot()
    def accept(self) -> None:
        """Emit the text and show that the paper is being made."""
        self.make_button.set_busy(translate("Reveal", "Opening…"))
        self.wanted.emit(LetterText(self.text.value(), self.others_meant.isChecked()))

    def refuse(self, error: ReceptionError) -> None:
        """Show why no letter was made; the text stays."""
        self.make_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        names_others = error.code == "letter.names_others"
        self.others_meant.setVisible(names_others or self.others_meant.isChecked())
        self.refit()
        field = self.others_meant if names_others else self.text
        field.setFocus(Qt.FocusReason.OtherFocusReason)
