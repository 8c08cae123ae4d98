"""Dialog that asks whether the register book is printed by pseudonym or with names."""

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
# Kinds of book: by pseudonym, with names of ordinary reporters, identity pages of denouncers.
CODES, NAMES, SECRET = "codes", "names", "secret"


@dataclass(frozen=True, slots=True)
class BookRights:
    """What the signed-in person may print besides the book by pseudonym."""

    may_print_names: bool
    may_print_identity_pages: bool  # of denouncers
    head_name: str  # the head whose password approves a paper with names


class BookPrintDialog(Dialog):
    """Offers the kinds of book that the rights allow, with the reason and the head's password.

    ``codes_wanted()`` asks for the book by pseudonym, ``names_wanted(kind, BulkDisclosureRequest,
    password)`` for a paper with names, ``count_wanted(kind)`` for the number of names on it. The
    dialog stays open until ``finish``, so that a request that was refused can be corrected.
    """

    codes_wanted = Signal()
    names_wanted = Signal(str, object, str)
    count_wanted = Signal(str)

    def __init__(self, days: tuple[date, date], rights: BookRights, parent: QWidget) -> None:
        super().__init__(translate("BookAsk", "Print the register book"), parent, 720)
        self._days = days
        self.set_icon("printer", "accent")
        template = translate("BookAsk", "From {first} to {last}")
        first, last = (display_format.day(day) for day in days)
        self.set_subtitle(template.format(first=first, last=last))
        self.kind_buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.body.addLayout(self._kind_column(rights))
        self.reasons = BookReasonFields(rights.head_name, self)
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
        self.kind_buttons[CODES].setChecked(True)

    def _kind_column(self, rights: BookRights) -> QVBoxLayout:
        """Return a button for each kind of book that the rights allow."""
        column = QVBoxLayout()
        column.setSpacing(theme().px(4))
        offered = (
            (CODES, True, translate("BookAsk", "By code: no name is opened")),
            (
                NAMES,
                rights.may_print_names,
                translate("BookAsk", "With names of ordinary reporters"),
            ),
            (
                SECRET,
                rights.may_print_identity_pages,
                translate("BookAsk", "Denouncers' identity pages, SECRET"),
            ),
        )
        for kind, is_allowed, text in offered:
            if not is_allowed:
                continue
            radio = QRadioButton(text, self)
            radio.setObjectName(f"kind_{kind}")
            radio.toggled.connect(partial(self._kind_toggled, kind))
            self._group.addButton(radio)
            self.kind_buttons[kind] = radio
            column.addWidget(radio)
        return column

    def kind(self) -> str:
        """Return CODES, NAMES or SECRET."""
        return next(kind for kind, radio in self.kind_buttons.items() if radio.isChecked())

    def _kind_toggled(self, kind: str, checked: bool) -> None:
        if not checked:
            return
        has_names = kind != CODES
        self.reasons.setVisible(has_names)
        self.reasons.show_reasons(protected=kind == SECRET)
        self.banner.hide()
        self.note.setVisible(has_names)
        make_text = translate("BookAsk", "Make the paper")
        self.print_button.set_text(
            make_text if has_names else translate("BookAsk", "Print by code")
        )
        if has_names:
            self.count_wanted.emit(kind)
        self._validate()
        self.refit()

    def show_count(self, kind: str, name_count: int) -> None:
        """Show how many names would be opened, unless another kind has been chosen since."""
        if kind != self.kind():
            return
        text = {
            NAMES: translate(
                "BookAsk",
                "%n names will be opened. Denouncers and whoever asked for protection stay codes.",
                "",
                name_count,
            ),
            SECRET: translate(
                "BookAsk",
                "%n names will be opened, for pages framed SECRET, on a printer on a cable only.",
                "",
                name_count,
            ),
        }
        self.banner.show_message("", text[kind], "info")
        self.refit()

    @Slot()
    def _validate(self) -> None:
        self.set_valid(self.kind() == CODES or self.reasons.is_complete())

    @Slot()
    def accept(self) -> None:
        """Emit the request and stay open for its result; the book by pseudonym needs no result."""
        kind = self.kind()
        if kind == CODES:
            self.finish(True)
            self.codes_wanted.emit()
            return
        self.print_button.set_busy(translate("BookAsk", "Opening…"))
        reason, explanation = self.reasons.reason_and_explanation()
        self.names_wanted.emit(
            kind,
            BulkDisclosureRequest(self._days, reason, explanation),
            self.reasons.take_password(),
        )

    def show_error(self, error: ReceptionError) -> None:
        """Show why no paper was made; everything typed stays except the password."""
        self.print_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self._validate()
        self.refit()
        is_explanation_wrong = isinstance(error, InvalidInput) and error.field == "words"
        field = self.reasons.explanation if is_explanation_wrong else self.reasons.head_password
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, accepted: bool) -> None:
        """Empty the password field before the dialog closes."""
        self.reasons.take_password()
        super().finish(accepted)
