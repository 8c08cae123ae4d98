"""Recovery sheets: two of three open the office, one does not; words are checked by number."""

from __future__ import annotations

import traceback
from itertools import combinations

import pytest
from shamir_mnemonic.shamir import EncryptedMasterSecret, split_ems

from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.petition import PetitionKind
from reception.services.audit.log_verification import LogVerification
from reception.services.recovery.recovery_enrolment import add_recovery
from reception.services.recovery.recovery_shares import (
    SHEET_COUNT,
    WORDS_PER_SHEET,
    check_share,
    join_shares,
    make_shares,
    share_words,
)
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import RECOVERY, load
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import DESK, PROTECTED, granted_private_keys, holders
from reception.storage.visits.sealed_identities import open_part
from tests.fixtures.office import CUSTODIAN, HEAD
from tests.fixtures.visit_forms import PERSON, visit_form


@pytest.fixture(scope="module")
def sheets():
    return make_shares()


def test_any_two_sheets_give_the_same_keys(sheets):
    texts = [" ".join(words) for words in sheets.sheets]
    assert len(texts) == SHEET_COUNT
    for first, second in combinations(texts, 2):
        assert join_shares(first, second) == sheets.keys
        assert join_shares(f"  {second} ", first.replace(" ", "\n")) == sheets.keys


def test_one_sheet_twice_or_a_wrong_word_opens_nothing(sheets):
    first, second = (" ".join(words) for words in sheets.sheets[:2])
    with pytest.raises(InvalidInput, match="recovery.same_sheet"):
        join_shares(first, first)
    wrong = second.split()
    wrong[10] = "academic" if wrong[10] != "academic" else "acid"
    with pytest.raises(InvalidInput, match="recovery.sheet_wrong") as told:
        join_shares(first, " ".join(wrong))
    assert told.value.facts["sheet"] == 2
    shown = "".join(traceback.format_exception(told.value))
    assert not any(f" {word} " in shown for word in wrong[:4])
    with pytest.raises(InvalidInput, match="recovery.sheet_wrong"):
        join_shares(" ".join(first.split()[:-1]), second)


def sheets_of(secret: bytes, identifier: int) -> list[str]:
    """Return the three sheets of a secret (32 bytes) with a chosen 15-bit identifier."""
    groups = split_ems(
        1,
        [(2, 3)],
        EncryptedMasterSecret.from_master_secret(
            secret, b"", identifier=identifier, extendable=True, iteration_exponent=0
        ),
    )
    return [share.mnemonic() for share in groups[0]]


def test_sheets_of_another_secret_do_not_fit():
    first, other, alike = (
        sheets_of(bytes([byte]) * 32, identifier) for byte, identifier in ((1, 1), (2, 2), (3, 1))
    )
    with pytest.raises(InvalidInput, match="recovery.sheets_differ"):
        join_shares(first[0], other[1])
    # One pair of sets in 32,768 has the same identifier; then the digest of the secret tells.
    with pytest.raises(InvalidInput, match="recovery.words_wrong"):
        join_shares(first[0], alike[1])


def test_a_sheet_holds_its_number_and_words_differ_in_four_letters(sheets):
    assert [check_share(words, 1) for words in sheets.sheets] == [1, 2, 3]
    words = share_words()
    assert len({word[:4] for word in words}) == len(words) == 1024


def test_words_are_asked_back_by_number(sheets):
    for number, words in enumerate(sheets.sheets, start=1):
        assert len(words) == WORDS_PER_SHEET
        assert sheets.is_right_word(number, 7, f" {words[6].upper()} ")
        assert not sheets.is_right_word(number, 7, words[6] + "x")


def test_words_are_never_printed(sheets):
    assert sheets.sheets[0][0] not in repr(sheets)
    assert "sheets=" not in repr(sheets)


def later(office, sheets, **changes):
    """Make the sheets in the head's session and return it, still open."""
    session = office.open(HEAD)
    assert "recovery.missing" in session.warnings
    add_recovery(session, sheets.keys, **({"opens_protected": True} | changes))
    return session


def test_sheets_made_later_open_everything_that_sheets_open(office, sheets):
    desk = office.open()
    intake = Intake(desk, OfficeCalendar(desk), Drafts(desk))
    visit = intake.seal_visit(visit_form(PetitionKind.DENUNCIATION)).visit.visit_id
    desk.close()
    session = later(office, sheets)
    assert "recovery.missing" not in session.warnings
    assert set(holders(session.database, PROTECTED)) == {RECOVERY, office.user_id(CUSTODIAN)}
    keys = join_shares(" ".join(sheets.sheets[0]), " ".join(sheets.sheets[2]))
    opened = granted_private_keys(session.database, session.office, RECOVERY, keys)
    assert {vault for vault, _ in opened} == {DESK, PROTECTED}
    part = open_part(session.database, session.office.office_id, visit, opened)
    assert part.identity == PERSON
    keyring = load(office.folder)
    key = sealing.unbox(keys.box_private, keyring.recovery_key)
    Database(office.folder / DATABASE_FILE, key).close()
    assert LogVerification(session).verify().intact
    session.close()
    again = office.open(HEAD)
    assert again.warnings == ()
    again.close()


def test_sheets_may_be_kept_from_denouncers(office, sheets):
    session = later(office, sheets, opens_protected=False)
    opened = granted_private_keys(session.database, session.office, RECOVERY, sheets.keys)
    assert {vault for vault, _ in opened} == {DESK}
    session.close()
    assert "recovery.missing" not in office.open(HEAD).warnings


def test_only_the_head_makes_sheets_and_only_once(office, sheets):
    officer = office.open()
    with pytest.raises(NotAllowed, match="rights.missing"):
        add_recovery(officer, sheets.keys, opens_protected=True)
    officer.close()
    session = later(office, sheets)
    with pytest.raises(InvalidInput, match="recovery.made_already"):
        add_recovery(session, make_shares().keys, opens_protected=True)
    session.close()


def test_a_power_cut_while_sheets_are_made_leaves_an_office_that_opens(office, sheets, monkeypatch):
    session = office.open(HEAD)

    def cut(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(signed_members, "write_grant", cut)
        with pytest.raises(KeyboardInterrupt):
            add_recovery(session, sheets.keys, opens_protected=True)
    session.database.close()
    fresh = make_shares()
    again = later(office, fresh)  # still required; drawn again
    assert LogVerification(again).verify().intact
    again.close()
    assert sealing.unbox(fresh.keys.box_private, load(office.folder).recovery_key)
    office.open().close()
