"""Reclassification: when the protection of a visit is raised, and when it is lowered."""

from __future__ import annotations

import pytest

from reception.domain.petition import PetitionKind
from reception.domain.visit_lifecycle import Protection, ProtectionChange

ORDINARY = Protection(PetitionKind.COMPLAINT, is_asked_for=False)
PROTECTED = Protection(PetitionKind.COMPLAINT, is_asked_for=True)
DENUNCIATION = Protection(PetitionKind.DENUNCIATION, is_asked_for=False)
OTHER_ORDINARY = Protection(PetitionKind.FEEDBACK, is_asked_for=False)


@pytest.mark.parametrize(
    ("before", "after", "raises", "lowers"),
    [
        (ORDINARY, OTHER_ORDINARY, False, False),
        (ORDINARY, PROTECTED, True, False),
        (ORDINARY, DENUNCIATION, True, False),
        (PROTECTED, DENUNCIATION, False, False),
        (PROTECTED, ORDINARY, False, True),
        (DENUNCIATION, ORDINARY, False, True),
        (DENUNCIATION, PROTECTED, False, True),
    ],
)
def test_the_protection_is_raised_or_lowered(before, after, raises, lowers):
    change = ProtectionChange(before, after)
    assert (change.raises, change.lowers) == (raises, lowers)
