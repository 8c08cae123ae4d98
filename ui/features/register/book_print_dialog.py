"""Asks how the register book is printed: by pseudonym, or with names if the head approves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.features.register.book_reason_fields import BookReasonFields
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate
CODES, NAMES, SECRET = "codes", "names", "secret"


@dataclass(frozen=True, slots=True)
class BookRights:
    """Rights of the signed-in person to print names; the book by pseudonym requires none."""

    names: bool
    secret: bool
    head: str  # name of the head whose password approves it


class BookPrintDialog(Dialog):
    """``codes_wanted()``; ``names_wanted(kind, request, password)``; ``count_wanted(kind)``.

    It stays open until ``finish``, so that a request that was refused can be corrected.
    """

    codes_wanted = Signal()
    names_wanted = Signal(str, object, str)
    count_wanted = Signal(str)

    def __init__(self, period: tuple[date, date], rights: BookRights, parent: QWidget) -> None:
        super().__init__(translate("BookAsk", "Print the register book"), parent, 720)
        self._period = period
        self.set_icon("printer", "accent")
        template = translate("BookAsk", "From {first} to {last}")
        first, last = (display_format.day(day) for day in period)
        self.set_subtitle(template.format(first=first, last=last))
        self.kinds: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.body.addLayout(self._offer(rights))
        self.reasons = BookReasonFields(rights.head, self)
        self.body.addWidget(self.reasons)
        self.banner = Banner("info", self, "", "", "user-check")
        self.body.addWidget(self.banner)
        self.note = self.add_note("history", translate("BookAsk", "Logged before it opens."))
        self.set_leave_button(
            PushButton(translate("BookAsk", "Cancel"), self, "secondary", "", "Esc")
        )
        self.print_button = PushButton("", self, "seal", "printer", "Ctrl+Enter")
        self.print_button.setObjectName("print_button")
        self.set_primary(self.print_button)
        self.reasons.changed.connect(self._validate)
        self.kinds[CODES].setChecked(True)

    def _offer(self, rights: BookRights) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme().px(4))
        offered = (
            (CODES, True, translate("BookAsk", "By code: no name is opened")),
            (NAMES, rights.names, translate("BookAsk", "With names of ordinary reporters")),
            (SECRET, rights.secret, translate("BookAsk", "Denouncers' identity pages, SECRET")),
        )
        for kind, is_allowed, text in offered:
            if not is_allowed:
                continue
            radio = QRadioButton(text, self)
            radio.setObjectName(f"kind_{kind}")
            radio.toggled.connect(partial(self._toggled, kind))
            self._group.addButton(radio)
            self.kinds[kind] = radio
            column.addWidget(radio)
        return column

    def kind(self) -> str:
        """Return CODES, NAMES or SECRET."""
        return next(kind for kind, radio in self.kinds.items() if radio.isChecked())

    def _toggled(self, kind: str, on: bool) -> None:
        if not on:
            return
        named = kind != CODES
        self.reasons.setVisible(named)
        self.reasons.show_for(protected=kind == SECRET)
        self.banner.hide()
        self.note.setVisible(named)
        make_text = translate("BookAsk", "Make the paper")
        self.print_button.set_text(make_text if named else translate("BookAsk", "Print by code"))
        if named:
            self.count_wanted.emit(kind)
        self._validate()
        self.refit()

    def show_count(self, kind: str, names: int) -> None:
        """Show how many names would be opened, unless another kind was chosen meanwhile."""
        if kind != self.kind():
            return
        text = {
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
        self.banner.show_message("", text[kind], "info")
        self.refit()

    @Slot()
    def _validate(self) -> None:
        self.set_valid(self.kind() == CODES or self.reasons.complete())

    @Slot()
    def accept(self) -> None:
        """Emit the request and stay open for the result; printing by pseudonym closes at once."""
        kind = self.kind()
        if kind == CODES:
            self.finish(True)
            self.codes_wanted.emit()
            return
        self.print_button.set_busy(translate("BookAsk", "Opening…"))
        reason, explanation = self.reasons.chosen()
        self.names_wanted.emit(
            kind,
            BulkDisclosureRequest(self._period, reason, explanation),
            self.reasons.take_password(),
        )

    def show_error(self, error: ReceptionError) -> None:
        """Show why no paper was made; everything typed stays except the password."""
        self.print_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self._validate()
        self.refit()
        wrong_words = isinstance(error, InvalidInput) and error.field == "words"
        field = self.reasons.explanation if wrong_words else self.reasons.head_password
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, taken: bool) -> None:
        """Empty the password field before the dialog closes."""
        self.reasons.take_password()
        super().finish(taken)
