"""An officer misuses an act that every officer may write, to change what only others may change."""

from __future__ import annotations

import pytest

from reception.domain.audit import Act
from reception.domain.petition import PetitionKind
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import KeptCopy
from tests.attacks.old_office import OPEN_REQUEST, OldOffice
from tests.attacks.outcomes import named, receive_as_officer, signed_in
from tests.fixtures.office import COLLEAGUE, CUSTODIAN


@pytest.fixture
def attacker(office: OldOffice) -> Attacker:
    """The colleague, who has no right of the head's."""
    return Attacker(office, COLLEAGUE)


@pytest.mark.parametrize("act", [Act.OPENED, Act.PASSWORD_CHANGED])
@pytest.mark.parametrize("counter", ["1", "0", "x"])
def test_a_lower_counter_of_the_keyring_is_named(
    attacker: Attacker, act: Act, counter: str
) -> None:
    """With it an older keyring would count as the present one."""
    with attacker.write(act) as database:
        database.execute("UPDATE office SET value = ? WHERE key = 'keyring_counter'", (counter,))
    assert named(attacker.office)


def test_a_forged_restore_does_not_explain_a_cut_log(attacker: Attacker) -> None:
    """The head alone restores; an officer's entry about it is named, and the warning stays."""
    office = attacker.office
    kept = KeptCopy(office)
    receive_as_officer(office, PetitionKind.COMPLAINT)
    with signed_in(office, CUSTODIAN) as custodian:
        seen = custodian.session.checkpoint_file.read()
    assert seen is not None
    kept.put_back_register()
    (last,) = attacker.rows("log", "seq = (SELECT max(seq) FROM log)").rows
    facts = {
        "made_at": "2026-11-09T08:00:00+07:00",
        "entries": last[0],
        "beyond": 1,
        "seen": [seen.seq, seen.digest.hex()],
    }
    with attacker.write(Act.RESTORED, "sao-luu", **facts) as database:
        database.execute(
            "INSERT OR REPLACE INTO office VALUES ('restored', ?)", (str(int(last[0]) + 1),)
        )
    with signed_in(office, CUSTODIAN) as custodian:
        assert "log.tail_cut" in custodian.session.warnings
    assert named(office)


def test_a_request_that_is_ended_before_its_time_is_named(attacker: Attacker) -> None:
    """Every session ends expired requests; this one is somebody else's and still runs."""
    facts = {"requests": [OPEN_REQUEST]}
    with attacker.write(Act.REVEAL_EXPIRED, "requests", **facts) as database:
        database.execute("UPDATE reveal_request SET state = 'expired'")
    assert "state.request" in named(attacker.office)
