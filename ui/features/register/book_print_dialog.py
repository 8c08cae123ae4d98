"""Dialog that asks whether the register book is printed by pseudonym or with names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.features.register.book_reason_fields import BookReasonFields
from ui.features.register.identity_page_choice import IdentityPageChoice
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.services.papers.denouncer_identity_pages import PageCandidate

translate = QCoreApplication.translate


class BookKind(StrEnum):
    """Kinds of the register book on paper."""

    BY_PSEUDONYM = "codes"
    WITH_NAMES = "names"  # of ordinary reporters
    IDENTITY_PAGES = "secret"  # of denouncers, framed MẬT


@dataclass(frozen=True, slots=True)
class BookRights:
    """What the signed-in person may print besides the book by pseudonym."""

    may_print_names: bool
    may_print_identity_pages: bool  # of denouncers
    head_name: str  # the head whose password approves a paper with names


class BookPrintDialog(Dialog):
    """Offers the kinds of book that the rights allow, with the reason and the head's password.

    Emits ``pseudonym_book_wanted`` for the book by pseudonym, ``names_wanted(BookKind,
    BulkDisclosureRequest, password)`` for a paper with names, ``name_count_wanted(BookKind)`` for
    the number of names on it, or for the list of those who can have an identity page. The dialog
    stays open until ``finish``, so that a request that was refused can be corrected.
    """

    pseudonym_book_wanted = Signal()
    names_wanted = Signal(object, object, str)
    name_count_wanted = Signal(object)

    def __init__(self, days: tuple[date, date], rights: BookRights, parent: QWidget) -> None:
        super().__init__(translate("BookAsk", "Print the register book"), parent, 720)
        self._days = days
        self.set_icon("printer", "accent")
        template = translate("BookAsk", "From {first} to {last}")
        first, last = (display_format.day(day) for day in days)
        self.set_subtitle(template.format(first=first, last=last))
        self.kind_buttons: dict[BookKind, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.body.addLayout(self._kind_column(rights))
        self.page_choice = IdentityPageChoice(self)
        self.page_choice.hide()
        self.body.addWidget(self.page_choice)
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
        self.page_choice.changed.connect(self._choice_changed)
        self.kind_buttons[BookKind.BY_PSEUDONYM].setChecked(True)

    def _kind_column(self, rights: BookRights) -> QVBoxLayout:
        """Return a button for each kind of book that the rights allow."""
        column = QVBoxLayout()
        column.setSpacing(theme().px(4))
        offered = (
            (BookKind.BY_PSEUDONYM, True, translate("BookAsk", "By code: no name is opened")),
            (
                BookKind.WITH_NAMES,
                rights.may_print_names,
                translate("BookAsk", "With names of ordinary reporters"),
            ),
            (
                BookKind.IDENTITY_PAGES,
                rights.may_print_identity_pages,
                translate("BookAsk", "Denouncers' identity pages, SECRET"),
            ),
        )
        for kind, is_allowed, text in offered:
            if not is_allowed:
                continue
            radio = QRadioButton(text, self)
            radio.setObjectName(f"kind_{kind.value}")
            radio.toggled.connect(partial(self._kind_toggled, kind))
            self._group.addButton(radio)
            self.kind_buttons[kind] = radio
            column.addWidget(radio)
        return column

    def kind(self) -> BookKind:
        """Return the kind that is chosen."""
        return next(kind for kind, radio in self.kind_buttons.items() if radio.isChecked())

    def _kind_toggled(self, kind: BookKind, checked: bool) -> None:
        if not checked:
            return
        has_names = kind is not BookKind.BY_PSEUDONYM
        self.page_choice.setVisible(kind is BookKind.IDENTITY_PAGES)
        self.reasons.setVisible(has_names)
        self.reasons.show_reasons(protected=kind is BookKind.IDENTITY_PAGES)
        self.banner.hide()
        self.note.setVisible(has_names)
        make_text = translate("BookAsk", "Make the paper")
        self.print_button.set_text(
            make_text if has_names else translate("BookAsk", "Print by code")
        )
        if has_names:
            self.name_count_wanted.emit(kind)
        self._validate()
        self.refit()

    def show_count(self, kind: BookKind, name_count: int) -> None:
        """Show how many names would be opened, unless another kind has been chosen since."""
        if kind != self.kind():
            return
        text = translate(
            "BookAsk",
            "%n names will be opened. Denouncers and whoever asked for protection stay codes.",
            "",
            name_count,
        )
        self.banner.show_message("", text, "info")
        self.refit()

    def show_candidates(self, candidates: tuple[PageCandidate, ...]) -> None:
        """Show who can have an identity page; nobody is ticked."""
        self.page_choice.show_candidates(candidates)
        self.refit()

    @Slot()
    def _choice_changed(self) -> None:
        """Show how many names would be opened for the people who are ticked."""
        if self.kind() is BookKind.IDENTITY_PAGES:
            text = translate(
                "BookAsk",
                "%n names will be opened, for pages framed SECRET, on a printer on a cable only.",
                "",
                len(self.page_choice.chosen()),
            )
            self.banner.show_message("", text, "info")
            self.refit()
        self._validate()

    @Slot()
    def _validate(self) -> None:
        kind = self.kind()
        is_choice_made = kind is not BookKind.IDENTITY_PAGES or bool(self.page_choice.chosen())
        is_complete = is_choice_made and self.reasons.is_complete()
        self.set_valid(kind is BookKind.BY_PSEUDONYM or is_complete)

    @Slot()
    def accept(self) -> None:
        """Emit the request and stay open for its result; the book by pseudonym needs no result."""
        kind = self.kind()
        if kind is BookKind.BY_PSEUDONYM:
            self.finish(True)
            self.pseudonym_book_wanted.emit()
            return
        self.print_button.set_busy(translate("BookAsk", "Opening…"))
        reason, explanation = self.reasons.reason_and_explanation()
        are_pages = kind is BookKind.IDENTITY_PAGES
        chosen = self.page_choice.chosen() if are_pages else frozenset[int]()
        request = BulkDisclosureRequest(self._days, reason, explanation, chosen)
        self.names_wanted.emit(kind, request, self.reasons.take_password())

    def show_error(self, error: ReceptionError) -> None:
        """Show why no paper was made; everything typed stays except the password."""
        self.print_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self._validate()
        self.refit()
        is_explanation_wrong = isinstance(error, InvalidInput) and error.field == "words"
        field = self.reasons.explanation if is_explanation_wrong else self.reasons.head_password
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if error.code == "bulk.choice_changed":
            self.name_count_wanted.emit(self.kind())  # the list is read again

    def finish(self, accepted: bool) -> None:
        """Empty the password field before the dialog closes."""
        self.reasons.take_password()
        super().finish(accepted)
