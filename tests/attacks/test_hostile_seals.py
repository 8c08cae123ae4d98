"""Hostile contents in seals: anybody can seal anything to a colleague or to a vault."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings

from reception.bootstrap import create_services
from reception.domain.errors import StorageError
from reception.domain.reporter import IdentityPaper, PaperKind, Representation
from reception.storage.crypto import sealing
from reception.storage.visits import sealed_part
from reception.storage.visits.sealed_part import KeptWords, SealedPart
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OldOffice
from tests.fixtures.hostile_files import CONTENTS, changed_documents
from tests.fixtures.office import COLLEAGUE, OFFICER
from tests.fixtures.visit_forms import PERSON
from ui.features.visit_entry.form_state import DraftForm, PetitionForm

_PART = SealedPart(
    replace(
        PERSON,
        birth_date=date(1980, 2, 3),
        paper=IdentityPaper(PaperKind.NUMBER, "012345678901", date(2021, 5, 6), "Cục"),
        representation=Representation("Lò Thị M", "Giấy uỷ quyền", date(2026, 1, 2)),
        companions=("Tẩn Thị P",),
    ),
    "Nguyên văn",
    time(14, 12),
    (KeptWords("summary.1", "Tên người khác", other_person=True),),
)
_DRAFT = DraftForm(petitions=(PetitionForm(), PetitionForm()), active_index=1).as_draft()
SMALL_CONTENTS = {name: data for name, data in CONTENTS.items() if name != "too large"}


def test_the_part_itself_is_read_back() -> None:
    assert sealed_part.unpack(sealed_part.pack(_PART)) == _PART


@settings(max_examples=300, deadline=None)
@given(document=changed_documents(json.loads(sealed_part.pack(_PART))))
def test_a_changed_part_is_a_broken_seal_or_an_identity(document: bytes) -> None:
    try:
        part = sealed_part.unpack(document)
    except StorageError:  # seal.broken
        return
    assert isinstance(part.identity.name, str)
    assert sealed_part.unpack(sealed_part.pack(part)) == part


@pytest.mark.parametrize("content", SMALL_CONTENTS.values(), ids=SMALL_CONTENTS)
def test_any_content_of_a_seal_is_a_broken_one(content: bytes) -> None:
    with pytest.raises(StorageError, match=r"^seal\.broken"):
        sealed_part.unpack(content)


@settings(max_examples=200, deadline=None)
@given(document=changed_documents(_DRAFT))
def test_a_changed_draft_opens_with_what_can_be_read(document: bytes) -> None:
    form = DraftForm.from_draft(json.loads(document))
    assert form.petitions[form.active_index]
    form.as_draft()


@pytest.mark.parametrize("content", SMALL_CONTENTS.values(), ids=SMALL_CONTENTS)
def test_a_draft_that_a_colleague_sealed_is_left_out(office: OldOffice, content: bytes) -> None:
    attacker, victim, draft_id = Attacker(office, COLLEAGUE), office.user_id(OFFICER), "feedface0"
    key = sealing.new_key()
    session = office.open(OFFICER)
    box_key = session.member.box_key
    session.database.close()
    drafts = office.folder / "drafts"
    drafts.mkdir(exist_ok=True)
    (drafts / f"{draft_id}.key").write_bytes(sealing.box_to(box_key, key))
    binding = "\x00".join(("reception/draft/1", attacker.office_id, victim, draft_id)).encode()
    body = sealing.encrypt_blob(key, sealing.pad(content, 4096), binding)
    with attacker.tamper() as database:
        database.execute(
            "INSERT INTO draft VALUES (?, ?, '2026-11-09T08:00:00+07:00', ?)",
            (draft_id, victim, body),
        )
    reception = create_services(office.open(OFFICER))
    shown = {draft.draft_id: draft.form for draft in reception.drafts.own_drafts()}
    assert draft_id not in shown or content == b"{}"
    reception.session.close()
