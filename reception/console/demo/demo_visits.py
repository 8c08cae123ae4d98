"""Fictional visits of the demonstration; what they contain is drawn from seeds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from reception.domain.clock import VIETNAM, Clock
from reception.domain.petition import Competence, Form, Petition, PetitionField, PetitionKind
from reception.domain.reporter import Address, Identity, IdentityPaper, PaperKind, Sex
from reception.domain.visit import (
    CopyState,
    Group,
    HandledPetition,
    Handling,
    Mode,
    Outcome,
    PaperReceived,
)
from reception.services.visits.visit_form import VisitForm

_KINDS = [PetitionKind.COMPLAINT] * 9 + [PetitionKind.RECOMMENDATION] * 5
_KINDS += [PetitionKind.FEEDBACK] * 6 + [PetitionKind.DENUNCIATION] * 2
_SEED = 27
_HEAD_DAY = 20  # of each month the head receives
_HEAD_DAY_FACTOR = 3  # times as many visits on that day
_HEAD_DAY_MODES = (Mode.SCHEDULED_HEAD, Mode.SCHEDULED_HEAD, Mode.DELEGATE)
_VISITS_TODAY = 5  # so that the day's list has rows on a Sunday too
_SATURDAY = 5
_MIDDAY = 12
_REFUSED_SHARE = 0.05
_OWN_COMPETENCE_SHARE = 0.45  # of the visits that are not refused
_REFUSAL = Handling(
    Outcome.REFUSE,
    Competence.OURS,
    refusal_ground="9.2",  # in force since 2014, before the oldest fictional visit
    explanation="Đã giải thích nội quy, mời trở lại khi chấp hành kiểm tra an ninh",
)


class DemoClock:
    """A clock that the demonstration moves through its years, then lets show the real time."""

    def __init__(self, real_clock: Clock) -> None:
        """``chosen_time`` begins with the time of ``real_clock``."""
        self._real_clock = real_clock
        self.chosen_time = real_clock.now()
        self.shows_real_time = False

    def now(self) -> datetime:
        """Return ``chosen_time``, or the real time if ``shows_real_time``."""
        return self._real_clock.now() if self.shows_real_time else self.chosen_time

    def monotonic(self) -> float:
        """Return the seconds of ``now`` since 1970; they follow every change of ``chosen_time``."""
        return self.now().timestamp()


@dataclass(frozen=True, slots=True)
class DemoVisitTime:
    """When a fictional visit takes place, and the seed of the random choices in it."""

    at: datetime
    seed: str


def random_generator(*seed_parts: str) -> random.Random:
    """Return a random generator; equal parts give equal numbers, whatever was drawn before."""
    return random.Random(f"{_SEED} {' '.join(seed_parts)}")  # noqa: S311 - fictional people


def visit_times(until: date, years: int) -> Iterator[DemoVisitTime]:
    """Yield the times of visits from Monday to Friday, by day, and of five on ``until``.

    The times of one day are not sorted. The seeds contain how many days ago a visit took place
    instead of its date, so that people and matters are the same whenever the demonstration is made;
    how many visits a day has and who receives also depend on its date.
    """
    for days_ago in range(365 * years, -1, -1):
        day = until - timedelta(days=days_ago)
        generator = random_generator("day", str(days_ago))
        factor = _HEAD_DAY_FACTOR if day.day == _HEAD_DAY else 1
        count = generator.choice((0, 0, 1, 1, 2, 3)) * factor
        if days_ago == 0:
            count = _VISITS_TODAY
        elif day.weekday() >= _SATURDAY:
            count = 0
        for index in range(count):
            hour = 8 + index % 8
            if hour == _MIDDAY:
                hour = 13
            at = datetime(
                day.year, day.month, day.day, hour, generator.randrange(60), tzinfo=VIETNAM
            )
            yield DemoVisitTime(at, f"{days_ago}-{index}")


class DemoVisits:
    """Fictional people and matters: equal seeds give equal people and matters."""

    def __init__(self, texts: dict[str, Any]) -> None:
        self._texts = texts

    def visit_form(self, visit_time: DemoVisitTime) -> VisitForm:
        """Return one visit as an officer would enter it."""
        kind = random_generator(visit_time.seed, "kind").choice(_KINDS)
        return self._form(visit_time, kind, self._papers(visit_time.seed, (0, 0, 1, 2, 3)))

    def form_without_refusal(
        self, visit_time: DemoVisitTime, kind: PetitionKind, paper_count: int
    ) -> VisitForm:
        """Return a visit of one kind, with ``paper_count`` papers, that is not refused."""
        form = self._form(visit_time, kind, self._papers(visit_time.seed, (paper_count,)))
        (handled,) = form.handled_petitions
        handling = self._handling(visit_time.seed, handled.petition)
        return replace(form, handled_petitions=(replace(handled, handling=handling),))

    def _form(
        self, visit_time: DemoVisitTime, kind: PetitionKind, papers: tuple[PaperReceived, ...]
    ) -> VisitForm:
        petition = self._petition(visit_time.seed, kind, Form.WRITTEN if papers else Form.SPOKEN)
        is_refused = random_generator(visit_time.seed, "refusal").random() < _REFUSED_SHARE
        handling = _REFUSAL if is_refused else self._handling(visit_time.seed, petition)
        person_count = random_generator(visit_time.seed, "group").choice(
            (1,) * 14 + (2, 2, 3, 4, 7, 12)
        )
        is_large = person_count >= 5  # noqa: PLR2004 - đoàn đông người
        mode = Mode.REGULAR
        if visit_time.at.day == _HEAD_DAY:
            mode = random_generator(visit_time.seed, "mode").choice(_HEAD_DAY_MODES)
        return VisitForm(
            identity=self._identity(random_generator(visit_time.seed, "person"), kind),
            handled_petitions=(HandledPetition(petition, handling),),
            mode=mode,
            group=Group(person_count, person_count, 2 if is_large else 0, is_large),
            papers=papers,
            read_back=True,
        )

    def _identity(self, generator: random.Random, kind: PetitionKind) -> Identity:
        texts = self._texts
        sex = generator.choice((Sex.MALE, Sex.FEMALE))
        year = generator.randrange(1945, 2003)
        name = " ".join(
            (
                generator.choice(texts["families"]),
                generator.choice(texts["middles"][sex.value]),
                generator.choice(texts["letters"]),
            )
        )
        century = (year // 100 - 19) * 2 + (sex is Sex.FEMALE)
        number = f"012{century}{year % 100:02d}000{generator.randrange(1000):03d}"
        paper = IdentityPaper(
            PaperKind.NUMBER, number, date(2022, 8, 1 + generator.randrange(28)), "Bộ Công an"
        )
        address = Address(
            hamlet=generator.choice(texts["hamlets"]),
            commune=generator.choice(texts["communes"]),
            province="Lai Châu",
        )
        is_protected = kind is PetitionKind.DENUNCIATION
        return Identity(
            name=name,
            birth_year=year,
            sex=sex,
            paper=paper,
            address=address,
            phone=f"0{generator.randrange(300_000_000, 399_999_999)}",
            occupation="" if is_protected else generator.choice(texts["occupations"]),
        )

    def _petition(self, seed: str, kind: PetitionKind, form: Form) -> Petition:
        generator, texts = random_generator(seed, "petition"), self._texts
        field_name, summary = generator.choice(texts["matters"][kind.value])
        return Petition(
            kind=kind,
            field=PetitionField(field_name),
            respondent=generator.choice(texts["bodies"]),
            summary=summary,
            request=generator.choice(texts["requests"]),
            form=form,
        )

    def _handling(self, seed: str, petition: Petition) -> Handling:
        generator, texts = random_generator(seed, "handling"), self._texts
        if generator.random() < _OWN_COMPETENCE_SHARE:
            return Handling(Outcome.ACCEPT, Competence.OURS, "Chủ tịch UBND tỉnh")
        body, number = generator.choice(texts["bodies"]), generator.randrange(1, 300)
        is_written = petition.form is Form.WRITTEN
        if is_written and petition.kind is not PetitionKind.COMPLAINT:
            return Handling(Outcome.TRANSFER, Competence.OTHER, body, f"{number}/PC-BTCD")
        return Handling(Outcome.GUIDE, Competence.OTHER, body, f"{number}/HD-BTCD")

    def _papers(self, seed: str, possible_counts: tuple[int, ...]) -> tuple[PaperReceived, ...]:
        generator = random_generator(seed, "papers")
        names = generator.sample(self._texts["papers"], generator.choice(possible_counts))
        return tuple(
            PaperReceived(name, 1 + generator.randrange(5), generator.choice(list(CopyState)))
            for name in names
        )
