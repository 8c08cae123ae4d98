"""The guard over texts that people wrote by hand, in the habits of one province's desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reception.domain.leak_guard import LeakGuard
from reception.domain.reporter import Address, Identity, IdentityPaper, PaperKind

TEXTS = Path(__file__).parents[1] / "fixtures" / "careless_texts.txt"
MARK = re.compile(r"\[\[(.*?)\]\]")


def person_of(line: str) -> tuple[Identity, str]:
    """Return the identity of a line of fields, and the person complained about."""
    typed = {
        name.strip(): value.strip()
        for name, _, value in (part.partition(":") for part in line.split(" | "))
    }
    day, month, year = (int(part) for part in typed.get("birth", "0/0/0").split("/"))
    identity = Identity(
        name=typed["name"],
        birth_year=int(typed.get("year", 0)) or None,
        birth_date=date(year, month, day) if year else None,
        paper=IdentityPaper(PaperKind.NUMBER, typed.get("number", "")),
        address=Address(
            typed.get("hamlet", ""), typed.get("street", ""), typed.get("commune", ""), "Lai Châu"
        ),
        phone=typed.get("phone", ""),
        contact_wish=typed.get("contact", ""),
        workplace=typed.get("workplace", ""),
        note=typed.get("note", ""),
    )
    return identity, typed.get("respondent", "")


def written() -> Iterator[tuple[Identity, str, str]]:
    """Yield (identity, respondent, text with marks)."""
    person = Identity(), ""
    for line in TEXTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            person = person_of(line[1:])
        elif line and not line.startswith("#"):
            yield *person, line


ALL = tuple(written())


def test_there_are_a_hundred_texts_of_several_people() -> None:
    assert len(ALL) > 100
    assert len({identity.name for identity, _, _ in ALL}) == 14
    assert sum("[[" not in text for _, _, text in ALL) > 20


@pytest.mark.parametrize(("identity", "respondent", "marked"), ALL, ids=range(len(ALL)))
def test_what_is_marked_is_found_and_nothing_else(
    identity: Identity, respondent: str, marked: str
) -> None:
    text, spans = "", []
    for number, part in enumerate(MARK.split(marked)):
        if number % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    hits = LeakGuard(identity, (respondent,)).find(text)
    for start, end in spans:
        assert any(hit.start < end and start < hit.end for hit in hits), text[start:end]
    for hit in hits:
        found = text[hit.start : hit.end]
        assert any(hit.start < end and start < hit.end for start, end in spans), found
