"""The section for texts printed on papers: heading, symbol, signatures, recipients."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception.domain.text import clean
from ui.appearance.theme import theme
from ui.features.settings.settings_section import Columns, SettingsContext, SettingsSection
from ui.widgets.card import Card
from ui.widgets.labeled_field import LabeledField
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from reception.services.office.office_settings import OfficeSettings

translate = QCoreApplication.translate
_HEADING = (("superior",), ("issuing",), ("place", "symbol"))
_PREMISES = (("seat",), ("address",), ("phone",))
_SIGNATURES = (("signer_post", "signer_name"), ("competent_head",))
_REQUIRED = ("superior", "issuing", "place", "symbol")
_LISTS = ("report_to", "bodies")


class OfficeSection(SettingsSection):
    """Everybody may read it; only people who manage the office may change it."""

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        may_manage = context.may_manage()
        rows = (*_HEADING, *_PREMISES, *_SIGNATURES)
        self.lines = {name: TextField(self) for row in rows for name in row}
        self.lists = {name: TextArea(self) for name in _LISTS}
        self.fields: dict[str, LabeledField] = {}
        parts: dict[str, TextField | TextArea] = {**self.lines, **self.lists}
        for name, part in parts.items():
            part.setObjectName(name)
            part.setReadOnly(not may_manage)
            self.fields[name] = LabeledField(_label_text(name), part, self)
        for area in self.lists.values():
            area.setFixedHeight(theme().px(104))
        heading = self._lines(translate("Settings", "Head of papers"), _HEADING)
        premises = self._lines(translate("Settings", "Reception seat"), _PREMISES)
        signing = self._lines(translate("Settings", "Signatures"), _SIGNATURES)
        hint = translate("Settings", "Left empty: the head of this office.")
        self.fields["signer_name"].set_hint(hint)
        lists = self.card(translate("Settings", "Lists on reports"))
        for name in _LISTS:
            lists.body.addWidget(self.fields[name])
        self.column.addWidget(Columns(((heading, premises), (signing, lists)), self))
        self.column.addStretch(1)
        self._fill(context.reception.session.settings())

    def _lines(self, title: str, rows: tuple[tuple[str, ...], ...]) -> Card:
        card = self.card(title)
        for names in rows:
            row = QHBoxLayout()
            row.setSpacing(theme().px(12))
            for name in names:
                row.addWidget(self.fields[name], 1)
            card.body.addLayout(row)
        return card

    def _fill(self, settings: OfficeSettings) -> None:
        for name, line in self.lines.items():
            line.setText(str(getattr(settings, name)))
            line.setCursorPosition(0)
        for name, area in self.lists.items():
            area.set_text("\n".join(getattr(settings, name)))

    @property
    def savable(self) -> bool:
        return self.context.may_manage()

    def subtitle(self) -> str:
        return translate("Settings", "printed on papers and reports made from now on")

    def entered(self) -> None:
        self.lines["superior"].setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Save the texts, unless one that every paper requires is missing."""
        typed: dict[str, object] = {n: clean(line.value()) for n, line in self.lines.items()}
        typed |= {name: _rows(area.value()) for name, area in self.lists.items()}
        missing = [name for name in (*_REQUIRED, "bodies") if not typed[name]]
        for name, field in self.fields.items():
            field.clear_state()
            if name in missing:
                field.set_error(translate("Settings", "This is printed: enter it."))
        if missing:
            self.fields[missing[0]].inner().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        session = self.context.reception.session
        job = partial(session.change_settings, session.settings().changed(**typed))
        self.context.runner.run(job, then=self._saved, owner=self, failed=self.failed.emit)

    def _saved(self, _result: object) -> None:
        self._fill(self.context.reception.session.settings())
        self.toast_wanted.emit(translate("Settings", "Settings kept"))


def _rows(text: str) -> tuple[str, ...]:
    """Return the lines of a list without surplus spaces, empty lines and duplicates."""
    return tuple(dict.fromkeys(filter(None, map(clean, text.splitlines()))))


def _label_text(name: str) -> str:
    return {
        "superior": translate("Settings", "Superior body"),
        "issuing": translate("Settings", "Issuing body"),
        "place": translate("Settings", "Place before the date"),
        "symbol": translate("Settings", "Document symbol"),
        "seat": translate("Settings", "Name of the reception seat"),
        "address": translate("Settings", "Address of the seat"),
        "phone": translate("Settings", "Telephone"),
        "competent_head": translate("Settings", "Who accepts and answers"),
        "signer_post": translate("Settings", "Post of who signs"),
        "signer_name": translate("Settings", "Name of who signs"),
        "report_to": translate("Settings", "Reports go to (a line each)"),
        "bodies": translate("Settings", "Units that receive (a line each)"),
    }[name]
