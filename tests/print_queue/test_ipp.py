"""IPP messages survive the way into bytes and back, and rubbish is told from them."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.print_queue.ipp import (
    Field,
    Group,
    Malformed,
    Operation,
    Tag,
    Value,
    answer,
    request,
)

NAMES = st.from_regex(r"[a-z][a-z-]{0,20}", fullmatch=True)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=200)
FIELDS = st.one_of(
    st.tuples(st.just(Tag.TEXT), st.lists(TEXTS, min_size=1, max_size=4)),
    st.tuples(st.just(Tag.INTEGER), st.lists(st.integers(-(2**31), 2**31 - 1), min_size=1)),
    st.tuples(st.just(Tag.BOOLEAN), st.lists(st.booleans(), min_size=1, max_size=3)),
)


@given(st.dictionaries(NAMES, FIELDS, max_size=8))
def test_what_is_written_is_read(content: dict[str, tuple[Tag, list[Value]]]) -> None:
    fields = [Field(tag, name, tuple(values)) for name, (tag, values) in content.items()]
    read = answer(request(Operation.GET_PRINTERS, {Group.PRINTER: fields}))
    assert read.status == Operation.GET_PRINTERS  # the same place in a request and an answer
    assert read.of(Group.PRINTER) == (
        {name: tuple(values) for name, (_tag, values) in content.items()},
    )


def test_groups_of_one_kind_stay_apart() -> None:
    one = b"\x04\x42\x00\x0cprinter-name\x00\x01a"
    two = b"\x04\x42\x00\x0cprinter-name\x00\x01b"
    read = answer(struct.pack(">BBHI", 2, 0, 0, 1) + one + two + b"\x03")
    assert [row["printer-name"] for row in read.of(Group.PRINTER)] == [("a",), ("b",)]
    assert read.good


@given(st.binary(max_size=200))
def test_rubbish_never_breaks_the_reader(raw: bytes) -> None:
    try:
        answer(raw)
    except Malformed:
        return


@pytest.mark.parametrize("cut", [0, 1, 7, 8, 12, 20])
def test_a_cut_answer_is_told(cut: int) -> None:
    whole = request(Operation.PRINT_JOB, {Group.JOB: [Field(Tag.INTEGER, "copies", (1,))]})
    with pytest.raises(Malformed):
        answer(whole[:cut])
