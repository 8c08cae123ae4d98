"""An officer misuses an act that every officer may write, to change what only others may change."""

from __future__ import annotations

import pytest

from reception.domain.audit import Act
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OldOffice
from tests.attacks.outcomes import named
from tests.fixtures.office import COLLEAGUE


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
