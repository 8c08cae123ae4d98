"""The leak guard over generated petitions: what it misses, and what it finds for nothing."""

from __future__ import annotations

import sys

from tests.fixtures.leak_texts.halves import Half
from tests.fixtures.leak_texts.scoring import FALSE_ALARM_LIMIT, score

_TEXTS = 2_000  # of each half: every second one holds an identity


def measure() -> list[tuple[str, float, float | None]]:
    """Return (name, misses or per cent of false alarms, limit) for both halves.

    The guard may be adjusted to the known half only; the half kept aside shows whether it also
    holds against habits that nobody looked at.
    """
    rows: list[tuple[str, float, float | None]] = []
    for half in Half:
        result = score(half, _TEXTS)
        found = result.with_mention - len(result.missed)
        sys.stdout.write(f"leak guard, {half.value} half: {result.worst_habits()}\n")
        rows += [
            (f"leak guard, {half.value} half: hits in {result.with_mention} texts", found, None),
            (f"leak guard, {half.value} half: misses", len(result.missed), 0),
            (
                f"leak guard, {half.value} half: false alarms, % of {result.clean} clean texts",
                result.false_alarm_percent,
                FALSE_ALARM_LIMIT,
            ),
        ]
    return rows
