"""How the register book is printed: by code, or with names through the head's password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
from ui.appearance import display_format as shown
from ui.appearance.theme import theme
from ui.features.register.book_reason_fields import BookReasonFields
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate
CODES, NAMES, SECRET = "codes", "names", "secret"


@dataclass(frozen=True, slots=True)
class BookRights:
    """What this person may print besides the book by code."""

    names: bool
    secret: bool
    head: str  # whose password is asked


class BookPrintDialog(Dialog):
    """``codes_wanted()``; ``names_wanted(way, request, password)``; ``count_wanted(way)``.

    It stays open until ``finish``: a wish that was refused is mended, not typed again.
    """

    codes_wanted = Signal()
    names_wanted = Signal(str, object, str)
    count_wanted = Signal(str)

    def __init__(self, period: tuple[date, date], rights: BookRights, parent: QWidget) -> None:
        """Offer the ways this person has; nothing is opened yet."""
        super().__init__(translate("BookAsk", "Print the register book"), parent, 720)
        self._period = period
        self.set_icon("printer", "accent")
        words = translate("BookAsk", "From {first} to {last}")
        first, last = (shown.day(day) for day in period)
        self.set_subtitle(words.format(first=first, last=last))
        self.ways: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.body.addLayout(self._offer(rights))
        self.reasons = BookReasonFields(rights.head, self)
        self.body.addWidget(self.reasons)
        self.banner = Banner("info", self, "", "", "user-check")
        self.body.addWidget(self.banner)
        self.note = self.add_note("history", translate("BookAsk", "Logged before it opens."))
        self.set_safe(PushButton(translate("BookAsk", "Cancel"), self, "secondary", "", "Esc"))
        self.print_button = PushButton("", self, "seal", "printer", "Ctrl+Enter")
        self.print_button.setObjectName("print_button")
        self.set_primary(self.print_button)
        self.reasons.changed.connect(self._judge)
        self.ways[CODES].setChecked(True)

    def _offer(self, rights: BookRights) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme().px(4))
        offered = (
            (CODES, True, translate("BookAsk", "By code: no name is opened")),
            (NAMES, rights.names, translate("BookAsk", "With names of ordinary reporters")),
            (SECRET, rights.secret, translate("BookAsk", "Denouncers' identity pages, SECRET")),
        )
        for way, may, words in offered:
            if not may:
                continue
            radio = QRadioButton(words, self)
            radio.setObjectName(f"way_{way}")
            radio.toggled.connect(partial(self._turned, way))
            self._group.addButton(radio)
            self.ways[way] = radio
            column.addWidget(radio)
        return column

    def way(self) -> str:
        """Return the way chosen."""
        return next(way for way, radio in self.ways.items() if radio.isChecked())

    def _turned(self, way: str, on: bool) -> None:
        if not on:
            return
        named = way != CODES
        self.reasons.setVisible(named)
        self.reasons.show_for(protected=way == SECRET)
        self.banner.hide()
        self.note.setVisible(named)
        make = translate("BookAsk", "Make the paper")
        self.print_button.set_text(make if named else translate("BookAsk", "Print by code"))
        if named:
            self.count_wanted.emit(way)
        self._judge()
        self.refit()

    def show_count(self, way: str, names: int) -> None:
        """Say how many names would be opened, unless another way is chosen by now."""
        if way != self.way():
            return
        words = {
            NAMES: translate(
                "BookAsk",
                "%n names will be opened. Denouncers and whoever asked for protection stay codes.",
                "",
                names,
            ),
            SECRET: translate(
                "BookAsk",
                "%n names will be opened, for pages framed SECRET, on a printer on a cable only.",
                "",
                names,
            ),
        }
        self.banner.say("", words[way], "info")
        self.refit()

    @Slot()
    def _judge(self) -> None:
        self.set_valid(self.way() == CODES or self.reasons.complete())

    @Slot()
    def accept(self) -> None:
        """Hand the wish over and wait for the answer; by code nothing has to be waited for."""
        way = self.way()
        if way == CODES:
            self.finish(True)
            self.codes_wanted.emit()
            return
        self.print_button.set_busy(translate("BookAsk", "Opening…"))
        reason, words = self.reasons.chosen()
        self.names_wanted.emit(
            way, BulkDisclosureRequest(self._period, reason, words), self.reasons.password()
        )

    def refuse(self, error: ReceptionError) -> None:
        """Say why no paper was made; what was typed stays, save for the password."""
        self.print_button.set_busy("")
        self.banner.say("", error_sentence(error), "error")
        self._judge()
        self.refit()
        wrong = isinstance(error, InvalidInput) and error.field == "words"
        place = self.reasons.words if wrong else self.reasons.secret
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, taken: bool) -> None:
        """Forget the password before the dialog goes."""
        self.reasons.password()
        super().finish(taken)
