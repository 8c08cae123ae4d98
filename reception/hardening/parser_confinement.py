"""Confinement of a parser process, after which it can only compute, use open descriptors, exit."""

from __future__ import annotations

import errno

from reception.hardening import seccomp_filters

_ALLOWED_CALLS = (
    "read", "write", "readv", "writev", "close", "dup", "lseek", "fstat", "poll", "ppoll",
    "mmap", "munmap", "mremap", "mprotect", "madvise", "brk", "futex", "sched_yield",
    "sched_getaffinity", "sysinfo", "clock_gettime", "clock_getres", "gettimeofday", "getpid",
    "gettid", "tgkill", "getrandom", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn",
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
    allowed_numbers = [
        family.call_numbers[name] for name in _ALLOWED_CALLS if name in family.call_numbers
    ]
    instructions = [
        *seccomp_filters.load_call_number(family),
        *seccomp_filters.decide_calls(allowed_numbers, seccomp_filters.ALLOW),
        *seccomp_filters.decide_other_calls(seccomp_filters.errno_verdict(errno.EPERM)),
    ]
    return seccomp_filters.install(family, instructions)
