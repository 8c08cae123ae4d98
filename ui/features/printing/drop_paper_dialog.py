"""Asks what becomes of a paper whose preview was closed before it was printed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.requested_paper import DropGround, Sheet, WaitingPaper, WayToPrint
from reception.domain.written_reason import SHORTEST_WRITTEN_REASON
from reception.messages.catalogue import error_sentence
from ui.appearance.theme import theme
from ui.models.day_list import reporter_title
from ui.models.waiting_paper_lines import drop_grounds, sheet_title
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.consequence_list import ConsequenceLine, ConsequenceList
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealChip
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate
_PRINT_KEY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_P)


class DropPaperDialog(Dialog):
    """Esc leaves the paper in the list; ``print_wanted`` shows its preview again.

    ``drop_wanted(DropGround, words)`` when it is given up; the dialog stays open until ``finish``
    is called, so that ``show_failure`` can tell why it was not.
    """

    print_wanted = Signal()
    drop_wanted = Signal(object, str)

    def __init__(self, paper: WaitingPaper, parent: QWidget, *, can_print: bool) -> None:
        title = (
            translate("DropPaper", "Drop the only copy, not printed?")
            if paper.sheet.is_own_copy
            else translate("DropPaper", "Drop the paper that was not printed?")
        )
        super().__init__(title, parent)
        self._paper = paper
        self._can_print = can_print
        self.set_icon("printer", "warn")
        visit = translate("DropPaper", "visit {number}").format(number=f"{paper.number:04d}")
        self.set_subtitle(f"{sheet_title(paper.sheet)} · {visit}")
        self.add_header_right(SealChip(reporter_title(paper.kind, paper.code), self))
        self.consequences = ConsequenceList(translate("DropPaper", "If it is dropped"), self)
        self.consequences.show_lines(_consequences(paper))
        self.body.addWidget(self.consequences)
        self._build_fields()
        self.banner = Banner("error", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self._build_buttons()
        self._validate()

    def _build_fields(self) -> None:
        self.ground_box = ChoiceBox(self)
        self.ground_box.setObjectName("drop_ground")
        self.ground_box.add(translate("DropPaper", "Choose a reason"), "")
        for ground, text in drop_grounds():
            self.ground_box.add(text, ground)
        self.words = TextField(self)
        self.words.setObjectName("drop_words")
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        ground_label = translate("DropPaper", "Why it is dropped")
        row.addWidget(LabeledField(ground_label, self.ground_box, self), 2)
        words_label = translate("DropPaper", "In words")
        warning = translate("DropPaper", "write nobody's name")
        row.addWidget(LabeledField(words_label, self.words, self, optional_text=warning), 3)
        self.body.addLayout(row)
        self.ground_box.chosen.connect(self._validate)
        self.words.textChanged.connect(self._validate)

    def _build_buttons(self) -> None:
        drop_text = translate("DropPaper", "Drop this paper")
        self.drop_button = PushButton(drop_text, self, "danger", "x")
        self.drop_button.setObjectName("drop_button")
        self.drop_button.clicked.connect(self._request_drop)
        self._obstacle = QLabel("", self)
        self._obstacle.setProperty("role", "secondary")
        self.add_footer_left(self.drop_button, self._obstacle)
        keep_text = translate("DropPaper", "Leave it, print later")
        keep = PushButton(keep_text, self, "secondary", "clock", "Esc")
        keep.setObjectName("keep_button")
        self.set_leave_button(keep)
        self.print_button = PushButton(
            translate("DropPaper", "Print now"), self, "primary", "printer", "Ctrl+P"
        )
        self.print_button.setObjectName("print_button")
        self.print_button.setVisible(self._can_print)
        self.set_primary(self.print_button)

    def _ground(self) -> DropGround | None:
        value = self.ground_box.value()  # Qt returns members of a StrEnum as plain text
        return DropGround(str(value)) if value else None

    @Slot()
    def _validate(self) -> None:
        ground = self._ground()
        needs_words = ground is DropGround.OTHER
        is_short = len(self.words.text().strip()) < SHORTEST_WRITTEN_REASON
        text = ""
        if ground is None:
            text = translate("DropPaper", "choose a reason first")
        elif needs_words and is_short:
            template = translate("DropPaper", "at least {least} letters in words")
            text = template.format(least=SHORTEST_WRITTEN_REASON)
        self._obstacle.setText(text)
        self.drop_button.setEnabled(not text)

    @Slot()
    def _request_drop(self) -> None:
        self.banner.hide()
        self.drop_button.set_busy(translate("DropPaper", "Dropping…"))
        self.drop_wanted.emit(self._ground(), self.words.value())

    @Slot()
    def accept(self) -> None:
        """Close and show the preview again; the paper stays in the list until it is printed."""
        if self._can_print:
            self.finish(True)
            self.print_wanted.emit()

    def show_failure(self, error: ReceptionError) -> None:
        """Tell why the paper was not dropped."""
        self.drop_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self.refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P prints; the base class handles Esc and Enter."""
        if event.keyCombination() == _PRINT_KEY:
            self.accept()
            event.accept()
            return
        super().keyPressEvent(event)


def _consequences(paper: WaitingPaper) -> list[ConsequenceLine]:
    lines: list[ConsequenceLine] = []
    if paper.sheet.is_own_copy:
        lines.append(
            (
                "key-round",
                translate("DropPaper", "The return code on this paper goes with it"),
                translate("DropPaper", "cannot be shown again"),
            )
        )
    lines.append(
        (
            "book-open",
            translate("DropPaper", 'Register and log say "dropped", not "printed"'),
            translate("DropPaper", "with the reason, when the session ends"),
        )
    )
    if paper.way is WayToPrint.REMAKE:
        text = translate("DropPaper", "Can be made again without opening the identity")
        lines.append(("rotate-ccw", text, translate("DropPaper", "new number, new code")))
    elif paper.way is WayToPrint.REVEAL and paper.sheet.sheet is Sheet.CITIZEN:
        text = translate("DropPaper", "Can be made again by opening the identity")
        lines.append(("rotate-ccw", text, translate("DropPaper", "with a reason, logged")))
    if paper.sheet.is_own_copy:
        text = translate("DropPaper", "The citizen leaves without a paper")
        note = translate("DropPaper", "form 02/TCD must be handed over")
        lines.append(("triangle-alert", text, note))
    return lines
