"""The leak guard: finds an identity in free texts, whatever the accents, case or word order.

Positions are those in the original text, so that a window can underline and replace each hit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy

from reception.domain import leak_facts
from reception.domain.leak_addresses import AddressMatcher
from reception.domain.leak_hits import (
    NUMBERS_OF_ANYBODY,
    Hit,
    LeakedPart,
    ParagraphHits,
    joined_hits,
    merged_hits,
)
from reception.domain.leak_name_hits import NameHit
from reception.domain.leak_names import PersonName
from reception.domain.leak_numbers import NumberMatcher
from reception.domain.leak_streets import StreetMatcher
from reception.domain.leak_tokens import TokenizedText, split_folded_words
from reception.domain.leak_workplaces import WorkplaceMatcher
from reception.domain.name_parts import persons_in
from reception.domain.personal_numbers import numbers_in
from reception.domain.reporter import Address, Identity


class LeakGuard:
    """The parts of one identity, folded once and searched for in many texts.

    ``respondents`` are the texts in which the accused are named: a whole name there that is not
    the reporter's own is no hit.
    """

    def __init__(self, identity: Identity, respondents: Sequence[str] = ()) -> None:
        self._identity = identity
        own, others = leak_facts.names_of_person(identity), leak_facts.names_of_others(identity)
        self._names = [(LeakedPart.NAME, PersonName(name)) for name in own]
        self._names += [(LeakedPart.RELATED, PersonName(name)) for name in others]
        self._name_words = frozenset(word for _, name in self._names for word in name.words)
        self._respondents = self._other_names(respondents)
        self._numbers = NumberMatcher(identity)
        self._address = AddressMatcher(identity.address)
        places = leak_facts.places_in_name(identity)
        self._more_places = [AddressMatcher(Address(hamlet=place)) for place in places]
        self._street = StreetMatcher(identity.address.street)
        self._workplace = WorkplaceMatcher(identity.workplace)
        self._occupation = split_folded_words(identity.occupation)

    def __repr__(self) -> str:
        """Never print a part of an identity."""
        return "LeakGuard(…)"

    def is_for(self, identity: Identity) -> bool:
        """Tell whether the guard was made of exactly this identity."""
        return self._identity == identity

    def with_respondents(self, respondents: Sequence[str]) -> LeakGuard:
        """Return a guard of the same identity for other respondents, without folding it again."""
        guard = copy(self)
        guard._respondents = guard._other_names(respondents)
        return guard

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return every span of ``text`` that shows the identity, in order, without overlaps.

        The commune alone is no hit: it counts only beside another one in the same text. A name
        that is broken over two lines is found too.
        """
        return joined_hits([(0, self.find_paragraph(text))])

    def find_paragraph(self, text: str) -> ParagraphHits:
        """Return what one paragraph shows; :func:`joined_hits` makes the hits of a text of them.

        Only a name or number that is broken over two paragraphs is not found in this way.
        """
        if not text:
            return ParagraphHits()
        tokens = TokenizedText(text)
        hits = [*self._name_hits(tokens), *self._place_hits(tokens)]
        hits += [Hit(*span, part) for part, span in self._number_hits(tokens)]
        dependent = [Hit(*span, LeakedPart.COMMUNE) for span in self._address.commune_spans(tokens)]
        dependent += _phrase_hits(tokens, self._occupation, LeakedPart.OCCUPATION)
        dependent += [
            Hit(*span, LeakedPart.BIRTH)
            for span in self._numbers.birth_year_spans(tokens.folded_text)
        ]
        return ParagraphHits(merged_hits(hits), merged_hits(dependent))

    def _other_names(self, respondents: Sequence[str]) -> list[PersonName]:
        """Return the whole names of the accused that are not made of the reporter's words.

        A field that holds the whole name of the reporter exempts nothing.
        """
        names = [PersonName(name) for text in respondents for name in persons_in(text).names()]
        return [
            name
            for name in names
            if len(name.words) > 1
            and not any(name.is_part_of(own) or own.is_part_of(name) for _, own in self._names)
        ]

    def _name_hits(self, tokens: TokenizedText) -> Iterator[Hit]:
        """Yield names in the words as written, and as the keys of Telex or VNI mean them."""
        for reading in filter(None, (tokens, tokens.with_composed_keys(self._name_words))):
            yield from self._names_in(reading)

    def _names_in(self, tokens: TokenizedText) -> Iterator[Hit]:
        exempt: list[tuple[int, int]] | None = None
        for part, name in self._names:
            for found in name.hits(tokens):
                if exempt is None:
                    exempt = [span for other in self._respondents for span in other.spans(tokens)]
                if not _is_inside(found, exempt):
                    first, count = found.first - found.titles, found.count + found.titles
                    yield Hit(*tokens.span(first, count), part)

    def _place_hits(self, tokens: TokenizedText) -> Iterator[Hit]:
        for address in (self._address, *self._more_places):
            yield from (Hit(*span, LeakedPart.HAMLET) for span in address.hamlet_spans(tokens))
        yield from (Hit(*span, LeakedPart.STREET) for span in self._street.spans(tokens))
        yield from (Hit(*span, LeakedPart.WORKPLACE) for span in self._workplace.spans(tokens))

    def _number_hits(self, tokens: TokenizedText) -> Iterator[tuple[LeakedPart, tuple[int, int]]]:
        folded = tokens.folded_text
        own = (
            (LeakedPart.NUMBER, self._numbers.number_spans(folded)),
            (LeakedPart.PHONE, self._numbers.phone_spans(folded)),
            (LeakedPart.EMAIL, self._numbers.email_spans(folded)),
            (LeakedPart.BIRTH, self._numbers.birth_spans(folded)),
        )
        for part, spans in own:
            yield from ((part, span) for span in spans)
        for number in numbers_in(folded):
            yield NUMBERS_OF_ANYBODY[number.kind], (number.start, number.end)


def find_leaks(text: str, identity: Identity, respondents: Sequence[str] = ()) -> tuple[Hit, ...]:
    """Return every span of one text that shows the identity; see :class:`LeakGuard`."""
    return LeakGuard(identity, respondents).find(text) if text else ()


def _is_inside(found: NameHit, spans: Sequence[tuple[int, int]]) -> bool:
    last = found.first + found.count - 1
    return any(start <= found.first and last <= end for start, end in spans)


def _phrase_hits(tokens: TokenizedText, phrase: list[str], part: LeakedPart) -> Iterator[Hit]:
    for position in tokens.positions_of(phrase):
        yield Hit(*tokens.span(position, len(phrase)), part)
