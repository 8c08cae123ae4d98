"""Dialog for the text of a letter to a reporter; name and address are added to the paper later."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.papers.letters import MAX_LENGTH, LetterText
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealChip
from ui.widgets.text_area import TextArea

translate = QCoreApplication.translate


class LetterDialog(Dialog):
    """Emits ``text_submitted(LetterText)``; stays open for corrections until ``finish``.

    ``visit_caption`` is (title of the visit, pseudonym); ``saved_text`` was written earlier.
    """

    text_submitted = Signal(object)  # LetterText

    def __init__(self, visit_caption: tuple[str, str], saved_text: str, parent: QWidget) -> None:
        super().__init__(translate("Letter", "A letter to the person"), parent, 760)
        visit_title, pseudonym = visit_caption
        self.set_icon("file-text", "accent")
        self.set_subtitle(visit_title)
        self.add_header_right(SealChip(pseudonym, self))
        hint_text = translate(
            "Letter",
            "Name and address are put in when it is made. Number and symbol stay open for the "
            "clerk.",
        )
        hint = QLabel(hint_text, self)
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.text_area = TextArea(self, MAX_LENGTH)
        self.text_area.setFixedHeight(theme().px(236))
        self.text_area.set_text(saved_text)
        labeled_text_area = LabeledField(
            translate("Letter", "Words of the letter"), self.text_area, self
        )
        self.body.addWidget(labeled_text_area)
        self.naming_others_box = QCheckBox(
            translate("Letter", "Naming others of this visit is meant"), self
        )
        self.naming_others_box.setObjectName("others_meant")
        self.naming_others_box.hide()
        self.banner = Banner("error", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self.body.addWidget(self.naming_others_box)
        self.add_note("history", translate("Reveal", "Logged before it opens."))
        self.set_leave_button(PushButton(translate("Letter", "Back"), self, "secondary", "", "Esc"))
        make_text = translate("Reveal", "Make the paper")
        self.make_button = PushButton(make_text, self, "seal", "printer", "Ctrl+Enter")
        self.make_button.setObjectName("make_button")
        self.set_primary(self.make_button)
        self.text_area.textChanged.connect(self._validate)
        self._validate()

    @Slot()
    def _validate(self) -> None:
        self.set_valid(bool(self.text_area.toPlainText().strip()))

    @Slot()
    def accept(self) -> None:
        """Emit the text and show that the paper is being made."""
        self.make_button.set_busy(translate("Reveal", "Opening…"))
        self.text_submitted.emit(
            LetterText(self.text_area.value(), self.naming_others_box.isChecked())
        )

    def show_failure(self, error: ReceptionError) -> None:
        """Show why no letter was made; the typed text is kept."""
        self.make_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        names_others = error.code == "letter.names_others"
        self.naming_others_box.setVisible(names_others or self.naming_others_box.isChecked())
        self.refit()
        input_to_correct = self.naming_others_box if names_others else self.text_area
        input_to_correct.setFocus(Qt.FocusReason.OtherFocusReason)
