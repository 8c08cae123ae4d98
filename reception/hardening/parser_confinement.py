"""Confinement of a parser process, after which it can only compute, use open descriptors, exit."""

from __future__ import annotations

import errno

from reception.hardening import seccomp_filters

_ALLOWED = (
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
    family = seccomp_filters.machine()
    if family is None:
        return False
    allowed = [family.calls[name] for name in _ALLOWED if name in family.calls]
    steps = [
        *seccomp_filters.load_call_number(family),
        *seccomp_filters.decide_calls(allowed, seccomp_filters.ALLOW),
        *seccomp_filters.decide_other_calls(seccomp_filters.errno_verdict(errno.EPERM)),
    ]
    return seccomp_filters.install(family, steps)
