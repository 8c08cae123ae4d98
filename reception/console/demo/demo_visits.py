"""Fictional visits of the demonstration, drawn from fixed keys."""

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
    """A clock that the demonstration moves through its years, then sets to the present."""

    def __init__(self, present: Clock) -> None:
        """``present`` gives the start and, if ``is_present``, the time."""
        self._present = present
        self.at = present.now()
        self.is_present = False

    def now(self) -> datetime:
        """Return the chosen time, or the present time if ``is_present``."""
        return self._present.now() if self.is_present else self.at

    def monotonic(self) -> float:
        """Return seconds of the chosen time."""
        return self.now().timestamp()


@dataclass(frozen=True, slots=True)
class DemoVisitTime:
    """When a fictional visit takes place, and the key from which everything in it is drawn."""

    at: datetime
    key: str


def draw_for(*subject: str) -> random.Random:
    """Return the random numbers of one subject, the same whatever else was drawn before.

    The day is no part of a subject, so that the demonstration is the same on every day.
    """
    return random.Random(f"{_SEED} {' '.join(subject)}")  # noqa: S311 - fictional people


def visit_times(until: date, years: int) -> Iterator[DemoVisitTime]:
    """Yield the visits of working weekdays, oldest first, and five on ``until``."""
    for days_ago in range(365 * years, -1, -1):
        day = until - timedelta(days=days_ago)
        draw = draw_for("day", str(days_ago))
        factor = _HEAD_DAY_FACTOR if day.day == _HEAD_DAY else 1
        count = draw.choice((0, 0, 1, 1, 2, 3)) * factor
        if days_ago == 0:
            count = _VISITS_TODAY
        elif day.weekday() >= _SATURDAY:
            count = 0
        for index in range(count):
            hour = 8 + index % 8
            if hour == _MIDDAY:
                hour = 13
            at = datetime(day.year, day.month, day.day, hour, draw.randrange(60), tzinfo=VIETNAM)
            yield DemoVisitTime(at, f"{days_ago}-{index}")


class DemoVisits:
    """Fictional people and matters: the same key gives the same visit."""

    def __init__(self, texts: dict[str, Any]) -> None:
        self._texts = texts

    def form(self, visit_time: DemoVisitTime) -> VisitForm:
        """Return one visit as an officer would enter it."""
        kind = draw_for(visit_time.key, "kind").choice(_KINDS)
        return self._form(visit_time, kind, self._papers(visit_time.key, (0, 0, 1, 2, 3)))

    def accepted_form(
        self, visit_time: DemoVisitTime, kind: PetitionKind, papers: int
    ) -> VisitForm:
        """Return a visit of one kind, with so many papers, that is not refused."""
        form = self._form(visit_time, kind, self._papers(visit_time.key, (papers,)))
        (entry,) = form.handled_petitions
        handling = self._handling(visit_time.key, entry.petition)
        return replace(form, handled_petitions=(replace(entry, handling=handling),))

    def _form(
        self, visit_time: DemoVisitTime, kind: PetitionKind, papers: tuple[PaperReceived, ...]
    ) -> VisitForm:
        petition = self._petition(visit_time.key, kind, Form.WRITTEN if papers else Form.SPOKEN)
        refused = draw_for(visit_time.key, "refusal").random() < _REFUSED_SHARE
        handling = _REFUSAL if refused else self._handling(visit_time.key, petition)
        people = draw_for(visit_time.key, "group").choice((1,) * 14 + (2, 2, 3, 4, 7, 12))
        large = people >= 5  # noqa: PLR2004 - đoàn đông người
        mode = Mode.REGULAR
        if visit_time.at.day == _HEAD_DAY:
            mode = draw_for(visit_time.key, "mode").choice(_HEAD_DAY_MODES)
        return VisitForm(
            identity=self._identity(draw_for(visit_time.key, "person"), kind),
            handled_petitions=(HandledPetition(petition, handling),),
            mode=mode,
            group=Group(people, people, 2 if large else 0, large),
            papers=papers,
            read_back=True,
        )

    def _identity(self, draw: random.Random, kind: PetitionKind) -> Identity:
        texts = self._texts
        sex = draw.choice((Sex.MALE, Sex.FEMALE))
        year = draw.randrange(1945, 2003)
        name = " ".join(
            (
                draw.choice(texts["families"]),
                draw.choice(texts["middles"][sex.value]),
                draw.choice(texts["letters"]),
            )
        )
        century = (year // 100 - 19) * 2 + (sex is Sex.FEMALE)
        number = f"012{century}{year % 100:02d}000{draw.randrange(1000):03d}"
        paper = IdentityPaper(
            PaperKind.NUMBER, number, date(2022, 8, 1 + draw.randrange(28)), "Bộ Công an"
        )
        address = Address(
            hamlet=draw.choice(texts["hamlets"]),
            commune=draw.choice(texts["communes"]),
            province="Lai Châu",
        )
        protected = kind is PetitionKind.DENUNCIATION
        return Identity(
            name=name,
            birth_year=year,
            sex=sex,
            paper=paper,
            address=address,
            phone=f"0{draw.randrange(300_000_000, 399_999_999)}",
            occupation="" if protected else draw.choice(texts["occupations"]),
        )

    def _petition(self, key: str, kind: PetitionKind, form: Form) -> Petition:
        draw, texts = draw_for(key, "petition"), self._texts
        field_name, summary = draw.choice(texts["matters"][kind.value])
        return Petition(
            kind=kind,
            field=PetitionField(field_name),
            respondent=draw.choice(texts["bodies"]),
            summary=summary,
            request=draw.choice(texts["requests"]),
            form=form,
        )

    def _handling(self, key: str, petition: Petition) -> Handling:
        draw, texts = draw_for(key, "handling"), self._texts
        if draw.random() < _OWN_COMPETENCE_SHARE:
            return Handling(Outcome.ACCEPT, Competence.OURS, "Chủ tịch UBND tỉnh")
        body, number = draw.choice(texts["bodies"]), draw.randrange(1, 300)
        written = petition.form is Form.WRITTEN
        if written and petition.kind is not PetitionKind.COMPLAINT:
            return Handling(Outcome.TRANSFER, Competence.OTHER, body, f"{number}/PC-BTCD")
        return Handling(Outcome.GUIDE, Competence.OTHER, body, f"{number}/HD-BTCD")

    def _papers(self, key: str, counts: tuple[int, ...]) -> tuple[PaperReceived, ...]:
        draw = draw_for(key, "papers")
        names = draw.sample(self._texts["papers"], draw.choice(counts))
        return tuple(
            PaperReceived(name, 1 + draw.randrange(5), draw.choice(list(CopyState)))
            for name in names
        )
