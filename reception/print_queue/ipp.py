"""IPP messages (RFC 8010) as bytes: the few kinds of attribute that printing needs."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

VERSION = (2, 0)
_LAST_GROUP_TAG = 0x0F
_HEADER_BYTES = 8
_INTEGER_BYTES = 4

Value = str | int | bool
Attributes = dict[str, tuple[Value, ...]]


class Operation(IntEnum):
    """Operations (RFC 8011; 0x4002 is an extension of CUPS)."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B
    GET_PRINTERS = 0x4002


class Group(IntEnum):
    """Delimiter tags: each opens a group of attributes, END ends the message."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04


class Tag(IntEnum):
    """Value tags: the types of the values of an attribute."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


_TEXT_TAGS = frozenset(range(0x41, 0x4B))
_NUMBER_TAGS = frozenset({Tag.INTEGER, Tag.ENUM})
_FIRST_ERROR_STATUS = 0x0100


@dataclass(frozen=True, slots=True)
class Field:
    """One attribute to send: the tag of its values, its name and its values."""

    tag: Tag
    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class IppResponse:
    """A response: its status and its groups in their order."""

    status: int
    groups: tuple[tuple[int, Attributes], ...] = field(default=())

    @property
    def is_success(self) -> bool:
        """Tell whether the request succeeded."""
        return self.status < _FIRST_ERROR_STATUS

    def groups_of_kind(self, group: Group) -> tuple[Attributes, ...]:
        """Return every group of one kind, e.g. one for each printer."""
        return tuple(attributes for tag, attributes in self.groups if tag == group)


class MalformedResponse(ValueError):
    """The bytes are not an IPP message."""


def encode_request(operation: Operation, groups: Mapping[Group, Iterable[Field]]) -> bytes:
    """Return the bytes of a request; the document follows them, if there is one."""
    parts = [struct.pack(">BBHI", *VERSION, operation, 1)]
    for group, fields in groups.items():
        parts.append(bytes([group]))
        parts.extend(_encode_field(ipp_field) for ipp_field in fields)
    parts.append(bytes([Group.END]))
    return b"".join(parts)


def parse_response(raw: bytes) -> IppResponse:
    """Read a response; raises ``MalformedResponse`` when it is truncated or not IPP."""
    try:
        return _parse(raw)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise MalformedResponse(str(error)) from error


def _encode_field(ipp_field: Field) -> bytes:
    parts = []
    name = ipp_field.name.encode("ascii")
    for value in ipp_field.values:
        body = _encode_value(ipp_field.tag, value)
        parts.append(struct.pack(">BH", ipp_field.tag, len(name)) + name)
        parts.append(struct.pack(">H", len(body)) + body)
        name = b""  # further values of the same attribute carry no name
    return b"".join(parts)


def _encode_value(tag: Tag, value: Value) -> bytes:
    if tag == Tag.BOOLEAN:
        return bytes([bool(value)])
    if tag in _NUMBER_TAGS:
        return struct.pack(">i", value)
    return str(value).encode("utf-8")


def _parse(raw: bytes) -> IppResponse:
    _major, _minor, status, _number = struct.unpack_from(">BBHI", raw)
    groups: list[tuple[int, Attributes]] = []
    offset, name = _HEADER_BYTES, ""
    while raw[offset] != Group.END:
        if raw[offset] <= _LAST_GROUP_TAG:
            groups.append((raw[offset], {}))
            offset += 1
            continue
        tag = raw[offset]
        name_bytes, offset = _length_prefixed(raw, offset + 1)
        body, offset = _length_prefixed(raw, offset)
        name = name_bytes.decode("ascii") or name
        attributes = groups[-1][1]
        attributes[name] = (*attributes.get(name, ()), _decode_value(tag, body))
    return IppResponse(status, tuple(groups))


def _length_prefixed(raw: bytes, offset: int) -> tuple[bytes, int]:
    """Return the bytes whose length is at ``offset``, and the offset after them."""
    (length,) = struct.unpack_from(">H", raw, offset)
    end = offset + 2 + length
    if end > len(raw):
        raise MalformedResponse("truncated")
    return raw[offset + 2 : end], end


def _decode_value(tag: int, body: bytes) -> Value:
    if tag == Tag.BOOLEAN and len(body) == 1:
        return body != b"\0"
    if tag in _NUMBER_TAGS and len(body) == _INTEGER_BYTES:
        return int.from_bytes(body, "big", signed=True)
    return body.decode("utf-8") if tag in _TEXT_TAGS else body.hex()
