"""Recovery by two sheets: new keys for everything; either the old or the new office opens."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from reception.domain.errors import InvalidInput, StorageError
from reception.domain.petition import PetitionKind
from reception.services.access.unlocking import unlock
from reception.services.audit.log_verification import LogVerification
from reception.services.office.environment import Environment
from reception.services.recovery.office_recovery import (
    RecoveryPlan,
    inspect_with_recovery_keys,
    recent_recovery_day,
    replace_keys_after_recovery,
)
from reception.services.recovery.recovery_enrolment import add_recovery
from reception.services.recovery.recovery_shares import RecoveryShares, join_shares, make_shares
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import RECOVERY
from reception.storage.crypto.password_hashing import DEMO_POLICY
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.key_rotation.database_rekeying import NEW_FILE
from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import DESK, PROTECTED
from reception.storage.visits.sealed_identities import open_part
from tests.fixtures.killed_program import KilledProgram, count_steps, words_of_act
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    FrozenClock,
    ThrowAwayOffice,
    build_office,
)
from tests.fixtures.visit_forms import PERSON, visit_form

FRESH = "mận rừng thác đồng hoa"
KINDS = (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION)


@dataclass
class Lost:
    """An office with two visits and sheets, whose head has forgotten the password."""

    office: ThrowAwayOffice
    sheets: RecoveryShares
    visits: list[int]
    key: bytes  # the database key before

    def reopen(self, **changes):
        """Open by the first and the third sheet."""
        plan = RecoveryPlan(**({"password": FRESH} | changes))
        return replace_keys_after_recovery(
            self.office.folder, self.pair(), plan, self.office.environment
        )

    def pair(self, first: int = 0, second: int = 2):
        """Return the keys of two sheets."""
        texts = [" ".join(words) for words in self.sheets.sheets]
        return join_shares(texts[first], texts[second])

    def head(self, password: str = FRESH):
        """Unlock as the head."""
        return unlock(
            self.office.folder, self.office.user_id(HEAD), password, self.office.environment
        )

    def files(self) -> dict[str, bytes]:
        """Return the bytes of every remaining file."""
        found = (path for path in self.office.folder.rglob("*") if path.is_file())
        return {path.name: path.read_bytes() for path in found}


def lose(office: ThrowAwayOffice, *, opens_protected: bool = True) -> Lost:
    desk = office.open()
    intake = Intake(desk, OfficeCalendar(desk), Drafts(desk))
    visits = [intake.seal_visit(visit_form(kind)).visit.visit_id for kind in KINDS]
    desk.close()
    sheets = make_shares()
    session = office.open(HEAD)
    add_recovery(session, sheets.keys, opens_protected=opens_protected)
    drafts = Drafts(session)
    drafts.save(drafts.create(), {"person": {}})
    account = keyring_file.load(office.folder).account(session.member.user_id)
    key = keyring_file.database_key(account, session.keys)
    session.close()
    return Lost(office, sheets, visits, key)


@pytest.fixture
def lost(office) -> Lost:
    return lose(office)


def private_keys(session) -> dict[tuple[str, int], bytes]:
    return signed_members.granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )


def read(session, visit: int):
    return open_part(session.database, session.office.office_id, visit, private_keys(session))


def grants(session) -> set[tuple[str, int, str]]:
    rows = session.database.query("SELECT name, generation, holder FROM vault_grant")
    return {(row["name"], row["generation"], row["holder"]) for row in rows}


def test_the_head_opens_with_a_new_password_and_everything_is_there(lost: Lost):
    found = inspect_with_recovery_keys(lost.office.folder, lost.pair())
    assert (found.head_name, found.sheets_open_protected, found.other_members_open_protected) == (
        HEAD,
        True,
        True,
    )
    assert lost.reopen() == found.head_id
    with pytest.raises(StorageError, match="unlock.wrong_password"):
        lost.office.open(HEAD)
    session = lost.head()
    assert session.warnings == ("recovery.missing",)
    assert read(session, lost.visits[0]).identity == PERSON
    assert not {v for v, _ in private_keys(session)} & {PROTECTED}  # no custody came with it
    assert session.key_generation == 2
    assert session.fingerprint() != found.fingerprint
    assert LogVerification(session).verify().intact
    assert Drafts(session).own_drafts() == []
    assert not list((lost.office.folder / "drafts").glob("*.key"))
    session.close()
    again = lost.head()
    assert LogVerification(again).verify().intact
    again.close()


def test_the_others_open_as_before_and_follow_the_new_root_once(lost: Lost):
    lost.reopen()
    session = lost.office.open(CUSTODIAN)
    root = session.office.root
    assert session.keys.office_root == root
    assert read(session, lost.visits[1]).identity == PERSON
    assert {generation for _, generation in private_keys(session)} == {2}
    session.close()
    counter = keyring_file.load(lost.office.folder).counter
    session = lost.office.open(CUSTODIAN)
    assert session.keys.office_root == session.office.root == root
    assert keyring_file.load(lost.office.folder).counter == counter
    desk = Intake(session, OfficeCalendar(session), Drafts(session))
    visit = desk.seal_visit(visit_form(PetitionKind.DENUNCIATION)).visit.visit_id
    assert read(session, visit).identity == PERSON
    assert LogVerification(session).verify().intact
    session.close()
    lost.office.open(OFFICER).close()


def test_old_keys_and_old_sheets_open_nothing_more(lost: Lost):
    lost.reopen()
    with pytest.raises(StorageError, match="database.unreadable"):
        Database(lost.office.folder / DATABASE_FILE, lost.key)
    with pytest.raises(InvalidInput, match="recovery.not_made"):
        inspect_with_recovery_keys(lost.office.folder, lost.pair())
    session = lost.head()
    assert all(generation == 2 for _, generation, _ in grants(session))
    rows = session.database.query("SELECT DISTINCT vault, generation FROM sealed_box")
    assert {(row[0], row[1]) for row in rows} == {(DESK, 2), (PROTECTED, 2)}
    session.close()


def test_new_sheets_open_and_may_be_used_again(lost: Lost):
    fresh = make_shares()
    lost.reopen(sheet_keys=fresh.keys)
    with pytest.raises(InvalidInput, match="recovery.foreign"):
        inspect_with_recovery_keys(lost.office.folder, lost.pair())
    session = lost.head()
    assert session.warnings == ()
    assert RECOVERY in signed_members.holders(session.database, PROTECTED)
    session.close()
    lost.sheets = fresh
    plan = RecoveryPlan("khèn lá suối đá mây")
    assert inspect_with_recovery_keys(lost.office.folder, lost.pair()).sheets_open_protected
    replace_keys_after_recovery(lost.office.folder, lost.pair(1, 2), plan, lost.office.environment)
    session = lost.office.open(
        COLLEAGUE
    )  # still trusts the first root: two statements lead to the present one
    assert session.fingerprint() == plan.fingerprint
    assert LogVerification(session).verify().intact
    session.close()
    session = lost.head("khèn lá suối đá mây")
    assert (session.key_generation, read(session, lost.visits[0]).identity) == (3, PERSON)
    add_recovery(session, make_shares().keys, opens_protected=True)
    session.close()


def test_sheets_kept_from_denouncers_leave_them_to_their_custodians(office):
    lost = lose(office, opens_protected=False)
    assert not inspect_with_recovery_keys(office.folder, lost.pair()).sheets_open_protected
    lost.reopen()
    session = office.open(CUSTODIAN)
    assert read(session, lost.visits[1]).identity == PERSON
    assert {key for key in private_keys(session) if key[0] == PROTECTED} == {
        (PROTECTED, 1),
        (PROTECTED, 2),
    }
    head = office.user_id(HEAD)
    assert not {(PROTECTED, 1, head), (PROTECTED, 1, "pending")} & grants(session)
    assert LogVerification(session).verify().intact
    session.close()


def test_it_is_seen_for_a_month(lost: Lost):
    lost.reopen()
    at = lost.office.clock.now()
    session = lost.office.open()
    assert recent_recovery_day(session) == at.date()
    row = session.database.one("SELECT * FROM log WHERE act = 'recovered'")
    assert (row["actor"], row["actor_key"]) == (lost.office.user_id(HEAD), 2)
    lost.office.clock.at = at + timedelta(days=32)
    assert recent_recovery_day(session) is None
    session.database.close()


def test_wrong_sheets_change_nothing(lost: Lost):
    before = lost.files()
    for keys in (make_shares().keys,):
        with pytest.raises(InvalidInput, match="recovery.foreign"):
            inspect_with_recovery_keys(lost.office.folder, keys)
        with pytest.raises(InvalidInput, match="recovery.foreign"):
            replace_keys_after_recovery(
                lost.office.folder, keys, RecoveryPlan(FRESH), lost.office.environment
            )
    assert lost.files() == before
    lost.office.open(HEAD).close()


def written(sheets: RecoveryShares, data: bytes) -> list[bytes]:
    """Return neighbouring words of a sheet found close together in the data."""
    pairs = (pair for words in sheets.sheets for pair in pairwise(words))
    marks = (first.encode() + b".{1,6}" + second.encode() for first, second in pairs)
    return [mark for mark in marks if re.search(mark, data, re.DOTALL)]


def test_no_word_and_no_password_is_in_any_file_afterwards(lost: Lost):
    fresh = make_shares()
    lost.reopen(sheet_keys=fresh.keys)
    lost.head().close()
    files = [path for path in lost.office.folder.parent.rglob("*") if path.is_file()]
    dump = lost.office.folder.parent / "plain.sql"
    session = lost.head()
    lines = session.database.query("SELECT facts || subject || act FROM log")
    lines += session.database.query("SELECT value FROM office")
    dump.write_text("\n".join(str(row[0]) for row in lines), "utf-8")
    session.close()
    for path in (*files, dump):
        for sheets in (lost.sheets, fresh):
            assert written(sheets, path.read_bytes()) == []
        assert FRESH.encode() not in path.read_bytes()
    assert written(fresh, " ".join(fresh.sheets[1]).encode())  # the search works


def test_recovery_does_not_begin_while_the_office_is_open(lost: Lost):
    other = lost.office.open()
    with pytest.raises(StorageError, match="database.busy"):
        lost.reopen()
    other.close()
    lost.office.open(HEAD).close()
    lost.reopen()


def test_a_row_not_covered_by_the_log_is_still_reported(lost: Lost):
    database = Database(lost.office.folder / DATABASE_FILE, lost.key)
    row = database.one("SELECT value_id, vault FROM sealed_box WHERE vault = ?", (PROTECTED,))
    forged = sealing.box_to(bytes(range(32)), bytes(32))
    database.execute(
        "UPDATE sealed_box SET box = ? WHERE value_id = ? AND vault = ?",
        (forged, row["value_id"], PROTECTED),
    )
    database.close()
    lost.reopen()
    session = lost.head()
    found = LogVerification(session).verify()
    assert [(item.code, item.table) for item in found.findings] == [
        ("record.changed", "sealed_box")
    ]
    assert '"findings":1' in session.database.one("SELECT facts FROM log WHERE act='recovered'")[0]
    session.close()


def test_a_root_not_signed_by_recovery_is_refused(lost: Lost):
    lost.reopen()
    session = lost.head()
    session.database.execute(
        'UPDATE office SET value = replace(value, \'"by_recovery": "\', \'"by_recovery": "00\') '
        "WHERE key LIKE 'root_after:%'"
    )
    session.database.close()
    # Nothing leads to the new root: its rosters are those of a stranger.
    with pytest.raises(StorageError, match="roster.forged"):
        lost.office.open(OFFICER)


def recover_in_process() -> None:
    """Recover in this process, which counts its steps."""
    folder, state, *sheets = words_of_act()
    keys = join_shares(*sheets)
    count_steps()
    environment = Environment(FrozenClock(), DEMO_POLICY, Path(state))
    replace_keys_after_recovery(Path(folder), keys, RecoveryPlan(FRESH), environment)


def words_for(lost: Lost) -> list[object]:
    """Return the words with which a process recovers the office."""
    sheets = (" ".join(lost.sheets.sheets[index]) for index in (0, 1))
    return [lost.office.folder, lost.office.environment.state_folder, *sheets]


def copied(lost: Lost, here: Path) -> Lost:
    """Return a copy of the office and of this machine's state."""
    shutil.copytree(lost.office.folder.parent, here)
    environment = replace(lost.office.environment, state_folder=here / "state")
    office = ThrowAwayOffice(here / "office", environment, lost.office.clock)
    return replace(lost, office=office)


