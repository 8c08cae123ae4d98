"""Every field of an identity is planted and searched for, or listed here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from reception.domain.reporter import Identity
from tests.scenarios.planted_identities import planted
from tests.scenarios.trace_search import (
    NOT_IDENTIFYING,
    identifying_words,
    texts_of_identity,
    words_found_in,
)

# Dates, years and choices occur in other texts of the register too; no text field is listed here.
NOT_SEARCHED = {
    "birth_year",
    "birth_date",
    "sex",
    "paper.kind",
    "paper.issued_on",
    "representation.paper_date",
    "representation.certified",
    *NOT_IDENTIFYING,
}


def field_paths(value: object, prefix: str = "") -> Iterator[str]:
    for part in fields(value):  # type: ignore[arg-type]
        item, path = getattr(value, part.name), f"{prefix}{part.name}"
        if is_dataclass(item):
            yield from field_paths(item, f"{path}.")
        else:
            yield path


def test_every_field_of_an_identity_is_planted_and_searched_for() -> None:
    (person,) = planted(1)
    wanted = identifying_words([person])
    searched_paths = {
        path
        for path, text in texts_of_identity(person)
        if words_found_in(f"Người đến nói {text} biết việc.".encode(), wanted)
    }
    assert searched_paths == set(field_paths(Identity())) - NOT_SEARCHED


def test_every_planted_person_has_words_of_their_own() -> None:
    people = planted()
    words = [identifying_words([person]) for person in people]
    assert len(set().union(*words)) == sum(map(len, words))
