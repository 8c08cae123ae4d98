"""The guard over generated petitions: the half of ``make bench`` that it may be adjusted to.

The half kept aside is measured by the bench alone, so that nobody adjusts the guard to it.
"""

from __future__ import annotations

from tests.fixtures.leak_texts.halves import Half
from tests.fixtures.leak_texts.people import naming_habits
from tests.fixtures.leak_texts.samples import generate
from tests.fixtures.leak_texts.scoring import FALSE_ALARM_LIMIT, score

_TEXTS = 2_000


def test_no_generated_mention_is_missed_and_few_clean_texts_are_hit():
    result = score(Half.KNOWN, _TEXTS)
    assert result.with_mention == result.clean == _TEXTS // 2
    assert [(sample.habit, sample.identity.name) for sample in result.missed] == []
    assert result.false_alarm_percent <= FALSE_ALARM_LIMIT, result.worst_habits()


def test_the_generator_knows_all_peoples_and_repeats_itself():
    assert len({habit.people for habit in naming_habits()}) == 54
    first, second = (list(generate(Half.KNOWN, 100)) for _ in range(2))
    assert first == second
    assert len({sample.text for sample in first}) > 95


def test_clean_texts_name_nobody_of_the_form_in_full():
    for sample in generate(Half.KNOWN, 400):
        if not sample.must_find:
            assert sample.identity.name not in sample.text
            assert sample.identity.phone not in sample.text
            assert sample.identity.paper.number not in sample.text


def test_the_halves_share_no_text():
    known = {sample.text for sample in generate(Half.KNOWN, 400)}
    assert known.isdisjoint(sample.text for sample in generate(Half.KEPT_ASIDE, 400))
