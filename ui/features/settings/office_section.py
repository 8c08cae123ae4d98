"""The section for texts printed on papers: heading, symbol, signatures, recipients."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception.domain.text import clean
from ui.appearance.theme import theme
from ui.features.settings.settings_section import CardColumns, SettingsContext, SettingsSection
from ui.widgets.card import Card
from ui.widgets.labeled_field import LabeledField
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from reception.services.office.office_settings import OfficeSettings

translate = QCoreApplication.translate
# Names of settings: one tuple a row of the card.
_HEADING_ROWS = (("superior",), ("issuing",), ("place", "symbol"))
_PREMISES_ROWS = (("seat",), ("address",), ("phone",))
_SIGNATURE_ROWS = (("signer_post", "signer_name"), ("competent_head",))
_REQUIRED = ("superior", "issuing", "place", "symbol", "bodies")
_LIST_NAMES = ("report_to", "bodies")


class OfficeSection(SettingsSection):
    """Everybody may read the texts; only people who manage the office may change them."""

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        may_manage = context.may_manage()
        rows = (*_HEADING_ROWS, *_PREMISES_ROWS, *_SIGNATURE_ROWS)
        self.line_fields = {name: TextField(self) for row in rows for name in row}
        self.list_fields = {name: TextArea(self) for name in _LIST_NAMES}
        self.labeled_fields: dict[str, LabeledField] = {}
        inputs: dict[str, TextField | TextArea] = {**self.line_fields, **self.list_fields}
        for name, input_field in inputs.items():
            input_field.setObjectName(name)
            input_field.setReadOnly(not may_manage)
            self.labeled_fields[name] = LabeledField(_label_text(name), input_field, self)
        for area in self.list_fields.values():
            area.setFixedHeight(theme().px(104))
        heading = self._card_of_lines(translate("Settings", "Heading of papers"), _HEADING_ROWS)
        premises = self._card_of_lines(translate("Settings", "Reception premises"), _PREMISES_ROWS)
        signing = self._card_of_lines(translate("Settings", "Signatures"), _SIGNATURE_ROWS)
        hint = translate("Settings", "Left empty: the head of this office.")
        self.labeled_fields["signer_name"].set_hint(hint)
        lists = self.new_card(translate("Settings", "Lists on reports"))
        for name in _LIST_NAMES:
            lists.body.addWidget(self.labeled_fields[name])
        self.column.addWidget(CardColumns(((heading, premises), (signing, lists)), self))
        self.column.addStretch(1)
        self._fill(context.reception.session.settings())

    def _card_of_lines(self, title: str, rows: tuple[tuple[str, ...], ...]) -> Card:
        card = self.new_card(title)
        for names in rows:
            row = QHBoxLayout()
            row.setSpacing(theme().px(12))
            for name in names:
                row.addWidget(self.labeled_fields[name], 1)
            card.body.addLayout(row)
        return card

    def _fill(self, settings: OfficeSettings) -> None:
        for name, line in self.line_fields.items():
            line.setText(str(getattr(settings, name)))
            line.setCursorPosition(0)
        for name, area in self.list_fields.items():
            area.set_text("\n".join(getattr(settings, name)))

    @property
    def can_save(self) -> bool:
        return self.context.may_manage()

    def subtitle(self) -> str:
        return translate("Settings", "printed on papers and reports made from now on")

    def on_entered(self) -> None:
        self.line_fields["superior"].setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Save the texts; if a required one is missing, mark it and save nothing."""
        typed_values: dict[str, object] = {
            name: clean(line.value()) for name, line in self.line_fields.items()
        }
        typed_values |= {
            name: _distinct_lines(area.value()) for name, area in self.list_fields.items()
        }
        missing = [name for name in _REQUIRED if not typed_values[name]]
        for name, field in self.labeled_fields.items():
            field.clear_state()
            if name in missing:
                field.set_error(translate("Settings", "This is printed: enter it."))
        if missing:
            self.labeled_fields[missing[0]].input_widget().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        session = self.context.reception.session
        job = partial(session.change_settings, session.settings().changed(**typed_values))
        self.context.runner.run(job, then=self._confirm_saved, owner=self, failed=self.failed.emit)

    def _confirm_saved(self, _result: object) -> None:
        self._fill(self.context.reception.session.settings())
        self.toast_wanted.emit(translate("Settings", "Settings saved"))


def _distinct_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text without surplus spaces, empty lines and duplicates."""
    return tuple(dict.fromkeys(filter(None, map(clean, text.splitlines()))))


def _label_text(name: str) -> str:
    return {
        "superior": translate("Settings", "Superior body"),
        "issuing": translate("Settings", "Issuing body"),
        "place": translate("Settings", "Place before the date"),
        "symbol": translate("Settings", "Document symbol"),
        "seat": translate("Settings", "Name of the reception premises"),
        "address": translate("Settings", "Address of the premises"),
        "phone": translate("Settings", "Telephone"),
        "competent_head": translate("Settings", "Who accepts and answers"),
        "signer_post": translate("Settings", "Post of who signs"),
        "signer_name": translate("Settings", "Name of who signs"),
        "report_to": translate("Settings", "Reports go to (a line each)"),
        "bodies": translate("Settings", "Units that receive (a line each)"),
    }[name]
