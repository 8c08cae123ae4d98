"""Three years of fictional visits, through the same services as real ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from reception.domain.clock import VIETNAM
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
_HEAD_DAY = 20
_MIDDAY = 12


@dataclass
class DemoClock:
    """A clock that the demonstration moves through its years, then lets go."""

    at: datetime = field(default_factory=lambda: datetime.now(VIETNAM))
    real: bool = False

    def now(self) -> datetime:
        """Return the chosen moment, or the present one once let go."""
        return datetime.now(VIETNAM) if self.real else self.at

    def monotonic(self) -> float:
        """Return seconds of the chosen time."""
        return self.now().timestamp()


def moments(until: date, years: int, draw: random.Random) -> Iterator[datetime]:
    """Yield the moments of visits on working weekdays, oldest first, ending on ``until``."""
    day = until - timedelta(days=365 * years)
    while day <= until:
        if day.weekday() < 5:  # noqa: PLR2004 - Monday to Friday
            busy = 3 if day.day == _HEAD_DAY else 1
            for index in range(draw.choice((0, 0, 1, 1, 2, 3)) * busy if day < until else 5):
                hour = 8 + index % 8
                if hour == _MIDDAY:
                    hour = 13
                yield datetime(
                    day.year, day.month, day.day, hour, draw.randrange(60), tzinfo=VIETNAM
                )
        day += timedelta(days=1)


class DemoVisits:
    """Draws people and matters; the same seed draws the same office."""

    def __init__(self, words: dict[str, Any], draw: random.Random) -> None:
        """Take the lists of fictional words."""
        self._words = words
        self._draw = draw

    def form(self, at: datetime) -> VisitForm:
        """Return one visit as the desk would hand it over."""
        draw = self._draw
        kind = draw.choice(_KINDS)
        papers = self._papers()
        entry = self._entry(kind, Form.WRITTEN if papers else Form.SPOKEN)
        people = draw.choice((1,) * 14 + (2, 2, 3, 4, 7, 12))
        group = Group(people, people, min(2, people) if people >= 5 else 0, people >= 5)  # noqa: PLR2004 - đoàn đông người
        mode = Mode.REGULAR
        if at.day == _HEAD_DAY:
            mode = draw.choice((Mode.SCHEDULED_HEAD, Mode.SCHEDULED_HEAD, Mode.DELEGATE))
        return VisitForm(
            identity=self._identity(kind),
            entries=(entry,),
            mode=mode,
            group=group,
            papers=papers,
            read_back=True,
        )

    def _identity(self, kind: PetitionKind) -> Identity:
        draw, words = self._draw, self._words
        sex = draw.choice((Sex.MALE, Sex.FEMALE))
        year = draw.randrange(1945, 2003)
        name = " ".join(
            (
                draw.choice(words["families"]),
                draw.choice(words["middles"][sex.value]),
                draw.choice(words["letters"]),
            )
        )
        century = (year // 100 - 19) * 2 + (sex is Sex.FEMALE)
        number = f"012{century}{year % 100:02d}000{draw.randrange(1000):03d}"
        paper = IdentityPaper(
            PaperKind.NUMBER, number, date(2022, 8, 1 + draw.randrange(28)), "Bộ Công an"
        )
        address = Address(
            hamlet=draw.choice(words["hamlets"]),
            commune=draw.choice(words["communes"]),
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
            occupation="" if protected else draw.choice(words["occupations"]),
        )

    def _entry(self, kind: PetitionKind, form: Form) -> HandledPetition:
        draw, words = self._draw, self._words
        field_name, summary = draw.choice(words["matters"][kind.value])
        petition = Petition(
            kind=kind,
            field=PetitionField(field_name),
            respondent=draw.choice(words["bodies"]),
            summary=summary,
            request=draw.choice(words["requests"]),
            form=form,
        )
        return HandledPetition(petition, self._handling(kind, form))

    def _handling(self, kind: PetitionKind, form: Form) -> Handling:
        draw, words = self._draw, self._words
        body, number = draw.choice(words["bodies"]), draw.randrange(1, 300)
        if draw.random() < 0.05:  # noqa: PLR2004 - a refusal now and then
            return Handling(
                Outcome.REFUSE,
                Competence.OURS,
                refusal_ground="4.1.b",
                explanation="Đã giải thích nội quy, mời trở lại khi chấp hành kiểm tra an ninh",
            )
        if draw.random() < 0.45:  # noqa: PLR2004 - a little under half are ours
            return Handling(Outcome.ACCEPT, Competence.OURS, "Chủ tịch UBND tỉnh")
        transferable = kind is not PetitionKind.COMPLAINT and form is Form.WRITTEN
        if transferable:
            return Handling(Outcome.TRANSFER, Competence.OTHER, body, f"{number}/PC-BTCD")
        return Handling(Outcome.GUIDE, Competence.OTHER, body, f"{number}/HD-BTCD")

    def _papers(self) -> tuple[PaperReceived, ...]:
        draw = self._draw
        names = draw.sample(self._words["papers"], draw.choice((0, 0, 1, 2, 3)))
        return tuple(
            PaperReceived(name, 1 + draw.randrange(5), draw.choice(list(CopyState)))
            for name in names
        )
