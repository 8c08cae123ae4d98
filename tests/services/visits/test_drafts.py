"""Drafts open only to the one who types, and their key goes with them."""

from __future__ import annotations

from reception.services.access.session import Session
from reception.services.visits.drafts import Drafts
from reception.storage.crypto.sealed_key_files import SealedKeyFiles
from tests.fixtures.office import COLLEAGUE, OFFICER, ThrowAwayOffice


def test_a_draft_is_returned_only_to_its_officer(office: ThrowAwayOffice, session: Session) -> None:
    drafts = Drafts(session)
    draft = drafts.create()
    drafts.save(draft, {"summary": "Nguyễn Văn A trình bày"})
    session.database.close()  # as a crash leaves it
    colleague = office.open(COLLEAGUE)
    assert Drafts(colleague).own_drafts() == []
    colleague.close()
    again = office.open(OFFICER)
    found = Drafts(again).own_drafts()
    assert [(d.draft_id, d.form) for d in found] == [(draft, {"summary": "Nguyễn Văn A trình bày"})]
    again.close()


def test_a_draft_thrown_away_opens_to_nobody(session: Session) -> None:
    drafts = Drafts(session)
    kept, dropped = drafts.create(), drafts.create()
    for draft in (kept, dropped):
        drafts.save(draft, {"n": draft})
    rows = session.database.query("SELECT * FROM draft WHERE draft_id = ?", (dropped,))
    drafts.delete(dropped)
    assert [d.draft_id for d in drafts.own_drafts()] == [kept]
    # A row that comes back from an old page or frame has no key any more.
    session.database.execute("INSERT INTO draft VALUES (?, ?, ?, ?)", tuple(rows[0]))
    assert [d.draft_id for d in Drafts(session).own_drafts()] == [kept]


def test_an_orphaned_draft_key_is_deleted_at_the_next_unlock(
    office: ThrowAwayOffice, session: Session
) -> None:
    drafts = Drafts(session)
    left, kept, begun = drafts.create(), drafts.create(), drafts.create()
    drafts.save(left, {"name": "Nguyễn Văn A"})
    drafts.save(kept, {"name": "Nguyễn Văn B"})
    # The visit is committed and the draft's row gone, and then the power, before the key went.
    session.database.execute("DELETE FROM draft WHERE draft_id = ?", (left,))
    colleague = office.open(COLLEAGUE)
    assert Drafts(colleague).own_drafts() == []
    colleague.close()
    files = SealedKeyFiles(session.folder)
    assert set(files.ids()) == {left, kept, begun}  # another's are not touched
    drafts.own_drafts()
    assert begun in files.ids()  # about to be written
    assert [draft.draft_id for draft in Drafts(session).own_drafts()] == [kept]
    assert files.ids() == [kept]


def test_a_draft_moved_to_another_row_does_not_open(session: Session) -> None:
    drafts = Drafts(session)
    first, second = drafts.create(), drafts.create()
    drafts.save(first, {"a": 1})
    drafts.save(second, {"b": 2})
    session.database.execute(
        "UPDATE draft SET body = (SELECT body FROM draft WHERE draft_id = ?) WHERE draft_id = ?",
        (first, second),
    )
    assert [d.draft_id for d in Drafts(session).own_drafts()] == [first]
