"""Reads scanned identity cards into the reporter's part, wherever on the page they were scanned."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import InvalidInput
from reception.domain.id_card_qr import IdCardData, card_lines, parse_id_card_qr
from reception.domain.identity_number import plain_number
from reception.messages.catalogue import error_sentence, sentence
from ui.features.visit_entry.card_watching import CardWatcher
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.id_card_fill import fill_from_card, is_other_person
from ui.features.visit_entry.person_details_dialog import PersonDetailsDialog
from ui.models.form_codec import count_filled_fields
from ui.shell import actions
from ui.widgets.banner import BannerLink

translate = QCoreApplication.translate


class CardReader(QObject):
    """Fills the reporter's part from a card that was scanned there or into the QR box.

    A card scanned into any other field waits, out of that field, until it is moved or discarded;
    meanwhile the visit is not saved.
    """

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page)
        self._page, self._person = page, page.person_card
        self._last_card: IdCardData | None = None
        self._waiting_line = ""
        self._watcher = CardWatcher(page)
        self._watcher.scanned.connect(self._scanned)
        fields = self._person.fields
        fields.scan_button.clicked.connect(self.open_box)
        fields.qr_field.scanned.connect(self._read_box)
        fields.qr_field.focus_lost.connect(self._read_box)
        page.card_banner.link_used.connect(self._link_used)

    # -- the QR box -------------------------------------------------------------------------

    @Slot()
    def open_box(self) -> None:
        """Move a card that waits; without one, show the box into which the scanner types."""
        if self._waiting_line:
            self._move_waiting_card()
            return
        fields = self._person.fields
        fields.mask_group.unmask()
        fields.seal_tape.hide()
        fields.qr_field.show()
        fields.qr_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close(self) -> bool:
        """Discard a card that waits, or close the box unread; False when there was neither."""
        fields = self._person.fields
        if self._waiting_line:
            self.discard()
        elif not fields.qr_field.isHidden():
            fields.qr_field.clear()
            fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    @Slot()
    def _read_box(self) -> None:
        fields = self._person.fields
        if fields.qr_field.isHidden():
            return
        text = fields.qr_field.text()
        fields.qr_field.clear()
        fields.qr_field.hide()
        fields.seal_tape.show()
        if text.strip():
            spans = card_lines(text)
            self._fill(text[slice(*spans[-1])] if spans else text)

    # -- a card scanned into a field --------------------------------------------------------

    @Slot(str, object)
    def _scanned(self, line: str, widget: QWidget) -> None:
        dialog = _details_dialog_around(widget)
        if dialog is not None:
            dialog.accept()
            self._fill(line)
        elif self._person.isAncestorOf(widget):
            self._fill(line)
        else:
            self._hold(line)

    def _hold(self, line: str) -> None:
        try:
            parse_id_card_qr(line)
        except InvalidInput as error:
            self._page.error_banner.show_message(error_sentence(error, self._page.context.language))
            return
        self._waiting_line = line
        banner = self._page.card_banner
        banner.show_message(
            translate("Desk", "A card was scanned outside the reporter's part."),
            translate("Desk", "Its line was taken out of that field again."),
        )
        move_text = translate("Desk", "Move it to the reporter's part")
        links = (
            BannerLink("move", move_text, actions.first_key_text("entry.scan")),
            BannerLink("discard", translate("Desk", "Discard the card"), "Esc"),
        )
        banner.set_links(links, below=True)

    def stops_saving(self) -> bool:
        """Take out a line that was just typed; True while a card waits to be moved or discarded."""
        self._watcher.finish()
        if self._waiting_line:
            self._page.card_banner.focus_link("move")
        return bool(self._waiting_line)

    @Slot()
    def discard(self) -> None:
        """Forget the card that waits."""
        self._waiting_line = ""
        self._page.card_banner.hide()

    @Slot(str)
    def _link_used(self, link: str) -> None:
        if link == "move":
            self._move_waiting_card()
        else:
            self.discard()

    def _move_waiting_card(self) -> None:
        line = self._waiting_line
        self.discard()
        self._person.fields.mask_group.unmask()
        self._fill(line)

    # -- the reporter's part ----------------------------------------------------------------

    def _fill(self, line: str) -> None:
        person, fields = self._person, self._person.fields
        language, before = self._page.context.language, person.collect()
        try:
            card = parse_id_card_qr(line)
        except InvalidInput as error:
            fields.number_note_line.show_message("error", error_sentence(error, language))
            fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        is_read_again = card == self._last_card and card.number == plain_number(before.number)
        if not is_read_again:  # else what was corrected since the first reading would be lost
            filled = fill_from_card(card, before)
            person.show_form(filled)
            person.commune_check.accept_card_name(filled.commune)
            if is_other_person(card, before) and count_filled_fields(before.details):
                text = sentence("card.person_replaced", language)
                fields.number_note_line.show_message("warning", text)
            person.changed.emit()
        self._last_card = card
        self._show_next_step(card)

    def _show_next_step(self, card: IdCardData) -> None:
        fields, language = self._person.fields, self._page.context.language
        if card.address_garbled:
            fields.hamlet_field.set_warning(sentence("card.address_garbled", language))
        if card.name_lost_accents and fields.name.text() == card.name:
            fields.name_field.set_warning(sentence("card.name_lost_accents", language))
            fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
            fields.name.selectAll()
        elif not fields.commune_choice_field.isHidden():
            fields.commune_choice.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            fields.capacity.setFocus(Qt.FocusReason.OtherFocusReason)


def _details_dialog_around(widget: QWidget) -> PersonDetailsDialog | None:
    parent: QWidget | None = widget
    while parent is not None and not isinstance(parent, PersonDetailsDialog):
        parent = parent.parentWidget()
    return parent
