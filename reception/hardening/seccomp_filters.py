"""Seccomp filters on Linux: the BPF instructions needed here, and their installation."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

ALLOW = 0x7FFF0000  # verdict: the call is carried out
_ERRNO_VERDICT = 0x00050000  # the call fails with the errno in the low 16 bits

_LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
_IF_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_IF_AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_RETURN = 0x06  # BPF_RET | BPF_K

# struct seccomp_data: number (4 bytes), architecture (4), pointer (8), six arguments (8 each)
_CALL_NUMBER_OFFSET, _ARCHITECTURE_OFFSET, _FIRST_ARGUMENT_OFFSET = 0, 4, 16

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_MODE_FILTER = 2
_SET_MODE_FILTER, _FLAG_TSYNC = 1, 1
_X32_BIT = 0x40000000

Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, operand


class ProcessorFamily(NamedTuple):
    """One processor family, with its system call numbers by name.

    ``audit_arch`` is its constant ``AUDIT_ARCH_...`` of ``linux/audit.h``; ``has_x32`` tells
    whether calls of the x32 interface must be refused.
    """

    audit_arch: int
    has_x32: bool
    call_numbers: Mapping[str, int]


_X86_64 = ProcessorFamily(
    audit_arch=0xC000003E,  # AUDIT_ARCH_X86_64
    has_x32=True,
    call_numbers={
        "read": 0, "write": 1, "close": 3, "fstat": 5, "poll": 7, "lseek": 8, "mmap": 9,
        "mprotect": 10, "munmap": 11, "brk": 12, "rt_sigaction": 13, "rt_sigprocmask": 14,
        "rt_sigreturn": 15, "readv": 19, "writev": 20, "sched_yield": 24, "mremap": 25,
        "madvise": 28, "dup": 32, "getpid": 39, "socket": 41, "socketpair": 53, "exit": 60,
        "gettimeofday": 96, "sysinfo": 99, "ptrace": 101, "sigaltstack": 131, "gettid": 186,
        "futex": 202, "sched_getaffinity": 204, "restart_syscall": 219, "clock_gettime": 228,
        "clock_getres": 229, "exit_group": 231, "tgkill": 234, "set_robust_list": 273,
        "process_vm_readv": 310, "process_vm_writev": 311,
        "seccomp": 317, "getrandom": 318, "userfaultfd": 323, "rseq": 334,
        "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
        "pidfd_getfd": 438,
    },
)  # fmt: skip
_AARCH64 = ProcessorFamily(
    audit_arch=0xC00000B7,  # AUDIT_ARCH_AARCH64
    has_x32=False,
    call_numbers={
        "dup": 23, "close": 57, "lseek": 62, "read": 63, "write": 64, "readv": 65, "writev": 66,
        "ppoll": 73, "fstat": 80, "exit": 93, "exit_group": 94, "futex": 98,
        "set_robust_list": 99, "clock_gettime": 113, "clock_getres": 114,
        "ptrace": 117, "sched_getaffinity": 123, "sched_yield": 124, "restart_syscall": 128,
        "tgkill": 131, "sigaltstack": 132, "rt_sigaction": 134, "rt_sigprocmask": 135,
        "rt_sigreturn": 139, "gettimeofday": 169, "getpid": 172, "gettid": 178, "sysinfo": 179,
        "socket": 198, "socketpair": 199, "brk": 214, "munmap": 215, "mremap": 216, "mmap": 222,
        "mprotect": 226, "madvise": 233, "process_vm_readv": 270, "process_vm_writev": 271,
        "seccomp": 277, "getrandom": 278, "userfaultfd": 282, "rseq": 293,
        "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
        "pidfd_getfd": 438,
    },
)  # fmt: skip


class _SockFilter(ctypes.Structure):
    """One instruction (struct sock_filter)."""

    _fields_ = (
        ("code", ctypes.c_uint16),
        ("jt", ctypes.c_uint8),
        ("jf", ctypes.c_uint8),
        ("k", ctypes.c_uint32),
    )


class _SockFilterProgram(ctypes.Structure):
    """A filter program (struct sock_fprog)."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.POINTER(_SockFilter)))


def processor_family() -> ProcessorFamily | None:
    """Return the processor family if filters are supported for it, else None."""
    # 64-bit little-endian only: the filter would refuse every call of a 32-bit Python.
    if sys.platform != "linux" or sys.maxsize < 2**32 or sys.byteorder != "little":
        return None
    return {"x86_64": _X86_64, "aarch64": _AARCH64}.get(os.uname().machine)


def errno_verdict(number: int) -> int:
    """Return the verdict that makes a call fail with this errno."""
    return _ERRNO_VERDICT | number


def load_call_number(family: ProcessorFamily) -> list[Instruction]:
    """Return the instructions with which a filter begins.

    They refuse calls of another architecture or of x32 (ENOSYS) and load the number of the call.
    """
    no_such_call = errno_verdict(errno.ENOSYS)
    instructions = [
        (_LOAD, 0, 0, _ARCHITECTURE_OFFSET),
        (_IF_EQUAL, 1, 0, family.audit_arch),
        (_RETURN, 0, 0, no_such_call),
        (_LOAD, 0, 0, _CALL_NUMBER_OFFSET),
    ]
    if family.has_x32:
        instructions += [(_IF_AT_LEAST, 0, 1, _X32_BIT), (_RETURN, 0, 0, no_such_call)]
    return instructions


def decide_calls(numbers: Sequence[int], verdict: int) -> list[Instruction]:
    """Return the instructions that give one verdict to each of these calls.

    All other calls reach the next instruction of the filter.
    """
    instructions: list[Instruction] = []
    for number in numbers:
        instructions += [(_IF_EQUAL, 0, 1, number), (_RETURN, 0, 0, verdict)]
    return instructions


def decide_by_first_argument(
    numbers: Sequence[int], value: int, verdict_if_equal: int, verdict_otherwise: int
) -> list[Instruction]:
    """Return the instructions that decide these calls by the low 32 bits of their first argument.

    These bits are compared with ``value``.
    """
    instructions: list[Instruction] = []
    for number in numbers:
        instructions += [
            (_IF_EQUAL, 0, 4, number),
            (_LOAD, 0, 0, _FIRST_ARGUMENT_OFFSET),
            (_IF_EQUAL, 0, 1, value),
            (_RETURN, 0, 0, verdict_if_equal),
            (_RETURN, 0, 0, verdict_otherwise),
        ]
    return instructions


def decide_other_calls(verdict: int) -> list[Instruction]:
    """Return the last instruction of a filter: the verdict for all other calls."""
    return [(_RETURN, 0, 0, verdict)]


def install(family: ProcessorFamily, instructions: Sequence[Instruction]) -> bool:
    """Install the filter permanently on every thread; return whether it is in force."""
    array = (_SockFilter * len(instructions))(
        *(_SockFilter(*instruction) for instruction in instructions)
    )
    program = _SockFilterProgram(len(instructions), array)
    libc = ctypes.CDLL(None, use_errno=True)
    zero = ctypes.c_ulong(0)
    # Required for a filter without root; it also stops setuid programs from escaping it.
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), zero, zero, zero) != 0:
        return False
    call = ctypes.c_long(family.call_numbers["seccomp"])
    if libc.syscall(call, _SET_MODE_FILTER, _FLAG_TSYNC, ctypes.byref(program)) == 0:
        return True
    return bool(
        libc.prctl(_PR_SET_SECCOMP, ctypes.c_ulong(_MODE_FILTER), ctypes.byref(program)) == 0
    )