def opened_after(lost: Lost) -> str:
    """Check the office after the kill as head and custodian; return whether it is old or new."""
    which = "new"
    try:
        session = lost.head()
    except StorageError:
        which, session = "old", lost.office.open(HEAD)
    assert read(session, lost.visits[0]).identity == PERSON
    assert LogVerification(session).verify().intact
    assert not [code for code in session.warnings if code.startswith("log.")]
    session.close()
    assert not (lost.office.folder / NEW_FILE).exists()
    officer = lost.office.open(CUSTODIAN)
    assert read(officer, lost.visits[1]).identity == PERSON
    officer.close()
    return which


def test_a_kill_at_any_write_leaves_one_office_that_opens(tmp_path: Path):
    lost = lose(build_office(tmp_path / "first"))
    program = KilledProgram(f"{__name__}:recover_in_process")
    whole = copied(lost, tmp_path / "whole")
    steps = program.steps(tmp_path / "whole", *words_for(whole))
    seen = []
    for step in steps:
        left = copied(lost, tmp_path / str(step))
        program.kill_at(step, *words_for(left))
        seen.append(opened_after(left))
    assert seen == sorted(seen, reverse=True)  # the old one up to a moment, the new one from then
    assert len(seen) > 6
    assert set(seen) == {"old", "new"}
    assert opened_after(whole) == "new"
