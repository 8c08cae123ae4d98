"""The cell for a parser: after it closes, the process may compute, read, answer and end."""

from __future__ import annotations

import errno

from reception.hardening import seccomp_filters

_KEPT = (
    "read", "write", "readv", "writev", "close", "dup", "lseek", "fstat", "poll", "ppoll",
    "mmap", "munmap", "mremap", "mprotect", "madvise", "brk", "futex", "sched_yield",
    "sched_getaffinity", "sysinfo", "clock_gettime", "clock_getres", "gettimeofday", "getpid",
    "gettid", "tgkill", "getrandom", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn",
    "sigaltstack", "restart_syscall", "set_robust_list", "rseq", "exit", "exit_group",
)  # fmt: skip


def confine_process() -> bool:
    """Refuse (EPERM) every call but those of plain computing on what is already open.

    No file can be opened for reading or writing, nothing started, no socket made: what comes
    next must be imported before. Tells whether the cell holds; False where it cannot be built.
    """
    family = seccomp_filters.machine()
    if family is None:
        return False
    kept = [family.calls[name] for name in _KEPT if name in family.calls]
    steps = [
        *seccomp_filters.preamble(family),
        *seccomp_filters.answer_calls(kept, seccomp_filters.ALLOW),
        *seccomp_filters.otherwise(seccomp_filters.refusal(errno.EPERM)),
    ]
    return seccomp_filters.install(family, steps)
