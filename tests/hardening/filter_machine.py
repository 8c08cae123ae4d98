"""Carries out a seccomp filter as the kernel does: filters of any processor can be tested."""

from __future__ import annotations

from collections.abc import Sequence

from reception.hardening.seccomp_filters import Instruction

_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ARGUMENTS_OFFSET = 16


def verdict(
    instructions: Sequence[Instruction], audit_arch: int, number: int, *arguments: int
) -> int:
    """Return the verdict of a filter on one call; arguments may have 64 bits."""
    words = {0: number, 4: audit_arch}
    for index in range(6):
        value = arguments[index] if index < len(arguments) else 0
        words[_ARGUMENTS_OFFSET + 8 * index] = value & 0xFFFFFFFF
        words[_ARGUMENTS_OFFSET + 8 * index + 4] = value >> 32
    accumulator = position = 0
    while True:
        code, if_true, if_false, operand = instructions[position]
        position += 1
        if code == _RETURN:
            return operand
        if code == _LOAD:
            accumulator = words[operand]
        elif code in (_IF_EQUAL, _IF_AT_LEAST):
            is_true = accumulator == operand if code == _IF_EQUAL else accumulator >= operand
            position += if_true if is_true else if_false
        else:
            raise AssertionError(f"no such instruction: {code:#x}")
