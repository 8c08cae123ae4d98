"""Confinement of a parser process, after which it can only compute, use open descriptors, exit."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence

from reception.hardening import seccomp_filters

_ALLOWED_CALLS = (
    "read", "write", "readv", "writev", "close", "dup", "lseek", "fstat", "poll", "ppoll",
    "mmap", "munmap", "mremap", "mprotect", "madvise", "brk", "futex", "sched_yield",
    "sched_getaffinity", "sysinfo", "clock_gettime", "clock_getres", "gettimeofday", "getpid",
    "gettid", "getrandom", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn",
    "sigaltstack", "restart_syscall", "set_robust_list", "rseq", "exit", "exit_group",
)  # fmt: skip


def confine_process() -> bool:
    """Refuse (EPERM) every system call except those for computing on open descriptors.

    It can open no file, start no process and make no socket: all imports must be done before.
    Returns whether the confinement is in force; False where it is not supported.
    """
    family = seccomp_filters.processor_family()
    if family is None:
        return False
    return seccomp_filters.install(family, parser_filter(family, os.getpid()))


def parser_filter(
    family: seccomp_filters.ProcessorFamily, process_id: int
) -> Sequence[seccomp_filters.Instruction]:
    """Return the filter of the process with this number, which may send signals to itself only."""
    allowed_numbers = [
        family.call_numbers[name] for name in _ALLOWED_CALLS if name in family.call_numbers
    ]
    refused = seccomp_filters.errno_verdict(errno.EPERM)
    return [
        *seccomp_filters.load_call_number(family),
        *seccomp_filters.decide_calls(allowed_numbers, seccomp_filters.ALLOW),
        # A crashing library ends its own process by tgkill.
        *seccomp_filters.decide_by_first_argument(
            (family.call_numbers["tgkill"],),
            process_id,
            verdict_if_equal=seccomp_filters.ALLOW,
            verdict_otherwise=refused,
        ),
        *seccomp_filters.decide_other_calls(refused),
    ]
