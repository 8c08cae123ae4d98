"""A complaint split off a denunciation: nothing at the desk joins the two visits of one person."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reception.bootstrap import Reception, create_services
from reception.domain.petition import PetitionKind
from reception.storage.crypto import sealing
from reception.storage.staff.signed_members import granted_private_keys
from reception.storage.visits.sealed_identities import binding_of
from tests.fixtures.office import COLLEAGUE, HEAD, ThrowAwayOffice, build_office, office
from tests.fixtures.visit_forms import visit_form
from tests.ui.conftest import qapp, qapp_args, themed
from tests.ui.features.visit_entry.conftest import EntryStage, close_stage, open_stage
from tests.ui.features.visit_entry.entry_steps import save_visit, type_content, type_person

__all__ = ["office", "qapp", "qapp_args", "themed"]

K = Qt.Key
COMPLAINT, DENUNCIATION = PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION
KEYS = {COMPLAINT: K.Key_K, DENUNCIATION: K.Key_T}
SUMMARIES = {COMPLAINT: "Chi trả chế độ chậm", DENUNCIATION: "Trưởng bản thu sai tiền"}
_SEALED = "SELECT v.*, b.vault, b.generation, b.box FROM sealed_value v JOIN sealed_box b"
_BOXES = f"{_SEALED} USING (value_id) ORDER BY v.value_id"
_MARKS = "SELECT counted_once FROM visit ORDER BY visit_id"
_DAY = date(2026, 11, 19)


@pytest.fixture
def entry_stage(themed: QApplication, tmp_path: Path) -> Iterator[EntryStage]:
    """Visit entry of an office, in a window."""
    opened = open_stage(build_office(tmp_path))
    yield opened
    close_stage(opened)


def split(stage: EntryStage, first: PetitionKind, added: PetitionKind) -> None:
    """Type one petition and split the other one off; both are drafts then."""
    type_person(stage)
    type_content(stage, KEYS[first], SUMMARIES[first])
    stage.screen.dialogs.add_petition(added)
    stage.type(SUMMARIES[added], stage.screen.page.content_card.summary)
    stage.settle(300)
    stage.screen.drafts.save_now()
    stage.settle(300)


def show(stage: EntryStage, kind: PetitionKind) -> None:
    """Show the draft of one of the two visits."""
    entries = stage.screen.drafts.entries
    stage.screen.drafts.switch_to(next(e for e in entries if e.form.kinds == (kind,)))
    stage.settle(300)


def opened_at_the_desk(office: ThrowAwayOffice) -> list[str]:
    """Return whatever the head's vault keys open; the head has no custody."""
    session = create_services(office.open(HEAD)).session
    keys = granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )
    texts = []
    for row in session.database.query(_BOXES):
        private = keys.get((row["vault"], row["generation"]))
        if private is None:
            continue
        binding = binding_of(session.office.office_id, row)
        plain = sealing.unseal(bytes(row["body"]), bytes(row["box"]), private, binding)
        texts.append(plain.decode("utf-8"))
    session.database.close()
    return texts


@pytest.mark.parametrize("typed_first", [COMPLAINT, DENUNCIATION])
@pytest.mark.parametrize("saved_first", [COMPLAINT, DENUNCIATION])
def test_no_seal_draft_or_mark_of_the_complaint_points_to_the_denunciation(
    entry_stage: EntryStage, typed_first: PetitionKind, saved_first: PetitionKind
) -> None:
    second = DENUNCIATION if typed_first is COMPLAINT else COMPLAINT
    split(entry_stage, typed_first, second)
    show(entry_stage, saved_first)
    save_visit(entry_stage)
    (rest,) = (kind for kind in (COMPLAINT, DENUNCIATION) if kind is not saved_first)
    entry_stage.settle(300)
    reception = entry_stage.reception
    drafts = entry_stage.ask(lambda: [json.dumps(d.form) for d in reception.drafts.own_drafts()])
    show(entry_stage, rest)
    save_visit(entry_stage)
    ids = {row.kind: str(row.visit_id) for row in entry_stage.rows()}  # type: ignore[attr-defined]
    assert ids.keys() == {"complaint", "denunciation"}
    assert drafts  # the second visit was kept
    opened = opened_at_the_desk(entry_stage.office)
    assert any("Nguyễn Văn Bảy" in text for text in opened)  # the keys do open the complaint
    assert not [text for text in (*opened, *drafts) if ids["denunciation"] in text]
    marks = entry_stage.ask(lambda: [row[0] for row in reception.session.database.query(_MARKS)])
    assert marks == [0, 0]


def with_services(office: ThrowAwayOffice, name: str, use: Callable[[Reception], None]) -> None:
    reception = create_services(office.open(name))
    use(reception)
    reception.session.database.close()


def test_the_table_of_a_day_does_not_tell_that_a_visitor_also_denounced(
    office: ThrowAwayOffice,
) -> None:
    """A mark would count one visit less than the register has on that day."""

    def receive(reception: Reception) -> None:
        for kind in (DENUNCIATION, COMPLAINT):
            reception.intake.seal_visit(visit_form(kind))

    def count(reception: Reception) -> None:
        columns = reception.reports.count("01/TCD", (_DAY, _DAY)).column_totals
        assert columns[1] == len(reception.register.day(_DAY)) == 2
        assert columns[2] == reception.register.figures(_DAY).people == 2

    with_services(office, COLLEAGUE, receive)
    with_services(office, HEAD, count)
