"""The highest counter of the keyring that the log has digests of, found without its row."""

from __future__ import annotations

import pytest

from reception.storage.crypto import hash_chain
from reception.storage.office_values import KEYRING_COUNTER, highest_counter


def _digests(*counters: int | str) -> frozenset[bytes]:
    return frozenset(
        hash_chain.row_digest("office", (KEYRING_COUNTER, str(counter))) for counter in counters
    )


@pytest.mark.parametrize(
    ("logged", "above", "highest"),
    [
        ((), 7, 0),
        ((1, 2, 3), 3, 0),
        ((0, 1, 2, 3), 2, 3),
        ((1, 9, 900, 4000), 2, 4000),
        ((1, 2, "x"), 2, 0),
        (("x", 5), 2, 5),
        ((3,), 10_000, 0),
    ],
)
def test_a_higher_counter_is_found_by_its_digest(
    logged: tuple[int | str, ...], above: int, highest: int
) -> None:
    assert highest_counter(_digests(*logged), above) == highest
