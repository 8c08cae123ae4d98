"""A data class that holds words about a person, a picture of a paper, or keys does not print them.

A repr reaches places that nobody plans: a message of an error, a log, a debugger.
"""

from __future__ import annotations

from dataclasses import fields

import pytest

from reception.domain import folded_text, leak_addresses, name_parts
from reception.domain.petition import Petition, PetitionKind
from reception.domain.reveal import RevealSelection
from reception.domain.visit import Handling, PaperReceived
from reception.exchange.register_import.handling_columns import HandlingTexts
from reception.exchange.register_import.line_cells import SheetReading
from reception.printing.forms import refusal_notice
from reception.printing.forms.letter import Letter
from reception.printing.layout.form_parts import ReturnCodeBox
from reception.sandbox import scan_inspection
from reception.sandbox.child_protocol import Picture
from reception.sandbox.scan_kinds import ScanFacts
from reception.sandbox.workbook_cells import SheetLine
from reception.services.disclosure.opened_identity import OpenedIdentity
from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
from reception.services.recovery.previous_office import PreviousOffice
from reception.storage.audit.log_reader import LogFilter
from reception.storage.key_rotation.vault_generations import VaultRotation
from reception.storage.visits.filter_count_query import FilterCountRequest
from reception.storage.visits.register_reader import RegisterFilter
from reception.storage.visits.reveal_request_rows import NewRequest
from ui.database_thread import task_runner
from ui.features.visit_entry.readback_dialog import ReadBackContent

_SECRET = "Zqxwv"
_PETITION_TEXTS = ("summary", "request", "respondent", "place", "field_note", "settled_by")


@pytest.mark.parametrize(
    ("data_class", "field_name"),
    [
        (leak_addresses._PlaceName, "own_words"),
        (leak_addresses._PlaceName, "folded_own_words"),
        (folded_text.FoldedText, "text"),
        (folded_text.FoldedText, "folded"),
        (name_parts.NamedPerson, "name"),
        (name_parts.NameParts, "notes"),
        *((HandlingTexts, part.name) for part in fields(HandlingTexts)),
        (SheetReading, "merged_values"),
        (SheetReading, "folded"),
        (refusal_notice._AddressedPerson, "addressed_as"),
        (Letter, "paragraphs"),
        (ReturnCodeBox, "code"),
        (ReturnCodeBox, "qr_payload"),
        (ReadBackContent, "parts"),
        *((Petition, name) for name in _PETITION_TEXTS),
        *((Handling, name) for name in ("handled_by", "document_number", "explanation")),
        (PaperReceived, "name"),
        (RevealSelection, "explanation"),
        (NewRequest, "explanation"),
        (BulkDisclosureRequest, "explanation"),
        (OpenedIdentity, "identity"),
        (RegisterFilter, "text"),
        (FilterCountRequest, "text"),
        (LogFilter, "text"),
        (Picture, "pixels"),
        (ScanFacts, "preview_png"),
        (SheetLine, "values"),
        (scan_inspection._ChildResult, "answer"),
        (VaultRotation, "private_keys"),
        (PreviousOffice, "private_keys"),
        (task_runner._Job, "function"),
        (task_runner._Job, "args"),
        (task_runner._Outcome, "result"),
        (task_runner._Outcome, "error"),
    ],
)
def test_a_field_is_not_printed(data_class: type, field_name: str) -> None:
    value: object = object.__new__(data_class)
    for part in fields(data_class):
        other = PetitionKind.DENUNCIATION if part.name == "kind" else ""
        object.__setattr__(value, part.name, _SECRET if part.name == field_name else other)
    assert getattr(value, field_name) == _SECRET
    assert _SECRET not in repr(value)
