"""IPP messages are read as they were written; other bytes are refused."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.print_queue.ipp import (
    Field,
    Group,
    MalformedResponse,
    Operation,
    Tag,
    Value,
    encode_request,
    parse_response,
)

NAMES = st.from_regex(r"[a-z][a-z-]{0,20}", fullmatch=True)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=200)
FIELDS = st.one_of(
    st.tuples(st.just(Tag.TEXT), st.lists(TEXTS, min_size=1, max_size=4)),
    st.tuples(st.just(Tag.INTEGER), st.lists(st.integers(-(2**31), 2**31 - 1), min_size=1)),
    st.tuples(st.just(Tag.BOOLEAN), st.lists(st.booleans(), min_size=1, max_size=3)),
)


@given(st.dictionaries(NAMES, FIELDS, max_size=8))
def test_a_message_is_read_as_it_was_written(content: dict[str, tuple[Tag, list[Value]]]) -> None:
    fields = [Field(tag, name, tuple(values)) for name, (tag, values) in content.items()]
    read = parse_response(encode_request(Operation.GET_PRINTERS, {Group.PRINTER: fields}))
    assert read.status == Operation.GET_PRINTERS  # the same place in a request and an answer
    assert read.groups_of_kind(Group.PRINTER) == (
        {name: tuple(values) for name, (_tag, values) in content.items()},
    )


def test_groups_of_one_kind_are_kept_apart() -> None:
    one = b"\x04\x42\x00\x0cprinter-name\x00\x01a"
    two = b"\x04\x42\x00\x0cprinter-name\x00\x01b"
    read = parse_response(struct.pack(">BBHI", 2, 0, 0, 1) + one + two + b"\x03")
    assert [row["printer-name"] for row in read.groups_of_kind(Group.PRINTER)] == [("a",), ("b",)]
    assert read.is_success


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        parse_response(raw)
    except MalformedResponse:
        return


@pytest.mark.parametrize("cut", [0, 1, 7, 8, 12, 20])
def test_a_truncated_response_is_refused(cut: int) -> None:
    whole = encode_request(Operation.PRINT_JOB, {Group.JOB: [Field(Tag.INTEGER, "copies", (1,))]})
    with pytest.raises(MalformedResponse):
        parse_response(whole[:cut])
