"""A counter of the keyring that no keyring has: nobody is shut out for good, and it is named."""

from __future__ import annotations

import pytest

from reception.domain.audit import Act
from reception.domain.errors import StorageError
from reception.services.access.password_change import change_password
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import KeptCopy
from tests.attacks.old_office import ACTIVE, OLD_PASSWORDS, OldOffice
from tests.attacks.outcomes import findings, signed_in
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER
from tests.services.staff.offboarding_stage import NEW_PASSWORD

_BEHIND = "keyring.behind"


def forge_counter(office: OldOffice, counter: int | str, act: Act = Act.OPENED) -> int:
    """Let the colleague log a counter of the keyring; return the number of the entry."""
    attacker = Attacker(office, COLLEAGUE)
    with attacker.write(act, attacker.user_id) as database:
        database.execute(
            "UPDATE office SET value = ? WHERE key = 'keyring_counter'", (str(counter),)
        )
    (last,) = attacker.rows("log", "seq = (SELECT max(seq) FROM log)").rows
    return int(last[0])


@pytest.mark.parametrize("act", [Act.OPENED, Act.PASSWORD_CHANGED, Act.LOCKED])
@pytest.mark.parametrize("ahead", [50_000, 10**12, 10**15 - 1, "9" * 5000, 2**63])
def test_a_counter_that_no_changes_explain_shuts_nobody_out_and_is_named(
    office: OldOffice, ahead: int | str, act: Act
) -> None:
    seq = forge_counter(office, ahead, act)
    office.open_and_close(*ACTIVE)
    found = [item for item in findings(office) if item.key == "keyring_counter"]
    assert seq in {item.seq for item in found}
    assert {item.seq for item in found} == {seq}
    named = [item.actor for item in found if item.code == "state.value"]
    assert named == [COLLEAGUE]


@pytest.mark.parametrize("act", [Act.OPENED, Act.PASSWORD_CHANGED, Act.LOCKED])
@pytest.mark.parametrize("ahead", [1, 7, 4000])
def test_the_head_enters_and_sees_who_logged_a_counter_ahead(
    office: OldOffice, ahead: int, act: Act
) -> None:
    seq = forge_counter(office, Attacker(office, COLLEAGUE).keyring().counter + ahead, act)
    with pytest.raises(StorageError, match=r"^keyring\.older"):
        office.open(OFFICER)
    with signed_in(office, HEAD) as head:
        facts = head.session.warning_facts[_BEHIND]
        assert (facts["entry"], facts["name"]) == (seq, COLLEAGUE)
        assert facts["closed"] == ("–" if act is Act.LOCKED else COLLEAGUE)
    with signed_in(office, HEAD) as head:
        assert _BEHIND not in head.session.warnings
    office.open_and_close(OFFICER)


def test_a_keyring_put_back_gives_a_former_password_nothing(office: OldOffice) -> None:
    """The head goes on with the old file; only whose password it does not know is closed."""
    kept = KeptCopy(office)
    with signed_in(office, OFFICER) as officer:
        change_password(officer.session, OLD_PASSWORDS[OFFICER], NEW_PASSWORD)
    kept.put_back_keyring()
    with pytest.raises(StorageError, match=r"^keyring\.older"):
        office.open(OFFICER)
    with signed_in(office, HEAD) as head:
        assert head.session.warning_facts[_BEHIND]["closed"] == OFFICER
    with pytest.raises(StorageError, match=r"^unlock\.shut_out"):
        office.open(OFFICER)  # with the former password
    with signed_in(office, HEAD) as head:
        head.staff.accounts.set_new_password(office.user_id(OFFICER), NEW_PASSWORD)
    office.open_and_close(COLLEAGUE)
    assert not findings(office)


def test_the_heads_own_former_password_stays_refused(office: OldOffice) -> None:
    kept = KeptCopy(office)
    with signed_in(office, HEAD) as head:
        change_password(head.session, OLD_PASSWORDS[HEAD], NEW_PASSWORD)
    kept.put_back_keyring()
    with pytest.raises(StorageError, match=r"^keyring\.older"):
        office.open(HEAD)
