"""What somebody who collects papers could learn from them: features, naive Bayes, a fair test.

Nothing here knows the forms: a paper is its bytes, its words, where they stand, and its job.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median

from tests.attacks.pdf_contents import read_contents

_METADATA = re.compile(rb"/(Title|Author|Subject|Creator|Producer|CreationDate|Lang) (.*)")
_NUMBER = re.compile(r"\d[\d./-]*\d|\d")
_DAY = re.compile(r"ngày (\d{1,2}) tháng|(\d{1,2})/\d\d/20")
_BUCKETS = 8
_NUMBERS = 12  # figures of a paper that are compared, from its top
_TELLING = 40  # features that are looked at: those that tell the most in the known papers
Paper = tuple[str, bytes]  # title of the print job, PDF


class Features:
    """The features of a set of papers, each as text; figures are put into eight groups."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        found = [_read(*paper) for paper in papers]
        figures = [figures for _, figures in found]
        _add_distance_from_neighbours(figures)
        limits = _limits(figures)
        self.of_papers = [
            words | {f"{name}<{_group(value, limits[name])}" for name, value in own.items()}
            for (words, _), own in zip(found, figures, strict=True)
        ]


def p_value(features: Sequence[set[str]], kinds: Sequence[str], seed: int) -> float:
    """Return how probable so many right guesses are if the features say nothing of the kind.

    Half of the papers train the classifier, the kinds of the other half are guessed; the guesses
    are compared with the true kinds and with 2,000 shuffles of them.
    """
    draw = random.Random(seed)  # noqa: S311 - the same halves in each run
    order = list(range(len(features)))
    draw.shuffle(order)
    known, asked = order[: len(order) // 2], order[len(order) // 2 :]
    guess = _Bayes([features[n] for n in known], [kinds[n] for n in known]).guess
    guesses = [guess(features[n]) for n in asked]
    truth = [kinds[n] for n in asked]
    right = _balanced(guesses, truth)
    rounds, as_good = 2000, 1
    for _ in range(rounds):
        draw.shuffle(truth)
        as_good += _balanced(guesses, truth) >= right
    return as_good / (rounds + 1)


def _balanced(guesses: Sequence[str], truth: Sequence[str]) -> float:
    """Return the share of right guesses, each kind counting the same."""
    all_of, right = (
        Counter(truth),
        Counter(real for guessed, real in zip(guesses, truth, strict=True) if guessed == real),
    )
    return sum(right[kind] / count for kind, count in all_of.items())


class _Bayes:
    """Naive Bayes over the presence of features, with add-one smoothing, kinds equally likely."""

    def __init__(self, features: Sequence[set[str]], kinds: Sequence[str]) -> None:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for own, kind in zip(features, kinds, strict=True):
            counts[kind].update(own)
        papers = Counter(kinds)
        telling = _most_telling(counts, papers)
        self._weights = {
            kind: {name: _odds((counts[kind][name] + 1) / (total + 2)) for name in telling}
            for kind, total in papers.items()
        }
        self._base = {
            kind: sum(-math.log1p(math.exp(weight)) for weight in weights.values())
            for kind, weights in self._weights.items()
        }

    def guess(self, own: set[str]) -> str:
        scores = {
            kind: self._base[kind] + sum(weights.get(name, 0.0) for name in own)
            for kind, weights in self._weights.items()
        }
        return max(scores, key=lambda kind: (scores[kind], kind))


def _most_telling(counts: dict[str, Counter[str]], papers: Counter[str]) -> list[str]:
    """Return the features whose counts differ most from equal shares (chi-squared)."""
    share = {kind: total / papers.total() for kind, total in papers.items()}
    scores = {}
    for name, count in sum(counts.values(), Counter()).items():
        expected = {kind: count * share[kind] for kind in papers}
        scores[name] = sum(
            (counts[kind][name] - expected[kind]) ** 2 / expected[kind] for kind in papers
        )
    return sorted(scores, key=lambda name: (-scores[name], name))[:_TELLING]


def _odds(share: float) -> float:
    return math.log(share / (1 - share))


def _read(job_title: str, pdf: bytes) -> tuple[set[str], dict[str, float]]:
    contents = read_contents(pdf)
    text = "\n".join(written.words for written in contents.texts)
    words = {f"word {word}" for word in text.split()}
    words |= {f"line {line}" for line in text.splitlines()}
    words |= {f"place {one.x} {one.y} {one.font}" for one in contents.texts}
    words |= {f"{name!r} {value!r}" for name, value in _METADATA.findall(pdf)}
    words |= {f"job {job_title}", f"pages {contents.pages}"}
    numbers = [int(re.sub(r"\D", "", found)) for found in _NUMBER.findall(text)]
    day = _DAY.search(text)
    figures = {
        "bytes": len(pdf),
        "letters": len(text),
        "numbers": len(numbers),
        "texts": len(contents.texts),
        "drawing": sum(contents.drawing_lengths),
        "day": int(day[1] or day[2]) if day else 0,
        **{f"number {n}": value for n, value in enumerate(numbers[:_NUMBERS])},
    }
    return words, figures


def _add_distance_from_neighbours(figures: Sequence[dict[str, float]]) -> None:
    """Add how far each number is from those on the papers of the same days."""
    by_day: dict[float, list[dict[str, float]]] = defaultdict(list)
    for own in figures:
        by_day[own["day"]].append(own)
    for name in [f"number {n}" for n in range(_NUMBERS)]:
        middle = {day: median(own.get(name, 0) for own in of_day) for day, of_day in by_day.items()}
        for own in figures:
            own[f"{name} off"] = own.get(name, 0) - middle[own["day"]]


def _limits(figures: Sequence[dict[str, float]]) -> dict[str, list[float]]:
    limits = {}
    for name in {name for own in figures for name in own}:
        values = sorted(own[name] for own in figures if name in own)
        limits[name] = [values[len(values) * n // _BUCKETS] for n in range(1, _BUCKETS)]
    return limits


def _group(value: float, limits: Sequence[float]) -> int:
    return sum(value > limit for limit in limits)
