"""Hints of the desk: every code that the rules give has its sentences."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import reception.domain
from reception.messages.catalogue import sentence
from reception.messages.field_hints import SENTENCES

RULES = ("identity_number", "id_card_qr", "group_rules")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_code_of_the_rules_has_a_sentence():
    folder = Path(reception.domain.__path__[0])
    for name in RULES:
        source = (folder / f"{name}.py").read_text(encoding="utf-8")
        codes = re.findall(r'"((?:number|card|group)\.[a-z_]+)"', source)
        assert codes
        assert set(codes) <= set(SENTENCES)


@pytest.mark.parametrize("code", SENTENCES)
def test_both_languages_say_the_same_facts(code):
    vietnamese, english = SENTENCES[code]
    assert vietnamese
    assert english
    assert fields(vietnamese) == fields(english)
    assert "!" not in vietnamese + english


def test_a_whole_number_is_described_in_one_line():
    said = sentence("number.structure", place="Lai Châu", sex=sentence("number.male"), year=1968)
    assert said == "Đúng cấu trúc: Lai Châu, nam, 1968. Không tra mạng."
